// SPDX-License-Identifier: GPL-3.0-or-later
// All foreign mails against what others made of them: CPython's email package, and the expectations of the projects
// that the mails come from.
#include "mail/mail_source.h"
#include "mail/mime_parser.h"
#include "support/shared_data.h"
#include "work_clock.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest>

using namespace deskhand;
using deskhand::test::mostMilliseconds;
using deskhand::test::sharedData;
using deskhand::test::WorkClock;

namespace {

QJsonDocument jsonFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

/// First mail of a file.
ParsedMail parseFile(const QString &path)
{
    MailSource source({path});
    const std::optional<RawMail> raw = source.next();
    return raw ? parseMail(raw->bytes) : ParsedMail();
}

QString firstText(const QJsonValue &value)
{
    return (value.isArray() ? value.toArray().first() : value).toString().simplified();
}

QString bareId(const QJsonValue &value)
{
    QString id = firstText(value).remove(u' ');
    if (id.startsWith(u'<'))
        id = id.sliced(1);
    if (id.endsWith(u'>'))
        id.chop(1);
    return id;
}

/// Everything between angle brackets of a header, by the letter.
QStringList bracketedIds(const QJsonValue &value)
{
    static const QRegularExpression id(QStringLiteral("<([^<>]*)>"));
    QString header = value.toString();
    for (const QJsonValue &one : value.toArray())
        header += u' ' + one.toString();
    QStringList ids;
    for (const QRegularExpressionMatch &match : id.globalMatch(header.simplified()))
        ids.append(match.captured(1).remove(u' '));
    return ids;
}

/// Where our answer differs from CPython's on purpose, and why. Key: "what file".
const QHash<QString, QString> &betterThanCPython()
{
    static const QHash<QString, QString> reasons = [] {
        QHash<QString, QString> all;
        const auto because = [&all](const QString &reason, const QStringList &keys) {
            for (const QString &key : keys)
                all.insert(key, reason);
        };
        because(QStringLiteral("raw 8-bit header: CPython gives replacement characters, we decode by the body's "
                               "charset or windows-1252"),
                {QStringLiteral("subject rt/emails/russian-subject-no-content-type"),
                 QStringLiteral("subject ruby-mail/emails/error_emails/invalid_subject_characters.eml"),
                 QStringLiteral("subject zbateson-mail-mime-parser/emails/m0001.txt"),
                 QStringLiteral("subject zbateson-mail-mime-parser/emails/m0002.txt"),
                 QStringLiteral("subject zbateson-mail-mime-parser/emails/m0003.txt"),
                 QStringLiteral("subject zbateson-mail-mime-parser/emails/m0009.txt"),
                 QStringLiteral("subject zbateson-mail-mime-parser/emails/m0023.txt"),
                 QStringLiteral("subject zbateson-mail-mime-parser/emails/m2015.txt"),
                 QStringLiteral("subject zbateson-mail-mime-parser/emails/m4001.txt")});
        because(QStringLiteral("UTF-7 is refused: it hides text from filters and nobody sends it any more"),
                {QStringLiteral("subject zbateson-mail-mime-parser/emails/m0006.txt"),
                 QStringLiteral("subject zbateson-mail-mime-parser/emails/m0007.txt")});
        because(QStringLiteral(
                    "CPython stops reading headers at a line that is none; headers that follow are headers still"),
                {QStringLiteral("subject ruby-mail/emails/rfc2822/example13.eml"),
                 QStringLiteral("id ruby-mail/emails/rfc2822/example13.eml"),
                 QStringLiteral("subject ruby-mail/emails/plain_emails/raw_email_incorrect_header.eml"),
                 QStringLiteral("id ruby-mail/emails/plain_emails/raw_email_incorrect_header.eml"),
                 QStringLiteral("from ruby-mail/emails/plain_emails/raw_email_incorrect_header.eml"),
                 QStringLiteral("subject kmime/data/bug519599.mbox"),
                 QStringLiteral("subject mimekit/messages/feedback-report.txt"),
                 QStringLiteral("id kmime/data/big-allocation.mbox")});
        because(QStringLiteral("a byte-order mark before the first header is none of it"),
                {QStringLiteral("from mimekit/messages/feedback-report.txt")});
        because(QStringLiteral("a damaged encoded word is decoded as far as it goes"),
                {QStringLiteral("subject sisimai-bounces/maildir/bsd/lhost-exchange2007-04.eml")});
        because(QStringLiteral("CPython cuts an id at its second @; the whole is what replies refer to"),
                {QStringLiteral("id ruby-mail/emails/plain_emails/raw_email_double_at_in_header.eml"),
                 QStringLiteral("id otrs/PostMaster/PostMaster-Test22.box"),
                 QStringLiteral("id otrs/PostMaster/PostMaster-Test23.box"),
                 QStringLiteral("id otrs/PostMaster/PostMaster-Test6.box"),
                 QStringLiteral("id otrs/PostMaster/PostMaster-Test7.box"),
                 QStringLiteral("id otrs/EmailParser/PostMaster-Test6.box"),
                 QStringLiteral("id otrs/EmailParser/PostMaster-Test7.box"),
                 QStringLiteral("id otrs/EmailParser/NestedMessage-Test1.box")});
        because(QStringLiteral("name and address without brackets: the word with the @ is the address"),
                {QStringLiteral("from ruby-mail/emails/plain_emails/mix_caps_content_type.eml")});
        because(QStringLiteral("an address without quotes as display name: the one in brackets counts"),
                {QStringLiteral("from mimekit/messages/issue358.txt")});
        because(QStringLiteral("two From headers: the first one is the sender"),
                {QStringLiteral("from zbateson-mail-mime-parser/emails/m0010.txt")});
        because(QStringLiteral("a part of a nested message, which we keep whole as one attachment"),
                {QStringLiteral("attachment ruby-mail/emails/attachment_emails/attachment_message_rfc822.eml"),
                 QStringLiteral("attachment sisimai-bounces/maildir/bsd/lhost-postfix-62.eml"),
                 QStringLiteral("attachment mimekit/partial/message-partial.0.eml")});
        because(QStringLiteral("base64 with damage: CPython gives the undecoded text, we decode what is there"),
                {QStringLiteral("attachment kmime/data/x-pkcs7.mbox"),
                 QStringLiteral("attachment otrs/PostMaster/UTF8Filename.box"),
                 QStringLiteral("attachment otrs/EmailParser/UTF8Filename.box"),
                 QStringLiteral("attachment otrs/EmailParser/Win7SnippingTool.box")});
        return all;
    }();
    return reasons;
}

} // namespace

