// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/desk_fixture.h"

#include <QObject>

#include <functional>

namespace deskhand::test {

/// What every door to a desk promises about mail: what is set up, what waits, what was taken back, what became of it,
/// and that nobody sees of it what they do not see of its ticket. Run by tests/contract with each door's fixture.
class MailContract : public QObject
{
    Q_OBJECT

public:
    using MakeFixture = std::function<std::unique_ptr<DeskFixture>()>;
    explicit MailContract(MakeFixture makeFixture)
        : m_makeFixture(std::move(makeFixture))
    {
    }

private Q_SLOTS:
    void init();
    void cleanup();

    void whatIsSetUpIsRead();
    void secretsAreNamedAndNotTold();
    void signaturesAreOnesOwn();
    void onlyAdminsSetMailUp();
    void queuesKnowTheirMail();
    void aReplyWaits();
    void aReplyIsTakenBack();
    void theOnlyArticleIsTakenBack();
    void whatWasWrittenSinceStays();
    void anotherTimeIsChosen();
    void othersDoNotTouchIt();
    void whatBecameOfItIsTold();
    void troubleEndsWithTheNextMail();
    void aStrangersMailIsHeldAndJoins();
    void aHeldMailIsDiscarded();
    void aHeldMailOpensATicket();
    void whoDoesNotSeeATicketSeesNoMail();
    void aBounceIsTold();
    void aFollowUpOfAClosedTicketIsLinked();
    void newTicketsAreAcknowledged();
    void whatAnswersAMergedTicketComesToItsTarget();

private:
    [[nodiscard]] Desk &desk() { return m_fixture->desk(); }
    [[nodiscard]] Result<CommandAnswer> submit(const CommandBody &body, PersonId actor,
                                               ActorKind kind = ActorKind::Person);
    CommandAnswer must(const CommandBody &body, PersonId actor, ActorKind kind = ActorKind::Person);
    CommandAnswer openByMail(const QString &subject, QueueId queue = {});
    CommandAnswer reply(TicketId ticket, const QString &text, PersonId actor);
    CommandAnswer strangersMail(const CommandAnswer &ticket);
    [[nodiscard]] AcceptMail mailFrom(const QString &address, const QString &subject);
    void record(OutboundMailId mail, DeliveryState state);
    [[nodiscard]] TicketDetail detail(TicketId ticket);
    [[nodiscard]] QStringList thread(TicketId ticket, PersonId me);
    [[nodiscard]] int found(const QString &word);
    [[nodiscard]] qint64 countOf(DeliveryState state);

    MakeFixture m_makeFixture;
    std::unique_ptr<DeskFixture> m_fixture;
    PersonId m_ada; ///< the admin
    PersonId m_ben;
    PersonId m_cleo; ///< the only member of m_people
    QueueId m_people;
    MailboxId m_mailbox;
    int m_mails = 0;
};

} // namespace deskhand::test
