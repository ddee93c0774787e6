// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1String>
#include <QString>
#include <QVector>

namespace deskhand {

/// What answers a request; where the service looks who handles it.
enum class EndpointKind {
    Call,    ///< a question of the desk: decodeCall(name), encodeAnswer
    Account, ///< sign-in and what belongs to it: decodeAccountCall(name)
    Command, ///< decodeCommand
    Blob,    ///< bytes of an attachment or a raw mail
    Upload,  ///< bytes for a command that follows: PUT keeps them, GET says whether they are kept (upload_calls.h)
    Sync,    ///< what a replica is filled from: decodeSyncCall(name)
    Socket,  ///< opens the WebSocket
    Service, ///< about the service itself: health, metrics, the description
};

/// Who may call it. `scope` is needed beside; what a person may see and do the desk decides.
enum class EndpointAccess {
    Public,  ///< anybody, also without a token
    Person,  ///< a session of a person or an API token of one
    Session, ///< only a session of a person: an API token cannot make another token or set a password
};

/// One thing that can be asked of the service over HTTP. All of them are in endpoints(): whoever is not there is not
/// served, the OpenAPI description and the test of who may what are made of it.
struct Endpoint {
    EndpointKind kind = EndpointKind::Call;
    QLatin1String name;   ///< unique: "tickets", "sign-in"
    QLatin1String method; ///< "GET", "POST", "PUT"
    QLatin1String path;   ///< "/api/v1/tickets", "/api/v1/blobs/{sha256}"
    QLatin1String summary;
    EndpointAccess access = EndpointAccess::Person;
    QLatin1String scope;       ///< "read", "write", "admin", "socket"; empty: none is needed. Commands that set the
                               ///< desk up need "admin" in place of "write" (setsUpDesk())
    QString request;           ///< name of the schema of its body; empty: it has none, or no JSON
    QLatin1String requestType; ///< of the body: "application/json", "application/octet-stream"; empty: it has none
    QString answer;            ///< likewise; empty: no JSON, see `answerType`
    QLatin1String answerType;  ///< of the body: "application/json", "application/octet-stream", "text/plain"
    qint64 largestRequest = 0; ///< bytes of its body; of an upload the service's configuration says it
    bool idempotent = true;    ///< once or five times, it is the same; a command by its id
};

[[nodiscard]] const QVector<Endpoint> &endpoints();

struct EndpointMatch {
    const Endpoint *endpoint = nullptr; ///< null: there is no such path, or not with this method
    QByteArray parameter;               ///< what stands for "{…}" in the path
    bool pathExists = false;            ///< with another method: 405, and not 404
};
/// `path` as edge gives it: decoded, without query.
[[nodiscard]] EndpointMatch findEndpoint(QByteArrayView method, QByteArrayView path);

} // namespace deskhand
