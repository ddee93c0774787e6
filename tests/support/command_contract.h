// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/desk_fixture.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace deskhand::test {

/// What every door to a desk promises about commands. Run by tests/contract with each door's fixture.
class CommandContract : public QObject
{
    Q_OBJECT

public:
    using MakeFixture = std::function<std::unique_ptr<DeskFixture>()>;
    explicit CommandContract(MakeFixture makeFixture)
        : m_makeFixture(std::move(makeFixture))
    {
    }

private Q_SLOTS:
    void init();
    void cleanup();

    // command_contract_tickets.cpp
    void openingFillsInWhatIsNotSaid();
    void openingCreatesAPersonOnce();
    void anOrganizationIsKnownByItsDomain();
    void numbersFollowTheFormat();
    void repeatingACommandChangesNothing();
    void aRefusedCommandLeavesNothing();
    void articlesAreCounted();
    void attachmentsAreStoredOnce();
    void anAgentsReplyOpensANewTicket();
    void aCustomersWordReopens_data();
    void aCustomersWordReopens();
    void aReplyCanSetAState();
    void theOwnArticleIsRead();
    void whatWasNotSeenHoldsAnArticle_data();
    void whatWasNotSeenHoldsAnArticle();
    void whatHoldsNothing();
    void readMarksGoForward();
    void importsHappenAtTheirOwnDate();

    // command_contract_changes.cpp
    void fieldsAreSet();
    void differentFieldsMerge();
    void theSameFieldIsAConflict();
    void whatWasChangedBackIsNoConflict();
    void theSameValueIsNoConflict();
    void tagsMergeAsSets();
    void statesSetTheirTimes();
    void pendingNeedsAPendingState();
    void whatIsWrongIsSaidByField_data();
    void whatIsWrongIsSaidByField();
    void historySaysWhoWhatAndWhy();
    void historyLeadsToWhatIsStored();
    void theFeedIsInOrder();

    // command_contract_catalog.cpp
    void whoMayDoWhat();
    void queuesAreATree();
    void statesKeepTheDeskWorking();
    void peopleHaveTheirOwnAddress();
    void theLastAdminStays();
    void viewsBelongToSomebody();
    void reportsBelongToSomebody();
    void reportsAreChecked();
    void schedulesGoToAgents();
    void settingsAreChecked();

    // command_contract_access.cpp
    void membersSeeTheirQueue();
    void whatIsNotSeenIsNotThere();
    void ticketsAreHandedOver();
    void aRequestersTicketsAreCountedAsSeen();
    void membersAndSupervisorsAreSaved();

    // command_contract_doors.cpp
    void oneCommandThroughTwoDoorsIsOne();
    void ofTwoValuesOneIsAConflict();
    void twoFieldsMergeFromTwoDoors();
    void tagsComeTogetherFromTwoDoors();
    void ofTwoRepliesOneIsHeld();
    void aNewPersonOfTwoDoorsIsOne();
    void numbersAreGivenOnceByTwoDoors();
    void oneMailThroughTwoDoorsIsOne();
    void aNameIsTakenOnceByTwoDoors();
    void twoDoorsMakeNoLoopOfQueues();
    void twoAdminsLeaveOne();

    // command_contract_merge.cpp
    void mergedArticlesAreShownInTheTarget();
    void aStubLeadsToItsTarget();
    void aStubTakesNoChange();
    void whatCannotBeMerged_data();
    void whatCannotBeMerged();
    void whoMergesSeesAll();
    void ofTwoMergesOneIsAConflict();
    void unmergingRestoresBoth();
    void aChainIsPartedInTheMiddle();
    void whatWasWrittenSinceStaysOrGoes();
    void tagsGoWithWhoBroughtThem();
    void readMarksAreJoinedAndParted();

    // command_contract_split.cpp
    void articlesAreSplitOff();
    void articlesAreCopied();
    void mergingUndoesASplit();
    void whatCannotBeSplit();
    void anyMergesAndSplitsKeepEveryArticle();

    // command_contract_work.cpp
    void workIsLogged();
    void whatIsWrongWithWorkIsSaid();
    void workIsRemovedByItsAuthorOrAnAdmin();
    void workIsShownWhereItsTicketIs();
    void whoDoesNotSeeATicketLogsNothing();

private:
    MergeTickets merging(TicketId target, const QVector<TicketId> &sources);
    QVector<ArticleId> thread(TicketId ticket);
    TicketDetail detail(TicketId ticket);
    /// What of a ticket says what it is, but version, time of change and history.
    QString wholeTicket(TicketId ticket);
    QVector<TicketId> found(const QString &words);
    Result<CommandAnswer> submit(const CommandBody &body, PersonId actor = {}, ActorKind kind = ActorKind::Person);
    CommandAnswer expect(const CommandBody &body, PersonId actor = {}, ActorKind kind = ActorKind::Person);
    TicketRow row(TicketId ticket);
    TicketHead head(TicketId ticket) { return row(ticket).head; }
    QVector<HistoryEntry> history(TicketId ticket); ///< oldest first
    QVector<Change> changesSince(qint64 cursor);
    CatalogPtr catalog();
    StateId state(StateType type) { return catalog()->firstStateOf(type); }
    PersonId addAgent(const QString &name, bool admin = false);
    QueueId addQueue(const QString &name, QueueId parent, const QVector<PersonId> &members);
    TicketId openIn(QueueId queue, const QString &subject);
    QVector<bool> whatIsSeen(TicketId ticket, const QString &number, PersonId me);
    TicketId openTicket(const QString &subject = QStringLiteral("Printer"));
    CommandAnswer post(TicketId ticket, SenderRole role, Visibility visibility = Visibility::Public,
                       StateId state = {});
    CommandAnswer set(TicketId ticket, qint64 base, TicketField field, const QVariant &value, PersonId actor = {});
    CommandAnswer tag(TicketId ticket, qint64 base, const QStringList &add, const QStringList &remove);
    /// Two commands through two doors at the same moment.
    std::pair<Result<CommandAnswer>, Result<CommandAnswer>> atOnce(const Command &one, const Command &two);
    QVariantMap reasons(const CommandBody &body, PersonId actor = {}); ///< payload of the Invalid error that must come

    MakeFixture m_makeFixture;
    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<Desk> m_second; ///< another door, opened when a test wants one
};

} // namespace deskhand::test
