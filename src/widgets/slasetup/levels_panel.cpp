// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/levels_panel.h"

#include "domain/condition_text.h"
#include "models/sla/policy_presenter.h"
#include "models/sla/sla_setup_words.h"
#include "models/sla_words.h"
#include "widgets/list/condition_edit.h"
#include "widgets/list/condition_words.h"
#include "widgets/mailsetup/mail_server_fields.h"
#include "widgets/plain_label.h"
#include "widgets/settings/settings_form.h"
#include "widgets/slasetup/action_rows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>

namespace deskhand {

LevelsPanel::LevelsPanel(const SlaSetupContext &context, PolicyPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_presenter(presenter)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::tight, metrics::medium, metrics::tight, 0);
    layout->setSpacing(metrics::large);
    layout->addWidget(buildList(), 2);
    layout->addWidget(buildForm(), 3);
    connect(&presenter, &PolicyPresenter::changed, this, &LevelsPanel::load);
    connect(m_list, &QListWidget::currentRowChanged, this, &LevelsPanel::loadLevel);
    connect(m_name, &QLineEdit::textEdited, this, &LevelsPanel::take);
    connect(m_when, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_loading) {
            m_amount->setText(chosenValue(m_when) == int(SlaLevel::When::Percent) ? QStringLiteral("75")
                                                                                  : QStringLiteral("30m"));
            takeAmount();
        }
    });
    connect(m_amount, &QLineEdit::textEdited, this, &LevelsPanel::takeAmount);
    for (QCheckBox *box : {m_inWorkingTime, m_wait})
        connect(box, &QCheckBox::toggled, this, &LevelsPanel::take);
    connect(m_condition, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!m_loading)
            m_presenter.setLevelCondition(row(), text);
    });
    connect(m_actions, &ActionRows::edited, this, &LevelsPanel::take);
    load();
}

QWidget *LevelsPanel::buildList()
{
    auto *side = new QWidget(this);
    m_list = new QListWidget(side);
    m_list->setObjectName(QStringLiteral("levelsListWidget"));
    m_list->setAccessibleName(tr("Warnings and escalations"));
    m_list->setWordWrap(true);
    const auto button = [this, side](const QString &text, const char *objectName, auto run) {
        auto *made = new QPushButton(text, side);
        made->setObjectName(QLatin1String(objectName));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, run);
        return made;
    };
    auto *add = button(tr("Add"), "levelAddButton", [this] {
        const int added = m_presenter.addLevel();
        m_list->setCurrentRow(added);
        m_when->setFocus();
    });
    m_duplicate = button(tr("Duplicate"), "levelDuplicateButton",
                         [this] { m_list->setCurrentRow(m_presenter.duplicateLevel(row())); });
    m_remove = button(tr("Remove"), "levelRemoveButton", [this] { m_presenter.removeLevel(row()); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::small);
    for (QPushButton *one : {add, m_duplicate, m_remove})
        buttons->addWidget(one);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addLayout(buttons);
    layout->addWidget(m_list, 1);
    return side;
}

void LevelsPanel::buildTargets()
{
    m_targetPlace = new QWidget(m_form);
    auto *grid = new QGridLayout(m_targetPlace);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::medium);
    grid->setVerticalSpacing(0);
    for (const SlaTargetKind kind : allSlaTargetKinds) {
        auto *box = new QCheckBox(slaTargetText(kind), m_targetPlace);
        box->setObjectName(QStringLiteral("levelTarget%1CheckBox").arg(int(kind)));
        grid->addWidget(box, int(m_targets.size()) / 2, int(m_targets.size()) % 2);
        m_targets.append(box);
        connect(box, &QCheckBox::toggled, this, &LevelsPanel::take);
    }
}

