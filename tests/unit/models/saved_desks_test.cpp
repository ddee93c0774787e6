// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk_switch_source.h"
#include "models/saved_desks.h"
#include "models/settings.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

namespace {

SavedDesk serverDesk(const QString &name, const QString &user = u"anna"_s)
{
    SavedDesk desk;
    desk.name = name;
    desk.server.host = u"Desk.example.org"_s;
    desk.server.database = u"support desk"_s;
    desk.server.user = user;
    desk.server.caFile = u"/etc/ä b/ca.crt"_s;
    return desk;
}

} // namespace

/// The desks of a person, kept between runs.
class SavedDesksTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString file() const { return m_folder.filePath(u"desks.ini"_s); }

private Q_SLOTS:
    void init() { QFile::remove(file()); }

    void theyAreKept()
    {
        SavedDesk server = serverDesk(u"Support"_s);
        server.server.port = 5433;
        server.keepsPassword = true;
        server.lastUsed = 20;
        SavedDesk own;
        own.name = u"Mine"_s;
        own.file = m_folder.filePath(u"my.desk"_s);
        own.lastUsed = 30;
        {
            Settings settings(file());
            SavedDesks desks(settings);
            QAbstractItemModelTester tester(&desks, QAbstractItemModelTester::FailureReportingMode::Fatal);
            desks.save(server);
            desks.save(own);
        }
        Settings settings(file());
        const SavedDesks desks(settings);
        QCOMPARE(desks.rowCount(), 2);
        QCOMPARE(desks.desks().first().name, u"Mine"_s); // the last used first
        const SavedDesk *found = desks.find(server.id());
        QVERIFY(found);
        QCOMPARE(found->server, server.server);
        QVERIFY(found->keepsPassword);
        QVERIFY(found->isServer());
    }

    void aDeskIsItselfHoweverItIsReached()
    {
        SavedDesk one = serverDesk(u"One"_s);
        SavedDesk other = one;
        other.server.host = u"desk.EXAMPLE.org"_s;
        other.server.caFile.clear();
        other.name = u"Other"_s;
        QCOMPARE(one.id(), other.id());
        QVERIFY(one.id() != serverDesk(u"One"_s, u"mike"_s).id()); // their drafts are not hers
        Settings settings(file());
        SavedDesks desks(settings);
        desks.save(one);
        desks.save(other);
        QCOMPARE(desks.rowCount(), 1);
        QCOMPARE(desks.desks().first().name, u"Other"_s);
    }

    void movingAndRemoving()
    {
        Settings settings(file());
        SavedDesks desks(settings);
        const SavedDesk before = serverDesk(u"Support"_s);
        desks.save(before);
        desks.setCurrent(before.id());
        SavedDesk after = before;
        after.server.host = u"new.example.org"_s;
        desks.replace(before.id(), after);
        QCOMPARE(desks.rowCount(), 1);
        QCOMPARE(desks.current(), after.id());
        QVERIFY(!settings.contains(u"desks/"_s + before.id()));
        desks.remove(after.id());
        QCOMPARE(desks.rowCount(), 0);
        QVERIFY(settings.keysIn(u"desks"_s).isEmpty());
    }

    /// What cannot be read of a setting never means less protection.
    void nonsenseIsNotAWayAroundTls()
    {
        Settings settings(file());
        settings.setValue(u"desks/a"_s, uR"({"host":"h","database":"d","user":"u","tls":"prefer"})"_s);
        settings.setValue(u"desks/b"_s, u"no json"_s);
        const SavedDesks desks(settings);
        QCOMPARE(desks.rowCount(), 1);
        QVERIFY(desks.desks().first().server.verifiesTls);
    }

    void itsPlaceIsWhatTheCommandLineTakes()
    {
        SavedDesk desk = serverDesk(u"Support"_s);
        QCOMPARE(desk.place(),
                 u"postgresql://anna@desk.example.org/support%20desk?sslrootcert=%2Fetc%2F%C3%A4%20b%2Fca.crt"_s);
        desk.server.verifiesTls = false;
        QVERIFY(desk.place().endsWith(u"?sslmode=disable"));
        QCOMPARE(desk.placeText(), u"anna@Desk.example.org / support desk"_s);
    }

    void thePaletteFindsThem()
    {
        Settings settings(file());
        SavedDesks desks(settings);
        desks.save(serverDesk(u"Support Berlin"_s));
        desks.save(serverDesk(u"Support Lisbon"_s, u"mike"_s));
        desks.setCurrent(serverDesk(u"Support Berlin"_s).id());
        QString opened;
        DeskSwitchSource source(
            desks, [&opened](const QString &id) { opened = id; }, nullptr);
        QVector<PaletteItem> items;
        connect(&source, &PaletteSource::found, this,
                [&items](const QString &, const QVector<PaletteItem> &found) { items = found; });
        source.query(u"support"_s, 10);
        QCOMPARE(items.size(), 1); // not the one that is open
        items.first().run();
        QCOMPARE(opened, serverDesk(u"x"_s, u"mike"_s).id());
    }
};

QTEST_GUILESS_MAIN(SavedDesksTest)
#include "saved_desks_test.moc"
