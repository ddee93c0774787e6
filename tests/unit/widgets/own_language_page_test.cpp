// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mailsetup/own_language_page.h"

#include "support/shell_fixture.h"
#include "support/test_desk.h"
#include "support/widget_audit.h"
#include "widgets/settings/settings_window.h"

#include <QComboBox>
#include <QLabel>
#include <QTreeWidget>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

class OwnLanguagePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLanguageIsChosenByKeyboard()
    {
        TestDesk desk;
        ShellFixture shell;
        CatalogHolder catalog(desk.desk(), desk.me(), desk.clock());
        SettingsWindow window(shell.theme);
        auto *page = new OwnLanguagePage(shell.context(), desk.desk(), catalog);
        window.addPage(page);
        window.openPage(page->id());
        auto *box = page->findChild<QComboBox *>(QStringLiteral("ownLanguageComboBox"));
        auto *saved = page->findChild<QLabel *>(QStringLiteral("ownLanguageSavedLabel"));
        QVERIFY(!box->isEnabled()); // who is at work is not known yet
        catalog.refresh();
        QTRY_VERIFY(box->isEnabled());
        QCOMPARE(box->currentIndex(), 0);
        QCOMPARE(auditWidgets(&window).join(u'\n'), QString());
        QVERIFY(!saved->isVisibleTo(&window));
        box->setFocus();
        while (box->currentData().toString() != u"de") {
            const int before = box->currentIndex();
            QTest::keyClick(box, Qt::Key_Down);
            QVERIFY(box->currentIndex() != before);
        }
        QTRY_VERIFY(saved->isVisibleTo(&window));
        QTRY_COMPARE(desk.catalog()->agent(desk.me())->language, QStringLiteral("de"));
        catalog.refresh();
        QTRY_COMPARE(catalog.catalog()->agent(desk.me())->language, QStringLiteral("de"));
        QCOMPARE(box->currentData().toString(), QStringLiteral("de"));
    }
};

QTEST_MAIN(OwnLanguagePageTest)
#include "own_language_page_test.moc"
