// SPDX-License-Identifier: GPL-3.0-or-later
// Mail in files through the whole path: found, parsed, threaded, stored, reported; a second time nothing is new.
#include "mail/mail_import.h"
#include "mail/mail_source.h"
#include "support/shared_data.h"
#include "support/test_desk.h"

#include <QCryptographicHash>
#include <QDir>
#include <QtTest>

using namespace deskhand;
using deskhand::test::sharedData;
using deskhand::test::TestDesk;

namespace {

void writeMailFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray mailOf(const QByteArray &id, const QByteArray &from, const QByteArray &date, const QByteArray &more,
                  const QByteArray &body)
{
    return "From: " + from + "\nTo: desk@example.com\nSubject: Printer " + id + "\nMessage-ID: <" + id
           + "@x.example>\nDate: " + date + "\n" + more + "\n" + body;
}

QStringList notesOf(const MailImportReport &report)
{
    QStringList notes;
    for (const MailImportNote &note : report.notes)
        notes.append(QFileInfo(note.file).fileName() + u' ' + note.outcome + u' ' + note.reason);
    notes.sort();
    return notes;
}

} // namespace

class MailImportTest : public QObject
{
    Q_OBJECT

private:
    /// A question, its answer (which lies first), a follow-up in an mbox, a Maildir, and what is no mail.
    static void makeFolder(const QString &root)
    {
        const QByteArray rita = "Rita <rita@customer.example>";
        writeMailFile(root + QStringLiteral("/1-answer.eml"),
                      mailOf("b", "Bo <bo@customer.example>", "Tue, 5 Mar 2024 10:00:00 +0100",
                             "In-Reply-To: <a@x.example>\n", "It still smokes.\n\n> It smokes.\n"));
        writeMailFile(root + QStringLiteral("/2-question.eml"),
                      mailOf("a", rita, "Mon, 4 Mar 2024 10:00:00 +0100",
                             "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n",
                             "--b\nContent-Type: text/plain\n\nIt smokes.\n--b\nContent-Type: text/csv; "
                             "name=log.csv\n\n1;2\n--b--\n"));
        const QByteArray separator = "From a@x.org Thu Jan  1 10:00:00 2024\n";
        writeMailFile(root + QStringLiteral("/old/archive.mbox"),
                      separator
                          + mailOf("c", rita, "Wed, 6 Mar 2024 10:00:00 +0100",
                                   "References: <a@x.example> <b@x.example>\n", "Now it burns.\n")
                          + "\n" + separator
                          + mailOf("d", rita, "Thu, 7 Mar 2024 10:00:00 +0100", "", "Another one.\n"));
        writeMailFile(root + QStringLiteral("/Maildir/cur/1:2,S"),
                      mailOf("e", "Eve <eve@customer.example>", "Fri, 8 Mar 2024 10:00:00 +0100", "", "A third.\n"));
        QDir().mkpath(root + QStringLiteral("/Maildir/new"));
        writeMailFile(root + QStringLiteral("/notes.txt"), "milk\nbread\n");
        writeMailFile(root + QStringLiteral("/noise.eml"), QByteArray("\x01\x02 no mail at all\n\0\xff", 20));
    }

private Q_SLOTS:
    void everythingIsImportedOnceAndReported()
    {
        QTemporaryDir folder;
        makeFolder(folder.path());
        TestDesk desk;
        QVector<MailImportProgress> progress;
        MailImportOptions options;
        options.progress = [&progress](const MailImportProgress &now) {
            progress.append(now);
            return true;
        };
        const MailImportReport report = importMail(desk.desk(), {folder.path()}, options);
        QCOMPARE(report.seen, 6);
        QCOMPARE(report.opened, 3);
        QCOMPARE(report.followUps, 2);
        QCOMPARE(report.keptRaw, 1);
        QCOMPARE(report.duplicates, 0);
        QCOMPARE(report.failed, 0);
        QCOMPARE(report.skippedFiles, 1);
        QCOMPARE(notesOf(report), (QStringList{QStringLiteral("noise.eml kept-raw no-headers"),
                                               QStringLiteral("notes.txt skipped not-a-mail")}));
        QCOMPARE(progress.size(), 6);
        QVERIFY(std::is_sorted(progress.begin(), progress.end(),
                               [](const auto &a, const auto &b) { return a.bytesRead < b.bytesRead; }));
        QVERIFY(progress.last().bytesRead > 0 && progress.last().bytesRead <= progress.last().bytesFound);

        const MailImportReport again = importMail(desk.desk(), {folder.path()});
        QCOMPARE(again.seen, 6);
        QCOMPARE(again.duplicates, 6);
        QCOMPARE(again.opened + again.followUps + again.keptRaw + again.failed, 0);
        QCOMPARE(desk.expect(desk.desk().tickets({})).ids.size(), 4);
    }

