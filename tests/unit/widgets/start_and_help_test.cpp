// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shell_fixture.h"
#include "support/widget_audit.h"
#include "widgets/about/about_dialog.h"
#include "widgets/error_words.h"
#include "widgets/help/help_window.h"
#include "widgets/start/start_page.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTextDocument>
#include <QtTest>

using namespace deskhand;

class StartAndHelpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownDeskIsAskedFor()
    {
        test::ShellFixture shell;
        StartPage page(shell.theme, shell.prompt, shell.folder.path(), QStringLiteral("Mia"));
        page.show();
        QSignalSpy wanted(&page, &StartPage::ownDeskRequested);
        page.findChild<QAbstractButton *>(QStringLiteral("ownChoiceCard"))->click();
        auto *create = page.findChild<QPushButton *>(QStringLiteral("createButton"));
        auto *name = page.findChild<QLineEdit *>(QStringLiteral("deskNameLineEdit"));
        auto *mail = page.findChild<QLineEdit *>(QStringLiteral("mailLineEdit"));
        QVERIFY(!create->isEnabled());
        name->setText(QStringLiteral("  IT/Support  "));
        QVERIFY(create->isEnabled());
        mail->setText(QStringLiteral("not an address"));
        QVERIFY(!create->isEnabled());
        mail->setText(QStringLiteral("mia@example.org"));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        const auto desk = wanted.first().first().value<NewDeskWish>();
        QCOMPARE(desk.deskName, QStringLiteral("IT/Support"));
        QCOMPARE(desk.personName, QStringLiteral("Mia"));
        QCOMPARE(desk.path, shell.folder.filePath(QStringLiteral("IT-Support.desk")));
        QFile taken(desk.path);
        QVERIFY(taken.open(QIODevice::WriteOnly));
        create->click();
        QCOMPARE(wanted.last().first().value<NewDeskWish>().path,
                 shell.folder.filePath(QStringLiteral("IT-Support 2.desk")));
        QCOMPARE(test::auditWidgets(&page).join(u'\n'), QString());
    }

    void workShowsProgressAndIsCancelled()
    {
        test::ShellFixture shell;
        StartPage page(shell.theme, shell.prompt, shell.folder.path(), {});
        page.show();
        QSignalSpy demo(&page, &StartPage::demoRequested);
        QSignalSpy cancelled(&page, &StartPage::cancelRequested);
        page.findChild<QAbstractButton *>(QStringLiteral("demoChoiceCard"))->click();
        QCOMPARE(demo.count(), 1);
        page.showProgress(QStringLiteral("Making"), 500, QStringLiteral("half"));
        auto *cancel = page.findChild<QPushButton *>(QStringLiteral("cancelButton"));
        QVERIFY(cancel->isVisible());
        cancel->click();
        QCOMPARE(cancelled.count(), 1);
        QVERIFY(!cancel->isEnabled());
        page.showFailure(QStringLiteral("It was not made."), Error{ErrorCode::Denied, {}, {}, {}});
        QVERIFY(page.findChild<QWidget *>(QStringLiteral("errorBanner"))->isVisible());
        QVERIFY(page.findChild<QWidget *>(QStringLiteral("demoChoiceCard"))->isVisible());
    }

    void manualHasNoDeadLinks()
    {
        const QStringList pages = HelpWindow::pageIds();
        QCOMPARE(pages.value(0), QStringLiteral("index"));
        QVERIFY(pages.size() >= 5);
        static const QRegularExpression link(QStringLiteral("\\]\\(([^)]+)\\)"));
        for (const QString &page : pages) {
            QFile file(QStringLiteral(":/help/%1.md").arg(page));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            QVERIFY2(text.startsWith(QLatin1String("# ")), qPrintable(page));
            for (auto match = link.globalMatch(text); match.hasNext();) {
                const QString target = match.next().captured(1);
                if (target.endsWith(QLatin1String(".md")))
                    QVERIFY2(pages.contains(target.chopped(3)), qPrintable(page + QStringLiteral(": ") + target));
            }
        }
    }

    void manualOpensPagesAndNoFiles()
    {
        test::ShellFixture shell;
        HelpWindow help(shell.theme);
        QVERIFY(help.openPage());
        QCOMPARE(help.currentPageId(), QStringLiteral("index"));
        QVERIFY(help.openPage(QStringLiteral("keyboard")));
        QVERIFY(!help.openPage(QStringLiteral("../secret")));
        QCOMPARE(help.currentPageId(), QStringLiteral("keyboard"));
        QCOMPARE(test::auditWidgets(&help).join(u'\n'), QString());
    }

    void everyErrorHasWords()
    {
        for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
            const ErrorWords words = wordsFor(Error{ErrorCode(code), QStringLiteral("a.b"), QStringLiteral("why"), {}});
            QVERIFY(words.happened.endsWith(u'.'));
            QVERIFY(words.safe.endsWith(u'.'));
            QVERIFY(ErrorCode(code) == ErrorCode::Cancelled || words.advice.endsWith(u'.'));
            QVERIFY(words.details.contains(QLatin1String("a.b")));
        }
    }

    void whatIsSaidOfAttachments()
    {
        QSet<QString> said;
        for (const char *reason : {"too-large", "quota", "disk", ""}) {
            const Error error{ErrorCode::Invalid,
                              QStringLiteral("remote.upload"),
                              {},
                              {{QStringLiteral("reason"), QString::fromLatin1(reason)}}};
            said.insert(wordsFor(error).happened);
            QVERIFY(wordsFor(error).advice.endsWith(u'.'));
        }
        QCOMPARE(said.size(), 4);
    }

    void aboutNamesTheVersion()
    {
        test::ShellFixture shell;
        AboutDialog about(shell.theme, {{QStringLiteral("Qt"), QStringLiteral("6"), QStringLiteral("LGPL")}});
        const auto *version = about.findChild<QLabel *>(QStringLiteral("versionLabel"));
        QVERIFY(version->text().contains(QStringLiteral(DESKHAND_VERSION)));
        QCOMPARE(test::auditWidgets(&about).join(u'\n'), QString());
    }
};

QTEST_MAIN(StartAndHelpTest)
#include "start_and_help_test.moc"
