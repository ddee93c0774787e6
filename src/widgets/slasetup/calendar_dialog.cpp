// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/calendar_dialog.h"

#include "models/navigator.h"
#include "models/sla/sla_setup_words.h"
#include "widgets/frame/error_banner.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"
#include "widgets/settings/window_room.h"
#include "widgets/slasetup/days_preview.h"
#include "widgets/slasetup/holidays_panel.h"
#include "widgets/slasetup/save_scope_dialog.h"
#include "widgets/slasetup/try_it_panel.h"
#include "widgets/slasetup/week_editor.h"
#include "widgets/slasetup/week_grid.h"
#include "widgets/slasetup/what_if_dialog.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>

namespace deskhand {

CalendarDialog::CalendarDialog(const SlaSetupContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_presenter(context.overview, context.feedReader)
    , m_banner(new ErrorBanner(context.area.theme, this))
{
    setObjectName(QStringLiteral("calendarDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(roomFor(context.area.theme, {1040, 620}, this));
    build();
    connect(&m_presenter, &CalendarPresenter::changed, this, &CalendarDialog::showCalendar);
    connect(&context.overview, &SlaOverview::saved, this, [this] {
        if (m_saving)
            accept();
    });
    connect(&context.overview, &SlaOverview::failed, this, [this](const Error &error) {
        if (!std::exchange(m_saving, false))
            return;
        m_banner->showError(tr("The calendar was not saved."), error);
        showCalendar();
    });
}

QWidget *CalendarDialog::buildHead()
{
    auto *head = new QWidget(this);
    m_name = new QLineEdit(head);
    m_name->setObjectName(QStringLiteral("calendarNameLineEdit"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("Office hours"));
    m_name->setMaxLength(120);
    m_zone = new QComboBox(head);
    m_zone->setObjectName(QStringLiteral("calendarZoneComboBox"));
    m_zone->setAccessibleName(tr("Time zone"));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->setMinimumContentsLength(22);
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        if (!id.startsWith("UTC+") && !id.startsWith("UTC-")) // an offset knows no summer
            m_zone->addItem(QString::fromLatin1(id));
    }
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    auto *nameLabel = new PlainLabel(tr("Name"), head);
    nameLabel->setBuddy(m_name);
    auto *zoneLabel = new PlainLabel(tr("Time zone"), head);
    zoneLabel->setBuddy(m_zone);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(nameLabel);
    layout->addWidget(m_name, 3);
    layout->addSpacing(metrics::small);
    layout->addWidget(zoneLabel);
    layout->addWidget(m_zone, 2);
    return head;
}

QWidget *CalendarDialog::buildPreview()
{
    auto *side = new QWidget(this);
    auto *title = new PlainLabel(tr("The next 14 days"), side);
    title->setStyleOf(m_context.area.theme, TextStyle::Strong);
    m_previewNote = new PlainLabel(side);
    m_previewNote->setObjectName(QStringLiteral("previewNoteLabel"));
    m_previewNote->setStyleOf(m_context.area.theme, TextStyle::Small, Token::TextMuted);
    m_previewNote->setWordWrap(true);
    auto *area = new QScrollArea(side);
    area->setObjectName(QStringLiteral("previewScrollArea"));
    area->setAccessibleName(tr("The next 14 days"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_preview = new DaysPreview(m_context.area.theme);
    area->setWidget(m_preview);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(title);
    layout->addWidget(m_previewNote);
    layout->addWidget(area, 1);
    return side;
}

QWidget *CalendarDialog::buildButtons()
{
    auto *line = new QWidget(this);
    m_problem = new PlainLabel(line);
    m_problem->setObjectName(QStringLiteral("calendarProblemLabel"));
    m_problem->setStyleOf(m_context.area.theme, TextStyle::Small, Token::Danger);
    m_problem->setWordWrap(true);
    m_version = new PlainLabel(line);
    m_version->setObjectName(QStringLiteral("calendarVersionLabel"));
    m_version->setStyleOf(m_context.area.theme, TextStyle::Small, Token::TextMuted);
    m_version->setElideMode(Qt::ElideRight);
    auto *help = new QPushButton(tr("Help"), line);
    help->setObjectName(QStringLiteral("calendarHelpButton"));
    m_whatIf = new QPushButton(tr("What if…"), line);
    m_whatIf->setObjectName(QStringLiteral("calendarWhatIfButton"));
    m_cancel = new QPushButton(tr("Cancel"), line);
    m_cancel->setObjectName(QStringLiteral("calendarCancelButton"));
    m_save = new QPushButton(tr("Save…"), line);
    m_save->setObjectName(QStringLiteral("calendarSaveButton"));
    m_save->setProperty("primary", true);
    for (QPushButton *button : {help, m_whatIf, m_cancel, m_save})
        button->setAutoDefault(false);
    m_save->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_problem, 3);
    layout->addWidget(m_version, 2);
    layout->addWidget(help);
    layout->addWidget(m_whatIf);
    layout->addWidget(m_cancel);
    layout->addWidget(m_save);
    connect(help, &QPushButton::clicked, this,
            [this] { m_context.area.navigator.showHelp(QStringLiteral("sla-setup")); });
    connect(m_whatIf, &QPushButton::clicked, this, &CalendarDialog::showWhatIf);
    connect(m_cancel, &QPushButton::clicked, this, &CalendarDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &CalendarDialog::save);
    return line;
}

void CalendarDialog::build()
{
    QWidget *head = buildHead();
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("calendarTabWidget"));
    m_week = new WeekEditor(m_context.area, m_presenter, m_tabs);
    m_holidays = new HolidaysPanel(m_context.area, m_presenter, m_tabs);
    m_tryIt = new TryItPanel(
        m_context, TryItPanel::Of::Calendar,
        [this](QueueId) {
            const BusinessCalendar &calendar = m_presenter.calendar();
            const QVector<CalendarProblem> wrong = problemsOf(calendar);
            const QString problem = wrong.isEmpty() ? QString() : SlaSetupWords::problem(wrong.first(), calendar);
            return TryItPanel::Subject{{}, calendar, problem};
        },
        m_tabs);
    m_tabs->addTab(m_week, tr("&Week"));
    m_tabs->addTab(m_holidays, tr("&Holidays"));
    m_tabs->addTab(m_tryIt, tr("&Try it"));
    auto *sides = new QHBoxLayout;
    sides->setSpacing(metrics::huge);
    sides->addWidget(m_tabs, 5);
    sides->addWidget(buildPreview(), 2);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_banner);
    layout->addWidget(head);
    layout->addLayout(sides, 1);
    layout->addWidget(buildButtons());
    connect(m_name, &QLineEdit::textEdited, &m_presenter, &CalendarPresenter::setName);
    connect(m_zone, &QComboBox::editTextChanged, this, [this](const QString &text) {
        if (!m_loading)
            m_presenter.setZone(text.trimmed().toLatin1());
    });
}

void CalendarDialog::load()
{
    m_loading = true;
    m_name->setText(m_presenter.calendar().name);
    m_zone->setEditText(QString::fromLatin1(m_presenter.calendar().zone));
    m_loading = false;
    setWindowTitle(m_presenter.isNew() ? tr("New calendar") : tr("Calendar %1").arg(m_presenter.calendar().name));
    showCalendar();
    show();
    m_name->setFocus();
    m_name->selectAll();
}

void CalendarDialog::showNew()
{
    m_presenter.begin();
    load();
}

void CalendarDialog::showEdit(const BusinessCalendar &calendar)
{
    m_presenter.edit(calendar);
    load();
}

void CalendarDialog::showCopy(const BusinessCalendar &calendar)
{
    m_presenter.beginLike(calendar);
    load();
}

void CalendarDialog::showHolidays()
{
    m_tabs->setCurrentWidget(m_holidays);
}

void CalendarDialog::showCalendar()
{
    const QStringList problems = m_presenter.problems();
    m_problem->setText(problems.value(0));
    m_problem->setToolTip(plainToolTip(problems.join(u'\n')));
    m_version->setText(problems.isEmpty() ? m_presenter.versionText() : QString());
    const bool changed = m_presenter.isNew() || m_presenter.isChanged();
    m_save->setEnabled(problems.isEmpty() && changed && !m_saving);
    m_whatIf->setEnabled(problems.isEmpty() && !m_presenter.isNew());
    m_tabs->setTabText(1, m_presenter.unconfirmed() > 0 ? tr("&Holidays (%1 to confirm)").arg(m_presenter.unconfirmed())
                                                        : tr("&Holidays"));
    showPreview();
    m_tryIt->refresh();
}

void CalendarDialog::showPreview()
{
    const QVector<WorkingTime::Day> days = m_presenter.preview();
    const QTimeZone zone(m_presenter.calendar().zone);
    m_preview->setDays(days, zone.isValid() ? zone : QTimeZone::utc());
    m_previewNote->setText(days.isEmpty() ? tr("Shown as soon as there is a zone and some working time.")
                                          : tr("Local time of %1").arg(QString::fromLatin1(zone.id())));
}

BusinessCalendar CalendarDialog::trimmed() const
{
    BusinessCalendar calendar = m_presenter.calendar();
    calendar.name = calendar.name.trimmed();
    return calendar;
}

SlaImpactQuery CalendarDialog::query() const
{
    SlaImpactQuery query;
    query.calendar = trimmed();
    return query;
}

void CalendarDialog::save()
{
    if (!m_save->isEnabled())
        return;
    m_banner->hide();
    // Nothing goes by a new calendar yet, and a name moves no clock.
    if (m_presenter.isNew() || m_presenter.onlyNameChanged()) {
        m_saving = true;
        showCalendar();
        m_context.overview.saveCalendar(trimmed(), SlaScope::NewTickets);
        return;
    }
    askScope(SlaScope::NewTickets);
}

void CalendarDialog::askScope(SlaScope scope)
{
    auto *dialog = new SaveScopeDialog(m_context, this);
    connect(dialog, &QDialog::accepted, this, &CalendarDialog::accept);
    dialog->start(tr("A new version of %1").arg(trimmed().name), query(), scope,
                  [this](SlaScope chosen) { m_context.overview.saveCalendar(trimmed(), chosen); });
}

void CalendarDialog::showWhatIf()
{
    auto *dialog = new WhatIfDialog(m_context, this);
    dialog->start(
        tr("If %1 had always been so").arg(trimmed().name), [this] { return query(); },
        [this](SlaScope scope) { askScope(scope); });
}

void CalendarDialog::reject()
{
    if (m_saving)
        return;
    if (!m_presenter.isChanged()) {
        QDialog::reject();
        return;
    }
    const Question question{tr("Calendar"), tr("Throw away what you changed?"), {}, {tr("Throw away")}, -1, true};
    m_context.area.prompt.ask(this, question, [this](int answer) {
        if (answer == 0)
            QDialog::reject();
    });
}

} // namespace deskhand
