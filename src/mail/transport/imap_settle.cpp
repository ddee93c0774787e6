// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a mail on the server. MOVE is RFC 6851, UID EXPUNGE RFC 4315; without them a mail is copied and
// marked as deleted, and whoever empties the folder removes it: a plain EXPUNGE would remove what others have marked,
// too.
#include "mail/transport/imap_inbox.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr int imapSettledAtOnce = 100; ///< UIDs of one command: it must stay short (RFC 7162: 8192 bytes)

} // namespace

Result<void> ImapInbox::settle(const QVector<RemoteMail> &mails)
{
    if (m_mailbox.after == AfterFetch::Leave || mails.isEmpty())
        return {};
    if (!m_folder.writable) {
        return mailError(ErrorCode::Denied, QStringLiteral("mail.settle"), QStringLiteral("the folder is read-only"),
                         QStringLiteral("read-only"));
    }
    QVector<quint32> uids;
    for (const RemoteMail &mail : mails) {
        bool ok = false;
        const quint32 uid = mail.key.toUInt(&ok);
        if (ok && uid > 0)
            uids.append(uid);
    }
    std::sort(uids.begin(), uids.end());
    uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
    for (qsizetype at = 0; at < uids.size(); at += imapSettledAtOnce) {
        if (const auto settled = settleSome(uids.mid(at, imapSettledAtOnce)); !settled)
            return settled.error();
    }
    return {};
}

Result<void> ImapInbox::settleSome(const QVector<quint32> &uids)
{
    switch (m_mailbox.after) {
    case AfterFetch::Leave: return {};
    case AfterFetch::Flag: return store(uids, "\\Seen");
    case AfterFetch::Move: return move(uids);
    case AfterFetch::Delete: break;
    }
    if (const auto marked = store(uids, "\\Deleted"); !marked)
        return marked.error();
    return expunge(uids);
}

Result<void> ImapInbox::store(const QVector<quint32> &uids, const QByteArray &flag)
{
    const auto status = command("UID STORE " + imapSet(uids) + " +FLAGS.SILENT (" + flag + ')');
    if (!status)
        return status.error();
    if (status->word == "OK")
        return {};
    const auto left = anyLeft(uids); // somebody else may have been quicker
    if (!left)
        return left.error();
    return *left ? m_dialogue.refusal(*status, "mail.settle", ErrorCode::Denied) : Result<void>();
}

Result<void> ImapInbox::expunge(const QVector<quint32> &uids)
{
    if (!m_dialogue.can("UIDPLUS") && !m_dialogue.can("IMAP4REV2"))
        return {};
    const auto status = command("UID EXPUNGE " + imapSet(uids));
    if (!status)
        return status.error();
    return status->word == "OK" ? Result<void>() : m_dialogue.refusal(*status, "mail.settle", ErrorCode::Denied);
}

Result<ImapStatus> ImapInbox::intoTarget(const QByteArray &text)
{
    const QByteArray target = imapQuoted(imapFolderName(m_mailbox.moveTo));
    auto status = command(text + ' ' + target);
    if (!status || status->word == "OK" || (status->code != "TRYCREATE" && status->code != "NONEXISTENT"))
        return status;
    const auto created = command(imapOnFolder("CREATE", m_mailbox.moveTo));
    if (!created)
        return created.error();
    if (created->word != "OK" && created->code != "ALREADYEXISTS") {
        Error error = m_dialogue.refusal(*created, "mail.settle", ErrorCode::NotFound);
        error.payload.insert(QStringLiteral("reason"), QStringLiteral("target"));
        return error;
    }
    return command(text + ' ' + target);
}

Result<void> ImapInbox::move(const QVector<quint32> &uids)
{
    if (m_mailbox.moveTo.isEmpty()) {
        return mailError(ErrorCode::NotFound, QStringLiteral("mail.settle"), QStringLiteral("no folder to move to"),
                         QStringLiteral("target"));
    }
    if (!m_dialogue.can("MOVE") && !m_dialogue.can("IMAP4REV2"))
        return moveByCopy(uids);
    const auto status = intoTarget("UID MOVE " + imapSet(uids));
    if (!status)
        return status.error();
    if (status->word == "OK")
        return {};
    const auto left = anyLeft(uids);
    if (!left)
        return left.error();
    return *left ? m_dialogue.refusal(*status, "mail.settle", ErrorCode::Denied) : Result<void>();
}

Result<void> ImapInbox::moveByCopy(const QVector<quint32> &uids)
{
    // What is marked already was copied before the last session broke off: it is not copied again.
    const auto unmarked = search("UID " + imapSet(uids) + " UNDELETED");
    if (!unmarked)
        return unmarked.error();
    if (!unmarked->isEmpty()) {
        const auto copied = intoTarget("UID COPY " + imapSet(*unmarked));
        if (!copied)
            return copied.error();
        if (copied->word != "OK")
            return m_dialogue.refusal(*copied, "mail.settle", ErrorCode::Denied);
        if (const auto marked = store(*unmarked, "\\Deleted"); !marked)
            return marked.error();
    }
    return expunge(uids);
}

} // namespace deskhand
