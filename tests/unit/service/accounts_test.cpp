// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accounts/access_token.h"
#include "support/accounts_fixture.h"

#include <future>
#include <thread>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

/// Signing in, and sessions.
class AccountsTest : public AccountsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init()
    {
        if (!begin())
            QSKIP("PostgreSQL is not installed");
    }
    void cleanup() { end(); }

    void oneSignsInByAddressOrName_data() { databases(); }
    void oneSignsInByAddressOrName();
    void theAnswerSaysNothing_data() { databases(); }
    void theAnswerSaysNothing();
    void aThousandAtOncePassTheLimitFiveTimes_data() { databases(); }
    void aThousandAtOncePassTheLimitFiveTimes();
    void whoWaitsTooLongIsSentAway();
    void limitsHoldAndGiveBack();
    void passwordsAreMadeAnewAtAnotherCost();
    void tokensAreRefused();
    void sessionsLiveByUse_data() { databases(); }
    void sessionsLiveByUse();
    void useIsWrittenOnceAMinute();
    void everythingThatRevokesClosesWithinASecond_data() { databases(); }
    void everythingThatRevokesClosesWithinASecond();
    void anotherProcessRevokes_data() { databases(); }
    void anotherProcessRevokes();
    void withoutTheDeskNothingIsBelieved();
    void everybodyIsAnsweredWhenItStops();
};

void AccountsTest::oneSignsInByAddressOrName()
{
    for (const QString &login : {u"ben@desk.example"_s, u" BEN@Desk.Example "_s, u"Ben Bär"_s, u"ben bar"_s}) {
        const Result<SignedIn> signedIn = signIn(login, goodPassword());
        QVERIFY2(signedIn, qPrintable(login));
        QCOMPARE(signedIn->principal.person, m_ben);
        QCOMPARE(signedIn->principal.role, PersonRole::Agent);
        QVERIFY(signedIn->principal.may(AccessScope::Admin) && !signedIn->principal.isApi);
        QVERIFY(!signedIn->mustChange);
        QCOMPARE(signedIn->session.device, u"laptop"_s);
        const Result<Principal> principal = authenticate(signedIn->token);
        QVERIFY(principal);
        QCOMPARE(principal->session, signedIn->session.id);
    }
    const Answered<QVector<AccountSession>> listed;
    m_accounts->sessions(signIn(u"ben bar"_s, goodPassword())->principal, listed.done());
    QCOMPARE(listed.wait()->size(), 5);
    QCOMPARE(m_accounts->figures().signedIn, qint64(5));
    QCOMPARE(m_accounts->figures().hashes, qint64(5));
}

void AccountsTest::theAnswerSaysNothing()
{
    const PersonId disabled = m_desk->addAgentWithPassword(u"Dora"_s, u"dora@desk.example"_s, goodPassword());
    QVERIFY(m_desk->open()->setDisabled(disabled, true, {m_desk->ada(), m_desk->clock().now()}));
    const PersonId invited = m_desk->addAgent(u"Ivan"_s, u"ivan@desk.example"_s);
    QVERIFY(m_desk->open()->createAccount(invited, {m_desk->ada(), m_desk->clock().now()}));
    const PersonId former = m_desk->addAgentWithPassword(u"Fred"_s, u"fred@desk.example"_s, goodPassword());
    m_desk->changePerson(former, [](Person &person) { person.active = false; });
    (void)m_desk->addAgent(u"Nora"_s, u"nora@desk.example"_s);
    const qint64 before = m_accounts->figures().hashes;
    QString first;
    int peer = 0;
    const auto check = [&](const QString &login, const QByteArray &password) {
        const Result<SignedIn> answer = signIn(login, password, {}, u"198.51.100.%1"_s.arg(++peer));
        QVERIFY2(!answer, qPrintable(login));
        const QString said = errorCodeName(answer.error().code) + answer.error().where + answer.error().detail
                             + QVariant(answer.error().payload.keys()).toStringList().join(u' ') + reasonOf(answer);
        if (first.isEmpty())
            first = said;
        QCOMPARE(said, first);
        QCOMPARE(m_accounts->figures().hashes, before + peer); // the same work each time
    };
    check(u"ben@desk.example"_s, "wrong password");
    check(u"nobody@desk.example"_s, "wrong password");
    check(u"dora@desk.example"_s, goodPassword());
    check(u"ivan@desk.example"_s, "");
    check(u"ivan@desk.example"_s, goodPassword());
    check(u"fred@desk.example"_s, goodPassword());
    check(u"nora@desk.example"_s, goodPassword()); // an agent without an account
    check({}, {});
    check(u"ben@desk.example"_s, {});
    check(u"ben@desk.example"_s, goodPassword() + '\0');
    check(QString(100'000, u'x'), QByteArray(1'000'000, 'x'));
    check(u"' OR 1=1 --"_s, goodPassword());
    QCOMPARE(first.count(u"credentials"_s), 1);
    QCOMPARE(m_accounts->figures().signedIn, qint64(0));
}

void AccountsTest::aThousandAtOncePassTheLimitFiveTimes()
{
    AccountsOptions wide = options();
    wide.hashQueue = 2000; // so that nothing but the limit is in the way
    start(wide);
    constexpr int attempts = 1000;
    SignInRequest request;
    request.password = "wrong password";
    QVector<Answered<SignedIn>> answers(attempts);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([this, &answers, request, thread]() mutable {
            for (int i = thread; i < attempts; i += 4) {
                // Each from elsewhere, and by whichever of the names.
                request.login = i % 3 == 0 ? u"ben@desk.example"_s : i % 3 == 1 ? u"Ben Bär"_s : u"BEN BAR"_s;
                request.peer = u"2001:db8:%1::1"_s.arg(i, 0, 16);
                m_accounts->signIn(request, std::as_const(answers)[i].done());
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    int limited = 0;
    int wrong = 0;
    for (const Answered<SignedIn> &answer : std::as_const(answers)) {
        const Result<SignedIn> result = answer.wait();
        QVERIFY(!result);
        limited += reasonOf(result) == u"limit" ? 1 : 0;
        wrong += reasonOf(result) == u"credentials" ? 1 : 0;
        if (reasonOf(result) == u"limit")
            QVERIFY(result.error().payload.value(u"retryAfter"_s).toLongLong() >= 1);
    }
    QCOMPARE(wrong, 5);
    QCOMPARE(limited, attempts - 5);
    QCOMPARE(m_accounts->figures().hashes, qint64(5));
    // The right password helps nobody meanwhile who was never seen, and does afterwards.
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword())), u"limit"_s);
    m_desk->clock().advance(SignInLimits().account.window + 1000);
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword()));
}

