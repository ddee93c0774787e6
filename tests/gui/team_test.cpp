// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/program.h"
#include "apps/deskhand/workplace.h"
#include "support/test_desk.h"
#include "support/widget_audit.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/rich_edit.h"
#include "widgets/list/list_area.h"
#include "widgets/settings/appearance.h"
#include "widgets/thread/thread_panel.h"
#include "widgets/ticket/presence_marks.h"
#include "widgets/ticket/ticket_area.h"

#include <QAbstractButton>
#include <QLabel>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

/// The program's window on a desk where colleagues work at the same time, through doors of their own.
/// DESKHAND_PICTURES names a folder that keeps what was seen.
class TeamTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDesk> m_desk;
    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<LocalDesk> m_door; ///< of the colleagues
    std::unique_ptr<LocalDesk> m_otherDoor;
    std::unique_ptr<Program> m_program;
    PersonId m_anna;
    PersonId m_jonas;
    TicketId m_ticket;
    TicketId m_other;
    QVector<Presence> m_seen; ///< by the colleagues

    TicketArea *area() { return m_program->workplace()->ticketArea(); }
    template <typename W = QWidget>
    W *find(const char *name)
    {
        return m_program->window().findChild<W *>(QString::fromLatin1(name));
    }
    bool isShown(const char *name)
    {
        const QWidget *widget = find(name);
        return widget && widget->isVisible();
    }
    void keepPicture(const char *name)
    {
        const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
        if (folder.isEmpty())
            return;
        for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
            const QString tone = theme == ThemeChoice::Dark ? QStringLiteral("dark") : QStringLiteral("light");
            m_program->settings().setValue(QLatin1String(appearance::themeKey), tone);
            QTest::qWait(50);
            m_program->window().grab().save(
                QStringLiteral("%1/%2-%3.png").arg(folder, QString::fromLatin1(name), tone));
        }
    }
    ArticleId post(PersonId author, const QString &text, Visibility visibility)
    {
        PostArticle post;
        post.ticket = m_ticket;
        post.article.text = text;
        post.article.visibility = visibility;
        post.evenUnseen = true;
        auto posted = m_door->submit(Command::make(author, post));
        posted.waitForFinished();
        return posted.result()->article;
    }
    void setPriority(PersonId actor, int rank, qint64 version)
    {
        const FieldChange change{TicketField::Priority, m_desk->priority(rank).value, {}, {}};
        auto changed = m_door->submit(Command::make(actor, ChangeTicket{m_ticket, version, {change}, {}}));
        changed.waitForFinished(); // no event: the window cannot know
    }
    void type(const QString &text)
    {
        Composer *composer = area()->composer();
        composer->open(DraftKind::Reply);
        QTest::keyClicks(composer->editor(), text);
    }

