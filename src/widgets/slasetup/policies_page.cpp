// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/policies_page.h"

#include "models/sla/sla_setup_words.h"
#include "widgets/frame/empty_state.h"
#include "widgets/plain_label.h"
#include "widgets/slasetup/policy_dialog.h"
#include "widgets/slasetup/save_scope_dialog.h"
#include "widgets/slasetup/sla_row_delegate.h"
#include "widgets/two_line_row.h"

#include <QAction>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QShortcut>

namespace deskhand {

PoliciesPage::PoliciesPage(const SlaSetupContext &context, QWidget *parent)
    : SlaPage(context, tr("The policies were not changed."), parent)
    , m_model(context.overview)
    , m_addAction(new QAction(tr("Add a policy…"), this))
{
    setObjectName(QStringLiteral("policiesPage"));
    setContent(build());
    connect(m_addAction, &QAction::triggered, this, &PoliciesPage::addPolicy);
    connect(&context.overview, &SlaOverview::changed, this, &PoliciesPage::showState);
    connect(&context.overview.catalog(), &CatalogHolder::changed, this, &PoliciesPage::showState);
    connect(&context.overview, &SlaOverview::tasksChanged, this, &PoliciesPage::showTask);
    connect(&m_model, &PolicyListModel::orderChanged, this, &PoliciesPage::showState);
    showState();
    showTask();
}

PoliciesPage::~PoliciesPage()
{
    delete m_dialog; // of the window, but of this page's desk
}

QStringList PoliciesPage::keywords() const
{
    return {tr("SLA"),     tr("service level"), tr("response time"), tr("resolution time"),
            tr("warning"), tr("escalation"),    tr("what if"),       tr("OLA")};
}

QWidget *PoliciesPage::buildOrderBar(QWidget *parent)
{
    m_orderBar = new QWidget(parent);
    auto *text = new PlainLabel(tr("The order is not saved yet."), m_orderBar);
    text->setStyleOf(context().area.theme, TextStyle::Small, Token::Warning);
    auto *undo = new QPushButton(tr("Undo"), m_orderBar);
    undo->setObjectName(QStringLiteral("orderUndoButton"));
    undo->setAccessibleName(tr("Back to the saved order"));
    auto *save = new QPushButton(tr("Save the order…"), m_orderBar);
    save->setObjectName(QStringLiteral("orderSaveButton"));
    save->setProperty("primary", true);
    for (QPushButton *button : {undo, save})
        button->setAutoDefault(false);
    auto *layout = new QHBoxLayout(m_orderBar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(text, 1);
    layout->addWidget(undo);
    layout->addWidget(save);
    connect(undo, &QPushButton::clicked, this, [this] { m_model.resetOrder(); });
    connect(save, &QPushButton::clicked, this, &PoliciesPage::saveOrder);
    return m_orderBar;
}

QWidget *PoliciesPage::build()
{
    auto *full = new QWidget(this);
    auto *hint = new PlainLabel(tr("The first policy whose condition a ticket satisfies is the one that it goes by. "
                                   "Drag them, or move them with Ctrl+Up and Ctrl+Down."),
                                full);
    hint->setStyleOf(context().area.theme, TextStyle::Small, Token::TextMuted);
    hint->setWordWrap(true);
    const auto button = [this, full](const QString &text, const char *objectName, auto run) {
        auto *made = new QPushButton(text, full);
        made->setObjectName(QLatin1String(objectName));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, run);
        return made;
    };
    auto *add = button(tr("Add…"), "policyAddButton", [this] { addPolicy(); });
    m_edit = button(tr("Edit…"), "policyEditButton", [this] {
        if (const SlaPolicy *policy = current())
            editPolicy(policy->id);
    });
    m_duplicate = button(tr("Duplicate…"), "policyDuplicateButton", [this] { duplicate(); });
    m_disable = button(tr("Disable"), "policyDisableButton", [this] { toggleActive(); });
    m_up = button(QString(), "policyUpButton", [this] { moveCurrent(-1); });
    m_down = button(QString(), "policyDownButton", [this] { moveCurrent(1); });
    m_up->setIcon(context().area.theme.icon(QStringLiteral("go-up")));
    m_down->setIcon(context().area.theme.icon(QStringLiteral("go-down")));
    for (QPushButton *one : {m_up, m_down})
        one->setFixedWidth(context().area.theme.controlHeight() + metrics::small);
    m_up->setAccessibleName(tr("Try it earlier"));
    m_down->setAccessibleName(tr("Try it later"));
    m_up->setToolTip(tr("Try it earlier (Ctrl+Up)"));
    m_down->setToolTip(tr("Try it later (Ctrl+Down)"));
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::small);
    for (QPushButton *one : {add, m_edit, m_duplicate, m_disable, m_up, m_down})
        top->addWidget(one);
    top->addStretch(1);
    m_list = new QListView(full);
    m_list->setObjectName(QStringLiteral("policiesListView"));
    m_list->setAccessibleName(tr("SLA policies in their order"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new SlaRowDelegate(context().area.theme, QStringLiteral("clock"), m_list));
    showAsRows(m_list);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setDropIndicatorShown(true);
    m_taskBar = new QWidget(full);
    m_taskText = new PlainLabel(m_taskBar);
    m_taskText->setObjectName(QStringLiteral("slaTaskLabel"));
    m_taskText->setStyleOf(context().area.theme, TextStyle::Small, Token::Info);
    m_taskCancel = new QPushButton(tr("Stop"), m_taskBar);
    m_taskCancel->setObjectName(QStringLiteral("slaTaskStopButton"));
    m_taskCancel->setAccessibleName(tr("Stop re-timing tickets"));
    m_taskCancel->setAutoDefault(false);
    auto *task = new QHBoxLayout(m_taskBar);
    task->setContentsMargins(0, 0, 0, 0);
    task->addWidget(m_taskText, 1);
    task->addWidget(m_taskCancel);
    auto *layout = new QVBoxLayout(full);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::medium);
    layout->addWidget(hint);
    layout->addLayout(top);
    layout->addWidget(m_taskBar);
    layout->addWidget(buildOrderBar(full));
    layout->addWidget(m_list, 1);
    connect(m_list, &QListView::activated, m_edit, &QPushButton::click);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PoliciesPage::showState);
    connect(m_taskCancel, &QPushButton::clicked, this, [this] {
        if (const SlaTask *running = context().overview.runningTask())
            context().overview.cancelTask(running->id);
    });
    const auto key = [this](const QKeySequence &keys, int step) {
        auto *shortcut = new QShortcut(keys, m_list, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step] { moveCurrent(step); });
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_Up), -1);
    key(QKeySequence(Qt::CTRL | Qt::Key_Down), 1);
    return full;
}

