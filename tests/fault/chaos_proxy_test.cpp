// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/chaos_proxy.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

namespace deskhand::test {

/// The proxy that other tests break their network with does what it says.
class ChaosProxyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void bytesPass();
    void bytesAreDelayed();
    void bytesAreThrottled();
    void aClosedWayResets();
    void aSilentWayGoesOnLater();
    void connectionsAreReset();
    void connectionsAreClosed();
    void halfClosedIsOneWay();
    void answersAreTruncated();
    void requestsAreDoubled();

private:
    std::unique_ptr<QTcpSocket> newClient();
    static QByteArray heardBy(QTcpSocket &client); ///< the next that comes

    std::unique_ptr<QTcpServer> m_echo; ///< sends back what comes
    QByteArray m_heard;                 ///< by all its connections
    std::unique_ptr<ChaosProxy> m_proxy;
};

void ChaosProxyTest::init()
{
    m_heard.clear();
    m_echo = std::make_unique<QTcpServer>();
    QVERIFY(m_echo->listen(QHostAddress::LocalHost));
    connect(m_echo.get(), &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = m_echo->nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            const QByteArray bytes = socket->readAll();
            m_heard += bytes;
            socket->write(bytes);
        });
    });
    m_proxy = std::make_unique<ChaosProxy>(m_echo->serverPort());
}

void ChaosProxyTest::cleanup()
{
    m_proxy.reset();
    m_echo.reset();
}

std::unique_ptr<QTcpSocket> ChaosProxyTest::newClient()
{
    auto client = std::make_unique<QTcpSocket>();
    client->connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(m_proxy->port()));
    return client;
}

QByteArray ChaosProxyTest::heardBy(QTcpSocket &client)
{
    return QTest::qWaitFor([&client] { return client.bytesAvailable() > 0; }) ? client.readAll() : QByteArray();
}

void ChaosProxyTest::bytesPass()
{
    const auto client = newClient();
    const QByteArray much(3'000'000, 'x');
    client->write(much);
    QTRY_COMPARE(client->bytesAvailable(), much.size());
    QCOMPARE(client->readAll(), much);
    QCOMPARE(m_proxy->bytesPassed(ChaosWay::ToServer), much.size());
    QCOMPARE(m_proxy->accepted(), 1);
    client->disconnectFromHost();
    QTRY_COMPARE(m_proxy->open(), 0);
}

void ChaosProxyTest::bytesAreDelayed()
{
    m_proxy->setWeather({100, 20, 0, 0});
    const auto client = newClient();
    QElapsedTimer timer;
    timer.start();
    client->write("ping");
    QCOMPARE(heardBy(*client), QByteArray("ping"));
    QVERIFY2(timer.elapsed() >= 200, qPrintable(QString::number(timer.elapsed())));
}

void ChaosProxyTest::bytesAreThrottled()
{
    m_proxy->setWeather({0, 0, 50'000, 0});
    const auto client = newClient();
    QElapsedTimer timer;
    timer.start();
    client->write(QByteArray(50'000, 'x'));
    QTRY_COMPARE(client->bytesAvailable(), 50'000);
    QVERIFY2(timer.elapsed() >= 800, qPrintable(QString::number(timer.elapsed())));
}

void ChaosProxyTest::aClosedWayResets()
{
    const auto before = newClient();
    before->write("a");
    QCOMPARE(heardBy(*before), QByteArray("a"));
    m_proxy->setOpen(false);
    QTRY_COMPARE(before->state(), QAbstractSocket::UnconnectedState);
    const auto closed = newClient();
    closed->write("b");
    QTRY_COMPARE(closed->state(), QAbstractSocket::UnconnectedState);
    m_proxy->setOpen(true);
    const auto after = newClient();
    after->write("c");
    QCOMPARE(heardBy(*after), QByteArray("c"));
    QCOMPARE(m_heard, QByteArray("ac"));
}

void ChaosProxyTest::aSilentWayGoesOnLater()
{
    const auto client = newClient();
    client->write("a");
    QCOMPARE(heardBy(*client), QByteArray("a"));
    m_proxy->setSilent(true);
    client->write("b");
    QTest::qWait(200);
    QCOMPARE(m_heard, QByteArray("a"));
    QCOMPARE(client->state(), QAbstractSocket::ConnectedState);
    m_proxy->setSilent(false);
    QCOMPARE(heardBy(*client), QByteArray("b"));
}

void ChaosProxyTest::connectionsAreReset()
{
    const auto client = newClient();
    client->write("a");
    QCOMPARE(heardBy(*client), QByteArray("a"));
    m_proxy->resetAll();
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    m_proxy->setWeather({0, 0, 0, 1000});
    const auto unlucky = newClient();
    unlucky->write("b");
    QTRY_COMPARE(unlucky->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_heard, QByteArray("a"));
}

void ChaosProxyTest::connectionsAreClosed()
{
    const auto client = newClient();
    client->write("a");
    QCOMPARE(heardBy(*client), QByteArray("a"));
    m_proxy->closeAll();
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(client->error(), QAbstractSocket::RemoteHostClosedError);
}

void ChaosProxyTest::halfClosedIsOneWay()
{
    const auto client = newClient();
    client->write("a");
    QCOMPARE(heardBy(*client), QByteArray("a"));
    m_proxy->halfCloseAll();
    client->write("b");
    QTRY_COMPARE(m_heard, QByteArray("ab"));
    QVERIFY(client->readAll().isEmpty());
}

void ChaosProxyTest::answersAreTruncated()
{
    const auto client = newClient();
    m_proxy->truncateAfter(ChaosWay::ToClient, 3);
    client->write("abcdef");
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(client->readAll(), QByteArray("abc"));
    const auto next = newClient();
    next->write("abcdef");
    QTRY_COMPARE(next->bytesAvailable(), 6);
}

void ChaosProxyTest::requestsAreDoubled()
{
    m_proxy->setDuplicating(true);
    const auto client = newClient();
    client->write("a");
    QTRY_COMPARE(m_heard, QByteArray("aa"));
    QCOMPARE(heardBy(*client), QByteArray("a"));
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ChaosProxyTest)
#include "chaos_proxy_test.moc"
