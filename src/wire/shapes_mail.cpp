// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/json_tree.h"
#include "wire/json_writer.h"
#include "wire/wire_object.h"
#include "wire/wire_shapes.h"

#include <algorithm>

namespace deskhand {

namespace {

struct MailboxSecrets {
    MailboxId mailbox;
    QVector<MailSecret> secrets;
};

const WireType &wireShape(const MailboxSecrets *)
{
    using T = MailboxSecrets;
    static const WireType &type =
        (new WireObjectOf<T>("MailboxSecrets"))->field("mailbox", &T::mailbox).field("secrets", &T::secrets);
    return type;
}

/// Which secrets are set: a list of {"mailbox":1,"secrets":["incoming-password"]}, in the order of the mailboxes.
class WireSecretsType final : public WireType
{
    using Secrets = QHash<MailboxId, QVector<MailSecret>>;
    static const WireType &list() { return wireType<QVector<MailboxSecrets>>(); }

public:
    void write(const void *value, JsonWriter *json) const override
    {
        const Secrets &secrets = *static_cast<const Secrets *>(value);
        QVector<MailboxSecrets> entries;
        for (auto it = secrets.begin(); it != secrets.end(); ++it)
            entries.append({it.key(), it.value()});
        std::sort(entries.begin(), entries.end(),
                  [](const MailboxSecrets &one, const MailboxSecrets &other) { return one.mailbox < other.mailbox; });
        list().write(&entries, json);
    }
    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        QVector<MailboxSecrets> entries;
        if (!list().read(node, &entries, reading))
            return false;
        Secrets *secrets = static_cast<Secrets *>(value);
        secrets->clear();
        for (const MailboxSecrets &entry : entries) {
            if (secrets->contains(entry.mailbox))
                return reading->wrong("repeated");
            secrets->insert(entry.mailbox, entry.secrets);
        }
        return true;
    }
    bool equal(const void *one, const void *other) const override
    {
        return *static_cast<const Secrets *>(one) == *static_cast<const Secrets *>(other);
    }
    QJsonObject schema(WireSchemas *schemas) const override { return list().schema(schemas); }
};

/// {"incoming-password":"…base64…"}: sealed secrets, which only the desk's key opens.
class WireSealedType final : public WireType
{
    using Sealed = QHash<MailSecret, QByteArray>;

public:
    void write(const void *value, JsonWriter *json) const override
    {
        const Sealed &sealed = *static_cast<const Sealed *>(value);
        json->beginObject();
        for (const auto &[secret, name] : m_names) {
            if (!sealed.contains(secret))
                continue;
            json->key(name);
            const QByteArray bytes = sealed.value(secret);
            wireType<QByteArray>().write(&bytes, json);
        }
        json->endObject();
    }
    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        if (!node.is(JsonTree::Kind::Object))
            return reading->wrong("wrong-type");
        Sealed *sealed = static_cast<Sealed *>(value);
        sealed->clear();
        JsonNode key = node;
        for (int i = 0; i < node.count(); ++i) {
            key = i == 0 ? node.first() : key.next().next();
            const auto found = std::find_if(m_names.begin(), m_names.end(),
                                            [&key](const auto &pair) { return key.equals(pair.second); });
            if (found == m_names.end() || sealed->contains(found->first)) {
                reading->wrong(found == m_names.end() ? "unknown" : "repeated");
                return reading->inside(key.text());
            }
            if (!wireType<QByteArray>().read(key.next(), &(*sealed)[found->first], reading))
                return reading->inside(found->second);
        }
        return true;
    }
    bool equal(const void *one, const void *other) const override
    {
        return *static_cast<const Sealed *>(one) == *static_cast<const Sealed *>(other);
    }
    QJsonObject schema(WireSchemas *schemas) const override
    {
        QJsonObject properties;
        for (const auto &[secret, name] : m_names)
            properties.insert(name, wireType<QByteArray>().schema(schemas));
        return {{QStringLiteral("type"), QStringLiteral("object")},
                {QStringLiteral("properties"), properties},
                {QStringLiteral("additionalProperties"), false}};
    }

private:
    static constexpr std::array<std::pair<MailSecret, QLatin1String>, 4> m_names{
        {{MailSecret::IncomingPassword, QLatin1String("incoming-password")},
         {MailSecret::OutgoingPassword, QLatin1String("outgoing-password")},
         {MailSecret::RefreshToken, QLatin1String("refresh-token")},
         {MailSecret::ClientSecret, QLatin1String("client-secret")}}};
};

} // namespace

