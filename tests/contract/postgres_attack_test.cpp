// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody with a login of the desk and psql can do. The tables are in support/attacks_*.cpp.
#include "store/postgres_connection.h"
#include "store/postgres_rights.h"
#include "support/attacks.h"
#include "support/history_check.h"
#include "support/login_desk.h"
#include "support/test_desk.h"

#include <QRegularExpression>
#include <QtTest>

namespace deskhand::test {
namespace {

NewArticle words(const QString &text)
{
    NewArticle article;
    article.text = text;
    return article;
}

} // namespace

class PostgresAttackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void attack_data();
    void attack();
    void theOwnerSeesWhatOthersDoNot_data() { readingRows(); }
    void theOwnerSeesWhatOthersDoNot();
    void enoughIsTried();
    void everyTableIsDecidedAbout();
    void everyFunctionIsDecidedAbout();
    void indexesAreUsedBehindPolicies_data();
    void indexesAreUsedBehindPolicies();
    void namesOfLoginsAreOnlyNames();
    void loginsComeAndGo();
    void afterAllTheDeskIsWhole();

private:
    CommandAnswer expect(const CommandBody &body, PersonId actor);
    PersonId addAgent(const QString &name, bool admin = false);
    void makePeople();
    void makeTickets();
    void makeMail();
    void makeClocks();
    void makeAccounts();
    void makeReports();
    void makeWork();
    void fillNames();
    void readingRows();
    [[nodiscard]] QString filled(QString sql) const;
    [[nodiscard]] QString filledEntries(QString sql) const;
    [[nodiscard]] PostgresAddress as(const QString &role) const;
    [[nodiscard]] static QString saidBy(const PostgresServer::Attempt &attempt);

    std::unique_ptr<PostgresServer> m_server;
    PostgresAddress m_owner;
    std::shared_ptr<ManualClock> m_clock = std::make_shared<ManualClock>(1'770'000'000'000);
    std::unique_ptr<LoginDesk> m_desk;
    std::unique_ptr<Connection> m_ownersSession;
    PersonId m_admin;
    QHash<QString, PersonId> m_people;
    QHash<QString, QString> m_names;
    QueueId m_queue;
    CommandAnswer m_secret;
    CommandAnswer m_open;
};

CommandAnswer PostgresAttackTest::expect(const CommandBody &body, PersonId actor)
{
    const Result<CommandAnswer> answer = await(m_desk->submit(Command::make(actor, body)));
    if (!answer)
        qFatal("%s: %s", qPrintable(answer.error().where), qPrintable(answer.error().detail));
    return *answer;
}

PersonId PostgresAttackTest::addAgent(const QString &name, bool admin)
{
    Person person;
    person.name = name;
    person.role = PersonRole::Agent;
    person.admin = admin;
    return PersonId{expect(SavePerson{person}, m_admin).id};
}

void PostgresAttackTest::makePeople()
{
    m_people.insert(QStringLiteral("admin"), m_admin);
    for (const char *name : {"agent", "member", "supervisor", "former", "promoted", "demoted"})
        m_people.insert(QString::fromLatin1(name),
                        addAgent(QLatin1String(name), QLatin1String(name) == QLatin1String("demoted")));
    Person supervisor = *(*await(m_desk->catalog()))->agent(m_people.value(QStringLiteral("supervisor")));
    supervisor.supervisor = true;
    expect(SavePerson{supervisor}, m_admin);
    Queue people{{}, {}, QStringLiteral("People"), {}, 2, true, {m_people.value(QStringLiteral("member"))}};
    m_queue = QueueId{expect(SaveQueue{people}, m_admin).id};
    expect(SaveOrganization{Organization{{}, QStringLiteral("Customer"), {}, {}, true}}, m_admin);
}

void PostgresAttackTest::makeTickets()
{
    OpenTicket open;
    open.subject = QStringLiteral("Printer");
    open.requesterAddress = {QStringLiteral("Rita"), QStringLiteral("rita@customer.example")};
    open.article = words(QStringLiteral("the printer burns"));
    m_open = expect(open, m_people.value(QStringLiteral("agent")));
    open.subject = QStringLiteral("Payslip of Rita");
    open.queue = m_queue;
    open.tags = {QStringLiteral("dismissal")};
    open.article = words(QStringLiteral("the quarterly report"));
    open.article->messageId = QStringLiteral("secret@mail");
    open.article->attachments.append({QStringLiteral("pay.txt"), QStringLiteral("text/plain"), "salary", false, {}});
    m_secret = expect(open, m_people.value(QStringLiteral("member")));
    SavedView view;
    view.name = QStringLiteral("Private");
    view.columns = {ListColumn::Number};
    expect(SaveView{view}, m_people.value(QStringLiteral("member")));
    view.name = QStringLiteral("For all");
    view.shared = true;
    expect(SaveView{view}, m_people.value(QStringLiteral("member")));
}

