// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/program.h"
#include "apps/deskhand/workplace.h"
#include "support/widget_audit.h"
#include "widgets/palette/command_palette.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

using namespace deskhand;

/// The program as main() makes it, from nothing to an open desk.
class ProgramTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_desk;

    std::unique_ptr<Program> start(const QString &deskFile = {})
    {
        Options options;
        options.settingsFolder = m_folder.path();
        options.deskFile = deskFile;
        options.tickets = 200;
        auto program = std::make_unique<Program>(*qApp, options);
        program->start();
        return program;
    }

private Q_SLOTS:
    void firstStartMakesOnesOwnDesk()
    {
        const auto program = start();
        QVERIFY(program->startPage());
        QVERIFY(!program->workplace());
        QVERIFY(!program->actions().trigger(QStringLiteral("desk.newTicket")));
        QWidget *page = program->startPage();
        page->findChild<QAbstractButton *>(QStringLiteral("ownChoiceCard"))->click();
        QTest::keyClicks(page->findChild<QLineEdit *>(QStringLiteral("deskNameLineEdit")),
                         QStringLiteral("Help Point"));
        page->findChild<QLineEdit *>(QStringLiteral("personNameLineEdit"))->setText(QStringLiteral("Mia Example"));
        QSignalSpy ready(program.get(), &Program::deskReady);
        page->findChild<QPushButton *>(QStringLiteral("createButton"))->click();
        QTRY_VERIFY(!ready.isEmpty());
        QTRY_VERIFY(!program->startPage());
        QCOMPARE(program->workplace()->catalog().catalog()->deskName, QStringLiteral("Help Point"));
        QCOMPARE(program->workplace()->catalog().catalog()->agent(program->workplace()->catalog().me())->name,
                 QStringLiteral("Mia Example"));
        QTRY_VERIFY(program->window().windowTitle().startsWith(QLatin1String("Help Point")));
        m_desk = m_folder.filePath(QStringLiteral("Help Point.desk"));
        QVERIFY(QFile::exists(m_desk));
        QCOMPARE(program->actions().droppedDefaults(), QStringList());
        QCOMPARE(test::auditWidgets(&program->window()).join(u'\n'), QString());
    }

    void theNextStartOpensIt()
    {
        const auto program = start();
        QVERIFY(!program->startPage());
        QVERIFY(program->workplace());
        QSignalSpy ready(program.get(), &Program::deskReady);
        QTRY_VERIFY(!ready.isEmpty() || program->workplace()->catalog().isReady());
        program->actions().refresh();
        QTRY_VERIFY(program->actions().action(QStringLiteral("desk.newTicket"))->isEnabled());
    }

    void aDeskThatCannotBeOpenedIsExplained()
    {
        const QString broken = m_folder.filePath(QStringLiteral("broken.desk"));
        QFile file(broken);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(20000, 'x'));
        file.close();
        const auto program = start(broken);
        QVERIFY(program->startPage());
        QVERIFY(!program->workplace());
        auto *banner = program->startPage()->findChild<QWidget *>(QStringLiteral("errorBanner"));
        QVERIFY(banner->isVisible());
        QVERIFY(banner->accessibleDescription().contains(QLatin1String("broken.desk")));
        // From here the person can still go on.
        program->openDesk(m_desk);
        QTRY_VERIFY(program->workplace());
        QTRY_VERIFY(!program->startPage());
    }

    void demoIsMadeOnceAndOpened()
    {
        for (int round = 0; round < 2; ++round) {
            const auto program = start();
            program->showStart();
            program->startPage()->findChild<QAbstractButton *>(QStringLiteral("demoChoiceCard"))->click();
            QTRY_VERIFY_WITH_TIMEOUT(!program->startPage(), 60'000);
            QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("demo-200.desk"))));
            QVERIFY(program->settings()
                        .value(QStringLiteral("desk/last"))
                        .toString()
                        .endsWith(QLatin1String("demo-200.desk")));
            QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("demo-200.desk.unfinished"))));
        }
    }

    void paletteFindsActionsAndSettings()
    {
        const auto program = start(m_desk);
        program->navigator().showPalette(QStringLiteral("appearance"));
        const PaletteModel *model = program->palette().model();
        QTRY_VERIFY(model->isComplete());
        bool found = false;
        for (int row = 0; row < model->rowCount(); ++row)
            found = found
                    || model->index(row).data(PaletteModel::IdRole).toString() == QLatin1String("settings/appearance");
        QVERIFY(found);
        QTest::keyClick(program->palette().findChild<QLineEdit *>(), Qt::Key_Escape);
        QVERIFY(!program->palette().isVisible());
    }
};

QTEST_MAIN(ProgramTest)
#include "program_test.moc"