QWidget *LevelsPanel::buildForm()
{
    const Theme &theme = m_context.area.theme;
    m_form = new SettingsForm(theme);
    m_name = new QLineEdit(m_form);
    m_name->setObjectName(QStringLiteral("levelNameLineEdit"));
    m_name->setMaxLength(120);
    m_when = new QComboBox(m_form);
    m_when->setObjectName(QStringLiteral("levelWhenComboBox"));
    m_when->addItem(tr("When so much of the time is used up (percent)"), int(SlaLevel::When::Percent));
    m_when->addItem(tr("Before it is due"), int(SlaLevel::When::Before));
    m_when->addItem(tr("After it was due"), int(SlaLevel::When::After));
    m_amount = new QLineEdit(m_form);
    m_amount->setObjectName(QStringLiteral("levelAmountLineEdit"));
    m_amountProblem = new PlainLabel(m_form);
    m_amountProblem->setObjectName(QStringLiteral("levelAmountLabel"));
    m_amountProblem->setStyleOf(theme, TextStyle::Small, Token::Danger);
    m_amountProblem->setWordWrap(true);
    m_inWorkingTime = new QCheckBox(tr("Measured in working time"), m_form);
    m_inWorkingTime->setObjectName(QStringLiteral("levelWorkingTimeCheckBox"));
    m_wait = new QCheckBox(tr("At night wait for the next working hours"), m_form);
    m_wait->setObjectName(QStringLiteral("levelWaitCheckBox"));
    buildTargets();
    m_condition = new ConditionEdit(theme, m_form);
    m_condition->setObjectName(QStringLiteral("levelConditionLineEdit"));
    m_condition->setPlaceholderText(tr("Always, or: is:unassigned"));
    m_condition->setCompleter([this](const QString &text, int cursor) {
        return completeCondition(text, cursor, *m_context.overview.catalog().catalog());
    });
    m_conditionProblem = new PlainLabel(m_form);
    m_conditionProblem->setObjectName(QStringLiteral("levelConditionLabel"));
    m_conditionProblem->setStyleOf(theme, TextStyle::Small, Token::Danger);
    m_conditionProblem->setWordWrap(true);
    m_actions = new ActionRows(m_context, m_form);
    m_form->addRow(tr("Name"), m_name, tr("May be empty."));
    m_form->addRow(tr("Reached"), m_when);
    m_form->addRow(tr("Amount"), m_amount);
    m_form->addField(m_amountProblem);
    m_form->addField(m_inWorkingTime);
    m_form->addField(m_wait);
    m_form->addRow(tr("Targets"), m_targetPlace, tr("None checked: all of the policy."), m_targets.first());
    m_form->addRow(tr("Only if"), m_condition, tr("Asked when the level is reached."));
    m_form->addField(m_conditionProblem);
    m_form->addRow(tr("Then"), m_actions);
    auto *sheet = new QWidget;
    auto *sheetLayout = new QVBoxLayout(sheet);
    sheetLayout->setContentsMargins(0, 0, metrics::small, 0);
    sheetLayout->addWidget(m_form);
    sheetLayout->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("levelScrollArea"));
    area->setAccessibleName(tr("The chosen level"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(sheet);
    return area;
}

int LevelsPanel::row() const
{
    return m_list->currentRow();
}

void LevelsPanel::choose(int levelId)
{
    for (int i = 0; i < m_presenter.policy().levels.size(); ++i) {
        if (m_presenter.policy().levels.at(i).id == levelId)
            m_list->setCurrentRow(i);
    }
}

QString LevelsPanel::lineOf(const SlaLevel &level) const
{
    QStringList actions;
    for (const SlaAction &action : level.actions)
        actions.append(SlaSetupWords::action(action, *m_context.overview.catalog().catalog()));
    return slaLevelText(level) + QStringLiteral("\n    ")
           + (actions.isEmpty() ? tr("nothing is done") : actions.join(QStringLiteral(", ")));
}

void LevelsPanel::load()
{
    const QVector<SlaLevel> &levels = m_presenter.policy().levels;
    {
        const QSignalBlocker quiet(m_list);
        while (m_list->count() > levels.size())
            delete m_list->takeItem(m_list->count() - 1);
        for (int i = 0; i < levels.size(); ++i) {
            if (i >= m_list->count())
                m_list->addItem(new QListWidgetItem);
            m_list->item(i)->setText(lineOf(levels.at(i)));
        }
        if (m_list->currentRow() < 0 && m_list->count() > 0)
            m_list->setCurrentRow(0);
    }
    loadLevel();
}

void LevelsPanel::loadLevel()
{
    const QVector<SlaLevel> &levels = m_presenter.policy().levels;
    const bool any = row() >= 0 && row() < levels.size();
    m_form->setVisible(any);
    m_duplicate->setEnabled(any);
    m_remove->setEnabled(any);
    if (!any) {
        m_shownLevel = 0; // its id may be given again
        return;
    }
    m_loading = true;
    const SlaLevel &level = levels.at(row());
    const bool percent = level.when == SlaLevel::When::Percent;
    if (level.id != m_shownLevel) { // else somebody may be typing there
        m_shownLevel = level.id;
        m_name->setText(level.name);
        m_amount->setText(percent ? QString::number(level.amount) : slaAmountText({TimeBasis::Business, level.amount}));
        m_condition->setText(level.conditionText);
        m_amountProblem->clear();
    }
    chooseValue(m_when, int(level.when));
    for (std::size_t i = 0; i < allSlaTargetKinds.size(); ++i)
        m_targets[int(i)]->setChecked(level.targets.contains(allSlaTargetKinds[i]));
    m_inWorkingTime->setChecked(level.inWorkingTime);
    m_wait->setChecked(level.waitForWorkingHours);
    m_actions->setActions(level.actions);
    const auto problem = m_presenter.levelConditionProblem(row());
    m_condition->setProblem(problem);
    m_form->setRowVisible(m_conditionProblem, problem.has_value());
    m_conditionProblem->setText(problem ? conditionProblemWords(*problem) : QString());
    m_form->setRowVisible(m_amountProblem, !m_amountProblem->text().isEmpty());
    m_form->setRowVisible(m_inWorkingTime, !percent);
    m_loading = false;
}

void LevelsPanel::take()
{
    if (m_loading || row() < 0)
        return;
    SlaLevel level = m_presenter.policy().levels.value(row());
    level.name = m_name->text().trimmed();
    level.targets.clear();
    for (std::size_t i = 0; i < allSlaTargetKinds.size(); ++i) {
        if (m_targets[int(i)]->isChecked())
            level.targets.append(allSlaTargetKinds[i]);
    }
    level.inWorkingTime = m_inWorkingTime->isChecked();
    level.waitForWorkingHours = m_wait->isChecked();
    level.actions = m_actions->actions();
    m_presenter.setLevel(row(), level);
}

void LevelsPanel::takeAmount()
{
    if (m_loading || row() < 0)
        return;
    SlaLevel level = m_presenter.policy().levels.value(row());
    level.when = SlaLevel::When(chosenValue(m_when));
    QString problem;
    if (level.when == SlaLevel::When::Percent) {
        QString number = m_amount->text().trimmed();
        number.remove(u'%');
        bool ok = false;
        const int percent = number.trimmed().toInt(&ok);
        if (!ok || percent < 1 || percent > 1000)
            problem = tr("Write a number of percent, as 75.");
        else
            level.amount = percent;
    } else {
        const auto amount = slaAmountFromText(m_amount->text(), &problem);
        if (amount && amount->basis != TimeBasis::Business)
            problem = tr("Write it in minutes or hours.");
        else if (amount)
            level.amount = amount->amount;
    }
    m_amountProblem->setText(problem);
    m_form->setRowVisible(m_amountProblem, !problem.isEmpty());
    if (problem.isEmpty())
        m_presenter.setLevel(row(), level);
}

} // namespace deskhand
