// SPDX-License-Identifier: GPL-3.0-or-later
// What is too large for a command is sent before it, to a whole service, on a file and on PostgreSQL.
#include "operations/account_store.h"
#include "remote/packed_command.h"
#include "remote/remote_desk.h"
#include "remote/server_url.h"
#include "service/principal.h"
#include "store/sql_upload_store.h"
#include "support/served_desk.h"
#include "support/service_client.h"
#include "support/service_process.h"
#include "unit/edge/raw_client.h"
#include "wire/wire_command.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QtTest>

namespace deskhand::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 kibi = 1024;

QByteArray someBytes(qsizetype size, quint32 seed = 1)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator random(seed);
    for (char &byte : bytes)
        byte = char(random.generate());
    return bytes;
}

QByteArray sha256Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QString pathOf(const QByteArray &sha256)
{
    return u"/api/v1/uploads/"_s + QString::fromLatin1(sha256.toHex());
}

QString reasonOf(const ServiceAnswer &answer)
{
    return answer.json()[u"payload"_s][u"reason"_s].toString();
}

/// The head of an upload and nothing of it.
QByteArray headOf(const QByteArray &sha256, const QByteArray &token, qint64 announced)
{
    const QByteArray length =
        announced < 0 ? QByteArray("Transfer-Encoding: chunked") : "Content-Length: " + QByteArray::number(announced);
    return "PUT " + pathOf(sha256).toLatin1() + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n"
           + length + "\r\n\r\n";
}

qint64 peakKilobytes(const ServiceProcess &service)
{
    QFile status(u"/proc/%1/status"_s.arg(service.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

/// What the service has of uploads in its folder.
double uploadBytes(ServiceClient &client)
{
    const QList<QByteArray> lines = client.get(u"/metrics"_s).body.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("deskhand_upload_bytes "))
            return line.mid(22).toDouble();
    }
    return -1;
}

TicketId newTicket(const ServedDesk &desk)
{
    OpenTicket open;
    open.subject = u"With files"_s;
    open.requesterAddress = {{}, u"rita@customer.example"_s};
    return must(await(desk.open()->submit(Command::make(desk.ada, open)))).ticket;
}

QVector<Article> articlesIn(const ServedDesk &desk, TicketId ticket)
{
    ThreadQuery thread;
    thread.ticket = ticket;
    thread.me = desk.ada;
    return must(await(desk.open()->thread(thread))).articles;
}

Command noteWith(TicketId ticket, const QVector<NewAttachment> &attachments)
{
    PostArticle note;
    note.ticket = ticket;
    note.evenUnseen = true;
    note.article.visibility = Visibility::Internal;
    note.article.text = u"See the file"_s;
    note.article.attachments = attachments;
    return Command::make({}, note);
}

NewAttachment uploaded(const QByteArray &sha256)
{
    return {u"file.bin"_s, u"application/octet-stream"_s, {}, false, {}, sha256};
}

} // namespace

class ServiceUploadsTest : public QObject
{
    Q_OBJECT

    DeskPlaces m_places;

    void bothPlaces();
    [[nodiscard]] QString placeOfRow();

private Q_SLOTS:
    void anAttachmentIsSentBeforeItsCommand_data() { bothPlaces(); }
    void anAttachmentIsSentBeforeItsCommand();
    void itIsNobodyElses_data() { bothPlaces(); }
    void itIsNobodyElses();
    void whatIsTooMuchIsRefusedBeforeItIsRead();
    void whoMayNotWriteSendsNothing();
    void whatIsNotWhatItSaysIsRefused();
    void whoIsCutOffLeavesNothing();
    void aPersonSendsAFewAtOnce();
    void memoryDoesNotGrowWithTheBody_data() { bothPlaces(); }
    void memoryDoesNotGrowWithTheBody();
    void whatIsNotUsedGoes_data() { bothPlaces(); }
    void whatIsNotUsedGoes();
    void aLargeCommandIsSentBeforeItself();
    void aClientSendsWhatIsLargeByItself_data() { bothPlaces(); }
    void aClientSendsWhatIsLargeByItself();
    void aClientHearsWhatIsTooLarge();
};