    void aThreadIsOneTicketInTheOrderOfItsDates()
    {
        QTemporaryDir folder;
        makeFolder(folder.path());
        TestDesk desk;
        QCOMPARE(importMail(desk.desk(), {folder.path()}).failed, 0);
        const SearchHits hits = desk.expect(desk.desk().search({QStringLiteral("burns"), {}, false, 10, desk.me(), 0}));
        QCOMPARE(hits.hits.size(), 1);
        const TicketId ticket = hits.hits.first().ticket;
        const TicketRow row = desk.row(ticket);
        QCOMPARE(row.head.subject, QStringLiteral("Printer a"));
        QCOMPARE(row.requesterAddress, QStringLiteral("rita@customer.example"));
        QCOMPARE(row.head.createdAt,
                 QDateTime::fromString(QStringLiteral("2024-03-04T09:00:00Z"), Qt::ISODate).toMSecsSinceEpoch());
        const ThreadPage page = desk.expect(desk.desk().thread({ticket, {}, 10, {}}));
        QStringList ids;
        for (const Article &article : page.articles)
            ids.append(article.messageId);
        QCOMPARE(ids, (QStringList{QStringLiteral("a@x.example"), QStringLiteral("b@x.example"),
                                   QStringLiteral("c@x.example")}));
        const Article &question = page.articles.first();
        QCOMPARE(question.attachments.size(), 1);
        QCOMPARE(question.attachments.first().name, QStringLiteral("log.csv"));
        QCOMPARE(desk.expect(desk.desk().blob(question.attachments.first().sha256)), QByteArray("1;2"));
        const Article &answer = page.articles.at(1);
        QCOMPARE(answer.text.trimmed(), QStringLiteral("It still smokes."));
        QCOMPARE(answer.quotedText.trimmed(), QStringLiteral("> It smokes."));
        QCOMPARE(answer.createdAt, question.createdAt + qint64(24) * 3600 * 1000);
        // Rita wrote three mails and is one person.
        QCOMPARE(desk.expect(desk.desk().people({{}, QStringLiteral("rita"), {}})).size(), 1);
    }

    void importCanBeStoppedAndGoesOnLater()
    {
        QTemporaryDir folder;
        makeFolder(folder.path());
        TestDesk desk;
        MailImportOptions options;
        options.progress = [](const MailImportProgress &now) { return now.seen < 2; };
        const MailImportReport first = importMail(desk.desk(), {folder.path()}, options);
        QCOMPARE(first.seen, 2);
        QCOMPARE(first.opened + first.followUps, 2);
        const MailImportReport rest = importMail(desk.desk(), {folder.path()});
        QCOMPARE(rest.duplicates, 2);
        QCOMPARE(rest.opened + rest.followUps + rest.keptRaw, 4);
    }

    void theForeignMailsAreStoredByteForByte()
    {
        const QString folder = sharedData(QStringLiteral("mail"));
        if (folder.isEmpty())
            QSKIP("the foreign mails are not on this machine");
        TestDesk desk;
        const MailImportReport report = importMail(desk.desk(), {folder});
        QVERIFY2(report.seen >= 1090, qPrintable(QString::number(report.seen)));
        QCOMPARE(report.failed, 0);
        QCOMPARE(report.seen, report.opened + report.followUps + report.duplicates + report.keptRaw);
        QSet<QByteArray> stored;
        for (const TicketId id : desk.expect(desk.desk().tickets({})).ids) {
            const ThreadPage page = desk.expect(desk.desk().thread({id, {}, 1000, {}}));
            QCOMPARE(page.articlesBefore, 0);
            for (const Article &article : page.articles) {
                QVERIFY(!article.rawSha256.isEmpty());
                stored.insert(article.rawSha256);
            }
        }
        MailSource source({folder});
        QSet<QByteArray> expected;
        while (const std::optional<RawMail> mail = source.next()) {
            const QByteArray sha256 = QCryptographicHash::hash(mail->bytes, QCryptographicHash::Sha256);
            QVERIFY2(stored.contains(sha256), qPrintable(mail->file));
            if (!expected.contains(sha256))
                QCOMPARE(desk.expect(desk.desk().blob(sha256)), mail->bytes);
            expected.insert(sha256);
        }
        QCOMPARE(stored.size(), expected.size());
        QCOMPARE(report.seen - report.duplicates, qint64(expected.size()));
        QCOMPARE(importMail(desk.desk(), {folder}).duplicates, report.seen);
    }
};

QTEST_GUILESS_MAIN(MailImportTest)
#include "mail_import_test.moc"
