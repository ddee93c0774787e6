// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outbox/held_mail_window.h"

#include "base/deliver.h"
#include "models/navigator.h"
#include "models/notices.h"
#include "models/time_text.h"
#include "widgets/actions/action_registry.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/error_banner.h"
#include "widgets/outbox/mail_rows.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"
#include "widgets/two_line_row.h"

#include <QCheckBox>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr qsizetype longestSource = 256 * 1024; // bytes of a raw mail that are shown

} // namespace

HeldMailWindow::HeldMailWindow(const AreaContext &context, Desk &desk, const CatalogHolder &catalog,
                               HeldMailModel &mails, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_desk(desk)
    , m_catalog(catalog)
    , m_mails(mails)
    , m_error(new ErrorBanner(context.theme, this))
    , m_splitter(new QSplitter(this))
    , m_list(new QListView(this))
    , m_empty(new EmptyState(context.theme, this))
{
    setObjectName(QStringLiteral("heldMailWindow"));
    setWindowTitle(tr("Held mail"));
    resize(860, 520);
    build();
    addAction();
    connectModel();
    showState();
}

void HeldMailWindow::addAction()
{
    m_context.actions.add({.id = QStringLiteral("go.heldMail"),
                           .text = tr("&Held mail…"),
                           .category = tr("Go"),
                           .icon = QStringLiteral("object-locked"),
                           .shortcuts = {QKeySequence(QStringLiteral("Ctrl+Shift+H"))},
                           .menu = ActionMenu::Go,
                           .menuGroup = 10},
                          this, [this] { open(); });
}

void HeldMailWindow::build()
{
    m_list->setObjectName(QStringLiteral("heldMailListView"));
    m_list->setAccessibleName(tr("Held mail"));
    m_list->setModel(&m_mails);
    m_list->setItemDelegate(new HeldMailDelegate(m_context.theme, m_list));
    m_list->setMinimumWidth(240);
    showAsRows(m_list);
    m_empty->setContent(QStringLiteral("checkmark"), tr("No mail waits for you"),
                        tr("A mail that claims a ticket without having a part in it, or that looks like a loop, waits "
                           "here until somebody decides."));
    m_splitter->setObjectName(QStringLiteral("heldMailSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(buildPreview());
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({320, 540});
    m_error->hide();
    m_buttons = new QWidget(this);
    m_buttons->setLayout(buildButtons());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, metrics::medium);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_error);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_buttons);
}

