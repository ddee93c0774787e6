// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/draft_json.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace deskhand {

namespace {

constexpr int draftFormat = 1;

QJsonArray addressesToJson(const QVector<MailAddress> &addresses)
{
    QJsonArray array;
    for (const MailAddress &address : addresses)
        array.append(QJsonObject{{QStringLiteral("name"), address.name}, {QStringLiteral("address"), address.address}});
    return array;
}

QVector<MailAddress> addressesFromJson(const QJsonValue &value)
{
    QVector<MailAddress> addresses;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array)
        addresses.append({entry[QLatin1String("name")].toString(), entry[QLatin1String("address")].toString()});
    return addresses;
}

// JSON numbers are doubles, exact only up to 2^53; ids and instants go as text.
QString numberText(qint64 number)
{
    return QString::number(number);
}

qint64 numberOf(const QJsonObject &json, QLatin1String name)
{
    return json.value(name).toString().toLongLong();
}

} // namespace

QString draftFileName(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QJsonObject draftToJson(const Draft &draft)
{
    QJsonArray attachments;
    for (const NewAttachment &attachment : draft.attachments) {
        attachments.append(QJsonObject{{QStringLiteral("name"), attachment.name},
                                       {QStringLiteral("type"), attachment.type},
                                       {QStringLiteral("inline"), attachment.isInline},
                                       {QStringLiteral("contentId"), attachment.contentId},
                                       {QStringLiteral("file"), draftFileName(attachment.bytes)}});
    }
    return QJsonObject{{QStringLiteral("format"), draftFormat},
                       {QStringLiteral("key"), draft.key},
                       {QStringLiteral("kind"), int(draft.kind)},
                       {QStringLiteral("ticket"), numberText(draft.ticket.value)},
                       {QStringLiteral("author"), numberText(draft.author.value)},
                       {QStringLiteral("lastSeen"), numberText(draft.lastSeen.value)},
                       {QStringLiteral("subject"), draft.subject},
                       {QStringLiteral("html"), draft.html},
                       {QStringLiteral("to"), addressesToJson(draft.to)},
                       {QStringLiteral("cc"), addressesToJson(draft.cc)},
                       {QStringLiteral("attachments"), attachments},
                       {QStringLiteral("fields"), QJsonObject::fromVariantMap(draft.fields)},
                       {QStringLiteral("savedAt"), numberText(draft.savedAt)}};
}

Result<Draft> draftFromJson(const QJsonObject &json, const std::function<QByteArray(const QString &)> &bytesOf)
{
    const int kind = json.value(QLatin1String("kind")).toInt();
    Draft draft;
    draft.key = json.value(QLatin1String("key")).toString();
    if (json.value(QLatin1String("format")).toInt() != draftFormat || draft.key.isEmpty()
        || kind < int(DraftKind::Reply) || kind > int(DraftKind::NewTicket))
        return Error{ErrorCode::Corrupt, QStringLiteral("replica.draftFromJson"), QStringLiteral("not a draft"), {}};
    draft.kind = DraftKind(kind);
    draft.ticket = TicketId{numberOf(json, QLatin1String("ticket"))};
    draft.author = PersonId{numberOf(json, QLatin1String("author"))};
    draft.lastSeen = ArticleId{numberOf(json, QLatin1String("lastSeen"))};
    draft.subject = json.value(QLatin1String("subject")).toString();
    draft.html = json.value(QLatin1String("html")).toString();
    draft.to = addressesFromJson(json.value(QLatin1String("to")));
    draft.cc = addressesFromJson(json.value(QLatin1String("cc")));
    draft.fields = json.value(QLatin1String("fields")).toObject().toVariantMap();
    draft.savedAt = numberOf(json, QLatin1String("savedAt"));
    const QJsonArray attachments = json.value(QLatin1String("attachments")).toArray();
    for (const QJsonValue &entry : attachments) {
        const QByteArray bytes = bytesOf(entry[QLatin1String("file")].toString());
        if (bytes.isNull())
            continue;
        draft.attachments.append({entry[QLatin1String("name")].toString(), entry[QLatin1String("type")].toString(),
                                  bytes, entry[QLatin1String("inline")].toBool(),
                                  entry[QLatin1String("contentId")].toString()});
    }
    return draft;
}

} // namespace deskhand
