// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shell_fixture.h"
#include "widgets/chips/chip_button.h"
#include "widgets/chips/chip_edit.h"
#include "widgets/elided_text.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QtTest>

using namespace deskhand;

class ChipsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // In a scrolled form a field of fixed height once showed two of four tags.
    void everyChipIsInsideTheField()
    {
        test::ShellFixture shell;
        QScrollArea scroll;
        scroll.setWidgetResizable(true);
        auto *form = new QWidget;
        auto *grid = new QGridLayout(form);
        auto *edit = new ChipEdit(shell.theme, form);
        grid->addWidget(edit, 0, 0);
        grid->setRowStretch(1, 1);
        scroll.setWidget(form);
        scroll.resize(220, 400);
        scroll.show();
        QVector<Chip> chips;
        for (const char *tag : {"docking", "recurring", "vendor", "escalated", "vip"})
            chips.append({QString::fromLatin1(tag), {}, false});
        edit->setChips(chips);
        const auto allInside = [edit] {
            const QList<ChipButton *> shown = edit->findChildren<ChipButton *>();
            return shown.size() == 5 && std::all_of(shown.begin(), shown.end(), [edit](const ChipButton *chip) {
                       return edit->rect().contains(chip->geometry());
                   });
        };
        QTRY_VERIFY(allInside());
        const int high = edit->height();
        scroll.resize(900, 400);
        QTRY_VERIFY(edit->height() < high);
        QVERIFY(allInside());
        scroll.resize(160, 400);
        QTRY_VERIFY(edit->height() > high);
        QVERIFY(allInside());
    }

    void aTextFromRightToLeftIsCutAtItsEnd()
    {
        const QFontMetrics metrics{QFont()};
        const QString arabic = QString::fromUtf8("الشاشة الخارجية سوداء عند توصيل الحاسوب المحمول");
        const QString cut = elidedText(metrics, arabic, Qt::ElideRight, metrics.horizontalAdvance(arabic) / 2);
        QVERIFY(cut.contains(u'…'));
        QCOMPARE(cut.front(), QChar(0x2067)); // an isolate: its own direction inside whatever stands around it
        QCOMPARE(cut.back(), QChar(0x2069));
        QCOMPARE(elidedText(metrics, QStringLiteral("Printer"), Qt::ElideRight, 1000), QStringLiteral("Printer"));
    }
};

QTEST_MAIN(ChipsTest)
#include "chips_test.moc"
