// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/calendars_page.h"

#include "widgets/frame/empty_state.h"
#include "widgets/plain_label.h"
#include "widgets/slasetup/calendar_dialog.h"
#include "widgets/slasetup/save_scope_dialog.h"
#include "widgets/slasetup/sla_row_delegate.h"
#include "widgets/two_line_row.h"

#include <QAction>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>

#include <algorithm>

namespace deskhand {

CalendarsPage::CalendarsPage(const SlaSetupContext &context, QWidget *parent)
    : SlaPage(context, tr("The calendar was not changed."), parent)
    , m_model(context.overview)
    , m_addAction(new QAction(tr("Add a calendar…"), this))
{
    setObjectName(QStringLiteral("calendarsPage"));
    setContent(build());
    connect(m_addAction, &QAction::triggered, this, &CalendarsPage::addCalendar);
    connect(&context.overview, &SlaOverview::changed, this, &CalendarsPage::showState);
    connect(&context.overview.catalog(), &CatalogHolder::changed, this, &CalendarsPage::showState);
    showState();
}

CalendarsPage::~CalendarsPage()
{
    delete m_dialog; // of the window, but of this page's desk
}

QStringList CalendarsPage::keywords() const
{
    return {tr("working hours"), tr("holidays"), tr("time zone"), tr("ics"), tr("opening hours"), tr("SLA")};
}

QWidget *CalendarsPage::build()
{
    auto *full = new QWidget(this);
    auto *hint =
        new PlainLabel(tr("When somebody works. Queues and policies say by which calendar their clocks go."), full);
    hint->setStyleOf(context().area.theme, TextStyle::Small, Token::TextMuted);
    hint->setWordWrap(true);
    const auto button = [this, full](const QString &text, const char *objectName, auto run) {
        auto *made = new QPushButton(text, full);
        made->setObjectName(QLatin1String(objectName));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, run);
        return made;
    };
    m_disable = button(tr("Disable"), "calendarDisableButton", [this] { toggleActive(); });
    m_duplicate = button(tr("Duplicate…"), "calendarDuplicateButton", [this] { duplicate(); });
    m_edit = button(tr("Edit…"), "calendarEditButton", [this] { edit(); });
    auto *add = button(tr("Add…"), "calendarAddButton", [this] { addCalendar(); });
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::small);
    for (QPushButton *one : {add, m_edit, m_duplicate, m_disable})
        top->addWidget(one);
    top->addStretch(1);
    m_list = new QListView(full);
    m_list->setObjectName(QStringLiteral("calendarsListView"));
    m_list->setAccessibleName(tr("Business calendars"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new SlaRowDelegate(context().area.theme, QStringLiteral("view-calendar"), m_list));
    showAsRows(m_list);
    auto *layout = new QVBoxLayout(full);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::medium);
    layout->addWidget(hint);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    connect(m_list, &QListView::activated, this, &CalendarsPage::edit);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CalendarsPage::showState);
    return full;
}

const BusinessCalendar *CalendarsPage::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && index.row() < m_model.rowCount() ? &m_model.calendarAt(index.row()) : nullptr;
}

void CalendarsPage::showState()
{
    if (showOnlyForAdmins())
        return;
    const bool any = m_model.rowCount() > 0;
    if (!any)
        empty()->setContent(QStringLiteral("view-calendar"), tr("No calendar yet"),
                            tr("A calendar says when somebody works, so that clocks stand still at night and on "
                               "holidays. Without one they run round the clock."),
                            m_addAction);
    showContent(any);
    if (any && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0));
    const BusinessCalendar *calendar = current();
    for (QPushButton *button : {m_edit, m_duplicate, m_disable})
        button->setEnabled(calendar != nullptr);
    m_disable->setText(calendar && !calendar->active ? tr("Enable") : tr("Disable"));
}

CalendarDialog *CalendarsPage::dialog() const
{
    return m_dialog;
}

CalendarDialog *CalendarsPage::newDialog()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return nullptr;
    }
    m_dialog = new CalendarDialog(context(), window());
    return m_dialog;
}

void CalendarsPage::addCalendar()
{
    if (!mayAdminister())
        return;
    if (CalendarDialog *dialog = newDialog())
        dialog->showNew();
}

void CalendarsPage::edit()
{
    if (const BusinessCalendar *calendar = current())
        editCalendar(calendar->id);
}

void CalendarsPage::editCalendar(CalendarId id)
{
    const int row = m_model.rowOf(id);
    if (row < 0 || !mayAdminister())
        return;
    m_list->setCurrentIndex(m_model.index(row));
    const BusinessCalendar calendar = m_model.calendarAt(row);
    CalendarDialog *dialog = newDialog();
    if (!dialog)
        return;
    dialog->showEdit(calendar);
    if (dialog->presenter().unconfirmed() > 0)
        dialog->showHolidays();
}

void CalendarsPage::duplicate()
{
    const BusinessCalendar *calendar = current();
    if (!calendar)
        return;
    const BusinessCalendar copied = *calendar;
    if (CalendarDialog *dialog = newDialog())
        dialog->showCopy(copied);
}

void CalendarsPage::toggleActive()
{
    const BusinessCalendar *calendar = current();
    if (!calendar)
        return;
    BusinessCalendar changed = *calendar;
    changed.active = !changed.active;
    SlaImpactQuery query;
    query.calendar = changed;
    auto *dialog = new SaveScopeDialog(context(), window());
    SlaOverview &overview = context().overview;
    dialog->start(changed.active ? tr("Enable %1").arg(changed.name) : tr("Disable %1").arg(changed.name), query,
                  SlaScope::NewTickets,
                  [&overview, changed](SlaScope scope) { overview.saveCalendar(changed, scope); });
}

} // namespace deskhand
