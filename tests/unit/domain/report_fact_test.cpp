// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/report_fact.h"

#include <QtTest>

#include <algorithm>

namespace deskhand {
namespace {

constexpr qint64 hour = 3'600'000;
constexpr Instant monday = 1'772'409'600'000; // 2026-03-02T00:00:00Z
constexpr qint64 queueA = 11;
constexpr qint64 queueB = 12;
constexpr qint64 ann = 21;
constexpr qint64 bob = 22;

/// A ticket's log out of a script: letters with the hour at which they happen.
///   K opened by a customer, G by an agent (both new, in queue A, priority 3)
///   c a customer's word, a reply, p call, n note (of Ann; articles are numbered from 1)
///   o open, w pending, s solved, x closed, m merged; r reopened by a customer's word, u by an agent
///   q to queue B, h to Ann, b to Bob, f to nobody
///   - takes the last article of an agent back, U unmerged
struct Script {
    QVector<SlaEvent> events;
    QHash<ArticleId, PersonId> authors;
    qint64 article = 0;

    void say(SlaEventKind kind, Instant at)
    {
        events.append({kind, at, ++article, 0});
        authors.insert(ArticleId{article}, PersonId{ann});
    }
    void state(Instant at, StateType type) { events.append({SlaEventKind::State, at, qint64(type), qint64(type)}); }
    void open(Instant at, SenderRole by)
    {
        events.append({SlaEventKind::Opened, at, qint64(by), 0});
        state(at, StateType::New);
        events.append({SlaEventKind::Priority, at, 3, 0});
        events.append({SlaEventKind::Queue, at, queueA, 0});
        if (by == SenderRole::Customer)
            say(SlaEventKind::CustomerSpoke, at);
    }
    void step(QChar what, Instant at)
    {
        switch (what.unicode()) {
        case 'K': open(at, SenderRole::Customer); break;
        case 'G': open(at, SenderRole::Agent); break;
        case 'c': say(SlaEventKind::CustomerSpoke, at); break;
        case 'a': say(SlaEventKind::AgentReplied, at); break;
        case 'p': say(SlaEventKind::AgentCalled, at); break;
        case 'n': say(SlaEventKind::NoteWritten, at); break;
        case 'o': state(at, StateType::Open); break;
        case 'w': state(at, StateType::PendingReminder); break;
        case 's': state(at, StateType::Solved); break;
        case 'x': state(at, StateType::Closed); break;
        case 'm': state(at, StateType::Merged); break;
        case 'r':
            say(SlaEventKind::CustomerSpoke, at);
            state(at, StateType::Open);
            break;
        case 'u': state(at, StateType::Open); break;
        case 'q': events.append({SlaEventKind::Queue, at, queueB, 0}); break;
        case 'h': events.append({SlaEventKind::Owner, at, ann, 0}); break;
        case 'b': events.append({SlaEventKind::Owner, at, bob, 0}); break;
        case 'f': events.append({SlaEventKind::Owner, at, 0, 0}); break;
        case '-': events.append({SlaEventKind::Withdrawn, at, article, 0}); break;
        case 'U': events.append({SlaEventKind::Unmerged, at, 99, 0}); break;
        default: qFatal("no such step");
        }
    }
};

ReportSubject subjectOf(const char *text)
{
    Script script;
    for (const QString &word : QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts))
        script.step(word[0], monday + qint64(word.mid(1).toDouble() * hour));
    return {script.events, {}, {}, {}, script.authors};
}

QVector<ReportFact> factsOf(const char *text)
{
    const SlaVersions versions;
    return factsOf(subjectOf(text), versions);
}

QVector<ReportFact> ofKind(const QVector<ReportFact> &facts, ReportFactKind kind)
{
    QVector<ReportFact> found;
    for (const ReportFact &fact : facts) {
        if (fact.kind == kind)
            found.append(fact);
    }
    return found;
}

/// "kind@hour" of all but stretches, in their order.
QString told(const QVector<ReportFact> &facts)
{
    QStringList words;
    for (const ReportFact &fact : facts) {
        if (!isOpenStretch(fact.kind))
            words.append(QStringLiteral("%1@%2").arg(int(fact.kind)).arg(double(fact.at - monday) / hour));
    }
    return words.join(u' ');
}

/// "from-to queue/owner" of stretches, by time; hours, "…" is open.
QString stretches(const QVector<ReportFact> &facts)
{
    QVector<ReportFact> open;
    for (const ReportFact &fact : facts) {
        if (isOpenStretch(fact.kind))
            open.append(fact);
    }
    std::sort(open.begin(), open.end(), [](const ReportFact &a, const ReportFact &b) { return a.at < b.at; });
    QStringList words;
    for (const ReportFact &fact : open)
        words.append(QStringLiteral("%1-%2:%3/%4")
                         .arg(double(fact.at - monday) / hour)
                         .arg(fact.ends == reportNever ? QStringLiteral("…")
                                                       : QString::number(double(fact.ends - monday) / hour))
                         .arg(fact.queueThen)
                         .arg(fact.ownerThen));
    return words.join(u' ');
}

/// As store/report_sql.h counts it: of a ticket that was solved, no solve was anything else.
struct Contact {
    bool solved = false;
    bool ours = true;
    bool oneTouch = true;
    bool oneReply = true;
};

Contact contactOf(const char *text, int days)
{
    Contact contact;
    for (const ReportFact &fact : ofKind(factsOf(text), ReportFactKind::Solved)) {
        contact.solved = true;
        contact.ours =
            contact.ours && fact.source == 1 && fact.detail == 1 && (fact.value < 0 || fact.value > days * 24 * hour);
        contact.oneTouch = contact.oneTouch && fact.detail < 2;
        contact.oneReply = contact.oneReply && fact.detail == 1;
    }
    return contact;
}

} // namespace

class ReportFactTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstContact_data();
    void firstContact();
    void firstContactOfAll();
    void whatHappened_data();
    void whatHappened();
    void openStretches_data();
    void openStretches();
    void durations();
    void responses();
    void clocks();
    void handsThen();
    void handedOnInsideOfAQueue();
    void theOneBefore();
    void businessTime();
    void withoutAnOpeningThereIsNothing();
    void lengthsOfStretches();
    void work();
};

// The forty tickets: name, script, solved, ours (five days), one touch, one reply. Worked out by hand.
struct ContactCase {
    const char *name;
    const char *script;
    bool solved;
    bool ours;
    bool oneTouch;
    bool oneReply;
};
static const ContactCase contactCases[] = {
    {"one reply", "K0 a1 s1", true, true, true, true},
    {"one reply, solved later", "K0 a1 s30", true, true, true, true},
    {"one call", "K0 p1 s1", true, true, true, true},
    {"call at the opening", "K0 p0 s0", true, true, true, true},
    {"no reply at all", "K0 s2", true, false, true, false},
    {"only notes", "K0 n1 n2 s3", true, false, true, false},
    {"note and reply", "K0 n1 a2 s2", true, true, true, true},
    {"two replies", "K0 a1 a2 s2", true, false, false, false},
    {"reply and call", "K0 a1 p2 s2", true, false, false, false},
    {"three replies", "K0 a1 c2 a3 c4 a5 s5", true, false, false, false},
    {"asked back once", "K0 a1 w1 c20 a21 s21", true, false, false, false},
    {"customer wrote twice", "K0 c1 a2 s2", true, true, true, true},
    {"thanks that reopen nothing", "K0 a1 s1 c3", true, true, true, true},
    {"reopened within the days", "K0 a1 s1 r48", true, false, true, true},
    {"reopened on the last hour", "K0 a1 s1 r121", true, false, true, true},
    {"reopened behind the days", "K0 a1 s1 r121.5", true, true, true, true},
    {"reopened by an agent", "K0 a1 s1 u5", true, true, true, true},
    {"reopened, answered, solved", "K0 a1 s1 r5 a6 s6", true, false, false, false},
    {"reopened late, solved without a word", "K0 a1 s1 r200 s201", true, true, true, true},
    {"reopened late, one more reply", "K0 a1 s1 r200 a201 s201", true, false, false, false},
    {"reopened twice", "K0 a1 s1 r5 s6 r8 s9", true, false, true, true},
    {"solved without a word, then one reply", "K0 s1 u2 a3 s3", true, false, true, false},
    {"closed at once", "K0 a1 x1", true, true, true, true},
    {"solved, then closed", "K0 a1 s1 x50", true, true, true, true},
    {"closed and reopened", "K0 a1 x1 r3", true, false, true, true},
    {"opened by an agent", "G0 a1 s1", true, false, true, true},
    {"opened by an agent, no reply", "G0 s1", true, false, true, false},
    {"opened by an agent, a call", "G0 p0 s0", true, false, true, true},
    {"never solved", "K0 a1", false, true, true, true},
    {"never touched", "K0", false, true, true, true},
    {"pending", "K0 a1 w1", false, true, true, true},
    {"merged", "K0 a1 m2", false, true, true, true},
    {"solved, then merged", "K0 a1 s1 m2", true, true, true, true},
    {"merged and unmerged, one reply", "K0 m1 U2 a3 s3", true, true, true, true},
    {"reply taken back", "K0 a1 -1.1 s2", true, false, true, false},
    {"one of two taken back", "K0 a1 a2 -2.1 s3", true, true, true, true},
    {"moved and owned", "K0 h1 q2 a3 s3", true, true, true, true},
    {"reopened twice, the first time late", "K0 a1 s1 r200 s201 r202 s203", true, false, true, true},
    {"reply behind the solve", "K0 a1 s1 a2", true, true, true, true},
    {"two replies, one behind a reopening by an agent", "K0 a1 s1 u2 a3 s3", true, false, false, false},
};

