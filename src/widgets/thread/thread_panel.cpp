// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/thread/thread_panel.h"

#include "widgets/actions/action_registry.h"
#include "widgets/prompt.h"
#include "widgets/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>

namespace deskhand {

ThreadPanel::ThreadPanel(const AreaContext &context, Desk &desk, ThreadModel &model, const Clock &clock,
                         UrlOpener opener, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(model)
    , m_pictures(desk)
    , m_view(new ThreadView(model, m_pictures, context.theme, clock, this))
    , m_news(new QPushButton(this))
    , m_attachments(new AttachmentActions(desk, context.prompt, context.notices, context.theme, opener, this))
    , m_links(context.prompt, opener)
{
    setObjectName(QStringLiteral("threadPanel"));
    setFocusProxy(m_view);
    m_news->setObjectName(QStringLiteral("newsPushButton"));
    m_news->setAccessibleName(tr("New messages"));
    m_news->setProperty("primary", true);
    m_news->setAutoDefault(false);
    m_news->setFocusPolicy(Qt::TabFocus);
    m_news->hide();
    connect(m_news, &QPushButton::clicked, this, [this] {
        m_view->scrollToNewest();
        m_view->setFocus();
    });
    connect(m_view, &ThreadView::seenChanged, this, &ThreadPanel::showNews);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &ThreadPanel::showNews);
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &ThreadPanel::showNews);
    connect(m_view, &ThreadView::linkActivated, this,
            [this](const QString &href, const QString &text) { m_links.follow(this, href, text); });
    connect(m_view, &ThreadView::attachmentActivated, m_attachments, &AttachmentActions::activate);
    connect(m_view, &ThreadView::attachmentMenuRequested, m_attachments, &AttachmentActions::showMenu);
    connect(m_view, &ThreadView::articleMenuRequested, this, &ThreadPanel::showArticleMenu);
    connect(m_view, &ThreadView::remotePicturesRequested, this, &ThreadPanel::remotePicturesRequested);
    connect(m_view, &ThreadView::deliveryMenuRequested, this, &ThreadPanel::deliveryMenuRequested);
    connect(m_view, &ThreadView::wholeTextRequested, this,
            [this](const Article &article) { m_attachments->showText(authorText(article), article.text); });
    addActions();
}

void ThreadPanel::setRemotePicture(ArticleId article, int number, const QByteArray &bytes)
{
    if (!bytes.isEmpty())
        m_pictures.wantBytes(ArticleDocuments::remoteName(article, number), bytes);
}

void ThreadPanel::resizeEvent(QResizeEvent *)
{
    m_view->setGeometry(rect());
    place();
}

void ThreadPanel::place()
{
    m_news->adjustSize();
    m_news->move((width() - m_news->width()) / 2, height() - m_news->height() - metrics::medium);
    m_news->raise();
}

void ThreadPanel::showNews()
{
    const int unseen = m_view->unseenCount();
    const QScrollBar *bar = m_view->verticalScrollBar();
    const bool farAbove = bar->maximum() - bar->value() > m_view->height();
    m_news->setProperty("primary", unseen > 0);
    if (unseen > 0)
        m_news->setText(tr("%n new message(s)", nullptr, unseen));
    else
        m_news->setText(tr("Newest"));
    m_news->setIcon(m_context.theme.icon(QStringLiteral("go-down"), unseen > 0 ? Token::OnAccent : Token::TextMuted));
    m_news->setVisible(unseen > 0 || farAbove);
    place();
}

void ThreadPanel::showArticleMenu(const Article &article, const QString &href, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Theme &theme = m_context.theme;
    if (!m_view->selectedText().isEmpty())
        menu->addAction(theme.icon(QStringLiteral("edit-copy")), tr("Copy"), m_view, &ThreadView::copy);
    if (!href.isEmpty())
        menu->addAction(theme.icon(QStringLiteral("insert-link")), tr("Copy the link's address"), this,
                        [href] { QGuiApplication::clipboard()->setText(href); });
    menu->addAction(tr("Copy the text of the message"), this,
                    [text = article.text] { QGuiApplication::clipboard()->setText(text); });
    if (!article.from.address.isEmpty())
        menu->addAction(tr("Copy the sender's address"), this,
                        [address = article.from.address] { QGuiApplication::clipboard()->setText(address); });
    if (hasQuotedPart(article)) {
        menu->addSeparator();
        menu->addAction(tr("Show or hide the quoted text"), this, [this, id = article.id] {
            m_view->setCurrentArticle(id);
            m_view->toggleQuotes();
        });
    }
    if (m_model.articles().size() > 1) {
        menu->addSeparator();
        menu->addAction(theme.icon(QStringLiteral("split")), tr("Split off this message…"), this,
                        [this, id = article.id] { Q_EMIT splitRequested(id, false); });
        menu->addAction(tr("Split off from here…"), this, [this, id = article.id] { Q_EMIT splitRequested(id, true); });
    }
    menu->popup(position);
}

void ThreadPanel::addActions()
{
    ActionRegistry &actions = m_context.actions;
    const QString category = tr("Thread");
    const auto hasArticles = [this] { return !m_model.articles().isEmpty(); };
    const auto add = [&](const char *id, const QString &text, const QString &keys, const std::function<void()> &run) {
        actions.add({.id = QString::fromLatin1(id),
                     .text = text,
                     .category = category,
                     .shortcuts = {QKeySequence(keys)},
                     .scope = ActionScope::Ticket,
                     .menu = ActionMenu::Go,
                     .menuGroup = 40,
                     .enabledWhen = hasArticles},
                    this, run);
    };
    add("thread.next", tr("Next message"), QStringLiteral("N"), [this] { m_view->stepArticle(1); });
    add("thread.previous", tr("Previous message"), QStringLiteral("B"), [this] { m_view->stepArticle(-1); });
    add("thread.newest", tr("Newest message"), QStringLiteral("G"), [this] { m_view->scrollToNewest(); });
    add("thread.quotes", tr("Show or hide quoted text"), QStringLiteral("E"), [this] { m_view->toggleQuotes(); });
    add("thread.delivery", tr("What became of this mail…"), QStringLiteral("W"), [this] { m_view->askForDelivery(); });
    add("thread.attachments", tr("Files of this message…"), QStringLiteral("F"), [this] {
        const int row = m_model.rowOf(m_view->currentArticle());
        if (row < 0)
            return;
        const QVector<Attachment> shown = shownAttachments(m_model.item(row).article);
        if (shown.size() == 1) {
            m_attachments->activate(shown.first());
        } else if (!shown.isEmpty()) {
            auto *menu = new QMenu(this);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            for (const Attachment &attachment : shown)
                menu->addAction(QString(chipText(attachment)).replace(u'&', QStringLiteral("&&")), this,
                                [this, attachment] { m_attachments->activate(attachment); });
            menu->popup(mapToGlobal(QPoint(card::textLeft, 40)));
        }
    });
}

} // namespace deskhand
