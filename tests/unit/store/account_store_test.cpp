// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"
#include "store/new_desk.h"
#include "store/sql_account_store.h"
#include "support/history_check.h"
#include "support/postgres_server.h"
#include "support/test_desk.h"

#include <QTemporaryDir>
#include <QtTest>

#include <thread>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

/// Accounts, sessions and API tokens as the store keeps them, on both databases.
class AccountStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk()); }
    void init();
    void cleanup();

    void accountsAreOfAgents_data() { databases(); }
    void accountsAreOfAgents();
    void namesMeanOneOrNobody_data() { databases(); }
    void namesMeanOneOrNobody();
    void attemptsAreCountedForWhoIsMeant_data() { databases(); }
    void attemptsAreCountedForWhoIsMeant();
    void strangersDoNotShutOutWhoIsKnown_data() { databases(); }
    void strangersDoNotShutOutWhoIsKnown();
    void twoProcessesCountTogether_data() { databases(); }
    void twoProcessesCountTogether();
    void whoSignedInIsWhatWasProven_data() { databases(); }
    void whoSignedInIsWhatWasProven();
    void codesAreGoodOnce_data() { databases(); }
    void codesAreGoodOnce();
    void sessionsEnd_data() { databases(); }
    void sessionsEnd();
    void whoIsSomethingElseIsSignedOut_data() { databases(); }
    void whoIsSomethingElseIsSignedOut();
    void apiTokensComeAndGo_data() { databases(); }
    void apiTokensComeAndGo();
    void linksAreUsedOnce_data() { databases(); }
    void linksAreUsedOnce();
    void whatIsOverIsSweptUp_data() { databases(); }
    void whatIsOverIsSweptUp();
    void historySaysWhoDidWhat_data() { databases(); }
    void historySaysWhoDidWhat();

private:
    static void databases()
    {
        QTest::addColumn<bool>("server");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }
    [[nodiscard]] std::unique_ptr<AccountStore> open() const
    {
        auto opened = m_isServer ? openServerAccountStore(m_address) : openAccountStore(m_path);
        if (!opened)
            qFatal("%s: %s", qPrintable(opened.error().where), qPrintable(opened.error().detail));
        return *std::move(opened);
    }
    [[nodiscard]] std::unique_ptr<LocalDesk> desk() const
    {
        auto opened = m_isServer ? LocalDesk::openServer(m_address) : LocalDesk::open(m_path);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        return *std::move(opened);
    }
    PersonId addAgent(const QString &name, const QString &address);
    void changePerson(PersonId person, const std::function<void(Person &)> &change);
    void prepare(PersonId person, const QByteArray &hash = "hash");
    [[nodiscard]] SignInAttempt attempt(const QString &login) const
    {
        return {login, {}, u"192.0.2.1"_s, u"192.0.2.0/24"_s, {}, m_now};
    }
    [[nodiscard]] NewSession session(const QByteArray &token, qint64 idle = 1000, qint64 lasts = 10'000) const
    {
        return {QUuid::createUuid(), token, u"laptop"_s, u"192.0.2.1"_s, u"192.0.2.0/24"_s, m_now, idle,
                m_now + lasts,       false};
    }
    QUuid signIn(const QString &login, const QByteArray &token);

    std::unique_ptr<PostgresServer> m_server;
    QTemporaryDir m_folder;
    QString m_path;
    PostgresAddress m_address;
    bool m_isServer = false;
    int m_number = 0;
    const PersonId m_ada{1};
    Instant m_now = 1'790'000'000'000;
    std::unique_ptr<AccountStore> m_store;
};

void AccountStoreTest::init()
{
    if (!QTest::currentDataTag())
        return;
    m_isServer = QByteArray(QTest::currentDataTag()) == "postgres";
    if (m_isServer && !m_server)
        QSKIP("PostgreSQL is not installed");
    const NewDesk made{u"Desk"_s, u"Ada"_s, u"ada@desk.example"_s, {}};
    m_path = m_folder.filePath(u"%1.desk"_s.arg(++m_number));
    if (m_isServer)
        m_address = m_server->newDatabase();
    const Result<void> created = m_isServer ? createDeskOnServer(m_address, made) : createDeskFile(m_path, made);
    QVERIFY2(created, created ? "" : qPrintable(created.error().detail));
    m_store = open();
    m_now = 1'790'000'000'000;
}

