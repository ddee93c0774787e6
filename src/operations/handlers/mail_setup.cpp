// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/catalog_saving.h"
#include "operations/handlers/handlers.h"

#include "domain/address_rules.h"
#include "domain/placeholders.h"

#include <QByteArray>

#include <algorithm>

namespace deskhand {
namespace {

constexpr int longestHost = 253;
constexpr int longestUser = 320;
constexpr int longestText = 20'000;
constexpr qsizetype largestSecret = 64 * 1024;
constexpr qint64 smallestMailLimit = 64 * 1024;
constexpr qint64 largestMailLimit = 1024LL * 1024 * 1024;

void checkRange(qint64 value, qint64 least, qint64 most, const char *field, FieldErrors *errors)
{
    if (value < least || value > most)
        errors->add(QString::fromLatin1(field), QLatin1String("out-of-range"));
}

void requireText(const QString &value, const QString &field, FieldErrors *errors)
{
    if (value.isEmpty())
        errors->add(field, QLatin1String("required"));
}

/// `prefix`: "incoming" or "outgoing"; the fields are "incoming-host" and so on.
void checkServer(const QString &prefix, MailServer *server, FieldErrors *errors)
{
    server->host = oneLine(server->host, longestHost);
    server->user = oneLine(server->user, longestUser);
    server->caFile = oneLine(server->caFile, 4096);
    requireText(server->host, prefix + QStringLiteral("-host"), errors);
    if (server->host.contains(u' ') || server->host.contains(u'/') || server->host.contains(u'@'))
        errors->add(prefix + QStringLiteral("-host"), QLatin1String("bad-format"));
    if (server->port < 0 || server->port > 65535)
        errors->add(prefix + QStringLiteral("-port"), QLatin1String("out-of-range"));
    // A password or a mail that is read on its way is a password or a mail of everybody.
    if (server->encryption == MailEncryption::None && !isThisComputer(server->host))
        errors->add(prefix + QStringLiteral("-encryption"), QLatin1String("required"));
    if (server->signIn != MailSignIn::None)
        requireText(server->user, prefix + QStringLiteral("-user"), errors);
    else
        server->user.clear();
}

void checkOAuth(const Mailbox &mailbox, FieldErrors *errors)
{
    const bool used = (mailbox.protocol != MailProtocol::None && mailbox.incoming.signIn == MailSignIn::OAuth2)
                      || (mailbox.sends && mailbox.outgoing.signIn == MailSignIn::OAuth2);
    if (!used)
        return;
    requireText(mailbox.oauth.clientId, QStringLiteral("oauth-client-id"), errors);
    if (!isHttpsUrl(mailbox.oauth.tokenUrl))
        errors->add(QStringLiteral("oauth-token-url"), QLatin1String("bad-format"));
    if (!isHttpsUrl(mailbox.oauth.authorizeUrl))
        errors->add(QStringLiteral("oauth-authorize-url"), QLatin1String("bad-format"));
}

bool isAddressTaken(const Catalog &catalog, const Mailbox &saved, const QString &address)
{
    return std::any_of(catalog.mailboxes.cbegin(), catalog.mailboxes.cend(), [&](const Mailbox &other) {
        return other.id != saved.id && other.address.compare(address, Qt::CaseInsensitive) == 0;
    });
}

void checkAddresses(const Catalog &catalog, Mailbox *mailbox, FieldErrors *errors)
{
    mailbox->address = mailbox->address.trimmed();
    requireText(mailbox->address, QStringLiteral("address"), errors);
    if (!looksLikeAddress(mailbox->address))
        errors->add(QStringLiteral("address"), QLatin1String("bad-format"));
    if (isAddressTaken(catalog, *mailbox, mailbox->address))
        errors->add(QStringLiteral("address"), QLatin1String("taken"));
    QStringList aliases;
    for (const QString &alias : std::as_const(mailbox->aliases)) {
        const QString trimmed = alias.trimmed();
        if (trimmed.isEmpty() || aliases.contains(trimmed, Qt::CaseInsensitive))
            continue;
        if (!looksLikeAddress(trimmed))
            errors->add(QStringLiteral("aliases"), QLatin1String("bad-format"));
        if (isAddressTaken(catalog, *mailbox, trimmed))
            errors->add(QStringLiteral("aliases"), QLatin1String("taken"));
        aliases.append(trimmed);
    }
    mailbox->aliases = aliases;
}

void checkReceiving(Mailbox *mailbox, FieldErrors *errors)
{
    if (mailbox->protocol == MailProtocol::None)
        return;
    checkServer(QStringLiteral("incoming"), &mailbox->incoming, errors);
    checkRange(mailbox->pollSeconds, 5, 3600, "poll-seconds", errors);
    checkRange(mailbox->largestMail, smallestMailLimit, largestMailLimit, "largest-mail", errors);
    if (mailbox->protocol == MailProtocol::Imap) {
        requireText(mailbox->folder, QStringLiteral("folder"), errors);
        if (mailbox->after == AfterFetch::Move)
            requireText(mailbox->moveTo, QStringLiteral("move-to"), errors);
        if (mailbox->after == AfterFetch::Move && mailbox->moveTo == mailbox->folder)
            errors->add(QStringLiteral("move-to"), QLatin1String("loop"));
    } else if (mailbox->after == AfterFetch::Flag || mailbox->after == AfterFetch::Move) {
        // POP3 has neither flags nor folders.
        errors->add(QStringLiteral("after"), QLatin1String("out-of-range"));
    }
}

Result<void> storeSecrets(CommandRun &run, MailboxId mailbox, const QHash<MailSecret, QByteArray> &sealed)
{
    for (auto it = sealed.cbegin(); it != sealed.cend(); ++it) {
        if (Result<void> stored = run.unit.saveMailboxSecret(mailbox, it.key(), it.value()); !stored)
            return stored;
    }
    return {};
}

const MailText *textWithId(const Catalog &catalog, MailTextId id)
{
    const auto found = std::find_if(catalog.mailTexts.cbegin(), catalog.mailTexts.cend(),
                                    [id](const MailText &text) { return text.id == id; });
    return found == catalog.mailTexts.cend() ? nullptr : &*found;
}

bool isLanguageTag(const QString &language)
{
    return language.isEmpty()
           || ((language.size() == 2 || language.size() == 3)
               && std::all_of(language.cbegin(), language.cend(), [](QChar c) { return c >= u'a' && c <= u'z'; }));
}

/// Two texts for the same case would leave it to chance which one is used.
bool isTextTaken(const Catalog &catalog, const MailText &saved)
{
    return saved.active
           && std::any_of(catalog.mailTexts.cbegin(), catalog.mailTexts.cend(), [&saved](const MailText &other) {
                  return other.id != saved.id && other.active && other.kind == saved.kind && other.queue == saved.queue
                         && other.agent == saved.agent && other.language == saved.language;
              });
}

void checkText(const Catalog &catalog, MailText *text, FieldErrors *errors)
{
    text->language = text->language.trimmed().section(u'-', 0, 0).toLower();
    text->subject = text->kind == MailTextKind::Acknowledgement ? oneLine(text->subject, 500) : QString();
    if (text->kind != MailTextKind::AgentSignature)
        text->agent = {};
    else if (!catalog.agent(text->agent))
        errors->add(QStringLiteral("agent"), QLatin1String("not-an-agent"));
    if (text->queue.isValid() && !catalog.queue(text->queue))
        errors->add(QStringLiteral("queue"), QLatin1String("unknown"));
    if (!isLanguageTag(text->language))
        errors->add(QStringLiteral("language"), QLatin1String("bad-format"));
    else if (isTextTaken(catalog, *text))
        errors->add(QStringLiteral("language"), QLatin1String("taken"));
    requireText(text->text.trimmed(), QStringLiteral("text"), errors);
    if (text->text.size() > longestText)
        errors->add(QStringLiteral("text"), QLatin1String("too-long"));
    if (!unknownPlaceholdersIn(text->text).isEmpty())
        errors->add(QStringLiteral("text"), QLatin1String("unknown"));
    if (!unknownPlaceholdersIn(text->subject).isEmpty())
        errors->add(QStringLiteral("subject"), QLatin1String("unknown"));
}

bool isSealKey(const QString &key)
{
    const auto decoded = QByteArray::fromBase64Encoding(key.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return key.isEmpty() || (decoded && decoded.decoded.size() == 32);
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const SaveMailbox &command)
{
    Mailbox mailbox = command.mailbox;
    const Mailbox *existing = run.catalog->mailbox(mailbox.id);
    if (Result<void> exists = checkExists(mailbox, existing, "operations.saveMailbox"); !exists)
        return exists.error();
    FieldErrors errors;
    mailbox.name = checkedName(mailbox, run.catalog->mailboxes, &errors, [](const Mailbox &) { return true; });
    checkAddresses(*run.catalog, &mailbox, &errors);
    if (mailbox.queue.isValid() && !run.catalog->queue(mailbox.queue))
        errors.add(QStringLiteral("queue"), QLatin1String("unknown"));
    mailbox.folder = oneLine(mailbox.folder, 500);
    mailbox.moveTo = oneLine(mailbox.moveTo, 500);
    mailbox.authservId = oneLine(mailbox.authservId, 500);
    checkReceiving(&mailbox, &errors);
    if (mailbox.sends)
        checkServer(QStringLiteral("outgoing"), &mailbox.outgoing, &errors);
    checkOAuth(mailbox, &errors);
    const bool secretsFit = std::all_of(command.sealed.cbegin(), command.sealed.cend(),
                                        [](const QByteArray &secret) { return secret.size() <= largestSecret; });
    if (!secretsFit)
        errors.add(QStringLiteral("secret"), QLatin1String("too-long"));
    if (Result<void> valid = errors.result(QStringLiteral("operations.saveMailbox")); !valid)
        return valid.error();
    const QString oldName = existing ? existing->name : QString();
    const Result<MailboxId> id = run.unit.saveMailbox(mailbox);
    if (!id)
        return id.error();
    if (Result<void> stored = storeSecrets(run, *id, command.sealed); !stored)
        return stored.error();
    run.change(ChangeKind::MailChanged);
    return recordSaved(run, QStringLiteral("mailbox"), id->value, oldName, mailbox.name);
}

Result<CommandAnswer> handleCommand(CommandRun &run, const SaveMailText &command)
{
    MailText text = command.text;
    const MailText *existing = textWithId(*run.catalog, text.id);
    if (Result<void> exists = checkExists(text, existing, "operations.saveMailText"); !exists)
        return exists.error();
    FieldErrors errors;
    checkText(*run.catalog, &text, &errors);
    if (existing && existing->kind != text.kind)
        errors.add(QStringLiteral("kind"), QLatin1String("fixed"));
    if (Result<void> valid = errors.result(QStringLiteral("operations.saveMailText")); !valid)
        return valid.error();
    const QString oldText = existing ? existing->text : QString();
    const Result<MailTextId> id = run.unit.saveMailText(text);
    if (!id)
        return id.error();
    return recordSaved(run, QStringLiteral("mail-text"), id->value, oldText, text.text);
}

Result<CommandAnswer> handleCommand(CommandRun &run, const DeleteMailText &command)
{
    const MailText *existing = textWithId(*run.catalog, command.text);
    if (!existing)
        return Error{
            ErrorCode::NotFound, QStringLiteral("operations.deleteMailText"), QStringLiteral("no such id"), {}};
    const QString oldText = existing->text;
    if (Result<void> removed = run.unit.deleteMailText(command.text); !removed)
        return removed.error();
    return recordSaved(run, QStringLiteral("mail-text"), command.text.value, oldText, QString());
}

Result<CommandAnswer> handleCommand(CommandRun &run, const SaveMailSettings &command)
{
    const MailSettings &settings = command.settings;
    constexpr int manyMails = 1'000'000;
    FieldErrors errors;
    checkRange(settings.undoSeconds, 0, 600, "undo-seconds", &errors);
    checkRange(settings.replyAllWarning, 0, 1000, "reply-all-warning", &errors);
    checkRange(settings.automaticPerAddressHour, 0, manyMails, "automatic-per-address-hour", &errors);
    checkRange(settings.automaticPerAddressDay, 0, manyMails, "automatic-per-address-day", &errors);
    checkRange(settings.automaticPerTicketHour, 0, manyMails, "automatic-per-ticket-hour", &errors);
    checkRange(settings.automaticPerDeskHour, 0, manyMails, "automatic-per-desk-hour", &errors);
    checkRange(settings.strangerPerDay, 0, manyMails, "stranger-per-day", &errors);
    checkRange(settings.newTicketsPerAddressHour, 1, manyMails, "new-tickets-per-address-hour", &errors);
    checkRange(settings.newTicketsPerAddressDay, 1, manyMails, "new-tickets-per-address-day", &errors);
    if (!isSealKey(settings.sealKey))
        errors.add(QStringLiteral("seal-key"), QLatin1String("bad-format"));
    if (Result<void> valid = errors.result(QStringLiteral("operations.saveMailSettings")); !valid)
        return valid.error();
    if (Result<void> saved = run.unit.saveMailSettings(settings); !saved)
        return saved.error();
    return recordSaved(run, QStringLiteral("mail-settings"), 0, QString(), QString());
}

} // namespace deskhand
