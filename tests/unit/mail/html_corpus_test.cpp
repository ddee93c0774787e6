// SPDX-License-Identifier: GPL-3.0-or-later
// Every foreign attack on HTML cleaners, and every HTML mail: what comes out is read again and must be on the lists.
#include "html_checks.h"
#include "mail/html_sanitizer.h"
#include "mail/mail_source.h"
#include "mail/mime_parser.h"
#include "support/shared_data.h"
#include "work_clock.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace deskhand;
using deskhand::test::htmlProblem;
using deskhand::test::mostMilliseconds;
using deskhand::test::sharedData;
using deskhand::test::WorkClock;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every string in a JSON document, wherever it is: payloads and expected results are equally good attacks.
void collectStrings(const QJsonValue &value, QStringList &strings)
{
    if (value.isString())
        strings.append(value.toString());
    for (const QJsonValue &one : value.toArray())
        collectStrings(one, strings);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        collectStrings(it.value(), strings);
}

QStringList jsonStrings(const QString &path)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytesOf(path));
    QStringList strings;
    collectStrings(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), strings);
    return strings;
}

} // namespace

class HtmlCorpusTest : public QObject
{
    Q_OBJECT

private:
    static QString problemWith(const QString &html)
    {
        const WorkClock clock;
        const SafeHtml safe = sanitizeHtml(html);
        if (clock.elapsed() > mostMilliseconds)
            return QStringLiteral("took %1 ms").arg(clock.elapsed());
        if (const QString problem = htmlProblem(safe.html); !problem.isEmpty())
            return problem;
        for (const bool findQuotes : {false, true}) {
            const QString again = sanitizeHtml(safe.html, {}, findQuotes).html;
            if (again != safe.html)
                return QStringLiteral("not stable: %1 becomes %2").arg(safe.html.left(500), again.left(500));
        }
        if (safe.html.size() > 2 * html.size() + deskhand::test::escapingGrowth(html) + 200)
            return QStringLiteral("grew from %1 to %2").arg(html.size()).arg(safe.html.size());
        return {};
    }

    void checkAll(const QStringList &vectors, qsizetype atLeast)
    {
        QVERIFY2(vectors.size() >= atLeast, qPrintable(QString::number(vectors.size())));
        QStringList problems;
        for (const QString &vector : vectors) {
            // As it is, inside a document, and as attribute values.
            for (const QString &html :
                 {vector, QStringLiteral("<html><body><table><tr><td>%1</td></tr></table></body></html>").arg(vector),
                  QStringLiteral("<a href=\"%1\">x</a><img src='%1' alt=\"%1\"><p style=\"%1\">x</p>").arg(vector)}) {
                if (const QString problem = problemWith(html); !problem.isEmpty())
                    problems.append(html.left(300) + QStringLiteral(" => ") + problem);
            }
        }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.mid(0, 5).join(u'\n')));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (sharedData(QStringLiteral("html")).isEmpty())
            QSKIP("the foreign HTML is not on this machine");
    }

    void domPurify() { checkAll(jsonStrings(sharedData(QStringLiteral("html/dompurify/expect.json"))), 400); }

    void html5lib()
    {
        checkAll(jsonStrings(
                     sharedData(QStringLiteral("html/html5lib-python/html5lib/tests/sanitizer-testdata/tests1.dat"))),
                 150);
    }

    void bleach()
    {
        QStringList vectors = jsonStrings(sharedData(QStringLiteral("html/bleach/clean_pairs.json")));
        QDirIterator files(sharedData(QStringLiteral("html/bleach/data")), {QStringLiteral("*.test")}, QDir::Files);
        while (files.hasNext())
            vectors.append(QString::fromUtf8(bytesOf(files.next())));
        checkAll(vectors, 200);
    }

    void payloadList()
    {
        QStringList vectors;
        for (const QByteArray &line :
             bytesOf(sharedData(QStringLiteral("html/xss-payload-list/Intruder/xss-payload-list.txt"))).split('\n')) {
            if (!line.trimmed().isEmpty())
                vectors.append(QString::fromUtf8(line));
        }
        checkAll(vectors, 6000);
    }

    void naughtyStrings()
    {
        const QString path = sharedData(QStringLiteral("text/naughty-strings/blns.json"));
        if (path.isEmpty())
            QSKIP("the naughty strings are not on this machine");
        checkAll(jsonStrings(path), 400);
    }

    void wholePages()
    {
        int count = 0;
        QDirIterator files(sharedData(QStringLiteral("mail")), {QStringLiteral("*.html"), QStringLiteral("*.xhtml")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString html = QString::fromUtf8(bytesOf(files.next()));
            QVERIFY2(problemWith(html).isEmpty(), qPrintable(files.filePath() + u' ' + problemWith(html)));
            ++count;
        }
        QVERIFY(count >= 30);
    }

    void htmlMails()
    {
        int count = 0;
        MailSource source({sharedData(QStringLiteral("mail"))});
        while (const std::optional<RawMail> raw = source.next()) {
            const ParsedMail mail = parseMail(raw->bytes);
            if (mail.html.isEmpty())
                continue;
            const QString problem = problemWith(mail.html);
            QVERIFY2(problem.isEmpty(), qPrintable(raw->file + u' ' + problem));
            ++count;
        }
        QVERIFY2(count >= 90, qPrintable(QString::number(count)));
    }
};

QTEST_APPLESS_MAIN(HtmlCorpusTest)
#include "html_corpus_test.moc"
