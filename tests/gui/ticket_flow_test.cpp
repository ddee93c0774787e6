// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/program.h"
#include "apps/deskhand/workplace.h"
#include "support/test_desk.h"
#include "support/widget_audit.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/recipient_edit.h"
#include "widgets/composer/rich_edit.h"
#include "widgets/thread/thread_view.h"
#include "widgets/ticket/new_ticket_dialog.h"
#include "widgets/ticket/ticket_area.h"

#include <QAbstractButton>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/inotify.h>
#include <unistd.h>

using namespace deskhand;
using namespace deskhand::test;

namespace {

/// Files of a folder that anybody opens, by inotify.
class OpenedFiles
{
public:
    explicit OpenedFiles(const QString &folder)
        : m_queue(inotify_init1(IN_NONBLOCK))
    {
        inotify_add_watch(m_queue, QFile::encodeName(folder).constData(), IN_OPEN);
    }
    ~OpenedFiles() { close(m_queue); }
    OpenedFiles(const OpenedFiles &) = delete;
    OpenedFiles &operator=(const OpenedFiles &) = delete;

    [[nodiscard]] bool any() const
    {
        char buffer[4096];
        return read(m_queue, buffer, sizeof buffer) > 0;
    }

private:
    int m_queue;
};

std::unique_ptr<Program> startProgram(const QString &settings, const QString &desk)
{
    Options options;
    options.settingsFolder = settings;
    options.deskFile = desk;
    auto program = std::make_unique<Program>(*qApp, options);
    program->start();
    return program;
}

Composer *composerOf(Program &program)
{
    return program.workplace()->ticketArea()->composer();
}

} // namespace

/// Tickets worked in the program's real window over a real desk file.
class TicketFlowTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDesk> m_desk;
    std::unique_ptr<QTemporaryDir> m_settings;
    TicketId m_ticket;

    std::unique_ptr<Program> openTicket(TicketId ticket)
    {
        auto program = startProgram(m_settings->path(), m_desk->path());
        if (!QTest::qWaitFor([&] { return program->workplace() && program->workplace()->catalog().isReady(); }))
            return nullptr;
        program->navigator().openTicket(ticket, true);
        const auto loaded = [&] {
            return program->workplace()->ticketArea()->presenter().isLoaded()
                   && program->workplace()->ticketArea()->presenter().ticket() == ticket
                   // A person reads before answering: what has not arrived counts as unseen and holds the reply.
                   && program->workplace()->ticketArea()->thread().rowCount() > 0;
        };
        return QTest::qWaitFor(loaded) ? std::move(program) : nullptr;
    }

    int articles() { return m_desk->row(m_ticket).head.articleCount; }

    Article newest() { return m_desk->expect(m_desk->desk().thread({m_ticket, {}, 1, {}})).articles.first(); }

