// SPDX-License-Identifier: GPL-3.0-or-later
// The small parts of the service: packing, rates, log, figures, the word to the service manager.
#include "base/logging.h"
#include "service/endpoints/gzip.h"
#include "service/endpoints/request_rates.h"
#include "service/endpoints/safe_command.h"
#include "service/watch/service_log.h"
#include "service/watch/service_manager.h"
#include "service/watch/service_metrics.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <zlib.h>

namespace deskhand {
namespace {

QByteArray unpacked(const QByteArray &packed, qsizetype size)
{
    QByteArray bytes(size + 1, Qt::Uninitialized);
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(bytes.data());
    stream.avail_out = uInt(bytes.size());
    const int end = inflate(&stream, Z_FINISH);
    bytes.truncate(end == Z_STREAM_END ? qsizetype(stream.total_out) : 0);
    inflateEnd(&stream);
    return bytes;
}

} // namespace

class ServicePartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPackedIsTheSameUnpacked()
    {
        QByteArray bytes;
        for (int i = 0; i < 20'000; ++i)
            bytes += "{\"id\":" + QByteArray::number(i * 7919 % 10'007) + "},";
        const QByteArray packed = gzipped(bytes);
        QVERIFY(packed.size() < bytes.size() / 3);
        QCOMPARE(unpacked(packed, bytes.size()), bytes);
        QCOMPARE(unpacked(gzipped({}), 0), QByteArray());
    }

    void packingIsAskedFor()
    {
        QVERIFY(acceptsGzip("gzip, deflate"));
        QVERIFY(acceptsGzip("deflate;q=1, GZIP;q=0.5"));
        QVERIFY(acceptsGzip("*"));
        QVERIFY(!acceptsGzip("gzip;q=0"));
        QVERIFY(!acceptsGzip("br"));
        QVERIFY(!acceptsGzip(""));
    }

    void ratesRefill()
    {
        RequestRates rates;
        const QUuid one = QUuid::createUuid();
        const RequestRates::Rate rate{10, 20};
        RequestRates::Clock::time_point now{std::chrono::hours(1)};
        for (int i = 0; i < 20; ++i)
            QCOMPARE(rates.take(one, rate, now), 0);
        QCOMPARE(rates.take(one, rate, now), 1);
        QCOMPARE(rates.take(QUuid::createUuid(), rate, now), 0);
        now += std::chrono::milliseconds(500);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(rates.take(one, rate, now), 0);
        QVERIFY(rates.take(one, rate, now) > 0);
    }

    void logLinesAreJson()
    {
        QVector<QByteArray> lines;
        ServiceLog log(LogLevel::Info, [&](const QByteArray &line) { lines.append(line); });
        log.tell(LogLevel::Debug, "not-told");
        log.tell(LogLevel::Info, "told", {{QStringLiteral("port"), 17}});
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines[0].count('\n'), 1);
        const QJsonObject line = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(line[QStringLiteral("event")].toString(), QStringLiteral("told"));
        QCOMPARE(line[QStringLiteral("level")].toString(), QStringLiteral("info"));
        QCOMPARE(line[QStringLiteral("port")].toInt(), 17);
        QVERIFY(QDateTime::fromString(line[QStringLiteral("time")].toString(), Qt::ISODateWithMs).isValid());
    }

    void messagesOfOthersAreNotRepeated()
    {
        QVector<QByteArray> lines;
        {
            ServiceLog log(LogLevel::Debug, [&](const QByteArray &line) { lines.append(line); });
            log.takeOver();
            qWarning("mail from ann@customer.example could not be shown");
            qCWarning(lcStore, "the watch has lost its connection");
        }
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].contains("\"category\":\"default\""));
        QVERIFY(!lines[0].contains("ann@customer.example"));
        QVERIFY(lines[1].contains("the watch has lost its connection"));
    }

    void figuresHaveTheirForm()
    {
        ServiceMetrics metrics;
        metrics.noteRequest("tickets", 200, 4'000);
        metrics.noteRequest("tickets", 200, 40'000'000);
        metrics.noteRequest("tickets", 404, 900);
        metrics.noteDesk("tickets", false, 2'000);
        metrics.notePushed(3, 300);
        QByteArray text = metrics.text();
        writeEdgeMetrics(&text, EdgeFigures());
        QVERIFY(text.contains("deskhand_requests_total{endpoint=\"tickets\",status=\"200\"} 2\n"));
        QVERIFY(text.contains("deskhand_request_seconds_bucket{endpoint=\"tickets\",le=\"0.001\"} 1\n"));
        QVERIFY(text.contains("deskhand_request_seconds_bucket{endpoint=\"tickets\",le=\"0.005\"} 2\n"));
        QVERIFY(text.contains("deskhand_request_seconds_bucket{endpoint=\"tickets\",le=\"30\"} 2\n"));
        QVERIFY(text.contains("deskhand_request_seconds_bucket{endpoint=\"tickets\",le=\"+Inf\"} 3\n"));
        QVERIFY(text.contains("deskhand_desk_failures_total{operation=\"tickets\"} 1\n"));
        QVERIFY(text.contains("deskhand_pushed_messages_total 3\n"));
        // Every sample is of a family that was declared before it, once.
        QSet<QByteArray> families;
        const QRegularExpression sample(QStringLiteral("^([a-z_]+?)(_bucket|_sum|_count)?(\\{[^}]*\\})? [0-9.e+-]+$"));
        for (const QByteArray &line : text.split('\n')) {
            if (line.startsWith("# TYPE ")) {
                QVERIFY2(!families.contains(line.split(' ')[2]), line.constData());
                families.insert(line.split(' ')[2]);
            } else if (!line.isEmpty() && !line.startsWith('#')) {
                const auto match = sample.match(QString::fromLatin1(line));
                QVERIFY2(match.hasMatch(), line.constData());
                QVERIFY2(families.contains(match.captured(1).toLatin1()), line.constData());
            }
        }
    }

    void serviceManagerIsTold()
    {
        QTemporaryDir folder;
        const QByteArray path = folder.filePath(QStringLiteral("notify")).toUtf8();
        const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::copy(path.cbegin(), path.cend(), address.sun_path);
        QCOMPARE(::bind(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        qputenv("NOTIFY_SOCKET", path);
        QVERIFY(tellServiceManager("READY=1"));
        QByteArray heard(100, '\0');
        heard.truncate(::recv(descriptor, heard.data(), size_t(heard.size()), MSG_DONTWAIT));
        QCOMPARE(heard, QByteArray("READY=1"));
        ::close(descriptor);
        QFile::remove(QString::fromUtf8(path));
        QVERIFY(!tellServiceManager("READY=1"));
        qunsetenv("NOTIFY_SOCKET");
        QVERIFY(tellServiceManager("READY=1"));
    }

    void htmlFromOutsideIsMadeSafe()
    {
        OpenTicket open;
        open.article = NewArticle();
        open.article->html = QStringLiteral("<p>Hi<script>alert(1)</script><img src=\"file:///etc/passwd\"></p>");
        open.article->remoteImages =
            QStringList{QStringLiteral("https://a.example/x.png"), QStringLiteral("file:///etc/passwd")};
        CommandBody body = open;
        makeSafe(&body);
        const NewArticle article = *std::get<OpenTicket>(body).article;
        QVERIFY(article.html.contains(u"Hi"));
        QVERIFY(!article.html.contains(u"script"));
        QVERIFY(!article.html.contains(u"file:"));
        QCOMPARE(article.remoteImages, (QStringList{QStringLiteral("https://a.example/x.png"), QString()}));
    }
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::ServicePartsTest)
#include "service_parts_test.moc"
