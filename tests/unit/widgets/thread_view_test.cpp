// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ticket_world.h"
#include "widgets/thread/thread_view.h"

#include <QAccessible>
#include <QBuffer>
#include <QImage>
#include <QScrollBar>

using namespace deskhand;
using namespace deskhand::test;
using Part = ThreadHit::Part;

namespace {

QByteArray redPicture()
{
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

bool hasRed(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == QColor(Qt::red))
                return true;
        }
    }
    return false;
}

HistoryEntry change(const char *what, const QString &to, Instant at)
{
    HistoryEntry entry;
    entry.what = QString::fromLatin1(what);
    entry.newText = to;
    entry.actor = PersonId{2};
    entry.actorName = QStringLiteral("Anna Müller");
    entry.at = at;
    return entry;
}

struct OpenThread {
    TicketWorld world;
    ThreadModel model{world.desk};
    PictureStore pictures{world.desk};
    ThreadView view{model, pictures, world.shell.theme, world.shell.clock};

    bool open()
    {
        view.resize(640, 500);
        view.show();
        QSignalSpy opened(&model, &ThreadModel::opened);
        model.open(world.ticket, PersonId{1});
        return QTest::qWaitFor([&] { return !opened.isEmpty(); });
    }
    void click(const QRect &part) { QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, part.center()); }
    [[nodiscard]] ArticleId newest() const { return model.articles().last().id; }
    [[nodiscard]] QAccessibleInterface *spoken() { return QAccessible::queryAccessibleInterface(&view); }
    [[nodiscard]] QString spokenName(int row) { return spoken()->child(row)->text(QAccessible::Name); }
    [[nodiscard]] QString spokenText(int row) { return spoken()->child(row)->text(QAccessible::Description); }
};

} // namespace

class ThreadViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesAreFoldedUntilTheyAreAskedFor()
    {
        OpenThread thread;
        Article mail = thread.world.letter(QStringLiteral("It works again."));
        mail.quotedText = QStringLiteral("> Did you swap the dock?\n> Mike");
        thread.world.desk.post(thread.world.ticket, mail);
        QVERIFY(thread.open());
        QVERIFY(!thread.view.quotesShown(thread.newest()));
        QVERIFY(thread.view.partRect(thread.newest(), Part::Quoted).isEmpty());
        const int folded = thread.view.partRect(thread.newest(), Part::Background).height();
        thread.click(thread.view.partRect(thread.newest(), Part::Pill));
        QVERIFY(thread.view.quotesShown(thread.newest()));
        QVERIFY(!thread.view.partRect(thread.newest(), Part::Quoted).isEmpty());
        QVERIFY(thread.view.partRect(thread.newest(), Part::Background).height() > folded);
        thread.view.toggleQuotes();
        QCOMPARE(thread.view.partRect(thread.newest(), Part::Background).height(), folded);
    }

    void aMessageWithoutQuotesHasNothingToUnfold()
    {
        OpenThread thread;
        thread.world.desk.post(thread.world.ticket, thread.world.letter(QStringLiteral("Hello")));
        QVERIFY(thread.open());
        QVERIFY(thread.view.partRect(thread.newest(), Part::Pill).isEmpty());
        thread.view.toggleQuotes();
        QVERIFY(!thread.view.quotesShown(thread.newest()));
    }

    void remotePicturesComeOnlyAfterAClick()
    {
        OpenThread thread;
        Article mail = thread.world.letter(QStringLiteral("Look"));
        mail.html = QStringLiteral("<p>Look</p><img src=\"deskhand-remote:0\" width=\"40\" height=\"40\">");
        mail.remoteImages = {QStringLiteral("https://tracker.example/pixel.png")};
        thread.world.desk.post(thread.world.ticket, mail);
        QVERIFY(thread.open());
        QSignalSpy requested(&thread.view, &ThreadView::remotePicturesRequested);
        const QString name = ArticleDocuments::remoteName(thread.newest(), 0);
        // Even bytes that are there already are not shown before the person asks.
        thread.pictures.wantBytes(name, redPicture());
        QTRY_COMPARE(thread.pictures.state(name), PictureStore::State::Ready);
        QVERIFY(!hasRed(thread.view.viewport()->grab().toImage()));
        QVERIFY(requested.isEmpty());
        const QRect bar = thread.view.partRect(thread.newest(), Part::RemoteBar);
        QVERIFY(!bar.isEmpty());
        thread.click(bar);
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested.first().first().value<Article>().remoteImages, mail.remoteImages);
        QVERIFY(thread.view.partRect(thread.newest(), Part::RemoteBar).isEmpty());
        QTRY_VERIFY(hasRed(thread.view.viewport()->grab().toImage()));
    }

    void oneMessageAskedForShowsNoPicturesOfAnother()
    {
        OpenThread thread;
        Article mail = thread.world.letter(QStringLiteral("Look"));
        mail.html = QStringLiteral("<p>Look</p><img src=\"deskhand-remote:0\" width=\"40\" height=\"40\">");
        mail.remoteImages = {QStringLiteral("https://tracker.example/pixel.png")};
        const ArticleId first = thread.world.desk.post(thread.world.ticket, mail);
        const ArticleId second = thread.world.desk.post(thread.world.ticket, mail);
        QVERIFY(thread.open());
        thread.click(thread.view.partRect(second, Part::RemoteBar));
        QVERIFY(thread.view.partRect(second, Part::RemoteBar).isEmpty());
        QVERIFY(!thread.view.partRect(first, Part::RemoteBar).isEmpty());
    }

    void changesOfOnePersonStandInOneLine()
    {
        OpenThread thread;
        const Instant now = thread.world.shell.clock.now();
        thread.world.desk.post(thread.world.ticket, thread.world.letter(QStringLiteral("Hello")));
        thread.world.desk.addHistory(thread.world.ticket, change("priority", QStringLiteral("High"), now + 1000));
        thread.world.desk.addHistory(thread.world.ticket, change("queue", QStringLiteral("Network"), now + 2000));
        QVERIFY(thread.open());
        QCOMPARE(thread.model.rowCount(), 2);
        const QString line = thread.spokenName(1);
        QVERIFY2(line.contains(QLatin1String("High")) && line.contains(QLatin1String("Network")), qPrintable(line));
        QCOMPARE(thread.view.hitTest(thread.view.rowRect(1).center()).part, Part::Events);
    }

    void whatIsReadStaysWhenAnotherMessageComes()
    {
        OpenThread thread;
        thread.world.desk.fill(thread.world.ticket, 30, [](int number) {
            return QStringLiteral("Message %1\n\nwith\nsome\nlines").arg(number);
        });
        QVERIFY(thread.open());
        QTRY_COMPARE(thread.model.articles().size(), qsizetype(ThreadModel::firstPage));
        QTRY_VERIFY(thread.view.verticalScrollBar()->isVisible());
        thread.view.stepArticle(-1);
        thread.view.stepArticle(-1);
        const ArticleId reading = thread.view.currentArticle();
        const QRect before = thread.view.partRect(reading, Part::Body);
        QVERIFY(!before.isEmpty());
        QSignalSpy arrived(&thread.model, &ThreadModel::articlesArrived);
        thread.world.desk.post(thread.world.ticket, thread.world.letter(QStringLiteral("One more thing")));
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(thread.view.partRect(reading, Part::Body), before);
        QCOMPARE(thread.view.currentArticle(), reading);
    }

    // What a screen reader is told.

    /// Its id is above those of all that others will write.
    void anOwnWordOnItsWayCountsNothingAsSeen()
    {
        OpenThread thread;
        const ArticleId theirs =
            thread.world.desk.post(thread.world.ticket, thread.world.letter(QStringLiteral("Hello")));
        Article mine;
        mine.author = PersonId{1};
        mine.text = QStringLiteral("On its way");
        thread.world.desk.post(thread.world.ticket, mine);
        thread.world.desk.moveNewestArticle(thread.world.ticket, qint64(1) << 40);
        QVERIFY(thread.open());
        QTRY_COMPARE(thread.view.newestSeen(), theirs);
    }

    void everyRowIsAnItemThatSaysWhoHowAndWhen()
    {
        OpenThread thread;
        Article mail = thread.world.letter(QStringLiteral("My screen is black."));
        mail.attachments = {Attachment{}};
        mail.attachments.first().name = QStringLiteral("photo.jpg");
        thread.world.desk.post(thread.world.ticket, mail);
        thread.world.desk.post(thread.world.ticket, thread.world.note(QStringLiteral("Same dock as last week.")));
        QVERIFY(thread.open());
        QAccessibleInterface *list = thread.spoken();
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 2);
        QCOMPARE(list->child(0)->role(), QAccessible::ListItem);
        QVERIFY(thread.spokenName(0).startsWith(QLatin1String("Sarah Lind, E-mail, Today ")));
        QVERIFY(thread.spokenName(0).contains(u'1')); // one file
        QCOMPARE(thread.spokenText(0), QStringLiteral("My screen is black."));
        QVERIFY(thread.spokenName(1).startsWith(QStringLiteral("Anna Müller, Internal note, Today ")));
        QCOMPARE(thread.spokenText(1), QStringLiteral("Same dock as last week."));
        for (int row = 0; row < 2; ++row) {
            QCOMPARE(list->child(row)->parent(), list);
            QCOMPARE(list->indexOfChild(list->child(row)), row);
            QVERIFY(list->rect().intersects(list->child(row)->rect()));
        }
        const QPoint inside = list->child(1)->rect().center();
        QCOMPARE(list->childAt(inside.x(), inside.y()), list->child(1));
    }

    void foldedQuotesAreSaidWhenTheyAreShown()
    {
        OpenThread thread;
        Article mail = thread.world.letter(QStringLiteral("It works again."));
        mail.quotedText = QStringLiteral("> Did you swap the dock?");
        thread.world.desk.post(thread.world.ticket, mail);
        QVERIFY(thread.open());
        QAccessibleInterface *item = thread.spoken()->child(0);
        QVERIFY(item->state().collapsed);
        QVERIFY(!thread.spokenText(0).contains(QLatin1String("Did you swap")));
        QAccessibleActionInterface *actions = item->actionInterface();
        QVERIFY(actions && actions->actionNames().contains(QAccessibleActionInterface::toggleAction()));
        actions->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY(thread.view.quotesShown(thread.newest()));
        QVERIFY(item->state().expanded);
        QVERIFY(thread.spokenText(0).contains(QLatin1String("Did you swap the dock?")));
    }

    void theThreadCanBeWalked()
    {
        OpenThread thread;
        thread.world.desk.fill(thread.world.ticket, 12,
                               [](int number) { return QStringLiteral("Message %1").arg(number); });
        QVERIFY(thread.open());
        QAccessibleInterface *list = thread.spoken();
        QCOMPARE(list->childCount(), 12);
        for (int row = 0; row < 12; ++row)
            QCOMPARE(thread.spokenText(row), QStringLiteral("Message %1").arg(row));
        QVERIFY(list->child(0)->state().offscreen);
        list->child(0)->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(thread.view.currentArticle(), thread.model.articles().first().id);
        QVERIFY(!list->child(0)->state().offscreen);
    }

    void itemsFollowTheirMessages()
    {
        OpenThread thread;
        thread.world.desk.fill(thread.world.ticket, 30,
                               [](int number) { return QStringLiteral("Message %1").arg(number); });
        QVERIFY(thread.open());
        QAccessibleInterface *list = thread.spoken();
        const int last = list->childCount() - 1;
        QAccessibleInterface *item = list->child(last);
        QCOMPARE(item->text(QAccessible::Description), QStringLiteral("Message 29"));
        QSignalSpy earlier(&thread.model, &ThreadModel::earlierLoaded);
        thread.model.loadEarlier();
        QTRY_VERIFY(!earlier.isEmpty());
        QVERIFY(list->indexOfChild(item) > last);
        QCOMPARE(item->text(QAccessible::Description), QStringLiteral("Message 29"));
        const TicketId other = thread.world.desk.addTicket(QStringLiteral("Another"), thread.world.sarah.id);
        thread.model.open(other, PersonId{1});
        QTRY_COMPARE(thread.model.rowCount(), 0);
        QVERIFY(!item->isValid());
        QCOMPARE(item->text(QAccessible::Description), QString());
        QCOMPARE(list->childCount(), 0);
    }
};

QTEST_MAIN(ThreadViewTest)
#include "thread_view_test.moc"
