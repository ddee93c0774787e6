// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPair>
#include <QString>
#include <QVector>

#include <memory>

namespace deskhand {

class UploadFile;

using HttpHeaders = QVector<QPair<QByteArray, QByteArray>>;

/// The first value of a header, names compared without case; empty: there is none.
[[nodiscard]] QByteArray headerOf(const HttpHeaders &headers, const QByteArray &name);

/// A whole request that has kept every limit.
struct HttpRequest {
    QByteArray method; ///< "GET", "POST", …
    QByteArray path;   ///< percent-decoded once, without query; begins with '/', has no "." and ".." in it
    QByteArray query;  ///< as it came, without '?'
    HttpHeaders headers;
    QByteArray body;
    std::shared_ptr<UploadFile>
        upload;   ///< in place of `body`, where HttpHandler::isUpload() has said so and there is one
    QString peer; ///< address of the client; behind a trusted proxy the one that the proxy names
    bool secure = false;
};

struct HttpResponse {
    int status = 200;
    QByteArray type = "application/json";
    QByteArray body;
    HttpHeaders headers; ///< further ones
    bool close = false;  ///< the connection is closed after it
};

} // namespace deskhand