void PostgresAttackTest::fillNames()
{
    for (auto it = m_people.cbegin(); it != m_people.cend(); ++it) {
        m_names.insert(it.key() + QStringLiteral("Id"), QString::number(it->value));
        m_names.insert(it.key() + QStringLiteral("Role"), m_desk->roleOf(*it));
    }
    const auto number = [this](const char *sql) { return m_server->psql(m_owner, QString::fromLatin1(sql)); };
    m_names.insert(QStringLiteral("serviceRole"), m_desk->roleOf({}));
    m_names.insert(QStringLiteral("db"), m_owner.database);
    m_names.insert(QStringLiteral("people"), QString::number(m_queue.value));
    m_names.insert(QStringLiteral("secret"), QString::number(m_secret.ticket.value));
    m_names.insert(QStringLiteral("secretArticle"), QString::number(m_secret.article.value));
    m_names.insert(QStringLiteral("number"), m_secret.ticketNumber.toLower());
    m_names.insert(QStringLiteral("open"), QString::number(m_open.ticket.value));
    m_names.insert(QStringLiteral("openArticle"), QString::number(m_open.article.value));
    m_names.insert(QStringLiteral("requester"), number("SELECT min(id) FROM deskhand.person WHERE role = 1"));
    m_names.insert(QStringLiteral("sha"), number("SELECT min(encode(sha256, 'hex')) FROM deskhand.attachment"));
    m_names.insert(
        QStringLiteral("ownerPid"),
        QString::number(m_ownersSession->once("SELECT pg_backend_pid()", "test.pid").runForNumber().value_or(0)));
}

void PostgresAttackTest::initTestCase()
{
    m_server = PostgresServer::start();
    if (!m_server)
        QSKIP("PostgreSQL is not installed");
    m_owner = m_server->newDatabase();
    QVERIFY(createDeskOnServer(m_owner, {QStringLiteral("Desk"), QStringLiteral("Ada Admin"), {}}).has_value());
    QVERIFY(setUpRights(m_owner).has_value());
    m_admin = PersonId{m_server->psql(m_owner, QStringLiteral("SELECT min(id) FROM deskhand.person")).toLongLong()};
    m_desk = std::make_unique<LoginDesk>(m_owner, m_admin, m_clock);
    m_ownersSession = *PostgresConnection::open(
        m_owner, ConnectionUse::Read,
        std::make_shared<const StatementCatalogue>(*StatementCatalogue::load(SqlDialect::Postgres)));
    makePeople();
    makeTickets();
    for (const PersonId person : std::as_const(m_people))
        QVERIFY(await(m_desk->of(person).signedIn()).value_or(PersonId{}) == person);
    (void)m_desk->of({});
    // What the desk says and what the server's roles say come apart.
    m_server->psql(m_owner,
                   QStringLiteral("UPDATE deskhand.person SET active = 0 WHERE name = 'former'; "
                                  "UPDATE deskhand.person SET admin = 0 WHERE name = 'demoted'; "
                                  "UPDATE deskhand.person SET supervisor = 1 WHERE name = 'promoted'; "
                                  "INSERT INTO deskhand.desk_setting VALUES ('mail_password', 'secret'); "
                                  "CREATE ROLE stranger LOGIN; CREATE ROLE guest LOGIN; "
                                  "GRANT CONNECT ON DATABASE %1 TO guest; "
                                  "INSERT INTO deskhand.presence VALUES ('\\x01', %2, %3, 1, 1, 99999999999999)")
                       .arg(m_owner.database)
                       .arg(m_secret.ticket.value)
                       .arg(m_people.value(QStringLiteral("member")).value));
    makeMail();
    makeClocks();
    makeAccounts();
    makeReports();
    makeWork();
    fillNames();
}

