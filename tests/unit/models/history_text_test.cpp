// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history_text.h"

#include <QtTest>

using namespace deskhand;

namespace {

const TimeWords words{QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone(QByteArrayLiteral("Europe/Berlin"))};
constexpr Instant noon = 1'760'004'000'000; // Thursday 2025-10-09 12:00 in Berlin
constexpr Instant hour = 3'600'000;

HistoryEntry change(const char *what, const char *oldText, const char *newText)
{
    HistoryEntry entry;
    entry.what = QString::fromLatin1(what);
    entry.oldText = QString::fromUtf8(oldText);
    entry.newText = QString::fromUtf8(newText);
    entry.actorName = QStringLiteral("Mike");
    entry.at = noon;
    return entry;
}

} // namespace

class HistoryTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatHappened()
    {
        const auto said = [](const HistoryEntry &entry, bool withOld = false) {
            return historyWhat(entry, words, noon, withOld);
        };
        QCOMPARE(said(change("priority", "Normal", "High")), QStringLiteral("set Priority to High"));
        QCOMPARE(said(change("priority", "Normal", "High"), true),
                 QStringLiteral("changed Priority from Normal to High"));
        QCOMPARE(said(change("queue", "Support", "Network")), QStringLiteral("moved it to Network"));
        QCOMPARE(said(change("owner", "", "Anna")), QStringLiteral("assigned it to Anna"));
        QCOMPARE(said(change("owner", "Anna", "")), QStringLiteral("released the ticket from Anna"));
        QCOMPARE(said(change("category", "Hardware", "")), QStringLiteral("cleared Category"));
        QCOMPARE(said(change("subject", "a", "b")), QStringLiteral("changed the subject to “b”"));
        HistoryEntry tags = change("tags", "", "");
        tags.oldValue = QStringLiteral("dock vpn");
        tags.newValue = QStringLiteral("vip vpn");
        QCOMPARE(said(tags), QStringLiteral("added tag vip, removed tag dock"));
        HistoryEntry due = change("dueAt", "", "");
        due.what = ticketFieldName(TicketField::DueAt);
        due.oldValue = QStringLiteral("0");
        due.newValue = QString::number(noon + 24 * hour);
        QCOMPARE(said(due), QStringLiteral("set Due to Tomorrow 12:00"));
        HistoryEntry conflict = change("conflict", "Low", "High");
        conflict.why = QStringLiteral("priority");
        QCOMPARE(said(conflict), QStringLiteral("wanted Priority High; Low stayed, as somebody had just set it"));
    }

    void saysWhatClocksReached()
    {
        const auto about = [](const char *what, const char *cycle, const char *newText) {
            HistoryEntry entry = change(what, "", newText);
            entry.actorName.clear();
            entry.actorKind = ActorKind::System;
            entry.oldValue = QString::fromLatin1(cycle);
            entry.newValue = QString::number(noon - hour);
            entry.why = QStringLiteral("Gold");
            return entry;
        };
        const auto said = [](const HistoryEntry &entry) { return historyWhat(entry, words, noon, false); };
        QCOMPARE(said(about("sla-breach", "resolution/1", "")),
                 QStringLiteral("noted that Resolution was missed, Today 11:00"));
        QCOMPARE(said(about("sla-level", "next-response/3", "75%")),
                 QStringLiteral("noted Next response (cycle 3): at 75 %, reached Today 11:00"));
        QCOMPARE(said(about("sla-level", "resolution/1", "Tell the lead")),
                 QStringLiteral("noted Resolution: Tell the lead, reached Today 11:00"));
        QCOMPARE(said(about("breach-reason", "first-response/1", "Waited for a part")),
                 QStringLiteral("noted why First response was missed: Waited for a part"));
        QCOMPARE(said(about("breach-reason", "first-response/1", "")),
                 QStringLiteral("took back why First response was missed"));
        QCOMPARE(said(about("saved-sla-policy", "", "Gold")), QStringLiteral("saved the policy Gold"));
        QCOMPARE(said(about("saved-calendar", "", "Office")), QStringLiteral("saved the calendar Office"));
        const HistoryLine line = historyLine({about("sla-breach", "resolution/1", "")}, words, noon);
        QCOMPARE(line.who, QStringLiteral("Deskhand"));
        QCOMPARE(line.why, QStringLiteral("by the policy Gold"));
        QVERIFY(isEventOfThread(about("sla-breach", "resolution/1", "")));
    }

    void joinsWhatBelongsTogether()
    {
        HistoryEntry first = change("priority", "Normal", "High");
        HistoryEntry second = change("queue", "Support", "Network");
        first.why = second.why = QStringLiteral("rule 12 Hardware VIP");
        HistoryEntry late = second;
        late.at += 10 * 60'000;
        HistoryEntry other = second;
        other.actorName = QStringLiteral("Anna");
        const QVector<QVector<HistoryEntry>> groups = groupHistory({first, second, late, other});
        QCOMPARE(groups.size(), 3);
        const HistoryLine line = historyLine(groups.first(), words, noon);
        QCOMPARE(line.who, QStringLiteral("Mike"));
        QCOMPARE(line.what, QStringLiteral("set Priority to High, moved it to Network"));
        QCOMPARE(line.why, QStringLiteral("rule 12 Hardware VIP"));
    }

    void explainsReasonsOfThePipeline()
    {
        HistoryEntry entry = change("state", "Solved", "Open");
        entry.why = QStringLiteral("follow-up");
        QCOMPARE(historyLine({entry}, words, noon).why, QStringLiteral("because the requester wrote again"));
    }

    void momentsAreSaidAsPeopleSayThem_data()
    {
        QTest::addColumn<Instant>("at");
        QTest::addColumn<QString>("said");
        QTest::newRow("now") << noon << QStringLiteral("Today 12:00");
        QTest::newRow("midnight") << noon - 12 * hour << QStringLiteral("Today 00:00");
        QTest::newRow("yesterday") << noon - 12 * hour - 1000 << QStringLiteral("Yesterday 23:59");
        QTest::newRow("weekday") << noon - 48 * hour << QStringLiteral("Tuesday 12:00");
        QTest::newRow("six days") << noon - 6 * 24 * hour << QStringLiteral("Friday 12:00");
        QTest::newRow("a week") << noon - 7 * 24 * hour << QStringLiteral("2 October 12:00");
        QTest::newRow("last year") << noon - 365 * 24 * hour << QStringLiteral("9 October 2024 12:00");
        QTest::newRow("before summer time") << Instant(1'738'400'000'000) << QStringLiteral("1 February 09:53");
        QTest::newRow("never") << Instant(0) << QString();
    }

    void momentsAreSaidAsPeopleSayThem()
    {
        QFETCH(Instant, at);
        QTEST(words.moment(at, noon), "said");
    }

    void distancesAreShort()
    {
        QCOMPARE(words.ago(noon - 20'000, noon), QStringLiteral("just now"));
        QCOMPARE(words.ago(noon - 12 * 60'000, noon), QStringLiteral("12 min ago"));
        QCOMPARE(words.ago(noon - 3 * hour, noon), QStringLiteral("3 h ago"));
        QCOMPARE(words.ago(noon - 50 * hour, noon), QStringLiteral("2 d ago"));
        QCOMPARE(words.due(noon + 2 * hour, noon), QStringLiteral("in 2 h"));
        QCOMPARE(words.due(noon - 49 * hour, noon), QStringLiteral("2 d overdue"));
        QVERIFY(words.exact(noon).contains(QStringLiteral("12:00:00")));
    }
};

QTEST_GUILESS_MAIN(HistoryTextTest)
#include "history_text_test.moc"
