// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/placeholders.h"

#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

class PlaceholdersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areFilled()
    {
        const PlaceholderValues values{{u"ticket.number"_s, u"10427"_s}, {u"requester.name"_s, u"Rita"_s}};
        QCOMPARE(fillPlaceholders(u"Dear {{requester.name}}, [#{{ ticket.number }}]"_s, values),
                 u"Dear Rita, [#10427]"_s);
        QCOMPARE(fillPlaceholders(u"{{Ticket.Number}}{{agent.name}}!"_s, values), u"10427!"_s);
        QCOMPARE(fillPlaceholders(u"{{nobody.knows}} {single} {{}} {{ticket.number"_s, values),
                 u"{{nobody.knows}} {single} {{}} {{ticket.number"_s);
        QCOMPARE(fillPlaceholders(QString(), values), QString());
    }

    /// What customers write into their name or subject is no template.
    void valuesAreText()
    {
        const PlaceholderValues values{{u"requester.name"_s, u"{{ticket.subject}}"_s},
                                       {u"ticket.subject"_s, u"{{requester.name}} \\1 $1"_s},
                                       {u"ticket.number"_s, u"}}{{"_s}};
        QCOMPARE(fillPlaceholders(u"{{requester.name}}|{{ticket.subject}}|{{ticket.number}}desk.name}}"_s, values),
                 u"{{ticket.subject}}|{{requester.name}} \\1 $1|}}{{desk.name}}"_s);
    }

    void areListed()
    {
        const QString text = u"{{ticket.number}} {{desk.nme}} {{ticket.number}} {{desk.name}} {{x}}"_s;
        QCOMPARE(placeholdersIn(text), (QStringList{u"ticket.number"_s, u"desk.nme"_s, u"desk.name"_s, u"x"_s}));
        QCOMPARE(unknownPlaceholdersIn(text), (QStringList{u"desk.nme"_s, u"x"_s}));
        for (const QString &known : knownPlaceholders())
            QVERIFY(unknownPlaceholdersIn(u"{{"_s + known + u"}}"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(PlaceholdersTest)
#include "placeholders_test.moc"
