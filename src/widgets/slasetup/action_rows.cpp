// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/action_rows.h"

#include "models/sla/sla_overview.h"
#include "models/sla/sla_setup_words.h"
#include "widgets/mailsetup/mail_server_fields.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace deskhand {

namespace {
constexpr int firstActionKind = int(SlaActionKind::NotifyOwner);
constexpr int lastActionKind = int(SlaActionKind::PostNote);
} // namespace

ActionRow::ActionRow(const SlaSetupContext &context, const SlaAction &action, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_kind(new QComboBox(this))
    , m_target(new QComboBox(this))
    , m_text(new QLineEdit(action.text, this))
{
    m_kind->setObjectName(QStringLiteral("actionKindComboBox"));
    m_kind->setAccessibleName(tr("What is done"));
    for (int kind = firstActionKind; kind <= lastActionKind; ++kind)
        m_kind->addItem(SlaSetupWords::actionKind(SlaActionKind(kind)), kind);
    chooseValue(m_kind, int(action.kind));
    m_target->setObjectName(QStringLiteral("actionTargetComboBox"));
    m_target->setAccessibleName(tr("To whom or to what"));
    m_text->setObjectName(QStringLiteral("actionTextLineEdit"));
    m_text->setAccessibleName(tr("Text of the note"));
    m_text->setPlaceholderText(tr("{{ticket.number}} needs a look"));
    for (QComboBox *box : {m_kind, m_target}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
    }
    auto *remove = new QToolButton(this);
    remove->setObjectName(QStringLiteral("actionRemoveToolButton"));
    remove->setIcon(context.area.theme.icon(QStringLiteral("window-close")));
    remove->setAccessibleName(tr("Take this action away"));
    remove->setToolTip(tr("Take this action away"));
    remove->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_kind, 1);
    layout->addWidget(m_target, 1);
    layout->addWidget(m_text, 1);
    layout->addWidget(remove);
    fillTargets(action.id);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        fillTargets(0);
        Q_EMIT edited();
    });
    connect(m_target, &QComboBox::currentIndexChanged, this, &ActionRow::edited);
    connect(m_text, &QLineEdit::textEdited, this, &ActionRow::edited);
    connect(remove, &QToolButton::clicked, this, &ActionRow::removeRequested);
}

void ActionRow::fillTargets(qint64 chosen)
{
    const QSignalBlocker quiet(m_target);
    const CatalogPtr catalog = m_context.overview.catalog().catalog();
    const auto kind = SlaActionKind(chosenValue(m_kind));
    m_target->clear();
    if (kind == SlaActionKind::NotifyPerson || kind == SlaActionKind::AssignTo) {
        for (const Person &agent : catalog->agents) {
            if (agent.active || agent.id.value == chosen)
                m_target->addItem(displayName(agent), agent.id.value);
        }
    } else if (kind == SlaActionKind::SetPriority) {
        for (const Priority &priority : catalog->priorities) {
            if (priority.active || priority.id.value == chosen)
                m_target->addItem(priority.name, priority.id.value);
        }
    } else if (kind == SlaActionKind::MoveToQueue) {
        for (const Queue &queue : catalog->queues) {
            if (queue.active || queue.id.value == chosen)
                m_target->addItem(catalog->queuePath(queue.id), queue.id.value);
        }
    }
    m_target->setCurrentIndex(qMax(0, m_target->findData(chosen)));
    m_target->setVisible(m_target->count() > 0);
    m_text->setVisible(kind == SlaActionKind::PostNote);
}

SlaAction ActionRow::action() const
{
    const auto kind = SlaActionKind(chosenValue(m_kind));
    return {kind, m_target->currentData().toLongLong(), kind == SlaActionKind::PostNote ? m_text->text() : QString()};
}

QWidget *ActionRow::firstField() const
{
    return m_kind;
}

ActionRows::ActionRows(const SlaSetupContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_place(new QVBoxLayout)
{
    m_place->setSpacing(metrics::tight);
    auto *add = new QPushButton(tr("Add an action"), this);
    add->setObjectName(QStringLiteral("actionAddButton"));
    add->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, [this] {
        addRow({})->firstField()->setFocus();
        Q_EMIT edited();
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    layout->addLayout(m_place);
    layout->addWidget(add, 0, Qt::AlignLeft);
}

ActionRow *ActionRows::addRow(const SlaAction &action)
{
    auto *row = new ActionRow(m_context, action, this);
    m_rows.append(row);
    m_place->addWidget(row);
    connect(row, &ActionRow::edited, this, &ActionRows::edited);
    connect(row, &ActionRow::removeRequested, this, [this, row] {
        m_rows.removeAll(row);
        row->hide();
        row->deleteLater();
        Q_EMIT edited();
    });
    return row;
}

void ActionRows::setActions(const QVector<SlaAction> &wanted)
{
    if (wanted == actions())
        return;
    for (ActionRow *row : std::as_const(m_rows)) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    for (const SlaAction &action : wanted)
        addRow(action);
}

QVector<SlaAction> ActionRows::actions() const
{
    QVector<SlaAction> all;
    for (const ActionRow *row : m_rows)
        all.append(row->action());
    return all;
}

} // namespace deskhand
