// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mail_source.h"
#include "mail/mbox_reader.h"
#include "mail/mime_parser.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace deskhand;

namespace {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QList<QByteArray> mboxMessages(const QByteArray &mbox, qint64 largest = 1'000'000)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(mbox);
    buffer->open(QIODevice::ReadOnly);
    MboxReader reader(std::move(buffer), largest);
    QList<QByteArray> messages;
    while (const std::optional<MboxMessage> message = reader.next())
        messages.append(message->tooLarge ? QByteArray("too large") : message->bytes);
    return messages;
}

} // namespace

class MailSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void separators()
    {
        QVERIFY(MboxReader::isSeparator("From ann@x.org Thu Jan  1 10:00:00 2024\n"));
        QVERIFY(MboxReader::isSeparator("From MAILER-DAEMON  Sat Oct  4 08:00:09 2025"));
        QVERIFY(MboxReader::isSeparator("From - Thu, 1 Jan 2024 10:00 +0100"));
        QVERIFY(!MboxReader::isSeparator("From now on we meet at 10:00.\n"));
        QVERIFY(!MboxReader::isSeparator("From 2024 on it works\n"));
        QVERIFY(!MboxReader::isSeparator("Frommage"));
    }

    void twoMessages()
    {
        const QByteArray sep = "From a@x.org Thu Jan  1 10:00:00 2024\n";
        const QList<QByteArray> messages = mboxMessages(sep + "Subject: 1\n\nOne\n\n" + sep + "Subject: 2\n\nTwo\n");
        QCOMPARE(messages, (QList<QByteArray>{"Subject: 1\n\nOne\n", "Subject: 2\n\nTwo\n"}));
    }

    void bodyLinesThatBeginWithFrom()
    {
        const QByteArray sep = "From a@x.org Thu Jan  1 10:00:00 2024\n";
        const QList<QByteArray> messages =
            mboxMessages(sep + "Subject: 1\n\n\nFrom now on\n>From the start\n>>From deeper\n> From quoted\n");
        QCOMPARE(messages,
                 (QList<QByteArray>{"Subject: 1\n\n\nFrom now on\nFrom the start\n>From deeper\n> From quoted\n"}));
    }

    void dosLineEnds()
    {
        const QByteArray sep = "From a@x.org Thu Jan  1 10:00:00 2024\r\n";
        const QList<QByteArray> messages =
            mboxMessages(sep + "Subject: 1\r\n\r\nOne\r\n\r\n" + sep + "Subject: 2\r\n\r\nTwo\r\n");
        QCOMPARE(messages, (QList<QByteArray>{"Subject: 1\r\n\r\nOne\r\n", "Subject: 2\r\n\r\nTwo\r\n"}));
    }

    void contentLengthIsBelievedWhenItIsRight()
    {
        const QByteArray sep = "From a@x.org Thu Jan  1 10:00:00 2024\n";
        const QByteArray body = "One\n\nFrom b@x.org Thu Jan  1 10:00:00 2024\n>From kept\n";
        const QByteArray first = "Content-Length: " + QByteArray::number(body.size()) + "\n\n" + body;
        QCOMPARE(mboxMessages(sep + first + "\n" + sep + "Subject: 2\n\nTwo\n"),
                 (QList<QByteArray>{first, "Subject: 2\n\nTwo\n"}));
        QCOMPARE(mboxMessages(sep + first), (QList<QByteArray>{first}));
        // A wrong one is not.
        QCOMPARE(mboxMessages(sep + "Content-Length: 3\n\nOne two\n\n" + sep + "\nTwo\n").size(), 2);
        QCOMPARE(mboxMessages(sep + "Content-Length: 999999\n\nOne\n\n" + sep + "\nTwo\n").size(), 2);
    }

    void separatorsWithoutDate()
    {
        // Exports write such files; a header below tells a separator from a sentence.
        QCOMPARE(mboxMessages("From -\nSubject: 1\n\nOne\nFrom - now on\nFrom -\nSubject: 2\n\nFrom -\nTwo\n"),
                 (QList<QByteArray>{"Subject: 1\n\nOne\nFrom - now on\n", "Subject: 2\n\nFrom -\nTwo\n"}));
        QCOMPARE(mboxMessages("From 1@xxx\r\nX-A: 1\r\n\r\nOne\r\n\r\nFrom 2@xxx\r\nTo: a\r\n\r\nTwo\r\n"),
                 (QList<QByteArray>{"X-A: 1\r\n\r\nOne\r\n", "To: a\r\n\r\nTwo\r\n"}));
        // In a file whose separators have dates such a line is text.
        const QByteArray sep = "From a@x.org Thu Jan  1 10:00:00 2024\n";
        QCOMPARE(mboxMessages(sep + "Subject: 1\n\n\nFrom -\nSubject: 2\n").size(), 1);
        QVERIFY(!MboxReader::beginsMbox("From Ann\nSubject: 1\n"));
        QVERIFY(!MboxReader::beginsMbox("From ann@x.org\nwith love\n"));
    }

    void tooLargeMessageIsPassedOver()
    {
        const QByteArray sep = "From a@x.org Thu Jan  1 10:00:00 2024\n";
        const QByteArray big = "Subject: big\n\n" + QByteArray("line\n").repeated(1000) + "\n";
        QCOMPARE(mboxMessages(sep + big + sep + "Subject: 2\n\nTwo\n", 1000),
                 (QList<QByteArray>{"too large", "Subject: 2\n\nTwo\n"}));
    }

    void foldersAreWalked()
    {
        QTemporaryDir folder;
        const QString root = folder.path();
        writeFile(root + QStringLiteral("/a.eml"), "Subject: a\n\nA");
        writeFile(root + QStringLiteral("/sub/b.mbox"), "From b@x.org Thu Jan  1 10:00:00 2024\nSubject: b1\n\nB\n\n"
                                                        "From b@x.org Thu Jan  1 10:00:00 2024\nSubject: b2\n\nB\n");
        writeFile(root + QStringLiteral("/Maildir/cur/1:2,S"), "From: m@x.org\nSubject: cur\n\nC");
        writeFile(root + QStringLiteral("/Maildir/new/2"), "From: m@x.org\nSubject: new\n\nN");
        writeFile(root + QStringLiteral("/Maildir/tmp/3"), "From: m@x.org\nSubject: tmp\n\nT");
        writeFile(root + QStringLiteral("/one-header"), "Content-Type: multipart/mixed; boundary=b\n\nSubject: bare\n");
        writeFile(root + QStringLiteral("/notes.txt"), "Shopping: milk\nand bread\n");
        writeFile(root + QStringLiteral("/list.txt"), "Status: open\n\nSubject: no header\n");
        writeFile(root + QStringLiteral("/picture.png"), QByteArray("\x89PNG\r\n\x1a\n\0\0", 10));
        writeFile(root + QStringLiteral("/empty.eml"), "");
        QFile::link(root, root + QStringLiteral("/loop"));

        MailSource source({root, root + QStringLiteral("/missing")});
        QStringList subjects;
        while (const std::optional<RawMail> mail = source.next())
            subjects.append(
                QString::fromLatin1(mail->bytes.sliced(mail->bytes.indexOf("Subject: ") + 9).split('\n').first()));
        subjects.sort();
        QCOMPARE(subjects, (QStringList{QStringLiteral("a"), QStringLiteral("b1"), QStringLiteral("b2"),
                                        QStringLiteral("bare"), QStringLiteral("cur"), QStringLiteral("new")}));
        QStringList skipped;
        for (const SkippedFile &file : source.skipped())
            skipped.append(QFileInfo(file.file).fileName() + u':' + file.reason);
        skipped.sort();
        QCOMPARE(skipped, (QStringList{QStringLiteral("empty.eml:empty"), QStringLiteral("list.txt:not-a-mail"),
                                       QStringLiteral("missing:missing"), QStringLiteral("notes.txt:not-a-mail"),
                                       QStringLiteral("picture.png:not-a-mail")}));
        QVERIFY(source.bytesRead() > 0);
        QVERIFY(source.bytesFound() >= source.bytesRead());
    }

    void byteOrderMarkIsPassedOver()
    {
        QTemporaryDir folder;
        const QByteArray mark("\xef\xbb\xbf");
        writeFile(folder.filePath(QStringLiteral("1.txt")), mark + "From: a@x.org\nSubject: one\n\nOne");
        const QByteArray sep = "From b@x.org Thu Jan  1 10:00:00 2024\n";
        writeFile(folder.filePath(QStringLiteral("2.txt")),
                  mark + sep + "Subject: two\n\nTwo\n\n" + sep + "Subject: three\n\nThree\n");
        MailSource source({folder.path()});
        const std::optional<RawMail> one = source.next();
        QVERIFY(one.has_value());
        // The raw mail is kept as it lies there.
        QVERIFY(one->bytes.startsWith(mark));
        const ParsedMail parsed = parseMail(one->bytes);
        QCOMPARE(parsed.subject, QStringLiteral("one"));
        QCOMPARE(parsed.from.size(), 1);
        QVERIFY(!parsed.defects.contains(QStringLiteral("header-malformed")));
        QCOMPARE(source.next().value_or(RawMail{}).bytes, QByteArray("Subject: two\n\nTwo\n"));
        QCOMPARE(source.next().value_or(RawMail{}).bytes, QByteArray("Subject: three\n\nThree\n"));
        QVERIFY(!source.next().has_value());
        QVERIFY(source.skipped().isEmpty());
    }

    void namedFileIsTakenWhateverItIs()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("notes.txt"));
        writeFile(path, "Shopping list\nmilk\n");
        MailSource source({path});
        const std::optional<RawMail> mail = source.next();
        QVERIFY(mail.has_value());
        QCOMPARE(mail->bytes, QByteArray("Shopping list\nmilk\n"));
        QVERIFY(!source.next().has_value());
        QVERIFY(source.skipped().isEmpty());
    }

    void largeFilesAreReported()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(QStringLiteral("a.eml")), "Subject: a\n\n" + QByteArray(5000, 'x'));
        MailSource source({folder.path()}, 1000);
        QVERIFY(!source.next().has_value());
        QCOMPARE(source.skipped().size(), 1);
        QCOMPARE(source.skipped().first().reason, QStringLiteral("too-large"));
    }
};

QTEST_APPLESS_MAIN(MailSourceTest)
#include "mail_source_test.moc"
