// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/program.h"
#include "apps/deskhand/workplace.h"
#include "models/view_list_model.h"
#include "replica/seal_key_file.h"
#include "support/mail_day.h"
#include "support/test_desk.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/rich_edit.h"
#include "widgets/outbox/held_mail_window.h"
#include "widgets/outbox/mail_place.h"
#include "widgets/outbox/outbox_window.h"
#include "widgets/outbox/undo_send_bar.h"
#include "widgets/settings/appearance.h"
#include "widgets/thread/thread_view.h"
#include "widgets/ticket/ticket_area.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace deskhand;
using namespace deskhand::test;

namespace {

constexpr int mailsOfTheDay = 500;
constexpr int mostOfOthers = 260;
constexpr int conversations = 40;
constexpr int arrivalMs = 180'000; ///< for hundreds of mails through two servers on a busy machine
constexpr int oneMailMs = 60'000;

const char *const matters[] = {"The printer on the third floor prints stripes", "VPN drops every hour",
                               "I need access to the finance folder", "My second screen stays black",
                               "The projector in room 4 shows no picture"};

} // namespace

/// A day of a desk behind real mail servers, worked in the program's window: what comes in is fetched, threaded and
/// acknowledged, what is written goes out, comes back, is answered by machines; and in the evening the sum is right.
/// DESKHAND_PICTURES names a folder that keeps what was seen.
class MailDayTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<MailDay> m_day;
    std::unique_ptr<TestDesk> m_desk;
    QTemporaryDir m_settings;
    std::unique_ptr<Program> m_program;
    QStringList m_customers;
    int m_taken = 0;

    TicketArea *area() { return m_program->workplace()->ticketArea(); }
    Composer *composer() { return area()->composer(); }
    MailReport report() { return m_desk->expect(m_desk->desk().mailReport()); }
    MailReconciliation sums() { return report().mailboxes.first().sums; }
    ThreadPage thread(TicketId ticket) { return m_desk->expect(m_desk->desk().thread({ticket, {}, 50, m_desk->me()})); }
    QVector<TicketId> ticketsOf(const QString &address)
    {
        const QVector<Person> people = m_desk->expect(m_desk->desk().people({{}, address, {}, 100}));
        const auto found = std::find_if(people.cbegin(), people.cend(),
                                        [&address](const Person &person) { return person.address == address; });
        if (found == people.cend())
            return {};
        const Condition condition = Condition::is(ConditionField::Requester, {found->id.value});
        return m_desk->expect(m_desk->desk().tickets({condition, {}, {}, m_desk->me(), SystemClock().now(), {}})).ids;
    }
    /// The only one; invalid: there is none, or several.
    TicketId ticketOf(const QString &address)
    {
        const QVector<TicketId> tickets = ticketsOf(address);
        return tickets.size() == 1 ? tickets.first() : TicketId{};
    }
    /// Everything that was sent to the desk is there and has been applied.
    bool allApplied()
    {
        const MailReconciliation now = sums();
        return now.seen() >= m_day->sent() && now.waiting == 0 && now.backlog == 0;
    }
    void keepPicture(const char *name, QWidget *widget = nullptr)
    {
        const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
        if (folder.isEmpty())
            return;
        for (const QString &tone : {QStringLiteral("dark"), QStringLiteral("light")}) {
            m_program->settings().setValue(QLatin1String(appearance::themeKey), tone);
            QTest::qWait(50);
            (widget ? widget : &m_program->window())
                ->grab()
                .save(QStringLiteral("%1/day-%2-%3.png").arg(folder, QString::fromLatin1(name), tone));
        }
    }
    bool openInWindow(TicketId ticket)
    {
        m_program->navigator().openTicket(ticket, true);
        return QTest::qWaitFor([&] {
            return area()->presenter().isLoaded() && area()->presenter().ticket() == ticket
                   && area()->thread().rowCount() > 0;
        });
    }
    bool sendReply(const QString &text)
    {
        composer()->open(DraftKind::Reply);
        QTest::keyClicks(composer()->editor(), text);
        composer()->flush();
        composer()->send();
        if (QTest::qWaitFor([&] { return !composer()->isOpen(); }))
            return true;
        keepPicture("not-sent");
        return false;
    }
    void sendNow(OutboundMailId mail) { m_desk->submit(ReleaseMail{mail, 0}); }
    OutboundMailId newestMailOf(TicketId ticket)
    {
        const QVector<MailDelivery> deliveries = thread(ticket).deliveries;
        return deliveries.isEmpty() ? OutboundMailId{} : deliveries.last().id;
    }
    DeliveryState stateOf(TicketId ticket)
    {
        const QVector<MailDelivery> deliveries = thread(ticket).deliveries;
        return deliveries.isEmpty() ? DeliveryState::None : deliveries.last().state;
    }

    void setUpDesk();

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_program.reset(); }
    void theMorningsMailIsFetched();
    void newTicketsAreAcknowledged();
    void aReplyIsTakenBackEditedAndArrivesOnce();
    void answersJoinTheirTickets();
    void aStrangerWaitsForOneClick();
    void aBounceIsShownWhereTheMailIs();
    void aMachineThatAnswersEverythingIsNotAnsweredForEver();
    void theSumIsRight();
};

