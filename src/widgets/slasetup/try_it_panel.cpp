// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/try_it_panel.h"

#include "models/sla/sla_overview.h"
#include "models/sla_words.h"
#include "widgets/plain_label.h"
#include "widgets/slasetup/try_it_step.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace deskhand {

namespace {

constexpr qint64 hourLength = 3600 * qint64(1000);

QTimeZone zoneOf(const BusinessCalendar &calendar)
{
    const QTimeZone zone(calendar.zone);
    return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace

TryItPanel::TryItPanel(const SlaSetupContext &context, Of of, std::function<Subject(QueueId)> subject, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_of(of)
    , m_subject(std::move(subject))
{
    build();
}

Instant TryItPanel::usualStart(const QTimeZone &zone) const
{
    // An afternoon, so that the end of the day comes into play.
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_context.overview.catalog().now(), zone).date();
    return QDateTime(today, QTime(15, 30), zone).toMSecsSinceEpoch();
}

void TryItPanel::buildTicket(QVBoxLayout *layout)
{
    const CatalogPtr catalog = m_context.overview.catalog().catalog();
    const QTimeZone zone = zoneOf(m_subject({}).calendar);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::small);
    const auto add = [this, line](const QString &label, QWidget *field, int stretch) {
        auto *text = new PlainLabel(label, this);
        text->setBuddy(field);
        field->setAccessibleName(label);
        line->addWidget(text);
        line->addWidget(field, stretch);
    };
    m_created = wallClockEdit(this, usualStart(zone), zone);
    m_created->setObjectName(QStringLiteral("tryCreatedDateTimeEdit"));
    add(tr("Created"), m_created, 0);
    connect(m_created, &QDateTimeEdit::dateTimeChanged, this, &TryItPanel::refresh);
    if (m_of == Of::Calendar) {
        m_amount = new QLineEdit(QStringLiteral("8h"), this);
        m_amount->setObjectName(QStringLiteral("tryAmountLineEdit"));
        add(tr("Promised"), m_amount, 1);
        connect(m_amount, &QLineEdit::textEdited, this, &TryItPanel::refresh);
    } else {
        m_priority = new QComboBox(this);
        m_priority->setObjectName(QStringLiteral("tryPriorityComboBox"));
        for (const Priority &priority : catalog->priorities) {
            if (priority.active)
                m_priority->addItem(priority.name, priority.id.value);
        }
        m_queue = new QComboBox(this);
        m_queue->setObjectName(QStringLiteral("tryQueueComboBox"));
        for (const Queue &queue : catalog->queues) {
            if (queue.active)
                m_queue->addItem(catalog->queuePath(queue.id), queue.id.value);
        }
        add(tr("Priority"), m_priority, 1);
        add(tr("Queue"), m_queue, 1);
        for (QComboBox *box : {m_priority, m_queue}) {
            box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
            box->setMinimumContentsLength(8);
            connect(box, &QComboBox::currentIndexChanged, this, &TryItPanel::refresh);
        }
    }
    layout->addLayout(line);
}

void TryItPanel::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::tight, metrics::medium, metrics::tight, 0);
    layout->setSpacing(metrics::small);
    buildTicket(layout);
    m_stepPlace = new QVBoxLayout;
    m_stepPlace->setContentsMargins(metrics::huge, 0, 0, 0);
    m_stepPlace->setSpacing(metrics::tight);
    layout->addLayout(m_stepPlace);
    auto *more = new QPushButton(tr("Then…"), this);
    more->setObjectName(QStringLiteral("tryAddButton"));
    more->setAccessibleName(tr("Add an event to the made-up ticket"));
    more->setAutoDefault(false);
    connect(more, &QPushButton::clicked, this, &TryItPanel::addStep);
    m_problem = new PlainLabel(this);
    m_problem->setObjectName(QStringLiteral("tryProblemLabel"));
    m_problem->setStyleOf(m_context.area.theme, TextStyle::Small, Token::Warning);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(more, 0, Qt::AlignLeft);
    layout->addWidget(m_problem);
    m_results = new QTreeWidget(this);
    m_results->setObjectName(QStringLiteral("tryResultsTreeWidget"));
    m_results->setAccessibleName(tr("When it is due, and what counts"));
    m_results->setHeaderLabels({tr("Promise"), tr("From"), tr("Until"), tr("Counts"), tr("Why")});
    m_results->setUniformRowHeights(true);
    m_results->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_results->header()->setStretchLastSection(true);
    layout->addWidget(m_results, 1);
    connect(&m_context.area.theme, &Theme::changed, this, &TryItPanel::refresh); // lines have colours
}

void TryItPanel::addStep()
{
    const QTimeZone zone = zoneOf(m_subject({}).calendar);
    Instant at = wallClockInstant(m_created, zone);
    auto kind = SlaTrialStep::Kind::AgentReplies;
    if (!m_steps.isEmpty()) {
        const SlaTrialStep last = m_steps.last()->step(zone);
        at = qMax(at, last.at);
        kind = last.kind == SlaTrialStep::Kind::Pending        ? SlaTrialStep::Kind::Reopened
               : last.kind == SlaTrialStep::Kind::AgentReplies ? SlaTrialStep::Kind::Pending
                                                               : SlaTrialStep::Kind::Solved;
    } else if (m_of == Of::Calendar) {
        kind = SlaTrialStep::Kind::Pending;
    }
    auto *step = new TryItStep(m_context, kind, at + hourLength, zone, this);
    m_steps.append(step);
    m_stepPlace->addWidget(step);
    connect(step, &TryItStep::edited, this, &TryItPanel::refresh);
    connect(step, &TryItStep::removeRequested, this, [this, step] {
        m_steps.removeAll(step);
        step->deleteLater();
        refresh();
    });
    step->firstField()->setFocus();
    refresh();
}

