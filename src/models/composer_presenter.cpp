// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/composer_presenter.h"

#include "models/draft_fields.h"
#include "models/people_finder.h"
#include "models/reply_recipients.h"

#include <algorithm>
#include <utility>

namespace deskhand {

namespace {

bool isPublicKind(DraftKind kind)
{
    return kind != DraftKind::Note;
}

} // namespace

ComposerPresenter::ComposerPresenter(Desk &desk, const CatalogHolder &catalog, DraftKeeper &drafts, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_catalog(catalog)
    , m_drafts(drafts)
{
    m_draft = freshDraft(DraftKind::Reply);
    connect(&desk, &Desk::connectionChanged, this, [this](DeskConnection now) {
        m_lost = now == DeskConnection::Lost;
        Q_EMIT changed();
    });
    connect(&drafts, &DraftKeeper::saved, this, &ComposerPresenter::onSaved);
    connect(&drafts, &DraftKeeper::saveFailed, this, &ComposerPresenter::onSaveFailed);
    connect(&drafts, &DraftKeeper::thrownAway, this, [this](const QString &key) {
        if (key == m_draft.key && !isSending())
            show(freshDraft(m_draft.kind));
    });
    connect(&drafts, &DraftKeeper::takenBack, this, [this](const QString &key) {
        const Draft *draft = m_drafts.find(key);
        if (draft != nullptr && draft->ticket == m_ticket && isEmpty() && !isSending())
            show(*draft);
    });
    connect(&drafts, &DraftKeeper::givenBack, this, [this](const QString &key) {
        const Draft *draft = m_drafts.find(key);
        if (draft != nullptr && draft->ticket == m_ticket)
            show(*draft);
    });
    connect(&drafts, &DraftKeeper::loaded, this, [this] {
        if (m_ticket.isValid() && isEmpty())
            openTicket(m_ticket); // what the last run left arrived after the ticket was opened
    });
}

Draft ComposerPresenter::freshDraft(DraftKind kind) const
{
    Draft draft;
    draft.kind = kind;
    draft.ticket = m_ticket;
    draft.author = m_catalog.me();
    draft.key = draftKey(kind, m_ticket, m_catalog.me());
    draft.lastSeen = m_seen;
    return draft;
}

void ComposerPresenter::openTicket(TicketId ticket)
{
    if (ticket != m_ticket) {
        m_hasContext = false;
        m_thread.clear();
        m_requester = {};
        m_seen = {};
        m_unseen = 0;
    }
    m_ticket = ticket;
    const Draft *newest = nullptr;
    for (const DraftKind kind : {DraftKind::Reply, DraftKind::Note, DraftKind::Call}) {
        const Draft *found = m_drafts.find(draftKey(kind, ticket, m_catalog.me()));
        if (ticket.isValid() && found != nullptr && (newest == nullptr || found->savedAt > newest->savedAt))
            newest = found;
    }
    show(newest != nullptr ? *newest : freshDraft(DraftKind::Reply));
}

void ComposerPresenter::show(const Draft &draft)
{
    letGo();
    setWarnings({});
    m_draft = draft;
    m_sending = m_submitted.contains(draft.key) ? Sending::Submitted : Sending::No;
    m_text = draft.fields.value(draft_fields::text).toString();
    m_pictures.clear();
    for (const NewAttachment &attachment : draft.attachments) {
        if (attachment.isInline)
            m_pictures.insert(attachment.contentId);
    }
    applyDefaults();
    updateQuote();
    Q_EMIT draftReplaced();
    Q_EMIT changed();
}

void ComposerPresenter::setContext(const TicketDetail &detail, const QVector<Article> &thread)
{
    if (detail.row.head.id != m_ticket)
        return;
    m_requester = detail.requester;
    m_thread = thread;
    const Organization *organization = m_catalog.catalog()->organization(detail.row.head.organization);
    m_organizationDomain = organization != nullptr ? organization->domain : QString();
    // What arrives while a text grows leaves it alone, its recipients and its quote too.
    const bool growing = std::exchange(m_hasContext, true) && !isEmpty();
    if (!growing) {
        applyDefaults();
        updateQuote();
    }
    Q_EMIT changed();
    if (isHeld())
        Q_EMIT heldChanged(); // what holds it may just have come
}

void ComposerPresenter::setSeen(ArticleId newestSeen, int unseen)
{
    m_seen = newestSeen;
    m_unseen = unseen;
    const bool allSeen = std::all_of(m_holding.cbegin(), m_holding.cend(), [&](ArticleId id) { return id <= m_seen; });
    if (m_unseen == 0 && allSeen)
        letGo();
}

QVector<Article> ComposerPresenter::holding() const
{
    QVector<Article> articles;
    for (const Article &article : m_thread) {
        if (m_holding.contains(article.id))
            articles.append(article);
    }
    return articles;
}

void ComposerPresenter::hold(const QSet<ArticleId> &articles, int count)
{
    m_holding = articles;
    m_heldBy = count;
    Q_EMIT heldChanged();
}

void ComposerPresenter::letGo()
{
    m_holding.clear();
    if (std::exchange(m_heldBy, 0) > 0)
        Q_EMIT heldChanged();
}

// Recipients follow the ticket until the person has chosen others.
void ComposerPresenter::applyDefaults()
{
    if (!m_hasContext || m_draft.kind != DraftKind::Reply || m_draft.fields.value(draft_fields::recipients).toBool())
        return;
    const ReplyRecipients recipients = replyRecipients(m_requester, m_thread, *m_catalog.catalog());
    m_draft.to = recipients.to;
    m_draft.cc = recipients.cc;
}

void ComposerPresenter::updateQuote()
{
    m_quote = {};
    const Article *article = newestPublicArticle(m_thread);
    if (m_draft.kind == DraftKind::Reply && article != nullptr && !m_draft.fields.value(draft_fields::noQuote).toBool())
        m_quote = quoteOf(*article, TimeWords(), m_catalog.now());
}

bool ComposerPresenter::isEmpty() const
{
    return m_text.trimmed().isEmpty() && m_draft.attachments.isEmpty();
}

bool ComposerPresenter::isWorthKeeping() const
{
    return !isEmpty() || m_draft.fields.value(draft_fields::recipients).toBool();
}

bool ComposerPresenter::isUnconfirmed() const
{
    return !isSending() && m_draft.fields.value(draft_fields::unconfirmed).toBool();
}

bool ComposerPresenter::canSend() const
{
    const bool hasRecipient = m_draft.kind != DraftKind::Reply || !m_draft.to.isEmpty();
    return m_ticket.isValid() && m_hasContext && !isSending() && !isEmpty() && hasRecipient;
}

bool ComposerPresenter::wouldPublish(DraftKind kind) const
{
    const bool hasOwnDraft = m_drafts.find(draftKey(kind, m_ticket, m_catalog.me())) != nullptr;
    return !isPublicKind(m_draft.kind) && isPublicKind(kind) && !isEmpty() && !hasOwnDraft;
}

void ComposerPresenter::setKind(DraftKind kind)
{
    if (kind == m_draft.kind || isSending())
        return;
    if (const Draft *own = m_drafts.find(draftKey(kind, m_ticket, m_catalog.me())); own != nullptr) {
        show(*own);
        return;
    }
    Draft next = freshDraft(kind);
    if (!isEmpty()) { // what is written comes along; the draft it was is no more
        next.html = m_draft.html;
        next.attachments = m_draft.attachments;
        next.fields.insert(draft_fields::text, m_text);
        m_drafts.discard(m_draft.key);
    }
    const bool carried = !next.html.isEmpty() || !next.attachments.isEmpty();
    show(next);
    if (carried)
        edited();
}

void ComposerPresenter::setBody(const ComposerBody &body)
{
    if (body.html == m_draft.html && body.text == m_text)
        return;
    if (m_text.isEmpty())
        m_draft.lastSeen = m_seen;
    m_draft.html = body.html;
    m_text = body.text;
    m_draft.fields.insert(draft_fields::text, body.text);
    m_pictures = body.pictures;
    edited();
}

void ComposerPresenter::setRecipients(const QVector<MailAddress> &to, const QVector<MailAddress> &cc)
{
    if (to == m_draft.to && cc == m_draft.cc)
        return;
    m_draft.to = to;
    m_draft.cc = cc;
    m_draft.fields.insert(draft_fields::recipients, true);
    edited();
}

bool ComposerPresenter::isInboundCall() const
{
    return m_draft.fields.value(draft_fields::inbound, true).toBool();
}

void ComposerPresenter::setInboundCall(bool inbound)
{
    m_draft.fields.insert(draft_fields::inbound, inbound);
    edited();
}

bool ComposerPresenter::addAttachment(const NewAttachment &attachment)
{
    qint64 total = attachment.bytes.size();
    for (const NewAttachment &present : m_draft.attachments)
        total += present.bytes.size();
    if (total > attachmentLimit)
        return false;
    m_draft.attachments.append(attachment);
    if (attachment.isInline)
        m_pictures.insert(attachment.contentId);
    edited();
    return true;
}

void ComposerPresenter::removeAttachment(int index)
{
    if (index < 0 || index >= m_draft.attachments.size())
        return;
    m_draft.attachments.removeAt(index);
    edited();
}

void ComposerPresenter::removeQuote()
{
    m_draft.fields.insert(draft_fields::noQuote, true);
    updateQuote();
    edited();
}

ReplyQuote ComposerPresenter::takeQuote()
{
    const ReplyQuote taken = m_quote;
    removeQuote();
    return taken;
}

void ComposerPresenter::edited()
{
    m_draft.fields.remove(draft_fields::command); // another text is another command
    m_draft.fields.remove(draft_fields::unconfirmed);
    m_draft.savedAt = m_catalog.now();
    if (m_ticket.isValid()) {
        if (isWorthKeeping())
            m_drafts.keep(m_draft);
        else
            m_drafts.discard(m_draft.key);
    }
    if (!m_warnings.isEmpty())
        setWarnings(guard());
    Q_EMIT changed();
    Q_EMIT written();
}

QString ComposerPresenter::sendText() const
{
    if (m_draft.kind == DraftKind::Note)
        return tr("Add internal note");
    if (m_draft.kind == DraftKind::Call)
        return m_hasContext ? tr("Log call with %1").arg(displayName(m_requester)) : tr("Log call");
    const QVector<MailAddress> all = m_draft.to + m_draft.cc;
    if (all.isEmpty())
        return tr("Send");
    if (all.size() == 1)
        return tr("Send to %1").arg(addressName(all.first()));
    if (all.size() == 2)
        return tr("Send to %1 and %2").arg(addressName(all.first()), addressName(all.last()));
    return tr("Send to %1 and %n other(s)", nullptr, int(all.size()) - 1).arg(addressName(all.first()));
}

QString ComposerPresenter::placeholderText() const
{
    if (m_draft.kind == DraftKind::Note)
        return tr("Only your team will see this…");
    const QString name = m_hasContext ? displayName(m_requester) : QString();
    if (m_draft.kind == DraftKind::Call)
        return tr("What was said on the phone…");
    return name.isEmpty() ? tr("Write a reply…") : tr("Reply to %1…").arg(name);
}

Draft ComposerPresenter::discard()
{
    const Draft thrown = m_draft;
    m_drafts.discard(m_draft.key);
    show(freshDraft(m_draft.kind));
    return thrown;
}

void ComposerPresenter::restore(const Draft &draft)
{
    m_drafts.keep(draft);
    if (draft.ticket == m_ticket)
        show(draft);
}

} // namespace deskhand
