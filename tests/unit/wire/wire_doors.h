// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/account_calls.h"
#include "wire/endpoints.h"
#include "wire/sync_calls.h"
#include "wire/wire_calls.h"
#include "wire/wire_command.h"
#include "wire/wire_socket.h"

#include <functional>
#include <utility>

namespace deskhand::test {

/// One thing that is written and read: decodes what it is given and encodes what came of it.
struct WireDoor {
    QString name;     ///< "call-tickets", "answer-tickets", "command", "up", "down"
    QString schema;   ///< of the description
    bool fromOutside; ///< read strictly
    std::function<Result<QByteArray>(const QByteArray &json)> pass;
};

template <typename Value, typename Encode>
Result<QByteArray> encodedAgain(const Result<Value> &decoded, Encode encode)
{
    if (!decoded)
        return decoded.error();
    return encode(*decoded);
}

template <typename Call>
void addAnswerDoor(QVector<WireDoor> *doors)
{
    for (const Endpoint &endpoint : endpoints()) {
        if (endpoint.name != Call::name || endpoint.answer.isEmpty())
            continue;
        if constexpr (!std::is_same_v<typename Call::Answer, SyncRows>) {
            doors->append({QStringLiteral("answer-") + Call::name, endpoint.answer, false, [](const QByteArray &json) {
                               return encodedAgain(decodeAnswer<Call>(json), encodeAnswer<Call>);
                           }});
        }
    }
}

template <typename Variant, typename Decode, size_t... Index>
void addCallDoors(QVector<WireDoor> *doors, EndpointKind kind, Decode decode, std::index_sequence<Index...>)
{
    for (const Endpoint &endpoint : endpoints()) {
        if (endpoint.kind != kind)
            continue;
        const QByteArray name(endpoint.name.data(), endpoint.name.size());
        doors->append(
            {QStringLiteral("call-") + endpoint.name, endpoint.request, true, [decode, name](const QByteArray &json) {
                 return encodedAgain(decode(name, json), [](const Variant &call) { return encodeCall(call); });
             }});
    }
    (addAnswerDoor<std::variant_alternative_t<Index, Variant>>(doors), ...);
}

template <typename Variant, typename Decode>
void addCallDoors(QVector<WireDoor> *doors, EndpointKind kind, Decode decode)
{
    addCallDoors<Variant>(doors, kind, decode, std::make_index_sequence<std::variant_size_v<Variant>>());
}

/// All of them.
inline QVector<WireDoor> wireDoors()
{
    QVector<WireDoor> doors;
    addCallDoors<DeskCall>(&doors, EndpointKind::Call, decodeCall);
    addCallDoors<AccountCall>(&doors, EndpointKind::Account, decodeAccountCall);
    addCallDoors<SyncCall>(&doors, EndpointKind::Sync, decodeSyncCall);
    doors.append({QStringLiteral("command"), QStringLiteral("Command"), true,
                  [](const QByteArray &json) { return encodedAgain(decodeCommand(json), encodeCommand); }});
    doors.append({QStringLiteral("answer-command"), QStringLiteral("CommandAnswer"), false,
                  [](const QByteArray &json) { return encodedAgain(decodeCommandAnswer(json), encodeCommandAnswer); }});
    doors.append({QStringLiteral("up"), QStringLiteral("SocketUp"), true,
                  [](const QByteArray &json) { return encodedAgain(decodeSocketUp(json), encodeSocketUp); }});
    doors.append({QStringLiteral("down"), QStringLiteral("SocketDown"), false,
                  [](const QByteArray &json) { return encodedAgain(decodeSocketDown(json), encodeSocketDown); }});
    return doors;
}

} // namespace deskhand::test
