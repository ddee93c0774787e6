// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_import_store.h"
#include "support/local_desk_fixture.h"
#include "support/postgres_desk.h"

#include <QtTest>

namespace deskhand::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto eventMapping = R"({
    "deskhand-import": 1, "source": "old", "rows": "events", "times": "d/M/yyyy HH:mm", "missing": ["?", ""],
    "opening-state": {"name": "Not recorded", "type": "new"},
    "columns": {
        "case": "no", "time": "at", "opened": "opened", "solved": "solved", "closed": "closed",
        "subject": {"text": "About {what}"}, "text": {"text": "It is {what}."},
        "requester": "who", "queue": {"column": "group", "missing": "No group"},
        "category": "what",
        "priority": {"column": "prio", "values": {"1": {"name": "Very high", "rank": 1}, "2": "Low"}},
        "state": {"column": "state", "values": {
            "New": {"name": "New", "type": "new"}, "Active": {"name": "Active", "type": "open"},
            "Wait": {"name": "Waiting", "type": "pending-reminder"},
            "Resolved": {"name": "Resolved", "type": "solved"}, "Closed": {"name": "Closed", "type": "closed"}},
            "otherwise": "skip-row"},
        "owner": "agent", "actor": "by", "reassigned": "moves", "tags": [{"column": "solved", "tag": "odd", "when": "missing"}],
        "messages": {"text": "words", "from": {"column": "voice", "values": {"a": "agent", "c": "customer"}}}
    },
    "verdicts": [{"column": "kept", "target": "resolution", "met": "y", "missed": "n"}]
})";

constexpr auto eventLog =
    "no,at,opened,solved,closed,what,who,group,prio,state,agent,by,moves,words,voice,kept\n"
    "A-1,1/9/2025 08:00,1/9/2025 07:50,2/9/2025 10:30,5/9/2025 12:00,Printer,Carla,East,2,New,?,u1,0,?,?,y\n"
    "A-1,1/9/2025 09:00,1/9/2025 07:50,2/9/2025 10:30,5/9/2025 12:00,Printer,Carla,West,1,Active,Otto,u2,1,Which "
    "one?,a,y\n"
    "A-1,1/9/2025 09:30,1/9/2025 07:50,2/9/2025 10:30,5/9/2025 12:00,Printer,Carla,West,1,Active,Otto,u2,1,The blue "
    "one,c,y\n"
    "A-1,1/9/2025 09:40,1/9/2025 07:50,2/9/2025 10:30,5/9/2025 12:00,Printer,Carla,West,1,Active,Otto,u3,2,?,?,n\n"
    "A-1,2/9/2025 10:00,1/9/2025 07:50,2/9/2025 10:30,5/9/2025 12:00,Printer,Carla,West,1,Resolved,Otto,u2,2,?,?,n\n"
    "A-1,2/9/2025 10:30,1/9/2025 07:50,2/9/2025 10:30,5/9/2025 12:00,Printer,Carla,West,1,Resolved,Otto,u2,2,?,?,n\n"
    "A-1,5/9/2025 12:00,1/9/2025 07:50,2/9/2025 10:30,5/9/2025 12:00,Printer,Carla,West,1,Closed,Otto,u4,2,?,?,n\n"
    "A-2,1/8/2025 10:00,1/8/2025 09:00,?,2/8/2025 09:00,Phone,Dora,?,1,Resolved,Otto,u1,0,?,?,y\n"
    "A-2,2/8/2025 09:00,1/8/2025 09:00,?,2/8/2025 09:00,Phone,Dora,?,1,Closed,Otto,u1,0,?,?,y\n"
    "A-3,3/9/2025 10:00,3/9/2025 10:00,?,?,Screen,Carla,East,2,New,?,u1,0,?,?,y\n"
    "A-3,3/9/2025 09:00,3/9/2025 10:00,?,?,Screen,Emil,East,2,Wait,?,u1,0,?,?,y\n";

