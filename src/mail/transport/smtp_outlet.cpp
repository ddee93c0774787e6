// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/transport/smtp_outlet.h"

#include <QSysInfo>

#include <algorithm>
#include <optional>
#include <utility>

namespace deskhand {
namespace {

constexpr qsizetype smtpLongestReplyLine = 4096; ///< RFC 5321 says 512
constexpr int smtpMostReplyLines = 200;

Error smtpInvalid(const QString &detail)
{
    return mailError(ErrorCode::Invalid, QStringLiteral("mail.smtp"), detail, QStringLiteral("protocol"));
}

Error smtpEnded()
{
    return mailError(ErrorCode::Offline, QStringLiteral("mail.smtp"), QStringLiteral("the session has ended"));
}

/// A name that is one for others, too, or the address (RFC 5321 4.1.3).
QByteArray smtpOwnName(const QString &localAddress)
{
    const QByteArray name = QSysInfo::machineHostName().toLower().toLatin1();
    const auto isHostText = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '.' || c == '-';
    };
    if (name.contains('.') && !name.endsWith(".local") && std::all_of(name.cbegin(), name.cend(), isHostText))
        return name;
    const QByteArray address = localAddress.toLatin1();
    return address.contains(':') ? "[IPv6:" + address + ']' : '[' + address + ']';
}

} // namespace

SmtpOutlet::SmtpOutlet(std::unique_ptr<MailChannel> channel, const Mailbox &mailbox, const MailCredentials &credentials)
    : m_channel(std::move(channel))
    , m_mailbox(mailbox)
    , m_credentials(credentials)
{
}

SmtpOutlet::~SmtpOutlet()
{
    if (!m_broken && !m_inMail)
        static_cast<void>(m_channel->write("QUIT\r\n")); // its answer is of no use to anybody
}

Error SmtpOutlet::refusal(const SmtpReply &reply, const char *where, ErrorCode code) const
{
    Error error =
        mailError(code, QLatin1String(where), serverWords(reply.text(), m_credentials), QStringLiteral("refused"));
    error.payload.insert(QStringLiteral("code"), reply.code);
    return error;
}

bool SmtpOutlet::can(const QByteArray &keyword) const
{
    return std::any_of(m_keywords.cbegin(), m_keywords.cend(),
                       [&](const QByteArray &line) { return line == keyword || line.startsWith(keyword + ' '); });
}

QByteArray SmtpOutlet::parameterOf(const QByteArray &keyword) const
{
    for (const QByteArray &line : m_keywords) {
        if (line.startsWith(keyword + ' '))
            return line.mid(keyword.size() + 1).trimmed();
    }
    return {};
}

Result<SmtpReply> SmtpOutlet::readReply()
{
    SmtpReply reply;
    const QDeadlineTimer deadline(qint64(m_channel->answerPatience()) * 2); // all of its lines
    for (int count = 0; count < smtpMostReplyLines; ++count) {
        const auto line = m_channel->readLine(smtpLongestReplyLine);
        bool last = false;
        if (!line) {
            m_broken = true;
            return line.error();
        }
        if (!appendSmtpLine(*line, &reply, &last)) {
            m_broken = true;
            return smtpInvalid(QStringLiteral("this is no answer of SMTP"));
        }
        if (last)
            return reply;
        if (deadline.hasExpired())
            break;
    }
    m_broken = true;
    return smtpInvalid(QStringLiteral("an answer that has no end"));
}

Result<SmtpReply> SmtpOutlet::command(const QByteArray &text)
{
    if (m_broken)
        return smtpEnded();
    if (const auto early = unaskedReply(); !early)
        return early.error();
    if (const auto written = m_channel->write(text + "\r\n"); !written) {
        m_broken = true;
        return written.error();
    }
    auto reply = readReply();
    if (reply && reply->code == 421) { // it says goodbye, whatever was asked
        m_broken = true;
        return refusal(*reply, "mail.smtp.bye", ErrorCode::Offline);
    }
    return reply;
}

/// An answer to nothing would be taken for the answer to what comes next, and so would every one after it.
Result<void> SmtpOutlet::unaskedReply()
{
    const auto there = m_channel->waitForBytes(0);
    if (there && !*there)
        return {};
    const auto reply = there ? readReply() : Result<SmtpReply>(there.error());
    m_broken = true;
    if (!reply)
        return reply.error();
    return reply->code == 421 ? refusal(*reply, "mail.smtp.bye", ErrorCode::Offline)
                              : smtpInvalid(QStringLiteral("an answer to nothing"));
}