void AccountsTest::whoWaitsTooLongIsSentAway()
{
    AccountsOptions narrow = options();
    narrow.hashThreads = 1;
    narrow.hashQueue = 2;
    narrow.limits = {{1000}, {1000}, {1000}};
    // Nothing is worked on until the store is there.
    std::promise<void> released;
    const std::shared_future<void> release = released.get_future().share();
    narrow.openStore = [release, open = narrow.openStore] {
        release.wait();
        return open();
    };
    start(narrow);
    SignInRequest request;
    request.login = u"ben@desk.example"_s;
    request.password = goodPassword();
    QVector<Answered<SignedIn>> answers(10);
    for (const Answered<SignedIn> &answer : std::as_const(answers))
        m_accounts->signIn(request, answer.done());
    QCOMPARE(m_accounts->figures().refusedByLoad, qint64(7));
    QCOMPARE(m_accounts->figures().waiting, 2);
    QCOMPARE(reasonOf(std::as_const(answers)[3].wait()), u"load"_s);
    QVERIFY(std::as_const(answers)[9].wait().error().payload.value(u"retryAfter"_s).toLongLong() >= 1);
    released.set_value();
    for (int i = 0; i < 3; ++i)
        QVERIFY(std::as_const(answers)[i].wait());
    QTRY_COMPARE(m_accounts->figures().waiting, 0);
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword()));
}

void AccountsTest::limitsHoldAndGiveBack()
{
    // Who signs in is not in anybody's way: more than the limits of account, address and subnet.
    for (int i = 0; i < 120; ++i)
        QVERIFY(signIn(u"ben@desk.example"_s, goodPassword()));
    // One address, many names.
    for (int i = 0; i < 20; ++i)
        QCOMPARE(reasonOf(signIn(u"name %1"_s.arg(i), "wrong password", {}, u"203.0.113.1"_s)), u"credentials"_s);
    QCOMPARE(reasonOf(signIn(u"one more"_s, "wrong password", {}, u"203.0.113.1"_s)), u"limit"_s);
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword(), {}, u"::ffff:203.0.113.1"_s)), u"limit"_s);
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword(), {}, u"203.0.113.2"_s));
    // One subnet, many addresses: 20 of 100 are gone.
    int passed = 0;
    for (int i = 3; i < 150; ++i)
        passed +=
            reasonOf(signIn(u"other %1"_s.arg(i), "wrong password", {}, u"203.0.113.%1"_s.arg(i))) == u"credentials"
                ? 1
                : 0;
    QCOMPARE(passed, 80);
    // What was counted survives the process.
    start(options());
    QCOMPARE(reasonOf(signIn(u"yet another"_s, "wrong password", {}, u"203.0.113.77"_s)), u"limit"_s);
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword()));
}