QString TryItPanel::timeText(Instant at, const QTimeZone &zone) const
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, zone);
    const QString format =
        time.time().second() == 0 ? QStringLiteral("ddd yyyy-MM-dd HH:mm") : QStringLiteral("ddd yyyy-MM-dd HH:mm:ss");
    return locale().toString(time, format);
}

void TryItPanel::refresh()
{
    if (!isVisible())
        return;
    SlaTrialTicket ticket;
    ticket.queue = m_queue ? QueueId{m_queue->currentData().toLongLong()} : QueueId{};
    Subject subject = m_subject(ticket.queue);
    const CatalogPtr catalog = m_context.overview.catalog().catalog();
    if (m_amount) {
        QVector<StateId> pausing;
        for (const State &state : catalog->states) {
            if (state.type == StateType::PendingReminder || state.type == StateType::PendingAuto)
                pausing.append(state.id);
        }
        QString problem;
        const auto amount = slaAmountFromText(m_amount->text(), &problem);
        if (amount)
            subject.policy = trialPolicy(*amount, pausing);
        else if (subject.problem.isEmpty())
            subject.problem = problem;
    }
    m_problem->setText(subject.problem);
    m_problem->setVisible(!subject.problem.isEmpty());
    m_results->setEnabled(subject.problem.isEmpty());
    if (!subject.problem.isEmpty()) {
        m_results->clear();
        return;
    }
    const QTimeZone zone = zoneOf(subject.calendar);
    ticket.createdAt = wallClockInstant(m_created, zone);
    ticket.priority = m_priority ? PriorityId{m_priority->currentData().toLongLong()} : PriorityId{};
    for (const TryItStep *step : std::as_const(m_steps))
        ticket.steps.append(step->step(zone));
    showResults(trySla(ticket, subject.policy, subject.calendar, *catalog), zone);
}

QString TryItPanel::verdict(const SlaTrialResult &result, const QTimeZone &zone) const
{
    const SlaClock &clock = result.clock;
    switch (clock.state) {
    case SlaState::Paused: return tr("paused with %1 left").arg(slaSpanText(clock.left));
    case SlaState::Cancelled: return tr("cancelled");
    case SlaState::Met: return tr("met, %1 before it was due").arg(slaSpanText(clock.left));
    case SlaState::Breached: return tr("missed by %1").arg(slaSpanText(clock.left));
    case SlaState::Running: break;
    }
    if (clock.dueAt == 0)
        return tr("never due by this calendar");
    return result.reading.state == SlaState::Breached ? tr("was due %1, and is missed").arg(timeText(clock.dueAt, zone))
                                                      : tr("due %1").arg(timeText(clock.dueAt, zone));
}

void TryItPanel::showResults(const QVector<SlaTrialResult> &results, const QTimeZone &zone)
{
    m_results->clear();
    for (const SlaTrialResult &result : results) {
        QString name = slaTargetText(result.clock.target);
        if (result.clock.cycle > 1)
            name = tr("%1, %2nd time", "a target that runs once more").arg(name).arg(result.clock.cycle);
        auto *item =
            new QTreeWidgetItem(m_results, {tr("%1: %2", "a target: when it is due").arg(name, verdict(result, zone))});
        item->setFirstColumnSpanned(true);
        item->setFont(0, m_context.area.theme.font(TextStyle::Strong));
        addLedger(item, result, zone);
        item->setExpanded(true);
    }
    if (results.isEmpty())
        new QTreeWidgetItem(m_results, {tr("Nothing is promised for this ticket.")});
}

void TryItPanel::addLedger(QTreeWidgetItem *parent, const SlaTrialResult &result, const QTimeZone &zone)
{
    const Catalog &catalog = *m_context.overview.catalog().catalog();
    for (const LedgerEntry &entry : result.ledger) {
        auto *line =
            new QTreeWidgetItem(parent, {QString(), timeText(entry.from, zone), timeText(entry.to, zone),
                                         entry.counted ? slaSpanText(entry.to - entry.from) : QStringLiteral("–"),
                                         ledgerReasonText(entry, catalog)});
        if (entry.counted)
            continue;
        for (int column = 1; column < 5; ++column)
            line->setForeground(column, m_context.area.theme.color(Token::TextMuted));
    }
    auto *sum = new QTreeWidgetItem(parent, {QString(), QString(), tr("Sum"), slaSpanText(countedTime(result.ledger)),
                                             tr("of %1").arg(slaPromiseText(result.clock.promised))});
    for (int column = 2; column < 5; ++column)
        sum->setFont(column, m_context.area.theme.font(TextStyle::Strong));
}

void TryItPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace deskhand
