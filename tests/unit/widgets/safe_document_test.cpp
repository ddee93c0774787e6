// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/thread/safe_document.h"

#include <QAbstractTextDocumentLayout>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QtTest>

#ifdef Q_OS_LINUX
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace deskhand;

namespace {

// Everything in HTML that can name a file. %1 is a folder with files whose names begin with "bait".
QString hostileHtml(const QString &folder)
{
    QFile file(QStringLiteral(DESKHAND_SOURCE_DIR "/tests/data/html/hostile_resources.html"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).replace(QStringLiteral("%1"), folder);
}

void paintDocument(QTextDocument &document, qreal scale)
{
    document.setTextWidth(500);
    QImage target(int(600 * scale), int(800 * scale), QImage::Format_ARGB32_Premultiplied);
    target.setDevicePixelRatio(scale);
    target.fill(Qt::white);
    for (int times = 0; times < 3; ++times) {
        QPainter painter(&target);
        document.drawContents(&painter);
    }
}

void useDocument(QTextDocument &document, const QString &folder)
{
    paintDocument(document, 1);
    paintDocument(document, 2);
    QPdfWriter writer(folder + QStringLiteral("/out.pdf"));
    document.print(&writer);
    const QScopedPointer<QTextDocument> clone(document.clone(&document));
    paintDocument(*clone, 1);
    QTextCursor cursor(&document);
    cursor.select(QTextCursor::Document);
    Q_UNUSED(cursor.selection().toHtml())
}

// The child: shows hostile HTML in a document of ours ("safe") or of Qt's ("plain"), then says that it is done.
int renderChild(const QString &mode, const QString &folder, bool withPipe)
{
    QDir::setCurrent(folder);
    QString html = hostileHtml(folder);
    if (html.isEmpty())
        return 1;
    if (withPipe)
        html += QStringLiteral("<img src='%1/bait.fifo'><img src='file://%1/bait.fifo'>").arg(folder);
    if (mode == QLatin1String("safe")) {
        SafeDocument document([](const QString &) { return QImage(); });
        document.setSafeHtml(html);
        useDocument(document, folder);
        document.setHtml(html); // also past our own entrance
        useDocument(document, folder);
    } else {
        QTextDocument document;
        document.setHtml(html);
        useDocument(document, folder);
    }
    puts("done");
    return 0;
}

/// A folder with bait, and how often somebody opened it.
class Bait
{
public:
    Bait()
    {
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::red);
        image.save(m_folder.filePath(QStringLiteral("bait.png")));
        QFile css(m_folder.filePath(QStringLiteral("bait.css")));
        if (css.open(QIODevice::WriteOnly))
            css.write("p { color: red }");
#ifdef Q_OS_LINUX
        ::mkfifo(QFile::encodeName(m_folder.filePath(QStringLiteral("bait.fifo"))).constData(), 0600);
        m_watch = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        ::inotify_add_watch(m_watch, QFile::encodeName(m_folder.path()).constData(), IN_OPEN);
#endif
    }
    ~Bait()
    {
#ifdef Q_OS_LINUX
        ::close(m_watch);
#endif
    }
    Q_DISABLE_COPY_MOVE(Bait)

    [[nodiscard]] QString folder() const
    {
        return m_folder.path();
    }

    int opened()
    {
        int count = 0;
#ifdef Q_OS_LINUX
        alignas(inotify_event) char buffer[8192];
        for (ssize_t size = ::read(m_watch, buffer, sizeof buffer); size > 0;
             size = ::read(m_watch, buffer, sizeof buffer)) {
            for (ssize_t at = 0; at < size;) {
                const auto *event = reinterpret_cast<const inotify_event *>(buffer + at);
                if (event->len > 0 && qstrncmp(event->name, "bait", 4) == 0)
                    ++count;
                at += ssize_t(sizeof(inotify_event) + event->len);
            }
        }
#endif
        return count;
    }

private:
    QTemporaryDir m_folder;
    int m_watch = -1;
};

} // namespace

class SafeDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensNoFile_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("safe") << QStringLiteral("safe");
        QTest::newRow("Qt's own, to see that this test can fail") << QStringLiteral("plain");
    }

    void opensNoFile()
    {
#ifndef Q_OS_LINUX
        QSKIP("counts opened files by inotify, which only Linux has");
#else
        QFETCH(QString, mode);
        const bool safe = mode == QLatin1String("safe");
        Bait bait;
        bait.opened();
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--render"), mode, bait.folder(), safe ? QStringLiteral("pipe") : QString()});
        QVERIFY2(child.waitForFinished(20'000), "hangs on a pipe");
        QCOMPARE(child.readAllStandardOutput().trimmed(), QByteArray("done"));
        const int opened = bait.opened();
        if (safe)
            QCOMPARE(opened, 0);
        else
            QVERIFY(opened > 0);
#endif
    }

    // The same seen by the kernel's system calls: nothing named in the HTML, no socket.
    void makesNoSystemCallForIt()
    {
        const QString strace = QStandardPaths::findExecutable(QStringLiteral("strace"));
        if (strace.isEmpty())
            QSKIP("strace is not installed");
        Bait bait;
        const QString log = bait.folder() + QStringLiteral("/calls.txt");
        QProcess child;
        child.start(strace,
                    {QStringLiteral("-f"), QStringLiteral("-e"), QStringLiteral("trace=open,openat,openat2,connect"),
                     QStringLiteral("-o"), log, QCoreApplication::applicationFilePath(), QStringLiteral("--render"),
                     QStringLiteral("safe"), bait.folder(), QStringLiteral("pipe")});
        QVERIFY(child.waitForFinished(60'000));
        if (child.readAllStandardOutput().trimmed() != "done")
            QSKIP("strace may not trace here");
        QFile calls(log);
        QVERIFY(calls.open(QIODevice::ReadOnly));
        int lines = 0;
        while (!calls.atEnd()) {
            const QByteArray line = calls.readLine();
            ++lines;
            QVERIFY2(!line.contains("bait"), line.constData());
            QVERIFY2(!line.contains("connect(") || line.contains("AF_UNIX"), line.constData());
        }
        QVERIFY(lines > 20); // it did see the program's own files
    }

    void asksOnlyForPicturesItShows()
    {
        QStringList asked;
        SafeDocument document([&asked](const QString &name) {
            asked.append(name);
            QImage image(30, 20, QImage::Format_RGB32);
            image.fill(Qt::blue);
            return name == QLatin1String("cid:a") ? image : QImage();
        });
        document.setSafeHtml(
            QStringLiteral("<p><img src=\"cid:a\"><img src=\"deskhand-remote:3\" width=\"60\" height=\"40\"></p>"));
        QCOMPARE(document.pictureNames(), (QStringList{QStringLiteral("cid:a"), QStringLiteral("deskhand-remote:3")}));
        document.setTextWidth(400);
        QImage target(400, 100, QImage::Format_RGB32);
        target.fill(Qt::white);
        QPainter painter(&target);
        document.drawContents(&painter);
        painter.end();
        QVERIFY(asked.contains(QStringLiteral("cid:a")));
        bool blue = false;
        for (int x = 0; x < 40 && !blue; ++x)
            blue = target.pixelColor(x, 15) == QColor(Qt::blue) || target.pixelColor(x, 25) == QColor(Qt::blue);
        QVERIFY(blue);
    }

    void picturesAreNeverWiderThanTheText()
    {
        SafeDocument document([](const QString &) { return QImage(3000, 1500, QImage::Format_RGB32); });
        document.setSafeHtml(QStringLiteral("<p><img src=\"cid:a\"></p>"));
        document.setTextWidth(300);
        QVERIFY(document.idealWidth() <= 300.5);
        QVERIFY(document.size().height() < 200);
    }

    void aPictureThatArrivesTakesItsRoom()
    {
        QImage there;
        SafeDocument document([&there](const QString &) { return there; });
        document.setSafeHtml(QStringLiteral("<p>text</p><p><img src=\"cid:a\"></p>"));
        document.setTextWidth(300);
        const qreal before = document.size().height();
        there = QImage(100, 200, QImage::Format_RGB32);
        document.pictureChanged();
        QVERIFY(document.size().height() > before + 150);
    }

    void refusalsAreKept()
    {
        class Counting : public SafeDocument
        {
        public:
            Counting()
                : SafeDocument([](const QString &) { return QImage(); })
            {
            }
            int requests = 0;

        protected:
            QVariant loadResource(int type, const QUrl &name) override
            {
                ++requests;
                return SafeDocument::loadResource(type, name);
            }
        };
        Counting document;
        const QUrl url(QStringLiteral("file:///tmp/x.png"));
        for (int times = 0; times < 5; ++times)
            QVERIFY(!document.resource(QTextDocument::ImageResource, url).value<QImage>().isNull());
        QCOMPARE(document.requests, 1);
    }

    void plainTextIsNeverMarkup()
    {
        SafeDocument document([](const QString &) { return QImage(); });
        const QString text = QStringLiteral("a <b>bold</b> <img src='x'>\n  two  blanks & more\n\nend");
        document.setPlain(text);
        QCOMPARE(document.toPlainText(), text);
        QVERIFY(document.pictureNames().isEmpty());
    }

    void plainTextHasLinks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("href");
        const auto row = [](const char *text, const char *href) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(href);
        };
        row("see https://desk.example/a?b=1&c=2.", "https://desk.example/a?b=1&c=2");
        row("(https://desk.example)", "https://desk.example");
        row("write sarah@example.org, please", "mailto:sarah@example.org");
        row("javascript:alert(1)", "");
        row("file:///etc/passwd", "");
    }

    void plainTextHasLinks()
    {
        QFETCH(QString, text);
        SafeDocument document([](const QString &) { return QImage(); });
        document.setPlain(text);
        QCOMPARE(document.toPlainText(), text);
        QString found;
        for (auto it = document.begin().begin(); !it.atEnd(); ++it)
            found += it.fragment().charFormat().anchorHref();
        QTEST(found, "href");
    }

    void endlessWordsAndHugeTextsAreLaidOutInTime()
    {
        SafeDocument document([](const QString &) { return QImage(); });
        QElapsedTimer timer;
        timer.start();
        document.setPlain(QString(200'000, u'x'));
        document.setTextWidth(600);
        QVERIFY(document.size().height() > 100);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }
};

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == QLatin1String("--render"))
        return renderChild(arguments.at(2), arguments.at(3), arguments.at(4) == QLatin1String("pipe"));
    SafeDocumentTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "safe_document_test.moc"