void AccountStoreTest::cleanup()
{
    m_store.reset();
}

PersonId AccountStoreTest::addAgent(const QString &name, const QString &address)
{
    Person person;
    person.name = name;
    person.address = address;
    person.role = PersonRole::Agent;
    const Result<CommandAnswer> saved = await(desk()->submit(Command::make(m_ada, SavePerson{person})));
    return saved ? PersonId{saved->id} : PersonId();
}

void AccountStoreTest::changePerson(PersonId person, const std::function<void(Person &)> &change)
{
    const auto opened = desk();
    const Result<CatalogPtr> catalog = await(opened->catalog());
    Person changed = *(*catalog)->agent(person);
    change(changed);
    const auto saved = await(opened->submit(Command::make(m_ada, SavePerson{changed})));
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
}

void AccountStoreTest::prepare(PersonId person, const QByteArray &hash)
{
    QVERIFY(m_store->createAccount(person, {m_ada, m_now}));
    QVERIFY(m_store->setPassword(person, hash, false, {m_ada, m_now}));
}

QUuid AccountStoreTest::signIn(const QString &login, const QByteArray &token)
{
    const Result<SignInStart> start = m_store->beginSignIn(attempt(login));
    if (!start || !start->secrets)
        return {};
    SignInFinish finish;
    finish.proven = *start->secrets;
    finish.counted = start->counted;
    finish.at = m_now;
    finish.session = session(token);
    return m_store->finishSignIn(finish) ? finish.session->id : QUuid();
}

void AccountStoreTest::accountsAreOfAgents()
{
    QVERIFY(m_store->accounts());
    QVERIFY(m_store->accounts()->isEmpty());
    const PersonId ben = addAgent(u"Ben"_s, u"ben@desk.example"_s);
    QVERIFY(m_store->createAccount(ben, {m_ada, m_now}));
    QCOMPARE(m_store->createAccount(ben, {m_ada, m_now}).error().code, ErrorCode::Conflict);
    QCOMPARE(m_store->createAccount(PersonId{4711}, {m_ada, m_now}).error().code, ErrorCode::NotFound);
    Account account = *m_store->account(ben);
    QCOMPARE(account.name, u"Ben"_s);
    QCOMPARE(account.address, u"ben@desk.example"_s);
    QCOMPARE(account.createdAt, m_now);
    QVERIFY(account.active && !account.disabled && !account.hasPassword && !account.hasSecondFactor);
    QVERIFY(m_store->setPassword(ben, "hash", true, {m_ada, m_now + 5}));
    account = *m_store->account(ben);
    QVERIFY(account.hasPassword && account.mustChange);
    QCOMPARE(account.passwordAt, m_now + 5);
    QCOMPARE(m_store->secrets(ben)->password, QByteArray("hash"));
    QVERIFY(m_store->secrets(ben)->mustChange);
    QCOMPARE(m_store->account(m_ada).error().code, ErrorCode::NotFound);
    QCOMPARE(m_store->setPassword(m_ada, "hash", false, {m_ada, m_now}).error().code, ErrorCode::NotFound);
    QVERIFY(m_store->setDisabled(ben, true, {m_ada, m_now}));
    QCOMPARE(m_store->secrets(ben).error().code, ErrorCode::NotFound);
    QVERIFY(m_store->account(ben)->disabled);
    QVERIFY(m_store->setDisabled(ben, false, {m_ada, m_now}));
    QVERIFY(m_store->secrets(ben));
}

void AccountStoreTest::namesMeanOneOrNobody()
{
    const PersonId ben = addAgent(u"Ben"_s, u"ben@desk.example"_s);
    const PersonId other = addAgent(u"Bén"_s, u"other@desk.example"_s);
    const PersonId tricky = addAgent(u"ada@desk.example"_s, u"tricky@desk.example"_s);
    QCOMPARE(*m_store->agentNamed(u"ben@desk.example"_s), ben);
    QCOMPARE(*m_store->agentNamed(u"other@desk.example"_s), other);
    QCOMPARE(*m_store->agentNamed(u"ben"_s), PersonId()); // two fold to it
    QCOMPARE(*m_store->agentNamed(u"ada"_s), m_ada);
    QCOMPARE(*m_store->agentNamed(u"ada@desk.example"_s), m_ada); // and not whose name it is
    QCOMPARE(*m_store->agentNamed(u"tricky@desk.example"_s), tricky);
    for (const QString &nobody : {QString(), u"%"_s, u"be_"_s, u"zoe"_s, u"' OR 1=1 --"_s})
        QCOMPARE(*m_store->agentNamed(nobody), PersonId());
    changePerson(ben, [](Person &person) { person.active = false; });
    QCOMPARE(*m_store->agentNamed(u"ben@desk.example"_s), PersonId());
    QCOMPARE(*m_store->agentNamed(u"ben"_s), other);
}

