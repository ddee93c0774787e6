// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/mail_transport.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace deskhand::test {

/// What somebody who fetches as the desk does has got so far. Keys are "validity/key".
struct CollectedMail {
    QHash<QString, QByteArray> bytes;
    QHash<QString, ErrorCode> refused; ///< what fetch() said of single mails; taken out when one comes after all
};

/// One visit to a mailbox: open, list, fetch what is not there yet, settle it.
struct MailRound {
    QString step;               ///< of the error: "open", "list", "fetch", "settle"
    std::optional<Error> error; ///< nothing: it went well
    RemoteFolder folder;
    int listed = 0;
    qint64 milliseconds = 0;
};

constexpr qint64 roundLargestMail = 4 * 1024 * 1024;

MailRound visitMailbox(MailTransport &transport, const Mailbox &mailbox, const MailSecrets &secrets,
                       CollectedMail *collected, const KeepGoing &keepGoing = {});

} // namespace deskhand::test
