// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/transport/mail_checks.h"

#include <QDateTime>

namespace deskhand {
namespace {

constexpr int certificateNamesShown = 6;

QString dayOf(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC).date().toString(Qt::ISODate);
}

/// "TLSv1.3, subject CN=imap.example.org, issuer CN=…, for imap.example.org, valid until 2027-01-01".
QString certificateText(const CertificateFacts &facts, const QString &version)
{
    QStringList parts;
    if (!version.isEmpty())
        parts.append(version);
    if (!facts.subject.isEmpty())
        parts.append(QStringLiteral("subject %1").arg(facts.subject));
    if (!facts.issuer.isEmpty())
        parts.append(QStringLiteral("issuer %1").arg(facts.issuer));
    if (!facts.names.isEmpty()) {
        const QString more = facts.names.size() > certificateNamesShown ? QStringLiteral(" …") : QString();
        parts.append(QStringLiteral("for %1%2").arg(facts.names.mid(0, certificateNamesShown).join(u' '), more));
    }
    if (facts.validUntil > 0)
        parts.append(QStringLiteral("valid %1 to %2").arg(dayOf(facts.validFrom), dayOf(facts.validUntil)));
    return parts.join(QStringLiteral(", "));
}

} // namespace

MailCheck::MailCheck(std::function<void(const MailTestStep &)> told)
    : m_told(std::move(told))
{
}

void MailCheck::done(const QString &step, const QString &detail)
{
    m_steps.append({step, true, detail});
    if (m_told)
        m_told(m_steps.constLast());
}

void MailCheck::failed(const QString &step, const Error &error)
{
    const QString reason = error.payload.value(QStringLiteral("reason")).toString();
    QStringList parts{errorCodeName(error.code)};
    if (!reason.isEmpty() && reason != QLatin1String("refused"))
        parts.append(reason);
    if (!error.detail.isEmpty())
        parts.append(error.detail);
    m_steps.append({step, false, parts.join(QStringLiteral(": "))});
    if (m_told)
        m_told(m_steps.constLast());
}

std::unique_ptr<MailChannel> MailCheck::connect(const MailPatience &patience, const MailServer &server, int port,
                                                const KeepGoing &keepGoing)
{
    auto channel = std::make_unique<MailChannel>(patience, keepGoing);
    m_server = server;
    const auto connected = channel->connect(server.host, port, server.encryption == MailEncryption::None);
    if (!connected && connected.error().payload.value(QStringLiteral("reason")) == QLatin1String("resolve")) {
        failed(QStringLiteral("resolve"), connected.error());
        return nullptr;
    }
    done(QStringLiteral("resolve"), channel->remoteAddress().isEmpty() ? server.host : channel->remoteAddress());
    if (!connected) {
        failed(QStringLiteral("connect"), connected.error());
        return nullptr;
    }
    done(QStringLiteral("connect"), QStringLiteral("%1 port %2").arg(channel->remoteAddress()).arg(port));
    m_channel = channel.get();
    return channel;
}

/// Greeting and TLS are one question to a session; which of them failed is said by the error.
bool MailCheck::greeted(const Result<void> &result, const MailChannel &channel)
{
    const QString tls = QStringLiteral("tls");
    const bool wanted = m_server.encryption != MailEncryption::None;
    if (wanted && channel.encrypted())
        done(tls, certificateText(channel.certificate(), channel.tlsVersion()));
    if (result) {
        if (!wanted)
            done(tls, QStringLiteral("none, on this computer only"));
        return true;
    }
    if (wanted && !channel.encrypted() && !channel.certificate().isEmpty()) {
        Error error = result.error();
        error.detail += QStringLiteral(" (%1)").arg(certificateText(channel.certificate(), QString()));
        failed(tls, error);
    } else if (wanted && !channel.encrypted()) {
        failed(tls, result.error());
    } else {
        failed(QStringLiteral("sign-in"), result.error());
    }
    return false;
}

template <typename Session>
bool MailCheck::cameIn(Session &session)
{
    if (!greeted(session.greet(), *m_channel))
        return false;
    const QString step = QStringLiteral("sign-in");
    const Result<void> result = m_refusal ? Result<void>(*m_refusal) : session.signIn();
    if (result)
        done(step, m_server.signIn == MailSignIn::None ? QStringLiteral("not wished") : m_server.user);
    else
        failed(step, result.error());
    return bool(result);
}

void MailCheck::list(MailInbox *inbox)
{
    const RemoteFolder &folder = inbox->folder();
    // Of a large folder only the newest are looked at: what is tried is whether it can be listed at all.
    const auto mails = inbox->list(folder.nextKey > 100 ? folder.nextKey - 100 : 1);
    if (!mails)
        failed(QStringLiteral("list"), mails.error());
    else
        done(QStringLiteral("list"), QStringLiteral("%1 mails").arg(folder.messages));
}

void MailCheck::walk(ImapInbox &&inbox)
{
    if (!cameIn(inbox))
        return;
    if (const auto opened = inbox.openFolder(); !opened) {
        failed(QStringLiteral("folder"), opened.error());
        return;
    }
    const RemoteFolder &folder = inbox.folder();
    QStringList parts{folder.name, QStringLiteral("UIDVALIDITY %1").arg(folder.validity)};
    parts.append(folder.canIdle ? QStringLiteral("IDLE") : QStringLiteral("no IDLE"));
    if (!folder.writable)
        parts.append(QStringLiteral("read-only"));
    done(QStringLiteral("folder"), parts.join(QStringLiteral(", ")));
    list(&inbox);
    static_cast<void>(inbox.finish());
}

void MailCheck::walk(Pop3Inbox &&inbox)
{
    if (!cameIn(inbox))
        return;
    if (const auto opened = inbox.openFolder(); !opened) {
        failed(QStringLiteral("folder"), opened.error());
        return;
    }
    done(QStringLiteral("folder"), QStringLiteral("UIDL"));
    list(&inbox);
    static_cast<void>(inbox.finish());
}

void MailCheck::walk(SmtpOutlet &&outlet, const QString &address)
{
    if (!cameIn(outlet))
        return;
    if (const auto taken = outlet.trySender(address); !taken)
        failed(QStringLiteral("sender"), taken.error());
    else
        done(QStringLiteral("sender"), address);
}

} // namespace deskhand
