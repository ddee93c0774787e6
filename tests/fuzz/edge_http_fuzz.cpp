// SPDX-License-Identifier: GPL-3.0-or-later
// A connection as the service's edge has it, without its socket: whatever comes, each request is answered once and in
// order, what is malformed is refused once and ends it, a WebSocket gives nothing but text within its limits; and it is
// all the same however the bytes are cut.
#include "edge/edge_conversation.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace deskhand;

namespace {

void require(bool holds, const char *what)
{
    if (holds)
        return;
    qCritical("%s", what);
    std::abort();
}

EdgeOptions smallOptions()
{
    EdgeOptions options;
    options.limits.requestLine = 200;
    options.limits.headerBytes = 400;
    options.limits.headers = 12;
    options.limits.body = 300;
    options.limits.bodies = 500;
    options.limits.socketFrame = 100;
    options.limits.socketMessage = 150;
    return options;
}

/// Answers every request at once, as soon as it may.
class Carrier final : public ConversationHost
{
public:
    QList<QByteArray> requests; ///< as they were understood
    QList<QByteArray> messages;
    QList<int> statuses; ///< of answers that were written
    bool socket = false;
    bool finished = false;
    int pending = 0; ///< 1: a request is to be answered; 2: one for a WebSocket; 3: an upload is to be admitted
    quint16 closing = 0;
    qint64 bodies = 0;
    qint64 uploads = 0;

    void write(const QByteArray &bytes) override
    {
        require(!finished, "something is written after the end");
        if (socket) {
            require(bytes.size() >= 2 && (quint8(bytes[0]) & 0x80) != 0, "no frame");
            return;
        }
        if (!bytes.startsWith("HTTP/1.1 "))
            return; // a body
        const int status = bytes.mid(9, 3).toInt();
        require(status >= 100 && status < 600 && bytes.endsWith("\r\n\r\n"), "no answer");
        require(bytes.count("\r\n\r\n") == 1, "two answers in one");
        if (status != 100 && status != 101)
            statuses.append(status);
    }
    [[nodiscard]] qint64 unwritten() const override { return 0; }
    void finish() override
    {
        require(!finished, "it ends twice");
        finished = true;
    }
    void handle(HttpRequest request) override { take(request, 1); }
    void upgrade(HttpRequest request) override { take(request, 2); }
    [[nodiscard]] qint64 bodyLimit(const HttpRequest &head) override
    {
        require(head.body.isEmpty(), "a body before its limit is known");
        return -1;
    }
    [[nodiscard]] bool isUpload(const HttpRequest &head) override { return head.method == "PUT"; }
    void admitUpload(HttpRequest head) override
    {
        require(head.body.isEmpty() && !head.upload, "an upload before it is admitted");
        require(pending == 0 && !finished && !socket, "an upload before the last request has its answer");
        pending = 3;
    }
    [[nodiscard]] Result<std::shared_ptr<UploadFile>> openUpload() override
    {
        return UploadFile::create({}, [this](qint64 bytes) {
            uploads += bytes;
            require(uploads >= 0 && uploads <= 300, "uploads are counted wrongly");
            return true;
        });
    }
    [[nodiscard]] bool keepBody(qint64 bytes) override
    {
        bodies += bytes;
        require(bodies >= 0 && bodies <= 300, "bodies are counted wrongly");
        return true;
    }
    void opened(const HttpRequest &) override { socket = true; }
    void message(QByteArray text) override
    {
        require(socket && !finished, "a message out of nowhere");
        require(text.size() <= 150 && text.isValidUtf8(), "a message beyond its limits");
        messages.append(text);
    }
    void closeSocket(quint16 code, const QByteArray &) override { closing = code; }
    void count(Count) override {}

private:
    void take(const HttpRequest &request, int kind)
    {
        require(pending == 0 && !finished && !socket, "a request before the last has its answer");
        check(request);
        requests.append(request.method + ' ' + request.path + '?' + request.query + '\n' + request.body
                        + (request.upload ? request.upload->sha256() : QByteArray()));
        pending = kind;
    }
    static void check(const HttpRequest &request)
    {
        require(request.path.startsWith('/') && !request.path.contains("/../") && !request.path.endsWith("/..")
                    && !request.path.contains("//") && !request.path.contains('\\') && request.path.isValidUtf8(),
                "a path that leads elsewhere");
        require(request.body.size() <= 300 && request.headers.size() <= 12, "a request beyond its limits");
        int hosts = 0;
        int lengths = 0;
        int codings = 0;
        for (const auto &[name, value] : request.headers) {
            for (const QByteArray &text : {name, value}) {
                require(
                    std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; }),
                    "a header that breaks out");
            }
            require(!name.isEmpty() && !name.contains(' ') && !name.contains(':'), "no name of a header");
            hosts += name.toLower() == "host" ? 1 : 0;
            lengths += name.toLower() == "content-length" ? 1 : 0;
            codings += name.toLower() == "transfer-encoding" ? 1 : 0;
            require(!name.toLower().startsWith("x-forwarded-"), "a stranger's word about for whom he asks");
        }
        require(hosts <= 1 && lengths + codings <= 1, "a request that can be read in two ways");
        const qint64 size = request.upload ? request.upload->size() : request.body.size();
        require(size <= 300 && (!request.upload || request.body.isEmpty()), "a body in two places");
        require(codings == 1 || size == headerOf(request.headers, "Content-Length").toLongLong(),
                "a body of another length");
    }
};