void AccountStoreTest::attemptsAreCountedForWhoIsMeant()
{
    prepare(m_ada);
    // By either name it is the same account.
    for (int i = 0; i < 5; ++i) {
        const Result<SignInStart> start = m_store->beginSignIn(attempt(i % 2 ? u"ada"_s : u"ada@desk.example"_s));
        QVERIFY(start && start->retryAfter == 0 && start->secrets);
        QCOMPARE(start->secrets->person, m_ada);
    }
    const Result<SignInStart> shut = m_store->beginSignIn(attempt(u"ada"_s));
    QCOMPARE(shut->retryAfter, SignInLimits().account.window);
    QVERIFY(!shut->secrets);
    // Nobody is counted alike, and each name by itself.
    for (int i = 0; i < 5; ++i) {
        const Result<SignInStart> start = m_store->beginSignIn(attempt(u"zoe"_s));
        QVERIFY(start && start->retryAfter == 0 && !start->secrets);
        QCOMPARE(start->counted.size(), 3);
    }
    QCOMPARE(m_store->beginSignIn(attempt(u"zoe"_s))->retryAfter, SignInLimits().account.window);
    // Then the address: ten of its twenty are gone; what was refused is counted for nobody.
    for (int i = 0; i < 10; ++i)
        QCOMPARE(m_store->beginSignIn(attempt(u"name %1"_s.arg(i)))->retryAfter, qint64(0));
    QVERIFY(m_store->beginSignIn(attempt(u"another"_s))->retryAfter > 0);
    SignInAttempt elsewhere = attempt(u"another"_s);
    elsewhere.peer = u"192.0.2.2"_s;
    QCOMPARE(m_store->beginSignIn(elsewhere)->retryAfter, qint64(0));
    m_now += SignInLimits().account.window;
    QCOMPARE(m_store->beginSignIn(attempt(u"ada"_s))->retryAfter, qint64(0));
    // Who proves it again while signed in is counted as themselves, and not as a name.
    SignInAttempt again = attempt({});
    again.person = m_ada;
    QCOMPARE(m_store->beginSignIn(again)->secrets->person, m_ada);
}

void AccountStoreTest::strangersDoNotShutOutWhoIsKnown()
{
    prepare(m_ada);
    SignInAttempt stranger = attempt(u"ada"_s);
    stranger.peer = u"203.0.113.5"_s;
    stranger.subnet = u"203.0.113.0/24"_s;
    const auto shutOutStranger = [this, &stranger] {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_store->beginSignIn(stranger)->retryAfter, qint64(0));
        QVERIFY(m_store->beginSignIn(stranger)->retryAfter > 0);
    };
    shutOutStranger();
    QVERIFY(m_store->beginSignIn(attempt(u"ada"_s))->retryAfter > 0); // never seen here: nobody can tell them apart
    m_now += 24 * SignInLimits().account.window;
    stranger.at = m_now;
    QVERIFY(!signIn(u"ada"_s, "t1").isNull());
    shutOutStranger();
    QVERIFY(!signIn(u"ada@desk.example"_s, "t2").isNull());
    // Where one is known one may not try for ever either.
    for (int i = 0; i < 5; ++i)
        QCOMPARE(m_store->beginSignIn(attempt(u"ada"_s))->retryAfter, qint64(0));
    QVERIFY(m_store->beginSignIn(attempt(u"ada"_s))->retryAfter > 0);
    // With a new password nobody is known any more, and after a quarter of a year without coming.
    m_now += 100 * SignInLimits().account.window;
    stranger.at = m_now;
    QVERIFY(m_store->setPassword(m_ada, "other", false, {m_ada, m_now}));
    shutOutStranger();
    QVERIFY(m_store->beginSignIn(attempt(u"ada"_s))->retryAfter > 0);
    m_now += 100 * SignInLimits().account.window;
    stranger.at = m_now;
    QVERIFY(!signIn(u"ada"_s, "t3").isNull());
    m_now += qint64(91) * 24 * 60 * 60 * 1000;
    stranger.at = m_now;
    QVERIFY(m_store->sweep({}, m_now));
    shutOutStranger();
    QVERIFY(m_store->beginSignIn(attempt(u"ada"_s))->retryAfter > 0);
}

