// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/transport/imap_dialogue.h"

#include <algorithm>
#include <utility>

namespace deskhand {
namespace {

constexpr qsizetype imapLongestLine = 65536;
/// Numbers of a SEARCH come in one line: two million of them, and some.
constexpr qsizetype imapLongestSearch = 48 * 1024 * 1024;
constexpr int imapMostResponses = 500'000; ///< to one command
constexpr int imapMostLiterals = 64;       ///< in one response
constexpr int imapMostSignInResponses = 100;
constexpr int imapPatiences = 10; ///< a command as a whole may take so many times the patience for one answer
/// A literal that is too large is read over when it has no more bytes than this; else the session ends.
constexpr quint64 imapMostSkipped = 64 * 1024 * 1024;

Error imapInvalid(const QString &detail)
{
    return mailError(ErrorCode::Invalid, QStringLiteral("mail.imap"), detail, QStringLiteral("protocol"));
}

/// Codes of RFC 5530 that say more than the NO they come with.
ErrorCode imapErrorCode(const QByteArray &code, ErrorCode otherwise)
{
    if (code == "UNAVAILABLE" || code == "INUSE" || code == "LIMIT" || code == "SERVERBUG")
        return ErrorCode::Offline;
    if (code == "AUTHENTICATIONFAILED" || code == "AUTHORIZATIONFAILED" || code == "EXPIRED"
        || code == "PRIVACYREQUIRED" || code == "CONTACTADMIN")
        return ErrorCode::Unauthenticated;
    if (code == "NOPERM")
        return ErrorCode::Denied;
    if (code == "NONEXISTENT" || code == "TRYCREATE")
        return ErrorCode::NotFound;
    return otherwise;
}

} // namespace

ImapDialogue::ImapDialogue(MailChannel *channel, MailCredentials credentials)
    : m_channel(channel)
    , m_credentials(std::move(credentials))
{
}

Error ImapDialogue::refusal(const ImapStatus &status, const char *where, ErrorCode code) const
{
    const QByteArray words = status.code.isEmpty() ? status.text : '[' + status.code + "] " + status.text;
    return mailError(imapErrorCode(status.code, code), QLatin1String(where), serverWords(words, m_credentials),
                     QStringLiteral("refused"));
}

Result<ImapResponse> ImapDialogue::next(qint64 literals)
{
    auto line = m_channel->readLine(imapLongestLine, "* SEARCH", imapLongestSearch);
    if (!line)
        return line.error();
    ImapResponse response;
    if (line->startsWith("* ")) {
        response.text = line->mid(2);
    } else if (line->startsWith('+')) {
        response.kind = ImapResponse::Kind::Continuation;
        response.text = line->mid(1).trimmed();
        return response;
    } else {
        const qsizetype blank = line->indexOf(' ');
        if (blank < 1 || blank > 20)
            return imapInvalid(QStringLiteral("this is no response of IMAP"));
        response.kind = ImapResponse::Kind::Tagged;
        response.tag = line->left(blank);
        response.text = line->mid(blank + 1);
    }
    m_tooLarge = false;
    for (auto size = imapLiteralSize(response.text); size && !response.isStatus();) {
        if (response.literals.size() >= imapMostLiterals)
            return imapInvalid(QStringLiteral("a response has too many literals"));
        if (*size > quint64(literals)) {
            m_tooLarge = true;
            if (*size > imapMostSkipped + quint64(literals)) {
                return mailError(ErrorCode::Invalid, QStringLiteral("mail.imap"),
                                 QStringLiteral("the server announces %1 bytes").arg(*size),
                                 QStringLiteral("too-large"));
            }
            if (const auto skipped = m_channel->skipBytes(qint64(*size)); !skipped)
                return skipped.error();
            response.literals.append(QByteArray());
        } else {
            auto bytes = m_channel->readBytes(qint64(*size));
            if (!bytes)
                return bytes.error();
            response.literals.append(std::move(*bytes));
        }
        const auto more = m_channel->readLine(imapLongestLine);
        if (!more)
            return more.error();
        response.text += *more;
        size = imapLiteralSize(*more);
    }
    note(response);
    return response;
}

void ImapDialogue::note(const ImapResponse &response)
{
    const QByteArray word = response.word();
    if (word == "EXISTS") {
        m_news = m_news || response.number() > m_messages;
        m_messages = response.number();
    } else if (word == "EXPUNGE" && m_messages > 0) {
        --m_messages;
    } else if (word == "CAPABILITY") {
        takeCapabilities(response.rest());
    } else if (response.isStatus()) {
        const ImapStatus status = imapStatus(response);
        if (status.code == "CAPABILITY")
            takeCapabilities(status.arguments);
    }
}

bool ImapDialogue::takeNews()
{
    return std::exchange(m_news, false);
}

void ImapDialogue::takeCapabilities(const QByteArray &list)
{
    m_capabilities = list.simplified().toUpper().split(' ');
}

Result<QByteArray> ImapDialogue::send(const QByteArray &text)
{
    const QByteArray tag = 'D' + QByteArray::number(++m_commands);
    if (const auto written = m_channel->write(tag + ' ' + text + "\r\n"); !written)
        return written.error();
    return tag;
}

Result<ImapStatus> ImapDialogue::answerTo(const QByteArray &tag, const Seen &seen, qint64 literals)
{
    const QDeadlineTimer deadline(qint64(m_channel->patience().answer) * imapPatiences);
    for (int count = 0; count < imapMostResponses; ++count) {
        auto response = next(literals);
        if (!response)
            return response.error();
        if (deadline.hasExpired())
            return mailError(ErrorCode::Timeout, QStringLiteral("mail.imap"), QStringLiteral("the answer has no end"));
        if (response->kind == ImapResponse::Kind::Continuation)
            return imapInvalid(QStringLiteral("the server waits for something that it is not sent"));
        if (!response->isStatus()) {
            if (response->kind == ImapResponse::Kind::Tagged)
                return imapInvalid(QStringLiteral("a command is answered by something else than OK, NO or BAD"));
            if (seen)
                seen(std::move(*response));
            continue;
        }
        ImapStatus status = imapStatus(*response);
        if (response->kind == ImapResponse::Kind::Untagged) {
            if (status.word == "BYE")
                return refusal(status, "mail.imap.bye", ErrorCode::Offline);
            if (seen)
                seen(std::move(*response));
            continue;
        }
        if (response->tag != tag)
            return imapInvalid(QStringLiteral("an answer to something that was not asked"));
        if (status.word == "BAD")
            return refusal(status, "mail.imap", ErrorCode::Invalid);
        return status;
    }
    return imapInvalid(QStringLiteral("too many responses to one command"));
}

Result<ImapStatus> ImapDialogue::command(const QByteArray &text, const Seen &seen, qint64 literals)
{
    const auto tag = send(text);
    if (!tag)
        return tag.error();
    return answerTo(*tag, seen, literals);
}

Result<bool> ImapDialogue::awaitContinuation(const QByteArray &tag, ImapStatus *refused)
{
    for (int count = 0; count < imapMostResponses; ++count) {
        const auto response = next(0);
        if (!response)
            return response.error();
        if (response->kind == ImapResponse::Kind::Continuation)
            return true;
        const ImapStatus status = imapStatus(*response);
        if (response->kind == ImapResponse::Kind::Untagged) {
            if (status.word == "BYE")
                return refusal(status, "mail.imap.bye", ErrorCode::Offline);
            continue;
        }
        if (response->tag != tag || status.word == "OK")
            return imapInvalid(QStringLiteral("an answer to something that was not asked"));
        *refused = status;
        return false;
    }
    return imapInvalid(QStringLiteral("too many responses to one command"));
}

Result<void> ImapDialogue::begin(MailEncryption encryption, const QString &host, const QString &caFile)
{
    if (encryption == MailEncryption::Tls) {
        if (const auto tls = m_channel->encrypt(host, caFile); !tls)
            return tls.error();
    }
    const auto greeting = next(0);
    if (!greeting)
        return greeting.error();
    const ImapStatus status = imapStatus(*greeting);
    if (greeting->kind != ImapResponse::Kind::Untagged || !greeting->isStatus())
        return imapInvalid(QStringLiteral("the server does not greet as IMAP does"));
    if (status.word != "OK" && status.word != "PREAUTH")
        return refusal(status, "mail.imap.greeting", ErrorCode::Offline);
    m_signedIn = status.word == "PREAUTH";
    if (encryption == MailEncryption::StartTls) {
        if (const auto tls = startTls(host, caFile); !tls)
            return tls.error();
    }
    return m_capabilities.isEmpty() ? readCapabilities() : Result<void>();
}

Result<void> ImapDialogue::readCapabilities()
{
    const auto status = command("CAPABILITY");
    if (!status)
        return status.error();
    return m_capabilities.contains("IMAP4REV1") || m_capabilities.contains("IMAP4REV2")
               ? Result<void>()
               : imapInvalid(QStringLiteral("the server does not say that it can IMAP4rev1"));
}

Result<void> ImapDialogue::startTls(const QString &host, const QString &caFile)
{
    if (m_signedIn) {
        return mailError(ErrorCode::Denied, QStringLiteral("mail.tls"),
                         QStringLiteral("the server signs in before TLS can begin"), QStringLiteral("not-offered"));
    }
    if (m_capabilities.isEmpty()) {
        if (const auto read = readCapabilities(); !read)
            return read.error();
    }
    if (!can("STARTTLS")) {
        return mailError(ErrorCode::Denied, QStringLiteral("mail.tls"),
                         QStringLiteral("the server does not offer STARTTLS"), QStringLiteral("not-offered"));
    }
    const auto status = command("STARTTLS");
    if (!status)
        return status.error();
    if (status->word != "OK")
        return refusal(*status, "mail.tls", ErrorCode::Denied);
    m_capabilities.clear(); // what was said without TLS may be somebody else's
    return m_channel->encrypt(host, caFile);
}

Result<ImapStatus> ImapDialogue::authenticate(const QByteArray &mechanism)
{
    const QByteArray response = saslInitialResponse(mechanism, m_credentials).toBase64();
    const bool atOnce = can("SASL-IR");
    const auto tag = send("AUTHENTICATE " + mechanism + (atOnce ? ' ' + response : QByteArray()));
    if (!tag)
        return tag.error();
    ImapStatus status;
    if (!atOnce) {
        const auto asked = awaitContinuation(*tag, &status);
        if (!asked)
            return asked.error();
        if (!*asked)
            return status;
        if (const auto sent = sendLine(response); !sent)
            return sent.error();
    }
    // XOAUTH2 tells what is wrong in a challenge, which is answered with an empty line.
    for (int count = 0; count < imapMostSignInResponses; ++count) {
        const auto said = next(0);
        if (!said)
            return said.error();
        if (said->kind == ImapResponse::Kind::Continuation) {
            if (const auto sent = sendLine(QByteArray()); !sent)
                return sent.error();
            continue;
        }
        status = imapStatus(*said);
        if (said->kind == ImapResponse::Kind::Tagged && said->tag == *tag)
            return status;
        if (status.word == "BYE")
            return refusal(status, "mail.imap.bye", ErrorCode::Offline);
    }
    return imapInvalid(QStringLiteral("signing in has no end"));
}

Result<ImapStatus> ImapDialogue::login()
{
    const auto isPlain = [](char c) { return c >= ' ' && c <= '~'; };
    const auto allPlain = [&](const QByteArray &text) { return std::all_of(text.cbegin(), text.cend(), isPlain); };
    if (allPlain(m_credentials.user) && allPlain(m_credentials.secret))
        return command("LOGIN " + imapQuoted(m_credentials.user) + ' ' + imapQuoted(m_credentials.secret));
    const auto tag = send("LOGIN {" + QByteArray::number(m_credentials.user.size()) + '}');
    if (!tag)
        return tag.error();
    ImapStatus refused;
    auto asked = awaitContinuation(*tag, &refused);
    if (asked && *asked) {
        const auto sent = sendLine(m_credentials.user + " {" + QByteArray::number(m_credentials.secret.size()) + '}');
        asked = sent ? awaitContinuation(*tag, &refused) : Result<bool>(sent.error());
    }
    if (!asked)
        return asked.error();
    if (!*asked)
        return refused;
    if (const auto sent = sendLine(m_credentials.secret); !sent)
        return sent.error();
    return answerTo(*tag, {}, 0);
}

Result<void> ImapDialogue::signIn()
{
    if (m_signedIn)
        return {};
    const QString where = QStringLiteral("mail.signIn");
    if (const auto fine = checkCredentials(m_credentials); !fine)
        return fine.error();
    QByteArrayList offered;
    for (const QByteArray &capability : std::as_const(m_capabilities)) {
        if (capability.startsWith("AUTH="))
            offered.append(capability.mid(5));
    }
    offered.removeAll("LOGIN"); // the command of that name does the same
    const QByteArray mechanism = chosenMechanism(m_credentials, offered);
    if (mechanism.isEmpty() && (m_credentials.signIn == MailSignIn::OAuth2 || can("LOGINDISABLED"))) {
        return mailError(ErrorCode::Unauthenticated, where,
                         QStringLiteral("the server does not offer this way of signing in"),
                         QStringLiteral("not-offered"));
    }
    const QByteArrayList before = std::exchange(m_capabilities, {});
    const auto status = mechanism.isEmpty() ? login() : [&] {
        m_capabilities = before; // SASL-IR counts still
        auto done = authenticate(mechanism);
        if (m_capabilities == before)
            m_capabilities.clear();
        return done;
    }();
    if (!status)
        return status.error();
    if (status->word != "OK") {
        Error error = refusal(*status, "mail.signIn", ErrorCode::Unauthenticated);
        error.payload.insert(QStringLiteral("reason"), QStringLiteral("sign-in"));
        return error;
    }
    m_signedIn = true;
    return m_capabilities.isEmpty() ? readCapabilities() : Result<void>();
}

} // namespace deskhand