void MailDayTest::setUpDesk()
{
    const Result<SealKeys> keys = makeSealKeyFile(sealKeyFolder(m_settings.path()));
    QVERIFY(keys);
    MailSettings settings = m_desk->catalog()->mailSettings;
    settings.sealKey = sealKeyText(keys->publicKey);
    settings.undoSeconds = 600; // nothing leaves before the test says so
    m_desk->submit(SaveMailSettings{settings});
    const QByteArray sealed = sealSecret(keys->publicKey, MailDay::deskPassword().toUtf8());
    m_desk->submit(SaveMailbox{m_day->mailbox(),
                               {{MailSecret::IncomingPassword, sealed}, {MailSecret::OutgoingPassword, sealed}}});
    MailText text;
    text.subject = QStringLiteral("We have received: {{ticket.subject}}");
    text.text = QStringLiteral("Hello {{requester.name}},\nyour message is number {{ticket.number}} with us.");
    m_desk->submit(SaveMailText{text});
}

void MailDayTest::initTestCase()
{
    QString reason;
    m_day = MailDay::start(&reason);
    if (!m_day)
        QSKIP(qPrintable(reason));
    m_desk = TestDesk::withSystemClock();
    setUpDesk();
    Options options;
    options.settingsFolder = m_settings.path();
    options.deskFile = m_desk->path();
    m_program = std::make_unique<Program>(*qApp, options);
    m_program->start();
    QTRY_VERIFY(m_program->workplace() && m_program->workplace()->catalog().isReady());
}

/// Hundreds of mails from everywhere, some of them twice, and letters of people.
void MailDayTest::theMorningsMailIsFetched()
{
    for (const QByteArray &mail : mailsOfOthers(mostOfOthers))
        m_taken += m_day->pass(mail) ? 1 : 0;
    if (m_taken == 0)
        qInfo("the foreign mail sets are not here: letters only");
    for (int i = 0; i < conversations; ++i) {
        const QString customer = m_day->addCustomer(QStringLiteral("Customer %1").arg(i));
        m_customers.append(customer);
        QVERIFY(
            m_day->write(customer, QStringLiteral("%1 (%2)").arg(QLatin1String(matters[i % 5])).arg(i),
                         QStringLiteral("Hello,\n\nplease help me with this, it is number %1.\n\nThank you").arg(i)));
    }
    QVERIFY(m_day->write(MailDay::goneAddress(), QStringLiteral("I will be gone"), QStringLiteral("Write to me.")));
    QVERIFY(m_day->write(MailDay::loopAddress(), QStringLiteral("My machine answers"), QStringLiteral("Try it.")));
    for (int i = 0; i < 5; ++i)
        m_day->deliverTwice("From: twice@example.test\r\nTo: support@example.test\r\nSubject: twice "
                            + QByteArray::number(i) + "\r\nMessage-ID: <twice" + QByteArray::number(i)
                            + "@example.test>\r\n\r\nThe same bytes.\r\n");
    // Letters of many people fill the day up.
    for (int i = 0; m_day->sent() < mailsOfTheDay - conversations; ++i)
        QVERIFY(m_day->write(QStringLiteral("person%1@example.test").arg(i),
                             QStringLiteral("Question of person %1").arg(i), QStringLiteral("How does this work?")));
    QTRY_VERIFY_WITH_TIMEOUT(allApplied(), arrivalMs);
    QVERIFY(sums().duplicates >= 5);
    QVERIFY(sums().imported() >= conversations);
    keepPicture("morning");
}