void ReportFactTest::firstContact_data()
{
    QTest::addColumn<int>("place");
    for (size_t i = 0; i < std::size(contactCases); ++i)
        QTest::newRow(contactCases[i].name) << int(i);
}

void ReportFactTest::firstContact()
{
    QFETCH(int, place);
    const ContactCase &expected = contactCases[place];
    const Contact contact = contactOf(expected.script, 5);
    QCOMPARE(contact.solved, expected.solved);
    if (!contact.solved)
        return;
    QCOMPARE(contact.ours, expected.ours);
    QCOMPARE(contact.oneTouch, expected.oneTouch);
    QCOMPARE(contact.oneReply, expected.oneReply);
}

/// 40 tickets, 36 of them solved: 17 ours, 29 with one touch, 24 with one reply. Counted with a pencil.
void ReportFactTest::firstContactOfAll()
{
    QCOMPARE(std::size(contactCases), size_t(40));
    int solved = 0;
    int ours = 0;
    int oneTouch = 0;
    int oneReply = 0;
    for (const ContactCase &one : contactCases) {
        const Contact contact = contactOf(one.script, 5);
        solved += contact.solved;
        ours += contact.solved && contact.ours;
        oneTouch += contact.solved && contact.oneTouch;
        oneReply += contact.solved && contact.oneReply;
    }
    QCOMPARE(solved, 36);
    QCOMPARE(ours, 17);
    QCOMPARE(oneTouch, 29);
    QCOMPARE(oneReply, 24);
}

