// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/contract_world.h"

#include <QObject>

#include <functional>

namespace deskhand::test {

/// What every door to a desk says of changes: the feed by cursor, and what is announced while somebody listens.
class FeedContract : public QObject
{
    Q_OBJECT

public:
    using MakeFixture = std::function<std::unique_ptr<DeskFixture>()>;
    explicit FeedContract(MakeFixture makeFixture)
        : m_makeFixture(std::move(makeFixture))
    {
    }

private Q_SLOTS:
    void init();
    void cleanup();

    void everyCommandIsTold_data();
    void everyCommandIsTold();
    void whatChangesNothingIsNotTold_data();
    void whatChangesNothingIsNotTold();
    void anEntrySaysWhoDidWhatAndWhere();
    void pagesJoinWithoutAGap_data();
    void pagesJoinWithoutAGap();
    void aCursorAtTheEndStaysThere();
    void theFeedSurvivesReopening();

    void ownChangesAreAnnouncedBeforeTheAnswer();
    void ownChangesHaveTheirRows();
    void aNewTicketHasNoRowBefore();
    void ofAMergeEachTicketIsToldForItself();
    void othersChangesAreAnnounced();
    void bothSidesHearOneOrder();
    void whatWasBeforeIsNotAnnounced();
    void theCatalogueIsAnnounced();
    void theCatalogueOfOthersIsAnnounced();
    void whatWasMissedWhileNobodyListenedIsInTheFeed();
    void refusedCommandsAreNotAnnounced();

private:
    [[nodiscard]] Desk &desk() { return m_fixture->desk(); }
    CommandAnswer submit(const CommandBody &body, PersonId actor = {}, ActorKind kind = ActorKind::Person);
    CommandAnswer submitTo(Desk &desk, const CommandBody &body, CommandId *id = nullptr);
    [[nodiscard]] CommandBody tagging(const QString &tag) const;
    [[nodiscard]] qint64 end() { return endOf(desk()); }
    [[nodiscard]] qint64 endOf(Desk &desk);
    [[nodiscard]] QVector<Change> news(const QVector<Change> &changes) const;
    [[nodiscard]] QVector<Change> changesSince(qint64 cursor);

    MakeFixture m_makeFixture;
    std::unique_ptr<DeskFixture> m_fixture;
    TicketId m_ticket; ///< with one article of the customer
    ArticleId m_article;
};

} // namespace deskhand::test
