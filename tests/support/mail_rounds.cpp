// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mail_rounds.h"

#include <QElapsedTimer>

namespace deskhand::test {
namespace {

/// Errors about one mail, after which a session goes on.
bool isOfOneMail(const Error &error)
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::Denied
           || error.payload.value(QStringLiteral("reason")) == QLatin1String("too-large");
}

std::optional<Error> walkThrough(MailInbox &inbox, CollectedMail *collected, MailRound *round)
{
    round->folder = inbox.folder();
    round->step = QStringLiteral("list");
    const auto mails = inbox.list(1);
    if (!mails)
        return mails.error();
    round->listed = int(mails->size());
    round->step = QStringLiteral("fetch");
    QVector<RemoteMail> safe;
    for (const RemoteMail &mail : *mails) {
        const QString key = QString::number(round->folder.validity) + u'/' + mail.key;
        if (!collected->bytes.contains(key)) {
            auto bytes = inbox.fetch(mail, roundLargestMail);
            if (!bytes && !isOfOneMail(bytes.error()))
                return bytes.error();
            if (!bytes) {
                collected->refused.insert(key, bytes.error().code);
                continue;
            }
            collected->refused.remove(key);
            collected->bytes.insert(key, *bytes);
        }
        safe.append(mail);
    }
    round->step = QStringLiteral("settle");
    const auto settled = inbox.settle(safe);
    if (!settled)
        return settled.error();
    round->step = QStringLiteral("finish");
    const auto finished = inbox.finish();
    return finished ? std::optional<Error>() : finished.error();
}

} // namespace

MailRound visitMailbox(MailTransport &transport, const Mailbox &mailbox, const MailSecrets &secrets,
                       CollectedMail *collected, const KeepGoing &keepGoing)
{
    QElapsedTimer timer;
    timer.start();
    MailRound round;
    round.step = QStringLiteral("open");
    auto inbox = transport.openInbox(mailbox, secrets, keepGoing, {});
    if (!inbox)
        round.error = inbox.error();
    else
        round.error = walkThrough(**inbox, collected, &round);
    if (!round.error)
        round.step.clear();
    round.milliseconds = timer.elapsed();
    return round;
}

} // namespace deskhand::test
