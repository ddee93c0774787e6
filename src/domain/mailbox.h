// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace deskhand {

// The numbers of these enumerations are stored: never reorder.
enum class MailProtocol { None = 0, Imap = 1, Pop3 = 2 };
enum class MailEncryption {
    None = 0, ///< only for a server on this computer
    Tls = 1,
    StartTls = 2, ///< refused when the server does not offer it
};
enum class MailSignIn { None = 0, Password = 1, OAuth2 = 2 };
/// What becomes of a mail on the server once its bytes are stored here.
enum class AfterFetch { Leave = 1, Flag = 2, Move = 3, Delete = 4 };
/// Which mails a mailbox takes that were there before it was added.
enum class FirstFetch { FromNowOn = 1, Everything = 2 };

/// A server of a mailbox, and how to come in.
struct MailServer {
    QString host;
    int port = 0; ///< 0: the protocol's own (see domain/mail_provider.h)
    MailEncryption encryption = MailEncryption::Tls;
    MailSignIn signIn = MailSignIn::Password;
    QString user;   ///< empty with MailSignIn::None
    QString caFile; ///< PEM file of the only authorities that count; empty: the system's
    bool operator==(const MailServer &) const = default;
};

/// Where an OAuth 2 account gets its tokens (RFC 6749). Secrets are not here, see MailSecret.
struct MailOAuth {
    QString provider; ///< "google", "microsoft", "" for one of its own
    QString authorizeUrl;
    QString tokenUrl;
    QString clientId;
    QString scope; ///< separated by blanks
    bool operator==(const MailOAuth &) const = default;
};

/// An account that a desk receives mail by and sends with. Everything but its secrets.
struct Mailbox {
    MailboxId id;
    QString name;        ///< what the recipients see before the address: "Contoso Support"
    QString address;     ///< what it sends from
    QStringList aliases; ///< further addresses that arrive here
    QueueId queue;       ///< of new tickets; invalid: the first
    bool active = true;
    bool paused = false; ///< neither fetches nor sends; what waits keeps waiting

    MailProtocol protocol = MailProtocol::Imap;
    MailServer incoming;
    QString folder = QStringLiteral("INBOX");
    AfterFetch after = AfterFetch::Flag;
    QString moveTo; ///< folder, for AfterFetch::Move
    FirstFetch first = FirstFetch::FromNowOn;
    int pollSeconds = 60;                  ///< 5…3600
    bool idle = true;                      ///< be told by the server (RFC 2177) where it can
    qint64 largestMail = 25 * 1024 * 1024; ///< bytes; a larger one stays on the server and is reported
    QString
        authservId; ///< of the Authentication-Results headers (RFC 8601) that our own server adds; empty: none count

    bool sends = true;
    MailServer outgoing;
    bool bounceTokens = false; ///< the envelope sender is address+token, by which a bounce is known

    MailOAuth oauth; ///< for servers with MailSignIn::OAuth2
    bool operator==(const Mailbox &) const = default;
};

/// Which secret of a mailbox. Stored sealed, see base/sealed_secret.h.
enum class MailSecret { IncomingPassword = 1, OutgoingPassword = 2, RefreshToken = 3, ClientSecret = 4 };

/// What a mail does that follows up a ticket which is solved or closed.
/// The numbers are stored: never reorder.
enum class FollowUpPolicy {
    Reopen = 1,        ///< the ticket, also when it is closed
    ReopenForDays = 2, ///< as long as it was closed no longer than Queue::followUpDays ago; then a new, linked one
    NewTicket = 3,     ///< a new one that is linked, unless the ticket is only solved
};

/// What an administrator says about mail for the whole desk.
struct MailSettings {
    int undoSeconds = 15;    ///< 0…600: how long a reply waits where its author has set nothing else
    int replyAllWarning = 5; ///< recipients from which on the recipient guard asks
    int automaticPerAddressHour = 5;
    int automaticPerAddressDay = 20;
    int automaticPerTicketHour = 3;
    int automaticPerDeskHour = 500;
    int strangerPerDay = 1;            ///< acknowledgements to somebody who never had an answer of a person
    int newTicketsPerAddressHour = 20; ///< more are quarantined
    int newTicketsPerAddressDay = 60;
    QString sealKey; ///< public key that secrets are sealed for, base64; empty: no secrets yet
    bool operator==(const MailSettings &) const = default;
};

/// A text of the desk with placeholders, see domain/placeholders.h.
/// The numbers are stored: never reorder.
enum class MailTextKind { Acknowledgement = 1, QueueSignature = 2, AgentSignature = 3 };

struct MailText {
    MailTextId id;
    MailTextKind kind = MailTextKind::Acknowledgement;
    QueueId queue;    ///< for it and the queues below it; invalid: for all
    PersonId agent;   ///< of an AgentSignature
    QString language; ///< BCP 47 of its primary subtag ("de"); empty: where no other fits
    QString subject;  ///< of an Acknowledgement
    QString text;     ///< plain
    bool active = true;
    bool operator==(const MailText &) const = default;
};

} // namespace deskhand
