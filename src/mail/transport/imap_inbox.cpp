// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/transport/imap_inbox.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr int imapListedAtOnce = 10'000;  ///< mails of one list(); the rest is asked for from there on
constexpr int imapDescribedAtOnce = 1000; ///< mails of one FETCH

Error imapRefused(const Error &error, const char *reason)
{
    Error result = error;
    result.payload.insert(QStringLiteral("reason"), QLatin1String(reason));
    return result;
}

bool imapUid(const RemoteMail &mail, quint32 *uid)
{
    bool ok = false;
    *uid = mail.key.toUInt(&ok);
    return ok && *uid > 0;
}

} // namespace

ImapInbox::ImapInbox(std::unique_ptr<MailChannel> channel, const Mailbox &mailbox, const MailCredentials &credentials)
    : m_channel(std::move(channel))
    , m_mailbox(mailbox)
    , m_dialogue(m_channel.get(), credentials)
{
}

ImapInbox::~ImapInbox() = default;

Result<void> ImapInbox::enter()
{
    if (const auto greeted = greet(); !greeted)
        return greeted.error();
    if (const auto done = signIn(); !done)
        return done.error();
    return openFolder();
}

Result<void> ImapInbox::greet()
{
    return m_dialogue.begin(m_mailbox.incoming.encryption, m_mailbox.incoming.host, m_mailbox.incoming.caFile);
}

Error ImapInbox::broken(const Error &error)
{
    m_broken = true;
    return error;
}

Result<ImapStatus> ImapInbox::command(const QByteArray &text, const ImapDialogue::Seen &seen, qint64 literals)
{
    if (m_broken)
        return mailError(ErrorCode::Offline, QStringLiteral("mail.imap"), QStringLiteral("the session has ended"));
    auto status = m_dialogue.command(text, seen, literals);
    if (!status)
        return broken(status.error());
    return status;
}

Result<void> ImapInbox::openFolder()
{
    m_folder.name = m_mailbox.folder.isEmpty() ? QStringLiteral("INBOX") : m_mailbox.folder;
    const auto note = [this](ImapResponse &&response) {
        if (!response.isStatus())
            return;
        const ImapStatus status = imapStatus(response);
        if (status.code == "UIDVALIDITY")
            m_folder.validity = status.arguments.toUInt();
        else if (status.code == "UIDNEXT")
            m_folder.nextKey = status.arguments.toUInt();
    };
    const auto status = command(imapOnFolder("SELECT", m_folder.name), note);
    if (!status)
        return status.error();
    if (status->word != "OK")
        return broken(imapRefused(m_dialogue.refusal(*status, "mail.folder", ErrorCode::NotFound), "folder"));
    m_folder.messages = m_dialogue.messages();
    m_folder.writable = status->code != "READ-ONLY";
    m_folder.canIdle = m_mailbox.idle && m_dialogue.can("IDLE");
    m_dialogue.takeNews();
    return m_folder.validity > 0 && m_folder.nextKey > 0 ? Result<void>() : askStatus();
}

/// For servers that do not tell by themselves, and for folders whose next UID only the last mail tells.
Result<void> ImapInbox::askStatus()
{
    const auto note = [this](ImapResponse &&response) {
        if (response.word() != "STATUS")
            return;
        const qsizetype open = response.text.lastIndexOf('(');
        const QByteArrayList words = response.text.mid(open + 1).chopped(open >= 0 ? 1 : 0).simplified().split(' ');
        for (qsizetype i = 0; i + 1 < words.size(); i += 2) {
            const QByteArray what = words[i].toUpper();
            if (what == "UIDVALIDITY" && m_folder.validity == 0)
                m_folder.validity = words[i + 1].toUInt();
            else if (what == "UIDNEXT" && m_folder.nextKey == 0)
                m_folder.nextKey = words[i + 1].toUInt();
        }
    };
    const auto status = command(imapOnFolder("STATUS", m_folder.name) + " (UIDVALIDITY UIDNEXT)", note);
    if (!status)
        return status.error();
    if (m_folder.nextKey > 0 || m_folder.messages == 0)
        return {};
    qint64 last = 0;
    const auto listed = command("UID FETCH * (UID)", [&last](ImapResponse &&response) {
        if (response.word() != "FETCH")
            return;
        if (const auto fetched = imapFetched(std::move(response)))
            last = qMax(last, fetched->uid);
    });
    if (!listed)
        return listed.error();
    m_folder.nextKey = last > 0 ? last + 1 : 0;
    return {};
}

