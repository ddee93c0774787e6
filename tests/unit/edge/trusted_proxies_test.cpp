// SPDX-License-Identifier: GPL-3.0-or-later
// Whose word counts about for whom a request was made, and which of several names is believed.
#include "edge/trusted_proxies.h"

#include <QTest>

using namespace deskhand;

class TrustedProxiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNetworks_data();
    void knowsNetworks();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void findsTheClient_data();
    void findsTheClient();
    void takesOutWhatStrangersClaim();
};

void TrustedProxiesTest::knowsNetworks_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isIn");
    const auto row = [](const char *network, const char *address, bool isIn) {
        QTest::addRow("%s in %s", address, network)
            << QString::fromLatin1(network) << QString::fromLatin1(address) << isIn;
    };
    row("10.0.0.1", "10.0.0.1", true);
    row("10.0.0.1", "10.0.0.2", false);
    row("10.0.0.1", "::ffff:10.0.0.1", true);
    row("10.1.0.0/16", "10.1.255.255", true);
    row("10.1.0.0/16", "10.2.0.0", false);
    row("10.0.0.0/9", "10.127.0.1", true);
    row("10.0.0.0/9", "10.128.0.1", false);
    row("0.0.0.0/0", "203.0.113.1", true);
    row("0.0.0.0/0", "2001:db8::1", false);
    row("::/0", "203.0.113.1", true);
    row("2001:db8::/32", "2001:db8:ffff::1", true);
    row("2001:db8::/32", "2001:db9::1", false);
    row("::1", "127.0.0.1", false);
    row("10.0.0.0/8", "nobody", false);
}

void TrustedProxiesTest::knowsNetworks()
{
    QFETCH(QString, network);
    QFETCH(QString, address);
    const auto proxies = TrustedProxies::fromTexts({QStringLiteral("192.0.2.1"), network});
    QVERIFY(proxies);
    QTEST(proxies->contains(address), "isIn");
}

void TrustedProxiesTest::refusesWhatIsNone_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "localhost", "10.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8",
                             "10.0.0.0/a", "::/129", "10.0.0.256", "/8"})
        QTest::addRow("\"%s\"", text) << QString::fromLatin1(text);
}

void TrustedProxiesTest::refusesWhatIsNone()
{
    QFETCH(QString, text);
    const auto proxies = TrustedProxies::fromTexts({text});
    QVERIFY(!proxies);
    QCOMPARE(proxies.error().code, ErrorCode::Invalid);
    QCOMPARE(proxies.error().where, QStringLiteral("trustedProxies"));
}

void TrustedProxiesTest::findsTheClient_data()
{
    QTest::addColumn<QByteArray>("named");
    QTest::addColumn<QString>("client");
    const auto row = [](const char *named, const char *client) {
        QTest::addRow("\"%s\"", named) << QByteArray(named) << QString::fromLatin1(client);
    };
    row("", "10.0.0.1");
    row("192.0.2.7", "192.0.2.7");
    row("6.6.6.6, 192.0.2.7", "192.0.2.7"); // the first is what the client itself claimed
    row("6.6.6.6, 192.0.2.7, 10.9.9.9", "192.0.2.7");
    row("10.1.1.1, 10.2.2.2", "10.1.1.1"); // a proxy asks for itself
    row("192.0.2.7:5555", "192.0.2.7");
    row("[2001:db8::1]:80", "2001:db8::1");
    row("2001:db8::1", "2001:db8::1");
    row("192.0.2.7, unknown", "10.0.0.1");
    row("192.0.2.7, unknown, 10.2.2.2", "10.2.2.2");
    row("evil\"<>", "10.0.0.1");
    row(",,,", "10.0.0.1");
}

void TrustedProxiesTest::findsTheClient()
{
    QFETCH(QByteArray, named);
    const auto proxies = TrustedProxies::fromTexts({QStringLiteral("10.0.0.0/8")});
    QVERIFY(proxies);
    HttpRequest request;
    request.headers = {{"X-Forwarded-For", named}};
    proxies->apply({QStringLiteral("10.0.0.1"), true, true}, request);
    QTEST(request.peer, "client");
    QVERIFY(request.secure); // as it came to us, since nothing else was said
}

void TrustedProxiesTest::takesOutWhatStrangersClaim()
{
    const TrustedProxies nobody;
    HttpRequest request;
    request.headers = {{"X-FORWARDED-FOR", "1.1.1.1"}, {"x-forwarded-anything", "a"}, {"Forwarded", "for=1.1.1.1"},
                       {"X-Real-IP", "1.1.1.1"},       {"X-Remote-User", "root"},     {"X-Remote", "stays"}};
    nobody.apply({QStringLiteral("192.0.2.1"), false, false}, request);
    QCOMPARE(request.headers.size(), 1);
    QCOMPARE(request.headers.first().first, QByteArray("X-Remote"));
    QCOMPARE(request.peer, QStringLiteral("192.0.2.1"));
}

QTEST_APPLESS_MAIN(TrustedProxiesTest)
#include "trusted_proxies_test.moc"
