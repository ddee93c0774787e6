// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/draft_keeper.h"

#include <QMutex>
#include <QSemaphore>
#include <QSignalSpy>
#include <QtTest>

using namespace deskhand;

namespace {

/// Remembers what was written and can be made slow or broken.
class SlowStore final : public DraftStore
{
public:
    Result<void> save(const Draft &draft) override
    {
        gate.acquire();
        const QMutexLocker lock(&mutex);
        ++saves;
        if (broken)
            return Error{ErrorCode::Internal, QStringLiteral("test"), QStringLiteral("disk full"), {}};
        stored.insert(draft.key, draft.html);
        return {};
    }
    Result<void> remove(const QString &key) override
    {
        gate.acquire();
        const QMutexLocker lock(&mutex);
        stored.remove(key);
        return {};
    }
    Result<QVector<Draft>> load(QStringList *damaged) override
    {
        *damaged = reported;
        return onDisk;
    }

    QSemaphore gate{1000};
    QMutex mutex;
    QHash<QString, QString> stored;
    QVector<Draft> onDisk;
    QStringList reported;
    int saves = 0;
    bool broken = false;
};

Draft draftOf(qint64 ticket, const QString &html)
{
    Draft draft;
    draft.ticket = TicketId{ticket};
    draft.author = PersonId{7};
    draft.key = draftKey(draft.kind, draft.ticket, draft.author);
    draft.html = html;
    draft.savedAt = ticket;
    return draft;
}

} // namespace

class DraftKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatIsKept()
    {
        SlowStore store;
        DraftKeeper keeper(store);
        QSignalSpy saved(&keeper, &DraftKeeper::saved);
        QSignalSpy changed(&keeper, &DraftKeeper::changed);
        const Draft draft = draftOf(1, QStringLiteral("a"));
        keeper.keep(draft);
        QCOMPARE(keeper.find(draft.key)->html, QStringLiteral("a"));
        QCOMPARE(changed.size(), 1);
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(store.stored.value(draft.key), QStringLiteral("a"));
        QCOMPARE(keeper.ticketsWithDrafts(), QSet<TicketId>{TicketId{1}});
    }

    void neverWaitsForTheDiskAndWritesOnlyTheNewest()
    {
        SlowStore store;
        store.gate.acquire(1000); // the disk hangs
        DraftKeeper keeper(store);
        QSignalSpy saved(&keeper, &DraftKeeper::saved);
        const Draft draft = draftOf(1, {});
        QElapsedTimer timer;
        timer.start();
        for (int key = 0; key < 100; ++key) {
            keeper.keep(draftOf(1, QString::number(key)));
            QCoreApplication::processEvents();
        }
        QVERIFY(timer.elapsed() < 1000);
        QVERIFY(saved.isEmpty());
        store.gate.release(1000);
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(store.stored.value(draft.key), QStringLiteral("99"));
        QVERIFY2(store.saves <= 2, qPrintable(QString::number(store.saves)));
    }

    void discardingCanBeUndone()
    {
        SlowStore store;
        DraftKeeper keeper(store);
        const Draft draft = draftOf(1, QStringLiteral("a"));
        keeper.keep(draft);
        keeper.discard(draft.key);
        QCOMPARE(keeper.find(draft.key), nullptr);
        keeper.flush();
        QVERIFY(store.stored.isEmpty());
        keeper.keep(draft);
        keeper.flush();
        QCOMPARE(store.stored.value(draft.key), QStringLiteral("a"));
    }

    void endingTheProgramWritesEverything()
    {
        SlowStore store;
        {
            DraftKeeper keeper(store);
            for (int ticket = 1; ticket <= 20; ++ticket)
                keeper.keep(draftOf(ticket, QString::number(ticket)));
        }
        QCOMPARE(store.stored.size(), 20);
    }

    void loadsWhatEarlierRunsLeft()
    {
        SlowStore store;
        store.onDisk = {draftOf(1, QStringLiteral("old")), draftOf(2, QStringLiteral("other"))};
        store.reported = {QStringLiteral("3.damaged")};
        DraftKeeper keeper(store);
        QSignalSpy loaded(&keeper, &DraftKeeper::loaded);
        QSignalSpy damaged(&keeper, &DraftKeeper::damagedFound);
        keeper.load();
        keeper.keep(draftOf(1, QStringLiteral("newer"))); // typed before the disk had answered
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(keeper.drafts().size(), 2);
        QCOMPARE(keeper.drafts().first().html, QStringLiteral("newer"));
        QCOMPARE(damaged.size(), 1);
    }

    void saysWhenTheDiskFailsAndTriesAgain()
    {
        SlowStore store;
        store.broken = true;
        DraftKeeper keeper(store);
        QSignalSpy failed(&keeper, &DraftKeeper::saveFailed);
        QSignalSpy saved(&keeper, &DraftKeeper::saved);
        keeper.keep(draftOf(1, QStringLiteral("a")));
        QTRY_COMPARE(failed.size(), 1);
        {
            const QMutexLocker lock(&store.mutex);
            store.broken = false;
        }
        QTRY_COMPARE(saved.size(), 1); // without another key
        QCOMPARE(store.stored.size(), 1);
    }
};

QTEST_GUILESS_MAIN(DraftKeeperTest)
#include "draft_keeper_test.moc"
