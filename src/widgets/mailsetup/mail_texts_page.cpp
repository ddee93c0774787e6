// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mailsetup/mail_texts_page.h"

#include "models/mail_text_words.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/error_banner.h"
#include "widgets/mailsetup/mail_text_delegate.h"
#include "widgets/mailsetup/mail_text_dialog.h"
#include "widgets/plain_label.h"
#include "widgets/two_line_row.h"

#include <QAction>
#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

namespace deskhand {

MailTextsPage::MailTextsPage(const AreaContext &context, MailOverview &overview, QWidget *parent)
    : SettingsPage(parent)
    , m_context(context)
    , m_overview(overview)
    , m_model(overview)
    , m_ownAction(new QAction(tr("Write my signature…"), this))
    , m_firstAction(new QAction(tr("Write an acknowledgement…"), this))
    , m_addMenu(new QMenu(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, m_stack))
    , m_banner(new ErrorBanner(context.theme, this))
{
    setObjectName(QStringLiteral("mailTextsPage"));
    build();
    addActions();
    connect(m_edit, &QPushButton::clicked, this, &MailTextsPage::edit);
    connect(m_list, &QListView::activated, this, &MailTextsPage::edit);
    connect(&overview, &MailOverview::changed, this, &MailTextsPage::showState);
    connect(&overview, &MailOverview::failed, this, [this](const Error &error) {
        m_banner->showError(tr("The texts cannot be shown."), error, [this] { m_overview.refresh(); });
    });
    showState();
}

MailTextsPage::~MailTextsPage()
{
    delete m_dialog; // of the window, but of this page's desk
}

QStringList MailTextsPage::keywords() const
{
    return {tr("signature"), tr("acknowledgement"), tr("automatic answer"), tr("template"), tr("placeholder")};
}

void MailTextsPage::build()
{
    auto *full = new QWidget(m_stack);
    m_list = new QListView(full);
    m_list->setObjectName(QStringLiteral("mailTextsListView"));
    m_list->setAccessibleName(tr("Texts"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new MailTextDelegate(m_context.theme, m_list));
    showAsRows(m_list);
    auto *hint = new PlainLabel(tr("The text of the requester's language counts, else that for any language; that of "
                                   "the queue, else that of the queue above it."),
                                full);
    hint->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    hint->setWordWrap(true);
    m_add = new QPushButton(tr("Add"), full);
    m_add->setObjectName(QStringLiteral("mailTextAddButton"));
    m_add->setMenu(m_addMenu);
    m_edit = new QPushButton(tr("Edit…"), full);
    m_edit->setObjectName(QStringLiteral("mailTextEditButton"));
    for (QPushButton *button : {m_add, m_edit})
        button->setAutoDefault(false);
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::small);
    top->addWidget(hint, 1);
    top->addWidget(m_edit, 0, Qt::AlignTop);
    top->addWidget(m_add, 0, Qt::AlignTop);
    auto *fullLayout = new QVBoxLayout(full);
    fullLayout->setContentsMargins(0, 0, 0, 0);
    fullLayout->setSpacing(metrics::medium);
    fullLayout->addLayout(top);
    fullLayout->addWidget(m_list, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(full);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
}

void MailTextsPage::addActions()
{
    connect(m_ownAction, &QAction::triggered, this, &MailTextsPage::editOwnSignature);
    connect(m_firstAction, &QAction::triggered, this, [this] { add(MailTextKind::Acknowledgement); });
    connect(m_addMenu, &QMenu::aboutToShow, this, [this] {
        m_addMenu->clear();
        const auto offer = [this](MailTextKind kind, const QString &text) {
            connect(m_addMenu->addAction(text), &QAction::triggered, this, [this, kind] { add(kind); });
        };
        if (m_overview.mayAdminister()) {
            offer(MailTextKind::Acknowledgement, tr("Acknowledgement"));
            offer(MailTextKind::QueueSignature, tr("Signature of a queue"));
        }
        offer(MailTextKind::AgentSignature, tr("My signature"));
    });
}

void MailTextsPage::showEvent(QShowEvent *event)
{
    m_overview.refresh();
    SettingsPage::showEvent(event);
}

void MailTextsPage::showState()
{
    const bool empty = m_model.rowCount() == 0;
    const QString forAdmins = tr("An acknowledgement answers every new ticket that comes by mail; signatures of queues "
                                 "and people stand below replies. All of them can have placeholders.");
    const QString forAgents = tr("Your signature stands below every reply that you send by mail. Acknowledgements and "
                                 "the signatures of queues are written by the administrators of this desk.");
    const bool admin = m_overview.mayAdminister();
    m_empty->setContent(QStringLiteral("note"), tr("No text yet"), admin ? forAdmins : forAgents,
                        admin ? m_firstAction : m_ownAction);
    m_stack->setCurrentIndex(empty ? 0 : 1);
    if (!empty && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0));
    m_edit->setEnabled(!empty);
}

MailTextDialog *MailTextsPage::dialog() const
{
    return m_dialog;
}

MailTextDialog *MailTextsPage::newDialog()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return nullptr;
    }
    m_dialog = new MailTextDialog(m_context, m_overview, window());
    connect(m_dialog, &QDialog::accepted, this, [this] { m_overview.refresh(); });
    return m_dialog;
}

void MailTextsPage::add(MailTextKind kind)
{
    if (MailTextDialog *dialog = newDialog())
        dialog->showNew(kind);
}

void MailTextsPage::edit()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const MailText text = m_model.textAt(current.row());
    if (MailTextDialog *dialog = newDialog())
        dialog->showEdit(text);
}

void MailTextsPage::editOwnSignature()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const MailText &text = m_model.textAt(row);
        if (text.kind == MailTextKind::AgentSignature && text.agent == m_overview.catalog().me()) {
            m_list->setCurrentIndex(m_model.index(row));
            return edit();
        }
    }
    add(MailTextKind::AgentSignature);
}

} // namespace deskhand
