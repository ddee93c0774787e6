// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/recipient_guard.h"
#include "models/catalog_holder.h"
#include "models/draft_keeper.h"
#include "models/reply_quote.h"
#include "operations/desk.h"

#include <QObject>
#include <QSet>

namespace deskhand {

/// What the editor holds, as it goes into an article.
struct ComposerBody {
    QString html; ///< safe HTML, see document_html.h
    QString text;
    QSet<QString> pictures; ///< content ids of the pictures in it

    [[nodiscard]] bool isEmpty() const { return text.trimmed().isEmpty() && pictures.isEmpty(); }
};

class Settings;

/// How a draft is to be sent.
struct SendWish {
    StateId state;            ///< set in the same transaction; invalid: as it is
    Instant pendingUntil = 0; ///< of a pending state
    Instant releaseAt = 0;    ///< of a reply: "send later"; 0: after the undo window
    bool evenUnseen = false;  ///< although others have written meanwhile
    bool evenWarned = false;  ///< although the recipient guard warns
};

/// What is written on a ticket and not yet sent: a reply, an internal note or the record of a call. Each has a draft of
/// its own, is kept at once and comes back when the ticket is opened again, on this computer, whatever happens.
///
/// A post carries the newest article the person had seen, and a command id that is in the draft before it is sent, so
/// that a crash between sending and forgetting the draft cannot send twice. A post that meets a broken connection waits
/// (SteadyDesk); when the program ends before its answer has come, the draft says so the next time, and sending it
/// again is the same command. While the mail of a reply can be taken back its draft is kept beside new ones, see
/// sent_drafts.h. Desk, catalog and drafts must outlive it.
class ComposerPresenter : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 attachmentLimit = 25 * 1024 * 1024; ///< bytes of one article

    ComposerPresenter(Desk &desk, const CatalogHolder &catalog, DraftKeeper &drafts, QObject *parent = nullptr);

    /// The person's choices; they outlive it. Without them the desk's count.
    void setSettings(const Settings &settings) { m_settings = &settings; }
    /// Seconds for which a reply that is sent now can be taken back.
    [[nodiscard]] int undoWindow() const;

    /// Writing on another ticket; its newest draft comes back. An invalid id: on none.
    void openTicket(TicketId ticket);
    /// What the ticket and its thread are now: for recipients, the quote and names.
    void setContext(const TicketDetail &detail, const QVector<Article> &thread);
    /// The newest article before the person's eyes, and how many newer there are.
    void setSeen(ArticleId newestSeen, int unseen);

    [[nodiscard]] TicketId ticket() const { return m_ticket; }
    [[nodiscard]] DraftKind kind() const { return m_draft.kind; }
    /// Whether text of this draft would become readable for the requester by going to `kind`.
    [[nodiscard]] bool wouldPublish(DraftKind kind) const;
    /// Goes to another kind. Its own draft comes up; where there is none, what is written comes along.
    void setKind(DraftKind kind);

    [[nodiscard]] const Draft &draft() const { return m_draft; }
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool isSending() const { return m_sending != Sending::No; }
    /// It is being sent, and the desk is not there: it goes by itself when the desk is back.
    [[nodiscard]] bool isWaiting() const { return m_sending == Sending::Submitted && m_lost; }
    /// It was sent in an earlier run of the program, which has not heard whether it arrived.
    [[nodiscard]] bool isUnconfirmed() const;
    /// Sends that again: the same command, which the desk does once.
    void sendAgain();
    [[nodiscard]] bool canSend() const;
    void setBody(const ComposerBody &body);
    void setRecipients(const QVector<MailAddress> &to, const QVector<MailAddress> &cc);
    /// Whether the requester called (else: the agent did).
    [[nodiscard]] bool isInboundCall() const;
    void setInboundCall(bool inbound);
    /// False: the attachments of the article would become too large.
    bool addAttachment(const NewAttachment &attachment);
    void removeAttachment(int index);

