// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/policy_dialog.h"

#include "base/deliver.h"
#include "domain/condition_text.h"
#include "models/navigator.h"
#include "widgets/frame/error_banner.h"
#include "widgets/list/condition_edit.h"
#include "widgets/list/condition_words.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"
#include "widgets/settings/settings_form.h"
#include "widgets/settings/window_room.h"
#include "widgets/slasetup/levels_panel.h"
#include "widgets/slasetup/save_scope_dialog.h"
#include "widgets/slasetup/target_details.h"
#include "widgets/slasetup/target_matrix.h"
#include "widgets/slasetup/try_it_panel.h"
#include "widgets/slasetup/what_if_dialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

namespace deskhand {

namespace {
constexpr int policyCountPauseMs = 250;
}

PolicyDialog::PolicyDialog(const SlaSetupContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_presenter(context.overview)
    , m_banner(new ErrorBanner(context.area.theme, this))
{
    setObjectName(QStringLiteral("policyDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(roomFor(context.area.theme, {980, 720}, this));
    m_countPause.setSingleShot(true);
    m_countPause.setInterval(policyCountPauseMs);
    build();
    connectControls();
}

PolicyDialog::~PolicyDialog()
{
    m_counting.cancel();
}

QWidget *PolicyDialog::buildHead()
{
    const Theme &theme = m_context.area.theme;
    auto *form = new SettingsForm(theme, this);
    m_name = new QLineEdit(form);
    m_name->setObjectName(QStringLiteral("policyNameLineEdit"));
    m_name->setPlaceholderText(tr("Standard"));
    m_name->setMaxLength(120);
    m_condition = new ConditionEdit(theme, form);
    m_condition->setObjectName(QStringLiteral("policyConditionLineEdit"));
    m_condition->setPlaceholderText(tr("All tickets, or: queue:network organization:\"Contoso\""));
    m_condition->setCompleter([this](const QString &text, int cursor) {
        return completeCondition(text, cursor, *m_context.overview.catalog().catalog());
    });
    m_conditionNote = new PlainLabel(form);
    m_conditionNote->setObjectName(QStringLiteral("policyConditionLabel"));
    m_conditionNote->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_conditionNote->setWordWrap(true);
    m_calendar = new QComboBox(form);
    m_calendar->setObjectName(QStringLiteral("policyCalendarComboBox"));
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("For tickets"), m_condition);
    form->addField(m_conditionNote);
    form->addRow(tr("Calendar"), m_calendar);
    return form;
}

QWidget *PolicyDialog::buildTargets()
{
    auto *page = new QWidget(m_tabs);
    m_matrix = new TargetMatrix(m_context, m_presenter, page);
    m_cellNote = new PlainLabel(tr("4h and 30m are working time, 2wd working days, 90m calendar counts round the "
                                   "clock; an empty cell promises nothing. A grey time is that of the others."),
                                page);
    m_cellNote->setStyleOf(m_context.area.theme, TextStyle::Small, Token::TextMuted);
    m_cellNote->setWordWrap(true);
    m_cellProblem = new PlainLabel(page);
    m_cellProblem->setObjectName(QStringLiteral("policyCellLabel"));
    m_cellProblem->setStyleOf(m_context.area.theme, TextStyle::Small, Token::Danger);
    m_cellProblem->setWordWrap(true);
    m_details = new TargetDetails(m_context, m_presenter, page);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(metrics::tight, metrics::medium, metrics::tight, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_matrix);
    layout->addWidget(m_cellNote);
    layout->addWidget(m_cellProblem);
    layout->addWidget(m_details, 1);
    return page;
}

QWidget *PolicyDialog::buildButtons()
{
    auto *line = new QWidget(this);
    m_problem = new PlainLabel(line);
    m_problem->setObjectName(QStringLiteral("policyProblemLabel"));
    m_problem->setStyleOf(m_context.area.theme, TextStyle::Small, Token::Danger);
    m_problem->setWordWrap(true);
    m_version = new PlainLabel(line);
    m_version->setObjectName(QStringLiteral("policyVersionLabel"));
    m_version->setStyleOf(m_context.area.theme, TextStyle::Small, Token::TextMuted);
    auto *help = new QPushButton(tr("Help"), line);
    help->setObjectName(QStringLiteral("policyHelpButton"));
    m_whatIf = new QPushButton(tr("What if…"), line);
    m_whatIf->setObjectName(QStringLiteral("policyWhatIfButton"));
    m_cancel = new QPushButton(tr("Cancel"), line);
    m_cancel->setObjectName(QStringLiteral("policyCancelButton"));
    m_save = new QPushButton(tr("Save…"), line);
    m_save->setObjectName(QStringLiteral("policySaveButton"));
    m_save->setProperty("primary", true);
    m_save->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    for (QPushButton *button : {help, m_whatIf, m_cancel, m_save})
        button->setAutoDefault(false);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_problem, 1);
    layout->addWidget(m_version);
    layout->addWidget(help);
    layout->addWidget(m_whatIf);
    layout->addWidget(m_cancel);
    layout->addWidget(m_save);
    connect(help, &QPushButton::clicked, this,
            [this] { m_context.area.navigator.showHelp(QStringLiteral("sla-setup")); });
    return line;
}

void PolicyDialog::build()
{
    QWidget *head = buildHead();
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("policyTabWidget"));
    m_tabs->addTab(buildTargets(), tr("&Promises"));
    m_levels = new LevelsPanel(m_context, m_presenter, m_tabs);
    m_tabs->addTab(m_levels, tr("Wa&rnings and escalation"));
    m_tryIt = new TryItPanel(
        m_context, TryItPanel::Of::Policy,
        [this](QueueId queue) {
            return TryItPanel::Subject{m_presenter.policy(), m_presenter.calendarOf(queue), {}};
        },
        m_tabs);
    m_tabs->addTab(m_tryIt, tr("&Try it"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_banner);
    layout->addWidget(head);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buildButtons());
}

void PolicyDialog::connectControls()
{
    connect(m_name, &QLineEdit::textEdited, &m_presenter, &PolicyPresenter::setName);
    connect(m_condition, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!m_loading)
            m_presenter.setConditionText(text);
    });
    connect(m_condition, &ConditionEdit::escaped, this, &PolicyDialog::reject);
    connect(m_calendar, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_loading)
            m_presenter.setCalendar(CalendarId{m_calendar->currentData().toLongLong()});
    });
    connect(m_matrix, &TargetMatrix::targetChosen, m_details, &TargetDetails::setTarget);
    connect(m_matrix, &TargetMatrix::currentCellChanged, this, &PolicyDialog::showPolicy);
    connect(&m_countPause, &QTimer::timeout, this, &PolicyDialog::count);
    connect(&m_presenter, &PolicyPresenter::changed, this, &PolicyDialog::showPolicy);
    connect(m_whatIf, &QPushButton::clicked, this, &PolicyDialog::showWhatIf);
    connect(m_cancel, &QPushButton::clicked, this, &PolicyDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &PolicyDialog::save);
    connect(&m_context.overview, &SlaOverview::saved, this, [this] {
        if (m_saving)
            accept();
    });
    connect(&m_context.overview, &SlaOverview::failed, this, [this](const Error &error) {
        if (!std::exchange(m_saving, false))
            return;
        m_banner->showError(tr("The policy was not saved."), error);
        showPolicy();
    });
}