void AccountsTest::passwordsAreMadeAnewAtAnotherCost()
{
    AccountsOptions dearer = options();
    dearer.cost = {2, 16384};
    start(dearer);
    const QByteArray before = m_desk->open()->secrets(m_ben)->password;
    QVERIFY(!signIn(u"ben@desk.example"_s, "wrong password"));
    QCOMPARE(m_desk->open()->secrets(m_ben)->password, before);
    const Result<SignedIn> first = signIn(u"ben@desk.example"_s, goodPassword());
    QVERIFY(first);
    const QByteArray after = m_desk->open()->secrets(m_ben)->password;
    QVERIFY2(after.startsWith("$argon2id$v=19$m=16,t=2,p=1$"), after.constData());
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword()));
    QCOMPARE(m_desk->open()->secrets(m_ben)->password, after);
    QVERIFY(authenticate(first->token)); // nobody was signed out by that
}

void AccountsTest::tokensAreRefused()
{
    const QByteArray good = signIn(u"ben@desk.example"_s, goodPassword())->token;
    const FreshToken link = makeToken(TokenKind::Link);
    QVERIFY(m_desk->open()->addLink(AccountLinkKind::Reset, m_ben, link.sha256, m_desk->clock().now() + aMinute, {}));
    for (const QByteArray &token :
         {QByteArray(), QByteArray(""), QByteArray("0"), QByteArray("dhs_"), QByteArray("null"), good.chopped(1),
          good + 'A', good.toLower(), "dha_" + good.mid(4), "dhl_" + good.mid(4), link.text, "dhs_" + link.text.mid(4),
          makeToken(TokenKind::Session).text, makeToken(TokenKind::Api).text}) {
        const Result<Principal> answer = authenticate(token);
        QVERIFY2(!answer, token.constData());
        QCOMPARE(answer.error().code, ErrorCode::Unauthenticated);
        QCOMPARE(reasonOf(answer), u"token"_s);
    }
    QVERIFY(authenticate(good));
}

void AccountsTest::sessionsLiveByUse()
{
    const SignedIn used = *signIn(u"ben@desk.example"_s, goodPassword());
    const SignedIn silent = *signIn(u"ben@desk.example"_s, goodPassword());
    SignInRequest request;
    request.login = u"ben@desk.example"_s;
    request.password = goodPassword();
    request.remember = true;
    const Answered<SignedIn> answered;
    m_accounts->signIn(request, answered.done());
    const SignedIn kept = *answered.wait();
    for (int minutes = 0; minutes < 60; minutes += 20) {
        m_desk->clock().advance(20 * aMinute);
        QVERIFY2(authenticate(used.token), qPrintable(QString::number(minutes)));
    }
    QCOMPARE(reasonOf(authenticate(silent.token)), u"token"_s);
    QTRY_COMPARE(revoked(), QVector<QUuid>{silent.session.id});
    QVERIFY(authenticate(kept.token));
    // Used or not, after twelve hours it ends.
    for (int minutes = 60; minutes < 12 * 60 - 20; minutes += 20) {
        m_desk->clock().advance(20 * aMinute);
        QVERIFY2(authenticate(used.token), qPrintable(QString::number(minutes)));
    }
    m_desk->clock().advance(20 * aMinute);
    QCOMPARE(reasonOf(authenticate(used.token)), u"token"_s);
    QTRY_COMPARE(revoked().size(), 2);
    // The computer that was to be remembered.
    m_desk->clock().advance(qint64(29) * 24 * 60 * aMinute);
    QVERIFY(authenticate(kept.token));
    m_desk->clock().advance(qint64(24) * 60 * aMinute);
    QCOMPARE(reasonOf(authenticate(kept.token)), u"token"_s);
}

void AccountsTest::useIsWrittenOnceAMinute()
{
    const SignedIn signedIn = *signIn(u"ben@desk.example"_s, goodPassword());
    const auto storedUse = [this] { return m_desk->sql("SELECT max(used_at) FROM account_session"); };
    const Instant begun = m_desk->clock().now();
    QCOMPARE(storedUse(), begun);
    m_desk->clock().advance(aMinute / 2);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(authenticate(signedIn.token));
    QTest::qWait(200); // several looks
    QCOMPARE(storedUse(), begun);
    m_desk->clock().advance(aMinute / 2);
    QVERIFY(authenticate(signedIn.token));
    QTRY_COMPARE(storedUse(), begun + aMinute);
}

