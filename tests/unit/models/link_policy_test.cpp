// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/link_policy.h"

#include <QtTest>

using namespace deskhand;

using Kind = LinkVerdict::Kind;
using Reason = LinkVerdict::Reason;
Q_DECLARE_METATYPE(deskhand::LinkVerdict::Kind)
Q_DECLARE_METATYPE(deskhand::LinkVerdict::Reason)

class LinkPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<QString>("href");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Reason>("reason");
        const auto row = [](const char *href, const char *shown, Kind kind, Reason reason) {
            QTest::addRow("%s | %s", href, shown)
                << QString::fromUtf8(href) << QString::fromUtf8(shown) << kind << reason;
        };
        row("https://desk.example/a", "click here", Kind::Open, Reason::None);
        row("https://desk.example/a", "https://desk.example/a", Kind::Open, Reason::None);
        row("https://www.desk.example/a", "desk.example", Kind::Open, Reason::None);
        row("http://desk.example", "Report.pdf", Kind::Open, Reason::None);
        row("HTTPS://Desk.Example/", "https://desk.example", Kind::Open, Reason::None);
        row("mailto:sarah@example.org", "sarah@example.org", Kind::Open, Reason::None);
        row("tel:+4912345", "+49 12345", Kind::Open, Reason::None);
        row("https://evil.example/login", "https://bank.example/login", Kind::Ask, Reason::OtherHost);
        row("https://bank.example.evil.example/", "bank.example", Kind::Ask, Reason::OtherHost);
        row("https://evil.example/", "www.bank.example", Kind::Ask, Reason::OtherHost);
        row("mailto:thief@evil.example", "sarah@example.org", Kind::Ask, Reason::OtherHost);
        row("https://bank.example@evil.example/", "sign in", Kind::Ask, Reason::UserInfo);
        row("https://b\xd0\xb0nk.example/", "sign in", Kind::Ask, Reason::ForeignLetters);
        row("https://xn--bnk-6cd.example/", "sign in", Kind::Ask, Reason::ForeignLetters);
        row("javascript:alert(1)", "click", Kind::Refuse, Reason::Scheme);
        row("file:///etc/passwd", "click", Kind::Refuse, Reason::Scheme);
        row("smb://host/share", "click", Kind::Refuse, Reason::Scheme);
        row("data:text/html,<script>", "click", Kind::Refuse, Reason::Scheme);
        row("ms-msdt:/id", "click", Kind::Refuse, Reason::Scheme);
        row("/etc/passwd", "click", Kind::Refuse, Reason::Broken);
        row("page.html", "click", Kind::Refuse, Reason::Broken);
        row("https://", "click", Kind::Refuse, Reason::Broken);
        row("", "click", Kind::Refuse, Reason::Broken);
    }

    void judges()
    {
        QFETCH(QString, href);
        QFETCH(QString, shown);
        const LinkVerdict verdict = judgeLink(href, shown);
        QTEST(verdict.kind, "kind");
        QTEST(verdict.reason, "reason");
        QVERIFY(verdict.url.userInfo().isEmpty() || verdict.url.scheme() == QLatin1String("mailto"));
    }

    void showsForeignLettersInAscii()
    {
        const LinkVerdict verdict = judgeLink(QString::fromUtf8("https://b\xd0\xb0nk.example/"), QStringLiteral("x"));
        QCOMPARE(verdict.host, QStringLiteral("xn--bnk-6cd.example"));
    }
};

QTEST_APPLESS_MAIN(LinkPolicyTest)
#include "link_policy_test.moc"
