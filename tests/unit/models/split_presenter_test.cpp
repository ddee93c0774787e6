// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/split_presenter.h"
#include "models/unmerge_presenter.h"
#include "support/fake_desk.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"

#include <QSignalSpy>
#include <QtTest>

#include <memory>

using namespace deskhand;
using namespace deskhand::test;

/// Parting what is together: splitting, and taking a merge back.
class SplitPresenterTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<CatalogHolder> m_holder;
    TicketId m_ticket;
    TicketDetail m_detail;
    QVector<Article> m_thread;

    Article article(qint64 id, SenderRole role, const QString &address, const QString &text) const
    {
        Article made;
        made.id = ArticleId{id};
        made.ticket = m_ticket;
        made.senderRole = role;
        made.author = PersonId{role == SenderRole::Customer ? 100 + id : 1};
        made.from = {address.section(u'@', 0, 0), address};
        made.text = text;
        made.createdAt = sampleNow + id * 1000;
        return made;
    }

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>(sampleNow);
        m_desk = std::make_unique<FakeDesk>(sampleCatalog(), *m_clock);
        TicketRow row = sampleTicket(5);
        row.head.articleCount = 3;
        m_ticket = m_desk->add(row);
        m_detail = {};
        m_detail.row = m_desk->row(m_ticket);
        m_detail.requester.id = PersonId{101};
        m_detail.requester.address = QStringLiteral("rita@customer.example");
        m_thread = {
            article(1, SenderRole::Customer, QStringLiteral("rita@customer.example"), QStringLiteral("The printer")),
            article(2, SenderRole::Agent, QStringLiteral("mike@example.com"), QStringLiteral("Which one?")),
            article(3, SenderRole::Customer, QStringLiteral("tom@customer.example"),
                    QStringLiteral("Hi,\nmy notebook does not start any more.\n"))};
        m_holder = std::make_unique<CatalogHolder>(*m_desk, PersonId{1}, *m_clock);
        m_holder->refresh();
        QTRY_VERIFY(m_holder->isReady());
    }

    void whoWroteItIsWhomTheNewTicketIsFor()
    {
        SplitPresenter split(*m_desk, *m_holder);
        split.start(m_detail, m_thread, {ArticleId{3}});
        QCOMPARE(split.form().requester, PersonId{103});
        QCOMPARE(split.form().queue, m_detail.row.head.queue);
        QCOMPARE(split.form().subject, QStringLiteral("my notebook does not start any more."));
        split.start(m_detail, m_thread, {ArticleId{2}});
        QCOMPARE(split.form().requester, PersonId{101}); // what we wrote was for the requester
    }

    void subjectsLoseWhatMailsPutBeforeThem()
    {
        Article mail = m_thread.first();
        mail.subject = QStringLiteral("AW: Re: [Desk#10005] VPN drops");
        QCOMPARE(SplitPresenter::subjectOf(mail, QStringLiteral("Printer")), QStringLiteral("VPN drops"));
        mail.text = QString(200, u'x');
        mail.subject.clear();
        QVERIFY(SplitPresenter::subjectOf(mail, QStringLiteral("Printer")).size() <= 80);
    }

    void oneMessageStaysUnlessTheyAreCopied()
    {
        SplitPresenter split(*m_desk, *m_holder);
        split.start(m_detail, m_thread, {ArticleId{1}, ArticleId{2}, ArticleId{3}});
        QVERIFY(!split.isReady());
        SplitForm form = split.form();
        form.copy = true;
        split.setForm(form);
        QVERIFY(split.isReady());
        form.articles.clear();
        split.setForm(form);
        QVERIFY(!split.isReady());
    }

    void theCommandSaysWhatTheFormSays()
    {
        m_desk->answerOthers = [](const Command &) -> Result<CommandAnswer> {
            CommandAnswer answer;
            answer.ticket = TicketId{77};
            answer.ticketNumber = QStringLiteral("10077");
            return answer;
        };
        SplitPresenter split(*m_desk, *m_holder);
        QSignalSpy done(&split, &SplitPresenter::split);
        split.start(m_detail, m_thread, {ArticleId{3}, ArticleId{2}});
        SplitForm form = split.form();
        form.subject = QStringLiteral("  Notebook ");
        form.queue = QueueId{2};
        form.requester = {};
        form.requesterAddress = {QStringLiteral("Tom"), QStringLiteral("tom@new.example")};
        split.setForm(form);
        split.submit();
        QTRY_COMPARE(done.size(), 1);
        const auto &command = std::get<SplitTicket>(m_desk->commands.last().body);
        QCOMPARE(command.ticket, m_ticket);
        QCOMPARE(command.version, m_detail.row.head.version);
        QCOMPARE(command.articles, (QVector<ArticleId>{ArticleId{2}, ArticleId{3}})); // in the thread's order
        QCOMPARE(command.opened.subject, QStringLiteral("Notebook"));
        QCOMPARE(command.opened.requesterAddress.address, QStringLiteral("tom@new.example"));
        QVERIFY(!command.copy);
    }

    void whoWasFasterIsNotOverwritten()
    {
        m_desk->answerOthers = [](const Command &) -> Result<CommandAnswer> {
            return Error{ErrorCode::Conflict, QStringLiteral("test"), {}, {}};
        };
        SplitPresenter split(*m_desk, *m_holder);
        QSignalSpy refused(&split, &SplitPresenter::refused);
        split.start(m_detail, m_thread, {ArticleId{3}});
        m_desk->change(m_ticket, [](TicketRow &row) { row.head.subject = QStringLiteral("x"); });
        split.submit();
        QTRY_COMPARE(refused.size(), 1);
        QTRY_COMPARE(split.detail().row.head.version, m_desk->row(m_ticket).head.version);
    }

    void whatItsPeopleWroteGoesBackWithATicket()
    {
        MergedTicket merged;
        merged.ticket = TicketId{12};
        merged.number = QStringLiteral("10012");
        merged.at = sampleNow + 3500;
        // 1 and 2 are the target's, 3 is of the merged one; the others came since.
        m_thread[2].origin = merged.ticket;
        m_thread.append(
            article(4, SenderRole::Customer, QStringLiteral("tom@customer.example"), QStringLiteral("And?")));
        m_thread.append(
            article(5, SenderRole::Customer, QStringLiteral("rita@customer.example"), QStringLiteral("Yes")));
        m_thread.append(article(6, SenderRole::Agent, QStringLiteral("mike@example.com"), QStringLiteral("Well")));
        m_desk->threadNow.articles = m_thread;
        m_desk->answerOthers = [](const Command &) -> Result<CommandAnswer> { return CommandAnswer{}; };
        UnmergePresenter back(*m_desk, *m_holder);
        QSignalSpy done(&back, &UnmergePresenter::unmerged);
        back.start(m_detail, merged);
        QVERIFY(!back.isReady());
        QTRY_COMPARE(back.later().size(), 3);
        QCOMPARE(back.taken(), QSet<ArticleId>{ArticleId{4}});
        back.take(ArticleId{6}, true);
        back.submit();
        QTRY_COMPARE(done.size(), 1);
        const auto &command = std::get<UnmergeTicket>(m_desk->commands.last().body);
        QCOMPARE(command.source, merged.ticket);
        QCOMPARE(command.take, (QVector<ArticleId>{ArticleId{4}, ArticleId{6}}));
    }
};

QTEST_GUILESS_MAIN(SplitPresenterTest)
#include "split_presenter_test.moc"
