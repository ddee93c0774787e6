// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/openapi.h"

#include "wire/call_shapes.h"
#include "wire/command_shapes.h"
#include "wire/endpoints.h"
#include "wire/service_status.h"
#include "wire/socket_shapes.h"
#include "wire/upload_calls.h"
#include "wire/wire_calls.h"
#include "wire/wire_choice.h"
#include "wire/wire_error.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace deskhand {

namespace {

QJsonObject schemaReference(const QString &name)
{
    return {{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/") + name}};
}

QJsonObject content(QLatin1String type, const QJsonObject &schema)
{
    return {{type, QJsonObject{{QStringLiteral("schema"), schema}}}};
}

const Endpoint &endpointNamed(QLatin1String name)
{
    const QVector<Endpoint> &all = endpoints();
    return *std::find_if(all.cbegin(), all.cend(), [name](const Endpoint &each) { return each.name == name; });
}

template <typename Call>
void addAnswer(WireSchemas *schemas)
{
    // Rows of a replica are bytes.
    if constexpr (!std::is_same_v<typename Call::Answer, SyncRows>)
        schemas->set(endpointNamed(Call::name).answer, wireAnswerSchema(wireType<typename Call::Answer>(), schemas));
}

template <typename Variant, size_t... Index>
void addCalls(WireSchemas *schemas, std::index_sequence<Index...>)
{
    for (const WireAlternative<Variant> &each : namedAlternatives<Variant>())
        static_cast<void>(each.type->schema(schemas));
    (addAnswer<std::variant_alternative_t<Index, Variant>>(schemas), ...);
}

template <typename Variant>
void addCalls(WireSchemas *schemas)
{
    addCalls<Variant>(schemas, std::make_index_sequence<std::variant_size_v<Variant>>());
}

QJsonObject errorSchema()
{
    QJsonArray codes;
    for (const ErrorCode code : allErrorCodes())
        codes.append(errorCodeName(code));
    const QJsonObject text{{QStringLiteral("type"), QStringLiteral("string")}};
    return {{QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("properties"),
             QJsonObject{{QStringLiteral("code"), QJsonObject{{QStringLiteral("enum"), codes}}},
                         {QStringLiteral("where"), text},
                         {QStringLiteral("detail"), text},
                         {QStringLiteral("payload"), QJsonObject{{QStringLiteral("type"), QStringLiteral("object")}}}}},
            {QStringLiteral("required"), QJsonArray{QStringLiteral("code")}}};
}

QJsonObject helloSchema()
{
    const QJsonObject number{{QStringLiteral("type"), QStringLiteral("integer")}};
    const QJsonObject text{{QStringLiteral("type"), QStringLiteral("string")}};
    return {
        {QStringLiteral("type"), QStringLiteral("object")},
        {QStringLiteral("properties"),
         QJsonObject{{QStringLiteral("service"), QJsonObject{{QStringLiteral("const"), QStringLiteral("deskhand")}}},
                     {QStringLiteral("oldestWire"), number},
                     {QStringLiteral("newestWire"), number},
                     {QStringLiteral("version"), text},
                     {QStringLiteral("now"), number}}},
        {QStringLiteral("required"),
         QJsonArray{QStringLiteral("service"), QStringLiteral("oldestWire"), QStringLiteral("newestWire")}}};
}

QJsonObject allSchemas()
{
    WireSchemas schemas;
    addCalls<DeskCall>(&schemas);
    addCalls<AccountCall>(&schemas);
    addCalls<SyncCall>(&schemas);
    schemas.set(QStringLiteral("Command"), wireCommandSchema(&schemas));
    schemas.set(
        QStringLiteral("CommandOrUpload"),
        {{QStringLiteral("oneOf"), QJsonArray{schemaReference(QStringLiteral("Command")), uploadedCommandSchema()}}});
    static_cast<void>(wireType<CommandAnswer>().schema(&schemas));
    schemas.set(QStringLiteral("SocketUp"), socketUpSchema(&schemas));
    schemas.set(QStringLiteral("SocketDown"), socketDownSchema(&schemas));
    schemas.set(QStringLiteral("Error"), errorSchema());
    schemas.set(QStringLiteral("ServiceHello"), helloSchema());
    schemas.set(QStringLiteral("ServiceStatus"), serviceStatusSchema());
    schemas.set(QStringLiteral("UploadAnswer"), uploadAnswerSchema());
    QJsonObject json;
    for (auto it = schemas.all().begin(); it != schemas.all().end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

QJsonObject answerOf(const Endpoint &endpoint)
{
    QJsonObject schema = endpoint.answer.isEmpty() ? QJsonObject() : schemaReference(endpoint.answer);
    const QString description =
        endpoint.kind == EndpointKind::Socket ? QStringLiteral("The WebSocket is open") : QStringLiteral("The answer");
    QJsonObject answer{{QStringLiteral("description"), description}};
    if (endpoint.kind != EndpointKind::Socket)
        answer.insert(QStringLiteral("content"), content(endpoint.answerType, schema));
    return answer;
}

QJsonObject operationOf(const Endpoint &endpoint)
{
    const QString status = endpoint.kind == EndpointKind::Socket ? QStringLiteral("101") : QStringLiteral("200");
    const QJsonObject refusal{{QStringLiteral("description"), QStringLiteral("Why not")},
                              {QStringLiteral("content"),
                               content(QLatin1String("application/json"), schemaReference(QStringLiteral("Error")))}};
    QJsonObject operation{
        {QStringLiteral("operationId"), endpoint.name},
        {QStringLiteral("summary"), endpoint.summary},
        {QStringLiteral("responses"), QJsonObject{{status, answerOf(endpoint)}, {QStringLiteral("default"), refusal}}}};
    if (!endpoint.requestType.isEmpty()) {
        const QJsonObject schema = endpoint.request.isEmpty() ? QJsonObject() : schemaReference(endpoint.request);
        const bool isRequired = endpoint.kind == EndpointKind::Command || endpoint.kind == EndpointKind::Upload;
        operation.insert(QStringLiteral("requestBody"),
                         QJsonObject{{QStringLiteral("required"), isRequired},
                                     {QStringLiteral("content"), content(endpoint.requestType, schema)}});
    }
    QJsonArray scopes;
    if (!endpoint.scope.isEmpty())
        scopes.append(endpoint.scope);
    operation.insert(QStringLiteral("security"), endpoint.access == EndpointAccess::Public
                                                     ? QJsonArray()
                                                     : QJsonArray{QJsonObject{{QStringLiteral("token"), scopes}}});
    const QString path = endpoint.path;
    const qsizetype brace = path.indexOf(u'{');
    if (brace >= 0) {
        operation.insert(QStringLiteral("parameters"),
                         QJsonArray{QJsonObject{{QStringLiteral("name"), path.mid(brace + 1).chopped(1)},
                                                {QStringLiteral("in"), QStringLiteral("path")},
                                                {QStringLiteral("required"), true},
                                                {QStringLiteral("schema"),
                                                 QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}}}});
    }
    return operation;
}

} // namespace

QJsonObject openApiObject()
{
    QJsonObject paths;
    for (const Endpoint &each : endpoints()) {
        QJsonObject path = paths.value(each.path).toObject();
        path.insert(QString(each.method).toLower(), operationOf(each));
        paths.insert(each.path, path);
    }
    const QString about = QStringLiteral(
        "Commands and questions of a Deskhand service. Ids and instants (milliseconds since 1970-01-01T00:00:00Z) are "
        "numbers. What has its usual value is left out of answers and may be left out of requests; unknown fields in a "
        "request are refused. A command is known by its id: sent again, it does nothing and gives the same answer. A "
        "command has at most a megabyte; attachments that do not fit are uploaded before it and named by their SHA-256 "
        "(\"upload\" in place of \"bytes\"), and so is a command itself that is larger without them.");
    const QJsonObject token{{QStringLiteral("type"), QStringLiteral("http")},
                            {QStringLiteral("scheme"), QStringLiteral("bearer")}};
    return {{QStringLiteral("openapi"), QStringLiteral("3.1.0")},
            {QStringLiteral("info"), QJsonObject{{QStringLiteral("title"), QStringLiteral("Deskhand")},
                                                 {QStringLiteral("version"), QString::number(wireVersion)},
                                                 {QStringLiteral("description"), about}}},
            {QStringLiteral("paths"), paths},
            {QStringLiteral("components"),
             QJsonObject{{QStringLiteral("schemas"), allSchemas()},
                         {QStringLiteral("securitySchemes"), QJsonObject{{QStringLiteral("token"), token}}}}}};
}

const QByteArray &openApiDescription()
{
    static const QByteArray json = QJsonDocument(openApiObject()).toJson(QJsonDocument::Compact);
    return json;
}

} // namespace deskhand
