// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mailsetup/mailbox_dialog.h"

#include "models/navigator.h"
#include "widgets/frame/error_banner.h"
#include "widgets/mailsetup/mailbox_start.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"
#include "widgets/settings/window_room.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

namespace deskhand {

namespace {
constexpr int attentionMs = 250; // afterwards the person scrolls alone
}

MailboxDialog::MailboxDialog(const AreaContext &context, const MailOverview &overview, MailAccess &access,
                             UrlOpener browser, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_presenter(overview, access)
    , m_stack(new QStackedWidget(this))
    , m_start(new MailboxStart(context.theme, m_stack))
    , m_scroll(new QScrollArea(m_stack))
    , m_form(new MailboxForm(context, overview, m_presenter, std::move(browser)))
    , m_banner(new ErrorBanner(context.theme, this))
    , m_problem(new PlainLabel(this))
    , m_help(new QPushButton(tr("Help"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setObjectName(QStringLiteral("mailboxDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(roomFor(context.theme, {640, 680}, this));
    m_attentionEnds.setSingleShot(true);
    m_attentionEnds.setInterval(attentionMs);
    build();
    connect(m_start, &MailboxStart::chosen, this, &MailboxDialog::chooseProvider);
    connect(m_form, &MailboxForm::attentionWanted, this, [this](QWidget *part) {
        m_attention = part;
        m_attentionEnds.start();
        showAttention();
    });
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &MailboxDialog::showAttention,
            Qt::QueuedConnection);
    connect(&m_attentionEnds, &QTimer::timeout, this, [this] { m_attention = nullptr; });
    connect(m_help, &QPushButton::clicked, this, [this] { m_context.navigator.showHelp(QStringLiteral("mailboxes")); });
    connect(m_cancel, &QPushButton::clicked, this, &MailboxDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_banner->hide();
        m_presenter.save();
    });
    connect(&m_presenter, &MailboxPresenter::changed, this, &MailboxDialog::updateControls);
    connect(&m_presenter, &MailboxPresenter::saved, this, &QDialog::accept);
    connect(&m_presenter, &MailboxPresenter::saveFailed, this, &MailboxDialog::showFailure);
    connect(&m_presenter, &MailboxPresenter::signInFailed, this,
            [this](const Error &error) { m_banner->showError(tr("The sign-in did not work."), error); });
}

void MailboxDialog::build()
{
    m_scroll->setObjectName(QStringLiteral("mailboxScrollArea"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_form);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_scroll);
    m_problem->setObjectName(QStringLiteral("mailboxProblemLabel"));
    m_problem->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    m_problem->setWordWrap(true);
    m_help->setObjectName(QStringLiteral("mailboxHelpButton"));
    m_cancel->setObjectName(QStringLiteral("mailboxCancelButton"));
    m_save->setObjectName(QStringLiteral("mailboxSaveButton"));
    m_save->setProperty("primary", true);
    for (QPushButton *button : {m_help, m_cancel, m_save})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::small);
    buttons->addWidget(m_help);
    buttons->addSpacing(metrics::small);
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    layout->addLayout(buttons);
}

/// What has grown gets its room only after the next pass of the layouts.
void MailboxDialog::showAttention()
{
    if (m_attention)
        m_scroll->ensureWidgetVisible(m_attention, 0, metrics::medium);
}

void MailboxDialog::showNew()
{
    setWindowTitle(tr("Add a mailbox"));
    m_presenter.begin();
    m_stack->setCurrentWidget(m_start);
    updateControls();
    show();
    m_start->begin();
}

void MailboxDialog::showLike(MailboxId id)
{
    setWindowTitle(tr("Add a mailbox"));
    if (m_presenter.beginLike(id))
        showForm();
}

bool MailboxDialog::showEdit(MailboxId id)
{
    if (!m_presenter.edit(id))
        return false;
    const Mailbox &mailbox = m_presenter.mailbox();
    setWindowTitle(tr("Mailbox %1").arg(mailbox.name.isEmpty() ? mailbox.address : mailbox.name));
    showForm();
    return true;
}

void MailboxDialog::chooseProvider(MailProvider provider)
{
    Mailbox mailbox = m_presenter.mailbox();
    mailbox.address = m_start->address();
    mailbox.name = m_start->name();
    m_presenter.setMailbox(mailbox);
    m_presenter.usePreset(provider);
    showForm();
    m_form->focusFirst();
}

void MailboxDialog::showForm()
{
    m_stack->setCurrentWidget(m_scroll);
    m_form->load();
    updateControls();
    show();
}

void MailboxDialog::updateControls()
{
    const bool started = m_stack->currentWidget() == m_scroll;
    const QString problem = m_presenter.firstProblem();
    m_problem->setText(started ? problem : QString());
    m_save->setVisible(started);
    m_save->setEnabled(problem.isEmpty() && !m_presenter.isSaving()
                       && (m_presenter.isNew() || m_presenter.isChanged()));
    m_save->setText(m_presenter.isSaving() ? tr("Saving…") : tr("Save"));
}

void MailboxDialog::showFailure(const Error &error)
{
    if (error.code == ErrorCode::NotFound && error.where == QLatin1String("deskhand.sealKey")) {
        m_context.prompt.ask(
            this,
            {tr("Mailbox"),
             tr("This desk has no key for passwords yet."),
             tr("The key is made by the computer that does the desk's mail. Its administrator adds the "
                "first mailbox there with “deskhandctl mailbox add”; then this works here, too."),
             {tr("Close")},
             0},
            [](int) {});
        return;
    }
    QStringList fields;
    if (error.code == ErrorCode::Invalid) {
        for (auto field = error.payload.cbegin(); field != error.payload.cend(); ++field)
            fields.append(QStringLiteral("%1: %2").arg(field.key(), field->toString()));
    }
    m_banner->showError(fields.isEmpty() ? tr("The mailbox was not saved.")
                                         : tr("The mailbox was not saved (%1).").arg(fields.join(QStringLiteral(", "))),
                        error);
}

void MailboxDialog::reject()
{
    if (m_stack->currentWidget() != m_scroll || !m_presenter.isChanged()) {
        QDialog::reject();
        return;
    }
    const Question question{tr("Mailbox"), tr("Throw away what you entered?"), {}, {tr("Throw away")}, -1, true};
    m_context.prompt.ask(this, question, [this](int answer) {
        if (answer == 0)
            QDialog::reject();
    });
}

} // namespace deskhand