class MailCorpusTest : public QObject
{
    Q_OBJECT

private:
    QString m_folder;
    QStringList m_differences;
    QSet<QString> m_usedReasons;

    void differs(const QString &what, const QString &file, const QString &theirs, const QString &ours)
    {
        const QString key = what + u' ' + file;
        if (betterThanCPython().contains(key))
            m_usedReasons.insert(key);
        else
            m_differences.append(QStringLiteral("%1: theirs %2, ours %3").arg(key, theirs.left(200), ours.left(200)));
    }

    void compareAttachments(const QString &file, const QJsonArray &parts, const ParsedMail &mail)
    {
        QHash<QString, int> ours;
        for (const MailAttachment &attachment : mail.attachments)
            ++ours[QString::fromLatin1(attachment.sha256.first(16))];
        for (const QJsonValue &value : parts) {
            const QJsonObject part = value.toObject();
            const bool attached = part.contains(QStringLiteral("filename"))
                                  || part.value(QStringLiteral("disposition")) == QStringLiteral("attachment");
            const QString hash = part.value(QStringLiteral("sha256")).toString();
            if (attached && !hash.isEmpty() && --ours[hash] < 0)
                differs(QStringLiteral("attachment"), file,
                        part.value(QStringLiteral("filename")).toString() + u' ' + hash,
                        QStringLiteral("none with that hash"));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = sharedData(QStringLiteral("mail"));
        if (m_folder.isEmpty())
            QSKIP("the foreign mails are not on this machine");
    }

    void agreesWithCPython()
    {
        const QJsonObject oracle = jsonFile(m_folder + QStringLiteral("/_oracle-python-email.json")).object();
        QVERIFY(oracle.size() >= 1000);
        qint64 slowest = 0;
        QString slowestFile;
        for (auto it = oracle.begin(); it != oracle.end(); ++it) {
            const QString file = it.key();
            const QJsonObject theirs = it.value().toObject();
            const WorkClock clock;
            const ParsedMail mail = parseFile(m_folder + u'/' + file);
            if (clock.elapsed() > slowest) {
                slowest = clock.elapsed();
                slowestFile = file;
            }
            if (theirs.contains(QStringLiteral("error")))
                continue;
            const QString subject = firstText(theirs.value(QStringLiteral("subject")));
            if (subject != mail.subject.simplified())
                differs(QStringLiteral("subject"), file, subject, mail.subject);
            const QString id = bareId(theirs.value(QStringLiteral("message-id")));
            if (id != mail.messageId)
                differs(QStringLiteral("id"), file, id, mail.messageId);
            const QStringList answers = bracketedIds(theirs.value(QStringLiteral("in-reply-to"))).mid(0, 1);
            if (!answers.isEmpty() && answers.first() != mail.inReplyTo)
                differs(QStringLiteral("in-reply-to"), file, answers.first(), mail.inReplyTo);
            const QStringList references = bracketedIds(theirs.value(QStringLiteral("references")));
            if (!references.isEmpty() && references != mail.references)
                differs(QStringLiteral("references"), file, references.join(u','), mail.references.join(u','));
            QStringList from;
            for (const QJsonValue &address : theirs.value(QStringLiteral("from_addr")).toArray())
                from.append(address.toString().toLower());
            from.removeAll(QString());
            QStringList ours;
            for (const MailAddress &address : mail.from)
                ours.append(address.address.toLower());
            ours.removeAll(QString());
            if (from != ours)
                differs(QStringLiteral("from"), file, from.join(u','), ours.join(u','));
            compareAttachments(file, theirs.value(QStringLiteral("parts")).toArray(), mail);
        }
        QVERIFY2(m_differences.isEmpty(), qPrintable(m_differences.join(u'\n')));
        for (const QString &key : betterThanCPython().keys())
            QVERIFY2(m_usedReasons.contains(key), qPrintable(QStringLiteral("no difference any more: ") + key));
        QVERIFY2(slowest < mostMilliseconds, qPrintable(QStringLiteral("%1 took %2 ms").arg(slowestFile).arg(slowest)));
    }

    void everyFileIsSurvived()
    {
        // Also the ones that are no mail, as if they had been named.
        QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const WorkClock clock;
            const ParsedMail mail = parseMail(file.readAll());
            QVERIFY2(clock.elapsed() < mostMilliseconds, qPrintable(file.fileName()));
            QVERIFY(!mail.text.contains(QChar(u'\0')));
            ++count;
        }
        QVERIFY(count > 1500);
    }