ImportMapping mappingOf(const char *json)
{
    const Result<ImportMapping> mapping = importMappingFromJson(json);
    if (!mapping)
        qFatal("%s", qPrintable(mapping.error().detail));
    return *mapping;
}

CsvReader::Source sourceOf(const QByteArray &bytes)
{
    const auto left = std::make_shared<QByteArray>(bytes);
    return [left]() -> Result<QByteArray> { return std::exchange(*left, QByteArray()); };
}

Instant utc(const char *text)
{
    return QDateTime::fromString(QLatin1String(text) + u'Z', Qt::ISODate).toMSecsSinceEpoch();
}

/// As if the program was killed: after some transactions, or in the middle of one.
class KilledStore final : public ImportStore
{
public:
    KilledStore(ImportStore &store, int lives, bool inside)
        : m_store(store)
        , m_lives(lives)
        , m_inside(inside)
    {
    }
    Result<void> change(const Work &work) override
    {
        const Error killed{ErrorCode::Internal, u"test.killed"_s, {}, {}};
        if (m_lives-- > 0)
            return m_store.change(work);
        if (!m_inside)
            return killed;
        return m_store.change([&](UnitOfWork &unit) -> Result<void> {
            const Result<void> done = work(unit);
            return done ? Result<void>(killed) : done;
        });
    }
    Result<void> tryOut(const Work &work) override { return m_store.tryOut(work); }

private:
    ImportStore &m_store;
    int m_lives;
    bool m_inside;
};

} // namespace

/// What another system knows of tickets becomes tickets, as if it had happened here.
class ImportStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anEventLogBecomesTickets_data() { doors(); }
    void anEventLogBecomesTickets();
    void rowsBecomeTickets();
    void whatIsDirtyIsTold();
    void aDryRunWritesNothing();
    void killedAnywhereItGoesOn_data() { doors(); }
    void killedAnywhereItGoesOn();
    void aDeskThatIsUsedStaysWhatItWas();
    void aMissingColumnIsAnError();

private:
    void doors() const;
    std::unique_ptr<DeskFixture> fresh(std::unique_ptr<ImportStore> *store);
    static ImportReport import(ImportStore &store, const char *mapping, const QByteArray &csv,
                               const ImportOptions &options = {});
    static TicketRow rowOf(DeskFixture &desk, const QString &number);

    std::unique_ptr<PostgresServer> m_server;
};

void ImportStoreTest::initTestCase()
{
    m_server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk());
}

void ImportStoreTest::doors() const
{
    QTest::addColumn<bool>("server");
    QTest::newRow("file") << false;
    if (m_server)
        QTest::newRow("server") << true;
}

std::unique_ptr<DeskFixture> ImportStoreTest::fresh(std::unique_ptr<ImportStore> *store)
{
    const bool onServer = QTest::currentDataTag() && qstrcmp(QTest::currentDataTag(), "server") == 0;
    std::unique_ptr<DeskFixture> desk;
    Result<std::unique_ptr<ImportStore>> opened = Error{};
    if (onServer) {
        auto there = std::make_unique<PostgresDeskFixture>(*m_server);
        opened = openServerImportStore(there->address());
        desk = std::move(there);
    } else {
        auto here = std::make_unique<LocalDeskFixture>();
        opened = openImportStore(here->path());
        desk = std::move(here);
    }
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    *store = *std::move(opened);
    return desk;
}

ImportReport ImportStoreTest::import(ImportStore &store, const char *mapping, const QByteArray &csv,
                                     const ImportOptions &options)
{
    ImportOptions at = options;
    at.now = utc("2026-03-02T09:00:00");
    const Result<ImportReport> report = importTickets(store, mappingOf(mapping), sourceOf(csv), at);
    if (!report)
        qFatal("%s: %s", qPrintable(report.error().where), qPrintable(report.error().detail));
    return *report;
}

