// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/transport/pop3_inbox.h"

#include <utility>

namespace deskhand {
namespace {

constexpr qsizetype pop3LongestLine = 65536;       ///< of an answer
constexpr qsizetype pop3LongestMailLine = 8388608; ///< of a mail: some have no line ends at all
constexpr int pop3MostMessages = 5'000'000;
constexpr int pop3MostCapabilities = 500;
constexpr qint64 pop3MostSkipped = 64 * 1024 * 1024;

Error pop3Invalid(const QString &detail)
{
    return mailError(ErrorCode::Invalid, QStringLiteral("mail.pop3"), detail, QStringLiteral("protocol"));
}

} // namespace

Pop3Inbox::Pop3Inbox(std::unique_ptr<MailChannel> channel, const Mailbox &mailbox, const MailCredentials &credentials)
    : m_channel(std::move(channel))
    , m_mailbox(mailbox)
    , m_credentials(credentials)
{
}

Pop3Inbox::~Pop3Inbox() = default;

Error Pop3Inbox::refusal(const Answer &answer, const char *where, ErrorCode code) const
{
    // RFC 2449 and 3206: what is only so for the time being.
    if (answer.text.startsWith("[SYS/TEMP]") || answer.text.startsWith("[IN-USE]")
        || answer.text.startsWith("[LOGIN-DELAY]"))
        code = ErrorCode::Offline;
    return mailError(code, QLatin1String(where), serverWords(answer.text, m_credentials), QStringLiteral("refused"));
}

Result<Pop3Inbox::Answer> Pop3Inbox::readAnswer()
{
    const auto line = m_channel->readLine(pop3LongestLine);
    if (!line) {
        m_broken = true;
        return line.error();
    }
    Answer answer;
    answer.ok = line->startsWith("+OK");
    if (!answer.ok && !line->startsWith("-ERR")) {
        m_broken = true;
        return pop3Invalid(QStringLiteral("this is no answer of POP3"));
    }
    answer.text = line->mid(answer.ok ? 3 : 4).trimmed();
    return answer;
}

Result<Pop3Inbox::Answer> Pop3Inbox::command(const QByteArray &text)
{
    if (m_broken)
        return mailError(ErrorCode::Offline, QStringLiteral("mail.pop3"), QStringLiteral("the session has ended"));
    if (const auto written = m_channel->write(text + "\r\n"); !written) {
        m_broken = true;
        return written.error();
    }
    return readAnswer();
}

Result<void> Pop3Inbox::readLines(const std::function<bool(const QByteArray &)> &line)
{
    for (;;) {
        const auto read = m_channel->readLine(pop3LongestLine);
        if (!read) {
            m_broken = true;
            return read.error();
        }
        if (*read == ".")
            return {};
        if (!line(read->startsWith('.') ? read->mid(1) : *read)) {
            m_broken = true;
            return pop3Invalid(QStringLiteral("an answer that makes no sense, or has no end"));
        }
    }
}

Result<void> Pop3Inbox::enter()
{
    if (const auto greeted = greet(); !greeted)
        return greeted.error();
    if (const auto done = signIn(); !done)
        return done.error();
    return openFolder();
}

Result<void> Pop3Inbox::readCapabilities()
{
    m_capabilities.clear();
    const auto answer = command("CAPA");
    if (!answer)
        return answer.error();
    if (!answer->ok)
        return {}; // an old server, which can what RFC 1939 says
    return readLines([this](const QByteArray &line) {
        m_capabilities.append(line.simplified().toUpper());
        return m_capabilities.size() < pop3MostCapabilities;
    });
}

Result<void> Pop3Inbox::greet()
{
    const MailServer &server = m_mailbox.incoming;
    if (server.encryption == MailEncryption::Tls) {
        if (const auto tls = m_channel->encrypt(server.host, server.caFile); !tls)
            return tls.error();
    }
    const auto greeting = readAnswer();
    if (!greeting)
        return greeting.error();
    if (!greeting->ok)
        return refusal(*greeting, "mail.pop3.greeting", ErrorCode::Offline);
    if (const auto read = readCapabilities(); !read)
        return read.error();
    if (server.encryption != MailEncryption::StartTls)
        return {};
    const auto refused = [](const QString &detail) {
        return mailError(ErrorCode::Denied, QStringLiteral("mail.tls"), detail, QStringLiteral("not-offered"));
    };
    if (!m_capabilities.contains("STLS"))
        return refused(QStringLiteral("the server does not offer STLS"));
    const auto answer = command("STLS");
    if (!answer)
        return answer.error();
    if (!answer->ok)
        return refused(serverWords(answer->text, m_credentials));
    if (const auto tls = m_channel->encrypt(server.host, server.caFile); !tls)
        return tls.error();
    return readCapabilities();
}

Result<Pop3Inbox::Answer> Pop3Inbox::authenticate(const QByteArray &mechanism)
{
    // The answer goes in a line of its own, which may be longer than the 255 bytes of a command.
    const QByteArray response = saslInitialResponse(mechanism, m_credentials).toBase64();
    if (const auto written = m_channel->write("AUTH " + mechanism + "\r\n"); !written)
        return written.error();
    bool sent = false;
    for (int challenges = 0; challenges < 4; ++challenges) {
        const auto line = m_channel->readLine(pop3LongestLine);
        if (!line)
            return line.error();
        if (line->startsWith("+OK"))
            return Answer{true, line->mid(3).trimmed()};
        if (line->startsWith("-ERR"))
            return Answer{false, line->mid(4).trimmed()};
        if (!line->startsWith('+'))
            break;
        // XOAUTH2 tells what is wrong in a second challenge, which is answered with an empty line.
        if (const auto written = m_channel->write((sent ? QByteArray() : response) + "\r\n"); !written)
            return written.error();
        sent = true;
    }
    return pop3Invalid(QStringLiteral("this is no answer of POP3"));
}

Result<void> Pop3Inbox::signIn()
{
    if (const auto fine = checkCredentials(m_credentials); !fine)
        return fine.error();
    QByteArrayList offered;
    bool takesUser = m_capabilities.isEmpty();
    for (const QByteArray &line : std::as_const(m_capabilities)) {
        if (line.startsWith("SASL "))
            offered = line.mid(5).split(' ');
        takesUser = takesUser || line == "USER";
    }
    offered.removeAll("LOGIN"); // the command USER does the same
    const QByteArray mechanism = chosenMechanism(m_credentials, offered);
    Result<Answer> answer = Answer{};
    if (!mechanism.isEmpty()) {
        answer = authenticate(mechanism);
    } else if (m_credentials.signIn == MailSignIn::OAuth2 || !takesUser) {
        return mailError(ErrorCode::Unauthenticated, QStringLiteral("mail.signIn"),
                         QStringLiteral("the server does not offer this way of signing in"),
                         QStringLiteral("not-offered"));
    } else {
        answer = command("USER " + m_credentials.user);
        if (answer && answer->ok)
            answer = command("PASS " + m_credentials.secret);
    }
    if (!answer)
        return answer.error();
    if (answer->ok)
        return {};
    Error error = refusal(*answer, "mail.signIn", ErrorCode::Unauthenticated);
    error.payload.insert(QStringLiteral("reason"), QStringLiteral("sign-in"));
    return error;
}

/// UIDL and LIST. Two mails that share a UIDL, which no server should do, are told apart by their size.
Result<void> Pop3Inbox::openFolder()
{
    QVector<QPair<int, QString>> ids;
    auto answer = command("UIDL");
    if (!answer)
        return answer.error();
    if (!answer->ok) {
        return mailError(ErrorCode::Invalid, QStringLiteral("mail.folder"),
                         QStringLiteral("the server has no UIDL: what was fetched could not be told from what is new"),
                         QStringLiteral("no-uidl"));
    }
    const auto readIds = readLines([&](const QByteArray &line) {
        bool ok = false;
        const qsizetype blank = line.indexOf(' ');
        const int number = line.left(blank).toInt(&ok);
        const QByteArray id = line.mid(blank + 1).trimmed();
        if (ok && blank > 0 && number > 0 && !id.isEmpty() && id.size() <= 200)
            ids.append({number, QString::fromLatin1(id)});
        return ok && ids.size() < pop3MostMessages;
    });
    if (!readIds)
        return readIds.error();
    QHash<int, qint64> sizes;
    answer = command("LIST");
    if (!answer)
        return answer.error();
    if (answer->ok) {
        const auto readSizes = readLines([&](const QByteArray &line) {
            const QByteArrayList words = line.simplified().split(' ');
            if (words.size() >= 2)
                sizes.insert(words[0].toInt(), words[1].toLongLong());
            return sizes.size() < pop3MostMessages;
        });
        if (!readSizes)
            return readSizes.error();
    }
    QHash<QString, int> uses;
    for (const auto &[number, id] : std::as_const(ids))
        ++uses[id];
    for (const auto &[number, id] : std::as_const(ids)) {
        RemoteMail mail;
        mail.size = qMax<qint64>(0, sizes.value(number));
        mail.key = uses.value(id) > 1 ? id + u'#' + QString::number(mail.size) : id;
        if (m_numbers.contains(mail.key))
            continue;
        m_numbers.insert(mail.key, number);
        m_mails.append(mail);
    }
    m_folder.messages = ids.size();
    return {};
}

Result<QVector<RemoteMail>> Pop3Inbox::list(qint64)
{
    if (m_broken)
        return mailError(ErrorCode::Offline, QStringLiteral("mail.list"), QStringLiteral("the session has ended"));
    return m_mails;
}

Result<QByteArray> Pop3Inbox::fetch(const RemoteMail &mail, qint64 limit)
{
    const QString where = QStringLiteral("mail.fetch");
    const int number = m_numbers.value(mail.key);
    if (number == 0)
        return mailError(ErrorCode::NotFound, where, QStringLiteral("the mail is gone"));
    const auto answer = command("RETR " + QByteArray::number(number));
    if (!answer)
        return answer.error();
    if (!answer->ok) // within a session no mail goes: it is there, and the server does not give it
        return refusal(*answer, "mail.fetch", ErrorCode::Denied);
    QByteArray bytes;
    qint64 skipped = 0;
    for (;;) {
        auto line = m_channel->readLine(pop3LongestMailLine);
        if (!line) {
            m_broken = true;
            return line.error();
        }
        if (*line == ".")
            break;
        if (bytes.size() + line->size() + 2 > limit + 1)
            skipped += line->size() + 2;
        if (skipped == 0)
            bytes += (line->startsWith('.') ? line->mid(1) : *line) + "\r\n";
        if (skipped > pop3MostSkipped) {
            m_broken = true;
            break;
        }
    }
    if (skipped > 0 || bytes.size() > limit) {
        return mailError(ErrorCode::Invalid, where, QStringLiteral("the mail has more than %1 bytes").arg(limit),
                         QStringLiteral("too-large"));
    }
    return bytes;
}

Result<void> Pop3Inbox::settle(const QVector<RemoteMail> &mails)
{
    if (m_mailbox.after != AfterFetch::Delete)
        return {}; // there are no flags and no folders
    Result<void> result;
    for (const RemoteMail &mail : mails) {
        const int number = m_numbers.value(mail.key);
        if (number == 0)
            continue;
        const auto answer = command("DELE " + QByteArray::number(number));
        if (!answer)
            return answer.error();
        if (!answer->ok && result)
            result = refusal(*answer, "mail.settle", ErrorCode::Denied);
    }
    return result;
}

Result<bool> Pop3Inbox::waitForMail(int seconds)
{
    const auto came = m_channel->waitForBytes(seconds * 1000);
    return came ? Result<bool>(true) : came.error();
}

Result<void> Pop3Inbox::finish()
{
    const auto answer = command("QUIT");
    m_broken = true;
    if (!answer)
        return answer.error();
    return answer->ok ? Result<void>() : refusal(*answer, "mail.settle", ErrorCode::Denied);
}

} // namespace deskhand