private Q_SLOTS:
    void init()
    {
        m_desk = TestDesk::withSystemClock();
        m_settings = std::make_unique<QTemporaryDir>();
        m_ticket = m_desk->openTicket(QStringLiteral("Monitor went dark")).ticket;
        m_desk->customerMail(m_ticket, QStringLiteral("My second screen is black."));
    }

    void replyAndNote()
    {
        const auto program = openTicket(m_ticket);
        QVERIFY(program);
        Composer *composer = composerOf(*program);
        const int before = articles();
        composer->open(DraftKind::Reply);
        QTest::keyClicks(composer->editor(), QStringLiteral("Please swap the dock."));
        composer->flush();
        composer->send();
        QTRY_COMPARE(articles(), before + 1);
        QTRY_VERIFY(!composer->isOpen()); // the desk has it before the program has its answer
        QCOMPARE(newest().visibility, Visibility::Public);
        QCOMPARE(newest().senderRole, SenderRole::Agent);
        QVERIFY(newest().text.contains(QLatin1String("Please swap the dock.")));
        // The first answer opens the ticket.
        QCOMPARE(m_desk->catalog()->stateType(m_desk->row(m_ticket).head.state), StateType::Open);

        composer->open(DraftKind::Note);
        QTest::keyClicks(composer->editor(), QStringLiteral("Same dock as last week."));
        composer->flush();
        composer->send();
        QTRY_COMPARE(articles(), before + 2);
        QCOMPARE(newest().visibility, Visibility::Internal);
        QTRY_VERIFY(!program->workplace()->drafts().ticketsWithDrafts().contains(m_ticket));
    }

    /// Another desk on the same file, and Send before this window has heard of it.
    void whatSomebodyElseWroteHoldsTheReply()
    {
        const auto program = openTicket(m_ticket);
        QVERIFY(program);
        TicketArea *area = program->workplace()->ticketArea();
        auto *view = area->findChild<ThreadView *>();
        QVERIFY(view);
        QTRY_VERIFY(view->newestSeen().isValid());
        Composer *composer = composerOf(*program);
        composer->open(DraftKind::Reply);
        QTest::keyClicks(composer->editor(), QStringLiteral("Please swap the dock."));
        composer->flush();
        const int before = articles();

        PostArticle note;
        note.ticket = m_ticket;
        note.article.text = QStringLiteral("Do not: the dock is new.");
        note.article.visibility = Visibility::Internal;
        const PersonId colleague = m_desk->addAgent(QStringLiteral("Col League"));
        auto posted = m_desk->desk().submit(Command::make(colleague, note));
        posted.waitForFinished(); // no event: the window cannot know
        composer->send();
        auto *bar = area->findChild<QWidget *>(QStringLiteral("unseenPlainLabel"));
        QTRY_VERIFY(bar && bar->isVisible());
        QVERIFY(posted.resultAt(0));
        QTRY_COMPARE(area->thread().newestArticle(), posted.resultAt(0)->article);
        QCOMPARE(articles(), before + 1);
        QCOMPARE(composer->editor()->toPlainText(), QStringLiteral("Please swap the dock."));

        area->findChild<QAbstractButton *>(QStringLiteral("sendAnywayPushButton"))->click();
        QTRY_COMPARE(articles(), before + 2);
        QTRY_VERIFY(!composer->isOpen());
        QVERIFY(newest().text.contains(QLatin1String("Please swap the dock.")));
    }

    void headerChangesFields()
    {
        const auto program = openTicket(m_ticket);
        QVERIFY(program);
        TicketPresenter &presenter = program->workplace()->ticketArea()->presenter();
        presenter.setOwner(m_desk->me());
        presenter.changeTags({QStringLiteral("vip")}, {});
        QTRY_COMPARE(m_desk->row(m_ticket).head.owner, m_desk->me());
        QTRY_COMPARE(m_desk->row(m_ticket).head.tags, QStringList{QStringLiteral("vip")});
    }

    void newTicketIsOpened()
    {
        const auto program = openTicket(m_ticket);
        QVERIFY(program);
        program->navigator().newTicket();
        NewTicketDialog *dialog = program->workplace()->newTicketDialog();
        QTRY_VERIFY(dialog->isVisible());
        dialog->submit();
        QTRY_VERIFY(dialog->isVisible()); // nothing was filled in: it stays and says so
        dialog->requester()->setAddresses({{QStringLiteral("Sarah Lind"), QStringLiteral("sarah@customer.example")}});
        dialog->subject()->setText(QStringLiteral("Phone does not ring"));
        QTest::keyClicks(dialog->editor(), QStringLiteral("Since this morning."));
        QSignalSpy created(dialog, &NewTicketDialog::created);
        dialog->submit();
        QTRY_COMPARE(created.size(), 1);
        const TicketRow row = m_desk->row(created.first().first().value<TicketId>());
        QCOMPARE(row.head.subject, QStringLiteral("Phone does not ring"));
        QCOMPARE(row.requesterAddress, QStringLiteral("sarah@customer.example"));
    }

    void draftSurvivesAKill()
    {
        const QString text = QStringLiteral("Half a sentence that must not get");
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write-draft"), m_settings->path(),
                                                               m_desk->path(), QString::number(m_ticket.value), text});
        QVERIFY(writer.waitForStarted());
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += writer.readAllStandardOutput()).contains("saved"), 20'000);
        writer.kill();
        QVERIFY(writer.waitForFinished());
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);

        const auto program = openTicket(m_ticket);
        QVERIFY(program);
        QTRY_VERIFY(composerOf(*program)->editor()->toPlainText().contains(text));
        QVERIFY(program->workplace()->drafts().ticketsWithDrafts().contains(m_ticket));
    }

    void whatWasTypedWhenTheWindowClosedIsKept()
    {
        auto program = openTicket(m_ticket);
        QVERIFY(program);
        composerOf(*program)->open(DraftKind::Reply);
        QTest::keyClicks(composerOf(*program)->editor(), QStringLiteral("Half a sen"));
        program.reset(); // before the composer has taken the text
        program = openTicket(m_ticket);
        QVERIFY(program);
        QTRY_COMPARE(composerOf(*program)->editor()->toPlainText(), QStringLiteral("Half a sen"));
    }

    void hostileTextIsPlainEverywhere()
    {
        QTemporaryDir trap;
        const QString probe = trap.filePath(QStringLiteral("probe.png"));
        QImage picture(8, 8, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QVERIFY(picture.save(probe));
        const QString hostile = QStringLiteral("<img src=\"%1\"><b>x</b>").arg(probe);
        OpenTicket open;
        open.subject = hostile;
        open.requesterAddress = {hostile, QStringLiteral("probe@customer.example")};
        open.tags = {hostile};
        NewArticle article;
        article.senderRole = SenderRole::Customer;
        article.from = open.requesterAddress;
        article.text = hostile;
        article.attachments = {{hostile, hostile, "bytes", false, {}}};
        open.article = article;
        const TicketId ticket = m_desk->submit(open).ticket;

        const OpenedFiles opened(trap.path());
        const auto program = openTicket(ticket);
        QVERIFY(program);
        QTRY_VERIFY(program->window().isVisible());
        const QPixmap shown = program->window().grab();
        QVERIFY(!shown.isNull());
        QCOMPARE(auditWidgets(&program->window()).join(u'\n'), QString());
        QVERIFY(!opened.any());
        // The trap itself works.
        QVERIFY(!QImage(probe).isNull());
        QVERIFY(opened.any());
    }
};

namespace {

/// The other half of draftSurvivesAKill(): writes, says so, and waits to be killed.
int writeDraft(const QStringList &arguments)
{
    const auto program = startProgram(arguments[2], arguments[3]);
    const TicketId ticket{arguments[4].toLongLong()};
    if (!QTest::qWaitFor([&] { return program->workplace() && program->workplace()->catalog().isReady(); }))
        return 1;
    program->navigator().openTicket(ticket, true);
    if (!QTest::qWaitFor([&] { return program->workplace()->ticketArea()->presenter().isLoaded(); }))
        return 1;
    Composer *composer = composerOf(*program);
    QObject::connect(&program->workplace()->drafts(), &DraftKeeper::saved, composer, [] {
        std::fputs("saved\n", stdout);
        std::fflush(stdout);
    });
    composer->open(DraftKind::Reply);
    QTest::keyClicks(composer->editor(), arguments[5]);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--write-draft"))
        return writeDraft(arguments);
    TicketFlowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ticket_flow_test.moc"
