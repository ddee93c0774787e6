// SPDX-License-Identifier: GPL-3.0-or-later
// Of MailboxPresenter: why a mailbox cannot be saved or tested, in words.
#include "domain/address_rules.h"
#include "models/mailbox_presenter.h"

#include <QFileInfo>

namespace deskhand {

QString MailboxPresenter::problemOfAddress() const
{
    const Mailbox now = effective();
    if (now.address.isEmpty())
        return tr("The address is needed.");
    if (!looksLikeAddress(now.address))
        return tr("“%1” is not a mail address.").arg(now.address);
    for (const QString &alias : now.aliases) {
        if (!looksLikeAddress(alias))
            return tr("“%1” is not a mail address.").arg(alias);
    }
    for (const Mailbox &other : m_overview.setup().mailboxes) {
        if (other.id != now.id && other.address.compare(now.address, Qt::CaseInsensitive) == 0)
            return tr("There is a mailbox with this address already.");
    }
    return {};
}

QString MailboxPresenter::problemOfServer(MailHalf half) const
{
    const Mailbox now = effective();
    const bool receives = half == MailHalf::Receiving;
    const MailServer &server = receives ? now.incoming : now.outgoing;
    if (server.host.isEmpty())
        return receives ? tr("The server to receive from is needed.") : tr("The server to send by is needed.");
    if (server.host.contains(u'/') || server.host.contains(u' ') || server.host.contains(u'@'))
        return tr("Only the name of the computer goes into “Server”, without “https://” and the like.");
    if (server.port < 0 || server.port > 65535)
        return tr("A port is a number from 1 to 65535.");
    if (server.encryption == MailEncryption::None && !isThisComputer(server.host))
        return tr("Without encryption only a server on this computer can be used.");
    if (!server.caFile.isEmpty() && !QFileInfo(server.caFile).isFile())
        return tr("There is no file of authorities at “%1”.").arg(server.caFile);
    return problemOfSignIn(half);
}

QString MailboxPresenter::problemOfSignIn(MailHalf half) const
{
    const Mailbox now = effective();
    const bool receives = half == MailHalf::Receiving;
    const MailServer &server = receives ? now.incoming : now.outgoing;
    if (server.signIn == MailSignIn::None)
        return receives ? tr("Receiving needs a sign-in.") : QString();
    if (server.user.trimmed().isEmpty())
        return receives ? tr("The user to receive with is needed.") : tr("The user to send with is needed.");
    if (server.signIn == MailSignIn::OAuth2)
        return problemOfOAuth();
    const MailSecret secret = receives ? MailSecret::IncomingPassword : MailSecret::OutgoingPassword;
    if (!effectiveSecrets().contains(secret) && !isSaved(secret))
        return receives || m_sharesSignIn ? tr("The password is needed.") : tr("The password to send with is needed.");
    return {};
}

QString MailboxPresenter::problemOfOAuth() const
{
    const MailOAuth &oauth = m_mailbox.oauth;
    if (oauth.clientId.trimmed().isEmpty())
        return tr("The client ID of your registration with the provider is needed.");
    if (!isHttpsUrl(oauth.authorizeUrl) || !isHttpsUrl(oauth.tokenUrl))
        return tr("The provider's two addresses begin with “https://”.");
    if (!hasSecret(MailSecret::RefreshToken))
        return tr("Sign in at the provider first.");
    return {};
}

QString MailboxPresenter::firstProblem() const
{
    const Mailbox now = effective();
    if (const QString problem = problemOfAddress(); !problem.isEmpty())
        return problem;
    if (now.protocol == MailProtocol::None && !now.sends)
        return tr("A mailbox receives, or sends, or both.");
    if (now.protocol != MailProtocol::None) {
        if (const QString problem = problemOfServer(MailHalf::Receiving); !problem.isEmpty())
            return problem;
        if (now.protocol == MailProtocol::Imap && now.folder.trimmed().isEmpty())
            return tr("The folder to fetch from is needed; usually it is INBOX.");
        if (now.protocol == MailProtocol::Imap && now.after == AfterFetch::Move && now.moveTo.trimmed().isEmpty())
            return tr("The folder that fetched mails are moved to is needed.");
        if (now.after == AfterFetch::Move && now.moveTo.trimmed() == now.folder.trimmed())
            return tr("Fetched mails are moved to another folder than the one they come from.");
    }
    return now.sends ? problemOfServer(MailHalf::Sending) : QString();
}

QString MailboxPresenter::testProblem(MailHalf half) const
{
    const QString problem = problemOfAddress();
    return problem.isEmpty() ? problemOfServer(half) : problem;
}

} // namespace deskhand
