// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document_html.h"

#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>
#include <QtTest>

using namespace deskhand;

class DocumentHtmlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What the editor can write comes back the same after a draft was restored: html → document → html.
    void roundTrips_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *html, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(text);
        };
        row("paragraph", "<p>Hello Sarah,</p>", "Hello Sarah,");
        row("empty line", "<p>Hello</p><p><br></p><p>Bye</p>", "Hello\n\nBye");
        row("styles", "<p><b>bold</b> <i>italic</i> <u>under</u> <s>gone</s></p>", "bold italic under gone");
        row("both", "<p><b><i>very</i></b></p>", "very");
        row("escapes", "<p>a &lt; b &amp;&amp; c &gt; &quot;d&quot;</p>", "a < b && c > \"d\"");
        row("line break", "<p>one<br>two</p>", "one\ntwo");
        row("spaces", "<p>a&nbsp; b</p>", "a  b");
        row("code", "<p>run <code>ip a</code> now</p>", "run ip a now");
        row("code block", "<pre>if (a)\n    b();</pre>", "if (a)\n    b();");
        row("code between", "<p>a</p><pre>x\ny</pre><p>b</p>", "a\nx\ny\nb");
        row("bullets", "<ul><li>one</li><li>two</li></ul>", "- one\n- two");
        row("numbers", "<ol><li>one</li><li>two</li></ol>", "1. one\n2. two");
        row("nested", "<ul><li>one<ul><li>in</li></ul></li><li>two</li></ul>", "- one\n  - in\n- two");
        row("list between", "<p>a</p><ul><li>x</li></ul><p>b</p>", "a\n- x\nb");
        row("quote", "<blockquote><p>as you said</p></blockquote><p>yes</p>", "> as you said\nyes");
        row("quote in quote", "<blockquote><blockquote><p>first</p></blockquote><p>second</p></blockquote>",
            ">> first\n> second");
        row("link", "<p>see <a href=\"https://desk.example/x?a=1&amp;b=2\">the page</a></p>",
            "see the page <https://desk.example/x?a=1&b=2>");
        row("picture", "<p><img src=\"cid:pic1@desk\" width=\"40\" height=\"30\"></p>", "");
        row("japanese", "<p>印刷できません。</p>", "印刷できません。");
    }

    void roundTrips()
    {
        QFETCH(QString, html);
        QFETCH(QString, text);
        QTextDocument document;
        setDocumentHtml(document, html);
        QCOMPARE(documentToHtml(document), html);
        QCOMPARE(documentToText(document), text);
        QTextDocument second;
        setDocumentHtml(second, documentToHtml(document));
        QCOMPARE(documentToHtml(second), html);
    }

    void writesOnlyWhatItKnows_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *name, const char *pasted, const char *written) {
            QTest::newRow(name) << QString::fromUtf8(pasted) << QString::fromUtf8(written);
        };
        row("colours", "<p style='color:red;background:url(x)'>a</p>", "<p>a</p>");
        row("heading", "<h1>a</h1>", "<p><b>a</b></p>");
        row("script link", "<p><a href='javascript:alert(1)'>a</a></p>", "<p>a</p>");
        row("file link", "<p><a href='file:///etc/passwd'>a</a></p>", "<p>a</p>");
        row("file picture", "<p>a<img src='file:///tmp/x.png'></p>", "<p>a</p>");
        row("remote picture", "<p>a<img src='http://x/y.png'></p>", "<p>a</p>");
        row("table", "<table><tr><td>a</td><td>b</td></tr></table>", "<p>a</p><p>b</p>");
        row("nothing", "<p></p>", "");
    }

    void writesOnlyWhatItKnows()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, written);
        QTextDocument document;
        document.setHtml(pasted);
        QString html = documentToHtml(document);
        html.remove(QStringLiteral("<p><br></p>"));
        html.remove(QStringLiteral("<u>")).remove(QStringLiteral("</u>"));
        QCOMPARE(html, written);
    }

    void emptyLinesAtTheEndAreLeftOut()
    {
        QTextDocument document;
        setDocumentHtml(document, QStringLiteral("<p>a</p><p><br></p><p><br></p>"));
        QCOMPARE(documentToHtml(document), QStringLiteral("<p>a</p>"));
        QTextDocument empty;
        QCOMPARE(documentToHtml(empty), QString());
        QCOMPARE(documentToText(empty), QString());
    }

    void tellsItsPictures()
    {
        QTextDocument document;
        setDocumentHtml(document,
                        QStringLiteral("<p><img src=\"cid:a\"> <img src=\"cid:b\"> <img src=\"http://x/\"></p>"));
        QCOMPARE(documentPictures(document), (QSet<QString>{QStringLiteral("a"), QStringLiteral("b")}));
    }

    void plainTextBecomesParagraphs()
    {
        QTextDocument document;
        setDocumentHtml(document, textToHtml(QStringLiteral("a <b>\n\n  two  spaces")));
        QCOMPARE(documentToText(document), QStringLiteral("a <b>\n\n  two  spaces"));
    }
};

QTEST_MAIN(DocumentHtmlTest)
#include "document_html_test.moc"
