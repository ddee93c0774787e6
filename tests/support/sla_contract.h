// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/desk_fixture.h"

#include <QObject>

#include <functional>

namespace deskhand::test {

/// What every door to a desk promises about SLA: what commands do to clocks, who may set what up, what becomes of
/// tickets when that changes, and that levels fire once. Run by tests/contract with each door's fixture. The clock
/// begins on a Monday at 09:00 UTC; the desk works Monday to Friday from 09:00 to 17:00.
class SlaContract : public QObject
{
    Q_OBJECT

public:
    using MakeFixture = std::function<std::unique_ptr<DeskFixture>()>;
    explicit SlaContract(MakeFixture makeFixture)
        : m_makeFixture(std::move(makeFixture))
    {
    }

private Q_SLOTS:
    void init();
    void cleanup();

    // sla_contract.cpp
    void aTicketIsOpenedWithClocks();
    void whoOpensOnThePhoneHasAnswered();
    void aReplyFulfils();
    void notesAndMachinesFulfilNothing();
    void aPendingStatePauses();
    void solvingEndsAndReopeningResumes();
    void aHigherPriorityMayBreach();
    void anotherQueueIsAnotherPolicy();
    void aWithdrawnReplyHasNotBeenSent();
    void importsHappenAtTheirOwnTime();
    void aConflictDisturbsNoClock();
    void whatIsStoredIsWhatIsReplayed();

    // sla_contract_levels.cpp
    void levelsFireOnce();
    void levelsAreDatedAtTheirInstant();
    void aLevelWhoseConditionFailsDoesNothing();
    void levelsActOnTheTicket();
    void aSecondNoteWaitsForItsTurn();
    void nobodyIsToldTwiceOrOfWhatTheyDoNotSee();
    void whatHasEndedIsOnlyTold();
    void reasonsAreRecorded();
    void notificationsAreSeen();

    // sla_contract_merge.cpp
    void mergedTicketsWaitTogether();
    void partedTicketsHaveNeverBeenTogether();
    void whatIsTakenAlongIsToldToItsClocks();
    void whatIsSplitOffBeginsWithItsFirstArticle();
    void aChainOfMergesIsPartedWithItsClocks();

    // sla_contract_settings.cpp
    void calendarsAndPoliciesHaveVersions();
    void whoMayDoWhatWithClocks();
    void whatCannotBeSavedIsSaidByField();
    void queuesNameWhoIsTold();
    void aVersionForNewTicketsLeavesTheOthers();
    void aVersionForOpenTicketsLeavesTheSolved();
    void aVersionForAllJudgesAnew();
    void aCalendarIsRecalculated();
    void anotherOrderChoosesAnew();
    void aTaskIsCancelled();
    void whatWasSimulatedIsWhatHappens();

private:
    [[nodiscard]] Desk &desk() { return m_fixture->desk(); }
    Result<CommandAnswer> submit(const CommandBody &body, PersonId actor, ActorKind kind = ActorKind::Person);
    CommandAnswer must(const CommandBody &body, PersonId actor = {}, ActorKind kind = ActorKind::Person);
    [[nodiscard]] QVariantMap reasons(const CommandBody &body); ///< payload of the Invalid error that must come
    TicketId openByMail(PriorityId priority = {}, QueueId queue = {});
    CommandAnswer reply(TicketId ticket, StateId state = {});
    void customerWrites(TicketId ticket);
    void set(TicketId ticket, TicketField field, qint64 value);
    void reach(TicketId ticket);
    void recalculate(SlaTaskId task);
    void pass(int minutes)
    {
        m_fixture->advanceClock(minutes * 60'000);
        m_minutes += minutes;
    }
    [[nodiscard]] Instant minute(int n) const; ///< since the clock began
    [[nodiscard]] Instant now() const { return minute(m_minutes); }
    [[nodiscard]] CatalogPtr catalog();
    [[nodiscard]] StateId state(StateType type) { return catalog()->firstStateOf(type); }
    [[nodiscard]] PriorityId priority(int rank);
    [[nodiscard]] TicketHead head(TicketId ticket);
    [[nodiscard]] TicketSla sla(TicketId ticket);
    [[nodiscard]] SlaClock clock(TicketId ticket, SlaTargetKind target, int cycle = 1); ///< cycle 0: there is none
    [[nodiscard]] QVector<HistoryEntry> history(TicketId ticket, const QString &what);  ///< oldest first
    [[nodiscard]] QVector<Notification> notifications(PersonId person);
    [[nodiscard]] QString brokenClocks(TicketId ticket); ///< empty: what is stored is what events say
    /// First response 1 h, resolution 8 h (the most urgent priority: 2 h), paused while pending.
    [[nodiscard]] SlaPolicy promise(const QString &name);
    SlaPolicy save(const SlaPolicy &policy, SlaScope scope = SlaScope::NewTickets);
    [[nodiscard]] SlaLevel level(int id, SlaLevel::When when, qint64 amount, const QVector<SlaAction> &actions);

    MakeFixture m_makeFixture;
    std::unique_ptr<DeskFixture> m_fixture;
    int m_minutes = 0;
    int m_mails = 0;
    PersonId m_ada; ///< the admin
    PersonId m_ben;
    PersonId m_cleo; ///< the only member of m_people
    QueueId m_people;
    CalendarId m_office;
    SlaPolicy m_policy; ///< for every ticket
};

} // namespace deskhand::test
