// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/service_status.h"

#include <QJsonDocument>

#include <utility>

namespace deskhand {

namespace {

/// Each field once, for both directions and the description.
template <typename Status, typename Take>
void eachStatusField(Status &status, const Take &take)
{
    take("version", status.version);
    take("kind", status.kind);
    take("ready", status.ready);
    take("problem", status.problem);
    take("hasJobs", status.hasJobs);
    take("clients", status.clients);
    take("cursor", status.cursor);
    take("running", status.running);
    take("pending", status.pending);
    take("backlog", status.backlog);
    take("startedAt", status.startedAt);
    take("now", status.now);
}

void readStatusField(const QJsonValue &value, QString *field)
{
    *field = value.toString(*field);
}
void readStatusField(const QJsonValue &value, bool *field)
{
    *field = value.toBool(*field);
}
void readStatusField(const QJsonValue &value, qint64 *field)
{
    *field = value.toInteger(*field);
}

const char *statusFieldType(const QString &)
{
    return "string";
}
const char *statusFieldType(bool)
{
    return "boolean";
}
const char *statusFieldType(qint64)
{
    return "integer";
}

} // namespace

QByteArray encodeServiceStatus(const ServiceStatus &status)
{
    QJsonObject json;
    eachStatusField(status, [&json](const char *name, const auto &field) { json.insert(QLatin1String(name), field); });
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<ServiceStatus> decodeServiceStatus(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject() || !document.object().contains(QLatin1String("version")))
        return Error{ErrorCode::Corrupt, QStringLiteral("wire.status"), QStringLiteral("no status of a service"), {}};
    ServiceStatus status;
    const QJsonObject object = document.object();
    eachStatusField(status, [&object](const char *name, auto &field) {
        readStatusField(object.value(QLatin1String(name)), &field);
    });
    return status;
}

QJsonObject serviceStatusSchema()
{
    QJsonObject properties;
    const ServiceStatus none;
    eachStatusField(none, [&properties](const char *name, const auto &field) {
        properties.insert(QLatin1String(name),
                          QJsonObject{{QStringLiteral("type"), QLatin1String(statusFieldType(field))}});
    });
    return {{QStringLiteral("type"), QStringLiteral("object")}, {QStringLiteral("properties"), properties}};
}

} // namespace deskhand