void MailDayTest::newTicketsAreAcknowledged()
{
    for (const QString &customer : std::as_const(m_customers)) {
        QTRY_COMPARE_WITH_TIMEOUT(m_day->received(customer).size(), 1, oneMailMs);
        const QByteArray mail = m_day->received(customer).first();
        QVERIFY(mail.contains("Auto-Submitted: auto-replied"));
        QVERIFY2(mail.contains("We have received"), mail.constData());
    }
}

void MailDayTest::aReplyIsTakenBackEditedAndArrivesOnce()
{
    const QString customer = m_customers.first();
    QVERIFY(!customer.isEmpty());
    const TicketId ticket = ticketOf(customer);
    QVERIFY(ticket.isValid());
    QVERIFY(openInWindow(ticket));
    QVERIFY(sendReply(QStringLiteral("Please restart the printer.")));
    QTRY_VERIFY(m_program->workplace()->mail().undoSendBar()->isVisible());
    keepPicture("undo");
    QVERIFY(m_program->actions().trigger(QStringLiteral("mail.undoSend")));
    QTRY_COMPARE(composer()->editor()->toPlainText(), QStringLiteral("Please restart the printer."));
    composer()->editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(composer()->editor(), QStringLiteral(" Twice, if it still prints stripes."));
    composer()->flush();
    composer()->send();
    QTRY_VERIFY(!composer()->isOpen());
    QTRY_COMPARE(stateOf(ticket), DeliveryState::Queued);
    sendNow(newestMailOf(ticket));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(ticket), DeliveryState::Sent, oneMailMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_day->received(customer).size(), 2, oneMailMs);
    QVERIFY(m_day->received(customer).last().contains("Twice, if it still prints stripes."));
}

void MailDayTest::answersJoinTheirTickets()
{
    const qint64 before = sums().followUps;
    for (int i = 0; i < conversations; ++i) {
        const QByteArray received = m_day->received(m_customers[i]).last();
        QVERIFY(
            m_day->answer(m_customers[i], received, QStringLiteral("It is still the same today, number %1.").arg(i)));
    }
    QTRY_VERIFY_WITH_TIMEOUT(allApplied(), arrivalMs);
    QCOMPARE(sums().followUps - before, conversations);
    for (const QString &customer : std::as_const(m_customers)) {
        QVERIFY2(ticketOf(customer).isValid(), qPrintable(customer));
        QVERIFY(thread(ticketOf(customer)).articles.last().text.startsWith(QStringLiteral("It is still the same")));
    }

    const TicketId solved = ticketOf(m_customers.last());
    const TicketRow row = m_desk->row(solved);
    m_desk->submit(ChangeTicket{
        solved, row.head.version, {{TicketField::State, m_desk->state(StateType::Solved).value, {}, {}}}, {}});
    QVERIFY(m_day->answer(m_customers.last(), m_day->received(m_customers.last()).last(),
                          QStringLiteral("Thank you very much!")));
    QTRY_VERIFY_WITH_TIMEOUT(allApplied(), oneMailMs);
    QCOMPARE(thread(solved).articles.last().text.trimmed(), QStringLiteral("Thank you very much!"));
    QCOMPARE(m_desk->catalog()->stateType(m_desk->row(solved).head.state), StateType::Solved);
}