void ReportFactTest::whatHappened_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("expected");
    // 1 created, 2 solved, 3 reopened, 4 first response, 5 none yet, 6 next response, 7 none yet, 8 resolution, 9 first
    // resolution, 10 unresolved, 11 never resolved, 16 touch, 17 transfer, 18 reassignment, 21 transition
    QTest::newRow("nothing yet") << QByteArray("K0") << "1@0 5@0 10@0 11@0";
    QTest::newRow("by an agent") << QByteArray("G0") << "1@0 10@0 11@0";
    QTest::newRow("answered") << QByteArray("K0 a2") << "1@0 4@0 10@0 11@0 16@2";
    QTest::newRow("solved") << QByteArray("K0 a2 s3") << "1@0 2@3 4@0 8@3 9@3 16@2 21@3";
    QTest::newRow("solved twice") << QByteArray("K0 s3 u4 s5") << "1@0 2@3 2@5 3@4 8@5 9@3 21@3 21@4 21@5";
    QTest::newRow("solved and open again") << QByteArray("K0 s3 u4") << "1@0 2@3 3@4 5@0 9@3 10@0 21@3 21@4";
    QTest::newRow("closing what is solved is no solve") << QByteArray("K0 s3 x9") << "1@0 2@3 8@3 9@3 21@3 21@9";
    QTest::newRow("a merge is no solve") << QByteArray("K0 m3") << "1@0 21@3";
    QTest::newRow("an undone merge has never been") << QByteArray("K0 m3 U4") << "1@0 5@0 10@0 11@0";
    QTest::newRow("what was taken back has never been") << QByteArray("K0 a2 -2.1") << "1@0 5@0 10@0 11@0";
    QTest::newRow("imported as solved") << QByteArray("K0 s0") << "1@0 2@0 8@0 9@0 21@0";
    QTest::newRow("waits again") << QByteArray("K0 a1 c5 c6") << "1@0 4@0 7@5 10@0 11@0 16@1";
    QTest::newRow("answered again") << QByteArray("K0 a1 c5 c6 a8") << "1@0 4@0 6@5 10@0 11@0 16@1 16@8";
    QTest::newRow("a solve answers nobody") << QByteArray("K0 a1 c5 s6") << "1@0 2@6 4@0 8@6 9@6 16@1 21@6";
    QTest::newRow("reopened by a word that waits")
        << QByteArray("K0 a1 s2 r5") << "1@0 2@2 3@5 4@0 7@5 9@2 10@0 16@1 21@2 21@5";
    QTest::newRow("moved") << QByteArray("K0 q2 q3") << "1@0 5@0 10@0 11@0 17@2";
    QTest::newRow("handed over") << QByteArray("K0 h1 b2 f3 h4") << "1@0 5@0 10@0 11@0 18@2";
}

void ReportFactTest::whatHappened()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, expected);
    QCOMPARE(told(factsOf(script.constData())), expected);
}

void ReportFactTest::openStretches_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("expected");
    QTest::newRow("open") << QByteArray("K0") << "0-…:11/0";
    QTest::newRow("solved") << QByteArray("K0 s5") << "0-5:11/0";
    QTest::newRow("solved at once") << QByteArray("K0 s0") << "";
    QTest::newRow("reopened") << QByteArray("K0 s5 u7 s9") << "0-5:11/0 7-9:11/0";
    QTest::newRow("merged") << QByteArray("K0 m4") << "0-4:11/0";
    QTest::newRow("solved and merged") << QByteArray("K0 s2 m4") << "0-2:11/0";
    QTest::newRow("owned, moved, handed over")
        << QByteArray("K0 h1 q2 b3 s4") << "0-1:11/0 1-2:11/21 2-3:12/21 3-4:12/22";
    QTest::newRow("owned in the moment it is opened") << QByteArray("K0 h0 s4") << "0-4:11/21";
    QTest::newRow("moved while it was solved") << QByteArray("K0 s1 q2 u3") << "0-1:11/0 3-…:12/0";
    QTest::newRow("pending is open") << QByteArray("K0 w1 o2 s3") << "0-3:11/0";
}

void ReportFactTest::openStretches()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, expected);
    QCOMPARE(stretches(factsOf(script.constData())), expected);
}

