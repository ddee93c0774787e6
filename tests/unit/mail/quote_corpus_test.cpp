// SPDX-License-Identifier: GPL-3.0-or-later
// Quote detection against the corpora of email_reply_trimmer and talon.
#include "mail/gmime_codec.h"
#include "mail/html_sanitizer.h"
#include "mail/mail_json.h"
#include "mail/mail_source.h"
#include "mail/mime_parser.h"
#include "mail/quote_detection.h"
#include "support/shared_data.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace deskhand;
using deskhand::test::sharedData;

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).remove(u'\r') : QString();
}

QString withoutBlanks(QString text)
{
    return text.simplified().remove(u' ');
}

} // namespace

class QuoteCorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emailReplyTrimmer_data()
    {
        const QString folder = sharedData(QStringLiteral("mail/discourse-email_reply_trimmer"));
        if (folder.isEmpty())
            QSKIP("the corpus is not on this machine");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reply");
        const QStringList names = QDir(folder + QStringLiteral("/emails")).entryList(QDir::Files);
        QCOMPARE(names.size(), 64);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << textOf(folder + QStringLiteral("/emails/") + name)
                                            << textOf(folder + QStringLiteral("/trimmed/") + name);
    }

    void emailReplyTrimmer()
    {
        QFETCH(QString, text);
        QFETCH(QString, reply);
        // Their files end in a line end, their answers do not.
        while (reply.endsWith(u'\n'))
            reply.chop(1);
        QCOMPARE(replyText(text), reply);
    }

    void whatIsCutIsWhatTheyCut()
    {
        const QString folder = sharedData(QStringLiteral("mail/discourse-email_reply_trimmer"));
        if (folder.isEmpty())
            QSKIP("the corpus is not on this machine");
        int same = 0;
        const QStringList names = QDir(folder + QStringLiteral("/emails")).entryList(QDir::Files);
        for (const QString &name : names) {
            const QString text = textOf(folder + QStringLiteral("/emails/") + name);
            QString cut;
            for (const TextPart &part : splitPlainText(text)) {
                if (part.kind != PartKind::Reply)
                    cut += text.sliced(part.start, part.length);
            }
            same += withoutBlanks(cut) == withoutBlanks(textOf(folder + QStringLiteral("/elided/") + name));
        }
        qInfo("cut parts that are the same: %d of %d", same, int(names.size()));
        QVERIFY(same >= 61);
    }

    void embeddedMails()
    {
        const QString folder = sharedData(QStringLiteral("mail/discourse-email_reply_trimmer"));
        if (folder.isEmpty())
            QSKIP("the corpus is not on this machine");
        const QStringList names = QDir(folder + QStringLiteral("/embedded")).entryList(QDir::Files);
        QCOMPARE(names.size(), 10);
        int same = 0;
        for (const QString &name : names) {
            const QString text = textOf(folder + QStringLiteral("/emails/") + name);
            QString before;
            QString after;
            for (const TextPart &part : splitPlainText(text)) {
                if (part.kind == PartKind::Reply && after.isEmpty())
                    before += text.sliced(part.start, part.length);
                else
                    after += text.sliced(part.start, part.length);
            }
            // They look for the innermost mail, we fold from the first one on.
            const QString theirs = withoutBlanks(textOf(folder + QStringLiteral("/before/") + name));
            QVERIFY2(theirs.startsWith(withoutBlanks(before)), qPrintable(name));
            same += theirs == withoutBlanks(before);
            QVERIFY2(withoutBlanks(after).remove(u'>').contains(
                         withoutBlanks(textOf(folder + QStringLiteral("/embedded/") + name)).remove(u'>')),
                     qPrintable(name));
        }
        QVERIFY(same >= 9);
    }

    void nothingIsLost()
    {
        // Whatever is taken for a quote or a signature is in the folded half of the article: one click away.
        const QString folder = sharedData(QStringLiteral("mail"));
        if (folder.isEmpty())
            QSKIP("the corpus is not on this machine");
        const auto codec = makeMailCodec();
        int mails = 0;
        int folded = 0;
        for (const QString &set :
             {QStringLiteral("talon"), QStringLiteral("rt"), QStringLiteral("ruby-mail"), QStringLiteral("kmime"),
              QStringLiteral("mimekit/messages"), QStringLiteral("otrs"),
              QStringLiteral("zbateson-mail-mime-parser/emails"), QStringLiteral("sisimai-bounces/maildir/bsd")}) {
            MailSource source({folder + u'/' + set});
            while (const std::optional<RawMail> raw = source.next()) {
                const ParsedMail mail = parseMail(raw->bytes);
                const NewArticle article = codec->read(raw->bytes, QStringLiteral("test"), nullptr).article;
                QVERIFY2(article.text + article.quotedText == mail.text, qPrintable(raw->file));
                const QString html = mail.html.isEmpty() ? QString() : sanitizeHtml(mail.html).html;
                QVERIFY2(article.html + article.quotedHtml == html, qPrintable(raw->file));
                QVERIFY2(!article.text.trimmed().isEmpty() || mail.text.trimmed().isEmpty(), qPrintable(raw->file));
                folded += !article.quotedText.isEmpty() || !article.quotedHtml.isEmpty();
                ++mails;
            }
        }
        QVERIFY(mails > 800);
        QVERIFY(folded > 30);
        for (const QString &name :
             QDir(folder + QStringLiteral("/discourse-email_reply_trimmer/emails")).entryList(QDir::Files)) {
            const QString text = textOf(folder + QStringLiteral("/discourse-email_reply_trimmer/emails/") + name);
            const QByteArray raw = "From: a@x.org\nContent-Type: text/plain; charset=utf-8\n\n" + text.toUtf8();
            const NewArticle article = codec->read(raw, QStringLiteral("test"), nullptr).article;
            QCOMPARE(article.text + article.quotedText, text);
        }
    }

    void talonPlainReplies()
    {
        const QString folder = sharedData(QStringLiteral("mail/talon/standard_replies"));
        if (folder.isEmpty())
            QSKIP("the corpus is not on this machine");
        const QStringList names = QDir(folder).entryList({QStringLiteral("*.eml")}, QDir::Files);
        QCOMPARE(names.size(), 12);
        for (const QString &name : names) {
            QFile file(folder + u'/' + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const ParsedMail mail = parseMail(file.readAll());
            // Talon's expectations for these two keep the signature; a reply of ours is without it.
            QCOMPARE(replyOf(mail, sanitizeHtml(mail.html)).trimmed(), QStringLiteral("Hello"));
        }
    }

    void talonHtmlReplies()
    {
        const QString folder = sharedData(QStringLiteral("mail/talon/html_replies"));
        if (folder.isEmpty())
            QSKIP("the corpus is not on this machine");
        const QStringList names = QDir(folder).entryList({QStringLiteral("*.html")}, QDir::Files);
        QCOMPARE(names.size(), 9);
        for (const QString &name : names) {
            const SafeHtml safe = sanitizeHtml(textOf(folder + u'/' + name));
            QVERIFY2(safe.hasQuote, qPrintable(name));
            QVERIFY2(withoutBlanks(safe.reply) == QStringLiteral("Hi.Iamfine.Thanks,Alex"),
                     qPrintable(name + u'\n' + safe.reply));
        }
    }

    void talonExtraCases()
    {
        const QString folder = sharedData(QStringLiteral("mail/talon"));
        if (folder.isEmpty())
            QSKIP("the corpus is not on this machine");
        QCOMPARE(withoutBlanks(sanitizeHtml(textOf(folder + QStringLiteral("/OLK_SRC_BODY_SECTION.html"))).reply),
                 QStringLiteral("Reply"));
        QCOMPARE(withoutBlanks(sanitizeHtml(textOf(folder + QStringLiteral("/reply-separated-by-hr.html"))).reply),
                 QStringLiteral("HithereBob"));
    }

    void talonSignatures()
    {
        // Not one of them ends in "-- "; what must hold is that nothing of the body is taken for a signature.
        const QString folder = sharedData(QStringLiteral("mail/talon/signature/emails/stripped"));
        if (folder.isEmpty())
            QSKIP("the corpus is not on this machine");
        int checked = 0;
        for (const QString &name : QDir(folder).entryList({QStringLiteral("*_body")}, QDir::Files)) {
            const QString body = textOf(folder + u'/' + name);
            const QString signature = textOf(folder + u'/' + name.chopped(5) + QStringLiteral("_signature"));
            const qsizetype at = body.lastIndexOf(signature.trimmed());
            const QString message = (at > 0 ? body.first(at) : body).section(u'\n', 0, 0);
            QVERIFY2(replyText(body).contains(message.trimmed()), qPrintable(name));
            ++checked;
        }
        QVERIFY(checked >= 6);
    }
};

QTEST_APPLESS_MAIN(QuoteCorpusTest)
#include "quote_corpus_test.moc"
