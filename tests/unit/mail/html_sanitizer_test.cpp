// SPDX-License-Identifier: GPL-3.0-or-later
#include "html_checks.h"
#include "mail/html_sanitizer.h"
#include "mail/html_values.h"

#include <QtTest>

using namespace deskhand;
using deskhand::test::htmlProblem;

class HtmlSanitizerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rebuilds_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("safe");
        const auto row = [](const char *html, const char *safe) {
            QTest::newRow(QByteArray(html).left(80).constData()) << QString::fromUtf8(html) << QString::fromUtf8(safe);
        };
        row("plain & simple", "plain &amp; simple");
        row("<p>One<p>Two", "<p>One</p><p>Two</p>");
        row("<script>alert(1)</script>x", "x");
        row("<style>p{color:red}</style><p>x", "<p>x</p>");
        row("<p onclick=alert(1) class=a id=b>x</p>", "<p>x</p>");
        row("<a href='javascript:alert(1)'>x</a>", "x");
        row("<a href=' jAvA\tscript:alert(1)'>x</a>", "x");
        row("<a href='&#106;avascript:alert(1)'>x</a>", "x");
        row("<a href='data:text/html,x'>x</a>", "x");
        row("<a href='file:///etc/passwd'>x</a>", "x");
        row("<a href='//host/share'>x</a>", "x");
        row("<a href='relative.html'>x</a>", "x");
        row("<a href='HTTPS://Example.org/a b'>x</a>", "<a href=\"https://Example.org/a%20b\">x</a>");
        row("<a href='www.example.org'>x</a>", "<a href=\"http://www.example.org\">x</a>");
        row("<a href='mailto:a@x.org' title=T>x</a>", "<a href=\"mailto:a@x.org\" title=\"T\">x</a>");
        row("<a name=top>x</a>", "x");
        row("<a href='http://a.org'>x<a href='http://b.org'>y",
            "<a href=\"http://a.org\">x</a><a href=\"http://b.org\">y</a>");
        row("<img src='cid:a@x' width=10 height=20 alt='a \"b\"'>",
            "<img src=\"cid:a@x\" alt=\"a &quot;b&quot;\" width=\"10\" height=\"20\">");
        row("<img src=/dev/zero alt=pic>", "pic");
        row("<img src=file:///etc/hostname>", "");
        row("<img src=//host/share/x.png alt=x>", "<img src=\"deskhand-remote:0\" alt=\"x\">");
        row("<img src=x.png>", "");
        row("<img src=qrc:/a.png><img src=:/a.png><img src='\\\\.\\pipe\\x'>", "");
        row("<img src=http://t.example/p.gif width=1 height=1>", "");
        row("<img src=http://a.example/1.png><img src=http://a.example/2.png>",
            "<img src=\"deskhand-remote:0\"><img src=\"deskhand-remote:1\">");
        row("<img src='data:image/png;base64,iVBORw0KGgo='>", "<img src=\"data:image/png;base64,iVBORw0KGgo=\">");
        row("<img src='data:image/svg+xml;base64,PHN2Zz4='>", "");
        row("<img src='data:image/png;base64,PHN2Zz4='>", "");
        row("<svg><a href='http://x'>x</a></svg>y", "y");
        row("<math><mi>x</mi></math>y", "y");
        row("<iframe src=http://x></iframe><object data=x></object><embed src=x>y", "y");
        row("<form action=http://x><input name=a><p>Text</p></form>", "<div><p>Text</p></div>");
        row("<unknown><b>x</b></unknown>", "<b>x</b>");
        row("<center>x</center>", "<div style=\"text-align:center\">x</div>");
        row("<p align=right>x", "<p style=\"text-align:right\">x</p>");
        row("<p style='color:RED;position:fixed;background:url(http://x)'>x", "<p style=\"color:#ff0000\">x</p>");
        row("<span style='font-weight:700;color:#abc'>x</span>",
            "<span style=\"color:#aabbcc;font-weight:bold\">x</span>");
        row("<span style='color:expression(alert(1))'>x</span>", "x");
        row("<div style='display:none'>hidden</div>x", "x");
        row("<font color=red face=x size=7>x</font>", "<font color=\"#ff0000\">x</font>");
        row("<table><tr><td bgcolor=#FFF colspan=999>x",
            "<table><tbody><tr><td colspan=\"100\" style=\"background-color:#ffffff\">x</td></tr></tbody></table>");
        row("<table><caption>C</caption><tr><td>x</table>",
            "<div>C</div><table><tbody><tr><td>x</td></tr></tbody></table>");
        row("<p><table><tr><td>x</table>", "<div><table><tbody><tr><td>x</td></tr></tbody></table></div>");
        row("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>");
        row("<pre>\n\n x</pre>", "<pre>\n\n x</pre>");
        row("  leading", "leading");
        row("a\xe2\x80\xae"
            "b",
            "ab");
        row("<b></b><span>x</span><i> </i>", "x<i> </i>");
        row("x<noscript><img src=http://x/></noscript>", "x");
        row("<!-- c --><!DOCTYPE html><?php x ?>y", "y");
        row("<div data-part=quote>q</div><div data-part=evil>r</div>", "<div data-part=\"quote\">q</div><div>r</div>");
    }

    void rebuilds()
    {
        QFETCH(QString, html);
        QFETCH(QString, safe);
        const SafeHtml result = sanitizeHtml(html);
        QCOMPARE(result.html, safe);
        QCOMPARE(htmlProblem(result.html), QString());
        QCOMPARE(sanitizeHtml(result.html).html, result.html);
    }

    void blockedThingsAreListed()
    {
        const SafeHtml safe = sanitizeHtml(QStringLiteral(
            "<img src=http://a.example/1.png><img src=/etc/passwd><img src=http://t.example/p width=1 height=1>"
            "<iframe src=http://f.example></iframe><td background=http://b.example>"
            "<p style='background-image:url(\"http://c.example/x\")'>x"));
        QStringList list;
        for (const BlockedResource &one : safe.blocked)
            list.append(one.kind + u' ' + one.url);
        QCOMPARE(list,
                 (QStringList{QStringLiteral("image http://a.example/1.png"), QStringLiteral("local /etc/passwd"),
                              QStringLiteral("pixel http://t.example/p"), QStringLiteral("frame http://f.example"),
                              QStringLiteral("background http://c.example/x")}));
        QCOMPARE(safe.remoteImages, QStringList{QStringLiteral("http://a.example/1.png")});
    }

    void linkSchemes_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("safe");
        const auto row = [](const QString &raw, const QString &safe) { QTest::newRow(qPrintable(raw)) << raw << safe; };
        row(QStringLiteral("http://x.org"), QStringLiteral("http://x.org"));
        row(QStringLiteral("\x01http://x.org"), QStringLiteral("http://x.org"));
        row(QStringLiteral("ht\ntp://x.org"), QStringLiteral("http://x.org"));
        row(QStringLiteral("http:x.org"), QString());
        row(QStringLiteral("http:///x.org"), QStringLiteral("http://x.org"));
        row(QStringLiteral("http:\\\\x.org"), QStringLiteral("http://x.org"));
        row(QStringLiteral("http://@x.org"), QString());
        row(QStringLiteral("http://"), QString());
        row(QStringLiteral("vbscript:x"), QString());
        row(QStringLiteral("java\0script:x"), QString());
        row(QStringLiteral("ｊavascript:x"), QString());
        row(QStringLiteral("mailto:"), QString());
        row(QStringLiteral("tel:+49 30"), QStringLiteral("tel:+49%2030"));
        row(QStringLiteral("sms:1"), QString());
        row(QStringLiteral("deskhand-remote:0"), QString());
        row(QStringLiteral("cid:a"), QString());
        row(QStringLiteral("http://x.org/") + QString(9000, u'a'), QString());
    }

    void linkSchemes()
    {
        QFETCH(QString, raw);
        QFETCH(QString, safe);
        QCOMPARE(safeLink(raw), safe);
        QCOMPARE(safeLink(safe), safe);
    }

    void colors()
    {
        QCOMPARE(canonicalColor(u"Red").value_or(QString()), QStringLiteral("#ff0000"));
        QCOMPARE(canonicalColor(u"#F80").value_or(QString()), QStringLiteral("#ff8800"));
        QCOMPARE(canonicalColor(u"rgb(1, 2,3)").value_or(QString()), QStringLiteral("#010203"));
        QCOMPARE(canonicalColor(u"rgba(100%,0,0,.5)").value_or(QString()), QStringLiteral("#ff0000"));
        QCOMPARE(canonicalColor(u"00ff00").value_or(QString()), QStringLiteral("#00ff00"));
        QVERIFY(!canonicalColor(u"rgba(1,2,3,0)").has_value());
        QVERIFY(!canonicalColor(u"url(x)").has_value());
        QVERIFY(!canonicalColor(u"#12345").has_value());
        QVERIFY(!canonicalColor(u"inherit").has_value());
        QVERIFY(!canonicalColor(u"rgb(nan,inf,0)").has_value());
    }

    void limits()
    {
        // Words without an end get places to break, once.
        const SafeHtml words = sanitizeHtml(QString(5000, u'w'));
        QCOMPARE(words.html.count(QChar(0x200b)), 4);
        QCOMPARE(sanitizeHtml(words.html).html, words.html);
        QCOMPARE(sanitizeHtml(QStringLiteral("<b>%1</b><i>%1</i>").arg(QString(600, u'w'))).html.count(QChar(0x200b)),
                 1);
        // Tables beyond the fourth level are blocks.
        QString tables;
        for (int i = 0; i < 25; ++i)
            tables += QStringLiteral("<table><tr><td>%1").arg(i);
        const SafeHtml flat = sanitizeHtml(tables);
        QCOMPARE(flat.html.count(QStringLiteral("<table>")), 4);
        QVERIFY(flat.text.contains(QStringLiteral("24")));
        QCOMPARE(sanitizeHtml(flat.html).html, flat.html);
        // Links, pictures, text.
        QCOMPARE(
            sanitizeHtml(QStringLiteral("<a href=http://x.org>x</a>").repeated(3000)).html.count(QStringLiteral("<a ")),
            2000);
        QCOMPARE(sanitizeHtml(QStringLiteral("<img src=cid:x>").repeated(300)).html.count(QStringLiteral("<img")), 200);
        const SafeHtml longText = sanitizeHtml(QStringLiteral("word ").repeated(400'000));
        QVERIFY(longText.cut);
        QVERIFY(longText.text.size() <= 1024 * 1024);
    }

    void plainText_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *html, const char *text) {
            QTest::newRow(QByteArray(html).left(60).constData()) << QString::fromUtf8(html) << QString::fromUtf8(text);
        };
        row("<p>One</p><p>Two</p>", "One\n\nTwo");
        row("One<br>Two<br><br>Three", "One\nTwo\n\nThree");
        row("<div>One</div><div>Two</div>", "One\nTwo");
        row("a  b\n c&nbsp;d", "a b c d");
        row("<ul><li>a<li>b<ul><li>c</ul></ul>x", "- a\n- b\n  - c\n\nx");
        row("<ol><li>a<li>b</ol>", "1. a\n2. b");
        row("a<blockquote>b<br>c<blockquote>d</blockquote></blockquote>e", "a\n\n> b\n> c\n>\n> > d\n\ne");
        row("<a href=http://x.org/a>here</a>", "here <http://x.org/a>");
        row("<a href=http://x.org/>x.org</a> <a href=mailto:a@x.org>a@x.org</a>", "x.org a@x.org");
        row("<pre>a\n  b</pre>", "a\n  b");
        row("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a b\nc d");
        row("<dl><dt>a<dd>b</dl>", "a\n    b");
        row("a<hr>b", "a\n--------\nb");
        row("<img src=cid:x alt=Photo>", "[Photo]");
        row("<h1>T</h1>text", "T\n\ntext");
    }

    void plainText()
    {
        QFETCH(QString, html);
        QFETCH(QString, text);
        QCOMPARE(htmlToPlainText(html), text);
    }

    void textToHtml_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("html");
        const auto row = [](const char *text, const char *html) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(html);
        };
        row("a\nb", "a<br>b");
        row("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;");
        row("  x  y", "\xc2\xa0\xc2\xa0x \xc2\xa0y");
        row("see https://x.org/a?b=1&c, ok",
            "see <a href=\"https://x.org/a?b=1&amp;c\">https://x.org/a?b=1&amp;c</a>, ok");
        row("(www.x.org/a_(b))", "(<a href=\"http://www.x.org/a_(b)\">www.x.org/a_(b)</a>)");
        row("write to ann@x.org.", "write to <a href=\"mailto:ann@x.org\">ann@x.org</a>.");
        row("javascript:alert(1)", "javascript:alert(1)");
        row("a\n> b\n> > c\nd", "a<blockquote>b<blockquote>c</blockquote></blockquote>d");
    }

    void textToHtml()
    {
        QFETCH(QString, text);
        QFETCH(QString, html);
        QCOMPARE(plainTextToHtml(text), html);
        QCOMPARE(htmlProblem(html), QString());
        QCOMPARE(sanitizeHtml(html, {}, false).html, html);
    }

    void quotesAreMarked_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("reply");
        const auto row = [](const char *name, const char *html, const char *reply) {
            QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(reply);
        };
        row("gmail", "<div>Yes.</div><div class=gmail_quote>On 1 May 2020 Ann wrote:<blockquote>Q?</blockquote></div>",
            "Yes.");
        row("gmail prefixed by outlook",
            "<div>Yes.</div><div class=x_gmail_quote>On 1 May 2020 Ann wrote:<blockquote>Q?</blockquote></div>",
            "Yes.");
        row("apple mail",
            "Yes.<br><div>On 1 May 2020, at 10:00, Ann &lt;a@x.org&gt; wrote:</div><br><blockquote "
            "type=cite>Q?</blockquote>",
            "Yes.");
        row("thunderbird",
            "<p>Yes.</p><div class=moz-cite-prefix>Am 1.5.2020 um 10:00 schrieb Ann:<br></div><blockquote "
            "type=cite>Q?</blockquote>",
            "Yes.");
        row("outlook web",
            "<div>Yes.</div><div id=appendonsend></div><hr><div id=divRplyFwdMsg>From: Ann</div><div>Q?</div>", "Yes.");
        row("outlook",
            "<div><p>Yes.</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>"
            "<p><b>From:</b> Ann<br><b>Sent:</b> 1 May 2020<br><b>Subject:</b> Q</p></div></div><p>Q?</p></div>",
            "Yes.");
        row("headers in the text",
            "<p>Yes.</p><p><b>Von:</b> Ann<br><b>Gesendet:</b> 1. Mai 2020<br><b>An:</b> Bo<br><b>Betreff:</b> "
            "Q</p><p>Q?</p>",
            "Yes.");
        row("signature", "<p>Yes.</p><div class=gmail_signature>Ann Lee</div>", "Yes.");
        row("no quote", "<p>Yes.</p><blockquote>A saying.</blockquote>", "Yes.\n\n> A saying.");
        row("in a table",
            "<table><tr><td>Yes.</td></tr><tr><td>On 1 May 2020 Ann &lt;a@x.org&gt; "
            "wrote:</td></tr><tr><td><blockquote>Q?</blockquote></td></tr></table>",
            "Yes.");
    }

    void quotesAreMarked()
    {
        QFETCH(QString, html);
        QFETCH(QString, reply);
        const SafeHtml safe = sanitizeHtml(html);
        QCOMPARE(safe.reply, reply);
        QVERIFY(safe.text.size() >= safe.reply.size());
        QCOMPARE(htmlProblem(safe.html), QString());
        QCOMPARE(sanitizeHtml(safe.html).html, safe.html);
        QCOMPARE(sanitizeHtml(safe.html).reply, reply);
    }

    void marksOfAnEarlierTimeAreKept()
    {
        // A signature told by its markup, and then a quote told by its text: both, and no more the second time.
        const QString html =
            QStringLiteral("<p>Yes.</p><div class=gmail_signature>Ann</div><p>On 1 May 2020 Ann &lt;a@x.org&gt; "
                           "wrote:</p><blockquote>Q?</blockquote>");
        const SafeHtml once = sanitizeHtml(html);
        QCOMPARE(once.html.count(QStringLiteral("data-part")), 2);
        QCOMPARE(once.reply, QStringLiteral("Yes."));
        const SafeHtml twice = sanitizeHtml(once.html);
        QCOMPARE(twice.html, once.html);
        QCOMPARE(twice.reply, once.reply);
        QVERIFY(twice.hasQuote);
        // A mail of ours that somebody quotes brings its marks; what holds it is found all the same.
        const SafeHtml reply =
            sanitizeHtml(QStringLiteral("<p>Thanks!</p><div class=gmail_quote>On 1 May 2020 Bo wrote:<blockquote>%1"
                                        "</blockquote></div>")
                             .arg(once.html));
        QCOMPARE(reply.reply, QStringLiteral("Thanks!"));
        QCOMPARE(reply.html.count(QStringLiteral("data-part")), 1);
        // A mark that nothing is left of is none.
        const SafeHtml empty =
            sanitizeHtml(QStringLiteral("<div data-part=quote></div><p>Yes.</p><p>On 1 May 2020 Ann &lt;a@x.org&gt; "
                                        "wrote:</p><blockquote>Q?</blockquote>"));
        QCOMPARE(empty.reply, QStringLiteral("Yes."));
    }

    void forwardsAreToldApart()
    {
        const QString html = QStringLiteral(
            "FYI<div class=gmail_quote>---------- Forwarded message ---------<br>From: Ann<br><br>Text</div>");
        QVERIFY(sanitizeHtml(html).html.contains(QStringLiteral("<div data-part=\"forward\">")));
    }
};

QTEST_APPLESS_MAIN(HtmlSanitizerTest)
#include "html_sanitizer_test.moc"