void MailDayTest::aStrangerWaitsForOneClick()
{
    const TicketId ticket = ticketOf(m_customers[1]);
    const int articles = int(thread(ticket).articles.size());
    QVERIFY(m_day->write(QStringLiteral("stranger@elsewhere.example"),
                         QStringLiteral("Re: your ticket [#%1]").arg(m_desk->row(ticket).head.number),
                         QStringLiteral("I know something about this.")));
    QTRY_VERIFY_WITH_TIMEOUT(allApplied(), oneMailMs);
    QCOMPARE(thread(ticket).articles.size(), articles);
    const QVector<HeldMail> held = m_desk->expect(m_desk->desk().heldMails(m_desk->me(), ticket));
    QCOMPARE(held.size(), 1);
    QCOMPARE(held.first().reason, HoldReason::Stranger);

    QVERIFY(m_program->actions().trigger(QStringLiteral("go.heldMail")));
    HeldMailWindow *window = m_program->workplace()->mail().heldMailWindow();
    QTRY_VERIFY(window->isVisible());
    auto *list = window->findChild<QAbstractItemView *>(QStringLiteral("heldMailListView"));
    QVERIFY(list);
    const auto rowOfStranger = [&] {
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()
                    ->index(row, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QLatin1String("stranger@elsewhere.example"))
                || list->model()
                       ->index(row, 0)
                       .data(Qt::DisplayRole)
                       .toString()
                       .contains(QLatin1String("stranger@elsewhere.example")))
                return row;
        }
        return -1;
    };
    QTRY_VERIFY(rowOfStranger() >= 0);
    list->setCurrentIndex(list->model()->index(rowOfStranger(), 0));
    keepPicture("held", window);
    auto *join = window->findChild<QAbstractButton *>(QStringLiteral("joinTicketPushButton"));
    QVERIFY(join);
    QTRY_VERIFY(join->isEnabled());
    QTest::mouseClick(join, Qt::LeftButton);
    QTRY_COMPARE(thread(ticket).articles.size(), articles + 1);
    window->close();
}

void MailDayTest::aBounceIsShownWhereTheMailIs()
{
    const TicketId ticket = ticketOf(MailDay::goneAddress());
    QVERIFY(ticket.isValid());
    const StateId before = m_desk->row(ticket).head.state;
    QVERIFY(openInWindow(ticket));
    QVERIFY(sendReply(QStringLiteral("Are you still there?")));
    QTRY_COMPARE(stateOf(ticket), DeliveryState::Queued);
    const StateId replied = m_desk->row(ticket).head.state;
    QVERIFY(before.isValid() && replied.isValid());
    sendNow(newestMailOf(ticket));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(ticket), DeliveryState::Bounced, oneMailMs);
    const RecipientDelivery recipient = thread(ticket).deliveries.last().recipients.first();
    QVERIFY2(recipient.status.startsWith(u"5."), qPrintable(recipient.status));
    QCOMPARE(m_desk->row(ticket).head.delivery, DeliveryState::Bounced);
    QCOMPARE(m_desk->row(ticket).head.state, replied); // a report is no answer
    QVERIFY(sums().reports > 0);
    const TicketDetail detail = m_desk->expect(m_desk->desk().ticket(ticket, m_desk->me()));
    QVERIFY(detail.requesterTrouble);
    QTRY_COMPARE(area()->presenter().ticket(), ticket);
    const auto *views = m_program->window().findChild<QAbstractItemView *>(QStringLiteral("sidebarTreeView"));
    QVERIFY(views);
    const auto counted = [&](const QString &name) {
        const QModelIndexList found = views->model()->match(views->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                                            Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? qint64(-1) : found.first().data(ViewListModel::CountRole).toLongLong();
    };
    QTRY_COMPARE(counted(QStringLiteral("Not delivered")), 1);
    const auto *status = m_program->window().findChild<QAbstractButton *>(QStringLiteral("mailStatusToolButton"));
    QVERIFY(status);
    QTRY_VERIFY(status->text().contains(u'1'));
    keepPicture("bounced");
}

