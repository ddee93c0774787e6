// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/transport/mail_transport_factory.h"

#include "domain/mail_provider.h"
#include "mail/transport/imap_inbox.h"
#include "mail/transport/mail_checks.h"
#include "mail/transport/oauth.h"
#include "mail/transport/pop3_inbox.h"
#include "mail/transport/smtp_outlet.h"

namespace deskhand {
namespace {

/// A way to a server: where it is, and as whom to come in.
struct ServerDoor {
    const MailServer *server = nullptr;
    int port = 0;
    MailSecret password = MailSecret::IncomingPassword;
};

ServerDoor incomingDoor(const Mailbox &mailbox)
{
    const MailServer &server = mailbox.incoming;
    return {&server, mailPort(server, mailbox.protocol), MailSecret::IncomingPassword};
}

ServerDoor outgoingDoor(const Mailbox &mailbox)
{
    const MailServer &server = mailbox.outgoing;
    return {&server, mailPort(server, MailProtocol::None), MailSecret::OutgoingPassword};
}

class MailTransportImpl final : public MailTransport
{
public:
    explicit MailTransportImpl(const MailTransportOptions &options)
        : m_patience(options.patience)
        , m_oauth({options.patience.answer, options.tokenCaFile})
    {
    }

    Result<std::unique_ptr<MailInbox>> openInbox(const Mailbox &mailbox, const MailSecrets &secrets,
                                                 const KeepGoing &keepGoing, const Refreshed &refreshed) override
    {
        if (mailbox.protocol == MailProtocol::Pop3)
            return open<MailInbox, Pop3Inbox>(incomingDoor(mailbox), mailbox, secrets, keepGoing, refreshed);
        return open<MailInbox, ImapInbox>(incomingDoor(mailbox), mailbox, secrets, keepGoing, refreshed);
    }

    Result<std::unique_ptr<MailOutlet>> openOutlet(const Mailbox &mailbox, const MailSecrets &secrets,
                                                   const KeepGoing &keepGoing, const Refreshed &refreshed) override
    {
        return open<MailOutlet, SmtpOutlet>(outgoingDoor(mailbox), mailbox, secrets, keepGoing, refreshed);
    }

    QVector<MailTestStep> testInbox(const Mailbox &mailbox, const MailSecrets &secrets, const KeepGoing &keepGoing,
                                    const std::function<void(const MailTestStep &)> &told) override
    {
        MailCheck check(told);
        const ServerDoor door = incomingDoor(mailbox);
        auto channel = check.connect(m_patience, *door.server, door.port, keepGoing);
        if (!channel)
            return check.steps();
        const MailCredentials credentials = credentialsFor(&check, door, mailbox, secrets, keepGoing);
        if (mailbox.protocol == MailProtocol::Pop3)
            check.walk(Pop3Inbox(std::move(channel), mailbox, credentials));
        else
            check.walk(ImapInbox(std::move(channel), mailbox, credentials));
        return check.steps();
    }

    QVector<MailTestStep> testOutlet(const Mailbox &mailbox, const MailSecrets &secrets, const KeepGoing &keepGoing,
                                     const std::function<void(const MailTestStep &)> &told) override
    {
        MailCheck check(told);
        const ServerDoor door = outgoingDoor(mailbox);
        auto channel = check.connect(m_patience, *door.server, door.port, keepGoing);
        if (!channel)
            return check.steps();
        const MailCredentials credentials = credentialsFor(&check, door, mailbox, secrets, keepGoing);
        check.walk(SmtpOutlet(std::move(channel), mailbox, credentials), mailbox.address);
        return check.steps();
    }

private:
    Result<MailCredentials> credentials(const ServerDoor &door, const Mailbox &mailbox, const MailSecrets &secrets,
                                        const KeepGoing &keepGoing, const Refreshed &refreshed,
                                        const QByteArray &rejected)
    {
        MailCredentials result;
        result.signIn = door.server->signIn;
        if (result.signIn == MailSignIn::None)
            return result;
        result.user = door.server->user.toUtf8();
        if (result.signIn == MailSignIn::Password) {
            result.secret = secrets.value(door.password);
            return result;
        }
        auto token = m_oauth.accessToken(mailbox.oauth, secrets, keepGoing, refreshed, rejected);
        if (!token)
            return token.error();
        result.secret = std::move(*token);
        return result;
    }

    /// For trying: why there are none is said when it comes to signing in.
    MailCredentials credentialsFor(MailCheck *check, const ServerDoor &door, const Mailbox &mailbox,
                                   const MailSecrets &secrets, const KeepGoing &keepGoing)
    {
        auto found = credentials(door, mailbox, secrets, keepGoing, {}, {});
        if (found)
            return std::move(*found);
        check->expectRefusal(found.error());
        return {};
    }

    /// An access token can be refused before its time: then there is one try with a new one.
    template <typename Port, typename Session>
    Result<std::unique_ptr<Port>> open(const ServerDoor &door, const Mailbox &mailbox, const MailSecrets &secrets,
                                       const KeepGoing &keepGoing, const Refreshed &refreshed)
    {
        QByteArray rejected;
        for (;;) {
            auto found = credentials(door, mailbox, secrets, keepGoing, refreshed, rejected);
            if (!found)
                return found.error();
            auto channel = std::make_unique<MailChannel>(m_patience, keepGoing);
            const bool loopbackOnly = door.server->encryption == MailEncryption::None;
            if (const auto connected = channel->connect(door.server->host, door.port, loopbackOnly); !connected)
                return connected.error();
            auto session = std::make_unique<Session>(std::move(channel), mailbox, *found);
            const auto entered = session->enter();
            if (entered)
                return std::unique_ptr<Port>(std::move(session));
            const bool again = entered.error().code == ErrorCode::Unauthenticated && found->signIn == MailSignIn::OAuth2
                               && rejected.isEmpty();
            if (!again)
                return entered.error();
            rejected = found->secret;
        }
    }

    MailPatience m_patience;
    OAuthClient m_oauth;
};

} // namespace

std::unique_ptr<MailTransport> makeMailTransport(const MailTransportOptions &options)
{
    return std::make_unique<MailTransportImpl>(options);
}

} // namespace deskhand
