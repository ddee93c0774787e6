// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/server_url.h"

#include <QtTest>

namespace deskhand {

class ServerUrlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTyped_data();
    void whatIsTyped();
};

void ServerUrlTest::whatIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("wanted"); ///< an address, or a reason
    const auto row = [](const char *typed, const char *wanted) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(wanted);
    };
    row("desk.example.org", "https://desk.example.org/");
    row("  desk.example.org:8443 ", "https://desk.example.org:8443/");
    row("https://desk.example.org/support", "https://desk.example.org/support/");
    row("http://localhost:8080", "http://localhost:8080/");
    row("http://127.0.0.1", "http://127.0.0.1/");
    row("http://[::1]:99/", "http://[::1]:99/");
    row("http://desk.example.org", "plain");
    row("ftp://desk.example.org", "scheme");
    row("", "empty");
    row("https://", "host");
    row("https://desk.example.org/?token=1", "host");
    row("https://ada:secret@desk.example.org", "credentials");
}

void ServerUrlTest::whatIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, wanted);
    const Result<QUrl> url = serverUrl(typed);
    QCOMPARE(url ? url->toString() : url.error().payload.value(QStringLiteral("reason")).toString(), wanted);
}

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::ServerUrlTest)
#include "server_url_test.moc"