/// Mail 71 is about the ticket that few see, mail 72 about the one that all do.
void PostgresAttackTest::makeMail()
{
    QString sql = QStringLiteral(R"(
        INSERT INTO mailbox (id, name, address, settings) VALUES (71, 'Support', 'support@desk.example', '{}');
        INSERT INTO mailbox_secret VALUES (71, 1, 'sealed');
        INSERT INTO desk_setting VALUES ('mail_signing_key', 'a2V5');
        INSERT INTO lease VALUES ('mail-delivery', 'worker', 5, 99);
        INSERT INTO blob VALUES (sha256('dear Rita'), 9, 'dear Rita'), (sha256('held back'), 9, 'held back');
        INSERT INTO outbound_mail (id, ticket_id, article_id, mailbox_id, kind, author_id, subject, message_id, token,
            envelope_from, raw_sha256, created_at, release_at, state)
        VALUES (71, %1, %2, 71, 1, %5, 'Re: Payslip', 'm71', 't71', 's', sha256('dear Rita'), 1, 1, 6),
            (72, %3, %4, 71, 1, %5, 'Re: Printer', 'm72', 't72', 's', sha256('dear Rita'), 1, 1, 3);
        INSERT INTO outbound_recipient (mail_id, position, address, address_folded, state, next_at)
        VALUES (71, 1, 'rita@customer.example', 'rita@customer.example', 6, 0),
            (72, 1, 'rita@customer.example', 'rita@customer.example', 3, 1);
        INSERT INTO mail_arrival (id, mailbox_id, folder, validity, mail_key, raw_sha256, size, at, outcome)
        VALUES (71, 71, 'INBOX', 1, '1', sha256('held back'), 9, 1, 4), (72, 71, 'INBOX', 1, '2', NULL, 9, 1, 4);
        INSERT INTO held_mail (id, mailbox_id, arrival_id, reason, ticket_id, from_name, from_address, subject,
            excerpt, raw_sha256, at, accept)
        VALUES (71, 71, 71, 1, %1, '', 'eve@evil.example', 'Payslip', '', sha256('held back'), 1, '{}'),
            (72, 71, 72, 1, %3, '', 'eve@evil.example', 'Printer', '', sha256('dear Rita'), 1, '{}');
        INSERT INTO inbound_mail (source, raw_sha256, received_at, ticket_id, article_id)
        VALUES ('x', sha256('held back'), 1, %1, 0);
        INSERT INTO ticket_participant VALUES (%1, 'eve@evil.example');
        INSERT INTO ticket_link VALUES (%1, %3, 1);
        INSERT INTO automatic_mail (at, address_folded, ticket_id) VALUES (1, 'rita@customer.example', %1);
        UPDATE ticket SET delivery = 6 WHERE id = %1;
        UPDATE ticket SET delivery = 3 WHERE id = %3)");
    sql = sql.arg(m_secret.ticket.value).arg(m_secret.article.value).arg(m_open.ticket.value);
    sql = sql.arg(m_open.article.value).arg(m_people.value(QStringLiteral("agent")).value);
    const PostgresServer::Attempt made = m_server->attempt(m_owner, sql);
    QVERIFY2(made.errors.isEmpty(), qPrintable(made.errors));
}

/// Of both tickets, behind what commands have made of them.
void PostgresAttackTest::makeClocks()
{
    QString sql = QStringLiteral(R"(
        INSERT INTO sla_event VALUES (%1, 900, 6, 1770000000000, 1, 0), (%2, 900, 6, 1770000000000, 1, 0);
        INSERT INTO sla_clock VALUES
            (%1, 4, 900, 1, 1, 1, 1, 1, 1, 4711, 4711, 0, 0, 0, 0, 0, 0, 'Nobody was there'),
            (%2, 4, 900, 1, 1, 1, 1, 1, 1, 4711, 4711, 0, 0, 0, 0, 0, 0, '');
        INSERT INTO sla_fired VALUES (%1, 4, 900, 1, 1, 1);
        INSERT INTO sla_task (scope, created_at) VALUES (2, 1);
        INSERT INTO notification (person_id, kind, ticket_id, at) VALUES (%3, 1, %1, 1);
        UPDATE ticket SET sla_due_at = 4711, sla_standing = 2 WHERE id = %1)");
    sql = sql.arg(m_secret.ticket.value).arg(m_open.ticket.value).arg(m_people.value(QStringLiteral("member")).value);
    const PostgresServer::Attempt made = m_server->attempt(m_owner, sql);
    QVERIFY2(made.errors.isEmpty(), qPrintable(made.errors));
}

/// Of the member, in both tickets.
void PostgresAttackTest::makeWork()
{
    QString sql = QStringLiteral(R"(
        INSERT INTO work_entry (ticket_id, person_id, at, minutes, note, logged_at)
        VALUES (%1, %3, 1, 30, 'wrote the payslip again', 1), (%2, %3, 1, 30, '', 1))");
    sql = sql.arg(m_secret.ticket.value).arg(m_open.ticket.value).arg(m_people.value(QStringLiteral("member")).value);
    const PostgresServer::Attempt made = m_server->attempt(m_owner, sql);
    QVERIFY2(made.errors.isEmpty(), qPrintable(made.errors));
}

/// Facts of both tickets, and what the member has saved: a private report, a shared one and a private schedule.
void PostgresAttackTest::makeReports()
{
    QString sql = QStringLiteral(R"(
        INSERT INTO report_fact (kind, at, ticket_id, n, ends, target, detail, source, value, queue_then, owner_then,
            priority_then, policy_id, wall, business, working, prev_at, prev_like_at, queue_id, owner_id, priority_id,
            category_id, channel, organization_id, state_id, reason)
        SELECT 13, 1, id, 1, 0, 4, 0, 0, 0, queue_id, 0, 1, 1, -1, -1, -1, 0, 0, queue_id, 0, 1, 0, 1, 0, 1,
            CASE WHEN id = %1 THEN 'Nobody was there' ELSE '' END FROM ticket;
        INSERT INTO report_day (series, kind, day, key, queue_id, target, previous_day, n)
        VALUES (1, 13, 4711, 0, %2, 0, -1000000, 1);
        INSERT INTO report_item (id, version, owner_id, shared, kind, name, content)
        VALUES (81, 1, %3, 0, 1, 'Private', '{}'), (82, 1, %3, 1, 1, 'For all', '{}'), (83, 1, %3, 0, 3, 'Mail', '{}');
        INSERT INTO report_item_version VALUES (81, 1, 1, %3, 'Private', '{}'), (82, 1, 1, %3, 'For all', '{}'),
            (83, 1, 1, %3, 'Mail', '{}');
        INSERT INTO report_sending (schedule_id, name, reader_id, due_at, at) VALUES (83, 'Mail', %3, 1, 1))");
    sql = sql.arg(m_secret.ticket.value).arg(m_queue.value).arg(m_people.value(QStringLiteral("member")).value);
    const PostgresServer::Attempt made = m_server->attempt(m_owner, sql);
    QVERIFY2(made.errors.isEmpty(), qPrintable(made.errors));
}