private Q_SLOTS:
    void init()
    {
        m_desk = TestDesk::withSystemClock();
        m_settings = std::make_unique<QTemporaryDir>();
        m_anna = m_desk->addAgent(QStringLiteral("Anna Berg"));
        m_jonas = m_desk->addAgent(QStringLiteral("Jonas Okafor"));
        for (const char *subject : {"Laptop does not charge", "Badge for the new building", "VPN drops every hour"})
            m_desk->openTicket(QString::fromLatin1(subject));
        m_other = m_desk->openTicket(QStringLiteral("Printer on the second floor is jammed")).ticket;
        m_ticket = m_desk->openTicket(QStringLiteral("Monitor went dark after docking")).ticket;
        for (int i = 0; i < 12; ++i)
            m_desk->customerMail(m_ticket, QStringLiteral("It happened again, time number %1.\n\nThe screen goes dark "
                                                          "and comes back when the plug is turned.")
                                               .arg(i + 1));
        auto door = LocalDesk::open(m_desk->path());
        QVERIFY(door);
        m_door = *std::move(door);
        auto otherDoor = LocalDesk::open(m_desk->path());
        QVERIFY(otherDoor);
        m_otherDoor = *std::move(otherDoor);
        m_seen.clear();
        connect(m_door.get(), &Desk::presenceChanged, this,
                [this](const QVector<Presence> &others) { m_seen = others; });

        Options options;
        options.settingsFolder = m_settings->path();
        options.deskFile = m_desk->path();
        m_program = std::make_unique<Program>(*qApp, options);
        m_program->start();
        m_program->window().resize(1280, 800);
        QTRY_VERIFY(m_program->workplace() && m_program->workplace()->catalog().isReady());
        m_program->navigator().openView(QStringLiteral("all"));
        m_program->navigator().openTicket(m_ticket, true);
        QTRY_COMPARE(area()->presenter().ticket(), m_ticket);
        QTRY_VERIFY(area()->presenter().isLoaded() && area()->thread().rowCount() > 0);
        QTRY_VERIFY(area()->threadPanel()->view()->newestSeen().isValid());
    }
    void cleanup()
    {
        m_program.reset();
        m_door.reset();
        m_otherDoor.reset();
        m_desk.reset();
    }

    void whoElseIsThereIsSeen()
    {
        ListArea *list = m_program->workplace()->list();
        QTRY_VERIFY(list->model().peek(m_other) && list->model().peek(m_ticket));
        const int row = list->model().rowOf(m_ticket);
        m_door->showPresence(m_anna, {{m_ticket, PresenceKind::Writing}});
        m_otherDoor->showPresence(m_jonas, {{m_other, PresenceKind::Viewing}});
        auto *marks = find<PresenceMarks>("presenceMarks");
        QTRY_VERIFY(marks && marks->isVisible());
        const QString words = QStringLiteral("Anna Berg is writing a reply");
        QCOMPARE(marks->accessibleName(), words);
        QCOMPARE(find<QLabel>("presenceLabel")->text(), words);
        QTRY_COMPARE(list->model().present(m_other).size(), 1);
        QVERIFY(list->model().index(row, 0).data(Qt::AccessibleTextRole).toString().endsWith(words));
        QCOMPARE(list->model().rowOf(m_ticket), row);
        keepPicture("presence-writing");
        m_otherDoor->showPresence(m_jonas, {{m_ticket, PresenceKind::Viewing}});
        QTRY_COMPARE(marks->accessibleName(),
                     QStringLiteral("Anna Berg is writing a reply · Jonas Okafor is looking at this"));
        QCOMPARE(auditWidgets(&m_program->window()).join(u'\n'), QString());
        keepPicture("presence-both");
        // Whoever closes their program is gone.
        m_otherDoor.reset();
        m_door->showPresence(m_anna, {});
        QTRY_VERIFY(!marks->isVisible());
        QCOMPARE(find<QLabel>("presenceLabel")->text(), QString());
    }

    void colleaguesSeeWhatIsDoneHere()
    {
        m_door->showPresence(m_anna, {});
        const auto sees = [this](TicketId ticket, PresenceKind kind) {
            return m_seen.size() == 1 && m_seen.first().ticket == ticket && m_seen.first().kind == kind
                   && m_seen.first().person == m_desk->me();
        };
        QTRY_VERIFY(sees(m_ticket, PresenceKind::Viewing));
        type(QStringLiteral("Please swap"));
        QTRY_VERIFY(sees(m_ticket, PresenceKind::Writing));
        area()->composer()->editor()->clear();
        QTRY_VERIFY(sees(m_ticket, PresenceKind::Viewing));
        m_program->navigator().openTicket(m_other, false);
        QTRY_VERIFY(sees(m_other, PresenceKind::Viewing));
        m_program->navigator().closeTicket();
        QTRY_VERIFY(m_seen.isEmpty());
        m_program->navigator().openTicket(m_ticket, false);
        QTRY_VERIFY(sees(m_ticket, PresenceKind::Viewing));
        m_program.reset();
        QTRY_VERIFY(m_seen.isEmpty());
    }

    /// Above in a long thread, with a text half written.
    void aNewReplyIsAnnouncedAndTheComposerLeftAlone()
    {
        ThreadView *view = area()->threadPanel()->view();
        type(QStringLiteral("Please swap the dock."));
        area()->composer()->flush();
        RichEdit *editor = area()->composer()->editor();
        QTextCursor cursor = editor->textCursor();
        cursor.setPosition(6);
        editor->setTextCursor(cursor);
        view->verticalScrollBar()->setValue(0);
        QTRY_VERIFY(view->verticalScrollBar()->value() == 0);
        const int held = view->verticalScrollBar()->value();
        auto *quote = find<QAbstractButton>("quoteChipButton");
        const QString quoted = quote->text();
        QVERIFY(!quoted.isEmpty());
        const ArticleId reply = post(m_anna, QStringLiteral("I have ordered a new dock."), Visibility::Public);
        QTRY_VERIFY(isShown("newsPushButton"));
        QTRY_COMPARE(find<QAbstractButton>("newsPushButton")->text(), QStringLiteral("1 new message(s)"));
        QCOMPARE(editor->toPlainText(), QStringLiteral("Please swap the dock."));
        QCOMPARE(editor->textCursor().position(), 6);
        QVERIFY(editor->hasFocus());
        QCOMPARE(quote->text(), quoted);
        QCOMPARE(view->verticalScrollBar()->value(), held);
        keepPicture("new-reply");
        find<QAbstractButton>("newsPushButton")->click();
        QTRY_COMPARE(view->newestSeen(), reply);
        QCOMPARE(editor->toPlainText(), QStringLiteral("Please swap the dock."));
    }

    void aHeldReplyStandsBesideWhatIsNew()
    {
        ThreadView *view = area()->threadPanel()->view();
        type(QStringLiteral("Please swap the dock."));
        view->verticalScrollBar()->setValue(0);
        const int before = m_desk->row(m_ticket).head.articleCount;
        post(m_anna, QStringLiteral("Do not swap it: the dock is new, the cable is broken."), Visibility::Internal);
        area()->composer()->send();
        QTRY_VERIFY(isShown("heldBar"));
        QTRY_VERIFY(find<QLabel>("unseenPlainLabel")
                        ->text()
                        .startsWith(QStringLiteral("Not sent: Anna Berg added an internal note")));
        QTRY_VERIFY(find<QLabel>("heldExcerptPlainLabel")->text().contains(QLatin1String("the cable is broken")));
        // What a screen reader says when the bar comes.
        QVERIFY(find("heldBar")->accessibleDescription().contains(QLatin1String("the cable is broken")));
        QCOMPARE(m_desk->row(m_ticket).head.articleCount, before + 1);
        QCOMPARE(auditWidgets(&m_program->window()).join(u'\n'), QString());
        keepPicture("held");
        // To what is new, which ends the hold: the text is there to be edited.
        find<QAbstractButton>("readFirstPushButton")->click();
        QTRY_VERIFY(!isShown("heldBar"));
        QCOMPARE(area()->composer()->editor()->toPlainText(), QStringLiteral("Please swap the dock."));
        // And once more, to be dropped.
        view->verticalScrollBar()->setValue(0);
        post(m_anna, QStringLiteral("Done: the cable is swapped."), Visibility::Public);
        area()->composer()->send();
        QTRY_VERIFY(isShown("heldBar"));
        find<QAbstractButton>("dropHeldPushButton")->click();
        QTRY_VERIFY(!area()->composer()->isOpen());
        QTRY_VERIFY(m_program->workplace()->drafts().ticketsWithDrafts().isEmpty());
        QCOMPARE(m_desk->row(m_ticket).head.articleCount, before + 2);
    }

    void aConflictIsChosenWithOneClick()
    {
        setPriority(m_anna, 1, area()->presenter().detail().row.head.version);
        area()->presenter().setPriority(m_desk->priority(4));
        QTRY_VERIFY(isShown("conflictBars"));
        const QString sentence = find<QLabel>("conflictPlainLabel")->text();
        QCOMPARE(find("conflictBars")->accessibleDescription(), sentence);
        const CatalogPtr catalog = m_desk->catalog();
        for (const int rank : {1, 4})
            QVERIFY2(sentence.contains(catalog->priority(m_desk->priority(rank))->name), qPrintable(sentence));
        QVERIFY(sentence.startsWith(QLatin1String("Anna Berg")));
        QCOMPARE(auditWidgets(&m_program->window()).join(u'\n'), QString());
        keepPicture("conflict");
        find<QAbstractButton>("takeMinePushButton")->click();
        QTRY_COMPARE(m_desk->row(m_ticket).head.priority, m_desk->priority(4));
        QTRY_VERIFY(!isShown("conflictBars"));
    }
};

QTEST_MAIN(TeamTest)
#include "team_test.moc"