TicketRow ImportStoreTest::rowOf(DeskFixture &desk, const QString &number)
{
    const Result<TicketId> id = await(desk.desk().ticketByNumber(number, desk.admin()));
    if (!id)
        qFatal("there is no ticket %s", qPrintable(number));
    return await(desk.desk().rows({*id}, desk.admin()))->first();
}

void ImportStoreTest::anEventLogBecomesTickets()
{
    std::unique_ptr<ImportStore> store;
    const auto desk = fresh(&store);
    const ImportReport report = import(*store, eventMapping, eventLog);
    QCOMPARE(report.rows, qint64(11));
    QCOMPARE(report.skippedRows, qint64(0));
    QCOMPARE(report.imported, qint64(3));
    QCOMPARE(report.events, qint64(11));
    QCOMPARE(report.why.value(u"time-went-back"_s), qint64(1));
    QCOMPARE(report.queues, QStringList({u"East"_s, u"West"_s, u"No group"_s}));
    desk->reopen();
    QCOMPARE(desk->brokenRule(), QString());

    const CatalogPtr catalog = *await(desk->desk().catalog());
    const TicketRow row = rowOf(*desk, u"A-1"_s);
    const TicketHead &head = row.head;
    QCOMPARE(head.subject, u"About Printer"_s);
    QCOMPARE(catalog->state(head.state)->name, u"Closed"_s);
    QCOMPARE(catalog->priority(head.priority)->name, u"Very high"_s);
    QCOMPARE(catalog->queue(head.queue)->name, u"West"_s);
    QCOMPARE(catalog->category(head.category)->name, u"Printer"_s);
    QCOMPARE(catalog->agent(head.owner)->name, u"Otto"_s);
    QVERIFY(!catalog->agent(head.owner)->active);
    QCOMPARE(row.requesterName, u"Carla"_s);
    QCOMPARE(head.createdAt, utc("2025-09-01T07:50:00"));
    QCOMPARE(head.solvedAt, utc("2025-09-02T10:30:00"));
    QCOMPARE(head.closedAt, utc("2025-09-05T12:00:00"));
    QCOMPARE(head.updatedAt, head.closedAt);
    QCOMPARE(head.lastContactAt, utc("2025-09-01T09:30:00"));
    QCOMPARE(head.articleCount, 3);
    QVERIFY(head.lastArticleFromCustomer);
    QVERIFY(!row.unread);
    QCOMPARE(head.sla, SlaStanding::Missed);
    QCOMPARE(rowOf(*desk, u"A-2"_s).head.tags, QStringList({u"odd"_s}));
    QVERIFY(head.tags.isEmpty());

    QVector<HistoryEntry> history = *await(desk->desk().history(head.id, desk->admin(), 100));
    std::reverse(history.begin(), history.end());
    QStringList told;
    for (const HistoryEntry &entry : std::as_const(history)) {
        QCOMPARE(entry.actorKind, ActorKind::Import);
        told.append(u"%1 %2 %3 %4"_s.arg(entry.version).arg(entry.what, entry.newText, entry.actorName).simplified());
    }
    QCOMPARE(told,
             QStringList({u"1 imported About Printer u1"_s, u"2 article u2"_s, u"2 state Active u2"_s,
                          u"2 priority Very high u2"_s, u"2 queue West u2"_s, u"2 owner Otto u2"_s, u"3 article u2"_s,
                          u"4 queue West u3"_s, u"5 touched u2"_s, u"6 state Resolved u2"_s, u"7 state Closed u4"_s}));
    const TicketSla sla = *await(desk->desk().ticketSla(head.id, desk->admin()));
    QStringList events;
    for (const SlaEvent &event : sla.events)
        events.append(u"%1 %2"_s.arg(int(event.kind))
                          .arg(QDateTime::fromMSecsSinceEpoch(event.at, Qt::UTC).toString(u"d HH:mm"_s)));
    QCOMPARE(events, QStringList({u"1 1 07:50"_s, u"2 1 07:50"_s, u"3 1 07:50"_s, u"4 1 07:50"_s, u"6 1 07:50"_s,
                                  u"7 1 09:00"_s, u"2 1 09:00"_s, u"3 1 09:00"_s, u"4 1 09:00"_s, u"5 1 09:00"_s,
                                  u"6 1 09:30"_s, u"4 1 09:40"_s, u"16 1 09:40"_s, u"2 2 10:30"_s, u"2 5 12:00"_s}));
    QCOMPARE(sla.clocks.size(), 1);
    QCOMPARE(sla.clocks.first().state, SlaState::Breached);
    QCOMPARE(sla.clocks, replayClocks(sla.events, *catalog->slaVersions));

    // The log of this one begins when it was solved.
    const TicketHead phone = rowOf(*desk, u"A-2"_s).head;
    QCOMPARE(phone.createdAt, utc("2025-08-01T09:00:00"));
    QCOMPARE(phone.solvedAt, utc("2025-08-01T10:00:00"));
    QCOMPARE(phone.sla, SlaStanding::Met);
    QVERIFY(phone.id < head.id);
    const TicketRow screen = rowOf(*desk, u"A-3"_s);
    QCOMPARE(screen.requesterName, u"Emil"_s);
    QCOMPARE(screen.head.sla, SlaStanding::None); // nothing is decided while it is open
    QVERIFY(screen.unread);

    SearchQuery query;
    query.text = u"printer"_s;
    query.me = desk->admin();
    QCOMPARE(await(desk->desk().search(query))->hits.first().ticket, head.id);
    QVERIFY(await(desk->desk().notifications(desk->admin(), 10))->isEmpty());
    QVERIFY(await(desk->desk().outbox(desk->admin()))->isEmpty());
}