void AccountsTest::everythingThatRevokesClosesWithinASecond()
{
    const AccountChange byAda{m_desk->ada(), m_desk->clock().now()};
    const QVector<std::pair<const char *, std::function<void(const SignedIn &)>>> ways{
        {"signing out",
         [this](const SignedIn &session) { m_accounts->signOut(session.principal, [](const Result<void> &) {}); }},
        {"one by name",
         [this](const SignedIn &session) {
             m_accounts->revokeSession(session.principal, session.session.id, [](const Result<void> &) {});
         }},
        {"all others",
         [this](const SignedIn &session) {
             Principal other = session.principal;
             other.session = QUuid::createUuid();
             m_accounts->revokeOtherSessions(other, [](const Result<void> &) {});
         }},
        {"a password that an admin sets", [this](const SignedIn &) { m_desk->givePassword(m_ben, goodPassword()); }},
        {"disabling", [&, this](const SignedIn &) { QVERIFY(m_desk->open()->setDisabled(m_ben, true, byAda)); }},
        {"another role",
         [&, this](const SignedIn &) {
             m_desk->changePerson(m_ben, [](Person &person) { person.supervisor = !person.supervisor; });
         }},
    };
    for (const auto &[name, revoke] : ways) {
        const Result<SignedIn> session = signIn(u"ben@desk.example"_s, goodPassword());
        QVERIFY2(session, name);
        QVERIFY2(authenticate(session->token), name);
        revoke(*session);
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY2_WITH_TIMEOUT(revoked().contains(session->session.id), name, 1000);
        QVERIFY2(!authenticate(session->token), name);
        QCOMPARE(revoked().count(session->session.id), 1);
        QVERIFY(m_desk->open()->setDisabled(m_ben, false, byAda));
    }
}

void AccountsTest::anotherProcessRevokes()
{
    Accounts other(m_desk->options());
    other.start();
    const SignedIn session = *signIn(u"ben@desk.example"_s, goodPassword());
    // Without stickiness: known to both.
    QVERIFY(authenticate(session.token));
    QVERIFY(authenticateAt(other, session.token));
    const Answered<void> answered;
    other.signOut(session.principal, answered.done());
    QVERIFY(answered.wait());
    QVERIFY(!authenticateAt(other, session.token)); // at once where it was done
    QTRY_COMPARE_WITH_TIMEOUT(revoked(), QVector<QUuid>{session.session.id}, 1000);
    QVERIFY(!authenticate(session.token));
    // Used here, not there: it goes on there, too.
    const SignedIn lasting = *signIn(u"ben@desk.example"_s, goodPassword());
    QVERIFY(authenticateAt(other, lasting.token));
    for (int i = 0; i < 4; ++i) {
        m_desk->clock().advance(20 * aMinute);
        QVERIFY(authenticate(lasting.token));
        QTRY_COMPARE(m_desk->sql("SELECT max(used_at) FROM account_session"), m_desk->clock().now());
    }
    QVERIFY(authenticateAt(other, lasting.token));
    QVERIFY(!revoked().contains(lasting.session.id));
}

void AccountsTest::withoutTheDeskNothingIsBelieved()
{
    AccountsOptions cut = options();
    std::promise<void> released;
    const std::shared_future<void> release = released.get_future().share();
    cut.revoked = [release](const QUuid &) { release.wait(); }; // holds the thread that looks
    start(cut);
    const SignedIn first = *signIn(u"ben@desk.example"_s, goodPassword());
    const SignedIn second = *signIn(u"ben@desk.example"_s, goodPassword());
    QVERIFY(authenticate(first.token));
    m_accounts->signOut(second.principal, [](const Result<void> &) {});
    // Known until a second ago is not known: the answer has to come from the desk, and waits for it.
    const Answered<Principal> late;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const Answered<Principal> answer;
            m_accounts->authenticate(first.token, answer.done());
            return answer.times() == 0;
        }(),
        5000);
    m_accounts->authenticate(first.token, late.done());
    QCOMPARE(late.times(), 0);
    released.set_value();
    QVERIFY(late.wait());
}

void AccountsTest::everybodyIsAnsweredWhenItStops()
{
    QVector<Answered<SignedIn>> answers(30);
    QVector<Answered<Principal>> looks(30);
    SignInRequest request;
    request.login = u"ben@desk.example"_s;
    request.password = goodPassword();
    for (int i = 0; i < answers.size(); ++i) {
        request.peer = u"2001:db8:%1::1"_s.arg(i);
        m_accounts->signIn(request, std::as_const(answers)[i].done());
        m_accounts->authenticate(makeToken(TokenKind::Session).text, std::as_const(looks)[i].done());
    }
    m_accounts->stop();
    for (int i = 0; i < answers.size(); ++i) {
        QCOMPARE(std::as_const(answers)[i].times(), 1);
        QCOMPARE(std::as_const(looks)[i].times(), 1);
    }
    const Answered<SignedIn> after;
    request.login = u"another"_s;
    request.peer = u"192.0.2.250"_s;
    m_accounts->signIn(request, after.done());
    QCOMPARE(after.wait().error().code, ErrorCode::Cancelled);
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::AccountsTest)
#include "accounts_test.moc"
