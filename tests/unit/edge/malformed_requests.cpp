// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/edge/malformed_requests.h"

namespace deskhand::test {

namespace {

const QByteArray hostLine = "Host: localhost\r\n";

class Collection
{
public:
    QList<MalformedRequest> all;

    void add(const QByteArray &family, const QByteArray &what, const QByteArray &bytes, int status = 400)
    {
        all.append({family + ": " + what, bytes, status});
    }
    /// A whole first line.
    void line(const QByteArray &text, int status = 400)
    {
        add("line", text.left(60), text + "\r\n" + hostLine + "\r\n", status);
    }
    void target(const QByteArray &text)
    {
        add("target", text.left(60), "GET " + text + " HTTP/1.1\r\n" + hostLine + "\r\n");
    }
    /// Lines between request line and the end of the head, each with its own line end.
    void fields(const QByteArray &what, const QByteArray &lines, int status = 400)
    {
        add("fields", what, "GET / HTTP/1.1\r\n" + hostLine + lines + "\r\n", status);
    }
    void host(const QByteArray &lines) { add("host", lines.left(60), "GET / HTTP/1.1\r\n" + lines + "\r\n"); }
    /// With five bytes behind the head, as a reader could take for a body.
    void framing(const QByteArray &lines, int status = 400)
    {
        add("framing", lines, "POST /echo HTTP/1.1\r\n" + hostLine + lines + "\r\nabcde", status);
    }
    void coding(const QByteArray &lines)
    {
        add("coding", lines, "POST /echo HTTP/1.1\r\n" + hostLine + lines + "\r\n5\r\nabcde\r\n0\r\n\r\n");
    }
    void chunks(const QByteArray &what, const QByteArray &body, int status = 400)
    {
        add("chunks", what, "POST /echo HTTP/1.1\r\n" + hostLine + "Transfer-Encoding: chunked\r\n\r\n" + body, status);
    }
    void upgrade(const QByteArray &what, const QByteArray &bytes, int status = 400)
    {
        add("upgrade", what, bytes, status);
    }
};

QByteArray byteName(int byte)
{
    return "0x" + QByteArray::number(byte, 16);
}

void addLines(Collection &all)
{
    for (const char *line : {"",
                             "GET",
                             "GET /",
                             "GET / ",
                             "GET  / HTTP/1.1",
                             "GET /  HTTP/1.1",
                             " GET / HTTP/1.1",
                             "GET / HTTP/1.1 ",
                             "GET\t/ HTTP/1.1",
                             "GET /\tHTTP/1.1",
                             "GET / a HTTP/1.1",
                             "/ HTTP/1.1",
                             " / HTTP/1.1",
                             "HTTP/1.1 200 OK",
                             "GET / HTTP/0.9",
                             "GET / HTTP/1.2",
                             "GET / HTTP/1.10",
                             "GET / HTTP/1.01",
                             "GET / HTTP/01.1",
                             "GET / HTTP/1",
                             "GET / HTTP/1.",
                             "GET / HTTP/.1",
                             "GET / HTTP/11",
                             "GET / HTTP/2.0",
                             "GET / HTTP/2",
                             "GET / HTTP/3.0",
                             "GET / HTTP/9.9",
                             "GET / http/1.1",
                             "GET / Http/1.1",
                             "GET / HTTP 1.1",
                             "GET / HTTP/1,1",
                             "GET / HTTP/-1.1",
                             "GET / HTTP/1.1x",
                             "GET / xHTTP/1.1",
                             "GET / HTTP/ 1.1",
                             "GET / HTTPS/1.1",
                             "GET / ICAP/1.0",
                             "GET / RTSP/1.0",
                             "PRI * HTTP/2.0",
                             "G[T / HTTP/1.1",
                             "G{T / HTTP/1.1",
                             "G(T / HTTP/1.1",
                             "G/T / HTTP/1.1",
                             "G:T / HTTP/1.1",
                             "G;T / HTTP/1.1",
                             "G,T / HTTP/1.1",
                             "G@T / HTTP/1.1",
                             "G=T / HTTP/1.1",
                             "G?T / HTTP/1.1",
                             "G\"T / HTTP/1.1",
                             "G\\T / HTTP/1.1",
                             "G\xc3\x84T / HTTP/1.1",
                             "\xff\xfeGET / HTTP/1.1",
                             "\xef\xbb\xbfGET / HTTP/1.1"})
        all.line(line);
    for (const char *method : {"get",   "Get",      "gET",  "FETCH", "TRACE",  "TRACK", "CONNECT",      "PROPFIND",
                               "MKCOL", "COPY",     "MOVE", "LOCK",  "SEARCH", "PURGE", "DEBUG",        "LINK",
                               "QUERY", "M-SEARCH", "X",    "GETT",  "GE",     "_",     "!#$%&'*+.^`|~"})
        all.line(QByteArray(method) + " / HTTP/1.1", 405);
    all.line("CONNECT localhost:443 HTTP/1.1", 405);
    all.line("PRI * HTTP/1.1", 405);
    for (const int byte : {0x00, 0x01, 0x07, 0x08, 0x0b, 0x0c, 0x0e, 0x1b, 0x1f, 0x7f})
        all.add("line", "control " + byteName(byte),
                "GET /a" + QByteArray(1, char(byte)) + "b HTTP/1.1\r\n" + hostLine + "\r\n");
    all.add("line", "bare LF", "GET / HTTP/1.1\n" + hostLine + "\r\n");
    all.add("line", "all bare LF", "GET / HTTP/1.1\nHost: localhost\n\n");
    all.add("line", "bare CR", "GET / HTTP/1.1\rHost: localhost\r\n\r\n");
    all.add("line", "CR CR LF", "GET / HTTP/1.1\r\r\n" + hostLine + "\r\n");
    all.add("line", "CR within", "GET /\r HTTP/1.1\r\n" + hostLine + "\r\n");
    all.add("line", "two empty lines before", "\r\n\r\nGET / HTTP/1.1\r\n" + hostLine + "\r\n");
    all.add("line", "LF before", "\nGET / HTTP/1.1\r\n" + hostLine + "\r\n");
    all.add("line", "HTTP/0.9", "GET /\r\n\r\n");
    all.add("line", "a TLS greeting", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
    all.add("line", "64 kB of target", "GET /" + QByteArray(64 * 1024, 'a') + " HTTP/1.1\r\n" + hostLine + "\r\n", 414);
    all.add("line", "64 kB of method", QByteArray(64 * 1024, 'A') + " / HTTP/1.1\r\n" + hostLine + "\r\n", 414);
}

void addTargets(Collection &all)
{
    for (const char *target : {"*",
                               "a",
                               "echo",
                               "?a=b",
                               "#a",
                               "http://localhost/",
                               "http://localhost",
                               "HTTP://localhost/",
                               "https://evil/",
                               "http://user@localhost/",
                               "http:/",
                               "ftp://localhost/",
                               "localhost:80",
                               "localhost",
                               "[::1]:80",
                               "\\",
                               "\\\\a",
                               "//",
                               "//evil/",
                               "/a//b",
                               "/a//",
                               "/.",
                               "/..",
                               "/./",
                               "/../",
                               "/../etc/passwd",
                               "/a/..",
                               "/a/../b",
                               "/a/./b",
                               "/a/.",
                               "/%2e",
                               "/%2e%2e/",
                               "/%2E%2E",
                               "/.%2e/",
                               "/%2e./a",
                               "/a/%2e%2e/b",
                               "/..%2f",
                               "/a%2fb",
                               "/a%2Fb",
                               "/a%5cb",
                               "/a%5Cb",
                               "/a\\b",
                               "/a\\..\\b",
                               "/%00",
                               "/a%00b",
                               "/%0a",
                               "/%0d%0aX:%20y",
                               "/%09",
                               "/%1f",
                               "/%7f",
                               "/%",
                               "/%1",
                               "/%g1",
                               "/%1g",
                               "/%%",
                               "/%u0041",
                               "/% 41",
                               "/a%",
                               "/a%2",
                               "/%252e%252e",
                               "/%25",
                               "/%c0%af",
                               "/%c0%ae",
                               "/%e0%80%af",
                               "/%f0%80%80%af",
                               "/%ed%a0%80",
                               "/%f4%90%80%80",
                               "/%ff",
                               "/%c3",
                               "/%c3(",
                               "/%80",
                               "/\"",
                               "/<a>",
                               "/a#b",
                               "/a^b",
                               "/a`b",
                               "/a{b}",
                               "/a|b",
                               "/a[b]",
                               "/\xc3\xa4",
                               "/\xff",
                               "/a?\xc3\xa4",
                               "/a?b#c",
                               "/a?%",
                               "/a?%4",
                               "/a?%zz",
                               "/a?%00",
                               "/a?\"",
                               "/a?<",
                               "/a?`",
                               "/a?\\"})
        all.target(target);
}

void addFields(Collection &all)
{
    for (int byte = 0; byte < 0x20; ++byte) {
        if (byte == '\t')
            continue;
        const QByteArray c(1, char(byte));
        all.fields("in a value " + byteName(byte), "X-A: a" + c + "b\r\n");
        all.fields("in a name " + byteName(byte), "X-" + c + "A: b\r\n");
    }
    all.fields("in a value 0x7f", "X-A: a\x7f\r\n");
    for (const char c : QByteArray("()<>@,;\\\"/[]?={} \t\x7f\x80\xe4\xff"))
        all.fields("in a name " + byteName(quint8(c)), QByteArray("X") + c + "A: b\r\n");
    all.fields("space before the colon", "X-A : b\r\n");
    all.fields("tab before the colon", "X-A\t: b\r\n");
    all.fields("length with a space before the colon", "Content-Length : 5\r\n");
    all.fields("coding with a space before the colon", "Transfer-Encoding : chunked\r\n");
    all.fields("coding with a tab before the colon", "Transfer-Encoding\t: chunked\r\n");
    all.fields("no colon", "X-A\r\n");
    all.fields("no name", ": b\r\n");
    all.fields("only a colon", ":\r\n");
    all.fields("folded", "X-A: b\r\n c\r\n");
    all.fields("folded by a tab", "X-A: b\r\n\tc\r\n");
    all.fields("folded coding", "Transfer-Encoding:\r\n chunked\r\n");
    all.fields("folded length", "Content-Length:\r\n 5\r\n");
    all.fields("a line of a space", "X-A: b\r\n \r\n");
    all.fields("bare LF", "X-A: b\nX-B: c\r\n");
    all.fields("LF ends the head", "X-A: b\n\n");
    all.fields("CR LF LF", "X-A: b\r\n\n");
    all.fields("bare CR", "X-A: b\rX-B: c\r\n");
    all.fields("CR CR LF", "X-A: b\r\r\n");
    all.fields("LF CR", "X-A: b\n\r");
    all.add("fields", "first is folded", "GET / HTTP/1.1\r\n Host: a\r\n" + hostLine + "\r\n");
    QByteArray many;
    for (int i = 0; i < 101; ++i)
        many += "X-" + QByteArray::number(i) + ": a\r\n";
    all.fields("more than 100", many, 431);
    all.fields("a value of 64 kB", "X-A: " + QByteArray(64 * 1024, 'a') + "\r\n", 431);
    all.fields("a value of a megabyte", "X-A: " + QByteArray(1024 * 1024, 'a') + "\r\n", 431);
    all.fields("a name of 64 kB", QByteArray(64 * 1024, 'a') + ": b\r\n", 431);
    all.fields("40 kB together", (QByteArray("X-A: ") + QByteArray(995, 'a') + "\r\n").repeated(40), 431);
    for (const char *expect : {"100-continu", "100-continue, 100-continue", "200-ok", "", "100"})
        all.fields(QByteArray("Expect ") + expect, QByteArray("Expect: ") + expect + "\r\n", 417);
    all.fields("Expect twice", "Expect: 100-continue\r\nExpect: 100-continue\r\n");
}

void addHosts(Collection &all)
{
    for (const char *lines : {"",
                              "Host:\r\n",
                              "Host: \r\n",
                              "X-Host: a\r\n",
                              "Host: a\r\nHost: a\r\n",
                              "Host: a\r\nHost: b\r\n",
                              "Host: a\r\nhOST: b\r\n",
                              "Host: a, b\r\n",
                              "Host: a b\r\n",
                              "Host: a/b\r\n",
                              "Host: a\\b\r\n",
                              "Host: a@b\r\n",
                              "Host: http://a\r\n",
                              "Host: a:b\r\n",
                              "Host: a:\r\n",
                              "Host: :80\r\n",
                              "Host: a:80:80\r\n",
                              "Host: a:-1\r\n",
                              "Host: a:123456\r\n",
                              "Host: ::1\r\n",
                              "Host: [::1\r\n",
                              "Host: []\r\n",
                              "Host: [::1]x\r\n",
                              "Host: [::g]\r\n",
                              "Host: a?\r\n",
                              "Host: a#\r\n",
                              "Host: %61\r\n",
                              "Host: \xc3\xa4\r\n",
                              "Host: a\"\r\n",
                              "Host: <a>\r\n"})
        all.host(lines);
    all.host("Host: " + QByteArray(300, 'a') + "\r\n");
    all.add("host", "HTTP/1.0 with two", "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n");
    all.add("host", "HTTP/1.0 with a bad one", "GET / HTTP/1.0\r\nHost: a b\r\n\r\n");
}

void addFraming(Collection &all)
{
    for (const char *length : {"",
                               "+5",
                               "-5",
                               "-0",
                               "+0",
                               "5,5",
                               "5, 5",
                               "5;5",
                               "5 5",
                               "0x5",
                               "5x",
                               "x",
                               "5.0",
                               "5e0",
                               "0b101",
                               "05_0",
                               "five",
                               "\"5\"",
                               "'5'",
                               "(5)",
                               "5\t5",
                               "9007199254740993",
                               "9223372036854775807",
                               "9223372036854775808",
                               "18446744073709551615",
                               "18446744073709551616",
                               "18446744073709551621",
                               "99999999999999999999999999",
                               "4294967301x",
                               "00000000000000000005",
                               "\xd9\xa5",
                               "5\xc2\xa0",
                               "NaN",
                               "inf",
                               "5%",
                               "%35"})
        all.framing(QByteArray("Content-Length: ") + length + "\r\n");
    for (const char *length : {"1048577", "2147483648", "4294967296", "4294967301", "9007199254740992"})
        all.framing(QByteArray("Content-Length: ") + length + "\r\n", 413);
    for (const char *lines :
         {"Content-Length: 5\r\nContent-Length: 5\r\n", "Content-Length: 5\r\nContent-Length: 6\r\n",
          "Content-Length: 0\r\nContent-Length: 5\r\n", "Content-Length: 5\r\ncontent-length: 0\r\n",
          "Content-Length: 5\r\nX-A: b\r\nContent-Length: 5\r\n", "Content-Length:\r\nContent-Length: 5\r\n"})
        all.framing(lines);
    for (const char *lines :
         {"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
          "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 0\r\n",
          "Transfer-Encoding: identity\r\nContent-Length: 5\r\n", "Transfer-Encoding:\r\nContent-Length: 5\r\n",
          "Content-Length: x\r\nTransfer-Encoding: chunked\r\n", "content-length: 5\r\ntransfer-encoding: CHUNKED\r\n"})
        all.coding(lines);
    for (const char *coding : {"",
                               "identity",
                               "gzip",
                               "deflate",
                               "compress",
                               "chunked, chunked",
                               "chunked,chunked",
                               "chunked, identity",
                               "identity, chunked",
                               "gzip, chunked",
                               "chunked, gzip",
                               "xchunked",
                               "chunkedx",
                               "x-chunked",
                               "chunked;",
                               "chunked;q=1",
                               "chunked ,",
                               ", chunked",
                               ",chunked",
                               "\"chunked\"",
                               "'chunked'",
                               "chunked\tx",
                               "chun ked",
                               "chunk",
                               "cow",
                               "chunked\x0b",
                               "\xc4\x8dhunked",
                               "chunKed\xc2\xa0",
                               "[chunked]",
                               "{chunked}",
                               "trailers",
                               "chunked\\",
                               "0",
                               "1"})
        all.coding(QByteArray("Transfer-Encoding: ") + coding + "\r\n");
    all.coding("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n");
    all.coding("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n");
    all.coding("Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n");
    all.coding("Transfer-Encoding: chunked\r\ntransfer-encoding: x\r\n");
    all.add("coding", "in HTTP/1.0", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
}

void addChunks(Collection &all)
{
    for (const char *size : {"",
                             " ",
                             "-1",
                             "+5",
                             " 5",
                             "5 ",
                             "\t5",
                             "5\t",
                             "0x5",
                             "0X5",
                             "g",
                             "5g",
                             "5.",
                             "5,",
                             "5 ;a",
                             "5h",
                             "five",
                             "'5'",
                             "\"5\"",
                             "-0",
                             "+0",
                             "0x",
                             "fffffffffffffff",
                             "ffffffffffffffff",
                             "10000000000000005",
                             "7fffffffffffffff",
                             "8000000000000000",
                             "000000000000005",
                             "_5",
                             "5_",
                             "%35",
                             "\xd9\xa5"})
        all.chunks(QByteArray("size ") + size, QByteArray(size) + "\r\nabcde\r\n0\r\n\r\n");
    for (const char *size : {"100001", "7fffffff", "ffffffff", "100000005", "20000000000000"})
        all.chunks(QByteArray("too large ") + size, QByteArray(size) + "\r\nabcde\r\n0\r\n\r\n", 413);
    all.chunks("together too large", "80000\r\n" + QByteArray(0x80000, 'a') + "\r\n80001\r\n", 413);
    all.chunks("size ended by LF", "5\nabcde\r\n0\r\n\r\n");
    all.chunks("size ended by CR", "5\rabcde\r\n0\r\n\r\n");
    all.chunks("data ended by LF", "5\r\nabcde\n0\r\n\r\n");
    all.chunks("data ended by CR", "5\r\nabcde\r0\r\n\r\n");
    all.chunks("data without end", "5\r\nabcde0\r\n\r\n");
    all.chunks("data too long", "5\r\nabcdef\r\n0\r\n\r\n");
    all.chunks("data too short", "5\r\nabc\r\n0\r\n\r\n\r\n");
    all.chunks("end of data folded", "5\r\nabcde \r\n0\r\n\r\n");
    all.chunks("LF in an extension", "5;a\nb\r\nabcde\r\n0\r\n\r\n");
    all.chunks("CR in an extension", "5;a\rb\r\nabcde\r\n0\r\n\r\n");
    all.chunks("NUL in an extension", QByteArray("5;a\0b\r\nabcde\r\n0\r\n\r\n", 19));
    all.chunks("an extension of a megabyte", "5;" + QByteArray(1024 * 1024, 'a') + "\r\nabcde\r\n0\r\n\r\n", 431);
    all.chunks("many extensions", ("1;" + QByteArray(100, 'a') + "\r\nx\r\n").repeated(1000) + "0\r\n\r\n", 431);
    all.chunks("trailer without colon", "0\r\nabc\r\n\r\n");
    all.chunks("trailer with a space before the colon", "0\r\nX-A : b\r\n\r\n");
    all.chunks("trailer folded", "0\r\nX-A: b\r\n c\r\n\r\n");
    all.chunks("trailer ended by LF", "0\r\nX-A: b\n\r\n");
    all.chunks("trailer with NUL", QByteArray("0\r\nX-A: \0\r\n\r\n", 13));
    all.chunks("trailers of a megabyte", "0\r\n" + ("X-A: " + QByteArray(1000, 'a') + "\r\n").repeated(1000) + "\r\n",
               431);
    all.chunks("too many trailers", "0\r\n" + QByteArray("X-A: b\r\n").repeated(200) + "\r\n", 431);
    all.chunks("end by LF", "0\r\n\n");
    all.chunks("last chunk ended by LF", "0\n\r\n");
}

void addUpgrades(Collection &all)
{
    const QByteArray rest = "Upgrade: websocket\r\nConnection: Upgrade\r\n";
    const QByteArray key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    const QByteArray version = "Sec-WebSocket-Version: 13\r\n";
    const auto request = [](const QByteArray &line, const QByteArray &lines) {
        return line + "\r\n" + hostLine + lines + "\r\n";
    };
    const QByteArray get = "GET /ws HTTP/1.1";
    all.upgrade("no key", request(get, rest + version));
    all.upgrade("empty key", request(get, rest + version + "Sec-WebSocket-Key:\r\n"));
    all.upgrade("short key", request(get, rest + version + "Sec-WebSocket-Key: dGhl\r\n"));
    all.upgrade("long key", request(get, rest + version + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZWFhYWE=\r\n"));
    all.upgrade("key no base64", request(get, rest + version + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25j*Q==\r\n"));
    all.upgrade("two keys", request(get, rest + version + key + key));
    all.upgrade("no version", request(get, rest + key), 426);
    for (const char *other : {"0", "8", "12", "14", "13, 8", "013", "x"})
        all.upgrade(QByteArray("version ") + other,
                    request(get, rest + key + "Sec-WebSocket-Version: " + other + "\r\n"), 426);
    all.upgrade("two versions", request(get, rest + key + version + version));
    all.upgrade("two upgrades", request(get, rest + key + version + "Upgrade: websocket\r\n"));
    all.upgrade("POST", request("POST /ws HTTP/1.1", rest + key + version));
    all.upgrade("HTTP/1.0", request("GET /ws HTTP/1.0", rest + key + version));
    all.upgrade("with a body", request(get, rest + key + version + "Content-Length: 5\r\n") + "abcde");
    all.upgrade("with a chunked body",
                request(get, rest + key + version + "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n");
    all.upgrade("2 MB of headers",
                request(get, rest + key + version + "X-A: " + QByteArray(2 * 1024 * 1024, 'a') + "\r\n"), 431);
    all.upgrade("bytes behind it before it is open", request(get, rest + key + version) + "\x81\x80");
}

} // namespace

QList<MalformedRequest> malformedRequests()
{
    Collection all;
    addLines(all);
    addTargets(all);
    addFields(all);
    addHosts(all);
    addFraming(all);
    addChunks(all);
    addUpgrades(all);
    return all.all;
}

} // namespace deskhand::test
