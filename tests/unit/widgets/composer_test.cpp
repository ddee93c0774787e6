// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document_html.h"
#include "support/memory_drafts.h"
#include "support/ticket_world.h"
#include "support/widget_audit.h"
#include "widgets/chips/chip_edit.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/recipient_edit.h"
#include "widgets/composer/rich_edit.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace deskhand;
using namespace deskhand::test;

namespace {

/// The composer under an open ticket in a window.
struct OpenComposer {
    TicketWorld &world;
    DraftKeeper drafts;
    ComposerPresenter presenter{world.desk, world.catalog, drafts};
    QWidget window;
    Composer *composer;

    OpenComposer(TicketWorld &around, MemoryDrafts &store)
        : world(around)
        , drafts(store)
    {
        composer = new Composer(
            world.shell.context(), world.desk, world.catalog, presenter, [](const QString &html) { return html; },
            &window);
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addStretch(1);
        layout->addWidget(composer);
        window.resize(700, 500);
        window.show();
    }
    /// As the ticket area does it.
    void show(TicketId ticket)
    {
        presenter.openTicket(ticket);
        TicketDetail detail;
        detail.row.head = world.desk.head(ticket);
        detail.requester = world.sarah;
        presenter.setContext(detail, world.desk.articles(ticket));
        presenter.setSeen(world.desk.head(ticket).lastArticle, 0);
    }
    void type(const QString &text)
    {
        QTest::keyClicks(composer->editor(), text);
        composer->flush();
    }
    [[nodiscard]] QVector<PostArticle> posts() const { return world.given<PostArticle>(); }
    template <typename Type>
    [[nodiscard]] Type *find(const char *name) const
    {
        return window.findChild<Type *>(QString::fromLatin1(name));
    }
    [[nodiscard]] bool isShown(const char *name) const
    {
        const auto *widget = find<QWidget>(name);
        return widget && widget->isVisible();
    }
};

} // namespace

class ComposerTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TicketWorld> m_world;
    std::unique_ptr<MemoryDrafts> m_store;
    std::unique_ptr<OpenComposer> m_open;

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<TicketWorld>();
        m_store = std::make_unique<MemoryDrafts>();
        m_world->desk.post(m_world->ticket, m_world->letter(QStringLiteral("My screen is dark.")));
        m_open = std::make_unique<OpenComposer>(*m_world, *m_store);
        m_open->show(m_world->ticket);
    }

    void cleanup()
    {
        m_open.reset();
        m_store.reset();
        m_world.reset();
    }

    void closedItIsOneLine()
    {
        QVERIFY(!m_open->composer->isOpen());
        QVERIFY(m_open->isShown("replyPromptLine"));
        QVERIFY(!m_open->isShown("composerTextEdit"));
        QTest::mouseClick(m_open->find<QWidget>("replyPromptLine"), Qt::LeftButton);
        QVERIFY(m_open->composer->isOpen());
        QCOMPARE(m_open->window.focusWidget(), m_open->composer->editor());
        QCOMPARE(auditWidgets(&m_open->window).join(u'\n'), QString());
    }

    void theButtonNamesWhoReceivesIt()
    {
        m_open->composer->open(DraftKind::Reply);
        m_open->type(QStringLiteral("Please swap the dock."));
        auto *send = m_open->find<QPushButton>("sendPushButton");
        QCOMPARE(send->accessibleName(), QStringLiteral("Send to Sarah Lind"));
        QVERIFY(send->isEnabled());
        send->click();
        QTRY_COMPARE(m_open->posts().size(), 1);
        const NewArticle sent = m_open->posts().first().article;
        QCOMPARE(sent.visibility, Visibility::Public);
        QVERIFY(sent.text.startsWith(QLatin1String("Please swap the dock.")));
        QCOMPARE(sent.to.first().address, QStringLiteral("sarah@example.org"));
        QTRY_VERIFY(!m_open->composer->isOpen());
        QTRY_VERIFY(m_store->drafts.isEmpty());
    }

    void aNoteIsUnlikeAReplyInMoreThanColour()
    {
        m_open->composer->open(DraftKind::Reply);
        QVERIFY(!m_open->isShown("noteHintPlainLabel"));
        QVERIFY(m_open->isShown("toRecipientEdit"));
        m_open->composer->open(DraftKind::Note);
        QVERIFY(m_open->isShown("noteHintPlainLabel"));
        QVERIFY(!m_open->isShown("toRecipientEdit"));
        QCOMPARE(m_open->find<QPushButton>("sendPushButton")->accessibleName(), QStringLiteral("Add internal note"));
        QCOMPARE(m_open->composer->editor()->accessibleName(), QStringLiteral("Internal note"));
        m_open->type(QStringLiteral("She is a VIP."));
        m_open->composer->send();
        QTRY_COMPARE(m_open->posts().size(), 1);
        QCOMPARE(m_open->posts().first().article.visibility, Visibility::Internal);
        QVERIFY(m_open->posts().first().article.to.isEmpty());
    }

    void aNoteBecomesPublicOnlyAfterAQuestion()
    {
        m_open->composer->open(DraftKind::Note);
        m_open->type(QStringLiteral("Her manager is impossible."));
        m_world->shell.prompt.answer = 0; // keep it internal
        m_open->find<QToolButton>("replyKindToolButton")->click();
        QCOMPARE(m_world->shell.prompt.asked.size(), 1);
        QCOMPARE(m_open->presenter.kind(), DraftKind::Note);
        QVERIFY(m_open->find<QToolButton>("noteKindToolButton")->isChecked());
        m_world->shell.prompt.answer = 1;
        m_open->find<QToolButton>("replyKindToolButton")->click();
        QCOMPARE(m_open->presenter.kind(), DraftKind::Reply);
        QCOMPARE(m_open->composer->editor()->toPlainText(), QStringLiteral("Her manager is impossible."));
    }

    void aDraftComesBackWithoutTakingTheKeyboard()
    {
        m_open->composer->open(DraftKind::Reply);
        m_open->type(QStringLiteral("Half a thou"));
        m_open->drafts.flush();
        m_open.reset();
        m_open = std::make_unique<OpenComposer>(*m_world, *m_store);
        QLineEdit elsewhere(&m_open->window);
        elsewhere.show();
        elsewhere.setFocus();
        m_open->drafts.load();
        m_open->show(m_world->ticket);
        QTRY_COMPARE(m_open->composer->editor()->toPlainText(), QStringLiteral("Half a thou"));
        QVERIFY(m_open->composer->isOpen());
        QCOMPARE(m_open->window.focusWidget(), &elsewhere);
        // Another ticket has nothing of it.
        m_open->show(m_world->desk.addTicket(QStringLiteral("Another"), m_world->sarah.id));
        QCOMPARE(m_open->composer->editor()->toPlainText(), QString());
    }

    void whatArrivedMeanwhileIsReadFirst()
    {
        m_open->composer->open(DraftKind::Reply);
        m_open->type(QStringLiteral("Please swap the dock."));
        m_open->presenter.setSeen(m_world->desk.head(m_world->ticket).lastArticle, 2);
        m_open->composer->send();
        QTRY_VERIFY(m_open->isShown("unseenPlainLabel"));
        QVERIFY(m_open->posts().isEmpty());
        QSignalSpy unseen(m_open->composer, &Composer::unseenRequested);
        m_open->find<QPushButton>("readFirstPushButton")->click();
        QCOMPARE(unseen.size(), 1);
        // The bar stands until it has been seen, and comes again with what is newer.
        QVERIFY(m_open->isShown("unseenPlainLabel"));
        m_open->presenter.setSeen(m_world->desk.head(m_world->ticket).lastArticle, 0);
        QVERIFY(!m_open->isShown("unseenPlainLabel"));
        m_open->presenter.setSeen(m_world->desk.head(m_world->ticket).lastArticle, 1);
        m_open->composer->send();
        QTRY_VERIFY(m_open->isShown("unseenPlainLabel"));
        m_open->find<QPushButton>("sendAnywayPushButton")->click();
        QTRY_COMPARE(m_open->posts().size(), 1);
    }

    /// It had arrived at the desk and not yet here when Send was pressed.
    void whatTheDeskHoldsIsSentAnywayAsItWasAskedFor()
    {
        m_open->composer->open(DraftKind::Reply);
        m_open->type(QStringLiteral("Please swap the dock."));
        const QStringList ids{QStringLiteral("7"), QStringLiteral("9")};
        m_world->desk.refuse(Error{ErrorCode::Conflict, {}, {}, {{QStringLiteral("unseen"), ids}}});
        const StateId solved = m_world->catalog.catalog()->firstStateOf(StateType::Solved);
        SendWish wish;
        wish.state = solved;
        m_open->composer->send(wish);
        QTRY_VERIFY(m_open->isShown("unseenPlainLabel"));
        QCOMPARE(m_open->composer->editor()->toPlainText(), QStringLiteral("Please swap the dock."));
        QVERIFY(!m_open->composer->editor()->isReadOnly());
        m_world->desk.refuse({});
        m_open->find<QPushButton>("sendAnywayPushButton")->click();
        QTRY_COMPARE(m_open->posts().size(), 2);
        QVERIFY(m_open->posts().last().evenUnseen);
        QCOMPARE(m_open->posts().last().state, solved);
    }

    void nothingIsSentToWhatIsNoAddress()
    {
        m_open->composer->open(DraftKind::Reply);
        m_open->type(QStringLiteral("Hello"));
        auto *to = m_open->find<RecipientEdit>("toRecipientEdit");
        QTest::keyClicks(to->chips()->input(), QStringLiteral("not an address,"));
        QVERIFY(to->hasWrong());
        QVERIFY(!m_open->find<QPushButton>("sendPushButton")->isEnabled());
        m_open->composer->send();
        QTest::keyClick(to->chips()->input(), Qt::Key_Backspace);
        QVERIFY(!to->hasWrong());
        QVERIFY(m_open->find<QPushButton>("sendPushButton")->isEnabled());
        m_open->drafts.flush();
        QVERIFY(m_open->posts().isEmpty());
    }

    void aRefusedReplyStaysAndIsSentOnce()
    {
        m_open->composer->open(DraftKind::Reply);
        m_open->type(QStringLiteral("Please swap the dock."));
        m_world->desk.refuse(Error{ErrorCode::Busy, {}, {}, {}});
        m_open->composer->send();
        QTRY_VERIFY(m_open->isShown("errorBanner"));
        QVERIFY(m_open->composer->isOpen());
        QCOMPARE(m_open->composer->editor()->toPlainText(), QStringLiteral("Please swap the dock."));
        m_world->desk.refuse({});
        const int before = m_world->desk.head(m_world->ticket).articleCount;
        m_open->composer->send();
        QTRY_VERIFY(!m_open->composer->isOpen());
        QCOMPARE(m_world->desk.head(m_world->ticket).articleCount, before + 1);
    }

    void filesAreAttachedAndTakenOff()
    {
        QFile file(m_world->shell.folder.filePath(QStringLiteral("log.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("what happened");
        file.close();
        QSignalSpy posted(&m_world->shell.notices, &Notices::posted);
        m_open->composer->open(DraftKind::Reply);
        m_open->type(QStringLiteral("See the log."));
        m_open->composer->attachFiles({file.fileName(), m_world->shell.folder.filePath(QStringLiteral("gone.txt"))});
        QTRY_COMPARE(m_open->presenter.draft().attachments.size(), 1);
        QTRY_COMPARE(posted.size(), 1); // the one that is not there is named
        QVERIFY(posted.first().first().value<Notice>().text.contains(QLatin1String("gone.txt")));
        QVERIFY(m_open->isShown("attachmentStrip"));
        m_open->composer->send();
        QTRY_COMPARE(m_open->posts().size(), 1);
        QCOMPARE(m_open->posts().first().article.attachments.first().bytes, QByteArray("what happened"));
    }

    void throwingAwayCanBeUndone()
    {
        QSignalSpy posted(&m_world->shell.notices, &Notices::posted);
        m_open->composer->open(DraftKind::Reply);
        m_open->type(QStringLiteral("Never mind"));
        m_open->find<QToolButton>("discardToolButton")->click();
        QVERIFY(!m_open->composer->isOpen());
        QVERIFY(m_open->presenter.isEmpty());
        QCOMPARE(posted.size(), 1);
        posted.first().first().value<Notice>().action();
        QCOMPARE(m_open->composer->editor()->toPlainText(), QStringLiteral("Never mind"));
    }

    // In German the words of the button were cut on both sides.
    void inLittleRoomTheFormatsGiveWayNotTheButton()
    {
        m_open->composer->open(DraftKind::Note);
        m_open->type(QStringLiteral("x"));
        auto *send = m_open->find<QPushButton>("sendPushButton");
        for (const int width : {900, 440, 380}) {
            m_open->window.resize(width, 500);
            const int words = send->fontMetrics().horizontalAdvance(send->text());
            QTRY_VERIFY2(send->width() >= words + 4,
                         qPrintable(QStringLiteral("at %1: %2 of %3").arg(width).arg(send->width()).arg(words)));
            QTRY_VERIFY(
                m_open->window.rect().contains(QRect(send->mapTo(&m_open->window, QPoint(0, 0)), send->size())));
            QVERIFY(m_open->isShown("attachToolButton"));
            QTRY_COMPARE(m_open->isShown("clearFormatToolButton"), width == 900);
        }
    }
};

QTEST_MAIN(ComposerTest)
#include "composer_test.moc"
