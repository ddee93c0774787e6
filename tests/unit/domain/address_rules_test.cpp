// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/address_rules.h"

#include <QtTest>

using namespace deskhand;

class AddressRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mailAddresses()
    {
        for (const char *good : {"a@b", "rita@customer.example", "\"a@b\"@c.example"})
            QVERIFY2(looksLikeAddress(QString::fromLatin1(good)), good);
        for (const char *bad : {"", "@", "a@", "@b", "a b@c", "a@b, c@d", "a@b;", "a@b\tc"})
            QVERIFY2(!looksLikeAddress(QString::fromLatin1(bad)), bad);
        QVERIFY(!looksLikeAddress(QString(longestMailAddress, u'a') + QStringLiteral("@b")));
    }

    void onlyLoopbackIsThisComputer()
    {
        for (const char *here : {"localhost", "LocalHost", "127.0.0.1", "127.8.9.10", "::1", "[::1]"})
            QVERIFY2(isThisComputer(QString::fromLatin1(here)), here);
        for (const char *elsewhere : {"", "127.example.com", "127.0.0.1.example.com", "1127.0.0.1",
                                      "localhost.example.com", "128.0.0.1", "::2", "127.0.0.1\n"})
            QVERIFY2(!isThisComputer(QString::fromLatin1(elsewhere)), elsewhere);
    }

    void urlsOfHttps()
    {
        QVERIFY(isHttpsUrl(QStringLiteral("https://login.example/token")));
        for (const char *bad : {"", "https://", "http://login.example", "login.example", "https://a b/", "ftp://a"})
            QVERIFY2(!isHttpsUrl(QString::fromLatin1(bad)), bad);
    }
};

QTEST_APPLESS_MAIN(AddressRulesTest)
#include "address_rules_test.moc"
