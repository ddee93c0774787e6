// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "domain/catalog.h"

#include <QStringList>
#include <QVector>

namespace deskhand {

/// What somebody should look at again before a reply leaves.
enum class GuardConcern {
    UnknownDomain,    ///< a recipient at a domain that the ticket has not seen: `addresses`
    ManyRecipients,   ///< at least MailSettings::replyAllWarning of them: `count`
    RequesterChanged, ///< the ticket has another requester since; who gets the reply but was asked before: `addresses`
    OwnMailbox,       ///< an address of the desk itself: `addresses`
    FormerRecipient,  ///< was left out of the conversation by its newest mail and would be in it again: `addresses`
    InternalQuoted,   ///< words of an internal note stand in it: `text`, their beginning
    NoAttachment,     ///< speaks of a file that is not there: `text`, the word
};

struct GuardWarning {
    GuardConcern concern = GuardConcern::UnknownDomain;
    QStringList addresses;
    int count = 0;
    QString text;
    bool operator==(const GuardWarning &) const = default;
};

/// A reply as it would leave.
struct GuardedDraft {
    Visibility visibility = Visibility::Public; ///< of an internal note nothing is asked
    QVector<MailAddress> to;
    QVector<MailAddress> cc;
    QString text;       ///< what was written; its quote is not in it
    QString quotedText; ///< what is quoted below
    int attachments = 0;
    QString language; ///< of `text`; empty: it is guessed
};

/// What the ticket is known to be.
struct GuardFacts {
    QString requester;            ///< address now
    QString requesterAtLastReply; ///< address that the newest public article of an agent went to; empty: none went
    QStringList knownDomains;     ///< folded: of everybody who has a part in the ticket, of its organization
    QStringList ownAddresses;     ///< folded: of mailboxes and queues
    QStringList formerRecipients; ///< folded: in the conversation once, no longer in the customer's newest mail
    QStringList internalTexts;    ///< of the internal articles
    int manyRecipients = 5;       ///< MailSettings::replyAllWarning; 0: never too many
};

/// The facts from a thread as far as it is known (oldest first), the requester as it is now and the catalogue.
/// `organizationDomain`: of the ticket's organization; empty: none.
[[nodiscard]] GuardFacts guardFacts(const QVector<Article> &thread, const QString &requester,
                                    const QString &organizationDomain, const Catalog &catalog);

/// In the order of GuardConcern, each concern once; nothing for a plain reply to the requester. Pure.
[[nodiscard]] QVector<GuardWarning> guardReply(const GuardedDraft &draft, const GuardFacts &facts);

} // namespace deskhand
