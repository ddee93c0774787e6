// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/wire/schema_samples.h"

#include "wire/endpoints.h"
#include "wire/wire_command.h"

#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

/// The description that the service publishes, and the table that it is made of.
class OpenApiTest : public QObject
{
    Q_OBJECT

    SchemaSamples m_samples{1};

    void checkReferences(const QJsonValue &value, QSet<QString> *used);

private Q_SLOTS:
    void everyEndpointIsDescribed();
    void everySchemaIsThereAndUsed();
    void everyCommandIsDescribed();
    void endpointsAreFound();
    void endpointsAreConsistent();
};

void OpenApiTest::checkReferences(const QJsonValue &value, QSet<QString> *used)
{
    if (value.isArray()) {
        for (const QJsonValue &each : value.toArray())
            checkReferences(each, used);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key() == "$ref"_L1) {
                const QString reference = it.value().toString();
                QVERIFY2(reference.startsWith("#/components/schemas/"_L1), qPrintable(reference));
                const QString name = reference.section(u'/', -1);
                QVERIFY2(m_samples.schemas().contains(name), qPrintable(name));
                used->insert(name);
            } else {
                checkReferences(it.value(), used);
            }
        }
    }
}

void OpenApiTest::everyEndpointIsDescribed()
{
    const QJsonObject description = QJsonDocument::fromJson(openApiDescription()).object();
    QCOMPARE(description.value("openapi"_L1).toString(), u"3.1.0"_s);
    const QJsonObject paths = description.value("paths"_L1).toObject();
    qsizetype operations = 0;
    for (const QJsonValue &path : paths)
        operations += path.toObject().size();
    QCOMPARE(operations, endpoints().size());
    for (const Endpoint &endpoint : endpoints()) {
        const QJsonObject operation =
            paths.value(endpoint.path).toObject().value(QString(endpoint.method).toLower()).toObject();
        QVERIFY2(!operation.isEmpty(), endpoint.name.data());
        QCOMPARE(operation.value("operationId"_L1).toString(), QString(endpoint.name));
        QVERIFY2(!operation.value("summary"_L1).toString().isEmpty(), endpoint.name.data());
        QCOMPARE(operation.contains("requestBody"_L1), !endpoint.requestType.isEmpty());
        const bool isOpen = endpoint.access == EndpointAccess::Public;
        QCOMPARE(operation.value("security"_L1).toArray().isEmpty(), isOpen);
    }
}

void OpenApiTest::everySchemaIsThereAndUsed()
{
    QSet<QString> used{u"SocketUp"_s, u"SocketDown"_s};
    checkReferences(openApiObject(), &used);
    const QStringList names = m_samples.schemas().keys();
    const QSet<QString> described(names.begin(), names.end());
    QCOMPARE(QStringList((described - used).values()).join(u' '), QString());
    QCOMPARE(QStringList((used - described).values()).join(u' '), QString());
    for (const Endpoint &endpoint : endpoints()) {
        for (const QString &name : {endpoint.request, endpoint.answer})
            QVERIFY2(name.isEmpty() || names.contains(name), qPrintable(name));
    }
    for (const QString &name : names) {
        const QJsonObject schema = m_samples.schema(name);
        QVERIFY2(schema.contains("oneOf"_L1) || schema.contains("$ref"_L1)
                     || schema.value("type"_L1).toString() == "object"_L1,
                 qPrintable(name));
    }
}

void OpenApiTest::everyCommandIsDescribed()
{
    QStringList kinds;
    for (const QJsonValue &form : m_samples.schema(u"Command"_s).value("oneOf"_L1).toArray()) {
        const QJsonObject properties = form.toObject().value("properties"_L1).toObject();
        kinds.append(properties.value("kind"_L1).toObject().value("const"_L1).toString());
    }
    QCOMPARE(kinds, commandKindNames());
}

void OpenApiTest::endpointsAreFound()
{
    for (const Endpoint &endpoint : endpoints()) {
        QByteArray path(endpoint.path.data(), endpoint.path.size());
        path.replace("{sha256}", "ab12");
        const QByteArray method(endpoint.method.data(), endpoint.method.size());
        EndpointMatch match = findEndpoint(method, path);
        QCOMPARE(match.endpoint, &endpoint);
        QCOMPARE(match.parameter, path.contains("ab12") ? QByteArray("ab12") : QByteArray());
        match = findEndpoint("DELETE", path);
        QVERIFY(!match.endpoint && match.pathExists);
        match = findEndpoint(method, path + '/');
        QVERIFY(!match.endpoint && !match.pathExists);
        match = findEndpoint(method.toLower(), path);
        QVERIFY(!match.endpoint);
    }
    for (const char *path : {"", "/", "/api", "/api/v1", "/api/v1/", "/api/v2/tickets", "/api/v1/blobs/",
                             "/api/v1/blobs", "/api/v1/blobs/a/b", "/API/v1/tickets", "/healthy"}) {
        const EndpointMatch match = findEndpoint("GET", path);
        QVERIFY2(!match.endpoint && !match.pathExists, path);
    }
}

void OpenApiTest::endpointsAreConsistent()
{
    const QStringList scopes{u"read"_s, u"write"_s, u"admin"_s, u"socket"_s};
    QSet<QString> names;
    for (const Endpoint &endpoint : endpoints()) {
        QVERIFY2(!names.contains(endpoint.name), endpoint.name.data());
        names.insert(endpoint.name);
        const bool needsScope =
            endpoint.access == EndpointAccess::Person; // the rest is for everybody, or about the session itself
        QCOMPARE(!endpoint.scope.isEmpty(), needsScope);
        QVERIFY(endpoint.scope.isEmpty() || scopes.contains(endpoint.scope));
        QCOMPARE(endpoint.largestRequest > 0, !endpoint.request.isEmpty());
        QCOMPARE(endpoint.method == "POST"_L1, !endpoint.request.isEmpty());
        QCOMPARE(endpoint.method == "PUT"_L1, endpoint.requestType == "application/octet-stream"_L1);
        QCOMPARE(endpoint.method == "GET"_L1, endpoint.requestType.isEmpty());
    }
    // Whatever is for everybody is a decision.
    QStringList open;
    for (const Endpoint &endpoint : endpoints()) {
        if (endpoint.access == EndpointAccess::Public)
            open.append(endpoint.name);
    }
    QCOMPARE(open, (QStringList{u"sign-in"_s, u"link"_s, u"accept-link"_s, u"request-reset"_s, u"hello"_s, u"openapi"_s,
                                u"health"_s, u"ready"_s, u"metrics"_s}));
}

QTEST_GUILESS_MAIN(OpenApiTest)
#include "openapi_test.moc"