QWidget *HeldMailWindow::buildPreview()
{
    auto *preview = new QWidget(m_splitter);
    const Theme &theme = m_context.theme;
    const auto label = [preview, &theme](const QString &name, TextStyle style, Token color) {
        auto *made = new PlainLabel(preview);
        made->setObjectName(name);
        made->setStyleOf(theme, style, color);
        made->setWordWrap(true);
        made->setTextInteractionFlags(Qt::TextSelectableByMouse);
        return made;
    };
    m_subject = label(QStringLiteral("heldSubjectPlainLabel"), TextStyle::Strong, Token::Text);
    m_from = label(QStringLiteral("heldFromPlainLabel"), TextStyle::Small, Token::TextMuted);
    m_reason = label(QStringLiteral("heldReasonPlainLabel"), TextStyle::Body, Token::Warning);
    m_text = new QPlainTextEdit(preview);
    m_text->setObjectName(QStringLiteral("heldTextPlainTextEdit"));
    m_text->setAccessibleName(tr("Text of the mail"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_source = new QPushButton(preview);
    m_source->setObjectName(QStringLiteral("showSourcePushButton"));
    m_source->setFlat(true);
    m_source->setAutoDefault(false);
    connect(m_source, &QPushButton::clicked, this, &HeldMailWindow::showSource);
    auto *layout = new QVBoxLayout(preview);
    layout->setContentsMargins(metrics::large, metrics::medium, metrics::medium, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_subject);
    layout->addWidget(m_from);
    layout->addWidget(m_reason);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_source, 0, Qt::AlignLeft);
    return preview;
}

QLayout *HeldMailWindow::buildButtons()
{
    const auto button = [this](const QString &name, const QString &text) {
        auto *made = new QPushButton(text, m_buttons);
        made->setObjectName(name);
        made->setAutoDefault(false);
        return made;
    };
    m_trust = new QCheckBox(tr("Trust this sender in this ticket"), m_buttons);
    m_trust->setObjectName(QStringLiteral("trustSenderCheckBox"));
    m_trust->setToolTip(tr("Further mails of this address about the ticket are not held"));
    m_discard = button(QStringLiteral("discardHeldPushButton"), tr("Discard…"));
    m_openTicket = button(QStringLiteral("openAsTicketPushButton"), tr("New ticket"));
    m_other = button(QStringLiteral("joinOtherPushButton"), tr("Add to another ticket…"));
    m_join = button(QStringLiteral("joinTicketPushButton"), tr("Add to the ticket"));
    m_join->setProperty("primary", true);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(metrics::medium, 0, metrics::medium, 0);
    line->setSpacing(metrics::small);
    line->addWidget(m_discard);
    line->addStretch(1);
    line->addWidget(m_trust);
    line->addWidget(m_openTicket);
    line->addWidget(m_other);
    line->addWidget(m_join);
    connect(m_discard, &QPushButton::clicked, this, &HeldMailWindow::discard);
    connect(m_openTicket, &QPushButton::clicked, this, [this] { decide(HeldDecision::OpenTicket); });
    connect(m_other, &QPushButton::clicked, this, &HeldMailWindow::joinOther);
    connect(m_join, &QPushButton::clicked, this, [this] { decide(HeldDecision::Join); });
    return line;
}

void HeldMailWindow::connectModel()
{
    connect(&m_mails, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_current = current().id; });
    connect(&m_mails, &QAbstractItemModel::modelReset, this, [this] {
        if (m_mails.rowCount() > 0)
            m_list->setCurrentIndex(m_mails.index(std::max(0, m_mails.rowOf(m_current))));
        showState();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showState(); });
    connect(&m_mails, &HeldMailModel::failed, this, [this](const Error &error) {
        m_error->showError(tr("Nothing was changed. The mail is still here."), error);
        showState();
    });
    connect(&m_mails, &HeldMailModel::decided, this, [this](HeldDecision decision, const CommandAnswer &answer) {
        m_error->hide();
        if (decision == HeldDecision::Discard) {
            m_context.notices.post(tr("The mail was discarded"));
            return;
        }
        Notice notice;
        notice.text = decision == HeldDecision::Join ? tr("The mail was added to #%1").arg(answer.ticketNumber)
                                                     : tr("The mail became ticket #%1").arg(answer.ticketNumber);
        notice.actionText = tr("Open");
        notice.action = [&navigator = m_context.navigator, ticket = answer.ticket] {
            navigator.openTicket(ticket, true);
        };
        m_context.notices.post(notice);
    });
}

HeldMail HeldMailWindow::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? m_mails.mailAt(index.row()) : HeldMail();
}

void HeldMailWindow::open()
{
    m_mails.refresh();
    if (m_mails.rowCount() > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_mails.index(0));
    showState();
    show();
    raise();
    activateWindow();
    m_list->setFocus();
}

void HeldMailWindow::showTicket(TicketId ticket)
{
    if (const int row = m_mails.rowOfTicket(ticket); row >= 0)
        m_list->setCurrentIndex(m_mails.index(row));
    open();
}

