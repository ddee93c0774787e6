// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/http_syntax.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace deskhand {

namespace {

bool isAlphaNumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isOneOf(char c, const char *characters)
{
    return c != '\0' && std::strchr(characters, c) != nullptr;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool sameWord(QByteArrayView text, QByteArrayView lowerCase)
{
    return text.size() == lowerCase.size()
           && std::equal(text.begin(), text.end(), lowerCase.begin(),
                         [](char a, char b) { return (a >= 'A' && a <= 'Z' ? char(a - 'A' + 'a') : a) == b; });
}

/// Whether a list like "keep-alive, Upgrade" has that word.
bool listHas(QByteArrayView list, QByteArrayView lowerCase)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        if (sameWord(trimmedField(comma < 0 ? list : list.first(comma)), lowerCase))
            return true;
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
    return false;
}

bool isKnownMethod(QByteArrayView method)
{
    constexpr std::array known{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    return std::any_of(known.begin(), known.end(), [&](const char *one) { return method == QByteArrayView(one); });
}

/// "host", "host:80", "[::1]:80". A name is not looked up, so it may be any of RFC 3986's without escapes.
bool isHost(QByteArrayView host)
{
    qsizetype end = 0;
    if (host.startsWith('[')) {
        end = host.indexOf(']') + 1;
        if (end < 4)
            return false;
        for (qsizetype i = 1; i < end - 1; ++i) {
            if (hexDigit(host[i]) < 0 && !isOneOf(host[i], ":."))
                return false;
        }
    } else {
        while (end < host.size() && (isAlphaNumeric(host[end]) || isOneOf(host[end], "-._~")))
            ++end;
    }
    if (end == 0 || end > 255)
        return false;
    const QByteArrayView port = host.sliced(end);
    return port.isEmpty()
           || (port.startsWith(':') && port.size() >= 2 && port.size() <= 6
               && std::all_of(port.begin() + 1, port.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

bool isQuery(QByteArrayView query)
{
    for (qsizetype i = 0; i < query.size(); ++i) {
        const char c = query[i];
        if (c == '%') {
            if (i + 2 >= query.size() || hexDigit(query[i + 1]) < 0 || hexDigit(query[i + 2]) < 0)
                return false;
            if (query[i + 1] == '0' && query[i + 2] == '0')
                return false;
        } else if (c <= ' ' || c > '~' || isOneOf(c, "\"#<>\\`")) {
            return false;
        }
    }
    return true;
}

std::optional<HttpFault> readTarget(QByteArrayView target, HttpRequest &request)
{
    if (!target.startsWith('/'))
        return HttpFault{400, "the target is no path"};
    const qsizetype mark = target.indexOf('?');
    const QByteArrayView query = mark < 0 ? QByteArrayView() : target.sliced(mark + 1);
    const auto path = decodedPath(mark < 0 ? target : target.first(mark));
    if (!path)
        return HttpFault{400, "the path is malformed"};
    if (!isQuery(query))
        return HttpFault{400, "the query is malformed"};
    request.path = *path;
    request.query = query.toByteArray();
    return {};
}

std::optional<HttpFault> readRequestLine(QByteArrayView line, RequestHead &head)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype second = first < 0 ? -1 : line.indexOf(' ', first + 1);
    if (second < 0 || line.indexOf(' ', second + 1) >= 0)
        return HttpFault{400, "the request line has not three parts"};
    const QByteArrayView method = line.first(first);
    const QByteArrayView version = line.sliced(second + 1);
    if (!isHttpToken(method))
        return HttpFault{400, "the method is malformed"};
    if (version != QByteArrayView("HTTP/1.1") && version != QByteArrayView("HTTP/1.0"))
        return HttpFault{400, "neither HTTP/1.1 nor HTTP/1.0"};
    if (!isKnownMethod(method))
        return HttpFault{405, "an unknown method"};
    head.oldVersion = version.endsWith('0');
    head.close = head.oldVersion;
    head.request.method = method.toByteArray();
    return readTarget(line.sliced(first + 1, second - first - 1), head.request);
}

/// The fields that say how a request is to be read, each of which may come once.
struct Framing {
    std::optional<QByteArray> host;
    std::optional<QByteArray> length;
    std::optional<QByteArray> coding;
    std::optional<QByteArray> expect;
    std::optional<QByteArray> upgrade;
    std::optional<QByteArray> key;
    std::optional<QByteArray> version;
    bool connectionUpgrade = false;
};

std::optional<HttpFault> collect(const QPair<QByteArray, QByteArray> &field, Framing &framing, RequestHead &head)
{
    const auto &[name, value] = field;
    const std::pair<const char *, std::optional<QByteArray> *> once[] = {
        {"host", &framing.host},
        {"content-length", &framing.length},
        {"transfer-encoding", &framing.coding},
        {"expect", &framing.expect},
        {"upgrade", &framing.upgrade},
        {"sec-websocket-key", &framing.key},
        {"sec-websocket-version", &framing.version},
    };
    for (const auto &[known, slot] : once) {
        if (!sameWord(name, known))
            continue;
        if (slot->has_value())
            return HttpFault{400, "a header that may come once came twice"};
        *slot = value;
        return {};
    }
    if (sameWord(name, "connection")) {
        head.close = head.close || listHas(value, "close");
        framing.connectionUpgrade = framing.connectionUpgrade || listHas(value, "upgrade");
    }
    return {};
}

std::optional<HttpFault> readLength(const Framing &framing, RequestHead &head)
{
    if (framing.length && framing.coding)
        return HttpFault{400, "Content-Length and Transfer-Encoding"};
    if (framing.coding) {
        if (head.oldVersion || !sameWord(*framing.coding, "chunked"))
            return HttpFault{400, "a transfer coding other than chunked"};
        head.chunked = true;
    }
    if (!framing.length)
        return {};
    const QByteArray &digits = *framing.length;
    if (digits.isEmpty() || digits.size() > 16
        || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return HttpFault{400, "Content-Length is no number"};
    head.length = digits.toLongLong();
    if (head.length > largestLength)
        return HttpFault{400, "Content-Length is no number"};
    return {};
}

std::optional<HttpFault> readUpgrade(const Framing &framing, RequestHead &head)
{
    if (!framing.upgrade || !framing.connectionUpgrade || !listHas(*framing.upgrade, "websocket"))
        return {}; // one may always stay with HTTP/1.1 (RFC 9110 7.8)
    if (head.request.method != "GET" || head.oldVersion || head.chunked || head.length > 0)
        return HttpFault{400, "a WebSocket begins with a GET without body"};
    if (framing.version.value_or(QByteArray()) != "13")
        return HttpFault{426, "the version of WebSocket is 13"};
    const auto key =
        QByteArray::fromBase64Encoding(framing.key.value_or(QByteArray()), QByteArray::AbortOnBase64DecodingErrors);
    if (!key || key.decoded.size() != 16 || framing.key->size() != 24)
        return HttpFault{400, "Sec-WebSocket-Key is malformed"};
    head.wantsSocket = true;
    return {};
}

std::optional<HttpFault> readFraming(const Framing &framing, RequestHead &head)
{
    if (framing.host ? !isHost(*framing.host) : !head.oldVersion)
        return HttpFault{400, "Host is missing or malformed"};
    if (const auto fault = readLength(framing, head))
        return fault;
    if (framing.expect && !head.oldVersion) {
        if (!sameWord(*framing.expect, "100-continue"))
            return HttpFault{417, "an unknown expectation"};
        head.expectsContinue = true;
    }
    return readUpgrade(framing, head);
}

} // namespace

bool isHttpToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return isAlphaNumeric(c) || isOneOf(c, "!#$%&'*+-.^_`|~");
    });
}

bool isFieldText(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '\t' || (byte >= ' ' && byte != 0x7f);
    });
}