void PolicyDialog::load()
{
    m_loading = true;
    const SlaPolicy &policy = m_presenter.policy();
    m_name->setText(policy.name);
    m_condition->setText(policy.conditionText);
    m_calendar->clear();
    m_calendar->addItem(tr("That of the ticket's queue"), qint64(0));
    for (const BusinessCalendar &calendar : m_context.overview.catalog().catalog()->calendars) {
        if (calendar.active || calendar.id == policy.calendar)
            m_calendar->addItem(calendar.name, calendar.id.value);
    }
    m_calendar->setCurrentIndex(qMax(0, m_calendar->findData(policy.calendar.value)));
    m_loading = false;
    setWindowTitle(m_presenter.isNew() ? tr("New policy") : tr("Policy %1").arg(policy.name));
    m_counted = Condition::any({});
    showPolicy();
    show();
    m_name->setFocus();
    m_name->selectAll();
}

void PolicyDialog::showNew()
{
    m_presenter.begin();
    load();
}

void PolicyDialog::showEdit(const SlaPolicy &policy)
{
    m_presenter.edit(policy);
    load();
}

void PolicyDialog::showCopy(const SlaPolicy &policy)
{
    m_presenter.beginLike(policy);
    load();
}

void PolicyDialog::showLevel(int levelId)
{
    m_tabs->setCurrentWidget(m_levels);
    m_levels->choose(levelId);
}

