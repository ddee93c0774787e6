// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/desk_work/report_mail_work.h"
#include "support/mail_job_fixture.h"
#include "support/postgres_desk.h"
#include "support/scripted_smtp_server.h"
#include "support/sla_job_fixture.h"

namespace deskhand::test {

/// 2026-03-02T09:00:00Z, a Monday: when a desk of these tests begins.
inline constexpr Instant reportDeskStart = 1'772'442'000'000;

/// A desk with a mailbox that sends by a server of the test, and with a clock that the jobs look at, too.
class ReportMailDesk
{
public:
    /// `server` null: no mailbox sends. `database` null: in a file; else on that server, which outlives the desk.
    explicit ReportMailDesk(ScriptedSmtpServer *server, PostgresServer *database = nullptr)
        : m_clock(std::make_shared<SteppedClock>(reportDeskStart))
    {
        if (database) {
            m_onServer = std::make_unique<PostgresDeskFixture>(*database);
            m_me = m_onServer->admin();
        } else {
            m_inFile = std::make_unique<TestDesk>();
            m_me = m_inFile->me();
            m_inFile->close();
        }
        m_desk = open();
        if (!server)
            return;
        Mailbox mailbox = server->mailbox();
        mailbox.protocol = MailProtocol::None;
        mailbox.id = {};
        submit(SaveMailbox{mailbox, {{MailSecret::OutgoingPassword, "secret"}}});
    }

    /// As another program has it.
    [[nodiscard]] std::unique_ptr<LocalDesk> open() const
    {
        LocalDeskOptions options;
        options.clock = m_clock;
        options.codec = makeMailCodec();
        auto opened = m_inFile ? LocalDesk::open(m_inFile->path(), options)
                               : LocalDesk::openServer(m_onServer->address(), options);
        if (!opened)
            qFatal("the desk cannot be opened: %s", qPrintable(opened.error().detail));
        return *std::move(opened);
    }
    /// The file stays until this object goes.
    void close() { m_desk.reset(); }
    [[nodiscard]] LocalDesk &desk() { return *m_desk; }
    /// Its file, or its database as people write it.
    [[nodiscard]] QString place() const { return m_inFile ? m_inFile->path() : placeOf(m_onServer->address()); }
    [[nodiscard]] SteppedClock &clock() { return *m_clock; }
    [[nodiscard]] std::shared_ptr<SteppedClock> sharedClock() { return m_clock; }
    [[nodiscard]] PersonId me() const { return m_me; }

    CommandAnswer submit(const CommandBody &body, PersonId actor = {})
    {
        return expect(m_desk->submit(Command::make(actor.isValid() ? actor : m_me, body)));
    }
    template <typename T>
    T expect(const QFuture<Result<T>> &future)
    {
        Result<T> result = await(future);
        if (!result)
            qFatal("%s: %s", qPrintable(result.error().where), qPrintable(result.error().detail));
        return *std::move(result);
    }
    [[nodiscard]] CatalogPtr catalog() { return expect(m_desk->catalog()); }

    PersonId addAgent(const QString &name, const QString &address, const QString &language = {})
    {
        Person person;
        person.role = PersonRole::Agent;
        person.name = name;
        person.address = address;
        person.language = language;
        return PersonId{submit(SavePerson{person}).id};
    }
    QueueId addQueue(const QString &name, const QVector<PersonId> &members = {})
    {
        Queue queue;
        queue.name = name;
        queue.members = members;
        return QueueId{submit(SaveQueue{queue}).id};
    }
    void openTicket(QueueId queue, const QString &subject)
    {
        OpenTicket open;
        open.subject = subject;
        open.queue = queue;
        open.requesterAddress = {QStringLiteral("Rita"), QStringLiteral("rita@customer.example")};
        open.article = NewArticle();
        open.article->senderRole = SenderRole::Customer;
        open.article->text = subject;
        submit(open);
    }
    /// Tickets created in the last 30 days, by queue.
    ReportItemId saveReport(const QString &name)
    {
        ReportItem item;
        item.name = name;
        item.shared = true;
        Report report;
        report.by = {ReportDimension::Queue};
        item.content = report;
        return ReportItemId{submit(SaveReportItem{item}).id};
    }
    /// Daily at 07:00 UTC.
    ReportItem schedule(ReportItemId report, const QVector<PersonId> &readers, bool pdf = false)
    {
        ReportItem item;
        item.name = QStringLiteral("Every morning");
        item.shared = true;
        item.content = ReportSchedule{report, ReportRhythm::Daily, 1, 7, 0, QStringLiteral("UTC"), readers, pdf};
        item.id = ReportItemId{submit(SaveReportItem{item}).id};
        item.version = 1;
        item.owner = m_me;
        return item;
    }

    /// The jobs' ports; `write` makes a mail without pictures and remembers the letter.
    [[nodiscard]] ReportMailPorts ports(LocalDesk &desk)
    {
        ReportMailPorts ports = reportMailPorts(desk, place());
        ports.clock = m_clock;
        ports.write = [this](const ReportLetter &letter, const std::function<bool()> &) -> Result<ReportMail> {
            const std::lock_guard lock(m_mutex);
            m_letters.append(letter);
            ReportMail mail;
            mail.subject = letter.name;
            mail.text =
                QString::number(letter.cards.value(0).answer ? letter.cards[0].answer->total.value.value_or(-1) : -1);
            mail.html = QStringLiteral("<p>%1</p>").arg(mail.text);
            return mail;
        };
        return ports;
    }
    [[nodiscard]] ReportMailPorts ports() { return ports(*m_desk); }
    [[nodiscard]] QVector<ReportLetter> letters()
    {
        const std::lock_guard lock(m_mutex);
        return m_letters;
    }
    /// What is due, once; gives how many mails went into the outbox.
    qint64 mailDue() { return mailDue(ports()); }
    qint64 mailDue(const ReportMailPorts &with)
    {
        ReportMailer mailer(with, QStringLiteral("mailer"));
        if (const Result<void> worked = mailer.runOnce(); !worked)
            qFatal("%s", qPrintable(worked.error().detail));
        return mailer.mailed();
    }
    /// What is in the outbox leaves.
    void deliver()
    {
        MailWorker::Options options;
        options.owner = QStringLiteral("postman");
        options.receives = false;
        MailJobPorts ports = jobPortsFor(*m_desk, place(), m_clock);
        ports.openStore = [this] { return openMailStoreAt(place()); };
        MailWorker worker(ports, options);
        if (const Result<void> worked = worker.runOnce(); !worked)
            qFatal("%s", qPrintable(worked.error().detail));
    }
    [[nodiscard]] QVector<ReportSending> sendings() { return expect(m_desk->reportShelf(m_me)).sendings; }

private:
    std::shared_ptr<SteppedClock> m_clock;
    std::unique_ptr<TestDesk> m_inFile;
    std::unique_ptr<PostgresDeskFixture> m_onServer;
    PersonId m_me;
    std::mutex m_mutex;
    QVector<ReportLetter> m_letters;
    std::unique_ptr<LocalDesk> m_desk;
};

} // namespace deskhand::test