    void everyMailOfAFolderIsFound()
    {
        // What CPython's authors took for mail is found in folders too, but for text files without any header.
        const QSet<QString> noMail = {QStringLiteral("rt/emails/lorem-ipsum"), QStringLiteral("rt/gnupg/emails/README"),
                                      QStringLiteral("cpython-test_email/data/msg_19.txt")};
        const QJsonObject oracle = jsonFile(m_folder + QStringLiteral("/_oracle-python-email.json")).object();
        MailSource source({m_folder});
        while (source.next())
            continue;
        QStringList missed;
        for (const SkippedFile &skipped : source.skipped()) {
            const QString name = skipped.file.mid(m_folder.size() + 1);
            if (skipped.reason != QLatin1String("empty") && oracle.contains(name) && !noMail.contains(name))
                missed.append(name + u' ' + skipped.reason);
        }
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
    }

    void mboxesAreCutWhereOthersCutThem()
    {
        const QString folder = m_folder + QStringLiteral("/mimekit/mbox/");
        const QJsonArray offsets = jsonFile(folder + QStringLiteral("issue1189.unix-offsets.json")).array();
        QCOMPARE(offsets.size(), 4);
        MailSource source({folder + QStringLiteral("issue1189.mbox.txt")});
        for (const QJsonValue &expected : offsets) {
            const std::optional<RawMail> mail = source.next();
            QVERIFY(mail.has_value());
            QCOMPARE(mail->offset, expected.toObject().value(QStringLiteral("mboxMarkerOffset")).toInteger());
        }
        QVERIFY(!source.next().has_value());
        MailSource simple({folder + QStringLiteral("simple.mbox.txt")});
        int count = 0;
        while (simple.next())
            ++count;
        QCOMPARE(count, 3);
    }