void ImportStoreTest::rowsBecomeTickets()
{
    std::unique_ptr<ImportStore> store;
    const auto desk = fresh(&store);
    const char *mapping = R"({
        "deskhand-import": 1, "source": "table", "zone": "Europe/Berlin", "numbers": "new",
        "columns": {"case": "Nr", "opened": "Auf", "solved": "Gelöst", "closed": "Zu", "subject": "Betreff",
            "text": "Text", "requester": "Name", "address": "Mail", "organization": "Firma", "tags": "Tags",
            "channel": {"column": "Weg", "values": {"T": "phone"}, "otherwise": "leave-out"}}
    })";
    const QByteArray csv = "\xEF\xBB\xBFNr;Auf;Gelöst;Zu;Betreff;Text;Name;Mail;Firma;Tags;Weg\r\n"
                           "7;2025-01-01 10:00:00;2025-01-02 10:00:00;2025-01-03 10:00:00;\"Zwei\r\nZeilen\";Hallo;Ida;"
                           "ida@x.example;ACME;a, b;T\r\n"
                           "8;2025-01-02 10:00:00;2025-01-02 11:00:00;;Gelöst;;Ida;IDA@x.example;;;?\r\n"
                           "9;2025-01-03 10:00:00;;;Offen;;;;;;\r\n";
    const ImportReport report = import(*store, mapping, csv);
    QCOMPARE(report.imported, qint64(3));
    QCOMPARE(report.people, qint64(2)); // Ida, and nobody
    desk->reopen();
    QCOMPARE(desk->brokenRule(), QString());
    const CatalogPtr catalog = *await(desk->desk().catalog());
    const TicketRow first = rowOf(*desk, u"00001"_s);
    QCOMPARE(first.head.subject, u"Zwei Zeilen"_s);
    QCOMPARE(first.head.createdAt, utc("2025-01-01T09:00:00"));
    QCOMPARE(first.head.solvedAt, utc("2025-01-02T09:00:00"));
    QCOMPARE(first.head.closedAt, utc("2025-01-03T09:00:00"));
    QCOMPARE(catalog->stateType(first.head.state), StateType::Closed);
    QCOMPARE(first.head.channel, Channel::Phone);
    QCOMPARE(first.head.tags, QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(catalog->organization(first.head.organization)->name, u"ACME"_s);
    QCOMPARE(first.head.version, qint64(3));
    const TicketHead second = rowOf(*desk, u"00002"_s).head;
    QCOMPARE(catalog->stateType(second.state), StateType::Solved);
    QCOMPARE(second.requester, first.head.requester);
    QCOMPARE(second.solvedAt, utc("2025-01-02T10:00:00"));
    const TicketHead third = rowOf(*desk, u"00003"_s).head;
    QCOMPARE(catalog->stateType(third.state), StateType::New);
    QCOMPARE(third.articleCount, 0);
}