/// The admin has an account with everything that one can have, and is signed in.
void PostgresAttackTest::makeAccounts()
{
    QString sql = QStringLiteral(R"(
        INSERT INTO account (person_id, password, second_factor, created_at) VALUES (%1, '$argon2id$', 'sealed', 1);
        INSERT INTO account_recovery VALUES (%1, sha256('recovery'));
        INSERT INTO account_session (id, token_sha256, person_id, created_at, used_at, idle, expires_at, standing)
        VALUES ('0123456789abcdef', sha256('session'), %1, 1, 1, 1, 9000000000000, 12);
        INSERT INTO api_token (id, token_sha256, person_id, name, scopes, created_at, standing)
        VALUES ('0123456789abcdef', sha256('api'), %1, 'Robot', 15, 1, 12);
        INSERT INTO account_link VALUES (sha256('link'), %1, 2, 1, 9000000000000);
        INSERT INTO sign_in_attempt VALUES (sha256('key'), 5, 1, 9000000000000, 1))");
    const PostgresServer::Attempt made = m_server->attempt(m_owner, sql.arg(m_admin.value));
    QVERIFY2(made.errors.isEmpty(), qPrintable(made.errors));
}

PostgresAddress PostgresAttackTest::as(const QString &role) const
{
    PostgresAddress address = m_owner;
    address.user = m_names.value(role + QStringLiteral("Role"), role);
    return address;
}

QString PostgresAttackTest::filledEntries(QString sql) const
{
    static const QRegularExpression entry(QStringLiteral("\\{(entry|setting)(\\w*)(?::([^}]*))?\\}"));
    for (QRegularExpressionMatch match = entry.match(sql); match.hasMatch(); match = entry.match(sql)) {
        const QString open = m_names.value(QStringLiteral("open"));
        AttackEntry made{open, QStringLiteral("(SELECT version FROM ticket WHERE id = %1)").arg(open),
                         QStringLiteral("'subject'"), QStringLiteral("'Printer'"), QStringLiteral("'New'")};
        const QString what = match.captured(2);
        const QString value = match.captured(3);
        if (what == u"WithHash")
            made.hash = QStringLiteral("sha256('%1')").arg(value);
        else if (what == u"Service")
            made.hash = QStringLiteral("sha256('%1')").arg(value), made.name = QStringLiteral("''");
        else if (what == u"WithId")
            made.id = value;
        else if (what == u"As")
            made.actor = value;
        else if (what == u"Named")
            made.name = u'\'' + value + u'\'';
        else if (what == u"Kind")
            made.kind = value;
        else if (what == u"Of")
            made.ticket = value, made.version = QStringLiteral("2");
        else if (what == u"What")
            made.what = u'\'' + value + u'\'';
        else if (what == u"From")
            made.before = u'\'' + value + u'\'';
        else if (what == u"Entry")
            made.ticket = QStringLiteral("0"), made.version = QStringLiteral("0"), made.what = u'\'' + value + u'\'';
        sql.replace(match.capturedStart(), match.capturedLength(), historyEntrySql(made));
    }
    return sql;
}

