// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog_holder.h"
#include "support/fake_desk.h"
#include "support/fake_sync.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"
#include "support/shell_fixture.h"
#include "support/widget_audit.h"
#include "widgets/plain_label.h"
#include "widgets/sync/conflict_table.h"
#include "widgets/sync/sync_window.h"

#include <QComboBox>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include <memory>

using namespace deskhand;
using namespace deskhand::test;

class SyncWindowTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ShellFixture> m_shell;
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<CatalogHolder> m_holder;
    std::unique_ptr<FakeSync> m_sync;
    std::unique_ptr<SyncWindow> m_window;

    template <typename T>
    T *part(const char *name) const
    {
        return m_window->findChild<T *>(QString::fromLatin1(name));
    }
    void choose(int row) { part<QListView>("queuedListView")->setCurrentIndex(m_window->model().index(row)); }
    QString text() const { return part<QPlainTextEdit>("queuedTextPlainTextEdit")->toPlainText(); }
    void click(const char *name) { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }

    void keepPicture(const char *name)
    {
        const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
        if (folder.isEmpty())
            return;
        for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
            m_shell->theme.setChoice(theme);
            QTest::qWait(30);
            m_window->grab().save(
                QStringLiteral("%1/sync-%2-%3.png")
                    .arg(folder, QString::fromLatin1(name),
                         theme == ThemeChoice::Dark ? QStringLiteral("dark") : QStringLiteral("light")));
        }
    }

private Q_SLOTS:
    void init()
    {
        m_shell = std::make_unique<ShellFixture>();
        m_shell->theme.applyTo(*qApp);
        m_desk = std::make_unique<FakeDesk>(sampleCatalog(), m_shell->clock);
        m_holder = std::make_unique<CatalogHolder>(*m_desk, PersonId{1}, m_shell->clock);
        m_holder->refresh();
        QTRY_VERIFY(m_holder->isReady());
        m_sync = std::make_unique<FakeSync>();
        m_sync->now.phase = SyncPhase::Offline;
        m_sync->now.offlineSince = m_shell->clock.now() - 40 * 60'000;
        m_sync->now.queued = 1;
        m_sync->now.attention = 3;
        m_sync->commands = sampleQueue(m_shell->clock.now());
        m_window = std::make_unique<SyncWindow>(m_shell->context(), *m_sync, *m_holder);
        m_window->open();
    }
    void cleanup() { m_window.reset(); }

    void itOpensAtWhatHasToBeDecided()
    {
        QVERIFY(text().contains(QStringLiteral("the toner is on its way & arrives <today>.")));
        QVERIFY(part<PlainLabel>("syncPhasePlainLabel")->text().startsWith(QStringLiteral("Offline")));
        QVERIFY(part<QPushButton>("syncTryNowPushButton")->isVisible());
        click("syncTryNowPushButton");
        QCOMPARE(m_sync->tries, 1);
        keepPicture("held");
        QCOMPARE(auditWidgets(m_window.get()).join(u'\n'), QString());
    }

    void bothValuesOfAConflictHaveAButton()
    {
        choose(2);
        auto *table = part<ConflictTable>("conflictTable");
        QVERIFY(table->isVisible());
        QStringList cells;
        for (const PlainLabel *cell : table->findChildren<PlainLabel *>())
            cells.append(cell->text());
        const QString all = cells.join(u'|');
        QVERIFY(all.contains(QStringLiteral("Solved")));
        QVERIFY(all.contains(QStringLiteral("Waiting for customer")));
        QVERIFY(all.contains(QStringLiteral("Anna Müller")));
        keepPicture("conflict");
        const CommandId id = m_sync->commands.at(2).command.id;
        click("queuedInsistPushButton");
        QTRY_COMPARE(m_sync->insisted, QVector<CommandId>{id});
        QTRY_COMPARE(m_window->model().rowCount(), 3);
    }

    void keepingTheirsAsksNothing()
    {
        choose(2);
        click("queuedGiveUpPushButton");
        QTRY_COMPARE(m_sync->givenUp.size(), 1);
        QVERIFY(m_shell->prompt.asked.isEmpty());
    }

    void aTextIsGivenUpOnlyOnPurpose()
    {
        choose(3);
        m_shell->prompt.answer = -1;
        click("queuedGiveUpPushButton");
        QCOMPARE(m_shell->prompt.asked.size(), 1);
        QCOMPARE(m_sync->givenUp.size(), 0);
        QVERIFY(text().contains(QStringLiteral("the toner is on its way")));
        m_shell->prompt.answer = 0;
        click("queuedGiveUpPushButton");
        QTRY_COMPARE(m_sync->givenUp.size(), 1);
    }

    void whatIsKeptIsAChoiceAndRemovingItWarns()
    {
        auto *extent = part<QComboBox>("replicaExtentComboBox");
        extent->setCurrentIndex(extent->findData(int(ReplicaExtent::MyTickets)));
        QCOMPARE(m_sync->kept.extent, ReplicaExtent::MyTickets);
        QSignalSpy removed(m_window.get(), &SyncWindow::removeWanted);
        m_shell->prompt.answer = -1;
        click("removeFromComputerPushButton");
        QCOMPARE(removed.size(), 0);
        m_shell->prompt.answer = 0;
        click("removeFromComputerPushButton");
        QCOMPARE(removed.size(), 1);
    }

    void whenAllIsDoneItSaysSo()
    {
        m_sync->setQueue({});
        m_sync->set(SyncState{});
        QVERIFY(!part<QListView>("queuedListView")->isVisible());
        SyncState out;
        out.phase = SyncPhase::SignedOut;
        m_sync->set(out);
        QVERIFY(part<QPushButton>("syncSignInPushButton")->isVisible());
        keepPicture("signed-out");
    }
};

QTEST_MAIN(SyncWindowTest)
#include "sync_window_test.moc"