void ServiceUploadsTest::bothPlaces()
{
    QTest::addColumn<bool>("onServer");
    QTest::newRow("a file") << false;
    QTest::newRow("PostgreSQL") << true;
}

/// Empty: PostgreSQL is not installed.
QString ServiceUploadsTest::placeOfRow()
{
    QFETCH(bool, onServer);
    return !onServer || m_places.hasServer() || m_places.startServer() ? m_places.newPlace(onServer) : QString();
}

void ServiceUploadsTest::anAttachmentIsSentBeforeItsCommand()
{
    const QString place = placeOfRow();
    if (place.isEmpty())
        QSKIP("PostgreSQL is not installed");
    const ServedDesk desk(place);
    const TicketId ticket = newTicket(desk);
    const ServiceProcess service(desk.place);
    ServiceClient ada(service.url(), ServiceProcess::openSession(desk.place, desk.ada));
    const QByteArray bytes = someBytes(3'000'000); // of several pieces
    const QByteArray sha256 = sha256Of(bytes);

    // Until it is there the command says what it misses, and is not done.
    const Command note = noteWith(ticket, {uploaded(sha256)});
    const ServiceAnswer missing = ada.post(u"/api/v1/commands"_s, encodeCommand(note));
    QCOMPARE(missing.status, 422);
    QCOMPARE(reasonOf(missing), u"upload-missing"_s);
    QCOMPARE(missing.json()[u"payload"_s][u"uploads"_s].toArray(), QJsonArray{QString::fromLatin1(sha256.toHex())});
    QCOMPARE(ada.get(pathOf(sha256)).status, 404);

    QByteArray answer;
    for (int i = 0; i < 3; ++i) { // again: it is there
        const ServiceAnswer kept = ada.put(pathOf(sha256), bytes);
        QCOMPARE(kept.status, 200);
        QCOMPARE(kept.json()[u"size"_s].toInteger(), bytes.size());
        QVERIFY(answer.isEmpty() || answer == kept.body);
        answer = kept.body;
    }
    QCOMPARE(ada.get(pathOf(sha256)).body, answer);

    const ServiceAnswer done = ada.post(u"/api/v1/commands"_s, encodeCommand(note));
    QCOMPARE(done.status, 200);
    QVector<Article> articles = articlesIn(desk, ticket);
    QCOMPARE(articles.size(), 1);
    QCOMPARE(articles.first().attachments.size(), 1);
    QCOMPARE(articles.first().attachments.first().size, bytes.size());
    QCOMPARE(ada.get(u"/api/v1/blobs/"_s + QString::fromLatin1(sha256.toHex())).body, bytes);
    // It is used, and the same command needs it no more.
    QCOMPARE(ada.get(pathOf(sha256)).status, 404);
    QCOMPARE(ada.post(u"/api/v1/commands"_s, encodeCommand(note)).body, done.body);
    QCOMPARE(articlesIn(desk, ticket).size(), 1);
    // The same file twice in one command is one upload.
    QCOMPARE(ada.put(pathOf(sha256), bytes).status, 200);
    const Command twice = noteWith(ticket, {uploaded(sha256), uploaded(sha256)});
    QCOMPARE(ada.post(u"/api/v1/commands"_s, encodeCommand(twice)).status, 200);
    articles = articlesIn(desk, ticket);
    QCOMPARE(articles.size(), 2);
}