void AccountStoreTest::twoProcessesCountTogether()
{
    prepare(m_ada);
    constexpr int threads = 8;
    std::atomic<int> passed = 0;
    std::atomic<int> failed = 0;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([this, &passed, &failed] {
            const auto store = open();
            for (int round = 0; round < 5; ++round) {
                const Result<SignInStart> start = store->beginSignIn(attempt(u"ada"_s));
                failed += start ? 0 : 1;
                passed += start && start->retryAfter == 0 ? 1 : 0;
            }
        });
    }
    for (std::thread &worker : workers)
        worker.join();
    QCOMPARE(failed, 0);
    QCOMPARE(passed, 5);
}

void AccountStoreTest::whoSignedInIsWhatWasProven()
{
    prepare(m_ada, "first");
    const SignInStart start = *m_store->beginSignIn(attempt(u"ada"_s));
    SignInFinish finish;
    finish.proven = *start.secrets;
    finish.newHash = "second";
    finish.counted = start.counted;
    finish.at = m_now + 7;
    finish.session = session("token");
    QVERIFY(m_store->finishSignIn(finish));
    QCOMPARE(m_store->secrets(m_ada)->password, QByteArray("second"));
    QCOMPARE(m_store->account(m_ada)->signedInAt, m_now + 7);
    const Result<AccountAccess> access = m_store->sessionAccess("token", m_now);
    QVERIFY(access);
    QCOMPARE(access->id, finish.session->id);
    QCOMPARE(access->person, m_ada);
    QCOMPARE(access->role, PersonRole::Agent);
    QVERIFY(!access->isApi && !access->mustChange);
    // The same proof again is none: the password is another one now.
    finish.session = session("other");
    QCOMPARE(m_store->finishSignIn(finish).error().code, ErrorCode::Unauthenticated);
    finish.proven.password = "second";
    QVERIFY(m_store->setDisabled(m_ada, true, {m_ada, m_now}));
    QCOMPARE(m_store->finishSignIn(finish).error().code, ErrorCode::Unauthenticated);
    QCOMPARE(m_store->sessionAccess("other", m_now).error().code, ErrorCode::NotFound);
    QCOMPARE(m_store->sessionAccess("token", m_now).error().code, ErrorCode::NotFound);
}

void AccountStoreTest::codesAreGoodOnce()
{
    prepare(m_ada);
    QVERIFY(m_store->offeredSecondFactor(m_ada)->isEmpty());
    QVERIFY(m_store->offerSecondFactor(m_ada, "sealed"));
    QVERIFY(m_store->secrets(m_ada)->secondFactor.isEmpty());
    QCOMPARE(*m_store->offeredSecondFactor(m_ada), QByteArray("sealed"));
    QCOMPARE(m_store->confirmSecondFactor(m_ada, "another", 10, {}, {m_ada, m_now}).error().code, ErrorCode::Conflict);
    QVERIFY(m_store->confirmSecondFactor(m_ada, "sealed", 10, {"r1", "r2"}, {m_ada, m_now}));
    QCOMPARE(m_store->secrets(m_ada)->secondFactor, QByteArray("sealed"));
    QCOMPARE(m_store->secrets(m_ada)->codeStep, qint64(10));
    QVERIFY(m_store->account(m_ada)->hasSecondFactor);
    QCOMPARE(m_store->account(m_ada)->recoveryCodes, 2);
    SignInFinish finish;
    finish.proven = *m_store->secrets(m_ada);
    finish.at = m_now;
    finish.codeStep = 10;
    QCOMPARE(m_store->finishSignIn(finish).error().code, ErrorCode::Unauthenticated);
    finish.codeStep = 11;
    QVERIFY(m_store->finishSignIn(finish));
    QCOMPARE(m_store->finishSignIn(finish).error().code, ErrorCode::Unauthenticated);
    finish.codeStep = 0;
    finish.recoverySha256 = "r1";
    QVERIFY(m_store->finishSignIn(finish));
    QCOMPARE(m_store->finishSignIn(finish).error().code, ErrorCode::Unauthenticated);
    QCOMPARE(m_store->account(m_ada)->recoveryCodes, 1);
    QVERIFY(m_store->dropSecondFactor(m_ada, {m_ada, m_now}));
    QVERIFY(!m_store->account(m_ada)->hasSecondFactor);
    QCOMPARE(m_store->account(m_ada)->recoveryCodes, 0);
    finish.recoverySha256 = "r2";
    QCOMPARE(m_store->finishSignIn(finish).error().code, ErrorCode::Unauthenticated);
}

