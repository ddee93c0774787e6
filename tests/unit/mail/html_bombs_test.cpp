// SPDX-License-Identifier: GPL-3.0-or-later
// HTML that is made to cost time or memory, and random HTML: an answer within the contract, always.
#include "html_checks.h"
#include "mail/html_sanitizer.h"
#include "support/nightly.h"
#include "work_clock.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace deskhand;
using deskhand::test::htmlProblem;
using deskhand::test::mostMilliseconds;
using deskhand::test::randomRounds;
using deskhand::test::WorkClock;

namespace {

/// Everything that an HTML parser treats specially, in pieces.
QStringList soupPieces()
{
    QStringList pieces =
        QString::fromLatin1(
            "<p>~</p>~<div>~</div>~<b>~</b>~<i>~</i>~<a "
            "href=http://x.org>~</a>~<table>~</table>~<tr>~<td>~</td>~<th>~<tbody>~"
            "<caption>~<ul>~<ol>~<li>~</li>~</ul>~<dl>~<dt>~<dd>~</dl>~<h1>~<h2>~</h1>~<pre>~</"
            "pre>~<blockquote>~</blockquote>~<br>~"
            "<hr>~<img src=cid:a>~<font color=red>~</font>~<span "
            "style=color:red>~</span>~<center>~<form>~</form>~<select>~<option>~"
            "<svg>~</svg>~<math>~<mi>~<script>~</script>~<style>~</style>~<textarea>~</"
            "textarea>~<template>~</template>~<button>~"
            "</button>~<object>~</object>~<marquee>~<nobr>~<noscript>~<frameset>~<body>~</"
            "body>~<html>~<head>~<!--~-->~<![CDATA[~]]>~"
            "text~&amp;~&lt;~&#0;~<plaintext>~<xmp>~</xmp>~<iframe>~</iframe>~<title>~</"
            "title>~<address>~<section>~<u>~<sub>~<code>~"
            "On 1 May 2020 Ann &lt;a@x.org&gt; wrote:<br>~<div class=gmail_quote>~<div "
            "style=display:none>~</br>~</tr>~<image src=x>~"
            "<col>~<thead>~<div data-part=quote>~<hr tabindex=-1>~<blockquote type=cite>~<div class=gmail_signature>~"
            "From: Ann &lt;a@x.org&gt;<br>~Subject: x<br>~-- <br>~&gt; quoted<br>")
            .split(u'~');
    pieces << QStringLiteral(" ") << QStringLiteral("\n") << QString(QChar(0xa0));
    return pieces;
}

} // namespace

class HtmlBombsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bombs_data()
    {
        QTest::addColumn<QString>("html");
        QString fonts;
        for (int i = 0; i < 20'000; ++i)
            fonts += QStringLiteral("<font color=%1>").arg(i);
        QString attributes = QStringLiteral("<a ");
        for (int i = 0; i < 200'000; ++i)
            attributes += QStringLiteral("a%1=b ").arg(i);
        QTest::newRow("div") << QStringLiteral("<div>").repeated(100'000);
        QTest::newRow("span") << QStringLiteral("<span>").repeated(100'000);
        QTest::newRow("b and p") << QStringLiteral("<b><p>").repeated(100'000);
        QTest::newRow("table cells") << QStringLiteral("<table><td>").repeated(100'000);
        QTest::newRow("lists") << QStringLiteral("<ul><li>").repeated(100'000);
        QTest::newRow("definition lists") << QStringLiteral("<li><dd>").repeated(100'000);
        QTest::newRow("misnested") << QStringLiteral("<b><div></b>").repeated(100'000);
        QTest::newRow("misnested in cells") << QStringLiteral("<div><table><td></div>").repeated(50'000);
        QTest::newRow("spans that do not close") << QStringLiteral("<span><div></span>").repeated(60'000);
        QTest::newRow("fonts and paragraphs") << fonts + QStringLiteral("<p>x</p>").repeated(50'000);
        QTest::newRow("formats that come back") << QStringLiteral("<p><i a=1><b b=2></p>").repeated(50'000);
        QTest::newRow("anchors") << QStringLiteral("<a href=http://x.org>").repeated(100'000);
        QTest::newRow("attributes") << attributes + QStringLiteral(">x");
        QTest::newRow("comments") << QStringLiteral("<!--").repeated(500'000);
        QTest::newRow("closed comments") << QStringLiteral("<!---->").repeated(300'000);
        QTest::newRow("entities") << QStringLiteral("&lt;").repeated(500'000);
        QTest::newRow("less than") << QString(2'000'000, u'<');
        QTest::newRow("svg") << QStringLiteral("<svg><g>").repeated(100'000);
        QTest::newRow("templates") << QStringLiteral("<template>").repeated(100'000);
        QTest::newRow("selects") << QStringLiteral("<select><option>").repeated(100'000);
        QTest::newRow("buttons") << QStringLiteral("<button><p>").repeated(100'000);
        QTest::newRow("end tags") << QStringLiteral("</p></br>").repeated(200'000);
        QTest::newRow("styles")
            << QStringLiteral("<p style=\"%1\">").arg(QStringLiteral("color:red;").repeated(100'000));
        QTest::newRow("blockquotes with attributions")
            << QStringLiteral("<div>On 1 May 2020 Ann &lt;a@x.org&gt; wrote:</div><blockquote>x</blockquote>")
                   .repeated(10'000);
        QTest::newRow("one word of 2 MB") << QString(2'000'000, u'x');
        QTest::newRow("rules that could begin a quote") << QStringLiteral("<hr tabindex=-1>").repeated(25'000);
        QTest::newRow("rules with a word between") << QStringLiteral("<hr tabindex=-1>x").repeated(20'000);
        QTest::newRow("items in templates") << QStringLiteral("<template><li>").repeated(250'000);
        QTest::newRow("templates and rules") << QStringLiteral("<template><hr><dd><em>").repeated(100'000);
        QTest::newRow("selects in lists")
            << QStringLiteral("<p style=\"color:red\"><dl><select></ul>").repeated(90'000);
        QTest::newRow("marquees in items") << QStringLiteral("<li><marquee>a@b.c ").repeated(200'000);
        QTest::newRow("end tags without begin") << QStringLiteral("</h1><b b=2>").repeated(300'000);
        QTest::newRow("spans that end only") << QStringLiteral("</span>").repeated(500'000);
        QTest::newRow("centers") << QStringLiteral("<center>x</center>").repeated(50'000);
    }

    void bombs()
    {
        QFETCH(QString, html);
        const WorkClock clock;
        const SafeHtml safe = sanitizeHtml(html);
        const qint64 elapsed = clock.elapsed();
        QCOMPARE(htmlProblem(safe.html), QString());
        QVERIFY(safe.html.size() <= 6 * html.size() + 4096);
        QVERIFY2(elapsed < mostMilliseconds, qPrintable(QStringLiteral("%1 ms").arg(elapsed)));
    }

    /// Short pieces again and again, up to the largest mail that is read: where the parser or what follows it is
    /// worse than linear, this takes minutes.
    void randomBombs()
    {
        const QStringList pieces = soupPieces();
        QRandomGenerator random(20241121);
        const int rounds = randomRounds(40);
        for (int round = 0; round < rounds; ++round) {
            const int parts = random.bounded(1, 4);
            QString html;
            QStringList units;
            for (int part = 0; part < parts; ++part) {
                QString unit;
                for (int count = random.bounded(1, 5); count > 0; --count)
                    unit += pieces[random.bounded(int(pieces.size()))];
                units.append(unit);
                html += unit.repeated(2'000'000 / parts / qMax<qsizetype>(unit.size(), 1));
            }
            const WorkClock clock;
            const SafeHtml safe = sanitizeHtml(html);
            const qint64 elapsed = clock.elapsed();
            QVERIFY2(elapsed < mostMilliseconds,
                     qPrintable(QStringLiteral("%1 ms: %2").arg(elapsed).arg(units.join(QLatin1String(" ## ")))));
            QVERIFY(safe.html.size() <= 6 * html.size() + 4096);
        }
    }

    /// Random soup of everything that the parser treats specially: the output is on the lists, stable, and not much
    /// larger than the input.
    void randomSoup()
    {
        const QStringList pieces = soupPieces();
        QRandomGenerator random(20240304);
        for (int round = 0; round < randomRounds(3000); ++round) {
            QString html;
            const int count = random.bounded(1, 40);
            for (int i = 0; i < count; ++i)
                html += pieces[random.bounded(int(pieces.size()))];
            const SafeHtml once = sanitizeHtml(html);
            QVERIFY2(htmlProblem(once.html).isEmpty(), qPrintable(html + u'\n' + htmlProblem(once.html)));
            const QString twice = sanitizeHtml(once.html, {}, false).html;
            QVERIFY2(twice == once.html, qPrintable(html + u'\n' + once.html + u'\n' + twice));
            const QString marked = sanitizeHtml(once.html).html;
            QVERIFY2(marked == once.html, qPrintable(html + u'\n' + once.html + u'\n' + marked));
        }
    }
};

QTEST_APPLESS_MAIN(HtmlBombsTest)
#include "html_bombs_test.moc"