QString PostgresAttackTest::filled(QString sql) const
{
    const QHash<QString, QString> phrases{
        {QStringLiteral("raise"),
         QStringLiteral("UPDATE ticket SET version = version + 1, updated_at = updated_at + 1 WHERE id = {open}")},
        {QStringLiteral("tell"), QStringLiteral("SELECT append_change(1, 2, {open}, 0, me(), sha256('x')) > 0")},
        {QStringLiteral("check"), QStringLiteral("SET CONSTRAINTS ALL IMMEDIATE")}};
    for (const QHash<QString, QString> *all : {&phrases, &m_names}) {
        for (auto it = all->cbegin(); it != all->cend(); ++it)
            sql.replace(u'{' + it.key() + u'}', *it);
    }
    sql.replace(
        QRegularExpression(QStringLiteral("\\{openTicket:(\\d+)\\}")),
        QStringLiteral("INSERT INTO ticket (version, state_id, state_type, priority_id, queue_id, requester_id, "
                       "channel, created_at, updated_at, number, subject, subject_folded) SELECT \\1, id, type, "
                       "1, 1, %1, 1, 1, 1, 'x', '', '' FROM state WHERE type = 1 "
                       "UNION ALL SELECT \\1, 1, 1, 1, 1, %1, 1, 1, 1, 'y', '', '' WHERE me() = 0")
            .arg(m_names.value(QStringLiteral("requester"))));
    sql.replace(QRegularExpression(QStringLiteral("\\{article:(\\d+),(\\d+),(\\d+),(\\d+)\\}")),
                QStringLiteral("INSERT INTO article (ticket_id, position, visibility, sender_role, channel, author_id, "
                               "created_at) VALUES (\\1, \\2, 1, \\4, 1, \\3, 1)"));
    sql.replace(
        QRegularExpression(QStringLiteral("\\{view:(\\d+)\\}")),
        QStringLiteral("INSERT INTO saved_view (owner_id, name, condition, condition_text, columns, sort_column, "
                       "sort_descending, grouped, group_by, density) VALUES (\\1, 'x', '{}', '', 'number', "
                       "'number', 0, 0, 'number', 1)"));
    return filledEntries(sql);
}

QString PostgresAttackTest::saidBy(const PostgresServer::Attempt &attempt)
{
    if (attempt.errors.isEmpty())
        return attempt.output;
    if (attempt.errors.contains(QLatin1String("FATAL:"))
        && attempt.errors.contains(QLatin1String("connection to server")))
        return QStringLiteral("!connect");
    static const QRegularExpression state(QStringLiteral("ERROR:  ([0-9A-Z]{5})"));
    const QRegularExpressionMatch match = state.match(attempt.errors);
    return match.hasMatch() ? u'!' + match.captured(1) : attempt.errors;
}

void PostgresAttackTest::attack_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("expected");
    int number = 0;
    for (const Attack &attack : readingAttacks() + writingAttacks() + serverAttacks()) {
        QTest::addRow("%03d %s %s: %s", ++number, attack.defence == Defence::Known ? "known" : "held", attack.who,
                      attack.why)
            << QString::fromLatin1(attack.who) << QString::fromUtf8(attack.sql) << QString::fromLatin1(attack.expected);
    }
}

void PostgresAttackTest::attack()
{
    QFETCH(QString, who);
    QFETCH(QString, sql);
    QFETCH(QString, expected);
    const PostgresServer::Attempt attempt = m_server->attempt(as(who), filled(sql));
    if (saidBy(attempt) != expected)
        qWarning("%s\n%s", qPrintable(filled(sql)), qPrintable(attempt.errors));
    QCOMPARE(saidBy(attempt), expected);
}

void PostgresAttackTest::readingRows()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("expected");
    int number = 0;
    for (const Attack &attack : readingAttacks()) {
        ++number;
        const QString sql = QString::fromUtf8(attack.sql);
        // What is about another's own things, or an error, says nothing when the owner asks.
        const bool comparable = attack.defence == Defence::Held && attack.expected[0] != '!'
                                && !sql.contains(QLatin1String("::int =")) && !sql.contains(QLatin1String("::date"))
                                && !sql.contains(QLatin1String("pg_s")) && !sql.contains(QLatin1String("1 /"))
                                && !sql.contains(QLatin1String("4711")) && !sql.contains(QLatin1String("actor_id = 0"));
        if (comparable)
            QTest::addRow("%03d %s", number, attack.why) << sql << QString::fromLatin1(attack.expected);
    }
}

/// An attack that finds nothing shows something only when there is something to find.
void PostgresAttackTest::theOwnerSeesWhatOthersDoNot()
{
    QFETCH(QString, sql);
    QFETCH(QString, expected);
    const PostgresServer::Attempt attempt = m_server->attempt(m_owner, filled(sql));
    QVERIFY2(attempt.errors.isEmpty(), qPrintable(attempt.errors));
    QVERIFY2(attempt.output != expected, qPrintable(filled(sql)));
}

void PostgresAttackTest::enoughIsTried()
{
    int held = 0;
    int known = 0;
    for (const Attack &attack : readingAttacks() + writingAttacks() + serverAttacks())
        (attack.defence == Defence::Held ? held : known) += 1;
    qInfo("%d attacks are held off, %d are known to get through", held, known);
    QVERIFY(held >= 150);
    QVERIFY(known > 0);
}