struct Run {
    Carrier carrier;
    bool upgraded = false;
};

void run(QByteArrayView bytes, qsizetype cut, Run &run)
{
    static const EdgeOptions options = smallOptions();
    static const TrustedProxies nobody;
    {
        EdgeConversation conversation(run.carrier, options, nobody, {QStringLiteral("192.0.2.1"), false, false});
        conversation.begin(0);
        qint64 now = 0;
        while (!bytes.isEmpty() && conversation.wantsBytes()) {
            const qsizetype size = std::min(cut, bytes.size());
            conversation.receive(bytes.first(size), ++now);
            bytes = bytes.sliced(size);
            while (const int pending = std::exchange(run.carrier.pending, 0)) {
                HttpResponse response;
                if (pending == 1) {
                    conversation.answer(response, now);
                } else if (pending == 3) {
                    conversation.admit({std::nullopt, 300, {}}, now);
                } else {
                    run.upgraded = true;
                    conversation.answerUpgrade(nullptr, now);
                }
            }
            require(!run.carrier.finished || !conversation.wantsBytes(), "it wants more after its end");
        }
        for (int i = 0; i < 4 && !run.carrier.finished && conversation.deadline() >= 0; ++i)
            conversation.expired(conversation.deadline());
        require(run.carrier.finished || run.carrier.socket, "it waits for ever");
        conversation.drain(now + 1);
    }
    require(run.carrier.bodies == 0 && run.carrier.uploads == 0, "bodies are remembered after the end");
    // Each request has its answer; then there may be one refusal.
    const qsizetype answers = run.carrier.statuses.size();
    const qsizetype asked = run.carrier.requests.size() - (run.carrier.socket ? 1 : 0);
    require(answers == asked || answers == asked + 1, "another number of answers than requests");
    for (qsizetype i = 0; i < answers; ++i) {
        const int status = run.carrier.statuses[i];
        require(i < asked ? status == 200 : status >= 400 && status < 500, "an answer of the wrong kind");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    Run whole;
    Run single;
    Run threes;
    run(bytes, std::max<qsizetype>(1, bytes.size()), whole);
    run(bytes, 1, single);
    run(bytes, 3, threes);
    // Only who speaks before a WebSocket is open is treated by when that came.
    if (whole.upgraded || single.upgraded)
        return 0;
    require(whole.carrier.requests == single.carrier.requests && whole.carrier.requests == threes.carrier.requests,
            "other requests when they are cut otherwise");
    require(whole.carrier.statuses == single.carrier.statuses, "other answers when they are cut otherwise");
    return 0;
}