void MailDayTest::aMachineThatAnswersEverythingIsNotAnsweredForEver()
{
    // Each of its answers looks like a new matter of a person; the desk's own limits must end it.
    const int limit = m_desk->catalog()->mailSettings.automaticPerAddressHour;
    const auto everythingArrived = [&] {
        qsizetype acknowledged = 0;
        for (const TicketId ticket : ticketsOf(MailDay::loopAddress())) {
            for (const HistoryEntry &entry : m_desk->expect(m_desk->desk().history(ticket, m_desk->me(), 50)))
                acknowledged += entry.what == QLatin1String("acknowledged") ? 1 : 0;
        }
        return m_day->received(MailDay::loopAddress()).size() == acknowledged;
    };
    int rounds = 0;
    for (int answered = 1; answered > 0 && rounds < 50; ++rounds) {
        QTRY_VERIFY_WITH_TIMEOUT(allApplied(), oneMailMs);
        QTRY_VERIFY_WITH_TIMEOUT(everythingArrived(), oneMailMs);
        answered = m_day->letMachineAnswer();
    }
    QVERIFY2(rounds < 50, "the desk and the machine go on answering each other");
    QVERIFY2(m_day->received(MailDay::loopAddress()).size() <= limit,
             qPrintable(QString::number(m_day->received(MailDay::loopAddress()).size())));
}

void MailDayTest::theSumIsRight()
{
    // The last acknowledgements may still come back as reports, which are mails, too.
    const auto allIsQuiet = [&] {
        const QVector<MailDelivery> outbox = m_desk->expect(m_desk->desk().outbox(m_desk->me()));
        const bool leaving = std::any_of(outbox.cbegin(), outbox.cend(), [](const MailDelivery &mail) {
            return mail.state == DeliveryState::Queued || mail.state == DeliveryState::Sending;
        });
        return !leaving && m_day->isQuiet() && allApplied() && sums().seen() == m_day->arrived();
    };
    QTRY_VERIFY_WITH_TIMEOUT(allIsQuiet(), oneMailMs);
    const MailboxReport mailbox = report().mailboxes.first();
    QCOMPARE(sums().seen(), m_day->arrived());
    QCOMPARE(mailbox.arrivals, mailbox.sums.seen() - mailbox.sums.backlog);
    QVERIFY(m_day->arrived() >= mailsOfTheDay);
    QCOMPARE(mailbox.sums.rejected, 0);
    QCOMPARE(mailbox.progress.problem, QString());
    qInfo("%lld mails: %lld tickets, %lld follow-ups, %lld duplicates, %lld held, %lld quarantined, %lld reports; "
          "%d of them were written elsewhere",
          mailbox.sums.seen(), mailbox.sums.opened, mailbox.sums.followUps, mailbox.sums.duplicates, mailbox.sums.held,
          mailbox.sums.quarantined, mailbox.sums.reports, m_taken);
    QVERIFY(m_program->actions().trigger(QStringLiteral("go.outbox")));
    OutboxWindow *window = m_program->workplace()->mail().outboxWindow();
    auto *list = window->findChild<QAbstractItemView *>(QStringLiteral("outboxListView"));
    QVERIFY(list);
    QTRY_VERIFY(list->model()->rowCount() > 0); // the one that came back
    keepPicture("outbox", window);
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    MailDayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "mail_day_test.moc"
