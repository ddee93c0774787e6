// SPDX-License-Identifier: GPL-3.0-or-later
// Commands with something large in them, to a service that does what a test says.
#include "operations/upload_store.h"
#include "remote/packed_command.h"
#include "remote/remote_desk.h"
#include "support/scripted_service.h"
#include "support/test_desk.h"
#include "wire/service_hello.h"
#include "wire/sync_calls.h"
#include "wire/upload_calls.h"
#include "wire/wire_calls.h"
#include "wire/wire_command.h"

#include <QCryptographicHash>
#include <QtTest>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;
using Fault = ScriptedService::Fault;
using Reply = ScriptedService::Reply;
using Request = ScriptedService::Request;

class CommandSenderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_service.reset(); }

    void whatIsSmallStaysInTheCommand();
    void whatIsLargeIsNamed();
    void aLargeCommandIsNamedItself();
    void whatTheServiceDoesNotHaveIsSent();
    void whatTheServiceHasIsNotSent();
    void anUploadThatBreaksIsSentAgain();
    void anUploadThatIsRefusedIsSaid_data();
    void anUploadThatIsRefusedIsSaid();
    void whatWouldBeRefusedIsNotSent_data();
    void whatWouldBeRefusedIsNotSent();
    void anOldServiceIsSaid_data();
    void anOldServiceIsSaid();
    void whatIsNotOursIsNotSent();
    void aServiceThatNeverHasItIsLeft();

private:
    static Command noteWith(const QVector<QByteArray> &files);
    static QByteArray hashOf(const QByteArray &bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    }
    static QByteArray pathOf(const QByteArray &bytes) { return "/api/v1/uploads/" + hashOf(bytes).toHex(); }
    static Reply notKept(qint64 largest = 1'000'000, qint64 room = 1'000'000)
    {
        return {404, R"({"code":"not-found","where":"service.upload","payload":{"reason":"upload-missing","largest":)"
                         + QByteArray::number(largest) + R"(,"room":)" + QByteArray::number(room) + "}}"};
    }
    static Reply missing(const QList<QByteArray> &hashes);
    /// Keeps what it is sent, and does a command when it has all that it names.
    void serveUploads(const QVector<QByteArray> &files);
    [[nodiscard]] QByteArrayList calls() const; ///< "PUT …", "POST …" but those of the connection

    std::unique_ptr<ScriptedService> m_service;
    RemoteDeskOptions m_options;
    QHash<QByteArray, QByteArray> m_kept;
};

void CommandSenderTest::init()
{
    m_kept.clear();
    m_service = std::make_unique<ScriptedService>();
    m_service->setSockets(false);
    m_service->answer("/api/hello", encodeServiceHello(ServiceHello()));
    m_service->answer("/api/v1/sync-head", encodeAnswer<SyncHeadCall>(SyncHead{QUuid::createUuid(), 0, 0, 0}));
    m_service->answer("/api/v1/changes", encodeAnswer<ChangesSinceCall>(FeedPage()));
    m_options = RemoteDeskOptions();
    m_options.place.service = QUrl(u"http://127.0.0.1:%1/"_s.arg(m_service->port()));
    m_options.place.times.answer = 3'000;
    m_options.place.times.poll = 60'000;
    m_options.place.times.firstPause = 40;
    m_options.place.times.longestPause = 200;
    m_options.token = "dhs_token";
}

Command CommandSenderTest::noteWith(const QVector<QByteArray> &files)
{
    PostArticle note;
    note.ticket = TicketId{1};
    note.article.text = u"See the file"_s;
    for (const QByteArray &file : files)
        note.article.attachments.append({u"file.bin"_s, u"application/octet-stream"_s, file, false, {}});
    return Command::make(PersonId{7}, note);
}

Reply CommandSenderTest::missing(const QList<QByteArray> &hashes)
{
    QByteArrayList quoted;
    for (const QByteArray &hash : hashes)
        quoted.append('"' + hash.toHex() + '"');
    return {422, R"({"code":"invalid","where":"service","payload":{"reason":"upload-missing","uploads":[)"
                     + quoted.join(',') + "]}}"};
}

void CommandSenderTest::serveUploads(const QVector<QByteArray> &files)
{
    for (const QByteArray &file : files) {
        m_service->answer(pathOf(file), [this](const Request &request) {
            if (request.method == "GET")
                return notKept();
            m_kept.insert(hashOf(request.body), request.body);
            return Reply{200, encodeUploadAnswer({hashOf(request.body), request.body.size()})};
        });
    }
    m_service->answer("/api/v1/commands", [this](const Request &request) {
        QByteArray json = request.body;
        QList<QByteArray> hashes;
        if (const auto uploaded = decodeUploadedCommand(json)) {
            if (!m_kept.contains(*uploaded))
                return missing({*uploaded});
            json = m_kept.value(*uploaded);
        }
        const Result<Command> command = decodeCommand(json, largestUploadedCommand);
        if (!command)
            return Reply{422, R"({"code":"invalid"})"};
        for (const NewAttachment &attachment : std::get<PostArticle>(command->body).article.attachments) {
            if (!attachment.upload.isEmpty() && !m_kept.contains(attachment.upload))
                hashes.append(attachment.upload);
        }
        return hashes.isEmpty() ? Reply{200, encodeCommandAnswer(CommandAnswer{})} : missing(hashes);
    });
}

