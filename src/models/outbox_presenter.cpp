// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/outbox_presenter.h"

#include "base/deliver.h"
#include "models/document_html.h"
#include "models/draft_fields.h"
#include "models/undo_window.h"

#include <algorithm>

namespace deskhand {

namespace {

constexpr qint64 laterIsFresh = 15'000; // ms
constexpr int articlesLookedAt = 100;   // a mail that waits is among the newest
const QString releasedReason = QStringLiteral("released");

bool concernsMail(const Change &change)
{
    return change.kind == ChangeKind::MailChanged || change.kind == ChangeKind::ArticlePosted
           || change.kind == ChangeKind::TicketOpened || change.kind == ChangeKind::BulkLoaded;
}

} // namespace

OutboxPresenter::OutboxPresenter(Desk &desk, const CatalogHolder &catalog, DraftKeeper &drafts, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_catalog(catalog)
    , m_drafts(drafts)
{
    m_clockwork.setSingleShot(true);
    m_clockwork.setTimerType(Qt::PreciseTimer);
    connect(&m_clockwork, &QTimer::timeout, this, &OutboxPresenter::tick);
    connect(&desk, &Desk::changed, this, [this](const QVector<Change> &changes) {
        if (std::any_of(changes.cbegin(), changes.cend(), concernsMail))
            refresh();
    });
    connect(&drafts, &DraftKeeper::loaded, this, &OutboxPresenter::resume);
    connect(&drafts, &DraftKeeper::changed, this, &OutboxPresenter::updateFresh);
    const auto goOn = [this](const QString &key) {
        const Draft *draft = m_drafts.find(key);
        if (draft != nullptr && isSentDraft(*draft)) {
            const OutboundMailId mail = sentMark(*draft).mail;
            if (m_undoing.contains(mail) && !m_undoing[mail].submitted)
                submitUndo(mail);
        }
        const QHash<QString, bool> returning = std::exchange(m_returning, {});
        for (auto one = returning.cbegin(); one != returning.cend(); ++one)
            giveBack(one.key(), one.value());
    };
    connect(&drafts, &DraftKeeper::saved, this, goOn);
    connect(&drafts, &DraftKeeper::saveFailed, this, goOn); // a disk that fails does not keep anybody from undoing
    updateFresh();
}

const MailDelivery *OutboxPresenter::find(OutboundMailId mail) const
{
    const auto found =
        std::find_if(m_mails.cbegin(), m_mails.cend(), [mail](const MailDelivery &one) { return one.id == mail; });
    return found == m_mails.cend() ? nullptr : &*found;
}

std::optional<Draft> OutboxPresenter::kept(OutboundMailId mail) const
{
    const QVector<Draft> sent = m_drafts.sentDrafts();
    for (const Draft &draft : sent) {
        if (sentMark(draft).mail == mail)
            return draft;
    }
    return {};
}

void OutboxPresenter::refresh()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    // What is sent while the desk looks is not in its answer.
    QSet<OutboundMailId> known;
    const QVector<Draft> sent = m_drafts.sentDrafts();
    for (const Draft &draft : sent)
        known.insert(sentMark(draft).mail);
    deliver(m_desk.outbox(m_catalog.me()), this, [this, known](const Result<QVector<MailDelivery>> &answer) {
        m_asking = false;
        if (answer)
            takeMails(*answer, known);
        if (std::exchange(m_askAgain, false))
            refresh();
    });
}

void OutboxPresenter::takeMails(const QVector<MailDelivery> &mails, const QSet<OutboundMailId> &known)
{
    const bool differs = !std::exchange(m_loaded, true) || m_mails != mails;
    m_mails = mails;
    const QVector<Draft> sent = m_drafts.sentDrafts();
    for (const Draft &draft : sent) {
        if (draft.author == m_catalog.me())
            settleKept(draft, known);
    }
    updateFresh();
    if (differs)
        Q_EMIT changed();
}

// What was kept for taking back follows what became of its mail.
void OutboxPresenter::settleKept(const Draft &sent, const QSet<OutboundMailId> &known)
{
    const SentMark mark = sentMark(sent);
    if (m_undoing.contains(mark.mail) || m_returning.contains(sent.key))
        return;
    if (const MailDelivery *mail = find(mark.mail); mail != nullptr) {
        if (!isWaiting(*mail))
            m_drafts.discard(sent.key);
        else if (mail->releaseAt != mark.until)
            m_drafts.keep(withRelease(sent, mail->releaseAt));
    } else if (known.contains(mark.mail) && mark.until <= m_catalog.now()) {
        m_drafts.discard(sent.key);
    } // before its time it may only be out of sight: the ticket went to a queue that the person does not see
}

// The program ended while a mail was being taken back.
void OutboxPresenter::resume()
{
    const QVector<Draft> sent = m_drafts.sentDrafts();
    for (const Draft &draft : sent) {
        const SentMark mark = sentMark(draft);
        if (draft.author != m_catalog.me() || mark.undo.isNull() || m_undoing.contains(mark.mail))
            continue;
        m_undoing.insert(mark.mail, {draft.key, false, false});
        submitUndo(mark.mail);
    }
    updateFresh();
    refresh();
}

int OutboxPresenter::secondsLeft(Instant releaseAt) const
{
    return int(std::max<qint64>(0, (releaseAt - m_catalog.now() + 999) / 1000));
}

bool OutboxPresenter::canTakeBack(const MailDelivery &mail, Instant now)
{
    return isWaiting(mail) && mail.releaseAt > now && mail.article.isValid();
}

bool OutboxPresenter::canTryAgain(const MailDelivery &mail)
{
    return std::any_of(mail.recipients.cbegin(), mail.recipients.cend(), [](const RecipientDelivery &one) {
        return one.state >= DeliveryState::Delayed && (one.state != DeliveryState::Delayed || one.nextAt != 0);
    });
}

bool OutboxPresenter::isWaiting(const MailDelivery &mail)
{
    return mail.state == DeliveryState::Queued
           && std::all_of(mail.recipients.cbegin(), mail.recipients.cend(),
                          [](const RecipientDelivery &recipient) { return recipient.attempts == 0; });
}

void OutboxPresenter::updateFresh()
{
    const Instant now = m_catalog.now();
    QVector<FreshMail> fresh;
    const auto add = [&](const FreshMail &one) {
        const bool later = one.releaseAt > one.sentAt + (longestUndoWindow + 1) * 1000;
        const bool known = std::any_of(fresh.cbegin(), fresh.cend(),
                                       [&one](const FreshMail &other) { return other.mail == one.mail; });
        if (!known && one.releaseAt > now && (!later || now < one.sentAt + laterIsFresh))
            fresh.append(one);
    };
    const QVector<Draft> sent = m_drafts.sentDrafts();
    for (const Draft &draft : sent) {
        const SentMark mark = sentMark(draft);
        if (draft.author == m_catalog.me() && !m_undoing.contains(mark.mail) && !m_returning.contains(draft.key))
            add({mark.mail, draft.ticket, mark.at, mark.until});
    }
    for (const MailDelivery &mail : std::as_const(m_mails)) {
        if (mail.author == m_catalog.me() && mail.kind == MailKind::Reply && canTakeBack(mail, now)
            && !m_undoing.contains(mail.id))
            add({mail.id, mail.ticket, mail.createdAt, mail.releaseAt});
    }
    std::sort(fresh.begin(), fresh.end(), [](const FreshMail &a, const FreshMail &b) {
        return a.sentAt != b.sentAt ? a.sentAt > b.sentAt : a.mail > b.mail;
    });
    const bool counting = !fresh.isEmpty();
    if (fresh != m_fresh) {
        m_fresh = fresh;
        Q_EMIT freshChanged();
    }
    if (!counting)
        m_clockwork.stop();
    else if (!m_clockwork.isActive())
        m_clockwork.start(int((m_fresh.first().releaseAt - now) % 1000) + 1);
}

void OutboxPresenter::tick()
{
    const QVector<FreshMail> before = m_fresh;
    updateFresh();
    if (before == m_fresh && !m_fresh.isEmpty())
        Q_EMIT freshChanged();
}

void OutboxPresenter::undo(OutboundMailId mail)
{
    if (m_undoing.contains(mail))
        return;
    if (const std::optional<Draft> sent = kept(mail))
        keepForUndo(*sent, true);
    else if (const MailDelivery *found = find(mail); found != nullptr)
        makeFromArticle(*found);
}

void OutboxPresenter::keepForUndo(const Draft &sent, bool wanted)
{
    const SentMark mark = sentMark(sent);
    m_undoing.insert(mark.mail, {sent.key, false, wanted});
    // One whose answer never came is asked for again, not anew.
    m_drafts.keep(withUndo(sent, mark.undo.isNull() ? QUuid::createUuid() : mark.undo)); // its saved() goes on
    updateFresh();
}

// Written at another computer, or by somebody else: what is taken out of the thread must not be lost.
void OutboxPresenter::makeFromArticle(const MailDelivery &mail)
{
    m_undoing.insert(mail.id, {});
    ThreadQuery query;
    query.ticket = mail.ticket;
    query.me = m_catalog.me();
    query.limit = articlesLookedAt;
    deliver(m_desk.thread(query), this, [this, mail](const Result<ThreadPage> &page) {
        Article article;
        if (page) {
            const auto found = std::find_if(page->articles.cbegin(), page->articles.cend(),
                                            [&mail](const Article &one) { return one.id == mail.article; });
            article = found != page->articles.cend() ? *found : Article();
        }
        if (!article.id.isValid()) {
            m_undoing.remove(mail.id);
            Q_EMIT undoFailed(page ? Error{ErrorCode::NotFound, QStringLiteral("outbox.undo"), {}, {}} : page.error());
            return;
        }
        Draft draft;
        draft.kind = DraftKind::Reply;
        draft.ticket = mail.ticket;
        draft.author = m_catalog.me();
        draft.key = draftKey(draft.kind, draft.ticket, draft.author);
        draft.html = article.html.isEmpty() ? textToHtml(article.text) : article.html;
        draft.to = article.to;
        draft.cc = article.cc;
        draft.fields.insert(draft_fields::text, article.text);
        if (article.quotedHtml.isEmpty() && article.quotedText.isEmpty())
            draft.fields.insert(draft_fields::noQuote, true);
        draft.savedAt = m_catalog.now();
        fetchFiles(mail.id, article, asSent(draft, mail.id, mail.createdAt, mail.releaseAt), 0);
    });
}

void OutboxPresenter::fetchFiles(OutboundMailId mail, const Article &article, Draft draft, qsizetype next)
{
    if (next >= article.attachments.size()) {
        keepForUndo(draft, true);
        return;
    }
    const Attachment file = article.attachments.at(next);
    deliver(m_desk.blob(file.sha256), this, [this, mail, article, draft, file, next](const Result<QByteArray> &bytes) {
        if (!bytes) {
            m_undoing.remove(mail);
            Q_EMIT undoFailed(bytes.error());
            return;
        }
        Draft more = draft;
        more.attachments.append({file.name, file.type, *bytes, file.isInline, file.contentId});
        fetchFiles(mail, article, more, next + 1);
    });
}

void OutboxPresenter::submitUndo(OutboundMailId mail)
{
    const Draft *sent = m_drafts.find(m_undoing.value(mail).key);
    if (sent == nullptr)
        return;
    m_undoing[mail].submitted = true;
    Command command = Command::make(m_catalog.me(), UndoSend{mail});
    command.id = sentMark(*sent).undo;
    deliver(m_desk.submit(command), this,
            [this, mail](const Result<CommandAnswer> &answer) { takeUndo(mail, answer); });
}

void OutboxPresenter::takeUndo(OutboundMailId mail, const Result<CommandAnswer> &answer)
{
    const Undoing undoing = m_undoing.take(mail);
    if (answer) {
        giveBack(undoing.key, undoing.wanted);
        refresh();
        return;
    }
    const bool unknown = answer.error().code == ErrorCode::Offline || answer.error().code == ErrorCode::Timeout;
    if (const Draft *sent = m_drafts.find(undoing.key); sent != nullptr && !unknown)
        m_drafts.keep(withUndo(*sent, {}));
    const QString reason = answer.error().payload.value(QStringLiteral("reason")).toString();
    if (answer.error().code == ErrorCode::Conflict && reason == releasedReason) {
        m_drafts.discard(undoing.key); // it is in the thread
        if (undoing.wanted)
            Q_EMIT tooLate();
    } else {
        Q_EMIT undoFailed(answer.error());
    }
    updateFresh();
    refresh();
}

void OutboxPresenter::giveBack(const QString &sentKey, bool wanted)
{
    const Draft *sent = m_drafts.find(sentKey);
    if (sent == nullptr)
        return;
    Draft draft = unsent(*sent, m_catalog.now());
    const Draft *begun = m_drafts.find(draft.key);
    if (begun != nullptr && begun->fields.contains(draft_fields::unconfirmed)) {
        m_returning.insert(sentKey, wanted); // the place is being sent from
        return;
    }
    Q_EMIT aboutToGiveBack(draft.ticket);
    begun = m_drafts.find(draft.key);
    if (begun != nullptr)
        draft = joinedDrafts(draft, *begun);
    m_drafts.giveBack(draft);
    m_drafts.discard(sentKey);
    updateFresh();
    Q_EMIT givenBack(draft.ticket, draft.kind, wanted);
}

void OutboxPresenter::sendNow(OutboundMailId mail)
{
    submitRelease(mail, 0);
}

void OutboxPresenter::sendLater(OutboundMailId mail, Instant at)
{
    submitRelease(mail, at);
}

void OutboxPresenter::submitRelease(OutboundMailId mail, Instant at)
{
    deliver(m_desk.submit(Command::make(m_catalog.me(), ReleaseMail{mail, at})), this,
            [this, mail, at](const Result<CommandAnswer> &answer) {
                if (!answer) {
                    Q_EMIT releaseFailed(answer.error());
                } else if (const std::optional<Draft> sent = kept(mail)) {
                    if (at == 0)
                        m_drafts.discard(sent->key);
                    else
                        m_drafts.keep(withRelease(*sent, at));
                }
                updateFresh();
                refresh();
            });
}

} // namespace deskhand
