// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/wire_socket.h"

#include "wire/socket_shapes.h"
#include "wire/wire_choice.h"
#include "wire/wire_shapes.h"

#include <QJsonArray>

namespace deskhand {

namespace {

constexpr QLatin1String socketTypeKey{"type"};

const QVector<WireAlternative<SocketUp>> &socketUps()
{
    static const QVector<WireAlternative<SocketUp>> all{
        wireAlternative<SocketUp, SocketHello>(QLatin1String("hello")),
        wireAlternative<SocketUp, SocketSigns>(QLatin1String("presence"))};
    return all;
}

const QVector<WireAlternative<SocketDown>> &socketDowns()
{
    static const QVector<WireAlternative<SocketDown>> all{
        wireAlternative<SocketDown, SocketWelcome>(QLatin1String("hello")),
        wireAlternative<SocketDown, SocketLook>(QLatin1String("look")),
        wireAlternative<SocketDown, SocketChanges>(QLatin1String("changes")),
        wireAlternative<SocketDown, SocketPresence>(QLatin1String("presence")),
        wireAlternative<SocketDown, SocketPresenceChanges>(QLatin1String("presence-changes")),
        wireAlternative<SocketDown, SocketCatalogChanged>(QLatin1String("catalog")),
        wireAlternative<SocketDown, SocketBye>(QLatin1String("bye"))};
    return all;
}

template <typename Message>
QByteArray encodeMessage(const QVector<WireAlternative<Message>> &all, const Message &message)
{
    const auto *alternative = alternativeOf(all, message);
    JsonWriter json;
    json.beginObject();
    json.key(socketTypeKey);
    json.text(QString(alternative->name));
    alternative->type->writeFields(alternative->open(const_cast<Message *>(&message)), &json);
    json.endObject();
    return json.bytes();
}

Error socketError(const QString &place, QLatin1String reason, bool fromClient)
{
    if (fromClient)
        return invalidWire(QStringLiteral("wire.socket"), place, reason);
    return Error{ErrorCode::Corrupt, QStringLiteral("wire.socket"), place + QStringLiteral(": ") + reason, {}};
}

template <typename Message>
Result<Message> decodeMessage(const QVector<WireAlternative<Message>> &all, const QByteArray &bytes,
                              const JsonLimits &limits, bool fromClient)
{
    JsonTree tree;
    if (!tree.parse(bytes, limits))
        return socketError({}, tree.reason(), fromClient);
    const std::optional<JsonNode> type = tree.root().value(socketTypeKey);
    if (!type || !type->is(JsonTree::Kind::Text))
        return socketError(socketTypeKey, QLatin1String(type ? "wrong-type" : "required"), fromClient);
    const auto *alternative = findAlternative(all, QLatin1String(type->text().toUtf8()));
    if (!alternative && fromClient)
        return socketError(socketTypeKey, QLatin1String("unknown"), true);
    if (!alternative)
        return Error{ErrorCode::NotFound, QStringLiteral("wire.socket"), QStringLiteral("no such message"), {}};
    Message message = alternative->make();
    WireReading reading(fromClient);
    if (!alternative->type->readFields(tree.root(), alternative->open(&message), &reading, socketTypeKey))
        return socketError(reading.place(), reading.reason(), fromClient);
    return message;
}

template <typename Message>
QJsonObject messageSchema(const QVector<WireAlternative<Message>> &all, WireSchemas *schemas)
{
    QJsonArray forms;
    for (const auto &each : all) {
        QJsonObject form = each.type->fieldSchemas(schemas);
        QJsonObject properties = form.value(QLatin1String("properties")).toObject();
        properties.insert(socketTypeKey, QJsonObject{{QStringLiteral("const"), each.name}});
        QJsonArray required = form.value(QLatin1String("required")).toArray();
        required.prepend(socketTypeKey);
        form.insert(QStringLiteral("type"), QStringLiteral("object"));
        form.insert(QStringLiteral("properties"), properties);
        form.insert(QStringLiteral("required"), required);
        forms.append(form);
    }
    return {{QStringLiteral("oneOf"), forms}};
}

} // namespace

const WireType &wireShape(const SocketByeReason *)
{
    static_assert(sizeof(SocketByeReason) == sizeof(int));
    static const WireType *const type = makeWireNames({{int(SocketByeReason::Restart), "restart"},
                                                       {int(SocketByeReason::SignedOut), "signed-out"},
                                                       {int(SocketByeReason::TooOld), "too-old"},
                                                       {int(SocketByeReason::TooNew), "too-new"},
                                                       {int(SocketByeReason::TooSlow), "too-slow"},
                                                       {int(SocketByeReason::BadMessage), "bad-message"}});
    return *type;
}

const WireType &wireShape(const SocketHello *)
{
    using T = SocketHello;
    static const WireType &type =
        (new WireObjectOf<T>("SocketHello"))->field("version", &T::version).required().field("cursor", &T::cursor);
    return type;
}

const WireType &wireShape(const SocketSigns *)
{
    using T = SocketSigns;
    static const WireType *const signs = makeWireLimited(wireType<QVector<PresenceSign>>(), mostPresenceSigns);
    static const WireType &type = (new WireObjectOf<T>("SocketSigns"))->field("signs", &T::signs, *signs);
    return type;
}

const WireType &wireShape(const SocketWelcome *)
{
    using T = SocketWelcome;
    static const WireType &type = (new WireObjectOf<T>("SocketWelcome"))
                                      ->field("version", &T::version)
                                      .required()
                                      .field("cursor", &T::cursor)
                                      .field("now", &T::now)
                                      .field("epoch", &T::epoch)
                                      .field("client", &T::client);
    return type;
}

const WireType &wireShape(const SocketLook *)
{
    static const WireType &type =
        (new WireObjectOf<SocketLook>("SocketLook"))->field("cursor", &SocketLook::cursor).required();
    return type;
}

const WireType &wireShape(const SocketChanges *)
{
    using T = SocketChanges;
    static const WireType &type = (new WireObjectOf<T>("SocketChanges"))
                                      ->field("since", &T::since)
                                      .required()
                                      .field("changes", &T::changes)
                                      .field("cursor", &T::cursor)
                                      .required();
    return type;
}

const WireType &wireShape(const SocketPresence *)
{
    static const WireType &type =
        (new WireObjectOf<SocketPresence>("SocketPresence"))->field("others", &SocketPresence::others);
    return type;
}

const WireType &wireShape(const SocketPresenceChanges *)
{
    using T = SocketPresenceChanges;
    static const WireType &type = (new WireObjectOf<T>("SocketPresenceChanges"))
                                      ->field("clients", &T::clients)
                                      .required()
                                      .field("others", &T::others);
    return type;
}

const WireType &wireShape(const SocketCatalogChanged *)
{
    static const WireObjectOf<SocketCatalogChanged> type("SocketCatalogChanged");
    return type;
}

const WireType &wireShape(const SocketBye *)
{
    using T = SocketBye;
    static const WireType &type = (new WireObjectOf<T>("SocketBye"))
                                      ->field("reason", &T::reason)
                                      .required()
                                      .field("retryAfterMs", &T::retryAfterMs);
    return type;
}

QByteArray encodeSocketUp(const SocketUp &message)
{
    return encodeMessage(socketUps(), message);
}

Result<SocketUp> decodeSocketUp(const QByteArray &json)
{
    JsonLimits limits = requestJsonLimits;
    limits.size = largestSocketUp;
    return decodeMessage(socketUps(), json, limits, true);
}

QByteArray encodeSocketDown(const SocketDown &message)
{
    return encodeMessage(socketDowns(), message);
}

Result<SocketDown> decodeSocketDown(const QByteArray &json)
{
    return decodeMessage(socketDowns(), json, answerJsonLimits, false);
}

QJsonObject socketUpSchema(WireSchemas *schemas)
{
    return messageSchema(socketUps(), schemas);
}

QJsonObject socketDownSchema(WireSchemas *schemas)
{
    return messageSchema(socketDowns(), schemas);
}

} // namespace deskhand
