// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mailsetup/mailboxes_page.h"

#include "base/deliver.h"
#include "models/navigator.h"
#include "widgets/actions/action_registry.h"
#include "widgets/chips/flow_layout.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/error_banner.h"
#include "widgets/mailsetup/mailbox_delegate.h"
#include "widgets/mailsetup/mailbox_tone.h"
#include "widgets/mailsetup/reconciliation_view.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"
#include "widgets/two_line_row.h"

#include <QAction>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>

namespace deskhand {

namespace {
constexpr int mostMailboxesShown = 6; // more are scrolled
const QString heldMailAction = QStringLiteral("go.heldMail");
} // namespace

MailboxesPage::MailboxesPage(const AreaContext &context, MailOverview &overview, MailAccess &access, UrlOpener browser,
                             QWidget *parent)
    : SettingsPage(parent)
    , m_context(context)
    , m_overview(overview)
    , m_access(access)
    , m_browser(std::move(browser))
    , m_model(overview)
    , m_addAction(new QAction(tr("Add a mailbox…"), this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, m_stack))
    , m_banner(new ErrorBanner(context.theme, this))
{
    setObjectName(QStringLiteral("mailboxesPage"));
    auto *full = new QWidget(m_stack);
    auto *fullLayout = new QVBoxLayout(full);
    fullLayout->setContentsMargins(0, 0, 0, 0);
    fullLayout->setSpacing(metrics::medium);
    fullLayout->addWidget(buildList());
    fullLayout->addWidget(buildDetails());
    fullLayout->addStretch(1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(full);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    connectControls();
    showState();
}

MailboxesPage::~MailboxesPage()
{
    delete m_dialog; // of the window, but of this page's desk
}

QStringList MailboxesPage::keywords() const
{
    return {tr("mail"), tr("IMAP"), tr("POP3"), tr("SMTP"), tr("server"), tr("password"), tr("reconciliation")};
}

QWidget *MailboxesPage::buildList()
{
    auto *part = new QWidget(this);
    m_list = new QListView(part);
    m_list->setObjectName(QStringLiteral("mailboxesListView"));
    m_list->setAccessibleName(tr("Mailboxes"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new MailboxDelegate(m_context.theme, m_list));
    showAsRows(m_list);
    m_add = new QPushButton(tr("Add…"), part);
    m_add->setObjectName(QStringLiteral("mailboxAddButton"));
    m_add->setAutoDefault(false);
    auto *hint = new PlainLabel(tr("What arrives here becomes tickets; replies leave by them."), part);
    hint->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    hint->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->addWidget(hint, 1);
    top->addWidget(m_add);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    return part;
}

QWidget *MailboxesPage::buildDetails()
{
    m_details = new QWidget(this);
    m_state = new PlainLabel(m_details);
    m_state->setObjectName(QStringLiteral("mailboxStateLabel"));
    m_problem = new PlainLabel(m_details);
    m_problem->setObjectName(QStringLiteral("mailboxTroubleLabel"));
    m_problem->setWordWrap(true);
    m_said = new PlainLabel(m_details); // from outside
    m_said->setObjectName(QStringLiteral("mailboxSaidLabel"));
    m_said->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sums = new ReconciliationView(m_context.theme, m_details);
    m_edit = new QPushButton(tr("Edit…"), m_details);
    m_edit->setObjectName(QStringLiteral("mailboxEditButton"));
    m_duplicate = new QPushButton(tr("Duplicate…"), m_details);
    m_duplicate->setObjectName(QStringLiteral("mailboxDuplicateButton"));
    m_pause = new QPushButton(tr("Pause"), m_details);
    m_pause->setObjectName(QStringLiteral("mailboxPauseButton"));
    m_active = new QPushButton(tr("Switch off…"), m_details);
    m_active->setObjectName(QStringLiteral("mailboxActiveButton"));
    m_held = new QPushButton(tr("Decide on held mail…"), m_details);
    m_held->setObjectName(QStringLiteral("mailboxHeldButton"));
    auto *buttons = new FlowLayout(metrics::small);
    for (QPushButton *button : {m_edit, m_duplicate, m_pause, m_active, m_held}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto *layout = new QVBoxLayout(m_details);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_state);
    layout->addWidget(m_problem);
    layout->addWidget(m_said);
    layout->addLayout(buttons);
    layout->addSpacing(metrics::tight);
    layout->addWidget(m_sums);
    return m_details;
}

void MailboxesPage::connectControls()
{
    connect(m_addAction, &QAction::triggered, this, &MailboxesPage::add);
    connect(m_add, &QPushButton::clicked, m_addAction, &QAction::trigger);
    connect(m_edit, &QPushButton::clicked, this, &MailboxesPage::edit);
    connect(m_duplicate, &QPushButton::clicked, this, &MailboxesPage::duplicate);
    connect(m_pause, &QPushButton::clicked, this, &MailboxesPage::togglePause);
    connect(m_active, &QPushButton::clicked, this, &MailboxesPage::toggleActive);
    connect(m_held, &QPushButton::clicked, this, [this] {
        if (QAction *action = m_context.actions.action(heldMailAction))
            action->trigger();
    });
    connect(m_list, &QListView::activated, this, &MailboxesPage::edit);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &MailboxesPage::showDetails);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &MailboxesPage::showDetails);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &MailboxesPage::showState);
    connect(&m_overview, &MailOverview::changed, this, &MailboxesPage::showState);
    connect(&m_overview, &MailOverview::failed, this, [this](const Error &error) {
        m_banner->showError(tr("The mailboxes cannot be shown."), error, [this] { m_overview.refresh(); });
    });
}

