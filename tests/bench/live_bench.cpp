// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/report.h"
#include "models/thread_model.h"
#include "models/ticket_list_model.h"
#include "models/ticket_presenter.h"
#include "models/view_list_model.h"
#include "store/local_desk.h"
#include "support/postgres_server.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTemporaryDir>

#include <libpq-fe.h>
#include <poll.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <random>
#include <thread>

namespace deskhand::bench {
namespace {

constexpr int liveChanges = 1000;
constexpr int liveTickets = 200;
constexpr double liveLimitMs = 150;

using LiveClock = std::chrono::steady_clock;
using DoorOpener = std::function<Result<std::unique_ptr<LocalDesk>>()>;

double millisecondsBetween(LiveClock::time_point from, LiveClock::time_point to)
{
    return std::chrono::duration<double, std::milli>(to - from).count();
}

/// A colleague at another client: a desk of its own in a thread of its own, which renames tickets one after another.
class LiveColleague
{
public:
    struct Moment {
        LiveClock::time_point asked;     ///< the command was given
        LiveClock::time_point committed; ///< and answered
    };

    /// `heads`: the tickets as they are, whose versions the changes are compared with.
    LiveColleague(DoorOpener opener, PersonId me, QVector<TicketHead> heads)
        : m_moments(liveChanges)
        , m_thread(
              [this, opener = std::move(opener), me, heads = std::move(heads)]() mutable { work(opener, me, &heads); })
    {
    }
    ~LiveColleague() { m_thread.join(); }
    LiveColleague(const LiveColleague &) = delete;
    LiveColleague &operator=(const LiveColleague &) = delete;

    [[nodiscard]] bool isDone() const { return m_done; }
    [[nodiscard]] static QString subject(int change) { return QStringLiteral("Live %1").arg(change); }
    [[nodiscard]] Moment moment(int change)
    {
        const std::lock_guard lock(m_mutex);
        return m_moments[size_t(change)];
    }

private:
    void work(const DoorOpener &opener, PersonId me, QVector<TicketHead> *heads)
    {
        const auto opened = opener();
        if (!opened)
            giveUp(opened.error().detail);
        std::minstd_rand random(7);
        std::uniform_int_distribution<int> pause(2, 20);
        std::mutex never;
        std::condition_variable nothing;
        for (int i = 0; i < liveChanges; ++i) {
            TicketHead &head = (*heads)[i % heads->size()];
            const FieldChange renamed{TicketField::Subject, subject(i), {}, {}};
            Moment moment;
            moment.asked = LiveClock::now();
            const auto answer =
                waitFor((*opened)->submit(Command::make(me, ChangeTicket{head.id, head.version, {renamed}, {}})));
            moment.committed = LiveClock::now();
            if (!answer || !answer->conflicts.isEmpty())
                giveUp(answer ? QStringLiteral("a conflict with oneself") : answer.error().detail);
            head.version = answer->version;
            {
                const std::lock_guard lock(m_mutex);
                m_moments[size_t(i)] = moment;
            }
            std::unique_lock lock(never);
            nothing.wait_for(lock, std::chrono::milliseconds(pause(random)));
        }
        m_done = true;
    }

    std::mutex m_mutex;
    std::vector<Moment> m_moments;
    std::atomic<bool> m_done = false;
    std::thread m_thread; ///< last: starts when everything else is there
};

/// The screen of this client: a list, the counters of the sidebar, and an open ticket.
class LiveScreen
{
public:
    LiveScreen(LocalDesk &desk, PersonId me)
        : m_holder(desk, me, m_clock)
        , m_views(desk, m_holder)
        , m_list(desk, m_holder)
        , m_ticket(desk, m_holder)
        , m_thread(desk)
        , m_seenAt(liveChanges)
    {
        m_holder.refresh();
        m_views.refresh();
        ListSpec spec;
        spec.key = QStringLiteral("all");
        m_list.show(spec);
        waitUntil("the list", [this] { return m_list.state() == TicketListModel::State::Ready; });
        m_list.setVisibleRows(0, liveTickets);
        waitUntil("its rows", [this] {
            bool all = true;
            for (int row = 0; row < m_list.ticketCount(); ++row)
                all = m_list.rowAt(row) != nullptr && all;
            return all;
        });
        m_ticket.open(m_list.ticketAt(0));
        m_thread.open(m_list.ticketAt(0), me);
        QObject::connect(&m_list, &QAbstractItemModel::dataChanged, &m_context, [this] { look(); });
        QObject::connect(&m_list, &TicketListModel::rearranged, &m_context, [this] { look(); });
    }

    [[nodiscard]] QVector<TicketHead> heads() const
    {
        QVector<TicketHead> heads;
        for (int row = 0; row < m_list.ticketCount(); ++row)
            heads.append(m_list.peek(m_list.ticketAt(row))->head);
        return heads;
    }
    [[nodiscard]] bool hasSeenAll() const { return m_seen == liveChanges; }
    [[nodiscard]] LiveClock::time_point seenAt(int change) const { return m_seenAt[size_t(change)]; }