    /// The quote under a reply; empty for other kinds, when there is nothing to quote, or when it was taken away.
    [[nodiscard]] const ReplyQuote &quote() const { return m_quote; }
    void removeQuote();
    /// The quote is taken out to be edited in the body.
    [[nodiscard]] ReplyQuote takeQuote();

    /// "Send to Sarah Lind", "Add internal note", "Log call with Sarah Lind".
    [[nodiscard]] QString sendText() const;
    /// "Reply to Sarah Lind…" and so on, for the empty editor.
    [[nodiscard]] QString placeholderText() const;

    /// Posts. With `state` valid it is set in the same transaction. When there are articles that were not seen:
    /// it isHeld() and nothing is sent, unless `anyway`. The desk looks too: what arrived a moment ago holds the post
    /// in the same way.
    void send(StateId state = {}, Instant pendingUntil = 0, bool anyway = false);
    void send(const SendWish &wish);
    /// Whether the last send() was held by what others wrote and the person has not yet seen.
    [[nodiscard]] bool isHeld() const { return m_heldBy > 0; }
    /// How many articles hold it.
    [[nodiscard]] int holdingCount() const { return m_heldBy; }
    /// Those of them that are here already, oldest first.
    [[nodiscard]] QVector<Article> holding() const;
    /// What the recipient guard found in the way of the last send(); empty: nothing. It follows what is mended, and
    /// asks once for the same warnings.
    [[nodiscard]] const QVector<GuardWarning> &warnings() const { return m_warnings; }
    /// Sends as was wanted, in spite of the warnings.
    void sendInSpite();
    /// Takes these addresses out of the recipients.
    void removeRecipients(const QStringList &addresses);
    /// Throws the draft away and gives it back for restore().
    Draft discard();
    void restore(const Draft &draft);

Q_SIGNALS:
    void draftReplaced(); ///< another draft is there: show its body, recipients and attachments
    void changed();       ///< recipients, attachments, quote, texts or canSend() differ
    void written();       ///< by the person, a moment ago; isEmpty() may be so now
    void draftSaved(deskhand::Instant at);
    void draftSaveFailed(const deskhand::Error &error);
    void heldChanged(); ///< isHeld() or holding()
    void warningsChanged();
    void sent(deskhand::DraftKind kind, const deskhand::CommandAnswer &answer);
    void sendFailed(const deskhand::Error &error);

private:
    enum class Sending { No, KeepingDraft, Submitted };

    [[nodiscard]] Draft freshDraft(DraftKind kind) const;
    [[nodiscard]] bool isWorthKeeping() const;
    void show(const Draft &draft);
    void edited();
    void applyDefaults();
    void updateQuote();
    [[nodiscard]] PostArticle makePost() const;
    void submit();
    [[nodiscard]] QVector<GuardWarning> guard() const;
    void setWarnings(const QVector<GuardWarning> &warnings);
    void putAway(const QString &key, const CommandAnswer &answer, Instant release);
    void takeAnswer(const Result<CommandAnswer> &answer);
    void confirm(const QString &key);
    void hold(const QSet<ArticleId> &articles, int count);
    void letGo();
    void onSaved(const QString &key);
    void onSaveFailed(const QString &key, const Error &error);

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    DraftKeeper &m_drafts;
    TicketId m_ticket;
    Draft m_draft;
    QString m_text; ///< plain text of the draft's html
    QSet<QString> m_pictures;
    Person m_requester;
    QVector<Article> m_thread;
    ReplyQuote m_quote;
    ArticleId m_seen;
    int m_unseen = 0;
    QSet<ArticleId> m_holding; ///< empty although held: not known which
    int m_heldBy = 0;
    bool m_hasContext = false;
    Sending m_sending = Sending::No;
    QSet<QString> m_submitted; ///< drafts whose answer has not come
    bool m_lost = false;       ///< the connection to the desk
    const Settings *m_settings = nullptr;
    SendWish m_wish;                  ///< of what is being sent
    QVector<GuardWarning> m_warnings; ///< in the way of m_warnedWish
    SendWish m_warnedWish;
    QString m_organizationDomain;
};

} // namespace deskhand