Result<QVector<quint32>> ImapInbox::search(const QByteArray &what)
{
    QVector<quint32> uids;
    bool readable = true;
    const auto status = command("UID SEARCH " + what, [&](ImapResponse &&response) {
        if (response.word() == "SEARCH")
            readable = appendImapNumbers(response.rest(), &uids) && readable;
    });
    if (!status)
        return status.error();
    if (status->word != "OK")
        return broken(m_dialogue.refusal(*status, "mail.list", ErrorCode::Denied));
    if (!readable) {
        return broken(mailError(ErrorCode::Invalid, QStringLiteral("mail.list"),
                                QStringLiteral("the server lists something that is no UID"),
                                QStringLiteral("protocol")));
    }
    std::sort(uids.begin(), uids.end());
    uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
    return uids;
}

Result<QVector<RemoteMail>> ImapInbox::list(qint64 from)
{
    if (!m_fresh) { // a server tells what has come since only with the answer to some command
        if (const auto status = command("NOOP"); !status)
            return status.error();
    }
    m_fresh = false;
    m_dialogue.takeNews();
    const quint32 first = quint32(qBound<qint64>(1, from, 0xffffffffLL));
    // "n:*" is the last mail, too, when n is beyond it.
    auto uids = search("UID " + QByteArray::number(first) + ":*");
    if (!uids)
        return uids.error();
    uids->erase(uids->begin(), std::lower_bound(uids->begin(), uids->end(), first));
    m_more = uids->size() > imapListedAtOnce;
    if (m_more)
        uids->resize(imapListedAtOnce);
    QVector<RemoteMail> mails;
    mails.reserve(uids->size());
    for (const quint32 uid : std::as_const(*uids)) {
        RemoteMail mail;
        mail.key = QString::number(uid);
        mails.append(mail);
    }
    for (qsizetype at = 0; at < uids->size(); at += imapDescribedAtOnce) {
        const qsizetype count = qMin<qsizetype>(imapDescribedAtOnce, uids->size() - at);
        if (const auto described = describe(&mails, *uids, at, count); !described)
            return described.error();
    }
    m_folder.messages = m_dialogue.messages();
    return mails;
}

/// Sizes and times. Who is not described stays in the list: it is there, and fetch() will see.
Result<void> ImapInbox::describe(QVector<RemoteMail> *mails, const QVector<quint32> &uids, qsizetype from,
                                 qsizetype count)
{
    const auto begin = uids.cbegin() + from;
    const auto end = begin + count;
    const QByteArray range =
        count == 1 ? QByteArray::number(*begin) : QByteArray::number(*begin) + ':' + QByteArray::number(*(end - 1));
    const auto status = command("UID FETCH " + range + " (UID RFC822.SIZE INTERNALDATE)", [&](ImapResponse &&response) {
        if (response.word() != "FETCH")
            return;
        const auto fetched = imapFetched(std::move(response));
        if (!fetched || fetched->uid == 0)
            return;
        const auto found = std::lower_bound(begin, end, quint32(fetched->uid));
        if (found == end || *found != quint32(fetched->uid))
            return;
        RemoteMail &mail = (*mails)[from + (found - begin)];
        if (fetched->size > 0)
            mail.size = fetched->size;
        if (fetched->arrivedAt > 0)
            mail.arrivedAt = fetched->arrivedAt;
    });
    if (!status)
        return status.error();
    return status->word == "OK" ? Result<void>() : broken(m_dialogue.refusal(*status, "mail.list", ErrorCode::Denied));
}

Result<QByteArray> ImapInbox::fetch(const RemoteMail &mail, qint64 limit)
{
    const QString where = QStringLiteral("mail.fetch");
    quint32 uid = 0;
    if (!imapUid(mail, &uid))
        return mailError(ErrorCode::NotFound, where, QStringLiteral("no UID"));
    QByteArray body;
    bool found = false;
    bool large = false;
    bool strange = false;
    bool isNil = false;
    const auto status = command(
        "UID FETCH " + QByteArray::number(uid) + " (UID BODY.PEEK[])",
        [&](ImapResponse &&response) {
            if (response.word() != "FETCH")
                return;
            const bool tooLarge = m_dialogue.tooLarge();
            auto fetched = imapFetched(std::move(response));
            if (!fetched) {
                strange = true;
                return;
            }
            // A server that forgets the UID has been asked for one body only; another's body is none of ours.
            if (!fetched->hasBody || (fetched->uid != 0 && fetched->uid != uid))
                return;
            strange = strange || (found && !tooLarge && fetched->body != body);
            found = true;
            isNil = fetched->bodyIsNil;
            large = large || tooLarge || fetched->body.size() > limit;
            body = std::move(fetched->body);
        },
        limit);
    if (!status)
        return status.error();
    if (strange) {
        return broken(mailError(ErrorCode::Invalid, where, QStringLiteral("the mail came in a broken answer"),
                                QStringLiteral("protocol")));
    }
    if (large) {
        return mailError(ErrorCode::Invalid, where, QStringLiteral("the mail has more than %1 bytes").arg(limit),
                         QStringLiteral("too-large"));
    }
    if (found && !isNil)
        return body;
    const auto left = anyLeft({uid});
    if (!left)
        return left.error();
    if (!*left)
        return mailError(ErrorCode::NotFound, where, QStringLiteral("the mail is gone"));
    return mailError(ErrorCode::Denied, where,
                     status->word == "OK" ? QStringLiteral("the server does not give the mail")
                                          : m_dialogue.refusal(*status, "mail.fetch", ErrorCode::Denied).detail,
                     QStringLiteral("refused"));
}