    static void waitUntil(const char *what, const std::function<bool()> &done)
    {
        const QDeadlineTimer deadline(120'000);
        while (!done() && !deadline.hasExpired())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        if (!done())
            giveUp(QLatin1String(what) + QStringLiteral(": it takes too long"));
    }

private:
    /// Notes the changes that rows now show. Every ticket is renamed in its turn: newer subjects imply older ones.
    void look()
    {
        const LiveClock::time_point now = LiveClock::now();
        for (int row = 0; row < m_list.rowCount(); ++row) {
            const TicketRow *shown = m_list.rowAt(row); // as painting does: what is looked at is asked for
            if (!shown || !shown->head.subject.startsWith(QLatin1String("Live ")))
                continue;
            for (int change = shown->head.subject.mid(5).toInt(); change >= 0; change -= m_list.ticketCount()) {
                LiveClock::time_point &at = m_seenAt[size_t(change)];
                if (at != LiveClock::time_point())
                    break;
                at = now;
                ++m_seen;
            }
        }
    }

    SystemClock m_clock;
    CatalogHolder m_holder;
    ViewListModel m_views;
    TicketListModel m_list;
    TicketPresenter m_ticket;
    ThreadModel m_thread;
    std::vector<LiveClock::time_point> m_seenAt;
    int m_seen = 0;
    QObject m_context;
};

void fillDesk(LocalDesk &desk, PersonId me)
{
    for (int i = 0; i < liveTickets; ++i) {
        OpenTicket open;
        open.subject = QStringLiteral("Ticket %1").arg(i);
        open.requesterAddress = MailAddress{QStringLiteral("Rita"), QStringLiteral("rita@customer.example")};
        NewArticle article;
        article.senderRole = SenderRole::Customer;
        article.text = QStringLiteral("Please help");
        open.article = article;
        if (const auto opened = waitFor(desk.submit(Command::make(me, open))); !opened)
            giveUp(opened.error().detail);
    }
}

void measure(const QString &where, const DoorOpener &opener, std::optional<double> baselineP50,
             std::optional<double> baselineP99)
{
    const auto here = opener();
    if (!here)
        giveUp(here.error().detail);
    const auto catalog = waitFor((*here)->catalog());
    const PersonId me = (*catalog)->agents.first().id;
    fillDesk(**here, me);
    LiveScreen screen(**here, me);
    LiveColleague colleague(opener, me, screen.heads());
    LiveScreen::waitUntil("the changes", [&] { return colleague.isDone() && screen.hasSeenAll(); });
    QVector<double> sinceCommit;
    QVector<double> sinceAsked;
    for (int i = 0; i < liveChanges; ++i) {
        const LiveColleague::Moment moment = colleague.moment(i);
        sinceCommit.append(millisecondsBetween(moment.committed, screen.seenAt(i)));
        sinceAsked.append(millisecondsBetween(moment.asked, screen.seenAt(i)));
    }
    const QString bench = QStringLiteral("live");
    const QString ms = QStringLiteral("ms");
    report({bench, where + QStringLiteral(" commit to row p50"), percentile(sinceCommit, 0.5), ms, baselineP50, {}});
    report({bench, where + QStringLiteral(" commit to row p99"), percentile(sinceCommit, 0.99), ms, baselineP99,
            liveLimitMs});
    report({bench, where + QStringLiteral(" command to row p99"), percentile(sinceAsked, 0.99), ms, {}, {}});
}

/// NOTIFY in one connection until it is there in another.
QVector<double> rawNotices(const PostgresAddress &address)
{
    const QByteArray options = QStringLiteral("host=%1 port=%2 user=%3 dbname=%4 sslmode=disable")
                                   .arg(address.host)
                                   .arg(address.port)
                                   .arg(address.user, address.database)
                                   .toUtf8();
    PGconn *speaker = PQconnectdb(options.constData());
    PGconn *listener = PQconnectdb(options.constData());
    PQclear(PQexec(listener, "LISTEN raw"));
    QVector<double> delays;
    for (int i = 0; i < liveChanges; ++i) {
        const QByteArray number = QByteArray::number(i);
        const LiveClock::time_point said = LiveClock::now();
        if (!PQsendQuery(speaker, QByteArray("NOTIFY raw, '" + number + "'").constData()))
            giveUp(QStringLiteral("no notice can be sent"));
        bool heard = false;
        while (!heard) {
            pollfd look{PQsocket(listener), POLLIN, 0};
            ::poll(&look, 1, 1000);
            PQconsumeInput(listener);
            while (PGnotify *notice = PQnotifies(listener)) {
                heard |= number == notice->extra;
                PQfreemem(notice);
            }
        }
        delays.append(millisecondsBetween(said, LiveClock::now()));
        while (PGresult *result = PQgetResult(speaker))
            PQclear(result);
    }
    PQfinish(speaker);
    PQfinish(listener);
    return delays;
}

} // namespace

void benchLive(BenchDesk &)
{
    const NewDesk desk{QStringLiteral("Live"), QStringLiteral("Ada Admin"), QStringLiteral("ada@desk.example")};
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("live.desk"));
        if (const auto made = createDeskFile(file, desk); !made)
            giveUp(made.error().detail);
        measure(QStringLiteral("file"), [file] { return LocalDesk::open(file); }, {}, {});
    }
    const auto server = test::PostgresServer::start();
    if (!server)
        return;
    const PostgresAddress address = server->newDatabase();
    if (const auto made = createDeskOnServer(address, desk); !made)
        giveUp(made.error().detail);
    const QVector<double> raw = rawNotices(address);
    measure(
        QStringLiteral("server"), [address] { return LocalDesk::openServer(address); }, percentile(raw, 0.5),
        percentile(raw, 0.99));
}

} // namespace deskhand::bench
