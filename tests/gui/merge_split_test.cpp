// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/workplace.h"
#include "support/shell_fixture.h"
#include "support/test_desk.h"
#include "support/widget_audit.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/rich_edit.h"
#include "widgets/list/list_area.h"
#include "widgets/list/ticket_list_view.h"
#include "widgets/main_window.h"
#include "widgets/palette/command_palette.h"
#include "widgets/plain_label.h"
#include "widgets/surgery/merge_dialog.h"
#include "widgets/surgery/split_dialog.h"
#include "widgets/surgery/surgery_place.h"
#include "widgets/surgery/ticket_picker.h"
#include "widgets/surgery/unmerge_dialog.h"
#include "widgets/ticket/ticket_area.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

/// Merging, parting and splitting in a real window over a real desk. DESKHAND_PICTURES names a folder that keeps what
/// was seen.
class MergeSplitTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDesk> m_desk;
    std::unique_ptr<ShellFixture> m_shell;
    std::unique_ptr<QTemporaryDir> m_drafts;
    std::unique_ptr<MainWindow> m_window;
    CommandPalette *m_palette = nullptr;
    std::unique_ptr<Workplace> m_workplace;
    TicketId m_first;
    TicketId m_second;
    QStringList m_said;
    std::function<void()> m_undo;

    TicketArea &area() { return *m_workplace->ticketArea(); }
    const TicketDetail &detail() { return area().presenter().detail(); }
    QString number(TicketId ticket) { return m_desk->row(ticket).head.number; }
    template <typename T>
    T *part(QWidget *in, const char *name)
    {
        return in->findChild<T *>(QString::fromLatin1(name));
    }
    void click(QWidget *in, const char *name)
    {
        auto *button = part<QAbstractButton>(in, name);
        QVERIFY2(button != nullptr && button->isEnabled(), name);
        button->click();
    }
    void open(TicketId ticket)
    {
        m_shell->navigator.openTicket(ticket, true);
        QTRY_VERIFY(area().presenter().ticket() == ticket && area().presenter().isLoaded()
                    && area().thread().isLoaded());
    }
    /// What was written after the tickets were opened.
    QStringList threadTexts()
    {
        QStringList texts;
        for (const Article &article : area().thread().articles()) {
            if (!article.text.startsWith(QLatin1String("Please help")))
                texts.append(article.text.trimmed());
        }
        return texts;
    }
    void keepPicture(const char *name, QWidget *shown = nullptr)
    {
        const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
        if (folder.isEmpty())
            return;
        for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
            m_shell->theme.setChoice(theme);
            QTest::qWait(60);
            QWidget *what = shown != nullptr ? shown : m_window.get();
            what->grab().save(QStringLiteral("%1/%2-%3.png")
                                  .arg(folder, QString::fromLatin1(name),
                                       theme == ThemeChoice::Dark ? QStringLiteral("dark") : QStringLiteral("light")));
        }
    }
    void mergeBoth()
    {
        m_workplace->surgery().merge({m_first, m_second});
        MergeDialog *dialog = m_workplace->surgery().mergeDialog();
        QTRY_VERIFY(dialog->presenter().isReady());
        click(dialog, "mergePushButton");
        QTRY_COMPARE(m_shell->navigator.currentTicket(), m_first);
        QTRY_COMPARE(threadTexts().size(), 3);
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TestDesk>();
        m_first = m_desk->openTicket(QStringLiteral("Printer is on fire")).ticket;
        m_desk->customerMail(m_first, QStringLiteral("It burns in the second floor."));
        m_desk->clock().advance(60'000);
        m_second =
            m_desk->openTicket(QStringLiteral("Smoke in the second floor"), QStringLiteral("tom@other.example")).ticket;
        m_desk->customerMail(m_second, QStringLiteral("I see smoke."));
        m_desk->clock().advance(60'000);
        m_desk->reply(m_first, QStringLiteral("We are on our way."));
        m_desk->clock().advance(60'000);
        m_shell = std::make_unique<ShellFixture>();
        m_shell->theme.applyTo(*qApp);
        m_said.clear();
        m_undo = {};
        connect(&m_shell->notices, &Notices::posted, this, [this](const Notice &notice) {
            m_said.append(notice.text);
            if (notice.action)
                m_undo = notice.action;
        });
        m_drafts = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<MainWindow>(m_shell->context(), m_shell->status);
        m_window->resize(1440, 860);
        m_palette = new CommandPalette(m_shell->theme, m_shell->settings, m_window.get());
        m_workplace =
            std::make_unique<Workplace>(m_shell->context(), m_desk->openAnother(), Workplace::Door::File, m_desk->me(),
                                        m_desk->clock(), m_drafts->path(), *m_window, *m_palette);
        m_window->show();
        m_shell->navigator.openView(QStringLiteral("open"));
        QTRY_COMPARE(m_workplace->list()->model().ticketCount(), 2);
    }
    void cleanup()
    {
        m_workplace.reset();
        m_window.reset();
        m_shell.reset();
    }

    void theOtherTicketIsFoundAndMerged()
    {
        open(m_second);
        QVERIFY(m_shell->actions.trigger(QStringLiteral("ticket.merge")));
        MergeDialog *dialog = m_workplace->surgery().mergeDialog();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        auto *words = part<QLineEdit>(dialog, "ticketPickerLineEdit");
        QTest::keyClicks(words, number(m_first));
        TicketFinder &finder = part<TicketPicker>(dialog, "ticketPicker")->finder();
        QTRY_VERIFY(finder.rowCount() > 0 && finder.row(0).head.id == m_first);
        keepPicture("merge-pick", dialog);
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_VERIFY(dialog->presenter().isReady());
        QCOMPARE(dialog->presenter().target(), m_first); // the older one
        QVERIFY(part<PlainLabel>(dialog, "mergeWarningsPlainLabel")->isVisible());
        QVERIFY(part<QCheckBox>(dialog, "keepRequestersCheckBox")->isVisible());
        QCOMPARE(auditWidgets(dialog).join(u'\n'), QString());
        keepPicture("merge", dialog);
        click(dialog, "swapToolButton");
        QCOMPARE(dialog->presenter().target(), m_second);
        click(dialog, "swapToolButton");
        part<QLineEdit>(dialog, "mergeWhyLineEdit")->setText(QStringLiteral("the same fire"));
        click(dialog, "mergePushButton");
        QTRY_COMPARE(m_shell->navigator.currentTicket(), m_first);
        QTRY_VERIFY(area().presenter().isLoaded() && detail().mergedFrom.size() == 1);
        QTRY_COMPARE(threadTexts(),
                     (QStringList{QStringLiteral("It burns in the second floor."), QStringLiteral("I see smoke."),
                                  QStringLiteral("We are on our way.")}));
        const int row = area().thread().rowOf(area().thread().articles().at(3).id); // "I see smoke."
        QTRY_COMPARE(area().thread().item(row).origin, number(m_second));
        QCOMPARE(m_said.last(), QStringLiteral("Merged #%1 into #%2").arg(number(m_second), number(m_first)));
        QTRY_COMPARE(m_workplace->list()->model().ticketCount(), 1);
        QVERIFY(m_window->findChild<QWidget *>(QStringLiteral("mergedFromWidget"))->isVisible());
        keepPicture("merged");

        // The way back, right after.
        QVERIFY(bool(m_undo));
        m_undo();
        QTRY_COMPARE(m_workplace->list()->model().ticketCount(), 2);
        QTRY_COMPARE(threadTexts().size(), 2);
        QTRY_VERIFY(detail().mergedFrom.isEmpty());
        open(m_second);
        QCOMPARE(threadTexts(), QStringList{QStringLiteral("I see smoke.")});
    }

    void markedTicketsOfTheListAreMerged()
    {
        auto *list = m_workplace->list()->view();
        list->setFocus();
        list->selectAll();
        QVERIFY(m_shell->actions.trigger(QStringLiteral("ticket.merge")));
        MergeDialog *dialog = m_workplace->surgery().mergeDialog();
        QVERIFY(dialog != nullptr);
        QTRY_COMPARE(dialog->presenter().sides().size(), 2);
        QTRY_VERIFY(dialog->presenter().isReady());
    }

    void anOldNumberLeadsToWhereTheTicketLivesOn()
    {
        mergeBoth();
        m_shell->navigator.closeTicket();
        m_shell->navigator.openTicket(m_second, true);
        QTRY_COMPARE(m_shell->navigator.currentTicket(), m_first);
        QVERIFY(m_said.last().contains(number(m_second)));
        // Who only comes past it in a list is not led away.
        m_shell->navigator.openTicket(m_second, false);
        auto *bar = m_window->findChild<QWidget *>(QStringLiteral("mergedBar"));
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(m_shell->navigator.currentTicket(), m_second);
        keepPicture("merged-stub");
        click(bar, "openTargetPushButton");
        QTRY_COMPARE(m_shell->navigator.currentTicket(), m_first);
    }

    void noTextIsLost()
    {
        open(m_second);
        QVERIFY(m_shell->actions.trigger(QStringLiteral("ticket.note")));
        auto *editor = part<RichEdit>(area().composer(), "composerTextEdit");
        QTRY_VERIFY(editor->isVisible());
        QTest::keyClicks(editor, QStringLiteral("Tom is right"));
        m_workplace->surgery().merge({m_first, m_second});
        MergeDialog *dialog = m_workplace->surgery().mergeDialog();
        QTRY_VERIFY(dialog->presenter().isReady());
        click(dialog, "mergePushButton");
        QTRY_COMPARE(m_shell->navigator.currentTicket(), m_first);
        QTRY_VERIFY(editor->toPlainText().contains(QStringLiteral("Tom is right")));
        const QString key = draftKey(DraftKind::Note, m_first, m_desk->me());
        QVERIFY(m_workplace->drafts().find(key) != nullptr);
        QVERIFY(m_workplace->drafts().find(draftKey(DraftKind::Note, m_second, m_desk->me())) == nullptr);
    }

    void somebodyElseMergesWhatIsOpen()
    {
        open(m_second);
        QVERIFY(m_shell->actions.trigger(QStringLiteral("ticket.note")));
        auto *editor = part<RichEdit>(area().composer(), "composerTextEdit");
        QTRY_VERIFY(editor->isVisible());
        QTest::keyClicks(editor, QStringLiteral("half a sentence"));
        m_desk->submit(MergeTickets{m_first, 0, {MergeSource{m_second, 0}}, true, {}});
        QTRY_COMPARE(m_shell->navigator.currentTicket(), m_first);
        QTRY_VERIFY(m_workplace->drafts().find(draftKey(DraftKind::Note, m_first, m_desk->me())) != nullptr);
        QVERIFY(m_workplace->drafts()
                    .find(draftKey(DraftKind::Note, m_first, m_desk->me()))
                    ->html.contains(QStringLiteral("half a sentence")));
    }

    void whoWasFasterIsShown()
    {
        m_workplace->surgery().merge({m_first, m_second});
        MergeDialog *dialog = m_workplace->surgery().mergeDialog();
        QTRY_VERIFY(dialog->presenter().isReady());
        // A third door: this window hears of it only after it has sent.
        m_desk->submit(MergeTickets{m_first, 0, {MergeSource{m_second, 0}}, true, {}});
        click(dialog, "mergePushButton");
        QTRY_VERIFY(dialog->isVisible() && !dialog->presenter().isReady());
        QTRY_VERIFY(dialog->presenter().obstacle().contains(number(m_second)));
        keepPicture("merge-conflict", dialog);
    }

    void unmergingAsksWhereNewMessagesBelong()
    {
        mergeBoth();
        m_desk->clock().advance(60'000);
        m_desk->reply(m_first, QStringLiteral("The fire is out."));
        QTRY_COMPARE(threadTexts().size(), 4);
        QTRY_VERIFY(m_window->findChild<QWidget *>(QStringLiteral("mergedFromWidget")) != nullptr);
        click(m_window.get(), "unmergeCardPushButton");
        UnmergeDialog *dialog = m_workplace->surgery().unmergeDialog();
        QVERIFY(dialog != nullptr);
        QTRY_COMPARE(dialog->presenter().later().size(), 1);
        auto *later = part<QTreeWidget>(dialog, "laterArticlesTreeWidget");
        QCOMPARE(later->topLevelItem(0)->checkState(0), Qt::Unchecked);
        later->topLevelItem(0)->setCheckState(0, Qt::Checked);
        QCOMPARE(auditWidgets(dialog).join(u'\n'), QString());
        keepPicture("unmerge", dialog);
        click(dialog, "unmergePushButton");
        QTRY_COMPARE(threadTexts().size(), 2);
        open(m_second);
        QTRY_COMPARE(threadTexts(), (QStringList{QStringLiteral("I see smoke."), QStringLiteral("The fire is out.")}));
    }

    void messagesBecomeATicketOfTheirOwn()
    {
        m_desk->customerMail(m_first, QStringLiteral("By the way, my notebook is broken, too."));
        open(m_first);
        QTRY_COMPARE(threadTexts().size(), 3);
        Q_EMIT area().splitRequested({area().thread().articles().last().id});
        SplitDialog *dialog = m_workplace->surgery().splitDialog();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QVERIFY(dialog->presenter().isReady());
        part<QLineEdit>(dialog, "splitSubjectLineEdit")->setText(QStringLiteral("Broken notebook"));
        QCOMPARE(auditWidgets(dialog).join(u'\n'), QString());
        keepPicture("split", dialog);
        click(dialog, "splitPushButton");
        QTRY_VERIFY(m_shell->navigator.currentTicket().isValid() && m_shell->navigator.currentTicket() != m_first);
        const TicketId opened = m_shell->navigator.currentTicket();
        QTRY_VERIFY(area().presenter().isLoaded() && area().presenter().ticket() == opened);
        QCOMPARE(detail().row.head.subject, QStringLiteral("Broken notebook"));
        QTRY_COMPARE(threadTexts(), QStringList{QStringLiteral("By the way, my notebook is broken, too.")});
        QVERIFY(m_window->findChild<QWidget *>(QStringLiteral("linkedTicketWidget"))->isVisible());
        keepPicture("split-off");
        open(m_first);
        QTRY_COMPARE(threadTexts().size(), 2);
        QTRY_VERIFY(m_window->findChild<QWidget *>(QStringLiteral("linkedTicketWidget")) != nullptr);
    }
};

QTEST_MAIN(MergeSplitTest)
#include "merge_split_test.moc"
