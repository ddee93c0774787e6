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
        row("paragraph", "<div>Hello Sarah,</div>", "Hello Sarah,");
        row("empty line", "<div>Hello</div><div><br></div><div>Bye</div>", "Hello\n\nBye");
        row("styles", "<div><b>bold</b> <i>italic</i> <u>under</u> <s>gone</s></div>", "bold italic under gone");
        row("both", "<div><b><i>very</i></b></div>", "very");
        row("escapes", "<div>a &lt; b &amp;&amp; c &gt; &quot;d&quot;</div>", "a < b && c > \"d\"");
        row("line break", "<div>one<br>two</div>", "one\ntwo");
        row("spaces", "<div>a&nbsp; b</div>", "a  b");
        row("code", "<div>run <code>ip a</code> now</div>", "run ip a now");
        row("code block", "<pre>if (a)\n    b();</pre>", "if (a)\n    b();");
        row("code between", "<div>a</div><pre>x\ny</pre><div>b</div>", "a\nx\ny\nb");
        row("bullets", "<ul><li>one</li><li>two</li></ul>", "- one\n- two");
        row("numbers", "<ol><li>one</li><li>two</li></ol>", "1. one\n2. two");
        row("nested", "<ul><li>one<ul><li>in</li></ul></li><li>two</li></ul>", "- one\n  - in\n- two");
        row("list between", "<div>a</div><ul><li>x</li></ul><div>b</div>", "a\n- x\nb");
        row("quote", "<blockquote><div>as you said</div></blockquote><div>yes</div>", "> as you said\nyes");
        row("quote in quote", "<blockquote><blockquote><div>first</div></blockquote><div>second</div></blockquote>",
            ">> first\n> second");
        row("link", "<div>see <a href=\"https://desk.example/x?a=1&amp;b=2\">the page</a></div>",
            "see the page <https://desk.example/x?a=1&b=2>");
        row("picture", "<div><img src=\"cid:pic1@desk\" width=\"40\" height=\"30\"></div>", "");
        row("japanese", "<div>印刷できません。</div>", "印刷できません。");
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
        row("colours", "<p style='color:red;background:url(x)'>a</div>", "<div>a</div>");
        row("heading", "<h1>a</h1>", "<div><b>a</b></div>");
        row("script link", "<div><a href='javascript:alert(1)'>a</a></div>", "<div>a</div>");
        row("file link", "<div><a href='file:///etc/passwd'>a</a></div>", "<div>a</div>");
        row("file picture", "<div>a<img src='file:///tmp/x.png'></div>", "<div>a</div>");
        row("remote picture", "<div>a<img src='http://x/y.png'></div>", "<div>a</div>");
        row("table", "<table><tr><td>a</td><td>b</td></tr></table>", "<div>a</div><div>b</div>");
        row("nothing", "<div></div>", "");
    }

    void writesOnlyWhatItKnows()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, written);
        QTextDocument document;
        document.setHtml(pasted);
        QString html = documentToHtml(document);
        html.remove(QStringLiteral("<div><br></div>"));
        html.remove(QStringLiteral("<u>")).remove(QStringLiteral("</u>"));
        QCOMPARE(html, written);
    }

    void emptyLinesAtTheEndAreLeftOut()
    {
        QTextDocument document;
        setDocumentHtml(document, QStringLiteral("<div>a</div><div><br></div><div><br></div>"));
        QCOMPARE(documentToHtml(document), QStringLiteral("<div>a</div>"));
        QTextDocument empty;
        QCOMPARE(documentToHtml(empty), QString());
        QCOMPARE(documentToText(empty), QString());
    }

    void tellsItsPictures()
    {
        QTextDocument document;
        setDocumentHtml(document,
                        QStringLiteral("<div><img src=\"cid:a\"> <img src=\"cid:b\"> <img src=\"http://x/\"></div>"));
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
