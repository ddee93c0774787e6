// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/holidays_panel.h"

#include "models/sla/calendar_presenter.h"
#include "models/sla/sla_setup_words.h"
#include "widgets/frame/error_banner.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"
#include "widgets/slasetup/holiday_dialog.h"

#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>

#include <algorithm>

namespace deskhand {

namespace {

constexpr int holidayIndexRole = Qt::UserRole + 1;
constexpr qint64 largestFeed = 8 * 1024 * 1024;

} // namespace

HolidaysPanel::HolidaysPanel(const AreaContext &context, CalendarPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_presenter(presenter)
    , m_banner(new ErrorBanner(context.theme, this))
{
    build();
    connect(&m_presenter, &CalendarPresenter::changed, this, &HolidaysPanel::load);
    load();
}

void HolidaysPanel::build()
{
    const auto button = [this](const QString &text, const char *objectName, auto run) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(QLatin1String(objectName));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, run);
        return made;
    };
    m_list = new QTreeWidget(this);
    m_list->setObjectName(QStringLiteral("holidaysTreeWidget"));
    m_list->setAccessibleName(tr("Holidays"));
    m_list->setHeaderLabels({tr("Name"), tr("When"), tr("Closed"), tr("Next")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_add = button(tr("Add…"), "holidayAddButton", [this] { add(); });
    m_edit = button(tr("Edit…"), "holidayEditButton", [this] { edit(); });
    m_remove = button(tr("Remove"), "holidayRemoveButton", [this] { m_presenter.removeHolidays(selected()); });
    m_import = button(tr("Import .ics…"), "holidayImportButton", [this] { askImport(); });
    m_confirm = button(tr("Confirm"), "holidayConfirmButton", [this] { m_presenter.confirm(selected()); });
    m_confirmAll = button(tr("Confirm all"), "holidayConfirmAllButton", [this] { m_presenter.confirmAll(); });
    m_discardAll = button(tr("Discard all"), "holidayDiscardAllButton", [this] { m_presenter.discardUnconfirmed(); });
    m_note = new PlainLabel(this);
    m_note->setObjectName(QStringLiteral("holidayNoteLabel"));
    m_note->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    m_note->setWordWrap(true);
    m_note->hide();
    m_confirmBar = new QWidget(this);
    m_waiting = new PlainLabel(m_confirmBar);
    m_waiting->setObjectName(QStringLiteral("holidayWaitingLabel"));
    m_waiting->setStyleOf(m_context.theme, TextStyle::Small, Token::Warning);
    m_waiting->setWordWrap(true);
    auto *confirmLayout = new QHBoxLayout(m_confirmBar);
    confirmLayout->setContentsMargins(0, 0, 0, 0);
    confirmLayout->setSpacing(metrics::small);
    confirmLayout->addWidget(m_waiting, 1);
    for (QPushButton *one : {m_confirm, m_confirmAll, m_discardAll})
        confirmLayout->addWidget(one);
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::small);
    for (QPushButton *one : {m_add, m_edit, m_remove})
        top->addWidget(one);
    top->addStretch(1);
    top->addWidget(m_import);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::tight, metrics::medium, metrics::tight, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_banner);
    layout->addLayout(top);
    layout->addWidget(m_confirmBar);
    layout->addWidget(m_note);
    layout->addWidget(m_list, 1);
    m_none = new PlainLabel(tr("No holidays yet. Add them one by one, or import the calendar file of your country or "
                               "region; imported days count when somebody has confirmed them."),
                            this);
    m_none->setObjectName(QStringLiteral("holidayNoneLabel"));
    m_none->setStyleOf(m_context.theme, TextStyle::Body, Token::TextMuted);
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_none, 1);
    auto *erase = new QShortcut(QKeySequence(Qt::Key_Delete), m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(erase, &QShortcut::activated, m_remove, &QPushButton::click);
    connect(m_list, &QTreeWidget::itemActivated, this, &HolidaysPanel::edit);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &HolidaysPanel::updateButtons);
}