Result<void> SmtpOutlet::hello()
{
    const auto reply = command("EHLO " + smtpOwnName(m_channel->localAddress()));
    if (!reply)
        return reply.error();
    if (!reply->positive())
        return refusal(*reply, "mail.smtp.greeting", reply->permanent() ? ErrorCode::Invalid : ErrorCode::Offline);
    m_keywords.clear();
    for (qsizetype i = 1; i < reply->lines.size(); ++i)
        m_keywords.append(reply->lines[i].simplified().toUpper());
    return {};
}

Result<void> SmtpOutlet::greet()
{
    const MailServer &server = m_mailbox.outgoing;
    if (server.encryption == MailEncryption::Tls) {
        if (const auto tls = m_channel->encrypt(server.host, server.caFile); !tls)
            return tls.error();
    }
    const auto greeting = readReply();
    if (!greeting)
        return greeting.error();
    if (!greeting->positive()) {
        m_broken = true;
        return refusal(*greeting, "mail.smtp.greeting", greeting->permanent() ? ErrorCode::Denied : ErrorCode::Offline);
    }
    if (const auto said = hello(); !said)
        return said.error();
    if (server.encryption != MailEncryption::StartTls)
        return {};
    if (!can("STARTTLS")) {
        return mailError(ErrorCode::Denied, QStringLiteral("mail.tls"),
                         QStringLiteral("the server does not offer STARTTLS"), QStringLiteral("not-offered"));
    }
    const auto reply = command("STARTTLS");
    if (!reply)
        return reply.error();
    if (reply->code != 220)
        return refusal(*reply, "mail.tls", reply->permanent() ? ErrorCode::Denied : ErrorCode::Offline);
    if (const auto tls = m_channel->encrypt(server.host, server.caFile); !tls) {
        m_broken = true;
        return tls.error();
    }
    return hello(); // what was said without TLS may be somebody else's
}

Result<SmtpReply> SmtpOutlet::authenticate(const QByteArray &mechanism)
{
    if (mechanism == "LOGIN") {
        auto reply = command("AUTH LOGIN");
        if (reply && reply->intermediate())
            reply = command(m_credentials.user.toBase64());
        if (reply && reply->intermediate())
            reply = command(m_credentials.secret.toBase64());
        return reply;
    }
    // The answer goes in a line of its own: a command has 512 bytes, and tokens are longer.
    auto reply = command("AUTH " + mechanism);
    if (reply && reply->intermediate())
        reply = command(saslInitialResponse(mechanism, m_credentials).toBase64());
    if (reply && reply->intermediate())
        reply = command(QByteArray()); // XOAUTH2 tells what is wrong in a challenge
    return reply;
}

Result<void> SmtpOutlet::signIn()
{
    if (m_credentials.signIn == MailSignIn::None)
        return {};
    if (const auto fine = checkCredentials(m_credentials); !fine)
        return fine.error();
    const QByteArray mechanism = chosenMechanism(m_credentials, parameterOf("AUTH").split(' '));
    if (mechanism.isEmpty()) {
        return mailError(ErrorCode::Unauthenticated, QStringLiteral("mail.signIn"),
                         QStringLiteral("the server does not offer this way of signing in"),
                         QStringLiteral("not-offered"));
    }
    const auto reply = authenticate(mechanism);
    if (!reply)
        return reply.error();
    if (reply->code == 235)
        return {};
    m_broken = true;
    Error error = refusal(*reply, "mail.signIn", reply->transient() ? ErrorCode::Offline : ErrorCode::Unauthenticated);
    error.payload.insert(QStringLiteral("reason"), QStringLiteral("sign-in"));
    return error;
}

Result<void> SmtpOutlet::enter()
{
    if (const auto greeted = greet(); !greeted)
        return greeted.error();
    return signIn();
}

Result<void> SmtpOutlet::reset()
{
    m_inMail = false;
    const auto reply = command("RSET");
    if (!reply)
        return reply.error();
    if (!reply->positive())
        m_broken = true;
    return {};
}

Result<void> SmtpOutlet::trySender(const QString &address)
{
    bool needsUtf8 = false;
    const QByteArray path = smtpAddress(address, &needsUtf8);
    if (path.isEmpty())
        return mailError(ErrorCode::Invalid, QStringLiteral("mail.sender"), QStringLiteral("not an address"));
    const auto reply = command("MAIL FROM:<" + path + '>' + (needsUtf8 ? " SMTPUTF8" : ""));
    if (!reply)
        return reply.error();
    if (!reply->positive())
        return refusal(*reply, "mail.sender", reply->permanent() ? ErrorCode::Denied : ErrorCode::Offline);
    return reset();
}

} // namespace deskhand
