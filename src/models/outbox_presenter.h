// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "models/draft_keeper.h"
#include "models/sent_drafts.h"
#include "operations/desk.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace deskhand {

/// A mail of the person's own that was sent a moment ago and has not left.
struct FreshMail {
    OutboundMailId mail;
    TicketId ticket;
    Instant sentAt = 0;
    Instant releaseAt = 0;
    bool operator==(const FreshMail &) const = default;
};

/// The mails on their way, and what a person can still do about them: take back, send now, send later, try again.
///
/// Taking a mail back gives its draft back to where it was written: the very text, files and recipients, as they were
/// kept on this computer when it was sent; of a mail that was written elsewhere they are made from its article before
/// the command goes out. What the person wants is on disk before it is asked for, so that the end of the program
/// between asking and answering loses nothing; the next run asks again with the same command. Where something new has
/// been begun meanwhile it stays, below what came back. Desk, catalog and drafts must outlive it; one thread.
class OutboxPresenter : public QObject
{
    Q_OBJECT

public:
    OutboxPresenter(Desk &desk, const CatalogHolder &catalog, DraftKeeper &drafts, QObject *parent = nullptr);

    /// Asks the desk; changed() follows. Done by itself when mail changes.
    void refresh();
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// What is on its way or has failed lately, newest first.
    [[nodiscard]] const QVector<MailDelivery> &mails() const { return m_mails; }
    [[nodiscard]] const MailDelivery *find(OutboundMailId mail) const;

    /// The person's own mails that were sent a moment ago and can be taken back, newest first: what Ctrl+Z and the bar
    /// are about. One that is sent later counts for a quarter of a minute.
    [[nodiscard]] const QVector<FreshMail> &fresh() const { return m_fresh; }
    /// Whole seconds until a mail is released, at least 1; 0: it is.
    [[nodiscard]] int secondsLeft(Instant releaseAt) const;

    /// Whether the desk still gives a mail back: its time has not come.
    [[nodiscard]] static bool canTakeBack(const MailDelivery &mail, Instant now);
    /// Whether it waits for its time or for the first attempt, so that the time can be another.
    [[nodiscard]] static bool isWaiting(const MailDelivery &mail);
    /// Whether trying again may help: not where another server has the mail and tries by itself.
    [[nodiscard]] static bool canTryAgain(const MailDelivery &mail);
    [[nodiscard]] bool isTakingBack(OutboundMailId mail) const { return m_undoing.contains(mail); }
    void undo(OutboundMailId mail);
    /// Releases it now; also tries again what was refused or put off.
    void sendNow(OutboundMailId mail);
    void sendLater(OutboundMailId mail, Instant at);

    /// Looks at the clock: for the timer, and for tests that move it.
    void tick();

Q_SIGNALS:
    void changed();      ///< mails()
    void freshChanged(); ///< fresh(), or a second of the countdown has passed
    /// A draft is about to be put where the person may be writing: hand over what is typed and not yet taken.
    void aboutToGiveBack(deskhand::TicketId ticket);
    /// The draft is there again. `wanted`: because the person at this screen took the mail back just now.
    void givenBack(deskhand::TicketId ticket, deskhand::DraftKind kind, bool wanted);
    void tooLate(); ///< the mail had been released; it stays sent
    void undoFailed(const deskhand::Error &error);
    void releaseFailed(const deskhand::Error &error);

private:
    /// A mail that is being taken back.
    struct Undoing {
        QString key; ///< of the kept draft; empty: being made from the article
        bool submitted = false;
        bool wanted = true;
    };

    [[nodiscard]] std::optional<Draft> kept(OutboundMailId mail) const;
    void takeMails(const QVector<MailDelivery> &mails, const QSet<OutboundMailId> &known);
    void settleKept(const Draft &sent, const QSet<OutboundMailId> &known);
    void resume();
    void updateFresh();
    void keepForUndo(const Draft &sent, bool wanted);
    void makeFromArticle(const MailDelivery &mail);
    void fetchFiles(OutboundMailId mail, const Article &article, Draft draft, qsizetype next);
    void submitUndo(OutboundMailId mail);
    void takeUndo(OutboundMailId mail, const Result<CommandAnswer> &answer);
    void giveBack(const QString &sentKey, bool wanted);
    void submitRelease(OutboundMailId mail, Instant at);

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    DraftKeeper &m_drafts;
    QVector<MailDelivery> m_mails;
    QVector<FreshMail> m_fresh;
    QHash<OutboundMailId, Undoing> m_undoing;
    QHash<QString, bool> m_returning; ///< kept drafts whose place is being sent from: wanted or not
    QTimer m_clockwork;
    bool m_loaded = false;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace deskhand