void HeldMailWindow::showState()
{
    const bool any = m_mails.rowCount() > 0;
    m_splitter->setVisible(any);
    m_buttons->setVisible(any);
    m_empty->setVisible(!any);
    const HeldMail mail = current();
    const bool chosen = mail.id.isValid() && !m_mails.isDeciding(mail.id);
    const bool claims = mail.ticket.isValid();
    for (QPushButton *button : {m_discard, m_openTicket, m_other, m_join})
        button->setEnabled(chosen);
    m_join->setVisible(claims);
    m_join->setText(tr("Add to #%1").arg(mail.ticketNumber));
    m_trust->setVisible(mail.reason == HoldReason::Stranger);
    m_other->setText(claims ? tr("Another ticket…") : tr("Add to a ticket…"));
    m_other->setProperty("primary", !claims);
    m_other->update();
    if (mail.id != m_sourceOf || !mail.id.isValid())
        showPreview(mail);
}

void HeldMailWindow::showPreview(const HeldMail &mail)
{
    m_sourceOf = {};
    m_subject->setText(m_list->currentIndex().data().toString());
    m_from->setText(tr("From %1, %2", "sender, when")
                        .arg(m_list->currentIndex().data(HeldMailModel::SenderRole).toString(),
                             TimeWords().moment(mail.at, m_catalog.now())));
    m_reason->setText(m_list->currentIndex().data(HeldMailModel::ReasonTextRole).toString());
    if (m_text->toPlainText() != mail.excerpt)
        m_text->setPlainText(mail.excerpt);
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_text->setFont(m_context.theme.font(TextStyle::Body));
    m_source->setText(tr("Show the source"));
    m_source->setEnabled(!mail.rawSha256.isEmpty());
}

void HeldMailWindow::showSource()
{
    const HeldMail mail = current();
    if (m_sourceOf == mail.id) {
        showPreview(mail);
        return;
    }
    m_sourceWish.cancel();
    m_sourceWish = m_desk.blob(mail.rawSha256);
    deliver(m_sourceWish, this, [this, id = mail.id](const Result<QByteArray> &raw) {
        if (current().id != id)
            return;
        if (!raw) {
            m_error->showError(tr("The source of the mail could not be read."), raw.error());
            return;
        }
        m_sourceOf = id;
        QString text = QString::fromUtf8(raw->left(longestSource));
        if (raw->size() > longestSource)
            text += tr("\n… (only the beginning is shown)");
        m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
        m_text->setFont(m_context.theme.font(TextStyle::Mono));
        m_text->setPlainText(text);
        m_source->setText(tr("Show the text"));
    });
}

void HeldMailWindow::decide(HeldDecision decision, TicketId ticket)
{
    const HeldMail mail = current();
    if (!mail.id.isValid())
        return;
    const bool trust = decision == HeldDecision::Join && m_trust->isVisibleTo(this) && m_trust->isChecked();
    m_mails.decide(mail.id, decision, ticket, trust);
    m_trust->setChecked(false);
    showState();
}

void HeldMailWindow::joinOther()
{
    const HeldMailId mail = current().id;
    m_context.prompt.askText(
        this, tr("Add to a ticket"), tr("Number of the ticket"), {}, [this, mail](const QString &text) {
            QString number = text.trimmed();
            if (number.startsWith(u'#'))
                number.remove(0, 1);
            deliver(m_desk.ticketByNumber(number, m_catalog.me()), this,
                    [this, mail, number](const Result<TicketId> &id) {
                        if (!id) {
                            m_error->showError(tr("There is no ticket #%1 that you can see.").arg(number), id.error());
                        } else if (current().id == mail) {
                            decide(HeldDecision::Join, *id);
                        }
                    });
        });
}

void HeldMailWindow::discard()
{
    const HeldMail mail = current();
    Question question;
    question.title = tr("Held mail");
    question.text = tr("Discard this mail?");
    question.detail =
        tr("It becomes no ticket and is answered by nobody. The raw mail stays in the archive of the desk.");
    question.answers = {tr("Discard"), tr("Keep it")};
    question.cancelAnswer = 1;
    question.danger = true;
    m_context.prompt.ask(this, question, [this, id = mail.id](int answer) {
        if (answer == 0 && current().id == id)
            decide(HeldDecision::Discard);
    });
}

} // namespace deskhand
