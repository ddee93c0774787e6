// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/mailbox_values.h"

#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/ticket_values.h"
#include "domain/mail_provider.h"

#include <QFileInfo>
#include <QJsonArray>

namespace deskhand::ctl {
namespace {

template <typename Value>
struct Word {
    const char *word;
    Value value;
};

constexpr std::array protocolWords{Word<MailProtocol>{"imap", MailProtocol::Imap},
                                   Word<MailProtocol>{"pop3", MailProtocol::Pop3},
                                   Word<MailProtocol>{"none", MailProtocol::None}};
constexpr std::array encryptionWords{Word<MailEncryption>{"tls", MailEncryption::Tls},
                                     Word<MailEncryption>{"starttls", MailEncryption::StartTls},
                                     Word<MailEncryption>{"none", MailEncryption::None}};
constexpr std::array signInWords{Word<MailSignIn>{"password", MailSignIn::Password},
                                 Word<MailSignIn>{"oauth2", MailSignIn::OAuth2},
                                 Word<MailSignIn>{"none", MailSignIn::None}};
constexpr std::array afterWords{Word<AfterFetch>{"leave", AfterFetch::Leave},
                                Word<AfterFetch>{"flag", AfterFetch::Flag}, Word<AfterFetch>{"move", AfterFetch::Move},
                                Word<AfterFetch>{"delete", AfterFetch::Delete}};
constexpr std::array firstWords{Word<FirstFetch>{"from-now-on", FirstFetch::FromNowOn},
                                Word<FirstFetch>{"everything", FirstFetch::Everything}};

template <typename Words, typename Value>
bool readWord(const Arguments &arguments, const QString &option, const Words &words, Value *value)
{
    const QString given = arguments.value(option);
    if (given.isEmpty())
        return true;
    QStringList possible;
    for (const auto &word : words) {
        if (given == QLatin1String(word.word)) {
            *value = word.value;
            return true;
        }
        possible.append(QString::fromLatin1(word.word));
    }
    printError(QStringLiteral("--%1 is one of %2, not “%3”").arg(option, possible.join(QStringLiteral(", ")), given));
    return false;
}

template <typename Words, typename Value>
QString wordOf(const Words &words, Value value)
{
    for (const auto &word : words) {
        if (word.value == value)
            return QString::fromLatin1(word.word);
    }
    return {};
}

void readText(const Arguments &arguments, const QString &option, QString *text)
{
    *text = arguments.value(option, *text);
}

bool readServer(Arguments &arguments, const QString &prefix, MailServer *server)
{
    readText(arguments, prefix + QStringLiteral("host"), &server->host);
    readText(arguments, prefix + QStringLiteral("user"), &server->user);
    const QString caFile = arguments.value(prefix + QStringLiteral("ca-file"));
    if (!caFile.isEmpty())
        server->caFile = QFileInfo(caFile).absoluteFilePath();
    server->port = int(arguments.number(prefix + QStringLiteral("port"), 0).value_or(server->port));
    return readWord(arguments, prefix + QStringLiteral("encryption"), encryptionWords, &server->encryption)
           && readWord(arguments, prefix + QStringLiteral("sign-in"), signInWords, &server->signIn);
}

bool readProvider(const Arguments &arguments, Mailbox *mailbox)
{
    const QString name = arguments.value(QStringLiteral("provider"));
    if (name.isEmpty())
        return true;
    const MailProvider provider = mailProviderFromName(name);
    if (provider == MailProvider::Other) {
        printError(QStringLiteral("--provider is google or microsoft, not “%1”").arg(name));
        return false;
    }
    presetMailbox(mailbox, provider);
    return true;
}

QJsonObject serverToJson(const MailServer &server)
{
    return {{QStringLiteral("host"), server.host},
            {QStringLiteral("port"), server.port},
            {QStringLiteral("encryption"), wordOf(encryptionWords, server.encryption)},
            {QStringLiteral("sign_in"), wordOf(signInWords, server.signIn)},
            {QStringLiteral("user"), server.user},
            {QStringLiteral("ca_file"), server.caFile}};
}

} // namespace

QStringList mailboxFlags()
{
    return {QStringLiteral("idle"),    QStringLiteral("no-idle"),       QStringLiteral("send"),
            QStringLiteral("no-send"), QStringLiteral("bounce-tokens"), QStringLiteral("no-bounce-tokens")};
}

QStringList mailboxOptions()
{
    QStringList options{
        QStringLiteral("address"),        QStringLiteral("alias"),         QStringLiteral("queue"),
        QStringLiteral("provider"),       QStringLiteral("protocol"),      QStringLiteral("folder"),
        QStringLiteral("after"),          QStringLiteral("move-to"),       QStringLiteral("first"),
        QStringLiteral("poll"),           QStringLiteral("largest"),       QStringLiteral("authserv-id"),
        QStringLiteral("oauth-provider"), QStringLiteral("authorize-url"), QStringLiteral("token-url"),
        QStringLiteral("client-id"),      QStringLiteral("scope")};
    for (const QString &prefix : {QString(), QStringLiteral("smtp-")}) {
        for (const char *option : {"host", "port", "encryption", "sign-in", "user", "ca-file"})
            options.append(prefix + QString::fromLatin1(option));
    }
    return options;
}

QString mailboxUsage()
{
    return QStringLiteral(
        "[--address ADDRESS] [--alias ADDRESS]… [--queue Q] [--provider google|microsoft]\n"
        "        [--protocol imap|pop3|none] [--host HOST] [--port N] [--encryption tls|starttls|none]\n"
        "        [--sign-in password|oauth2|none] [--user USER] [--ca-file PEM] [--folder FOLDER]\n"
        "        [--after leave|flag|move|delete] [--move-to FOLDER] [--first from-now-on|everything] [--poll "
        "SECONDS]\n"
        "        [--no-idle] [--largest BYTES] [--authserv-id ID] [--no-send] [--bounce-tokens]\n"
        "        [--smtp-host HOST] [--smtp-port N] [--smtp-encryption …] [--smtp-sign-in …] [--smtp-user USER]\n"
        "        [--smtp-ca-file PEM] [--client-id ID] [--scope SCOPE] [--token-url URL] [--authorize-url URL]\n"
        "        [--password-file FILE] [--smtp-password-file FILE] [--refresh-token-file FILE] "
        "[--client-secret-file FILE]");
}

bool readMailbox(Arguments &arguments, const Catalog &catalog, Mailbox *mailbox)
{
    readText(arguments, QStringLiteral("address"), &mailbox->address);
    const QStringList aliases = arguments.values(QStringLiteral("alias"));
    if (!aliases.isEmpty())
        mailbox->aliases = aliases;
    const bool understood =
        readProvider(arguments, mailbox)
        && chooseNamed(ConditionField::Queue, arguments.value(QStringLiteral("queue")), catalog, &mailbox->queue.value)
        && readWord(arguments, QStringLiteral("protocol"), protocolWords, &mailbox->protocol)
        && readServer(arguments, {}, &mailbox->incoming)
        && readServer(arguments, QStringLiteral("smtp-"), &mailbox->outgoing)
        && readWord(arguments, QStringLiteral("after"), afterWords, &mailbox->after)
        && readWord(arguments, QStringLiteral("first"), firstWords, &mailbox->first);
    readText(arguments, QStringLiteral("folder"), &mailbox->folder);
    readText(arguments, QStringLiteral("move-to"), &mailbox->moveTo);
    readText(arguments, QStringLiteral("authserv-id"), &mailbox->authservId);
    readText(arguments, QStringLiteral("oauth-provider"), &mailbox->oauth.provider);
    readText(arguments, QStringLiteral("authorize-url"), &mailbox->oauth.authorizeUrl);
    readText(arguments, QStringLiteral("token-url"), &mailbox->oauth.tokenUrl);
    readText(arguments, QStringLiteral("client-id"), &mailbox->oauth.clientId);
    readText(arguments, QStringLiteral("scope"), &mailbox->oauth.scope);
    mailbox->pollSeconds = int(arguments.number(QStringLiteral("poll"), 5).value_or(mailbox->pollSeconds));
    mailbox->largestMail = arguments.number(QStringLiteral("largest"), 1024).value_or(mailbox->largestMail);
    mailbox->idle =
        (mailbox->idle && !arguments.has(QStringLiteral("no-idle"))) || arguments.has(QStringLiteral("idle"));
    mailbox->sends =
        (mailbox->sends && !arguments.has(QStringLiteral("no-send"))) || arguments.has(QStringLiteral("send"));
    mailbox->bounceTokens = (mailbox->bounceTokens && !arguments.has(QStringLiteral("no-bounce-tokens")))
                            || arguments.has(QStringLiteral("bounce-tokens"));
    if (understood && !arguments.problem().isEmpty())
        printError(arguments.problem());
    return understood && arguments.problem().isEmpty();
}

QString mailSecretName(MailSecret secret)
{
    switch (secret) {
    case MailSecret::IncomingPassword: return QStringLiteral("incoming-password");
    case MailSecret::OutgoingPassword: return QStringLiteral("outgoing-password");
    case MailSecret::RefreshToken: return QStringLiteral("refresh-token");
    case MailSecret::ClientSecret: return QStringLiteral("client-secret");
    }
    return {};
}

QJsonObject mailboxToJson(const Mailbox &mailbox, const QVector<MailSecret> &secrets)
{
    QJsonArray secretNames;
    for (const MailSecret secret : secrets)
        secretNames.append(mailSecretName(secret));
    return {{QStringLiteral("id"), mailbox.id.value},
            {QStringLiteral("name"), mailbox.name},
            {QStringLiteral("address"), mailbox.address},
            {QStringLiteral("aliases"), QJsonArray::fromStringList(mailbox.aliases)},
            {QStringLiteral("queue"), mailbox.queue.value},
            {QStringLiteral("active"), mailbox.active},
            {QStringLiteral("paused"), mailbox.paused},
            {QStringLiteral("protocol"), wordOf(protocolWords, mailbox.protocol)},
            {QStringLiteral("incoming"), serverToJson(mailbox.incoming)},
            {QStringLiteral("folder"), mailbox.folder},
            {QStringLiteral("after"), wordOf(afterWords, mailbox.after)},
            {QStringLiteral("move_to"), mailbox.moveTo},
            {QStringLiteral("first"), wordOf(firstWords, mailbox.first)},
            {QStringLiteral("poll_seconds"), mailbox.pollSeconds},
            {QStringLiteral("idle"), mailbox.idle},
            {QStringLiteral("largest"), mailbox.largestMail},
            {QStringLiteral("authserv_id"), mailbox.authservId},
            {QStringLiteral("sends"), mailbox.sends},
            {QStringLiteral("outgoing"), serverToJson(mailbox.outgoing)},
            {QStringLiteral("bounce_tokens"), mailbox.bounceTokens},
            {QStringLiteral("client_id"), mailbox.oauth.clientId},
            {QStringLiteral("secrets"), secretNames}};
}

} // namespace deskhand::ctl