void ImportStoreTest::whatIsDirtyIsTold()
{
    const QByteArray dirty =
        QByteArray(eventLog)
        + "A-4,31/2/2025 10:00,3/9/2025 10:00,?,?,Screen,Carla,East,2,New,?,u1,0,?,?,y\n"
          ",3/9/2025 10:00,3/9/2025 10:00,?,?,Screen,Carla,East,2,New,?,u1,0,?,?,y\n"
          "A-5,3/9/2025 10:00,3/9/2025 10:00,?,?,Screen,Carla,East,2,-100,?,u1,0,?,?,y\n"
          "A-6,3/9/2025 10:00\n"
          "A-7,3/9/2025 10:00,3/9/2025 10:00,1/9/2025 10:00,?,Screen,Carla,East,2,New,?,u1,0,?,?,y\n"
          "A-8,3/9/2025 10:00,3/9/2025 10:00,?,?,\"Screen,Carla,East,2,New,?,u1,0,?,?,y\n";
    std::unique_ptr<ImportStore> store;
    const auto desk = fresh(&store);
    QStringList notes;
    ImportOptions options;
    options.note = [&notes](const ImportNote &note) {
        notes.append(
            u"%1 %2 %3 %4 %5"_s.arg(note.row).arg(note.line).arg(note.column, note.why, note.value).simplified());
    };
    const ImportReport report = import(*store, eventMapping, dirty, options);
    QCOMPARE(report.rows, qint64(17));
    QCOMPARE(report.skippedRows, qint64(6));
    QCOMPARE(report.imported, qint64(3));
    QCOMPARE(notes.mid(0, 6),
             QStringList({u"13 13 at bad-time 31/2/2025 10:00"_s, u"14 14 no missing"_s,
                          u"15 15 state unknown-value -100"_s, u"16 16 wrong-number-of-columns 2"_s,
                          u"17 17 solved before-it-began 1/9/2025 10:00"_s, u"18 18 unclosed-quote"_s}));

    // Left out, where that can be.
    std::unique_ptr<ImportStore> other;
    const auto another = fresh(&other);
    const QByteArray lenient = QByteArray(eventMapping).replace("\"rows\"", "\"dirty\": \"leave-out\", \"rows\"");
    const ImportReport kept = import(*other, lenient.constData(), dirty);
    QCOMPARE(kept.skippedRows, qint64(5));
    QCOMPARE(rowOf(*another, u"A-7"_s).head.solvedAt, Instant(0));
}

void ImportStoreTest::aDryRunWritesNothing()
{
    std::unique_ptr<ImportStore> store;
    const auto desk = fresh(&store);
    const qint64 before = await(desk->desk().changesSince(0, 1000))->changes.size();
    ImportOptions options;
    options.dryRun = true;
    const ImportReport report = import(*store, eventMapping, eventLog, options);
    QCOMPARE(report.imported, qint64(3));
    QCOMPARE(report.agents, QStringList({u"Otto"_s}));
    desk->reopen();
    QCOMPARE((*await(desk->desk().counts({Condition::all()}, desk->admin(), 0))).first(), qint64(0));
    QCOMPARE(await(desk->desk().changesSince(0, 1000))->changes.size(), before);
    QCOMPARE((*await(desk->desk().catalog()))->agents.size(), 1);
}

