// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/service_hello.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace deskhand {

namespace {

Error helloError(ErrorCode code, const QString &detail)
{
    return Error{code, QStringLiteral("wire.hello"), detail, {}};
}

} // namespace

QByteArray encodeServiceHello(const ServiceHello &hello)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("service"), QStringLiteral("deskhand")},
                                     {QStringLiteral("oldestWire"), hello.oldestWire},
                                     {QStringLiteral("newestWire"), hello.newestWire},
                                     {QStringLiteral("version"), hello.version},
                                     {QStringLiteral("now"), hello.now}})
        .toJson(QJsonDocument::Compact);
}

Result<ServiceHello> decodeServiceHello(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(QLatin1String("service")).toString() != QLatin1String("deskhand"))
        return helloError(ErrorCode::Corrupt, QStringLiteral("not a service of Deskhand"));
    ServiceHello hello{
        object.value(QLatin1String("oldestWire")).toInt(), object.value(QLatin1String("newestWire")).toInt(),
        object.value(QLatin1String("version")).toString(), Instant(object.value(QLatin1String("now")).toDouble())};
    if (hello.oldestWire < 1 || hello.newestWire < hello.oldestWire)
        return helloError(ErrorCode::Corrupt, QStringLiteral("no wire version"));
    return hello;
}

Result<void> checkServiceHello(const ServiceHello &hello)
{
    if (hello.newestWire < wireVersion)
        return helloError(ErrorCode::TooOld,
                          QStringLiteral("the service speaks wire version %1").arg(hello.newestWire));
    if (hello.oldestWire > wireVersion)
        return helloError(ErrorCode::TooNew,
                          QStringLiteral("the service speaks wire version %1").arg(hello.oldestWire));
    return {};
}

} // namespace deskhand
