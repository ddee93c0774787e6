// SPDX-License-Identifier: GPL-3.0-or-later
// Of ComposerPresenter: what is looked at before a draft leaves, and how it leaves.
#include "models/composer_presenter.h"

#include "base/deliver.h"
#include "models/draft_fields.h"
#include "models/guard_words.h"
#include "models/sent_drafts.h"
#include "models/undo_window.h"

#include <utility>

namespace deskhand {

namespace {

const QString unseenField = QStringLiteral("unseen"); // of a refused PostArticle

} // namespace

QVector<GuardWarning> ComposerPresenter::guard() const
{
    if (m_draft.kind != DraftKind::Reply)
        return {};
    GuardedDraft draft;
    draft.to = m_draft.to;
    draft.cc = m_draft.cc;
    draft.text = m_text;
    draft.quotedText = m_quote.text;
    draft.attachments = int(m_draft.attachments.size());
    return guardReply(draft, guardFacts(m_thread, m_requester.address, m_organizationDomain, *m_catalog.catalog()));
}

void ComposerPresenter::setWarnings(const QVector<GuardWarning> &warnings)
{
    if (m_warnings == warnings)
        return;
    m_warnings = warnings;
    Q_EMIT warningsChanged();
}

void ComposerPresenter::sendInSpite()
{
    SendWish wish = m_warnedWish;
    wish.evenWarned = true;
    send(wish);
}

void ComposerPresenter::removeRecipients(const QStringList &addresses)
{
    const auto without = [&addresses](QVector<MailAddress> recipients) {
        recipients.removeIf(
            [&](const MailAddress &one) { return addresses.contains(one.address, Qt::CaseInsensitive); });
        return recipients;
    };
    setRecipients(without(m_draft.to), without(m_draft.cc));
}

int ComposerPresenter::undoWindow() const
{
    const MailSettings &desk = m_catalog.catalog()->mailSettings;
    return m_settings != nullptr ? undoSeconds(*m_settings, desk) : desk.undoSeconds;
}

void ComposerPresenter::send(StateId state, Instant pendingUntil, bool anyway)
{
    SendWish wish;
    wish.state = state;
    wish.pendingUntil = pendingUntil;
    wish.evenUnseen = anyway;
    send(wish);
}

void ComposerPresenter::send(const SendWish &wish)
{
    if (!canSend())
        return;
    if (m_unseen > 0 && !wish.evenUnseen) {
        QSet<ArticleId> unseen;
        for (const Article &article : std::as_const(m_thread)) {
            if (article.id > m_seen && article.author != m_catalog.me())
                unseen.insert(article.id);
        }
        hold(unseen, m_unseen);
        return;
    }
    letGo();
    if (const QVector<GuardWarning> found = guard(); !found.isEmpty()) {
        const QString key = guardKey(found);
        QStringList answered = m_draft.fields.value(draft_fields::guardAnswered).toStringList();
        if (!wish.evenWarned && !answered.contains(key)) {
            m_warnedWish = wish;
            setWarnings(found);
            return;
        }
        if (!answered.contains(key))
            m_draft.fields.insert(draft_fields::guardAnswered, answered << key);
    }
    setWarnings({});
    m_wish = wish;
    if (m_draft.kind != DraftKind::Reply)
        m_wish.releaseAt = 0;
    else if (m_wish.releaseAt == 0)
        m_wish.releaseAt = m_catalog.now() + undoWindow() * 1000LL;
    m_sending = Sending::KeepingDraft;
    const QString choice = QStringLiteral("%1 %2 %3").arg(wish.state.value).arg(wish.pendingUntil).arg(wish.releaseAt);
    if (m_draft.fields.value(draft_fields::command).toString().section(u' ', 1) != choice)
        m_draft.fields.insert(draft_fields::command, QString(QUuid::createUuid().toString() + u' ' + choice));
    m_draft.fields.insert(draft_fields::unconfirmed, true);
    m_draft.savedAt = m_catalog.now();
    Q_EMIT changed();
    m_drafts.keep(m_draft); // its saved() goes on; a disk that fails does not keep anybody from sending
}

void ComposerPresenter::onSaved(const QString &key)
{
    if (key != m_draft.key || m_drafts.find(key) == nullptr)
        return;
    if (m_sending == Sending::KeepingDraft)
        submit();
    else
        Q_EMIT draftSaved(m_draft.savedAt);
}

void ComposerPresenter::onSaveFailed(const QString &key, const Error &error)
{
    if (key != m_draft.key)
        return;
    if (m_sending == Sending::KeepingDraft)
        submit();
    Q_EMIT draftSaveFailed(error);
}

PostArticle ComposerPresenter::makePost() const
{
    PostArticle post;
    post.ticket = m_ticket;
    post.lastSeen = m_seen;
    post.state = m_wish.state;
    post.pendingUntil = m_wish.pendingUntil;
    post.evenUnseen = m_wish.evenUnseen;
    post.releaseAt = m_wish.releaseAt;
    NewArticle &article = post.article;
    article.html = m_draft.html;
    article.text = m_text;
    article.visibility = m_draft.kind == DraftKind::Note ? Visibility::Internal : Visibility::Public;
    article.channel = m_draft.kind == DraftKind::Reply  ? Channel::Email
                      : m_draft.kind == DraftKind::Call ? Channel::Phone
                                                        : Channel::Web;
    if (m_draft.kind == DraftKind::Reply) {
        article.to = m_draft.to;
        article.cc = m_draft.cc;
        article.quotedHtml = m_quote.html;
        article.quotedText = m_quote.text;
    }
    if (m_draft.kind == DraftKind::Call && isInboundCall()) {
        article.senderRole = SenderRole::Customer;
        article.author = m_requester.id;
        article.from = {m_requester.name, m_requester.address};
    }
    for (const NewAttachment &attachment : m_draft.attachments) {
        if (!attachment.isInline || m_pictures.contains(attachment.contentId))
            article.attachments.append(attachment);
    }
    return post;
}

void ComposerPresenter::submit()
{
    m_sending = Sending::Submitted;
    Command command = Command::make(m_catalog.me(), makePost());
    command.id = QUuid::fromString(m_draft.fields.value(draft_fields::command).toString().section(u' ', 0, 0));
    const QString key = m_draft.key;
    m_submitted.insert(key);
    if (m_lost)
        Q_EMIT changed(); // it waits from the beginning
    const Instant release = m_wish.releaseAt;
    deliver(m_desk.submit(command), this, [this, key, release](const Result<CommandAnswer> &answer) {
        m_submitted.remove(key);
        if (answer)
            putAway(key, *answer, release);
        else if (answer.error().code != ErrorCode::Offline && answer.error().code != ErrorCode::Timeout)
            confirm(key); // it has not happened
        if (key == m_draft.key && m_sending == Sending::Submitted)
            takeAnswer(answer);
        else if (!answer) // the person has gone on to another ticket: the draft there still has the text
            Q_EMIT sendFailed(answer.error());
    });
}

// What can still be taken back stays on this computer until it cannot.
void ComposerPresenter::putAway(const QString &key, const CommandAnswer &answer, Instant release)
{
    const Draft *draft = m_drafts.find(key);
    if (draft != nullptr && answer.outbound.isValid() && release > m_catalog.now())
        m_drafts.keep(asSent(*draft, answer.outbound, m_catalog.now(), release));
    m_drafts.discard(key);
}

void ComposerPresenter::takeAnswer(const Result<CommandAnswer> &answer)
{
    m_sending = Sending::No;
    if (!answer) {
        Q_EMIT changed();
        QSet<ArticleId> unseen;
        for (const QString &id : answer.error().payload.value(unseenField).toStringList())
            unseen.insert(ArticleId{id.toLongLong()});
        if (answer.error().code == ErrorCode::Conflict && !unseen.isEmpty())
            hold(unseen, int(unseen.size()));
        else
            Q_EMIT sendFailed(answer.error());
        return;
    }
    const DraftKind kind = m_draft.kind;
    show(freshDraft(DraftKind::Reply));
    Q_EMIT sent(kind, *answer);
}

void ComposerPresenter::sendAgain()
{
    if (!isUnconfirmed())
        return;
    // What goes with it has to be the same, too, or it would be another command.
    const QString choice = m_draft.fields.value(draft_fields::command).toString();
    SendWish wish;
    wish.state = StateId{choice.section(u' ', 1, 1).toLongLong()};
    wish.pendingUntil = choice.section(u' ', 2, 2).toLongLong();
    wish.releaseAt = choice.section(u' ', 3, 3).toLongLong();
    send(wish);
}

void ComposerPresenter::confirm(const QString &key)
{
    const Draft *kept = m_drafts.find(key);
    if (kept == nullptr)
        return;
    Draft draft = *kept;
    draft.fields.remove(draft_fields::unconfirmed);
    m_drafts.keep(draft);
    if (key == m_draft.key)
        m_draft.fields.remove(draft_fields::unconfirmed);
}

} // namespace deskhand
