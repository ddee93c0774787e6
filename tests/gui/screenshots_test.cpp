// SPDX-License-Identifier: GPL-3.0-or-later
// The program takes the pictures of itself that ./dev run --screenshots promises, on a machine without a display.
#include <QImage>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

class ScreenshotsTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QImage picture(const QString &name) const { return QImage(m_folder.filePath(name + QStringLiteral(".png"))); }

    /// A window that was not painted is of one colour.
    static int coloursOf(const QImage &image)
    {
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); x += 3)
                colours.insert(image.pixel(x, y));
        }
        return int(colours.size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString folder = qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin"));
        QProcess process;
        process.start(folder + QStringLiteral("/deskhand"), {QStringLiteral("--screenshots"), m_folder.path(),
                                                             QStringLiteral("--tickets"), QStringLiteral("200")});
        QVERIFY(process.waitForFinished(240'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }

    void everyScreenIsThere_data()
    {
        QTest::addColumn<QString>("screen");
        for (const char *screen :
             {"first-start", "list-one-line", "list-two-lines", "list-time-left", "ticket", "internal-note",
              "time-left", "ledger", "notifications", "search-completion", "palette", "new-ticket", "settings",
              "connect-service", "sign-in", "second-factor", "waiting-commands"})
            QTest::newRow(screen) << QString::fromLatin1(screen);
    }

    void everyScreenIsThere()
    {
        QFETCH(QString, screen);
        const QImage light = picture(screen + QStringLiteral("-light"));
        const QImage dark = picture(screen + QStringLiteral("-dark"));
        const QImage large = picture(screen + QStringLiteral("-light@2x"));
        QCOMPARE(light.size(), QSize(1280, 800));
        QCOMPARE(dark.size(), QSize(1280, 800));
        QCOMPARE(large.size(), QSize(2560, 1600));
        QVERIFY(light != dark);
        constexpr int fewColours = 20;
        for (const QImage &image : {light, dark, large})
            QVERIFY2(coloursOf(image) > fewColours, qPrintable(QString::number(coloursOf(image))));
    }
};

QTEST_MAIN(ScreenshotsTest)
#include "screenshots_test.moc"
