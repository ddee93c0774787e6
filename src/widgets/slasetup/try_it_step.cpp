// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/try_it_step.h"

#include "models/sla/sla_overview.h"
#include "widgets/mailsetup/mail_server_fields.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QToolButton>

namespace deskhand {

QDateTimeEdit *wallClockEdit(QWidget *parent, Instant at, const QTimeZone &zone)
{
    auto *edit = new QDateTimeEdit(parent);
    // The field knows no zones: UTC stands for the wall clock, as it skips and repeats nothing.
    edit->setTimeSpec(Qt::UTC);
    edit->setDisplayFormat(QStringLiteral("ddd yyyy-MM-dd HH:mm"));
    edit->setCalendarPopup(true);
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(at, zone);
    edit->setDateTime(QDateTime(wall.date(), wall.time(), Qt::UTC));
    return edit;
}

Instant wallClockInstant(const QDateTimeEdit *edit, const QTimeZone &zone)
{
    const QDateTime wall = edit->dateTime();
    return QDateTime(wall.date(), QTime(wall.time().hour(), wall.time().minute()), zone).toMSecsSinceEpoch();
}

TryItStep::TryItStep(const SlaSetupContext &context, SlaTrialStep::Kind kind, Instant at, const QTimeZone &zone,
                     QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_kind(new QComboBox(this))
    , m_value(new QComboBox(this))
    , m_at(wallClockEdit(this, at, zone))
{
    m_kind->setObjectName(QStringLiteral("stepKindComboBox"));
    m_kind->setAccessibleName(tr("What happens"));
    for (const auto one : {SlaTrialStep::Kind::AgentReplies, SlaTrialStep::Kind::CustomerWrites,
                           SlaTrialStep::Kind::Pending, SlaTrialStep::Kind::Reopened, SlaTrialStep::Kind::Solved,
                           SlaTrialStep::Kind::Owned, SlaTrialStep::Kind::Priority})
        m_kind->addItem(trialStepText(one), int(one));
    chooseValue(m_kind, int(kind));
    m_value->setObjectName(QStringLiteral("stepValueComboBox"));
    m_at->setObjectName(QStringLiteral("stepAtDateTimeEdit"));
    m_at->setAccessibleName(tr("When it happens"));
    auto *remove = new QToolButton(this);
    remove->setObjectName(QStringLiteral("stepRemoveToolButton"));
    remove->setIcon(context.area.theme.icon(QStringLiteral("window-close")));
    remove->setAccessibleName(tr("Take this event away"));
    remove->setToolTip(tr("Take this event away"));
    remove->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_at);
    layout->addWidget(m_kind, 1);
    layout->addWidget(m_value, 1);
    layout->addWidget(remove);
    fillValues();
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        fillValues();
        Q_EMIT edited();
    });
    connect(m_value, &QComboBox::currentIndexChanged, this, &TryItStep::edited);
    connect(m_at, &QDateTimeEdit::dateTimeChanged, this, &TryItStep::edited);
    connect(remove, &QToolButton::clicked, this, &TryItStep::removeRequested);
}

void TryItStep::fillValues()
{
    const QSignalBlocker quiet(m_value);
    const CatalogPtr catalog = m_context.overview.catalog().catalog();
    const auto kind = SlaTrialStep::Kind(chosenValue(m_kind));
    m_value->clear();
    if (kind == SlaTrialStep::Kind::Pending) {
        m_value->setAccessibleName(tr("State"));
        for (const State &state : catalog->states) {
            if (state.active && (state.type == StateType::PendingReminder || state.type == StateType::PendingAuto))
                m_value->addItem(state.name, state.id.value);
        }
    } else if (kind == SlaTrialStep::Kind::Priority) {
        m_value->setAccessibleName(tr("Priority"));
        for (const Priority &priority : catalog->priorities) {
            if (priority.active)
                m_value->addItem(priority.name, priority.id.value);
        }
    }
    m_value->setVisible(m_value->count() > 0);
}

SlaTrialStep TryItStep::step(const QTimeZone &zone) const
{
    return {SlaTrialStep::Kind(chosenValue(m_kind)), wallClockInstant(m_at, zone), m_value->currentData().toLongLong()};
}

QWidget *TryItStep::firstField() const
{
    return m_at;
}

} // namespace deskhand