const SlaPolicy *PoliciesPage::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && index.row() < m_model.rowCount() ? &m_model.policyAt(index.row()) : nullptr;
}

void PoliciesPage::showState()
{
    if (showOnlyForAdmins())
        return;
    const bool any = m_model.rowCount() > 0;
    if (!any)
        empty()->setContent(QStringLiteral("clock"), tr("Nothing is promised yet"),
                            tr("A policy says within which time tickets are answered and solved, and who is told "
                               "before it is too late."),
                            m_addAction);
    showContent(any);
    if (any && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0));
    const SlaPolicy *policy = current();
    for (QPushButton *button : {m_edit, m_duplicate, m_disable})
        button->setEnabled(policy != nullptr);
    const int row = m_list->currentIndex().row();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_model.rowCount());
    m_disable->setText(policy && !policy->active ? tr("Enable") : tr("Disable"));
    m_orderBar->setVisible(m_model.isReordered());
}

void PoliciesPage::showTask()
{
    const SlaTask *running = context().overview.runningTask();
    m_taskBar->setVisible(running != nullptr);
    if (running)
        m_taskText->setText(tr("%1 · %2", "what is done, how far it is")
                                .arg(SlaSetupWords::task(*running, *context().overview.catalog().catalog()),
                                     SlaSetupWords::taskProgress(*running)));
}

PolicyDialog *PoliciesPage::dialog() const
{
    return m_dialog;
}

PolicyDialog *PoliciesPage::newDialog()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return nullptr;
    }
    m_dialog = new PolicyDialog(context(), window());
    return m_dialog;
}

void PoliciesPage::addPolicy()
{
    if (!mayAdminister())
        return;
    if (PolicyDialog *dialog = newDialog())
        dialog->showNew();
}

void PoliciesPage::editPolicy(SlaPolicyId id, int level)
{
    const int row = m_model.rowOf(id);
    if (row < 0 || !mayAdminister())
        return;
    m_list->setCurrentIndex(m_model.index(row));
    const SlaPolicy policy = m_model.policyAt(row);
    PolicyDialog *dialog = newDialog();
    if (!dialog)
        return;
    dialog->showEdit(policy);
    if (level != 0)
        dialog->showLevel(level);
}

void PoliciesPage::whatIf()
{
    const SlaPolicy *policy = current();
    if (!policy)
        return addPolicy();
    editPolicy(policy->id);
    if (m_dialog)
        m_dialog->showWhatIf();
}

void PoliciesPage::duplicate()
{
    const SlaPolicy *policy = current();
    if (!policy)
        return;
    const SlaPolicy copied = *policy;
    if (PolicyDialog *dialog = newDialog())
        dialog->showCopy(copied);
}

void PoliciesPage::toggleActive()
{
    const SlaPolicy *policy = current();
    if (!policy)
        return;
    SlaPolicy changed = *policy;
    changed.active = !changed.active;
    SlaImpactQuery query;
    query.policy = changed;
    auto *dialog = new SaveScopeDialog(context(), window());
    SlaOverview &overview = context().overview;
    dialog->start(changed.active ? tr("Enable %1").arg(changed.name) : tr("Disable %1").arg(changed.name), query,
                  SlaScope::NewTickets, [&overview, changed](SlaScope scope) { overview.savePolicy(changed, scope); });
}

void PoliciesPage::moveCurrent(int step)
{
    const int row = m_list->currentIndex().row();
    if (m_model.move(row, row + step))
        m_list->setCurrentIndex(m_model.index(row + step));
    showState();
}

void PoliciesPage::saveOrder()
{
    const QVector<SlaPolicyId> order = m_model.order();
    SlaImpactQuery query;
    query.order = order;
    auto *dialog = new SaveScopeDialog(context(), window());
    SlaOverview &overview = context().overview;
    dialog->start(tr("Another order of policies"), query, SlaScope::NewTickets,
                  [&overview, order](SlaScope scope) { overview.saveOrder(order, scope); });
}

} // namespace deskhand
