// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/mailbox_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace deskhand {
namespace {

void mailboxText(const QJsonObject &json, QLatin1String name, QString *text)
{
    *text = json.value(name).toString(*text);
}

void mailboxNumber(const QJsonObject &json, QLatin1String name, int *number)
{
    *number = json.value(name).toInt(*number);
}

void mailboxFlag(const QJsonObject &json, QLatin1String name, bool *flag)
{
    *flag = json.value(name).toBool(*flag);
}

template <typename Enum>
void mailboxEnum(const QJsonObject &json, QLatin1String name, Enum *value)
{
    *value = Enum(json.value(name).toInt(int(*value)));
}

QJsonObject mailServerToJson(const MailServer &server)
{
    return QJsonObject{{QStringLiteral("host"), server.host},
                       {QStringLiteral("port"), server.port},
                       {QStringLiteral("encryption"), int(server.encryption)},
                       {QStringLiteral("signIn"), int(server.signIn)},
                       {QStringLiteral("user"), server.user},
                       {QStringLiteral("caFile"), server.caFile}};
}

void mailServerFromJson(const QJsonObject &json, MailServer *server)
{
    mailboxText(json, QLatin1String("host"), &server->host);
    mailboxNumber(json, QLatin1String("port"), &server->port);
    mailboxEnum(json, QLatin1String("encryption"), &server->encryption);
    mailboxEnum(json, QLatin1String("signIn"), &server->signIn);
    mailboxText(json, QLatin1String("user"), &server->user);
    mailboxText(json, QLatin1String("caFile"), &server->caFile);
}

QJsonObject mailOAuthToJson(const MailOAuth &oauth)
{
    return QJsonObject{{QStringLiteral("provider"), oauth.provider},
                       {QStringLiteral("authorizeUrl"), oauth.authorizeUrl},
                       {QStringLiteral("tokenUrl"), oauth.tokenUrl},
                       {QStringLiteral("clientId"), oauth.clientId},
                       {QStringLiteral("scope"), oauth.scope}};
}

void mailOAuthFromJson(const QJsonObject &json, MailOAuth *oauth)
{
    mailboxText(json, QLatin1String("provider"), &oauth->provider);
    mailboxText(json, QLatin1String("authorizeUrl"), &oauth->authorizeUrl);
    mailboxText(json, QLatin1String("tokenUrl"), &oauth->tokenUrl);
    mailboxText(json, QLatin1String("clientId"), &oauth->clientId);
    mailboxText(json, QLatin1String("scope"), &oauth->scope);
}

struct MailNumberSetting {
    QLatin1String name;
    int MailSettings::*number;
};

constexpr MailNumberSetting mailNumberSettings[] = {
    {QLatin1String("undoSeconds"), &MailSettings::undoSeconds},
    {QLatin1String("replyAllWarning"), &MailSettings::replyAllWarning},
    {QLatin1String("automaticPerAddressHour"), &MailSettings::automaticPerAddressHour},
    {QLatin1String("automaticPerAddressDay"), &MailSettings::automaticPerAddressDay},
    {QLatin1String("automaticPerTicketHour"), &MailSettings::automaticPerTicketHour},
    {QLatin1String("automaticPerDeskHour"), &MailSettings::automaticPerDeskHour},
    {QLatin1String("strangerPerDay"), &MailSettings::strangerPerDay},
    {QLatin1String("newTicketsPerAddressHour"), &MailSettings::newTicketsPerAddressHour},
    {QLatin1String("newTicketsPerAddressDay"), &MailSettings::newTicketsPerAddressDay},
};

} // namespace

QByteArray mailboxToJson(const Mailbox &mailbox)
{
    const QJsonObject json{{QStringLiteral("aliases"), QJsonArray::fromStringList(mailbox.aliases)},
                           {QStringLiteral("protocol"), int(mailbox.protocol)},
                           {QStringLiteral("incoming"), mailServerToJson(mailbox.incoming)},
                           {QStringLiteral("folder"), mailbox.folder},
                           {QStringLiteral("after"), int(mailbox.after)},
                           {QStringLiteral("moveTo"), mailbox.moveTo},
                           {QStringLiteral("first"), int(mailbox.first)},
                           {QStringLiteral("pollSeconds"), mailbox.pollSeconds},
                           {QStringLiteral("idle"), mailbox.idle},
                           {QStringLiteral("largestMail"), mailbox.largestMail},
                           {QStringLiteral("authservId"), mailbox.authservId},
                           {QStringLiteral("sends"), mailbox.sends},
                           {QStringLiteral("outgoing"), mailServerToJson(mailbox.outgoing)},
                           {QStringLiteral("bounceTokens"), mailbox.bounceTokens},
                           {QStringLiteral("oauth"), mailOAuthToJson(mailbox.oauth)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

void mailboxFromJson(const QByteArray &json, Mailbox *mailbox)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.contains(QLatin1String("aliases"))) {
        mailbox->aliases.clear();
        for (const QJsonValue &alias : object.value(QLatin1String("aliases")).toArray())
            mailbox->aliases.append(alias.toString());
    }
    mailboxEnum(object, QLatin1String("protocol"), &mailbox->protocol);
    mailServerFromJson(object.value(QLatin1String("incoming")).toObject(), &mailbox->incoming);
    mailboxText(object, QLatin1String("folder"), &mailbox->folder);
    mailboxEnum(object, QLatin1String("after"), &mailbox->after);
    mailboxText(object, QLatin1String("moveTo"), &mailbox->moveTo);
    mailboxEnum(object, QLatin1String("first"), &mailbox->first);
    mailboxNumber(object, QLatin1String("pollSeconds"), &mailbox->pollSeconds);
    mailboxFlag(object, QLatin1String("idle"), &mailbox->idle);
    mailbox->largestMail = object.value(QLatin1String("largestMail")).toInteger(mailbox->largestMail);
    mailboxText(object, QLatin1String("authservId"), &mailbox->authservId);
    mailboxFlag(object, QLatin1String("sends"), &mailbox->sends);
    mailServerFromJson(object.value(QLatin1String("outgoing")).toObject(), &mailbox->outgoing);
    mailboxFlag(object, QLatin1String("bounceTokens"), &mailbox->bounceTokens);
    mailOAuthFromJson(object.value(QLatin1String("oauth")).toObject(), &mailbox->oauth);
}

QString mailSettingsKey()
{
    return QStringLiteral("mail_settings");
}

QByteArray mailSettingsToJson(const MailSettings &settings)
{
    QJsonObject json{{QStringLiteral("sealKey"), settings.sealKey}};
    for (const MailNumberSetting &setting : mailNumberSettings)
        json.insert(setting.name, settings.*setting.number);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

MailSettings mailSettingsFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    MailSettings settings;
    for (const MailNumberSetting &setting : mailNumberSettings)
        mailboxNumber(object, setting.name, &(settings.*setting.number));
    mailboxText(object, QLatin1String("sealKey"), &settings.sealKey);
    return settings;
}

} // namespace deskhand
