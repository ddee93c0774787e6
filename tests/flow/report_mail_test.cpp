// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/report_paper/painter_process.h"
#include "mail/mime_parser.h"
#include "operations/report_mail.h"
#include "support/report_mail_desk.h"

#include <QProcess>
#include <QStandardPaths>
#include <QtEndian>
#include <QtTest>

namespace deskhand::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr Instant firstDue = reportDeskStart + 22 * hourMs; // 2026-03-03T07:00:00Z
const QString painter = QStringLiteral(DESKHAND_BINARY_DIR "/bin/deskhand-painter");

/// Two readers, of whom one does not see the queue "Secret".
struct TwoReaders {
    PersonId kim;
    PersonId lee;
    ReportItem schedule;
};

TwoReaders twoReaders(ReportMailDesk &desk, const QString &language = {}, bool pdf = false)
{
    TwoReaders two;
    two.kim = desk.addAgent(u"Kim Berg"_s, u"kim@desk.example"_s);
    two.lee = desk.addAgent(u"Lee Moos"_s, u"lee@desk.example"_s, language);
    const QueueId secret = desk.addQueue(u"Secret"_s, {two.kim});
    const QueueId open = desk.addQueue(u"Open"_s);
    for (int i = 0; i < 3; ++i)
        desk.openTicket(secret, u"The plan"_s);
    desk.openTicket(open, u"A lamp"_s);
    two.schedule = desk.schedule(desk.saveReport(u"Created <by queue> & more"_s), {two.kim, two.lee}, pdf);
    return two;
}

/// By the recipient's address.
QHash<QString, QByteArray> mailsOf(ScriptedSmtpServer &server)
{
    QHash<QString, QByteArray> mails;
    for (const TakenMail &mail : server.taken())
        mails.insert(QString::fromLatin1(mail.recipients.value(0)), mail.bytes);
    return mails;
}

const ReportSending *sendingTo(const QVector<ReportSending> &sendings, PersonId reader)
{
    for (const ReportSending &sending : sendings) {
        if (sending.reader == reader)
            return &sending;
    }
    return nullptr;
}

ReportMailPorts paintedPorts(ReportMailDesk &desk)
{
    ReportMailPorts ports = desk.ports();
    ports.write = [](const ReportLetter &letter, const std::function<bool()> &goesOn) {
        return paintInProcess({PaperKind::Mail, letter}, goesOn, painter);
    };
    return ports;
}

QString textOfPdf(const QByteArray &pdf)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"report.pdf"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess process;
    process.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

class ReportMailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyGetsTheirNumbersOnce() { getsNumbersOnce(nullptr); }

    void alsoOnAServer()
    {
        const auto database = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk());
        if (!database)
            QSKIP("PostgreSQL is not installed");
        getsNumbersOnce(database.get());
    }

    void ofMissedTimesTheNewestIsSent()
    {
        ReportMailDesk desk(nullptr);
        ScriptedSmtpServer server({});
        saveMailbox(desk, server);
        const TwoReaders two = twoReaders(desk);
        desk.clock().set(firstDue + 9 * dayMs + hourMs);
        QCOMPARE(desk.mailDue(), 2);
        QCOMPARE(desk.sendings().size(), 2);
        QCOMPARE(desk.letters().first().dueAt, firstDue + 9 * dayMs);
        desk.clock().advance(dayMs);
        QCOMPARE(desk.mailDue(), 2);
        // A clock that goes back sends nothing again.
        desk.clock().set(firstDue + 9 * dayMs + 2 * hourMs);
        QCOMPARE(desk.mailDue(), 0);
        // Who changes a schedule begins with its next time.
        ReportItem changed = two.schedule;
        std::get<ReportSchedule>(changed.content).hour = 8;
        desk.clock().set(firstDue + 12 * dayMs + 2 * hourMs);
        desk.submit(SaveReportItem{changed});
        QCOMPARE(desk.mailDue(), 0);
        ReportItem stopped = changed;
        stopped.version = 2;
        stopped.active = false;
        desk.clock().advance(dayMs);
        desk.submit(SaveReportItem{stopped});
        QCOMPARE(desk.mailDue(), 0);
    }

    /// In the words of its reader, not of who made the schedule.
    void aDashboardThatEveryDeskHasIsMailedWithoutBeingSaved()
    {
        ScriptedSmtpServer server({});
        ReportMailDesk desk(&server);
        const PersonId kim = desk.addAgent(u"Kim"_s, u"kim@desk.example"_s, u"de"_s);
        ReportItem item;
        item.name = u"Our promises"_s;
        item.content = ReportSchedule{{}, ReportRhythm::Daily, 1, 7, 0, u"UTC"_s, {kim}, false, u"sla"_s};
        desk.submit(SaveReportItem{item});
        desk.clock().advance(dayMs);
        QCOMPARE(desk.mailDue(paintedPorts(desk)), 1);
        QCOMPARE(desk.sendings().first().name, u"Our promises"_s);
        desk.deliver();
        const ParsedMail mail = parseMail(mailsOf(server).value(u"kim@desk.example"_s));
        QVERIFY2(mail.subject.startsWith(u"SLA-Einhaltung"_s), qPrintable(mail.subject));
        QVERIFY2(mail.text.contains(u"„Our promises“"_s), qPrintable(mail.text));
    }

    void whyNobodyGetsItIsNoted()
    {
        ScriptedSmtpServer server({});
        ReportMailDesk desk(&server);
        const PersonId gone = desk.addAgent(u"Gone"_s, u"gone@desk.example"_s);
        const PersonId silent = desk.addAgent(u"Silent"_s, {});
        const PersonId mailbox = desk.addAgent(u"Mailbox"_s, desk.catalog()->mailboxes.first().address);
        const PersonId kim = desk.addAgent(u"Kim"_s, u"kim@desk.example"_s);
        const ReportItemId report = desk.saveReport(u"Created"_s);
        desk.schedule(report, {gone, silent, mailbox, kim});
        Person left = *desk.catalog()->agent(gone);
        left.active = false;
        desk.submit(SavePerson{left});
        desk.clock().set(firstDue);
        QCOMPARE(desk.mailDue(), 1);
        const QVector<ReportSending> sendings = desk.sendings();
        QCOMPARE(sendingTo(sendings, gone)->problem, reportproblem::inactive);
        QCOMPARE(sendingTo(sendings, silent)->problem, reportproblem::noAddress);
        QCOMPARE(sendingTo(sendings, mailbox)->problem, reportproblem::ownAddress);
        QCOMPARE(sendingTo(sendings, mailbox)->state, DeliveryState::None);
        QCOMPARE(sendingTo(sendings, kim)->state, DeliveryState::Queued);
        desk.submit(DeleteReportItem{report});
        desk.clock().advance(dayMs);
        QCOMPARE(desk.mailDue(), 0);
        QCOMPARE(sendingTo(desk.sendings(), kim)->problem, reportproblem::gone);
    }

    void withoutAMailboxItIsSaid()
    {
        ReportMailDesk desk(nullptr);
        const TwoReaders two = twoReaders(desk);
        desk.clock().set(firstDue);
        QCOMPARE(desk.mailDue(), 0);
        QCOMPARE(sendingTo(desk.sendings(), two.kim)->problem, reportproblem::noMailbox);
    }

    void whatAServerRefusesIsNoted()
    {
        ScriptedSmtpServer::Script script;
        script.troubles = {{SmtpStage::Rcpt, SmtpFault::Permanent}};
        ScriptedSmtpServer server(script);
        ReportMailDesk desk(&server);
        const TwoReaders two = twoReaders(desk);
        desk.clock().set(firstDue);
        QCOMPARE(desk.mailDue(), 2);
        desk.deliver();
        const QVector<ReportSending> sendings = desk.sendings();
        QCOMPARE(sendingTo(sendings, two.kim)->state, DeliveryState::Failed);
        QVERIFY(!sendingTo(sendings, two.kim)->problem.isEmpty());
    }

    void aMailThatCannotBeMadeIsTriedAgain()
    {
        ScriptedSmtpServer server({});
        ReportMailDesk desk(&server);
        const TwoReaders two = twoReaders(desk);
        desk.clock().set(firstDue);
        int attempts = 0;
        bool works = false;
        ReportMailPorts ports = desk.ports();
        const auto write = ports.write;
        ports.write = [&](const ReportLetter &letter, const std::function<bool()> &goesOn) -> Result<ReportMail> {
            ++attempts;
            if (works && letter.reader == two.lee)
                return write(letter, goesOn);
            return Error{ErrorCode::Internal, u"test"_s, u"no ink"_s, {}};
        };
        ReportMailer mailer(ports, u"mailer"_s);
        QVERIFY(mailer.runOnce());
        QCOMPARE(attempts, 2);
        QVERIFY(desk.sendings().isEmpty());
        QVERIFY(mailer.runOnce()); // not before its time
        QCOMPARE(attempts, 2);
        works = true;
        for (int i = 0; i < ReportMailer::mostAttempts; ++i) {
            desk.clock().advance(hourMs / 2);
            QVERIFY(mailer.runOnce());
        }
        QCOMPARE(attempts, 2 + ReportMailer::mostAttempts);
        const QVector<ReportSending> sendings = desk.sendings();
        QCOMPARE(sendingTo(sendings, two.lee)->state, DeliveryState::Queued);
        QCOMPARE(sendingTo(sendings, two.kim)->problem, reportproblem::notPainted);
        QVERIFY(mailer.failed() > 0);
    }

    /// Two programs, of which one has lost its lease and does not know it yet.
    void twoAtOnceAreOne()
    {
        ScriptedSmtpServer server({});
        ReportMailDesk desk(&server);
        twoReaders(desk);
        const auto other = desk.open();
        desk.clock().set(firstDue);
        ReportMailPorts slow = desk.ports();
        const auto write = slow.write;
        bool done = false;
        slow.write = [&](const ReportLetter &letter, const std::function<bool()> &goesOn) {
            if (!done) {
                done = true;
                desk.clock().advance(2 * LeasedJob::leaseTime);
                ReportMailer fast(desk.ports(*other), u"fast"_s);
                if (!fast.runOnce() || fast.mailed() != 2)
                    qFatal("the other program has done nothing");
            }
            return write(letter, goesOn);
        };
        ReportMailer mailer(slow, u"slow"_s);
        QVERIFY(mailer.runOnce());
        QCOMPARE(mailer.mailed(), 0); // it was the other one
        desk.deliver();
        QCOMPARE(server.taken().size(), 2);
        QCOMPARE(desk.sendings().size(), 2);
    }

    /// With the painter, as it goes out.
    void aMailIsInTheReadersLanguage()
    {
        if (!QFileInfo(painter).isExecutable())
            QSKIP("the painter is not built");
        ScriptedSmtpServer server({});
        ReportMailDesk desk(&server);
        twoReaders(desk, u"de"_s, true);
        desk.clock().set(firstDue);
        QCOMPARE(desk.mailDue(paintedPorts(desk)), 2);
        desk.deliver();
        const auto mails = mailsOf(server);
        const ParsedMail german = parseMail(mails.value(u"lee@desk.example"_s));
        QVERIFY(mails.value(u"lee@desk.example"_s).contains("Content-Language: de"));
        QVERIFY2(german.text.contains(u"Letzte 30 Tage"_s), qPrintable(german.text));
        QVERIFY(german.text.contains(u"Open: 1"_s) && !german.text.contains(u"Secret"_s));
        QVERIFY(german.html.contains(u"Letzte 30 Tage"_s) && !german.html.contains(u"Secret"_s));
        QVERIFY(german.html.contains(u"Created &lt;by queue&gt; &amp; more"_s));
        QVERIFY(!german.html.contains(u"<by queue>"_s));
        // The picture is the one that the HTML shows.
        QCOMPARE(german.attachments.size(), 2);
        const MailAttachment &picture = german.attachments.first();
        QVERIFY(picture.isInline && german.html.contains(u"cid:"_s + picture.contentId));
        QVERIFY(picture.bytes.startsWith("\x89PNG"));
        QVERIFY(qFromBigEndian<quint32>(picture.bytes.constData() + 16) > 1000); // its width
        QVERIFY(german.html.contains(u"alt=\""_s));
        const MailAttachment &pdf = german.attachments.last();
        QCOMPARE(pdf.type, u"application/pdf"_s);
        QVERIFY(pdf.bytes.startsWith("%PDF-") && pdf.name.endsWith(u".pdf"_s));
        if (!QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty()) {
            const QString text = textOfPdf(pdf.bytes);
            QVERIFY2(text.contains(u"Letzte 30 Tage"_s) && text.contains(u"by queue"_s), qPrintable(text));
        }
        const ParsedMail english = parseMail(mails.value(u"kim@desk.example"_s));
        QVERIFY2(english.text.contains(u"Secret: 3"_s), qPrintable(english.text));
        QVERIFY(!english.text.contains(u"Letzte"_s));
    }