void MailboxesPage::showEvent(QShowEvent *event)
{
    m_overview.beginWatching();
    SettingsPage::showEvent(event);
}

void MailboxesPage::hideEvent(QHideEvent *event)
{
    m_overview.endWatching();
    SettingsPage::hideEvent(event);
}

int MailboxesPage::currentRow() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
}

void MailboxesPage::showState()
{
    if (!m_overview.mayAdminister()) {
        m_empty->setContent(QStringLiteral("lock"), tr("For administrators"),
                            tr("Mailboxes are set up by the administrators of this desk: %1.")
                                .arg(QLocale().createSeparatedList(m_overview.administrators())));
        m_stack->setCurrentIndex(0);
        return;
    }
    if (m_model.rowCount() == 0) {
        m_empty->setContent(QStringLiteral("mail-folder-inbox"), tr("No mailbox yet"),
                            tr("Let people reach this desk by mail: what they write to your support address becomes "
                               "tickets, and your replies leave from it. Deskhand asks for the address, fills in the "
                               "servers and tests every step."),
                            m_addAction);
        m_stack->setCurrentIndex(0);
        return;
    }
    m_stack->setCurrentIndex(1);
    const int rows = qBound(1, m_model.rowCount(), mostMailboxesShown);
    m_list->setFixedHeight(rows * TwoLineRow::sizeHint(m_context.theme).height());
    if (currentRow() < 0)
        m_list->setCurrentIndex(m_model.index(0));
    showDetails();
}

void MailboxesPage::showDetails()
{
    const int row = currentRow();
    m_details->setVisible(row >= 0);
    if (row < 0)
        return;
    const MailboxReport &report = m_model.reportAt(row);
    const MailboxHealth health = m_model.healthAt(row);
    m_state->setText(health.state);
    m_state->setStyleOf(m_context.theme, TextStyle::Strong, healthTone(health.kind));
    m_problem->setText(QStringList{health.problem, health.advice}.join(u' ').trimmed());
    m_problem->setVisible(!health.problem.isEmpty());
    m_said->setText(tr("In detail: %1").arg(health.detail));
    m_said->setVisible(!health.detail.isEmpty());
    m_sums->setReport(report);
    m_sums->setVisible(report.mailbox.protocol != MailProtocol::None);
    m_held->setVisible(report.sums.held + report.sums.quarantined > 0 && m_context.actions.action(heldMailAction));
    m_pause->setText(report.mailbox.paused ? tr("Resume") : tr("Pause"));
    m_pause->setToolTip(plainToolTip(tr("While it is paused nothing is fetched and nothing is sent; what waits keeps "
                                        "waiting.")));
    m_pause->setEnabled(report.mailbox.active);
    m_active->setText(report.mailbox.active ? tr("Switch off…") : tr("Switch on"));
}

MailboxDialog *MailboxesPage::newDialog()
{
    if (m_dialog) { // one at a time: what was begun is not lost
        m_dialog->raise();
        m_dialog->activateWindow();
        return nullptr;
    }
    m_dialog = new MailboxDialog(m_context, m_overview, m_access, m_browser, window());
    connect(&m_dialog->presenter(), &MailboxPresenter::saved, this, [this] { m_overview.refresh(); });
    return m_dialog;
}

void MailboxesPage::add()
{
    if (MailboxDialog *dialog = newDialog())
        dialog->showNew();
}

void MailboxesPage::edit()
{
    if (currentRow() < 0)
        return;
    const MailboxId id = m_model.reportAt(currentRow()).mailbox.id;
    MailboxDialog *dialog = newDialog();
    if (dialog && !dialog->showEdit(id))
        dialog->close();
}

void MailboxesPage::duplicate()
{
    if (currentRow() < 0)
        return;
    const MailboxId id = m_model.reportAt(currentRow()).mailbox.id;
    if (MailboxDialog *dialog = newDialog())
        dialog->showLike(id);
}

void MailboxesPage::togglePause()
{
    Mailbox mailbox = m_model.reportAt(currentRow()).mailbox;
    mailbox.paused = !mailbox.paused;
    submit(mailbox);
}

void MailboxesPage::toggleActive()
{
    Mailbox mailbox = m_model.reportAt(currentRow()).mailbox;
    mailbox.active = !mailbox.active;
    if (mailbox.active)
        return submit(mailbox);
    const Question question{tr("Switch a mailbox off"),
                            tr("Switch “%1” off?").arg(mailbox.name.isEmpty() ? mailbox.address : mailbox.name),
                            tr("Nothing is fetched from it and nothing is sent with it any more. Its tickets stay, and "
                               "it can be switched on again."),
                            {tr("Switch off")},
                            -1,
                            true};
    m_context.prompt.ask(this, question, [this, mailbox](int answer) {
        if (answer == 0)
            submit(mailbox);
    });
}

void MailboxesPage::submit(const Mailbox &mailbox)
{
    const Command command = Command::make(m_overview.catalog().me(), SaveMailbox{mailbox, {}});
    deliver(m_overview.desk().submit(command), this, [this](const Result<CommandAnswer> &answer) {
        if (!answer)
            m_banner->showError(tr("The mailbox was not changed."), answer.error());
        else
            m_banner->hide();
        m_overview.refresh();
    });
}

} // namespace deskhand