/// What each role may do with each table: S(elect) I(nsert) U(pdate) u(pdate of some columns) D(elete). A table that is
/// new has no row here, and fails.
void PostgresAttackTest::everyTableIsDecidedAbout()
{
    const QString tables = m_server->psql(m_owner, QStringLiteral(R"(
        SELECT c.relname || ' ' || c.relrowsecurity || ' ' || string_agg(
            coalesce(nullif(CASE WHEN has_table_privilege(r.oid, c.oid, 'SELECT') THEN 'S' ELSE '' END
            || CASE WHEN has_table_privilege(r.oid, c.oid, 'INSERT') THEN 'I' ELSE '' END
            || CASE WHEN has_table_privilege(r.oid, c.oid, 'UPDATE') THEN 'U'
                WHEN has_any_column_privilege(r.oid, c.oid, 'UPDATE') THEN 'u' ELSE '' END
            || CASE WHEN has_table_privilege(r.oid, c.oid, 'DELETE') THEN 'D' ELSE '' END
            || CASE WHEN has_table_privilege(r.oid, c.oid, 'TRUNCATE, REFERENCES, TRIGGER') THEN '!' ELSE '' END, ''), '-'),
            ' ' ORDER BY array_position(ARRAY['agent', 'supervisor', 'admin', 'service'], k))
        FROM pg_class c, unnest(ARRAY['agent', 'supervisor', 'admin', 'service']) k, pg_roles r
        WHERE c.relnamespace = 'deskhand'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
            AND r.rolname = current_database() || '_' || k
        GROUP BY c.relname, c.relrowsecurity ORDER BY c.relname COLLATE "C")"));
    const QStringList expectedTables{QStringLiteral("account true - - - SIUD"),
                                     QStringLiteral("account_head true - - - Su"),
                                     QStringLiteral("account_link true - - - SIUD"),
                                     QStringLiteral("account_place true - - - SIUD"),
                                     QStringLiteral("account_recovery true - - - SIUD"),
                                     QStringLiteral("account_session true - - - SIUD"),
                                     QStringLiteral("api_token true - - - SIUD"),
                                     QStringLiteral("article true SIu SIu SIu SIu"),
                                     QStringLiteral("article_message_id true SI SI SI SI"),
                                     QStringLiteral("attachment true SI SI SI SI"),
                                     QStringLiteral("automatic_mail true - - - -"),
                                     QStringLiteral("blob true S S S S"),
                                     QStringLiteral("business_calendar true S S SIu SIu"),
                                     QStringLiteral("business_calendar_version true S S SI SI"),
                                     QStringLiteral("category true S S SIu SIu"),
                                     QStringLiteral("change_feed true S S S S"),
                                     QStringLiteral("command_log true SI SI SI SI"),
                                     QStringLiteral("counter true S S S S"),
                                     QStringLiteral("desk_head true S S S S"),
                                     QStringLiteral("desk_setting true S S SIu SIu"),
                                     QStringLiteral("held_mail true Su Su Su SIu"),
                                     QStringLiteral("history true SI SI SI SI"),
                                     QStringLiteral("in_hand true - - - -"),
                                     QStringLiteral("inbound_mail true - - - SI"),
                                     QStringLiteral("lease true S S S SIU"),
                                     QStringLiteral("login true - - - -"),
                                     QStringLiteral("mail_arrival true - - - SIU"),
                                     QStringLiteral("mail_text true SIuD SIuD SIuD SIuD"),
                                     QStringLiteral("mailbox true S S SIu SIu"),
                                     QStringLiteral("mailbox_progress true S S S SIU"),
                                     QStringLiteral("mailbox_secret true - - ID IuD"),
                                     QStringLiteral("notification true Su Su Su SIu"),
                                     QStringLiteral("organization true SIu SIu SIu SIu"),
                                     QStringLiteral("outbound_mail true SIu SIu SIu SIu"),
                                     QStringLiteral("outbound_recipient true SIu SIu SIu SIu"),
                                     QStringLiteral("person true SIu SIu SIu SIu"),
                                     QStringLiteral("person_word true SID SID SID SID"),
                                     QStringLiteral("presence true SIUD SIUD SIUD SIUD"),
                                     QStringLiteral("priority true S S SIu SIu"),
                                     QStringLiteral("queue true S S SIu SIu"),
                                     QStringLiteral("queue_member true S S SID SID"),
                                     QStringLiteral("read_mark true SIu SIu SIu SIu"),
                                     QStringLiteral("report_day true S S S SIUD"),
                                     QStringLiteral("report_fact true S S S SIUD"),
                                     QStringLiteral("report_item true SIuD SIuD SIuD SIuD"),
                                     QStringLiteral("report_item_version true SID SID SID SID"),
                                     QStringLiteral("report_progress true S S S SIU"),
                                     QStringLiteral("report_sending true S S S SIu"),
                                     QStringLiteral("saved_view true SIuD SIuD SIuD SIuD"),
                                     QStringLiteral("search true - - - -"),
                                     QStringLiteral("search_term true - - - -"),
                                     QStringLiteral("sign_in_attempt true - - - SIUD"),
                                     QStringLiteral("sla_clock true SIuD SIuD SIuD SIuD"),
                                     QStringLiteral("sla_event true SI SI SI SI"),
                                     QStringLiteral("sla_fired true S S S SI"),
                                     QStringLiteral("sla_policy true S S SIu SIu"),
                                     QStringLiteral("sla_policy_version true S S SI SI"),
                                     QStringLiteral("sla_task true S S SIu SIu"),
                                     QStringLiteral("state true S S SIu SIu"),
                                     QStringLiteral("ticket true SIu SIu SIu SIu"),
                                     QStringLiteral("ticket_link true SI SI SI SI"),
                                     QStringLiteral("ticket_merge true SIu SIu SIu SIu"),
                                     QStringLiteral("ticket_merge_mark true - - - -"),
                                     QStringLiteral("ticket_participant true SI SI SI SI"),
                                     QStringLiteral("ticket_tag true SID SID SID SID"),
                                     QStringLiteral("upload true - - - SIUD"),
                                     QStringLiteral("upload_piece true - - - SIUD"),
                                     QStringLiteral("work_entry true SIu SIu SIu SIu")};
    QCOMPARE(tables.split(u'\n'), expectedTables);
}

void PostgresAttackTest::everyFunctionIsDecidedAbout()
{
    const QString functions = m_server->psql(m_owner, QStringLiteral(R"(
        SELECT string_agg(p.proname, ' ' ORDER BY p.proname COLLATE "C") FROM pg_proc p
        WHERE p.pronamespace = 'deskhand'::regnamespace
            AND has_function_privilege(current_database() || '_service', p.oid, 'EXECUTE'))"));
    QCOMPARE(functions,
             QStringLiteral(
                 "append_change automatic_mails catalog_version few_hidden few_seen forget_automatic forget_words "
                 "found found_before found_in found_newest has_been_answered inbound index_words is_admin is_indexed "
                 "is_service join_marks keep_blob learn_terms lock_head mail_arrivals mail_numbers mail_sums "
                 "make_signing_key me my_queues my_tickets_in_hand next_ticket_number part_marks queue_of_mailbox "
                 "raise_catalog_version ranked record_automatic record_inbound root_of root_of_number sees_all "
                 "sees_ticket settle_arrival signing_key terms_between terms_containing tickets_opened_by waiting_work "
                 "works_here wrote_article"));
    // Functions that act as the owner look names up where nobody else can put any; nothing is granted to everybody.
    QCOMPARE(m_server->psql(m_owner, QStringLiteral(R"(
        SELECT count(*) FROM pg_proc p WHERE p.pronamespace = 'deskhand'::regnamespace AND (
            (p.prosecdef AND NOT 'search_path=deskhand, pg_temp' = ANY (coalesce(p.proconfig, '{}')))
            OR has_function_privilege('guest', p.oid, 'EXECUTE')))")),
             QStringLiteral("0"));
}

void PostgresAttackTest::indexesAreUsedBehindPolicies_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("wanted");
    QTest::addRow("a list by the index alone")
        << QStringLiteral("SELECT t.id, t.updated_at, 0 FROM ticket t WHERE t.state_type < 5 AND t.owner_id = 3")
        << QStringLiteral("Index Only Scan using ticket_unresolved");
    QTest::addRow("a number") << QStringLiteral("SELECT id FROM ticket WHERE number_folded = 'x'")
                              << QStringLiteral("Index Cond: (number_folded = ");
    QTest::addRow("the beginning of a number")
        << QStringLiteral("SELECT id FROM ticket WHERE number_folded >= 'x' AND number_folded < 'y'")
        << QStringLiteral("Index Cond: ((number_folded >= ");
    QTest::addRow("rows of a page") << QStringLiteral(
        "SELECT t.id FROM (SELECT w.id::bigint AS id FROM json_array_elements_text('[1, 2]') w (id) "
        "OFFSET 0) wanted JOIN ticket t ON t.id = wanted.id")
                                    << QStringLiteral("Index Cond: (id = ((w.id)");
    QTest::addRow("hits of a search") << QStringLiteral(
        "SELECT s.rowid FROM found('x'::tsquery, 10) s JOIN ticket t ON t.id = s.ticket")
                                      << QStringLiteral("Index Cond: (id = s.ticket)");
    QTest::addRow("a thread") << QStringLiteral("SELECT text FROM article WHERE ticket_id = 7")
                              << QStringLiteral("Index Cond: (ticket_id = 7)");
    QTest::addRow("a file") << QStringLiteral("SELECT bytes FROM blob WHERE sha256 = '\\x00'")
                            << QStringLiteral("Index Cond: (sha256 = ");
}

/// A policy that is a barrier for an index makes a question wait a hundred times as long. With so few rows the server
/// would read tables: it is told that there are more, and uses an index where it can.
void PostgresAttackTest::indexesAreUsedBehindPolicies()
{
    QFETCH(QString, sql);
    QFETCH(QString, wanted);
    m_server->psql(m_owner, QStringLiteral("VACUUM deskhand.ticket"));
    m_server->psql(m_owner, QStringLiteral("UPDATE pg_class SET reltuples = 1000000, relpages = 1 WHERE relname IN "
                                           "('ticket', 'ticket_pkey')"));
    const PostgresServer::Attempt plan =
        m_server->attempt(as(QStringLiteral("agent")),
                          QStringLiteral("SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_hashjoin = "
                                         "off; SET enable_mergejoin = off; EXPLAIN (COSTS OFF) ")
                              + sql);
    QVERIFY2(plan.output.contains(wanted), qPrintable(plan.output + plan.errors));
}

void PostgresAttackTest::namesOfLoginsAreOnlyNames()
{
    for (const char *name : {"", "x y", "x\"; DROP ROLE guest; --", "X", "1x", "pg_monitor", "é", "x'y", "-x"}) {
        const Result<void> added = addLogin(m_owner, QString::fromUtf8(name), {}, QStringLiteral("secret"));
        QVERIFY2(!added && added.error().code == ErrorCode::Invalid, name);
    }
    // Roles that are there already keep their passwords.
    QCOMPARE(addLogin(m_owner, QStringLiteral("owner"), {}, QStringLiteral("x")).error().code, ErrorCode::Conflict);
    QCOMPARE(addLogin(m_owner, QStringLiteral("guest"), {}, QStringLiteral("x")).error().code, ErrorCode::Conflict);
    QCOMPARE(setLoginPassword(m_owner, QStringLiteral("owner"), QStringLiteral("x")).error().code, ErrorCode::NotFound);
    QCOMPARE(removeLogin(m_owner, QStringLiteral("owner")).error().code, ErrorCode::NotFound);
    QCOMPARE(addLogin(m_owner, QStringLiteral("nobody"), PersonId{4711}, QStringLiteral("x")).error().code,
             ErrorCode::NotFound);
    QCOMPARE(addLogin(m_owner, QStringLiteral("second"), m_admin, QStringLiteral("x")).error().code,
             ErrorCode::Conflict);
    QCOMPARE(m_server->psql(m_owner, QStringLiteral("SELECT count(*) FROM pg_roles WHERE rolname = 'second'")),
             QStringLiteral("0"));
    // Only the owner gives rights.
    QCOMPARE(setUpRights(as(QStringLiteral("admin"))).error().code, ErrorCode::Denied);
    QCOMPARE(addLogin(as(QStringLiteral("service")), QStringLiteral("own"), {}, QStringLiteral("x")).error().code,
             ErrorCode::Denied);
}

void PostgresAttackTest::loginsComeAndGo()
{
    const PersonId person = addAgent(QStringLiteral("Newcomer"));
    QVERIFY(addLogin(m_owner, QStringLiteral("new.comer-1"), person, QStringLiteral("it's \\ secret")).has_value());
    QVERIFY(m_server->psql(m_owner, QStringLiteral("SELECT rolpassword FROM pg_authid WHERE rolname = 'new.comer-1'"))
                .startsWith(QLatin1String("SCRAM-SHA-256$")));
    const auto logins = readLogins(m_owner);
    QVERIFY(logins);
    const auto found = std::find_if(logins->cbegin(), logins->cend(),
                                    [&person](const PostgresLogin &login) { return login.person == person; });
    QVERIFY(found != logins->cend());
    QCOMPARE(found->role, QStringLiteral("new.comer-1"));
    QCOMPARE(found->personName, QStringLiteral("Newcomer"));
    QVERIFY(found->roleExists && found->active && !found->service);
    QCOMPARE(saidBy(m_server->attempt(as(found->role), QStringLiteral("SELECT me()"))), QString::number(person.value));
    QVERIFY(setLoginPassword(m_owner, found->role, QStringLiteral("another")).has_value());
    QVERIFY(setUpRights(m_owner).has_value()); // again, and everything goes on
    QCOMPARE(saidBy(m_server->attempt(as(found->role), QStringLiteral("SELECT me()"))), QString::number(person.value));
    QVERIFY(removeLogin(m_owner, found->role).has_value());
    QCOMPARE(saidBy(m_server->attempt(as(found->role), QStringLiteral("SELECT 1"))), QStringLiteral("!connect"));
    // "promoted" has what they became when the owner has said so.
    const QString count = filled(QStringLiteral("SELECT count(*) FROM ticket WHERE id = {secret}"));
    QVERIFY(followPeople(m_owner).has_value());
    QCOMPARE(saidBy(m_server->attempt(as(QStringLiteral("promoted")), count)), QStringLiteral("1"));
}

void PostgresAttackTest::afterAllTheDeskIsWhole()
{
    const auto statements = std::make_shared<const StatementCatalogue>(*StatementCatalogue::load(SqlDialect::Postgres));
    const auto connection = PostgresConnection::open(m_owner, ConnectionUse::Read, statements);
    QVERIFY(connection);
    QCOMPARE(brokenDesk(**connection), QString());
    QCOMPARE(
        m_server->psql(m_owner, filled(QStringLiteral("SELECT subject, version, article_count FROM deskhand.ticket "
                                                      "WHERE id IN ({open}, {secret}) ORDER BY id"))),
        QStringLiteral("Printer|1|1\nPayslip of Rita|1|1"));
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::PostgresAttackTest)
#include "postgres_attack_test.moc"