void ReportFactTest::durations()
{
    const QVector<ReportFact> facts = factsOf("K0 a2 w2 c12 o12 s20 u30 w31 s41");
    const ReportFact response = ofKind(facts, ReportFactKind::FirstResponse).value(0);
    QCOMPARE(response.wall, 2 * hour);
    QCOMPARE(response.working, 2 * hour);
    const ReportFact first = ofKind(facts, ReportFactKind::FirstResolution).value(0);
    QCOMPARE(first.wall, 20 * hour);
    QCOMPARE(first.working, 10 * hour);
    const ReportFact last = ofKind(facts, ReportFactKind::Resolution).value(0);
    QCOMPARE(last.at, monday + 41 * hour);
    QCOMPARE(last.wall, 41 * hour);
    QCOMPARE(last.working, 21 * hour);
    // Without a calendar the clock goes round.
    QCOMPARE(last.business, 41 * hour);
    QCOMPARE(ofKind(facts, ReportFactKind::Created).value(0).wall, qint64(-1));
}

void ReportFactTest::responses()
{
    const QVector<ReportFact> next = ofKind(factsOf("K0 a1 c5 c6 a8 a9 c10 p13"), ReportFactKind::NextResponse);
    QCOMPARE(next.size(), 2);
    QCOMPARE(next[0].wall, 3 * hour);
    QCOMPARE(next[1].wall, 3 * hour);
    const QVector<ReportFact> touches = ofKind(factsOf("K0 a1 n2 p3"), ReportFactKind::Touch);
    QCOMPARE(touches.size(), 3);
    QCOMPARE(touches[1].detail, qint64(SlaEventKind::NoteWritten));
    QCOMPARE(touches[1].ownerThen, ann);
}

void ReportFactTest::clocks()
{
    ReportSubject subject = subjectOf("K0 h1 a2 q5");
    SlaClock clock;
    clock.target = SlaTargetKind::FirstResponse;
    clock.startedAt = monday;
    clock.dueAt = monday + 4 * hour;
    const auto told = [&](SlaState state, Instant breachAt, Instant endedAt) {
        clock.state = state;
        clock.breachAt = breachAt;
        clock.endedAt = endedAt;
        clock.reason = QStringLiteral("Ill");
        subject.clocks = {clock};
        QStringList words;
        for (const ReportFact &fact : deskhand::factsOf(subject, SlaVersions())) {
            if (fact.kind >= ReportFactKind::SlaMet && fact.kind <= ReportFactKind::SlaCancelled)
                words.append(QStringLiteral("%1@%2 %3 %4")
                                 .arg(int(fact.kind))
                                 .arg((fact.at - monday) / hour)
                                 .arg(fact.ends == reportNever ? -1
                                      : fact.ends == 0         ? 0
                                                               : (fact.ends - monday) / hour)
                                 .arg(fact.reason)
                                 .trimmed());
        }
        return words.join(u", ");
    };
    QCOMPARE(told(SlaState::Met, monday + 4 * hour, monday + 2 * hour), QStringLiteral("12@2 0"));
    QCOMPARE(told(SlaState::Breached, monday + 4 * hour, monday + 6 * hour), QStringLiteral("13@4 0 Ill"));
    // It will be missed, unless something happens; until then it runs.
    QCOMPARE(told(SlaState::Running, monday + 4 * hour, 0), QStringLiteral("13@4 0 Ill, 14@0 4"));
    QCOMPARE(told(SlaState::Paused, 0, 0), QStringLiteral("14@0 -1"));
    QCOMPARE(told(SlaState::Cancelled, 0, monday + 3 * hour), QStringLiteral("15@3 0 Ill"));
    subject.clocks.clear();
    subject.fired = {{SlaTargetKind::FirstResponse, 1, 1, monday + hour, 0},
                     {SlaTargetKind::FirstResponse, 1, 0, monday + 4 * hour, 0}};
    const QVector<ReportFact> levels = ofKind(deskhand::factsOf(subject, SlaVersions()), ReportFactKind::Escalation);
    QCOMPARE(levels.size(), 1);
    QCOMPARE(levels[0].detail, qint64(1));
    QCOMPARE(levels[0].ownerThen, ann);
}

