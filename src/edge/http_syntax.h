// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/http_message.h"

#include <QByteArrayView>

#include <optional>

namespace deskhand {

/// Why a request is refused before anybody has seen it: a 4xx and words in English for who wrote the client.
struct HttpFault {
    int status = 400;
    const char *why = "";
};

/// The first part of a request, checked in itself.
struct RequestHead {
    HttpRequest request; ///< without body and peer
    qint64 length = 0;   ///< Content-Length
    bool chunked = false;
    bool oldVersion = false; ///< HTTP/1.0
    bool close = false;      ///< the client wants no second answer
    bool expectsContinue = false;
    bool wantsSocket = false; ///< a whole request for a WebSocket, RFC 6455 4.2.1
};

/// Reads request line and header fields, each ended by CRLF, without the empty line. Stricter than RFC 9112 allows to
/// be: what two readers could take for two different things is refused (6.1, 6.3, 11.2), and so are forms of the target
/// that are for proxies.
[[nodiscard]] std::optional<HttpFault> readRequestHead(QByteArrayView head, RequestHead *result);

/// Decodes the path of a target once; nothing: it is malformed, leads up or could be read in two ways.
[[nodiscard]] std::optional<QByteArray> decodedPath(QByteArrayView path);

/// A size of a chunk or a Content-Length is at most this: what every reader of numbers reads alike.
constexpr qint64 largestLength = 9'007'199'254'740'992; // 2^53

[[nodiscard]] bool isHttpToken(QByteArrayView text);
/// No control characters but TAB.
[[nodiscard]] bool isFieldText(QByteArrayView text);
/// Without spaces and tabs at both ends.
[[nodiscard]] QByteArrayView trimmedField(QByteArrayView text);
/// One header field line: "name: value".
[[nodiscard]] std::optional<HttpFault> readField(QByteArrayView line, QPair<QByteArray, QByteArray> *field);

} // namespace deskhand