QByteArrayView trimmedField(QByteArrayView text)
{
    while (!text.isEmpty() && isOneOf(text.front(), " \t"))
        text = text.sliced(1);
    while (!text.isEmpty() && isOneOf(text.back(), " \t"))
        text.chop(1);
    return text;
}

std::optional<HttpFault> readField(QByteArrayView line, QPair<QByteArray, QByteArray> *field)
{
    if (!line.isEmpty() && isOneOf(line.front(), " \t"))
        return HttpFault{400, "a folded header"};
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isHttpToken(line.first(colon)))
        return HttpFault{400, "the name of a header is malformed"};
    const QByteArrayView value = trimmedField(line.sliced(colon + 1));
    if (!isFieldText(value))
        return HttpFault{400, "the value of a header is malformed"};
    *field = {line.first(colon).toByteArray(), value.toByteArray()};
    return {};
}

std::optional<QByteArray> decodedPath(QByteArrayView path)
{
    QByteArray result;
    result.reserve(path.size());
    for (qsizetype i = 0; i < path.size(); ++i) {
        char c = path[i];
        if (c == '%') {
            const int high = i + 2 < path.size() ? hexDigit(path[i + 1]) : -1;
            const int low = i + 2 < path.size() ? hexDigit(path[i + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            c = char(high * 16 + low);
            // Whether an escaped separator is one is what readers disagree about.
            if (isOneOf(c, "/\\%") || (c >= 0 && c < ' ') || c == 0x7f)
                return std::nullopt;
            i += 2;
        } else if (!isAlphaNumeric(c) && !isOneOf(c, "-._~!$&'()*+,;=:@/")) {
            return std::nullopt;
        }
        result += c;
    }
    if (!result.startsWith('/') || !result.isValidUtf8())
        return std::nullopt;
    const QList<QByteArray> parts = result.mid(1).split('/');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool empty = parts[i].isEmpty() && i + 1 < parts.size();
        if (empty || parts[i] == "." || parts[i] == "..")
            return std::nullopt;
    }
    return result;
}

std::optional<HttpFault> readRequestHead(QByteArrayView head, RequestHead *result)
{
    *result = {};
    Framing framing;
    bool first = true;
    while (!head.isEmpty()) {
        const qsizetype end = head.indexOf("\r\n");
        const QByteArrayView line = end < 0 ? head : head.first(end);
        head = end < 0 ? QByteArrayView() : head.sliced(end + 2);
        if (first) {
            if (const auto fault = readRequestLine(line, *result))
                return fault;
            first = false;
            continue;
        }
        QPair<QByteArray, QByteArray> field;
        if (const auto fault = readField(line, &field))
            return fault;
        if (const auto fault = collect(field, framing, *result))
            return fault;
        result->request.headers.append(std::move(field));
    }
    if (first)
        return HttpFault{400, "there is no request line"};
    return readFraming(framing, *result);
}

} // namespace deskhand