void ReportFactTest::handsThen()
{
    const QVector<ReportFact> facts = factsOf("K0 h1 q2 b3 s4 q4");
    QCOMPARE(ofKind(facts, ReportFactKind::Created).value(0).ownerThen, qint64(0));
    const ReportFact moved = ofKind(facts, ReportFactKind::Transfer).value(0);
    QCOMPARE(moved.queueThen, queueA);
    QCOMPARE(moved.source, queueA);
    QCOMPARE(moved.detail, queueB);
    const ReportFact handed = ofKind(facts, ReportFactKind::Reassignment).value(0);
    QCOMPARE(handed.ownerThen, ann);
    QCOMPARE(handed.detail, bob);
    const ReportFact solved = ofKind(facts, ReportFactKind::Solved).value(0);
    QCOMPARE(solved.queueThen, queueB);
    QCOMPARE(solved.ownerThen, bob);
}

void ReportFactTest::handedOnInsideOfAQueue()
{
    ReportSubject subject = subjectOf("K0 s4");
    QVERIFY(ofKind(deskhand::factsOf(subject, SlaVersions()), ReportFactKind::Transfer).isEmpty());
    subject.events.insert(subject.events.size() - 1, {SlaEventKind::Queue, monday + 2 * hour, queueA, 1});
    const QVector<ReportFact> facts = deskhand::factsOf(subject, SlaVersions());
    const QVector<ReportFact> moved = ofKind(facts, ReportFactKind::Transfer);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0].source, queueA);
    QCOMPARE(moved[0].detail, queueA);
    QCOMPARE(moved[0].at, monday + 2 * hour);
    QCOMPARE(ofKind(facts, ReportFactKind::OpenDay).size(), 1); // it is one stretch
}

void ReportFactTest::theOneBefore()
{
    ReportSubject subject = subjectOf("K0 a1 s2 u3 s4");
    const auto clock = [](SlaTargetKind target, SlaState state, qint64 at) {
        SlaClock made;
        made.target = target;
        made.state = state;
        made.startedAt = monday;
        made.breachAt = state == SlaState::Breached ? monday + at * hour : 0;
        made.endedAt = monday + at * hour;
        return made;
    };
    subject.clocks = {clock(SlaTargetKind::FirstResponse, SlaState::Met, 1),
                      clock(SlaTargetKind::Resolution, SlaState::Breached, 2),
                      clock(SlaTargetKind::Resolution, SlaState::Met, 4)};
    const QVector<ReportFact> facts = deskhand::factsOf(subject, SlaVersions());
    const QVector<ReportFact> solved = ofKind(facts, ReportFactKind::Solved);
    QCOMPARE(solved[0].prevAt, Instant(0));
    QCOMPARE(solved[1].prevAt, monday + 2 * hour);
    const QVector<ReportFact> met = ofKind(facts, ReportFactKind::SlaMet);
    const QVector<ReportFact> missed = ofKind(facts, ReportFactKind::SlaMissed);
    QCOMPARE(met[0].prevAt, Instant(0));
    QCOMPARE(missed[0].prevAt, monday + hour);
    QCOMPARE(missed[0].prevLikeAt, Instant(0));
    QCOMPARE(met[1].prevAt, monday + 2 * hour);
    QCOMPARE(met[1].prevLikeAt, monday + 2 * hour);
    // No two facts have one place.
    QSet<int> places;
    for (const ReportFact &fact : facts)
        places.insert(fact.n);
    QCOMPARE(places.size(), facts.size());
}

