// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/draft_moving.h"
#include "support/memory_drafts.h"

#include <QSignalSpy>
#include <QtTest>

#include <memory>

using namespace deskhand;
using namespace deskhand::test;

class DraftMovingTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<MemoryDrafts> m_store;
    std::unique_ptr<DraftKeeper> m_drafts;
    const TicketId m_source{12};
    const TicketId m_target{7};

    static Draft draftOn(TicketId ticket, DraftKind kind, const QString &html)
    {
        Draft draft;
        draft.kind = kind;
        draft.ticket = ticket;
        draft.author = PersonId{1};
        draft.key = draftKey(kind, ticket, draft.author);
        draft.html = html;
        draft.savedAt = 100;
        return draft;
    }
    QString htmlOf(TicketId ticket, DraftKind kind) const
    {
        const Draft *draft = m_drafts->find(draftKey(kind, ticket, PersonId{1}));
        return draft != nullptr ? draft->html : QStringLiteral("(none)");
    }

private Q_SLOTS:
    void init()
    {
        m_drafts.reset(); // before what it writes to
        m_store = std::make_unique<MemoryDrafts>();
        m_drafts = std::make_unique<DraftKeeper>(*m_store);
    }

    void whatWasBegunGoesWithItsTicket()
    {
        m_drafts->keep(draftOn(m_source, DraftKind::Reply, QStringLiteral("<p>Hello</p>")));
        QSignalSpy arrived(m_drafts.get(), &DraftKeeper::givenBack);
        QCOMPARE(moveDrafts(*m_drafts, m_source, m_target, 200).size(), 1);
        QCOMPARE(htmlOf(m_target, DraftKind::Reply), QStringLiteral("<p>Hello</p>"));
        QCOMPARE(htmlOf(m_source, DraftKind::Reply), QStringLiteral("(none)"));
        QCOMPARE(arrived.size(), 1);
        m_drafts->flush();
        QCOMPARE(m_store->drafts.size(), 1);
    }

    void bothTextsStay()
    {
        m_drafts->keep(draftOn(m_source, DraftKind::Note, QStringLiteral("<p>theirs</p>")));
        m_drafts->keep(draftOn(m_target, DraftKind::Note, QStringLiteral("<p>mine</p>")));
        const QVector<MovedDraft> moved = moveDrafts(*m_drafts, m_source, m_target, 200);
        const QString joined = htmlOf(m_target, DraftKind::Note);
        QVERIFY(joined.indexOf(QStringLiteral("mine")) < joined.indexOf(QStringLiteral("theirs")));
        QVERIFY(joined.contains(QStringLiteral("mine")));
        moveDraftsBack(*m_drafts, moved);
        QCOMPARE(htmlOf(m_target, DraftKind::Note), QStringLiteral("<p>mine</p>"));
        QCOMPARE(htmlOf(m_source, DraftKind::Note), QStringLiteral("<p>theirs</p>"));
    }

    void whatSomebodyWentOnWritingStaysWhereItIs()
    {
        m_drafts->keep(draftOn(m_source, DraftKind::Reply, QStringLiteral("<p>Hello</p>")));
        const QVector<MovedDraft> moved = moveDrafts(*m_drafts, m_source, m_target, 200);
        m_drafts->keep(draftOn(m_target, DraftKind::Reply, QStringLiteral("<p>Hello and more</p>")));
        moveDraftsBack(*m_drafts, moved);
        QCOMPARE(htmlOf(m_target, DraftKind::Reply), QStringLiteral("<p>Hello and more</p>"));
        QCOMPARE(htmlOf(m_source, DraftKind::Reply), QStringLiteral("(none)"));
    }

    void whatIsBeingSentIsLeftAlone()
    {
        Draft sent = draftOn(m_source, DraftKind::Reply, QStringLiteral("<p>Gone</p>"));
        sent.fields.insert(QStringLiteral("unconfirmed"), QStringLiteral("a command"));
        m_drafts->keep(sent);
        QVERIFY(moveDrafts(*m_drafts, m_source, m_target, 200).isEmpty());
        QCOMPARE(htmlOf(m_source, DraftKind::Reply), QStringLiteral("<p>Gone</p>"));
    }
};

QTEST_GUILESS_MAIN(DraftMovingTest)
#include "draft_moving_test.moc"