QByteArrayList CommandSenderTest::calls() const
{
    QByteArrayList calls;
    for (const Request &request : m_service->requests()) {
        if (request.path.contains("/uploads/") || request.path.endsWith("/commands"))
            calls.append(request.method + ' ' + request.path);
    }
    return calls;
}

void CommandSenderTest::whatIsSmallStaysInTheCommand()
{
    const Command note = noteWith({QByteArray(64 * 1024, 'a'), "little"});
    const PackedCommand packed = packedCommand(note);
    QVERIFY(packed.uploads.isEmpty());
    QCOMPARE(packed.json, encodeCommand(note));
    // Of many that are small some are sent before, so that the command stays small.
    const PackedCommand many = packedCommand(noteWith(QVector<QByteArray>(40, QByteArray(60 * 1024, 'b'))));
    QCOMPARE(many.uploads.size(), 1); // they are all the same
    QVERIFY(many.json.size() <= largestWireCommand);
}

void CommandSenderTest::whatIsLargeIsNamed()
{
    const QByteArray large(64 * 1024 + 1, 'a');
    const PackedCommand packed = packedCommand(noteWith({"little", large}));
    QCOMPARE(packed.uploads, (QHash<QByteArray, QByteArray>{{hashOf(large), large}}));
    const Result<Command> read = decodeCommand(packed.json);
    QVERIFY(read);
    const QVector<NewAttachment> attachments = std::get<PostArticle>(read->body).article.attachments;
    QCOMPARE(attachments[0].bytes, "little");
    QVERIFY(attachments[1].bytes.isEmpty());
    QCOMPARE(attachments[1].upload, hashOf(large));
}

void CommandSenderTest::aLargeCommandIsNamedItself()
{
    Command note = noteWith({});
    std::get<PostArticle>(note.body).article.text = QString(largestWireCommand, u'x');
    const PackedCommand packed = packedCommand(note);
    QCOMPARE(packed.uploads.size(), 1);
    QCOMPARE(packed.uploads.begin().value(), encodeCommand(note));
    QCOMPARE(decodeUploadedCommand(packed.json), packed.uploads.begin().key());
}

