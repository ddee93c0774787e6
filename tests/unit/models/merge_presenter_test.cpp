// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/merge_presenter.h"
#include "models/people_finder.h"
#include "models/ticket_finder.h"
#include "support/fake_desk.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"

#include <QSignalSpy>
#include <QtTest>

#include <memory>

using namespace deskhand;
using namespace deskhand::test;

class MergePresenterTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<CatalogHolder> m_holder;
    std::unique_ptr<MergePresenter> m_merge;
    TicketId m_old;
    TicketId m_young;
    TicketId m_stranger;

    static TicketRow ticketOf(qint64 requester, qint64 organization, Instant opened)
    {
        TicketRow row = sampleTicket(int(requester));
        row.head.number = QString::number(requester * 1000 + opened % 1000);
        row.head.requester = PersonId{requester};
        row.head.organization = OrganizationId{organization};
        row.head.state = StateId{2};
        row.head.createdAt = opened;
        row.head.tags = {QStringLiteral("tag%1").arg(opened % 1000)};
        row.requesterName = QStringLiteral("Requester %1").arg(requester);
        return row;
    }
    bool hasWarning(MergeWarning::Kind kind) const
    {
        const QVector<MergeWarning> all = m_merge->warnings();
        return std::any_of(all.cbegin(), all.cend(), [kind](const MergeWarning &one) { return one.kind == kind; });
    }
    const MergeTickets *sent() const
    {
        return m_desk->commands.isEmpty() ? nullptr : std::get_if<MergeTickets>(&m_desk->commands.last().body);
    }

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>(sampleNow);
        m_desk = std::make_unique<FakeDesk>(sampleCatalog(), *m_clock);
        m_old = m_desk->add(ticketOf(5, 1, sampleNow - 9'000'001));
        m_young = m_desk->add(ticketOf(5, 1, sampleNow - 5'000'002));
        m_stranger = m_desk->add(ticketOf(6, 2, sampleNow - 1'000'003));
        m_desk->answerOthers = [](const Command &command) -> Result<CommandAnswer> {
            CommandAnswer answer;
            answer.ticket = std::get<MergeTickets>(command.body).target;
            return answer;
        };
        m_holder = std::make_unique<CatalogHolder>(*m_desk, PersonId{1}, *m_clock);
        m_holder->refresh();
        QTRY_VERIFY(m_holder->isReady());
        m_merge = std::make_unique<MergePresenter>(*m_desk, *m_holder);
    }

    void theOldestStaysUntilSomebodySaysOtherwise()
    {
        m_merge->start({m_young, m_old});
        QTRY_VERIFY(m_merge->isReady());
        QCOMPARE(m_merge->target(), m_old);
        QVERIFY(m_merge->warnings().isEmpty());
        QVERIFY(m_merge->otherRequesters().isEmpty());
        m_merge->swap();
        QCOMPARE(m_merge->target(), m_young);
        m_desk->change(m_old, [](TicketRow &row) { row.head.subject = QStringLiteral("x"); });
        QTRY_VERIFY(!m_merge->sourceSides().first()->meanwhile.isEmpty());
        QCOMPARE(m_merge->target(), m_young); // what arrives does not turn it around again
    }

    void whatIsSentAreTheVersionsThatWereShown()
    {
        m_merge->start({m_old, m_young});
        QTRY_VERIFY(m_merge->isReady());
        QSignalSpy merged(m_merge.get(), &MergePresenter::merged);
        m_merge->setWhy(QStringLiteral(" the same  thing "));
        m_merge->submit();
        QTRY_COMPARE(merged.size(), 1);
        const MergeTickets *command = sent();
        QVERIFY(command != nullptr);
        QCOMPARE(command->target, m_old);
        QCOMPARE(command->targetVersion, m_desk->row(m_old).head.version);
        QCOMPARE(command->sources, (QVector<MergeSource>{{m_young, m_desk->row(m_young).head.version}}));
        QCOMPARE(command->why, QStringLiteral("the same thing"));
        const auto done = merged.first().first().value<MergeDone>();
        QCOMPARE(done.sourceNumbers, QStringList{m_desk->row(m_young).head.number});
    }

    void whoWouldReadWhatIsSaidBefore()
    {
        m_merge->start({m_old, m_stranger});
        QTRY_VERIFY(m_merge->isReady());
        QVERIFY(hasWarning(MergeWarning::Kind::OtherRequester));
        QVERIFY(hasWarning(MergeWarning::Kind::OtherOrganization));
        QCOMPARE(m_merge->otherRequesters(), QStringList{addressLine({m_desk->row(m_stranger).requesterName,
                                                                      m_desk->row(m_stranger).requesterAddress})});
        m_merge->setKeepRequesters(false);
        m_merge->submit();
        QTRY_VERIFY(sent() != nullptr);
        QVERIFY(!sent()->keepRequesters);
    }

    void anOpenTicketDoesNotVanishInASolvedOne()
    {
        m_desk->change(m_old, [](TicketRow &row) { row.head.state = StateId{5}; });
        m_merge->start({m_old, m_young});
        QTRY_VERIFY(m_merge->isReady());
        QVERIFY(hasWarning(MergeWarning::Kind::TargetDone));
        m_desk->change(m_old, [](TicketRow &row) { row.head.state = StateId{6}; });
        QTRY_VERIFY(!m_merge->obstacle().isEmpty()); // closed takes nothing that is open
        m_merge->swap();
        QVERIFY(m_merge->isReady());
    }

    void aMergedOneIsNotMergedAgain()
    {
        m_merge->start({m_old, m_young});
        QTRY_VERIFY(m_merge->isReady());
        m_desk->change(m_young, [](TicketRow &row) { row.head.state = StateId{7}; });
        QTRY_VERIFY(!m_merge->isReady());
        m_merge->remove(m_young);
        m_merge->add(m_stranger);
        QTRY_VERIFY(m_merge->isReady());
    }

    void whoWasFasterIsSeenAndItCanBeSentAgain()
    {
        m_merge->start({m_old, m_young});
        QTRY_VERIFY(m_merge->isReady());
        QSignalSpy refused(m_merge.get(), &MergePresenter::refused);
        QSignalSpy merged(m_merge.get(), &MergePresenter::merged);
        const auto taken = m_desk->answerOthers;
        m_desk->answerOthers = [this](const Command &) -> Result<CommandAnswer> {
            m_desk->change(m_young, [](TicketRow &row) { row.head.owner = PersonId{2}; });
            return Error{ErrorCode::Conflict, QStringLiteral("test"), {}, {}};
        };
        m_merge->submit();
        QTRY_COMPARE(refused.size(), 1);
        QTRY_VERIFY(!m_merge->sourceSides().first()->meanwhile.isEmpty());
        m_desk->answerOthers = taken;
        m_merge->submit();
        QTRY_COMPARE(merged.size(), 1);
        QCOMPARE(sent()->sources.first().version, m_desk->row(m_young).head.version);
        QVERIFY(m_desk->commands.at(0).id != m_desk->commands.at(1).id);
    }

    void anotherTicketIsFoundByRequesterNumberAndWords()
    {
        TicketFinder finder(*m_desk, *m_holder);
        QSignalSpy found(&finder, &TicketFinder::found);
        finder.setAround({PersonId{5}}, {m_old});
        QTRY_COMPARE(finder.rowCount(), 1);
        QCOMPARE(finder.row(0).head.id, m_young);
        finder.find(u'#' + m_desk->row(m_stranger).head.number);
        QTRY_VERIFY(finder.rowCount() > 0 && finder.row(0).head.id == m_stranger);
        finder.find(QStringLiteral("printer"));
        QTRY_COMPARE(finder.rowCount(), 2); // all but the one that is here already
        finder.find(QStringLiteral("no such words"));
        QTRY_COMPARE(finder.rowCount(), 0);
    }

    void aNewerQuestionReplacesAnOlderOne()
    {
        TicketFinder finder(*m_desk, *m_holder);
        m_desk->setPatient(true);
        finder.setAround({PersonId{5}}, {});
        finder.find(QStringLiteral("zzz"));
        QTRY_VERIFY(finder.isAsking() && m_desk->waiting() >= 2);
        while (m_desk->answerAll() > 0)
            QCoreApplication::processEvents();
        QTRY_VERIFY(!finder.isAsking());
        QCOMPARE(finder.rowCount(), 0); // the open tickets are not what was typed
    }
};

QTEST_GUILESS_MAIN(MergePresenterTest)
#include "merge_presenter_test.moc"