void PolicyDialog::showPolicy()
{
    const QStringList problems = m_presenter.problems();
    m_problem->setText(problems.value(0));
    m_problem->setToolTip(plainToolTip(problems.join(u'\n')));
    m_version->setText(m_presenter.versionText());
    const bool changed = m_presenter.isNew() || m_presenter.isChanged();
    m_save->setEnabled(problems.isEmpty() && changed && !m_saving);
    m_whatIf->setEnabled(problems.isEmpty());
    const QString cellProblem = m_matrix->currentProblem();
    m_cellProblem->setText(cellProblem);
    m_cellProblem->setVisible(!cellProblem.isEmpty());
    m_cellNote->setVisible(cellProblem.isEmpty());
    const auto &problem = m_presenter.conditionProblem();
    m_condition->setProblem(problem);
    if (problem) {
        m_countPause.stop();
        m_counting.cancel();
        ++m_countNumber;
        m_counted = Condition::any({});
        m_conditionNote->setText(conditionProblemWords(*problem));
    } else if (!(m_counted == m_presenter.policy().condition)) {
        m_counted = m_presenter.policy().condition;
        m_conditionNote->setText(tr("Counting…"));
        m_countPause.start();
    }
    m_tryIt->refresh();
}

void PolicyDialog::count()
{
    if (m_counted.needsSearchIndex()) {
        m_conditionNote->setText(tr("Free words cannot choose a policy reliably: ask for fields instead."));
        return;
    }
    const CatalogHolder &holder = m_context.overview.catalog();
    m_counting = m_context.overview.desk().counts({m_counted}, holder.me(), holder.now());
    deliver(m_counting, this, [this, number = ++m_countNumber](const Result<QVector<qint64>> &answer) {
        if (number != m_countNumber)
            return;
        m_conditionNote->setText(
            answer && !answer->isEmpty()
                ? tr("%n ticket(s) match now; an earlier policy may take some of them.", nullptr, int(answer->first()))
                : QString());
    });
}

SlaPolicy PolicyDialog::trimmed() const
{
    SlaPolicy policy = m_presenter.policy();
    policy.name = policy.name.trimmed();
    return policy;
}

SlaImpactQuery PolicyDialog::query() const
{
    SlaImpactQuery query;
    query.policy = trimmed();
    return query;
}

void PolicyDialog::save()
{
    if (!m_save->isEnabled())
        return;
    m_banner->hide();
    if (!m_presenter.isNew() && m_presenter.onlyNameChanged()) { // a name moves no clock
        m_saving = true;
        showPolicy();
        m_context.overview.savePolicy(trimmed(), SlaScope::NewTickets);
        return;
    }
    askScope(SlaScope::NewTickets);
}

void PolicyDialog::askScope(SlaScope scope)
{
    auto *dialog = new SaveScopeDialog(m_context, this);
    connect(dialog, &QDialog::accepted, this, &PolicyDialog::accept);
    const QString name = trimmed().name;
    dialog->start(m_presenter.isNew() ? tr("The new policy %1").arg(name) : tr("A new version of %1").arg(name),
                  query(), scope, [this](SlaScope chosen) { m_context.overview.savePolicy(trimmed(), chosen); });
}

void PolicyDialog::showWhatIf()
{
    auto *dialog = new WhatIfDialog(m_context, this);
    dialog->start(
        tr("If %1 had always been so").arg(trimmed().name), [this] { return query(); },
        [this](SlaScope scope) { askScope(scope); });
}

void PolicyDialog::reject()
{
    if (m_saving)
        return;
    if (!m_presenter.isChanged()) {
        QDialog::reject();
        return;
    }
    const Question question{tr("Policy"), tr("Throw away what you changed?"), {}, {tr("Throw away")}, -1, true};
    m_context.area.prompt.ask(this, question, [this](int answer) {
        if (answer == 0)
            QDialog::reject();
    });
}

} // namespace deskhand