void CommandSenderTest::whatTheServiceDoesNotHaveIsSent()
{
    const QByteArray one(100'000, 'a');
    const QByteArray two(200'000, 'b');
    serveUploads({one, two});
    RemoteDesk desk(m_options);
    QVERIFY(await(desk.submit(noteWith({one, "little", two}))));
    QCOMPARE(calls(), (QByteArrayList{"POST /api/v1/commands", "GET " + pathOf(one), "PUT " + pathOf(one),
                                      "GET " + pathOf(two), "PUT " + pathOf(two), "POST /api/v1/commands"}));
    QCOMPARE(m_kept.value(hashOf(two)), two);
    for (const Request &request : m_service->requests()) {
        if (request.method == "PUT") {
            QCOMPARE(request.token(), "dhs_token");
            QCOMPARE(request.headers.value("content-type"), "application/octet-stream");
        }
    }
}

void CommandSenderTest::whatTheServiceHasIsNotSent()
{
    const QByteArray one(100'000, 'a');
    serveUploads({one});
    m_kept.insert(hashOf(one), one);
    RemoteDesk desk(m_options);
    QVERIFY(await(desk.submit(noteWith({one}))));
    QCOMPARE(calls(), QByteArrayList{"POST /api/v1/commands"});
}

void CommandSenderTest::anUploadThatBreaksIsSentAgain()
{
    const QByteArray one(100'000, 'a');
    serveUploads({one});
    int puts = 0;
    m_service->answer(pathOf(one), [this, &puts](const Request &request) {
        if (request.method == "GET")
            return notKept();
        if (++puts == 1)
            return Reply{200, {}, {}, {}, Fault::Reset};
        m_kept.insert(hashOf(request.body), request.body);
        return Reply{200, encodeUploadAnswer({hashOf(request.body), request.body.size()})};
    });
    RemoteDesk desk(m_options);
    QVERIFY(await(desk.submit(noteWith({one}))));
    QCOMPARE(puts, 2);
}

void CommandSenderTest::anUploadThatIsRefusedIsSaid_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("reason");
    const auto json = [](const char *code, const char *reason) {
        return QByteArray(R"({"code":")") + code + R"(","where":"service.upload","payload":{"reason":")" + reason
               + "\"}}";
    };
    QTest::newRow("quota") << Reply{413, json("invalid", "quota")} << ErrorCode::Invalid << u"quota"_s;
    QTest::newRow("of the edge") << Reply{413, "too large", "text/plain"} << ErrorCode::Invalid << u"too-large"_s;
    QTest::newRow("no room") << Reply{507, json("busy", "disk")} << ErrorCode::Busy << u"disk"_s;
    QTest::newRow("no room at the edge") << Reply{507, "no room", "text/plain"} << ErrorCode::Busy << u"disk"_s;
    QTest::newRow("too many") << Reply{429, json("busy", "limit")} << ErrorCode::Busy << u"limit"_s;
}

/// The command has not happened: whoever keeps it may send it again, or may not.
void CommandSenderTest::anUploadThatIsRefusedIsSaid()
{
    QFETCH(Reply, reply);
    QFETCH(ErrorCode, code);
    const QByteArray one(100'000, 'a');
    serveUploads({one});
    m_service->answer(pathOf(one),
                      [reply](const Request &request) { return request.method == "GET" ? notKept() : reply; });
    RemoteDesk desk(m_options);
    const Result<CommandAnswer> answer = await(desk.submit(noteWith({one})));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, code);
    QTEST(answer.error().payload.value(u"reason"_s).toString(), "reason");
    QCOMPARE(m_service->asked("/api/v1/commands"), 1);
}

void CommandSenderTest::whatWouldBeRefusedIsNotSent_data()
{
    QTest::addColumn<qint64>("largest");
    QTest::addColumn<qint64>("room");
    QTest::addColumn<QString>("reason");
    QTest::newRow("large") << qint64(99'999) << qint64(1'000'000) << u"too-large"_s;
    QTest::newRow("much") << qint64(100'000) << qint64(99'999) << u"quota"_s;
    QTest::newRow("neither") << qint64(100'000) << qint64(100'000) << QString();
}

/// Who is refused in the middle of it hears that the connection broke, and not why.
void CommandSenderTest::whatWouldBeRefusedIsNotSent()
{
    QFETCH(qint64, largest);
    QFETCH(qint64, room);
    const QByteArray one(100'000, 'a');
    serveUploads({one});
    m_service->answer(pathOf(one), [this, largest, room](const Request &request) {
        if (request.method == "GET")
            return notKept(largest, room);
        m_kept.insert(hashOf(request.body), request.body);
        return Reply{200, encodeUploadAnswer({hashOf(request.body), request.body.size()})};
    });
    RemoteDesk desk(m_options);
    const Result<CommandAnswer> answer = await(desk.submit(noteWith({one})));
    QTEST(answer ? QString() : answer.error().payload.value(u"reason"_s).toString(), "reason");
    QCOMPARE(answer || answer.error().code == ErrorCode::Invalid, true);
    QCOMPARE(m_kept.isEmpty(), !answer);
}

void CommandSenderTest::anOldServiceIsSaid_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("an attachment") << QByteArray(
        R"({"code":"invalid","where":"wire.command","payload":{"article.attachments[0].upload":"unknown"}})");
    QTest::newRow("a command") << QByteArray(
        R"({"code":"invalid","where":"wire.command","payload":{"uploaded":"unknown"}})");
}

void CommandSenderTest::anOldServiceIsSaid()
{
    QFETCH(QByteArray, json);
    m_service->answer("/api/v1/commands", [json](const Request &) { return Reply{422, json}; });
    RemoteDesk desk(m_options);
    const Result<CommandAnswer> answer = await(desk.submit(noteWith({QByteArray(100'000, 'a')})));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::TooOld);
    // Of a command without anything large it is what it says.
    const Result<CommandAnswer> small = await(desk.submit(noteWith({"little"})));
    QVERIFY(!small);
    QCOMPARE(small.error().code, ErrorCode::Invalid);
}

void CommandSenderTest::whatIsNotOursIsNotSent()
{
    const QByteArray one(100'000, 'a');
    m_service->answer("/api/v1/commands", [](const Request &) { return missing({hashOf("something else")}); });
    RemoteDesk desk(m_options);
    const Result<CommandAnswer> answer = await(desk.submit(noteWith({one})));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Invalid);
    QCOMPARE(calls(), QByteArrayList{"POST /api/v1/commands"});
}

void CommandSenderTest::aServiceThatNeverHasItIsLeft()
{
    const QByteArray one(100'000, 'a');
    serveUploads({one});
    m_service->answer("/api/v1/commands", [one](const Request &) { return missing({hashOf(one)}); });
    RemoteDesk desk(m_options);
    QVERIFY(!await(desk.submit(noteWith({one}))));
    QVERIFY(m_service->asked("/api/v1/commands") <= 4);
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::CommandSenderTest)
#include "command_sender_test.moc"