void ImportStoreTest::killedAnywhereItGoesOn()
{
    QByteArray csv = "no,at,opened,solved,closed,what,who,group,prio,state,agent,by,moves,words,voice,kept\n";
    constexpr int count = 1200;
    for (int i = 0; i < count; ++i)
        csv += "B-" + QByteArray::number(i) + ",1/9/2025 08:00,1/9/2025 07:50,?,?,Thing,Person "
               + QByteArray::number(i % 50) + ",East,2,New,?,u1,0,?,?,y\n";
    std::unique_ptr<ImportStore> store;
    const auto desk = fresh(&store);
    const ImportMapping mapping = mappingOf(eventMapping);
    ImportOptions options;
    options.now = utc("2026-03-02T09:00:00");
    options.resume = true;
    for (int lives = 0; lives < 3; ++lives) {
        for (const bool inside : {true, false}) {
            KilledStore killed(*store, lives, inside);
            QVERIFY(!importTickets(killed, mapping, sourceOf(csv), options));
        }
    }
    desk->reopen();
    QCOMPARE(desk->brokenRule(), QString());
    QCOMPARE((*await(desk->desk().counts({Condition::all()}, desk->admin(), 0))).first(), qint64(500));

    ImportOptions again = options;
    again.resume = false;
    const Result<ImportReport> refused = importTickets(*store, mapping, sourceOf(csv), again);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(refused.error().payload.value(u"known"_s).toInt(), 500);

    const Result<ImportReport> rest = importTickets(*store, mapping, sourceOf(csv), options);
    QVERIFY(rest);
    QCOMPARE(rest->known, qint64(500));
    QCOMPARE(rest->imported, qint64(count - 500));
    const Result<ImportReport> nothing = importTickets(*store, mapping, sourceOf(csv), options);
    QVERIFY(nothing);
    QCOMPARE(nothing->known, qint64(count));
    QCOMPARE(nothing->imported, qint64(0));
    desk->reopen();
    QCOMPARE(desk->brokenRule(), QString());
    QCOMPARE((*await(desk->desk().counts({Condition::all()}, desk->admin(), 0))).first(), qint64(count));
    PeopleQuery everybody;
    everybody.startsWith = u"Person"_s;
    everybody.limit = 1000;
    QCOMPARE(await(desk->desk().people(everybody))->size(), 50);
}

void ImportStoreTest::aDeskThatIsUsedStaysWhatItWas()
{
    TestDesk desk;
    const CommandAnswer before = desk.openTicket(u"Before"_s);
    const Result<std::unique_ptr<ImportStore>> store = openImportStore(desk.path());
    QVERIFY(store);
    QVector<Change> heard;
    QObject::connect(&desk.desk(), &Desk::changed, &desk.desk(),
                     [&heard](const QVector<Change> &changes) { heard += changes; });
    import(**store, eventMapping, eventLog);
    // What is open hears of it, and goes on.
    QTRY_VERIFY(std::any_of(heard.cbegin(), heard.cend(),
                            [](const Change &change) { return change.kind == ChangeKind::BulkLoaded; }));
    QVERIFY(desk.row(before.ticket).unread);
    const CommandAnswer after = desk.openTicket(u"After"_s);
    QCOMPARE(after.ticketNumber, u"00002"_s);
    const TicketId imported = desk.expect(desk.desk().ticketByNumber(u"A-3"_s, desk.me()));
    desk.reply(imported, u"Still there?"_s);
    QCOMPARE(desk.row(imported).head.articleCount, 2);
    desk.close();
    QCOMPARE(brokenDesk(desk.path()), QString());
}

void ImportStoreTest::aMissingColumnIsAnError()
{
    std::unique_ptr<ImportStore> store;
    const auto desk = fresh(&store);
    for (const char *csv : {"no,at,opened\nA,1/9/2025 08:00,1/9/2025 08:00\n", ""}) {
        const Result<ImportReport> report = importTickets(*store, mappingOf(eventMapping), sourceOf(csv), {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Invalid);
        QVERIFY(report.error().payload.contains(u"columns"_s));
    }
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ImportStoreTest)
#include "import_store_test.moc"
