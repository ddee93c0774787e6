// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/contract_world.h"

#include <QObject>

#include <functional>
#include <optional>

namespace deskhand::test {

/// What every door to a desk answers to questions, on the desk of contract_world.h. Run by tests/contract with each
/// door's fixture; nothing here changes that desk.
class QueryContract : public QObject
{
    Q_OBJECT

public:
    using MakeFixture = std::function<std::unique_ptr<DeskFixture>()>;
    explicit QueryContract(MakeFixture makeFixture)
        : m_makeFixture(std::move(makeFixture))
    {
    }

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    // query_contract_lists.cpp
    void listsAreInOrder_data();
    void listsAreInOrder();
    void groupsAreInOrder_data();
    void groupsAreInOrder();
    void whatCannotBeGroupedIsRefused_data();
    void whatCannotBeGroupedIsRefused();
    void conditionsSelect_data();
    void conditionsSelect();
    void conditionsAreAboutWhoAsks_data();
    void conditionsAreAboutWhoAsks();
    void countsAgreeWithLists_data();
    void countsAgreeWithLists();
    void countsComeTogether();
    void fullTextIsNotCounted();
    void aListSaysHowFarItIsTrue();

    // query_contract_tickets.cpp
    void rowsComeAsAsked_data();
    void rowsComeAsAsked();
    void aRowSaysEverything();
    void aBareRowSaysNothingMore();
    void aSnippetIsOneLine();
    void unreadIsPersonal_data();
    void unreadIsPersonal();
    void detailKnowsTheRequester();
    void detailSaysWhatWasRead();
    void whatIsNotThereIsNotFound();
    void aTicketIsFoundByItsNumber_data();
    void aTicketIsFoundByItsNumber();
    void anotherClientReadsTheSame();
    void reopenedItIsTheSame();

    // query_contract_threads.cpp
    void aThreadComesInPages_data();
    void aThreadComesInPages();
    void aThreadPageHasItsHistory();
    void anEmptyThreadHasItsHistory();
    void aPageEndsBeforeAnArticleOfItsTicket();
    void anArticleIsWhatWasWritten();
    void bytesAreWhatWasSent();
    void historyIsNewestFirst();
    void historyIsLimited();
    void historyOfNothingIsEmpty();

    // query_contract_people.cpp
    void peopleAreFoundByTheirWords_data();
    void peopleAreFoundByTheirWords();
    void peopleComeByRole();
    void peopleAreLimited();
    void peopleComeById();
    void theCatalogueIsInOrder();

private:
    [[nodiscard]] Desk &desk() { return m_fixture->desk(); }
    [[nodiscard]] TicketRow row(char letter, PersonId me);
    [[nodiscard]] Condition parsed(const QString &text);
    [[nodiscard]] QString listed(const QString &conditionText, PersonId me);
    [[nodiscard]] QString named(const QVector<Person> &people);

    MakeFixture m_makeFixture;
    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<ContractWorld> m_world;
    TicketId m_long; ///< a ticket with many articles, on a desk of its own
    std::unique_ptr<DeskFixture> m_other;
    QVector<ArticleId> m_longArticles;
};

} // namespace deskhand::test