const WireType &wireShape(const QHash<MailboxId, QVector<MailSecret>> *)
{
    static const WireSecretsType type;
    return type;
}

const WireType &wireShape(const QHash<MailSecret, QByteArray> *)
{
    static const WireSealedType type;
    return type;
}

const WireType &wireShape(const MailServer *)
{
    using T = MailServer;
    static const WireType &type = (new WireObjectOf<T>("MailServer"))
                                      ->field("host", &T::host)
                                      .field("port", &T::port)
                                      .field("encryption", &T::encryption)
                                      .field("signIn", &T::signIn)
                                      .field("user", &T::user)
                                      .field("caFile", &T::caFile);
    return type;
}

const WireType &wireShape(const MailOAuth *)
{
    using T = MailOAuth;
    static const WireType &type = (new WireObjectOf<T>("MailOAuth"))
                                      ->field("provider", &T::provider)
                                      .field("authorizeUrl", &T::authorizeUrl)
                                      .field("tokenUrl", &T::tokenUrl)
                                      .field("clientId", &T::clientId)
                                      .field("scope", &T::scope);
    return type;
}

const WireType &wireShape(const Mailbox *)
{
    using T = Mailbox;
    static const WireType &type = (new WireObjectOf<T>("Mailbox"))
                                      ->field("id", &T::id)
                                      .field("name", &T::name)
                                      .field("address", &T::address)
                                      .field("aliases", &T::aliases)
                                      .field("queue", &T::queue)
                                      .field("active", &T::active)
                                      .field("paused", &T::paused)
                                      .field("protocol", &T::protocol)
                                      .field("incoming", &T::incoming)
                                      .field("folder", &T::folder)
                                      .field("after", &T::after)
                                      .field("moveTo", &T::moveTo)
                                      .field("first", &T::first)
                                      .field("pollSeconds", &T::pollSeconds)
                                      .field("idle", &T::idle)
                                      .field("largestMail", &T::largestMail)
                                      .field("authservId", &T::authservId)
                                      .field("sends", &T::sends)
                                      .field("outgoing", &T::outgoing)
                                      .field("bounceTokens", &T::bounceTokens)
                                      .field("oauth", &T::oauth);
    return type;
}

const WireType &wireShape(const MailText *)
{
    using T = MailText;
    static const WireType &type = (new WireObjectOf<T>("MailText"))
                                      ->field("id", &T::id)
                                      .field("kind", &T::kind)
                                      .field("queue", &T::queue)
                                      .field("agent", &T::agent)
                                      .field("language", &T::language)
                                      .field("subject", &T::subject)
                                      .field("text", &T::text)
                                      .field("active", &T::active);
    return type;
}

const WireType &wireShape(const MailSettings *)
{
    using T = MailSettings;
    static const WireType &type = (new WireObjectOf<T>("MailSettings"))
                                      ->field("undoSeconds", &T::undoSeconds)
                                      .field("replyAllWarning", &T::replyAllWarning)
                                      .field("automaticPerAddressHour", &T::automaticPerAddressHour)
                                      .field("automaticPerAddressDay", &T::automaticPerAddressDay)
                                      .field("automaticPerTicketHour", &T::automaticPerTicketHour)
                                      .field("automaticPerDeskHour", &T::automaticPerDeskHour)
                                      .field("strangerPerDay", &T::strangerPerDay)
                                      .field("newTicketsPerAddressHour", &T::newTicketsPerAddressHour)
                                      .field("newTicketsPerAddressDay", &T::newTicketsPerAddressDay)
                                      .field("sealKey", &T::sealKey);
    return type;
}

const WireType &wireShape(const MailSetup *)
{
    using T = MailSetup;
    static const WireType &type = (new WireObjectOf<T>("MailSetup"))
                                      ->field("mailboxes", &T::mailboxes)
                                      .field("texts", &T::texts)
                                      .field("settings", &T::settings)
                                      .field("secrets", &T::secrets);
    return type;
}

