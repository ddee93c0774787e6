// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/http_rendering.h"

#include "edge/http_syntax.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace deskhand {

namespace {

const char *reasonOf(int status)
{
    static constexpr std::pair<int, const char *> reasons[] = {
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {417, "Expectation Failed"},
        {421, "Misdirected Request"},
        {422, "Unprocessable Content"},
        {426, "Upgrade Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
        {507, "Insufficient Storage"},
    };
    const auto *found =
        std::find_if(std::begin(reasons), std::end(reasons), [&](const auto &one) { return one.first == status; });
    return found == std::end(reasons) ? "" : found->second;
}

/// How long an answer is and what becomes of the connection is said here and by nobody else.
bool isFraming(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower == "content-length" || lower == "transfer-encoding" || lower == "connection";
}

/// RFC 9110 5.6.7. Made once a second.
QByteArray dateNow()
{
    thread_local qint64 second = 0;
    thread_local QByteArray text;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (const qint64 present = now.toSecsSinceEpoch(); present != second) {
        second = present;
        text = QLocale::c().toString(now, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
    }
    return text;
}

} // namespace

bool statusHasBody(int status)
{
    return status != 204 && status != 304;
}

QByteArray renderResponseHead(const HttpResponse &response, bool close)
{
    const int status = response.status >= 200 && response.status <= 599 ? response.status : 500;
    QByteArray head;
    head.reserve(256);
    head += "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonOf(status) + "\r\nDate: " + dateNow() + "\r\n";
    if (!response.body.isEmpty() && statusHasBody(status) && isFieldText(response.type))
        head += "Content-Type: " + response.type + "\r\n";
    if (statusHasBody(status))
        head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    for (const auto &[name, value] : response.headers) {
        if (isHttpToken(name) && isFieldText(value) && !isFraming(name))
            head += name + ": " + value + "\r\n";
    }
    if (close)
        head += "Connection: close\r\n";
    return head + "\r\n";
}

} // namespace deskhand
