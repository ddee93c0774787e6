// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/endpoints.h"

#include "wire/call_shapes.h"
#include "wire/service_hello.h"
#include "wire/wire_choice.h"
#include "wire/wire_command.h"

namespace deskhand {

namespace {

constexpr QLatin1String get{"GET"};
constexpr QLatin1String post{"POST"};
constexpr QLatin1String put{"PUT"};
constexpr QLatin1String jsonType{"application/json"};
constexpr QLatin1String bytesType{"application/octet-stream"};
constexpr QLatin1String textType{"text/plain"};
constexpr QLatin1String readScope{"read"};
constexpr QLatin1String writeScope{"write"};
constexpr QLatin1String socketScope{"socket"};

constexpr qint64 kibibyte = 1024;
/// Of a question: conditions and ids; of everything about signing in.
constexpr qint64 largestQuestion = 1024 * kibibyte;
constexpr qint64 largestSignIn = 16 * kibibyte;

QLatin1String summaryOf(QLatin1String name)
{
    static const QHash<QLatin1String, QLatin1String> summaries{
        {CatalogCall::name, QLatin1String("States, priorities, queues, categories, agents, mailboxes, policies")},
        {TicketsCall::name, QLatin1String("Ids of all tickets that satisfy a condition, in order")},
        {RowsCall::name, QLatin1String("Tickets by id, as lists show them; who may not see one does not get it")},
        {CountsCall::name, QLatin1String("How many tickets satisfy each condition")},
        {TicketCall::name, QLatin1String("A ticket with what is shown beside its thread")},
        {TicketByNumberCall::name, QLatin1String("The id of the ticket with a number")},
        {ThreadCall::name, QLatin1String("A page of a ticket's thread with the history between")},
        {HistoryCall::name, QLatin1String("What happened to a ticket, newest first")},
        {SearchCall::name, QLatin1String("Full-text search in tickets and their threads")},
        {PeopleCall::name, QLatin1String("People by id or by how their name or address starts")},
        {ViewsCall::name, QLatin1String("Saved views of the person, and shared ones")},
        {ChangesSinceCall::name, QLatin1String("What changed behind a cursor of the feed")},
        {SignedInCall::name, QLatin1String("Who is asking")},
        {MailSetupCall::name, QLatin1String("Mailboxes, texts and settings of mail, without secrets")},
        {MailReportCall::name, QLatin1String("How receiving and sending of mail is doing")},
        {HeldMailsCall::name, QLatin1String("Mail that waits for a person's decision")},
        {OutboxCall::name, QLatin1String("Mail that is on its way or has failed")},
        {TicketSlaCall::name, QLatin1String("The clocks of a ticket with what they are calculated from")},
        {SlaImpactCall::name, QLatin1String("What would become of a policy, a calendar or an order")},
        {SlaTasksCall::name, QLatin1String("Recalculations on their way")},
        {NotificationsCall::name, QLatin1String("What the person is told of")},
        {ReportCall::name, QLatin1String("A number, table or series about the past of the desk")},
        {ReportShelfCall::name,
         QLatin1String("Saved reports, dashboards and schedules of the person, and shared ones")},
        {SignInCall::name, QLatin1String("Gives a token for a name and a password")},
        {SignOutCall::name, QLatin1String("Ends the session that asks")},
        {SessionsCall::name, QLatin1String("Computers on which the person is signed in")},
        {RevokeSessionCall::name, QLatin1String("Ends a session of the person, or all but the one that asks")},
        {ChangePasswordCall::name, QLatin1String("Sets a new password; all sessions end, a new one begins")},
        {OfferSecondFactorCall::name, QLatin1String("Makes a secret for a second factor")},
        {ConfirmSecondFactorCall::name, QLatin1String("Turns the second factor on; gives recovery codes")},
        {DropSecondFactorCall::name, QLatin1String("Turns the second factor off")},
        {LinkCall::name, QLatin1String("Whose an invitation or a link for a new password is")},
        {AcceptLinkCall::name, QLatin1String("Sets a password with an invitation or such a link")},
        {RequestResetCall::name, QLatin1String("Asks for a link for a new password by mail")},
        {SyncHeadCall::name, QLatin1String("Which desk this is, and how far its feed is")},
        {SyncSettingsCall::name, QLatin1String("For replicas: everything that is no ticket's")},
        {SyncTicketsCall::name, QLatin1String("For replicas: tickets with their threads")}};
    return summaries.value(name);
}

/// "/api/v1/tickets"; kept for as long as the program lives, as the table is.
QLatin1String pathOf(QLatin1String name)
{
    static QHash<QLatin1String, QByteArray> paths;
    QByteArray &path = paths[name];
    path = QByteArray("/api/v1/").append(name.data(), name.size());
    return QLatin1String(path);
}

QString answerSchemaOf(QLatin1String name)
{
    QString schema = name;
    schema[0] = schema[0].toUpper();
    for (qsizetype dash = schema.indexOf(u'-'); dash >= 0; dash = schema.indexOf(u'-')) {
        schema.remove(dash, 1);
        schema[dash] = schema[dash].toUpper();
    }
    return schema + QStringLiteral("Answer");
}

/// What all calls of a variant have in common; in its order.
template <typename Call>
QVector<Endpoint> callEndpoints(EndpointKind kind, qint64 largestRequest)
{
    QVector<Endpoint> all;
    for (const WireAlternative<Call> &each : namedAlternatives<Call>()) {
        Endpoint endpoint;
        endpoint.kind = kind;
        endpoint.name = each.name;
        endpoint.method = post;
        endpoint.path = pathOf(each.name);
        endpoint.summary = summaryOf(each.name);
        endpoint.scope = readScope;
        endpoint.request = each.type->schemaName();
        endpoint.requestType = jsonType;
        endpoint.answer = answerSchemaOf(each.name);
        endpoint.answerType = jsonType;
        endpoint.largestRequest = largestRequest;
        all.append(endpoint);
    }
    return all;
}

QVector<Endpoint> accountEndpoints()
{
    QVector<Endpoint> all = callEndpoints<AccountCall>(EndpointKind::Account, largestSignIn);
    const QVector<QLatin1String> open{SignInCall::name, LinkCall::name, AcceptLinkCall::name, RequestResetCall::name};
    for (Endpoint &each : all) {
        each.access = open.contains(each.name) ? EndpointAccess::Public : EndpointAccess::Session;
        each.scope = {};
        each.idempotent = each.name == SessionsCall::name || each.name == LinkCall::name
                          || each.name == SignOutCall::name || each.name == RequestResetCall::name;
    }
    return all;
}

QVector<Endpoint> syncEndpoints()
{
    QVector<Endpoint> all = callEndpoints<SyncCall>(EndpointKind::Sync, largestQuestion);
    for (Endpoint &each : all) {
        if (each.name == SyncHeadCall::name)
            continue;
        each.answer.clear();
        each.answerType = bytesType;
    }
    return all;
}

QVector<Endpoint> uploadEndpoints()
{
    Endpoint upload;
    upload.kind = EndpointKind::Upload;
    upload.name = QLatin1String("upload");
    upload.method = put;
    upload.path = QLatin1String("/api/v1/uploads/{sha256}");
    upload.summary = QLatin1String("Keeps bytes until a command of the same person uses them");
    upload.scope = writeScope;
    upload.requestType = bytesType;
    upload.answer = QStringLiteral("UploadAnswer");
    upload.answerType = jsonType;

    Endpoint kept = upload;
    kept.name = QLatin1String("upload-kept");
    kept.method = get;
    kept.summary = QLatin1String("Whether an upload of the person is kept");
    kept.requestType = {};
    return {upload, kept};
}

Endpoint serviceEndpoint(const char *name, const char *path, const char *summary, QLatin1String type)
{
    Endpoint endpoint;
    endpoint.kind = EndpointKind::Service;
    endpoint.name = QLatin1String(name);
    endpoint.method = get;
    endpoint.path = QLatin1String(path);
    endpoint.summary = QLatin1String(summary);
    endpoint.access = EndpointAccess::Public;
    endpoint.answerType = type;
    return endpoint;
}

QVector<Endpoint> otherEndpoints()
{
    Endpoint command;
    command.kind = EndpointKind::Command;
    command.name = QLatin1String("commands");
    command.method = post;
    command.path = QLatin1String("/api/v1/commands");
    command.summary = QLatin1String("Does something; the same id again does nothing and gives the same answer");
    command.scope = writeScope;
    command.request = QStringLiteral("CommandOrUpload");
    command.requestType = jsonType;
    command.answer = QStringLiteral("CommandAnswer");
    command.answerType = jsonType;
    command.largestRequest = largestWireCommand;

    Endpoint blob;
    blob.kind = EndpointKind::Blob;
    blob.name = QLatin1String("blob");
    blob.method = get;
    blob.path = QLatin1String("/api/v1/blobs/{sha256}");
    blob.summary = QLatin1String("Bytes of an attachment or a raw mail");
    blob.scope = readScope;
    blob.answerType = bytesType;

    Endpoint socket;
    socket.kind = EndpointKind::Socket;
    socket.name = QLatin1String("socket");
    socket.method = get;
    socket.path = QLatin1String("/api/v1/socket");
    socket.summary = QLatin1String("Opens a WebSocket: changes, presence");
    socket.scope = socketScope;
    socket.answerType = jsonType;
    return QVector<Endpoint>{command, blob, socket} + uploadEndpoints();
}

QVector<Endpoint> serviceEndpoints()
{
    Endpoint hello = serviceEndpoint("hello", serviceHelloPath.data(), "Which languages the service speaks", jsonType);
    hello.answer = QStringLiteral("ServiceHello");
    Endpoint status = serviceEndpoint("status", "/api/v1/status", "How this process of the service is doing", jsonType);
    status.access = EndpointAccess::Person;
    status.scope = readScope;
    status.answer = QStringLiteral("ServiceStatus");
    return {hello,
            status,
            serviceEndpoint("openapi", "/api/v1/openapi.json", "This description", jsonType),
            serviceEndpoint("health", "/health", "The process is alive", textType),
            serviceEndpoint("ready", "/ready", "The desk can be reached", textType),
            serviceEndpoint("metrics", "/metrics", "Figures in the form of Prometheus", textType)};
}

} // namespace

const QVector<Endpoint> &endpoints()
{
    static const QVector<Endpoint> all = callEndpoints<DeskCall>(EndpointKind::Call, largestQuestion)
                                         + accountEndpoints() + syncEndpoints() + otherEndpoints() + serviceEndpoints();
    return all;
}

EndpointMatch findEndpoint(QByteArrayView method, QByteArrayView path)
{
    EndpointMatch match;
    for (const Endpoint &each : endpoints()) {
        const QByteArrayView pattern(each.path.data(), each.path.size());
        const qsizetype brace = pattern.indexOf('{');
        const bool isExact = brace < 0 && pattern == path;
        const bool hasParameter =
            brace >= 0 && path.size() > brace && path.startsWith(pattern.first(brace)) && path.indexOf('/', brace) < 0;
        if (!isExact && !hasParameter)
            continue;
        match.pathExists = true;
        if (method != QByteArrayView(each.method.data(), each.method.size()))
            continue;
        match.endpoint = &each;
        if (hasParameter)
            match.parameter = path.sliced(brace).toByteArray();
        return match;
    }
    return match;
}

} // namespace deskhand