/// Whoever only knows a hash has nothing, and does not learn whether anybody has sent it.
void ServiceUploadsTest::itIsNobodyElses()
{
    const QString place = placeOfRow();
    if (place.isEmpty())
        QSKIP("PostgreSQL is not installed");
    const ServedDesk desk(place);
    const TicketId ticket = newTicket(desk);
    const ServiceProcess service(desk.place);
    ServiceClient ada(service.url(), ServiceProcess::openSession(desk.place, desk.ada));
    ServiceClient ben(service.url(), ServiceProcess::openSession(desk.place, desk.ben));
    const QByteArray bytes = someBytes(200'000);
    const QByteArray sha256 = sha256Of(bytes);
    const QByteArray unknown = sha256Of("nobody has sent this");
    QCOMPARE(ada.put(pathOf(sha256), bytes).status, 200);

    const ServiceAnswer hers = ben.get(pathOf(sha256));
    QCOMPARE(hers.status, 404);
    QCOMPARE(hers.body, ben.get(pathOf(unknown)).body);
    const auto refusal = [&ben, ticket](const QByteArray &hash) {
        const ServiceAnswer answer = ben.post(u"/api/v1/commands"_s, encodeCommand(noteWith(ticket, {uploaded(hash)})));
        return QByteArray::number(answer.status) + QByteArray(answer.body).replace(hash.toHex(), "HASH");
    };
    QVERIFY(refusal(sha256).startsWith("422"));
    QCOMPARE(refusal(sha256), refusal(unknown));
    const auto refusedJson = [&ben](const QByteArray &hash) {
        const ServiceAnswer answer = ben.post(u"/api/v1/commands"_s, R"({"uploaded":")" + hash.toHex() + "\"}");
        return QByteArray::number(answer.status) + QByteArray(answer.body).replace(hash.toHex(), "HASH");
    };
    QVERIFY(refusedJson(sha256).startsWith("422"));
    QCOMPARE(refusedJson(sha256), refusedJson(unknown));

    // He has to send it himself; each uses their own.
    QCOMPARE(ben.put(pathOf(sha256), bytes).status, 200);
    QCOMPARE(ben.post(u"/api/v1/commands"_s, encodeCommand(noteWith(ticket, {uploaded(sha256)}))).status, 200);
    QCOMPARE(ben.get(pathOf(sha256)).status, 404);
    QCOMPARE(ada.get(pathOf(sha256)).status, 200);
}

/// Said after the head alone, when not a byte of the body has been sent.
void ServiceUploadsTest::whatIsTooMuchIsRefusedBeforeItIsRead()
{
    const ServedDesk desk(m_places.newPlace(false));
    const ServiceProcess service(desk.place,
                                 {u"--limits-upload-megabytes=1"_s, u"--limits-upload-quota-megabytes=2"_s});
    const QByteArray token = ServiceProcess::openSession(desk.place, desk.ada);
    ServiceClient ada(service.url(), token);
    ServiceClient ben(service.url(), ServiceProcess::openSession(desk.place, desk.ben));
    const auto refusalOf = [&service, &token](qint64 announced) {
        RawClient client(service.port());
        const RawResponse answer = client.ask(headOf(sha256Of("any"), token, announced));
        const bool closes = client.isClosed();
        return u"%1 %2 %3"_s.arg(answer.status)
            .arg(QJsonDocument::fromJson(answer.body)[u"payload"_s][u"reason"_s].toString())
            .arg(closes);
    };
    QCOMPARE(refusalOf(kibi * kibi + 1), u"413 too-large 1"_s);
    // Two thirds of the quota are kept, of the last there is not enough for another.
    const QByteArray first = someBytes(900 * kibi, 1);
    const QByteArray second = someBytes(900 * kibi, 2);
    QCOMPARE(ada.put(pathOf(sha256Of(first)), first).status, 200);
    QCOMPARE(ada.put(pathOf(sha256Of(second)), second).status, 200);
    QCOMPARE(refusalOf(900 * kibi), u"413 quota 1"_s);
    // Whoever asks before is told how much there is room for.
    const QJsonObject room = ada.get(pathOf(sha256Of("any"))).json()[u"payload"_s].toObject();
    QCOMPARE(room[u"largest"_s].toInteger(), kibi * kibi);
    QCOMPARE(room[u"room"_s].toInteger(), 248 * kibi);
    // The one that is there may come again, and others have a quota of their own.
    QCOMPARE(ada.put(pathOf(sha256Of(first)), first).status, 200);
    QCOMPARE(ben.put(pathOf(sha256Of(first)), first).status, 200);
    // Nobody has said how many these will be: they end where the room does.
    RawClient chunked(service.port());
    chunked.send(headOf(sha256Of("any"), token, -1));
    const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, 'a') + "\r\n";
    RawResponse answer;
    for (int i = 0; i < 16 && answer.status == 0; ++i) {
        if (!chunked.send(chunk) || !chunked.isSilent(20))
            answer = chunked.response();
    }
    QCOMPARE(answer.status, 413);
    QTRY_COMPARE(uploadBytes(ada), 0.0);
}

