// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/raw_database.h"
#include "bench/report.h"

#include "models/list_memory.h"
#include "models/settings.h"
#include "models/ticket_list_model.h"
#include "widgets/list/ticket_list_view.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTemporaryDir>

namespace deskhand::bench {
namespace {

constexpr int jumps = 300;
constexpr int dragSteps = 600;
constexpr int patienceMs = 10'000;

/// The list as the window shows it, over a desk of the full size.
struct BenchList {
    SystemClock clock;
    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("bench.ini"))};
    Theme theme;
    CatalogHolder holder;
    TicketListModel model;
    ListMemory memory{settings};
    TicketListView view{model, memory, theme};

    BenchList(Desk &desk, PersonId me)
        : holder(desk, me, clock)
        , model(desk, holder)
    {
        view.resize(420, 900);
        view.show();
        holder.refresh();
        turnUntil([this] { return holder.isReady(); });
    }

    /// Turns the event loop until `done`; gives the longest turn in milliseconds.
    double turnUntil(const std::function<bool()> &done) const
    {
        QElapsedTimer since;
        since.start();
        double longest = 0;
        while (!done()) {
            longest = qMax(longest, milliseconds([] { QApplication::processEvents(QEventLoop::AllEvents, 1); }));
            if (since.elapsed() > patienceMs)
                giveUp(QStringLiteral("the list does not come"));
        }
        return longest;
    }

    /// Whether every row on screen has its content.
    bool isFilled() const
    {
        const int first = view.rowAt(0);
        const int last = view.rowAt(view.viewport()->height() - 1);
        for (int row = first; row >= 0 && row <= (last < 0 ? model.rowCount() - 1 : last); ++row) {
            if (!model.isGroupRow(row) && !model.peek(model.ticketAt(row)))
                return false;
        }
        return first >= 0;
    }

    void paintNow() { view.viewport()->repaint(); }

    void open(const ListSpec &spec)
    {
        model.show(spec);
        view.applySpec();
        turnUntil([this] { return model.state() == TicketListModel::State::Ready && isFilled(); });
        paintNow();
    }
};

ListSpec benchSpec(const QString &key)
{
    for (const ListSpec &spec : ownViewSpecs()) {
        if (spec.key == key)
            return spec;
    }
    return {};
}

void measureFirstRows(BenchList &list, RawDatabase &raw)
{
    struct Opened {
        const char *key;
        const char *raw;
    };
    const Opened all[] = {
        {"all", "SELECT id FROM ticket ORDER BY updated_at DESC, id DESC"},
        {"open", "SELECT id FROM ticket WHERE state_type < 5 ORDER BY due_at = 0, due_at, id"},
    };
    for (const Opened &opened : all) {
        QVector<double> ours;
        QVector<double> theirs;
        for (int round = 0; round < 7; ++round) {
            theirs.append(milliseconds([&] { (void)raw.ids(opened.raw); }));
            list.open(benchSpec(QStringLiteral("unassigned"))); // something else before
            ours.append(milliseconds([&] { list.open(benchSpec(QString::fromLatin1(opened.key))); }));
        }
        const double baseline = percentile(theirs, 0.5);
        report({QStringLiteral("scroll"), QStringLiteral("first rows of %1 painted").arg(QLatin1String(opened.key)),
                percentile(ours, 0.5), QStringLiteral("ms"), baseline, 1.5 * baseline + 30});
    }
}

void measureJumps(BenchList &list)
{
    QScrollBar *bar = list.view.verticalScrollBar();
    QRandomGenerator random(7);
    QVector<double> times;
    for (int jump = 0; jump <= jumps; ++jump) {
        const double time = milliseconds([&] {
            bar->setValue(random.bounded(bar->maximum()));
            list.paintNow();
            list.turnUntil([&list] { return list.isFilled(); });
            list.paintNow();
        });
        if (jump > 0) // the first one lays out the bar's range
            times.append(time);
    }
    report({QStringLiteral("scroll"),
            QStringLiteral("random jump to rows on screen, p50"),
            percentile(times, 0.5),
            QStringLiteral("ms"),
            {},
            {}});
    report({QStringLiteral("scroll"),
            QStringLiteral("random jump to rows on screen, p95"),
            percentile(times, 0.95),
            QStringLiteral("ms"),
            {},
            16});
}

void measureDrag(BenchList &list)
{
    QScrollBar *bar = list.view.verticalScrollBar();
    double longest = 0;
    for (int step = 0; step <= dragSteps; ++step) {
        longest = qMax(longest, milliseconds([&] { bar->setValue(int(qint64(bar->maximum()) * step / dragSteps)); }));
        longest = qMax(longest, milliseconds([] { QApplication::processEvents(QEventLoop::AllEvents, 1); }));
    }
    longest = qMax(longest, list.turnUntil([&list] { return list.isFilled(); }));
    report({QStringLiteral("scroll"),
            QStringLiteral("longest event-loop turn of a drag through all rows"),
            longest,
            QStringLiteral("ms"),
            {},
            50});
}

} // namespace

void benchScroll(BenchDesk &bench)
{
    const std::unique_ptr<LocalDesk> desk = bench.open();
    RawDatabase raw(bench.path());
    BenchList list(*desk, bench.me());
    measureFirstRows(list, raw);
    list.open(benchSpec(QStringLiteral("all")));
    measureJumps(list);
    measureDrag(list);
}

} // namespace deskhand::bench