const WireType &wireShape(const MailboxProgress *)
{
    using T = MailboxProgress;
    static const WireType &type = (new WireObjectOf<T>("MailboxProgress"))
                                      ->field("mailbox", &T::mailbox)
                                      .field("validity", &T::validity)
                                      .field("firstKey", &T::firstKey)
                                      .field("firstAt", &T::firstAt)
                                      .field("backlog", &T::backlog)
                                      .field("triedAt", &T::triedAt)
                                      .field("reachedAt", &T::reachedAt)
                                      .field("failures", &T::failures)
                                      .field("problem", &T::problem)
                                      .field("detail", &T::detail)
                                      .field("nextAt", &T::nextAt);
    return type;
}

const WireType &wireShape(const MailReconciliation *)
{
    using T = MailReconciliation;
    static const WireType &type = (new WireObjectOf<T>("MailReconciliation"))
                                      ->field("waiting", &T::waiting)
                                      .field("opened", &T::opened)
                                      .field("followUps", &T::followUps)
                                      .field("duplicates", &T::duplicates)
                                      .field("held", &T::held)
                                      .field("quarantined", &T::quarantined)
                                      .field("reports", &T::reports)
                                      .field("discarded", &T::discarded)
                                      .field("rejected", &T::rejected)
                                      .field("backlog", &T::backlog)
                                      .field("reasons", &T::reasons);
    return type;
}

const WireType &wireShape(const MailboxReport *)
{
    using T = MailboxReport;
    static const WireType &type = (new WireObjectOf<T>("MailboxReport"))
                                      ->field("mailbox", &T::mailbox)
                                      .field("progress", &T::progress)
                                      .field("sums", &T::sums)
                                      .field("arrivals", &T::arrivals);
    return type;
}

const WireType &wireShape(const JobReport *)
{
    using T = JobReport;
    static const WireType &type = (new WireObjectOf<T>("JobReport"))
                                      ->field("name", &T::name)
                                      .field("owner", &T::owner)
                                      .field("fence", &T::fence)
                                      .field("until", &T::until)
                                      .field("failures", &T::failures)
                                      .field("problem", &T::problem)
                                      .field("problemAt", &T::problemAt)
                                      .field("backlog", &T::backlog);
    return type;
}

const WireType &wireShape(const MailReport *)
{
    using T = MailReport;
    static const WireType &type = (new WireObjectOf<T>("MailReport"))
                                      ->field("mailboxes", &T::mailboxes)
                                      .field("jobs", &T::jobs)
                                      .field("queued", &T::queued)
                                      .field("delayed", &T::delayed)
                                      .field("failed", &T::failed)
                                      .field("held", &T::held)
                                      .field("nextDue", &T::nextDue);
    return type;
}

const WireType &wireShape(const HeldMail *)
{
    using T = HeldMail;
    static const WireType &type = (new WireObjectOf<T>("HeldMail"))
                                      ->field("id", &T::id)
                                      .field("mailbox", &T::mailbox)
                                      .field("reason", &T::reason)
                                      .field("ticket", &T::ticket)
                                      .field("ticketNumber", &T::ticketNumber)
                                      .field("ticketSubject", &T::ticketSubject)
                                      .field("from", &T::from)
                                      .field("subject", &T::subject)
                                      .field("excerpt", &T::excerpt)
                                      .field("raw", &T::rawSha256, wireSha256())
                                      .field("at", &T::at);
    return type;
}

const WireType &wireShape(const RecipientDelivery *)
{
    using T = RecipientDelivery;
    static const WireType &type = (new WireObjectOf<T>("RecipientDelivery"))
                                      ->field("address", &T::address)
                                      .field("state", &T::state)
                                      .field("attempts", &T::attempts)
                                      .field("at", &T::at)
                                      .field("nextAt", &T::nextAt)
                                      .field("reply", &T::reply)
                                      .field("status", &T::status);
    return type;
}

const WireType &wireShape(const MailDelivery *)
{
    using T = MailDelivery;
    static const WireType &type = (new WireObjectOf<T>("MailDelivery"))
                                      ->field("id", &T::id)
                                      .field("ticket", &T::ticket)
                                      .field("ticketNumber", &T::ticketNumber)
                                      .field("article", &T::article)
                                      .field("mailbox", &T::mailbox)
                                      .field("kind", &T::kind)
                                      .field("author", &T::author)
                                      .field("subject", &T::subject)
                                      .field("messageId", &T::messageId)
                                      .field("createdAt", &T::createdAt)
                                      .field("releaseAt", &T::releaseAt)
                                      .field("state", &T::state)
                                      .field("recipients", &T::recipients);
    return type;
}

} // namespace deskhand