    void bouncesAreKnown()
    {
        // "delivered" notices are no bounces; the last one is a person who passes a bounce on and wants an answer.
        const QStringList noBounces = {QStringLiteral("lhost-amazonses-12.eml"),
                                       QStringLiteral("lhost-amazonses-13.eml"),
                                       QStringLiteral("lhost-sendmail-14.eml")};
        const QString folder = m_folder + QStringLiteral("/sisimai-bounces");
        const QJsonObject expected = jsonFile(folder + QStringLiteral("/expected.json")).object();
        QCOMPARE(expected.size(), 555);
        int bounces = 0;
        int reports = 0;
        int vacations = 0;
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const ParsedMail mail = parseFile(folder + QStringLiteral("/maildir/bsd/") + it.key());
            QString reason;
            for (const QJsonValue &recipient : it.value().toObject().value(QStringLiteral("recipients")).toArray())
                reason = recipient.toObject().value(QStringLiteral("reason")).toString();
            // An unsubscribe request by mail is a report for Sisimai, an automatic mail for us.
            const bool optOut = it.key() == QStringLiteral("arf-26.eml");
            const bool report = reason == QStringLiteral("feedback") && !optOut;
            const bool vacation = reason == QStringLiteral("vacation");
            const bool bounce = !report && !vacation && !optOut && !noBounces.contains(it.key());
            QVERIFY2(mail.bounce == bounce, qPrintable(it.key()));
            QVERIFY2(mail.feedbackReport == report, qPrintable(it.key()));
            QVERIFY2(mail.autoSubmitted == (it.key() != QStringLiteral("lhost-sendmail-14.eml")), qPrintable(it.key()));
            bounces += bounce;
            reports += report;
            vacations += vacation;
        }
        QCOMPARE(bounces, 529);
        QCOMPARE(reports, 17);
        QCOMPARE(vacations, 5);
        for (const QString &name : QDir(folder + QStringLiteral("/maildir/not")).entryList(QDir::Files))
            QVERIFY2(!parseFile(folder + QStringLiteral("/maildir/not/") + name).bounce, qPrintable(name));
    }

    void humanMailIsNoBounce()
    {
        // What is a bounce in these sets is one by name or content; checked by eye.
        const QSet<QString> bounces = {QStringLiteral("multipart-report"),
                                       QStringLiteral("raw_email_with_mimepart_without_content_type.eml"),
                                       QStringLiteral("multi_address_bounce1.eml"),
                                       QStringLiteral("multi_address_bounce2.eml"),
                                       QStringLiteral("multipart_report_multiple_status.eml"),
                                       QStringLiteral("report_422.eml"),
                                       QStringLiteral("report_530.eml"),
                                       QStringLiteral("msg_05.txt"),
                                       QStringLiteral("msg_16.txt"),
                                       QStringLiteral("msg_25.txt"),
                                       QStringLiteral("msg_43.txt"),
                                       QStringLiteral("bounce.txt"),
                                       QStringLiteral("delivery-status-multiple-blank-lines.txt"),
                                       QStringLiteral("delivery-status-no-blank-line.txt"),
                                       QStringLiteral("delivery-status.anonymized.eml"),
                                       QStringLiteral("delivery-status.txt"),
                                       QStringLiteral("delivery-status2.txt"),
                                       QStringLiteral("PostMaster-Test10.box"),
                                       QStringLiteral("FilenameWithCRLF.box"),
                                       QStringLiteral("FilenameWithNewline.box")};
        int mails = 0;
        for (const QString &set :
             {QStringLiteral("rt"), QStringLiteral("ruby-mail"), QStringLiteral("cpython-test_email"),
              QStringLiteral("kmime"), QStringLiteral("mimekit/messages"), QStringLiteral("otrs"),
              QStringLiteral("zbateson-mail-mime-parser/emails"), QStringLiteral("talon")}) {
            MailSource source({m_folder + u'/' + set});
            while (const std::optional<RawMail> raw = source.next()) {
                const QString name = QFileInfo(raw->file).fileName();
                QVERIFY2(parseMail(raw->bytes).bounce == bounces.contains(name), qPrintable(raw->file));
                ++mails;
            }
        }
        QVERIFY(mails > 350);
    }

    void loopsAreSeenAsOtrsSeesThem()
    {
        const QJsonArray cases = jsonFile(m_folder + QStringLiteral("/otrs/loop_detection.json")).array();
        QVERIFY(cases.size() >= 8);
        for (const QJsonValue &value : cases) {
            const QJsonObject one = value.toObject();
            const ParsedMail mail = parseMail(one.value(QStringLiteral("Email")).toString().toUtf8());
            const bool loop = one.value(QStringLiteral("EmailParams")).toObject().value(QStringLiteral("X-OTRS-Loop"))
                              == QStringLiteral("yes");
            QVERIFY2(mail.autoResponseSigns.isEmpty() != loop,
                     qPrintable(one.value(QStringLiteral("Name")).toString()));
            QCOMPARE(mail.from.first().address, QStringLiteral("test@home.com"));
        }
    }

    void agreesWithZbateson()
    {
        const QString folder = m_folder + QStringLiteral("/zbateson-mail-mime-parser");
        const QJsonObject expected = jsonFile(folder + QStringLiteral("/expected.json")).object();
        QVERIFY(expected.size() >= 70);
        QStringList problems;
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const QJsonObject theirs = it.value().toObject();
            if (!QFile::exists(folder + QStringLiteral("/emails/") + it.key() + QStringLiteral(".txt")))
                continue; // m3005, which is too large for the collection
            const ParsedMail mail = parseFile(folder + QStringLiteral("/emails/") + it.key() + QStringLiteral(".txt"));
            const bool utf7 = mail.defects.contains(QStringLiteral("utf-7-refused"));
            const auto check = [&](const QString &what, const QString &theirValue, const QString &ourValue) {
                if (theirValue.simplified() != ourValue.simplified())
                    problems.append(QStringLiteral("%1 %2: theirs %3, ours %4")
                                        .arg(it.key(), what, theirValue.left(150), ourValue.left(150)));
            };
            if (!utf7)
                check(QStringLiteral("subject"), theirs.value(QStringLiteral("Subject")).toString(), mail.subject);
            if (theirs.contains(QStringLiteral("Message-ID")))
                check(QStringLiteral("id"), theirs.value(QStringLiteral("Message-ID")).toString(), mail.messageId);
            const QJsonObject from = theirs.value(QStringLiteral("From")).toObject();
            if (!from.isEmpty() && !mail.from.isEmpty()) {
                check(QStringLiteral("from"), from.value(QStringLiteral("email")).toString(),
                      mail.from.first().address);
                check(QStringLiteral("from name"), from.value(QStringLiteral("name")).toString(),
                      mail.from.first().name);
            }
            const QJsonObject to = theirs.value(QStringLiteral("To")).toObject();
            if (!to.isEmpty() && !mail.to.isEmpty() && !utf7) {
                check(QStringLiteral("to"), to.value(QStringLiteral("email")).toString(), mail.to.first().address);
                check(QStringLiteral("to name"), to.value(QStringLiteral("name")).toString(), mail.to.first().name);
            }
            checkZbatesonText(folder, it.key(), theirs, mail, problems);
        }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    void tnefFilesAreUnpacked()
    {
        // The sets that MimeKit's authors extracted: every file there, byte for byte.
        const QString folder = m_folder + QStringLiteral("/mimekit/tnef");
        int checked = 0;
        for (const QString &name : QDir(folder).entryList({QStringLiteral("*.tnef")}, QDir::Files)) {
            const QDir extracted(folder + u'/' + name.chopped(5));
            QFile file(folder + u'/' + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const ParsedMail mail =
                parseMail("Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
                          + file.readAll().toBase64());
            QSet<QByteArray> ours;
            for (const MailAttachment &attachment : mail.attachments) {
                // The copies of text files lost their carriage returns on the way into the collection.
                ours.insert(QByteArray(attachment.bytes).replace("\r", ""));
            }
            for (const QString &part : extracted.entryList(QDir::Files)) {
                QFile original(extracted.filePath(part));
                QVERIFY(original.open(QIODevice::ReadOnly));
                const QByteArray bytes = original.readAll().replace("\r", "");
                const bool body = part == QStringLiteral("message.html") || part == QStringLiteral("message.txt");
                // MimeKit leaves the 16 bytes of the interface id before an embedded object.
                const bool found = ours.contains(bytes) || ours.contains(bytes.mid(16));
                QVERIFY2(body ? !mail.text.isEmpty() : found, qPrintable(name + u' ' + part));
                ++checked;
            }
        }
        QVERIFY(checked >= 40);
    }

private:
    static void checkZbatesonText(const QString &folder, const QString &name, const QJsonObject &theirs,
                                  const ParsedMail &mail, QStringList &problems)
    {
        const QString textFile = theirs.value(QStringLiteral("text")).toString();
        if (textFile.isEmpty() || mail.defects.contains(QStringLiteral("utf-7-refused")))
            return;
        QFile file(folder + QStringLiteral("/emails/files/") + textFile);
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QString expected = QString::fromLatin1(file.readAll()).simplified();
        if (!mail.text.simplified().startsWith(expected))
            problems.append(QStringLiteral("%1 text: %2").arg(name, mail.text.simplified().left(150)));
    }
};

QTEST_APPLESS_MAIN(MailCorpusTest)
#include "mail_corpus_test.moc"