Result<bool> ImapInbox::anyLeft(const QVector<quint32> &uids)
{
    const auto left = search("UID " + imapSet(uids));
    if (!left)
        return left.error();
    return std::any_of(uids.cbegin(), uids.cend(),
                       [&](quint32 uid) { return std::binary_search(left->cbegin(), left->cend(), uid); });
}

Result<bool> ImapInbox::waitForMail(int seconds)
{
    if (m_broken)
        return mailError(ErrorCode::Offline, QStringLiteral("mail.wait"), QStringLiteral("the session has ended"));
    if (m_more || m_dialogue.takeNews())
        return true;
    QDeadlineTimer deadline(qint64(seconds) * 1000);
    if (!m_folder.canIdle) {
        // What the server says by itself here is a BYE, or news that the next list() sees, too.
        const auto came = m_channel->waitForBytes(int(deadline.remainingTime()));
        return came ? Result<bool>(true) : broken(came.error());
    }
    for (;;) {
        const qint64 remaining = deadline.remainingTime();
        const auto came = idle(int(qMin<qint64>(remaining, m_channel->patience().idleRenewal)));
        if (!came)
            return broken(came.error());
        if (*came || deadline.hasExpired())
            return *came;
    }
}

/// One IDLE (RFC 2177), from its beginning to its end.
Result<bool> ImapInbox::idle(int milliseconds)
{
    const auto tag = m_dialogue.send("IDLE");
    if (!tag)
        return tag.error();
    ImapStatus refused;
    const auto begun = m_dialogue.awaitContinuation(*tag, &refused);
    if (!begun)
        return begun.error();
    if (!*begun) {
        m_folder.canIdle = false; // it says that it can, and then it cannot
        const auto came = m_channel->waitForBytes(milliseconds);
        return came ? Result<bool>(true) : came.error();
    }
    bool came = m_dialogue.takeNews();
    if (!came) {
        if (const auto waited = idleUntilSomething(milliseconds, &came); !waited)
            return waited.error();
    }
    if (const auto done = m_dialogue.sendLine("DONE"); !done)
        return done.error();
    const auto status = m_dialogue.answerTo(*tag, {}, 0);
    if (!status)
        return status.error();
    return m_dialogue.takeNews() || came;
}

Result<void> ImapInbox::idleUntilSomething(int milliseconds, bool *came)
{
    const QDeadlineTimer deadline(milliseconds);
    while (!*came) {
        const auto there = m_channel->waitForBytes(int(deadline.remainingTime()));
        if (!there)
            return there.error();
        if (!*there)
            return {};
        const auto response = m_dialogue.next(0);
        if (!response)
            return response.error();
        if (response->word() == "BYE")
            return m_dialogue.refusal(imapStatus(*response), "mail.imap.bye", ErrorCode::Offline);
        if (response->kind == ImapResponse::Kind::Tagged) {
            return mailError(ErrorCode::Invalid, QStringLiteral("mail.idle"),
                             QStringLiteral("the server ended IDLE by itself"), QStringLiteral("protocol"));
        }
        *came = m_dialogue.takeNews();
        if (deadline.hasExpired())
            return {};
    }
    return {};
}

Result<void> ImapInbox::finish()
{
    if (m_broken)
        return {};
    m_broken = true;
    const auto tag = m_dialogue.send("LOGOUT");
    for (int count = 0; tag && count < 1000; ++count) {
        const auto response = m_dialogue.next(0);
        if (!response || response->kind == ImapResponse::Kind::Tagged)
            break; // all that was asked for is done and answered: how it hangs up is the server's matter
    }
    return {};
}

} // namespace deskhand