void HolidaysPanel::load()
{
    const QVector<Holiday> &holidays = m_presenter.calendar().holidays;
    const QDate today = m_presenter.today();
    QVector<QPair<QDate, int>> order;
    for (int i = 0; i < holidays.size(); ++i) {
        const QDate next = SlaSetupWords::nextDate(holidays.at(i), today);
        order.append({next.isValid() ? next : QDate(9999, 1, 1), i});
    }
    std::stable_sort(order.begin(), order.end(), [&holidays](const auto &a, const auto &b) {
        const bool waitsA = !holidays.at(a.second).confirmed;
        const bool waitsB = !holidays.at(b.second).confirmed;
        return waitsA != waitsB ? waitsA : a.first < b.first;
    });
    const int current = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->clear();
    for (const auto &[next, index] : std::as_const(order)) {
        const Holiday &holiday = holidays.at(index);
        const QString part = SlaSetupWords::closedPart(holiday);
        auto *item = new QTreeWidgetItem(
            m_list, {holiday.name.isEmpty() ? tr("(no name)") : holiday.name, SlaSetupWords::holiday(holiday, locale()),
                     part.isEmpty() ? tr("all day") : part,
                     next.year() == 9999 ? tr("past") : locale().toString(next, QLocale::ShortFormat)});
        item->setData(0, holidayIndexRole, index);
        if (!holiday.confirmed) {
            item->setIcon(0, m_context.theme.icon(QStringLiteral("dialog-warning"), Token::Warning));
            item->setToolTip(0, plainToolTip(tr("Imported and not confirmed: it does not count yet.")));
            item->setText(2, tr("to be confirmed"));
        }
    }
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(qBound(0, current, m_list->topLevelItemCount() - 1)));
    m_list->setVisible(!holidays.isEmpty());
    m_none->setVisible(holidays.isEmpty());
    const int waiting = m_presenter.unconfirmed();
    m_confirmBar->setVisible(waiting > 0);
    m_waiting->setText(tr("%n imported day(s) do not count before they are confirmed.", nullptr, waiting));
    updateButtons();
}

QVector<int> HolidaysPanel::selected() const
{
    QVector<int> indexes;
    for (const QTreeWidgetItem *item : m_list->selectedItems())
        indexes.append(item->data(0, holidayIndexRole).toInt());
    return indexes;
}

void HolidaysPanel::updateButtons()
{
    const QVector<int> indexes = selected();
    m_edit->setEnabled(indexes.size() == 1);
    m_remove->setEnabled(!indexes.isEmpty());
    m_confirm->setEnabled(std::any_of(indexes.cbegin(), indexes.cend(), [this](int index) {
        return !m_presenter.calendar().holidays.value(index).confirmed;
    }));
}

void HolidaysPanel::add()
{
    auto *dialog = new HolidayDialog(m_context, this);
    dialog->start({}, m_presenter.today(), [this](const Holiday &holiday) { m_presenter.addHoliday(holiday); });
}

void HolidaysPanel::edit()
{
    const QVector<int> indexes = selected();
    if (indexes.size() != 1)
        return;
    const int index = indexes.first();
    auto *dialog = new HolidayDialog(m_context, this);
    dialog->start(m_presenter.calendar().holidays.at(index), m_presenter.today(),
                  [this, index](const Holiday &holiday) { m_presenter.setHoliday(index, holiday); });
}

void HolidaysPanel::askImport()
{
    m_context.prompt.askOpenFiles(this, tr("Import holidays"), tr("Calendars (*.ics *.ical *.ifb);;All files (*)"),
                                  [this](const QStringList &paths) {
                                      for (const QString &path : paths)
                                          importFile(path);
                                  });
}

void HolidaysPanel::importFile(const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    const QString failed = tr("%1 was not imported.").arg(name);
    if (!file.open(QIODevice::ReadOnly)) {
        m_banner->showError(failed,
                            Error{ErrorCode::Denied, QStringLiteral("slasetup.import"), file.errorString(), {}});
        return;
    }
    const Result<int> added = m_presenter.import(file.read(largestFeed + 1), name);
    if (!added) {
        m_banner->showError(failed, added.error());
        return;
    }
    m_banner->hide();
    m_note->setText(*added == 0 ? tr("%1 has no day that is not here already.").arg(name)
                                : tr("%n day(s) taken out of %1.", nullptr, *added).arg(name));
    m_note->show();
    m_list->setFocus();
}

} // namespace deskhand
