// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings.h"
#include "widgets/plain_label.h"
#include "widgets/settings/appearance.h"
#include "widgets/theme/theme.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace deskhand;

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choiceChangesColours()
    {
        Theme theme;
        theme.setChoice(ThemeChoice::Light);
        const QColor light = theme.color(Token::Surface);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setChoice(ThemeChoice::Dark);
        QCOMPARE(changed.count(), 1);
        QVERIFY(theme.isDark());
        QVERIFY(theme.color(Token::Surface).lightness() < light.lightness());
        QCOMPARE(theme.palette().color(QPalette::Base), theme.color(Token::Surface));
        theme.setChoice(ThemeChoice::Dark);
        QCOMPARE(changed.count(), 1);
        theme.setChoice(ThemeChoice::HighContrast);
        QCOMPARE(theme.color(Token::Text), QColor(Qt::white));
    }

    void fontsFollowTheScale()
    {
        Theme theme;
        const qreal before = theme.font().pointSizeF();
        theme.setFontScale(150);
        QCOMPARE(theme.font().pointSizeF(), before * 1.5);
        QVERIFY(theme.font(TextStyle::Title).pointSizeF() > theme.font().pointSizeF());
        theme.setFontScale(1000);
        QCOMPARE(theme.fontScale(), 200);
    }

    void everyListedIconIsThere()
    {
        QFile list(QStringLiteral(DESKHAND_SOURCE_DIR "/resources/icons/icons.txt"));
        QVERIFY(list.open(QIODevice::ReadOnly));
        Theme theme;
        int count = 0;
        while (!list.atEnd()) {
            const QString name = QString::fromUtf8(list.readLine()).trimmed();
            if (name.isEmpty() || name.startsWith(u'#'))
                continue;
            ++count;
            QVERIFY2(!theme.icon(name).isNull(), qPrintable(name));
        }
        QVERIFY(count > 50);
        QVERIFY(theme.icon(QStringLiteral("no-such-icon")).isNull());
    }

    void iconsTakeTheColourOfTheTheme()
    {
        Theme theme;
        const QIcon icon = theme.icon(QStringLiteral("mail-send"), Token::Danger);
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            theme.setChoice(choice);
            const QImage image = icon.pixmap(QSize(22, 22), 2.0).toImage();
            QCOMPARE(image.size(), QSize(44, 44));
            QColor strongest;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).alpha() == 255)
                        strongest = image.pixelColor(x, y);
                }
            }
            QVERIFY(strongest.isValid());
            QCOMPARE(strongest.rgb(), theme.color(Token::Danger).rgb());
        }
    }

    void settingsDecide()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("a.ini")));
        Theme theme;
        QObject context;
        settings.setValue(QLatin1String(appearance::themeKey), QStringLiteral("dark"));
        followAppearance(settings, theme, &context);
        QCOMPARE(theme.scheme(), Theme::Scheme::Dark);
        settings.setValue(QLatin1String(appearance::themeKey), QStringLiteral("high-contrast"));
        QCOMPARE(theme.scheme(), Theme::Scheme::HighContrast);
        settings.setValue(QLatin1String(appearance::densityKey), QStringLiteral("compact"));
        settings.setValue(QLatin1String(appearance::fontScaleKey), 120);
        QCOMPARE(theme.density(), Density::Compact);
        QCOMPARE(theme.fontScale(), 120);
        settings.sync();
        QCOMPARE(Settings(settings.path()).value(QLatin1String(appearance::fontScaleKey)).toInt(), 120);
    }

    void labelsNeverGuessMarkup()
    {
        const QString hostile = QStringLiteral("<img src='file:///etc/passwd'><b>x</b>");
        PlainLabel label(hostile);
        QCOMPARE(label.textFormat(), Qt::PlainText);
        PlainLabel plain(QStringLiteral("x"));
        QVERIFY(label.sizeHint().width() > plain.sizeHint().width() * 10); // the letters are shown, not their meaning
        QVERIFY(!plainToolTip(hostile).contains(QLatin1String("<img")));
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
