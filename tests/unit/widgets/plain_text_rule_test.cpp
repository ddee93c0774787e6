// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

/// Text from outside is never markup: labels are PlainLabel, in sources and in forms.
class PlainTextRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noRawLabels()
    {
        static const QRegularExpression raw(
            QStringLiteral("\\bnew QLabel\\b|\\bQLabel\\s+[a-z_]\\w*[;({]|class=\"QLabel\""));
        QStringList wrong;
        int files = 0;
        for (const char *folder : {"/src/widgets", "/src/apps", "/ui"}) {
            QDirIterator walk(QStringLiteral(DESKHAND_SOURCE_DIR) + QLatin1String(folder), QDir::Files,
                              QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                QFile file(walk.next());
                if (file.fileName().contains(QLatin1String("/plain_label.")))
                    continue;
                QVERIFY(file.open(QIODevice::ReadOnly));
                ++files;
                if (raw.match(QString::fromUtf8(file.readAll())).hasMatch())
                    wrong.append(file.fileName());
            }
        }
        QVERIFY(files > 20);
        QCOMPARE(wrong, QStringList());
        QVERIFY(raw.match(QStringLiteral("auto *x = new QLabel(this);")).hasMatch());
        QVERIFY(raw.match(QStringLiteral("QLabel label(text);")).hasMatch());
    }
};

QTEST_APPLESS_MAIN(PlainTextRuleTest)
#include "plain_text_rule_test.moc"
