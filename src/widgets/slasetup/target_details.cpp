// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/target_details.h"

#include "models/sla/policy_presenter.h"
#include "models/sla/sla_setup_words.h"
#include "models/sla_words.h"
#include "widgets/mailsetup/mail_server_fields.h"
#include "widgets/plain_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QTableWidget>

namespace deskhand {

namespace {

constexpr std::array shownTriggers{SlaTrigger::Opened,       SlaTrigger::OpenedByAgent, SlaTrigger::CustomerSpoke,
                                   SlaTrigger::AgentReplied, SlaTrigger::AgentCalled,   SlaTrigger::NoteWritten,
                                   SlaTrigger::Owned,        SlaTrigger::QueueEntered,  SlaTrigger::QueueLeft,
                                   SlaTrigger::Solved,       SlaTrigger::Closed,        SlaTrigger::Reopened};
constexpr int pauseStateRole = Qt::UserRole + 1;

SlaTriggers &triggersIn(SlaTarget *target, int column)
{
    return column == 0 ? target->starts : column == 1 ? target->fulfils : target->resets;
}

} // namespace

TargetDetails::TargetDetails(const SlaSetupContext &context, PolicyPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_presenter(presenter)
{
    build();
    connect(&presenter, &PolicyPresenter::changed, this, &TargetDetails::load);
    connect(m_triggers, &QTableWidget::cellChanged, this, &TargetDetails::take);
    connect(m_pauses, &QListWidget::itemChanged, this, &TargetDetails::take);
    connect(m_reopen, &QComboBox::currentIndexChanged, this, &TargetDetails::take);
    connect(m_atLeast, &QLineEdit::textEdited, this, &TargetDetails::takeAtLeast);
    load();
}

void TargetDetails::build()
{
    const Theme &theme = m_context.area.theme;
    m_title = new PlainLabel(this);
    m_title->setObjectName(QStringLiteral("targetTitleLabel"));
    m_title->setStyleOf(theme, TextStyle::Strong);
    m_hint = new PlainLabel(this);
    m_hint->setObjectName(QStringLiteral("targetHintLabel"));
    m_hint->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_hint->setWordWrap(true);
    m_triggers = new QTableWidget(int(shownTriggers.size()), 3, this);
    m_triggers->setObjectName(QStringLiteral("targetTriggersTableWidget"));
    m_triggers->setAccessibleName(tr("What starts, fulfils and resets the target"));
    m_triggers->setHorizontalHeaderLabels({tr("Starts"), tr("Fulfils"), tr("Resets")});
    m_triggers->setTabKeyNavigation(false);
    m_triggers->setSelectionMode(QAbstractItemView::SingleSelection);
    m_triggers->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_triggers->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_triggers->verticalHeader()->setDefaultSectionSize(qMax(22, fontMetrics().height() + metrics::small));
    for (int row = 0; row < int(shownTriggers.size()); ++row) {
        m_triggers->setVerticalHeaderItem(
            row, new QTableWidgetItem(SlaSetupWords::trigger(shownTriggers[std::size_t(row)])));
        for (int column = 0; column < 3; ++column) {
            auto *cell = new QTableWidgetItem;
            cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            m_triggers->setItem(row, column, cell);
        }
    }
    m_pauses = new QListWidget(this);
    m_pauses->setObjectName(QStringLiteral("targetPausesListWidget"));
    m_pauses->setAccessibleName(tr("States in which it stands still"));
    m_reopen = new QComboBox(this);
    m_reopen->setObjectName(QStringLiteral("targetReopenComboBox"));
    m_reopen->setAccessibleName(tr("When the ticket is reopened"));
    for (const ReopenRule rule : {ReopenRule::Resume, ReopenRule::Restart, ReopenRule::Never})
        m_reopen->addItem(SlaSetupWords::reopen(rule), int(rule));
    m_atLeastRow = new QWidget(this);
    m_atLeast = new QLineEdit(m_atLeastRow);
    m_atLeast->setObjectName(QStringLiteral("targetAtLeastLineEdit"));
    m_atLeast->setAccessibleName(tr("With at least"));
    m_atLeast->setPlaceholderText(QStringLiteral("30m"));
    m_atLeastProblem = new PlainLabel(this);
    m_atLeastProblem->setObjectName(QStringLiteral("targetAtLeastLabel"));
    m_atLeastProblem->setStyleOf(theme, TextStyle::Small, Token::Danger);
    m_atLeastProblem->setWordWrap(true);
    m_atLeastProblem->hide();
    auto *least = new QHBoxLayout(m_atLeastRow);
    least->setContentsMargins(0, 0, 0, 0);
    least->addWidget(new PlainLabel(tr("with at least"), m_atLeastRow));
    least->addWidget(m_atLeast, 1);
    auto *side = new QVBoxLayout;
    side->setSpacing(metrics::tight);
    const auto heading = [this, &theme, side](const QString &text) {
        auto *label = new PlainLabel(text, this);
        label->setStyleOf(theme, TextStyle::SmallStrong, Token::TextMuted);
        side->addWidget(label);
    };
    heading(tr("Stands still while the ticket is"));
    side->addWidget(m_pauses, 1);
    side->addSpacing(metrics::small);
    heading(tr("When the ticket is reopened"));
    side->addWidget(m_reopen);
    side->addWidget(m_atLeastRow);
    side->addWidget(m_atLeastProblem);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(metrics::large);
    sides->addWidget(m_triggers, 3);
    sides->addLayout(side, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addSpacing(metrics::tight);
    layout->addLayout(sides, 1);
}

void TargetDetails::setTarget(SlaTargetKind kind)
{
    if (kind == SlaTargetKind::None || kind == m_kind)
        return;
    m_kind = kind;
    m_atLeastProblem->hide();
    m_atLeast->clear();
    load();
}

void TargetDetails::load()
{
    m_loading = true;
    SlaTarget target = m_presenter.target(m_kind);
    const bool promised = m_presenter.isPromised(m_kind);
    m_title->setText(promised ? slaTargetText(m_kind)
                              : tr("%1 · not promised: enter a time above").arg(slaTargetText(m_kind)));
    m_hint->setText(slaTargetHint(m_kind));
    for (QWidget *part : std::initializer_list<QWidget *>{m_triggers, m_pauses, m_reopen, m_atLeastRow})
        part->setEnabled(promised);
    for (int row = 0; row < int(shownTriggers.size()); ++row) {
        for (int column = 0; column < 3; ++column) {
            const bool on = triggersIn(&target, column).testFlag(shownTriggers[std::size_t(row)]);
            m_triggers->item(row, column)->setCheckState(on ? Qt::Checked : Qt::Unchecked);
            m_triggers->item(row, column)
                ->setData(Qt::AccessibleTextRole, tr("%1: %2", "what happens: what it does")
                                                      .arg(m_triggers->verticalHeaderItem(row)->text(),
                                                           m_triggers->horizontalHeaderItem(column)->text()));
        }
    }
    loadPauses(target);
    chooseValue(m_reopen, int(target.reopen));
    m_atLeastRow->setVisible(target.reopen == ReopenRule::Resume);
    if (!m_atLeast->hasFocus())
        m_atLeast->setText(target.atLeast > 0 ? slaAmountText({TimeBasis::Business, target.atLeast}) : QString());
    m_loading = false;
}

void TargetDetails::loadPauses(const SlaTarget &target)
{
    QVector<State> states;
    for (const State &state : m_context.overview.catalog().catalog()->states) {
        if (isUnresolved(state.type) && (state.active || target.pausedIn.contains(state.id)))
            states.append(state);
    }
    // Rows stay where they are: one of them may be what has just been changed.
    while (m_pauses->count() > states.size())
        delete m_pauses->takeItem(m_pauses->count() - 1);
    for (int row = 0; row < states.size(); ++row) {
        const State &state = states.at(row);
        if (row >= m_pauses->count())
            m_pauses->addItem(new QListWidgetItem);
        QListWidgetItem *item = m_pauses->item(row);
        item->setText(state.name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setData(pauseStateRole, state.id.value);
        item->setCheckState(target.pausedIn.contains(state.id) ? Qt::Checked : Qt::Unchecked);
    }
}

void TargetDetails::take()
{
    if (m_loading)
        return;
    SlaTarget target = m_presenter.target(m_kind);
    for (int column = 0; column < 3; ++column) {
        SlaTriggers &triggers = triggersIn(&target, column);
        triggers = {};
        for (int row = 0; row < int(shownTriggers.size()); ++row)
            triggers.setFlag(shownTriggers[std::size_t(row)],
                             m_triggers->item(row, column)->checkState() == Qt::Checked);
    }
    target.pausedIn.clear();
    for (int row = 0; row < m_pauses->count(); ++row) {
        if (m_pauses->item(row)->checkState() == Qt::Checked)
            target.pausedIn.append(StateId{m_pauses->item(row)->data(pauseStateRole).toLongLong()});
    }
    target.reopen = ReopenRule(chosenValue(m_reopen));
    m_presenter.setTarget(target);
}

void TargetDetails::takeAtLeast()
{
    SlaTarget target = m_presenter.target(m_kind);
    QString problem;
    const QString text = m_atLeast->text().trimmed();
    const auto amount = slaAmountFromText(text, &problem);
    const bool wrong = !text.isEmpty() && (!amount || amount->basis == TimeBasis::WorkingDays);
    m_atLeastProblem->setText(problem.isEmpty() ? tr("Write it in minutes or hours.") : problem);
    m_atLeastProblem->setVisible(wrong);
    if (wrong)
        return;
    target.atLeast = text.isEmpty() ? 0 : amount->amount;
    m_presenter.setTarget(target);
}

} // namespace deskhand