void AccountStoreTest::sessionsEnd()
{
    prepare(m_ada);
    const QUuid first = signIn(u"ada"_s, "t1"); // 1 s idle, 10 s at all
    const QUuid second = signIn(u"ada"_s, "t2");
    QVERIFY(!first.isNull() && !second.isNull());
    QVERIFY(m_store->sessionAccess("t1", m_now + 999));
    QCOMPARE(m_store->sessionAccess("t1", m_now + 1000).error().code, ErrorCode::NotFound);
    AccountAccess used = *m_store->sessionAccess("t1", m_now);
    used.usedAt = m_now + 9500;
    QVERIFY(m_store->noteUse({used}));
    QVERIFY(m_store->sessionAccess("t1", m_now + 9999));
    QCOMPARE(m_store->sessionAccess("t1", m_now + 10'000).error().code, ErrorCode::NotFound);
    used.usedAt = m_now; // what is late does not make it older
    QVERIFY(m_store->noteUse({used}));
    const QVector<AccountSession> sessions = *m_store->sessions(m_ada, m_now);
    QCOMPARE(sessions.size(), 2);
    const auto &mine = sessions[0].id == first ? sessions[0] : sessions[1];
    QCOMPARE(mine.usedAt, m_now + 9500);
    QCOMPARE(mine.device, u"laptop"_s);
    QCOMPARE(mine.peer, u"192.0.2.1"_s);
    const AccountStamp before = *m_store->stamp();
    const PersonId ben = addAgent(u"Ben"_s, u"ben@desk.example"_s);
    QCOMPARE(m_store->revokeSession(ben, first).error().code, ErrorCode::NotFound); // not theirs
    QVERIFY(m_store->stamp()->catalog > before.catalog);
    QVERIFY(m_store->revokeSession(m_ada, first));
    QVERIFY(m_store->stamp()->accounts > before.accounts);
    QCOMPARE(m_store->revokeSession(m_ada, first).error().code, ErrorCode::NotFound);
    QCOMPARE(m_store->sessionAccess("t1", m_now).error().code, ErrorCode::NotFound);
    const QUuid third = signIn(u"ada"_s, "t3");
    QCOMPARE(*m_store->revokeSessions(m_ada, third, {m_ada, m_now}), 1);
    QVERIFY(m_store->sessionAccess("t3", m_now));
    QCOMPARE(m_store->sessionAccess("t2", m_now).error().code, ErrorCode::NotFound);
    QVERIFY(m_store->setPassword(m_ada, "new", false, {m_ada, m_now}));
    QCOMPARE(m_store->sessionAccess("t3", m_now).error().code, ErrorCode::NotFound);
}

void AccountStoreTest::whoIsSomethingElseIsSignedOut()
{
    const PersonId ben = addAgent(u"Ben"_s, u"ben@desk.example"_s);
    prepare(ben);
    const QVector<std::function<void(Person &)>> changes{
        [](Person &person) { person.admin = true; },      [](Person &person) { person.admin = false; },
        [](Person &person) { person.supervisor = true; }, [](Person &person) { person.supervisor = false; },
        [](Person &person) { person.active = false; },
    };
    for (int i = 0; i < changes.size(); ++i) {
        const QByteArray token = "b" + QByteArray::number(i);
        QVERIFY2(!signIn(u"ben"_s, token).isNull(), token.constData());
        QVERIFY(m_store->addApiToken({QUuid::createUuid(), ben, u"robot"_s, 1, m_now, m_ada, 0, 0}, "api" + token));
        QVERIFY(m_store->sessionAccess(token, m_now) && m_store->apiAccess("api" + token, m_now));
        changePerson(ben, changes[i]);
        QCOMPARE(m_store->sessionAccess(token, m_now).error().code, ErrorCode::NotFound);
        QCOMPARE(m_store->apiAccess("api" + token, m_now).error().code, ErrorCode::NotFound);
        QVERIFY(m_store->sweep({}, m_now)->isEmpty());
    }
    QVERIFY(signIn(u"ben"_s, "last").isNull());
    QCOMPARE(m_store->addApiToken({QUuid::createUuid(), ben, u"robot"_s, 1, m_now, m_ada, 0, 0}, "l").error().code,
             ErrorCode::NotFound);
    // What the sweep has taken does not come back with the role.
    changePerson(m_ada, [](Person &person) { person.name = u"Ada Lovelace"_s; }); // nothing that anybody loses by
    QVERIFY(m_store->sessionAccess("b0", m_now).error().code == ErrorCode::NotFound);
}

void AccountStoreTest::apiTokensComeAndGo()
{
    prepare(m_ada);
    const ApiToken token{QUuid::createUuid(), m_ada, u"Monitoring"_s, 5, m_now, m_ada, 0, m_now + 1000};
    QVERIFY(m_store->addApiToken(token, "secret"));
    const AccountAccess access = *m_store->apiAccess("secret", m_now);
    QCOMPARE(access.id, token.id);
    QCOMPARE(access.scopes, 5);
    QVERIFY(access.isApi);
    QCOMPARE(m_store->sessionAccess("secret", m_now).error().code, ErrorCode::NotFound);
    QCOMPARE(m_store->apiAccess("secret", m_now + 1000).error().code, ErrorCode::NotFound);
    AccountAccess used = access;
    used.usedAt = m_now + 3;
    QVERIFY(m_store->noteUse({used}));
    const QVector<ApiToken> tokens = *m_store->apiTokens(m_now);
    QCOMPARE(tokens.size(), 1);
    QCOMPARE(tokens[0].name, u"Monitoring"_s);
    QCOMPARE(tokens[0].usedAt, m_now + 3);
    QCOMPARE(tokens[0].createdBy, m_ada);
    QVERIFY(m_store->apiTokens(m_now + 1000)->isEmpty());
    QCOMPARE(m_store->account(m_ada)->apiTokens, 1);
    QVERIFY(m_store->revokeApiToken(token.id, {m_ada, m_now}));
    QCOMPARE(m_store->revokeApiToken(token.id, {m_ada, m_now}).error().code, ErrorCode::NotFound);
    QCOMPARE(m_store->apiAccess("secret", m_now).error().code, ErrorCode::NotFound);
}

void AccountStoreTest::linksAreUsedOnce()
{
    const PersonId ben = addAgent(u"Ben"_s, u"ben@desk.example"_s);
    QCOMPARE(m_store->addLink(AccountLinkKind::Invitation, ben, "l0", m_now + 100, {m_ada, m_now}).error().code,
             ErrorCode::NotFound); // has no account
    QVERIFY(m_store->createAccount(ben, {m_ada, m_now}));
    QVERIFY(m_store->addLink(AccountLinkKind::Invitation, ben, "l1", m_now + 100, {m_ada, m_now}));
    const AccountLink link = *m_store->addLink(AccountLinkKind::Invitation, ben, "l2", m_now + 100, {m_ada, m_now});
    QCOMPARE(link.person, ben);
    QCOMPARE(link.name, u"Ben"_s);
    QCOMPARE(m_store->link("l1", m_now).error().code, ErrorCode::NotFound); // the newer one counts
    QVERIFY(m_store->link("l2", m_now + 99));
    QCOMPARE(m_store->link("l2", m_now + 100).error().code, ErrorCode::NotFound);
    QCOMPARE(m_store->redeemLink("l2", "hash", m_now + 100).error().code, ErrorCode::NotFound);
    QVERIFY(m_store->addLink(AccountLinkKind::Reset, ben, "r1", m_now + 100, {ben, m_now}));
    QVERIFY(m_store->redeemLink("l2", "hash", m_now));
    QCOMPARE(m_store->redeemLink("l2", "other", m_now).error().code, ErrorCode::NotFound);
    QCOMPARE(m_store->link("r1", m_now).error().code, ErrorCode::NotFound); // withdrawn with the old password
    QCOMPARE(m_store->secrets(ben)->password, QByteArray("hash"));
    QVERIFY(m_store->addLink(AccountLinkKind::Reset, ben, "r2", m_now + 100, {ben, m_now}));
    std::atomic<int> used = 0;
    std::vector<std::thread> workers;
    for (int i = 0; i < 4; ++i) {
        workers.emplace_back(
            [this, &used, i] { used += open()->redeemLink("r2", "by " + QByteArray::number(i), m_now) ? 1 : 0; });
    }
    for (std::thread &worker : workers)
        worker.join();
    QCOMPARE(used, 1);
    QVERIFY(m_store->addLink(AccountLinkKind::Reset, ben, "r3", m_now + 100, {ben, m_now}));
    QVERIFY(m_store->setDisabled(ben, true, {m_ada, m_now}));
    QVERIFY(m_store->setDisabled(ben, false, {m_ada, m_now}));
    QCOMPARE(m_store->link("r3", m_now).error().code, ErrorCode::NotFound);
}

void AccountStoreTest::whatIsOverIsSweptUp()
{
    prepare(m_ada);
    const QUuid session = signIn(u"ada"_s, "t1");
    QVERIFY(m_store->addLink(AccountLinkKind::Reset, m_ada, "r1", m_now + 100, {m_ada, m_now}));
    const ApiToken token{QUuid::createUuid(), m_ada, u"Robot"_s, 1, m_now, m_ada, 0, 0};
    QVERIFY(m_store->addApiToken(token, "api"));
    QHash<QUuid, Instant> good = *m_store->sweep({}, m_now);
    QCOMPARE(good.size(), 2);
    QVERIFY(good.contains(token.id));
    QCOMPARE(good.value(session), m_now);
    good = *m_store->sweep({}, m_now + 2000);
    QCOMPARE(good.keys(), QList<QUuid>{token.id});
    QCOMPARE(m_store->account(m_ada)->sessions, 0); // not only unusable
    constexpr qint64 aDay = 24 * 60 * 60 * 1000;
    QCOMPARE(m_store->count(u"other"_s, {1, 1000}, m_now).value_or(-1), qint64(0));
    QCOMPARE(m_store->count(u"other"_s, {1, 1000}, m_now).value_or(-1), qint64(1000));
    QVERIFY(m_store->sweep({}, m_now + aDay - 1));
    QCOMPARE(m_store->count(u"other"_s, {1, 1000}, m_now + 1).value_or(-1), qint64(999)); // still known
    QVERIFY(m_store->sweep({}, m_now + 2 * aDay));
    QCOMPARE(m_store->count(u"other"_s, {1, 1000}, m_now + 1).value_or(-1), qint64(0)); // not any more
}

void AccountStoreTest::historySaysWhoDidWhat()
{
    const PersonId ben = addAgent(u"Ben"_s, u"ben@desk.example"_s);
    QVERIFY(m_store->createAccount(ben, {m_ada, m_now}));
    QVERIFY(m_store->setPassword(ben, "planted-hash", false, {m_ada, m_now}));
    QVERIFY(m_store->addLink(AccountLinkKind::Reset, ben, "planted-link", m_now + 100, {}));
    QVERIFY(m_store->setDisabled(ben, true, {m_ada, m_now}));
    const auto opener = m_isServer ? SqlJobConnection::ofServer(m_address) : SqlJobConnection::ofFile(m_path);
    const auto connection = *(*opener)();
    QStringList said;
    {
        Statement history =
            connection->once("SELECT actor_name, new_value, new_text, why, old_value, old_text FROM history "
                             "WHERE what = 'saved-account' ORDER BY id",
                             "test.history");
        while (history.next()) {
            said.append(history.text(0) + u' ' + history.text(1) + u' ' + history.text(2) + u' ' + history.text(3));
            QCOMPARE(history.text(4) + history.text(5), QString());
        }
        QVERIFY(history.status());
    }
    QCOMPARE(brokenHistory(*connection), QString());
    const QString whom = QString::number(ben.value) + u" Ben "_s;
    QCOMPARE(said, QStringList({u"Ada "_s + whom + u"created"_s, u"Ada "_s + whom + u"password"_s,
                                u' ' + whom + u"reset"_s, u"Ada "_s + whom + u"disabled"_s}));
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::AccountStoreTest)
#include "account_store_test.moc"