void ServiceUploadsTest::whoMayNotWriteSendsNothing()
{
    const ServedDesk desk(m_places.newPlace(false));
    const ServiceProcess service(desk.place);
    const QByteArray reader = ServiceProcess::openApiToken(desk.place, desk.ada, int(AccessScope::Read));
    const auto statusOf = [&service](const QByteArray &token) {
        RawClient client(service.port());
        const int status = client.ask(headOf(sha256Of("any"), token, 1000)).status;
        return client.isClosed() ? status : -status;
    };
    QCOMPARE(statusOf("dhs_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), 401);
    QCOMPARE(statusOf(reader), 403);
    ServiceClient client(service.url(), reader);
    QCOMPARE(client.get(pathOf(sha256Of("any"))).status, 403);
}

void ServiceUploadsTest::whatIsNotWhatItSaysIsRefused()
{
    const ServedDesk desk(m_places.newPlace(false));
    const ServiceProcess service(desk.place);
    ServiceClient ada(service.url(), ServiceProcess::openSession(desk.place, desk.ada));
    const QByteArray sha256 = sha256Of("what it says");
    const ServiceAnswer wrong = ada.put(pathOf(sha256), "what it is");
    QCOMPARE(wrong.status, 422);
    QCOMPARE(reasonOf(wrong), u"wrong-hash"_s);
    QCOMPARE(ada.get(pathOf(sha256)).status, 404);
    QCOMPARE(ada.put(u"/api/v1/uploads/0123"_s, "what it is").status, 404);
    QCOMPARE(ada.put(u"/api/v1/uploads/"_s + QString::fromLatin1(sha256.toHex().toUpper()), "what it says").status,
             404);
    QCOMPARE(ada.put(pathOf(sha256Of({})), {}).status, 422);
    QCOMPARE(ada.put(pathOf(sha256), "what it says").status, 200);
}

/// Neither a file nor a row nor a part of a quota.
void ServiceUploadsTest::whoIsCutOffLeavesNothing()
{
    const QTemporaryDir folder;
    const ServedDesk desk(m_places.newPlace(false));
    ServiceProcess service(desk.place, {u"--listen-upload-folder="_s + folder.path()});
    const QByteArray token = ServiceProcess::openSession(desk.place, desk.ada);
    ServiceClient ada(service.url(), token);
    const QByteArray bytes = someBytes(900'000);
    const QByteArray sha256 = sha256Of(bytes);
    {
        RawClient client(service.port());
        client.send(headOf(sha256, token, bytes.size()) + bytes.left(800'000));
        QTRY_COMPARE(uploadBytes(ada), double(bytes.size()));
        client.reset();
    }
    QTRY_COMPARE(uploadBytes(ada), 0.0);
    QVERIFY(QDir(folder.path()).isEmpty());
    QCOMPARE(ada.get(pathOf(sha256)).status, 404);
    RawClient client(service.port());
    client.send(headOf(sha256, token, bytes.size()) + bytes.left(800'000));
    QTRY_COMPARE(uploadBytes(ada), double(bytes.size()));
    service.kill();
    QVERIFY(QDir(folder.path()).isEmpty());
    service.start();
    QCOMPARE(ada.get(pathOf(sha256)).status, 404);
    QCOMPARE(ada.put(pathOf(sha256), bytes).status, 200);
}

void ServiceUploadsTest::aPersonSendsAFewAtOnce()
{
    const ServedDesk desk(m_places.newPlace(false));
    const ServiceProcess service(desk.place);
    const QByteArray token = ServiceProcess::openSession(desk.place, desk.ada);
    ServiceClient ada(service.url(), token);
    std::vector<RawClient> clients;
    for (int i = 0; i < 8; ++i) {
        clients.emplace_back(service.port());
        clients.back().send(headOf(sha256Of("any"), token, 1000));
    }
    QTRY_COMPARE(uploadBytes(ada), 8000.0);
    RawClient ninth(service.port());
    const RawResponse refused = ninth.ask(headOf(sha256Of("any"), token, 1000));
    QCOMPARE(refused.status, 429);
    QVERIFY(headerOf(refused.headers, "Retry-After").toInt() >= 1);
    clients.pop_back();
    QTRY_COMPARE(ada.put(pathOf(sha256Of("file")), "file").status, 200);
}

/// As large as one may be; what is in memory of it at a time does not depend on that.
void ServiceUploadsTest::memoryDoesNotGrowWithTheBody()
{
    const QString place = placeOfRow();
    if (place.isEmpty())
        QSKIP("PostgreSQL is not installed");
    constexpr qint64 bound = 16 * kibi;
    const ServedDesk desk(place);
    const ServiceProcess service(desk.place);
    ServiceClient ada(service.url(), ServiceProcess::openSession(desk.place, desk.ada));
    const QByteArray little = someBytes(2 * kibi * kibi, 1);
    QCOMPARE(ada.put(pathOf(sha256Of(little)), little).status, 200); // whatever the first one takes
    const QByteArray bytes = someBytes(64 * kibi * kibi, 2);
    const QByteArray sha256 = sha256Of(bytes);
    const qint64 before = peakKilobytes(service);
    QCOMPARE(ada.put(pathOf(sha256), bytes).status, 200);
    const qint64 more = peakKilobytes(service) - before;
    qInfo("64 MiB: %lld KiB more at the most", more);
    QVERIFY2(more < bound, qPrintable(QString::number(more)));
    QCOMPARE(ada.get(pathOf(sha256)).json()[u"size"_s].toInteger(), bytes.size());
}

void ServiceUploadsTest::whatIsNotUsedGoes()
{
    const QString place = placeOfRow();
    if (place.isEmpty())
        QSKIP("PostgreSQL is not installed");
    const ServedDesk desk(place);
    const TicketId ticket = newTicket(desk);
    const auto store = must(openUploadStoreAt(desk.place));
    const Instant now = QDateTime::currentMSecsSinceEpoch();
    const QByteArray bytes = someBytes(100'000);
    const QByteArray sha256 = sha256Of(bytes);
    const auto keep = [&](PersonId person, Instant until) {
        mustWork(
            store->keep({person, sha256, bytes.size(), bytes.size() * 2, until - 2, until},
                        [&bytes](qint64 offset, qint64 size) { return Result<QByteArray>(bytes.mid(offset, size)); }));
    };
    const auto isThere = [&](PersonId person, Instant then) {
        return must(store->look(person, sha256, then)).thisBytes.has_value();
    };
    constexpr qint64 hour = 3'600'000;
    keep(desk.ada, now - hour);
    keep(desk.ben, now + hour);
    QVERIFY(isThere(desk.ada, now - 2 * hour));
    // Its time is over: as if it were not there, and soon it is not.
    const ServiceProcess service(desk.place);
    ServiceClient ada(service.url(), ServiceProcess::openSession(desk.place, desk.ada));
    QCOMPARE(ada.get(pathOf(sha256)).status, 404);
    QCOMPARE(ada.post(u"/api/v1/commands"_s, encodeCommand(noteWith(ticket, {uploaded(sha256)}))).status, 422);
    QTRY_VERIFY(!isThere(desk.ada, now - 2 * hour));
    QVERIFY(isThere(desk.ben, now));
    // One that comes now is kept for a day.
    QCOMPARE(ada.put(pathOf(sha256), bytes).status, 200);
    QVERIFY(isThere(desk.ada, now + 23 * hour));
    QVERIFY(!isThere(desk.ada, now + 25 * hour));
}

/// Its JSON is an upload like any other.
void ServiceUploadsTest::aLargeCommandIsSentBeforeItself()
{
    const ServedDesk desk(m_places.newPlace(false));
    const TicketId ticket = newTicket(desk);
    const ServiceProcess service(desk.place);
    ServiceClient ada(service.url(), ServiceProcess::openSession(desk.place, desk.ada));
    Command note = noteWith(ticket, {});
    std::get<PostArticle>(note.body).article.text = u"Every line of a log. "_s.repeated(60'000);
    const PackedCommand packed = packedCommand(note);
    QCOMPARE(packed.uploads.size(), 1);
    QVERIFY(packed.json.size() < 200);
    QCOMPARE(reasonOf(ada.post(u"/api/v1/commands"_s, packed.json)), u"upload-missing"_s);
    QByteArray first;
    for (int i = 0; i < 2; ++i) { // an answer was lost: all of it again
        for (auto upload = packed.uploads.begin(); upload != packed.uploads.end(); ++upload)
            QCOMPARE(ada.put(pathOf(upload.key()), upload.value()).status, 200);
        const ServiceAnswer done = ada.post(u"/api/v1/commands"_s, packed.json);
        QCOMPARE(done.status, 200);
        QVERIFY(first.isEmpty() || first == done.body);
        first = done.body;
        QTRY_COMPARE(ada.get(pathOf(packed.uploads.begin().key())).status, 404); // used
    }
    QCOMPARE(articlesIn(desk, ticket).size(), 1);
}

void ServiceUploadsTest::aClientSendsWhatIsLargeByItself()
{
    const QString place = placeOfRow();
    if (place.isEmpty())
        QSKIP("PostgreSQL is not installed");
    const ServedDesk desk(place);
    const TicketId ticket = newTicket(desk);
    const ServiceProcess service(desk.place);
    RemoteDeskOptions options;
    options.place.service = must(serverUrl(service.url().toString()));
    options.token = ServiceProcess::openSession(desk.place, desk.ada);
    RemoteDesk remote(options);
    const QVector<QByteArray> files{someBytes(5'000'000, 1), someBytes(70'000, 2), someBytes(1000, 3)};
    QVector<NewAttachment> attachments;
    for (const QByteArray &file : files)
        attachments.append({u"file.bin"_s, u"application/octet-stream"_s, file, false, {}});
    Command note = noteWith(ticket, attachments);
    note.actor = desk.ada;
    std::get<PostArticle>(note.body).article.text = u"Every line of a log. "_s.repeated(60'000);
    const CommandAnswer done = must(await(remote.submit(note)));
    QCOMPARE(must(await(remote.submit(note))).article, done.article);
    const QVector<Article> articles = articlesIn(desk, ticket);
    QCOMPARE(articles.size(), 1);
    QCOMPARE(articles.first().attachments.size(), files.size());
    for (qsizetype i = 0; i < files.size(); ++i)
        QCOMPARE(must(await(remote.blob(articles.first().attachments[i].sha256, desk.ada))), files[i]);
}

void ServiceUploadsTest::aClientHearsWhatIsTooLarge()
{
    const ServedDesk desk(m_places.newPlace(false));
    const TicketId ticket = newTicket(desk);
    const ServiceProcess service(desk.place, {u"--limits-upload-megabytes=1"_s});
    RemoteDeskOptions options;
    options.place.service = must(serverUrl(service.url().toString()));
    options.token = ServiceProcess::openSession(desk.place, desk.ada);
    RemoteDesk remote(options);
    // More than can be on its way when it is refused.
    const Command note =
        noteWith(ticket, {{u"file.bin"_s, u"application/octet-stream"_s, someBytes(40 * kibi * kibi), false, {}}});
    const Result<CommandAnswer> answer = await(remote.submit(note));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Invalid);
    QCOMPARE(answer.error().payload.value(u"reason"_s).toString(), u"too-large"_s);
    QVERIFY(articlesIn(desk, ticket).isEmpty());
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ServiceUploadsTest)
#include "service_uploads_test.moc"