private:
    /// In a file or on a server.
    static void getsNumbersOnce(PostgresServer *database)
    {
        ScriptedSmtpServer server({});
        ReportMailDesk desk(&server, database);
        const TwoReaders two = twoReaders(desk);
        QCOMPARE(desk.mailDue(), 0);
        desk.clock().set(firstDue - 1);
        QCOMPARE(desk.mailDue(), 0);
        desk.clock().set(firstDue + 5 * minuteMs);
        QCOMPARE(desk.mailDue(), 2);
        // As each of them would see it, and as of the time that was due.
        const QVector<ReportLetter> letters = desk.letters();
        QCOMPARE(letters.size(), 2);
        QCOMPARE(letters[0].reader, two.kim);
        QCOMPARE(letters[0].dueAt, firstDue);
        QCOMPARE(letters[0].cards.first().answer->total.value, 4);
        QCOMPARE(letters[1].cards.first().answer->total.value, 1);
        QVERIFY(sendingTo(desk.sendings(), two.lee)->state == DeliveryState::Queued);
        QCOMPARE(desk.mailDue(), 0);
        desk.deliver();
        desk.deliver();
        QCOMPARE(server.taken().size(), 2);
        const auto mails = mailsOf(server);
        const ParsedMail toLee = parseMail(mails.value(u"lee@desk.example"_s));
        QCOMPARE(toLee.text.trimmed(), u"1"_s);
        QVERIFY(toLee.autoSubmitted);
        QVERIFY(mails.value(u"lee@desk.example"_s).contains("Auto-Submitted: auto-generated\r\n"));
        QCOMPARE(parseMail(mails.value(u"kim@desk.example"_s)).text.trimmed(), u"4"_s);
        for (const ReportSending &sending : desk.sendings()) {
            QCOMPARE(sending.state, DeliveryState::Sent);
            QCOMPARE(sending.dueAt, firstDue);
            QVERIFY(sending.problem.isEmpty());
        }
    }

    static void saveMailbox(ReportMailDesk &desk, ScriptedSmtpServer &server)
    {
        Mailbox mailbox = server.mailbox();
        mailbox.protocol = MailProtocol::None;
        mailbox.id = {};
        desk.submit(SaveMailbox{mailbox, {{MailSecret::OutgoingPassword, "secret"}}});
    }
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ReportMailTest)

#include "report_mail_test.moc"
