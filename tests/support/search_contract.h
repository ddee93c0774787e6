// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/contract_world.h"

#include <QObject>

#include <functional>

namespace deskhand::test {

/// What every door to a desk finds. Nine tickets in several scripts; the expectations name them by their place.
class SearchContract : public QObject
{
    Q_OBJECT

public:
    using MakeFixture = std::function<std::unique_ptr<DeskFixture>()>;
    explicit SearchContract(MakeFixture makeFixture)
        : m_makeFixture(std::move(makeFixture))
    {
    }

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void finds_data();
    void finds();
    void saysWhereItWasFound_data();
    void saysWhereItWasFound();
    void ordersByRelevance_data();
    void ordersByRelevance();
    void limits_data();
    void limits();
    void restricts_data();
    void restricts();

    // These change the desk and come last, each with words of its own.
    void whatIsWrittenIsFound();
    void aChangedSubjectIsFoundByItsNewWords();
    void aChangedPersonIsFoundByTheNewName();
    void anotherRequesterIsFound();
    void theFirstArticleJoinsTheSubject();
    void anotherClientFindsAtOnce();
    void reopenedItFinds();

private:
    TicketId open(const QString &subject, const MailAddress &requester, const QString &text,
                  const QVector<NewAttachment> &attachments = {});
    void post(TicketId ticket, const QString &text);
    SearchHits search(Desk &desk, const QString &text, const QString &condition = {}, bool byRelevance = false,
                      int limit = 100);
    QString found(const QString &text, const QString &condition = {}, bool byRelevance = false);
    QString placesOf(const SearchHits &hits) const;
    CommandAnswer submit(const CommandBody &body, PersonId actor = {}, ActorKind kind = ActorKind::Person);

    MakeFixture m_makeFixture;
    std::unique_ptr<DeskFixture> m_fixture;
    QVector<TicketId> m_tickets; ///< 1, 2, 3 …
    QVector<ArticleId> m_firstArticles;
};

} // namespace deskhand::test