void ReportFactTest::businessTime()
{
    SlaVersions versions;
    BusinessCalendar calendar;
    calendar.id = CalendarId{1};
    calendar.versionId = CalendarVersionId{5};
    calendar.zone = "UTC";
    for (int day = 0; day < 5; ++day)
        calendar.week[size_t(day)] = {{9 * 60, 17 * 60}};
    versions.add(calendar);
    ReportSubject subject = subjectOf("K8 a10 s33");
    subject.events.insert(5, {SlaEventKind::Policy, monday + 8 * hour, 0, 5});
    const QVector<ReportFact> facts = deskhand::factsOf(subject, versions);
    QCOMPARE(ofKind(facts, ReportFactKind::FirstResponse).value(0).business, hour);
    // Monday 8 h, Tuesday until 9.
    QCOMPARE(ofKind(facts, ReportFactKind::Resolution).value(0).business, 8 * hour);
}

void ReportFactTest::withoutAnOpeningThereIsNothing()
{
    QVERIFY(deskhand::factsOf(ReportSubject{}, SlaVersions()).isEmpty());
    ReportSubject subject;
    subject.events = {{SlaEventKind::State, monday, 1, 1}};
    QVERIFY(deskhand::factsOf(subject, SlaVersions()).isEmpty());
}

void ReportFactTest::lengthsOfStretches()
{
    const auto kindOf = [](const char *script) {
        for (const ReportFact &fact : factsOf(script)) {
            if (isOpenStretch(fact.kind))
                return fact.kind;
        }
        return ReportFactKind::Created;
    };
    QCOMPARE(kindOf("K0 s24"), ReportFactKind::OpenDay);
    QCOMPARE(kindOf("K0 s24.1"), ReportFactKind::OpenWeek);
    QCOMPARE(kindOf("K0 s192"), ReportFactKind::OpenWeek);
    QCOMPARE(kindOf("K0 s193"), ReportFactKind::OpenMonths);
    QCOMPARE(kindOf("K0 s1536"), ReportFactKind::OpenMonths);
    QCOMPARE(kindOf("K0 s1537"), ReportFactKind::OpenLong);
    QCOMPARE(kindOf("K0"), ReportFactKind::OpenLong);
}

void ReportFactTest::work()
{
    ReportSubject subject = subjectOf("K10 h11 q12 b13 s14");
    const auto logged = [&subject](qint64 id, qint64 at, int minutes, const char *activity) {
        WorkEntry entry;
        entry.id = WorkEntryId{id};
        entry.person = PersonId{bob};
        entry.at = monday + at * hour;
        entry.minutes = minutes;
        entry.activity = QString::fromLatin1(activity);
        subject.work.append(entry);
    };
    logged(3, 1, 5, "");
    logged(1, 12, 90, "Analysis");
    logged(2, 12, 30, "");
    logged(4, 99, 10, "Travel");
    const QVector<ReportFact> facts = ofKind(deskhand::factsOf(subject, SlaVersions()), ReportFactKind::Work);
    QCOMPARE(facts.size(), 4);
    QCOMPARE(facts[1].detail, qint64(1));
    QCOMPARE(facts[1].at, monday + 12 * hour);
    QCOMPARE(facts[1].wall, 90 * hour / 60);
    QCOMPARE(facts[1].business, facts[1].wall); // work is as long as people say, by any clock
    QCOMPARE(facts[1].working, facts[1].wall);
    QCOMPARE(facts[1].reason, QStringLiteral("Analysis"));
    QCOMPARE(facts[2].detail, qint64(2));
    for (const ReportFact &fact : facts)
        QCOMPARE(fact.ownerThen, bob); // who worked, whoever owned it
    // In the queue that it was in then; before it was opened, in the first.
    QCOMPARE(facts[0].queueThen, queueA);
    QCOMPARE(facts[1].queueThen, queueB);
    QCOMPARE(facts[3].queueThen, queueB);
    QVERIFY(facts[1].n != facts[2].n);
}

} // namespace deskhand

QTEST_APPLESS_MAIN(deskhand::ReportFactTest)
#include "report_fact_test.moc"
