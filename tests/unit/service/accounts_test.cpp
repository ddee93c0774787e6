// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accounts/access_token.h"
#include "service/accounts/totp.h"
#include "support/account_desk.h"

#include <QUrlQuery>
#include <QtTest>

#include <future>
#include <thread>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray goodPassword = "correct horse battery";
constexpr qint64 aMinute = 60'000;

} // namespace

/// Signing in and what follows, on a file and on a server.
class AccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk()); }
    void init();
    void cleanup();

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
    void passwordsAreChanged_data() { databases(); }
    void passwordsAreChanged();
    void whoMustChangeCanDoNothingElse();
    void secondFactors_data() { databases(); }
    void secondFactors();
    void withoutTheKeyNobodyComesIn();
    void linksSetPasswords_data() { databases(); }
    void linksSetPasswords();
    void resetsAreTheSameForEverybody();
    void apiTokensHaveTheirScopes();
    void nothingSecretIsStoredOrSaid();
    void everybodyIsAnsweredWhenItStops();

private:
    static void databases()
    {
        QTest::addColumn<bool>("server");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }
    void start(AccountsOptions options);
    [[nodiscard]] AccountsOptions options();
    Result<SignedIn> signIn(const QString &login, const QByteArray &password, const QString &code = {},
                            const QString &peer = u"192.0.2.7"_s);
    Result<Principal> authenticate(const QByteArray &token) { return authenticateAt(*m_accounts, token); }
    static Result<Principal> authenticateAt(Accounts &accounts, const QByteArray &token)
    {
        const Answered<Principal> answered;
        accounts.authenticate(token, answered.done());
        return answered.wait();
    }
    [[nodiscard]] QVector<QUuid> revoked()
    {
        const std::lock_guard lock(m_mutex);
        return m_revoked;
    }
    [[nodiscard]] QString codeAt(const QByteArray &secret, int step = 0) const
    {
        return totpCode(secret, totpStep(m_desk->clock().now()) + step);
    }
    /// Switches the second factor on; gives its secret.
    QByteArray giveSecondFactor(const Principal &who, QStringList *recovery);

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<AccountDesk> m_desk;
    std::unique_ptr<Accounts> m_accounts;
    PersonId m_ben;
    std::mutex m_mutex;
    QVector<QUuid> m_revoked;
};

void AccountsTest::init()
{
    const bool server = QByteArray(QTest::currentDataTag()) == "postgres";
    if (server && !m_server)
        QSKIP("PostgreSQL is not installed");
    m_desk = std::make_unique<AccountDesk>(server ? m_server.get() : nullptr);
    m_ben = m_desk->addAgentWithPassword(u"Ben Bär"_s, u"ben@desk.example"_s, goodPassword);
    m_revoked.clear();
    start(options());
}

void AccountsTest::cleanup()
{
    m_accounts.reset();
    m_desk.reset();
}

AccountsOptions AccountsTest::options()
{
    AccountsOptions options = m_desk->options();
    options.revoked = [this](const QUuid &session) {
        const std::lock_guard lock(m_mutex);
        m_revoked.append(session);
    };
    return options;
}

void AccountsTest::start(AccountsOptions options)
{
    m_accounts.reset();
    m_accounts = std::make_unique<Accounts>(std::move(options));
    m_accounts->start();
}

Result<SignedIn> AccountsTest::signIn(const QString &login, const QByteArray &password, const QString &code,
                                      const QString &peer)
{
    SignInRequest request;
    request.login = login;
    request.password = password;
    request.code = code;
    request.device = u"laptop"_s;
    request.peer = peer;
    const Answered<SignedIn> answered;
    m_accounts->signIn(request, answered.done());
    return answered.wait();
}

QByteArray AccountsTest::giveSecondFactor(const Principal &who, QStringList *recovery)
{
    const Answered<SecondFactorOffer> offered;
    m_accounts->offerSecondFactor(who, goodPassword, u"192.0.2.7"_s, offered.done());
    const Result<SecondFactorOffer> offer = offered.wait();
    if (!offer)
        return {};
    // The secret as an app gets it: out of the address.
    const QString text = QUrlQuery(QUrl(offer->uri)).queryItemValue(u"secret"_s);
    QByteArray secret;
    quint32 bits = 0;
    int count = 0;
    for (const QChar sign : text) {
        bits = (bits << 5) | quint32(QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").indexOf(sign.toLatin1()));
        if ((count += 5) >= 8)
            secret += char((bits >> (count -= 8)) & 0xff);
    }
    const Answered<QStringList> confirmed;
    m_accounts->confirmSecondFactor(who, codeAt(secret), confirmed.done());
    *recovery = confirmed.wait().value_or(QStringList());
    return secret;
}

void AccountsTest::oneSignsInByAddressOrName()
{
    for (const QString &login : {u"ben@desk.example"_s, u" BEN@Desk.Example "_s, u"Ben Bär"_s, u"ben bar"_s}) {
        const Result<SignedIn> signedIn = signIn(login, goodPassword);
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
    m_accounts->sessions(signIn(u"ben bar"_s, goodPassword)->principal, listed.done());
    QCOMPARE(listed.wait()->size(), 5);
    QCOMPARE(m_accounts->figures().signedIn, qint64(5));
    QCOMPARE(m_accounts->figures().hashes, qint64(5));
}

void AccountsTest::theAnswerSaysNothing()
{
    const PersonId disabled = m_desk->addAgentWithPassword(u"Dora"_s, u"dora@desk.example"_s, goodPassword);
    QVERIFY(m_desk->open()->setDisabled(disabled, true, {m_desk->ada(), m_desk->clock().now()}));
    const PersonId invited = m_desk->addAgent(u"Ivan"_s, u"ivan@desk.example"_s);
    QVERIFY(m_desk->open()->createAccount(invited, {m_desk->ada(), m_desk->clock().now()}));
    const PersonId former = m_desk->addAgentWithPassword(u"Fred"_s, u"fred@desk.example"_s, goodPassword);
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
    check(u"dora@desk.example"_s, goodPassword);
    check(u"ivan@desk.example"_s, "");
    check(u"ivan@desk.example"_s, goodPassword);
    check(u"fred@desk.example"_s, goodPassword);
    check(u"nora@desk.example"_s, goodPassword); // an agent without an account
    check({}, {});
    check(u"ben@desk.example"_s, {});
    check(u"ben@desk.example"_s, goodPassword + '\0');
    check(QString(100'000, u'x'), QByteArray(1'000'000, 'x'));
    check(u"' OR 1=1 --"_s, goodPassword);
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
    // The right password helps nobody meanwhile, and does afterwards.
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword)), u"limit"_s);
    m_desk->clock().advance(SignInLimits().account.window + 1000);
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword));
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
    request.password = goodPassword;
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
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword));
}

void AccountsTest::limitsHoldAndGiveBack()
{
    // Who signs in is not in anybody's way: more than the limits of account, address and subnet.
    for (int i = 0; i < 120; ++i)
        QVERIFY(signIn(u"ben@desk.example"_s, goodPassword));
    // One address, many names.
    for (int i = 0; i < 20; ++i)
        QCOMPARE(reasonOf(signIn(u"name %1"_s.arg(i), "wrong password", {}, u"203.0.113.1"_s)), u"credentials"_s);
    QCOMPARE(reasonOf(signIn(u"one more"_s, "wrong password", {}, u"203.0.113.1"_s)), u"limit"_s);
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword, {}, u"::ffff:203.0.113.1"_s)), u"limit"_s);
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword, {}, u"203.0.113.2"_s));
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
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword));
}

void AccountsTest::passwordsAreMadeAnewAtAnotherCost()
{
    AccountsOptions dearer = options();
    dearer.cost = {2, 16384};
    start(dearer);
    const QByteArray before = m_desk->open()->secrets(m_ben)->password;
    QVERIFY(!signIn(u"ben@desk.example"_s, "wrong password"));
    QCOMPARE(m_desk->open()->secrets(m_ben)->password, before);
    const Result<SignedIn> first = signIn(u"ben@desk.example"_s, goodPassword);
    QVERIFY(first);
    const QByteArray after = m_desk->open()->secrets(m_ben)->password;
    QVERIFY2(after.startsWith("$argon2id$v=19$m=16,t=2,p=1$"), after.constData());
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword));
    QCOMPARE(m_desk->open()->secrets(m_ben)->password, after);
    QVERIFY(authenticate(first->token)); // nobody was signed out by that
}

void AccountsTest::tokensAreRefused()
{
    const QByteArray good = signIn(u"ben@desk.example"_s, goodPassword)->token;
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
    const SignedIn used = *signIn(u"ben@desk.example"_s, goodPassword);
    const SignedIn silent = *signIn(u"ben@desk.example"_s, goodPassword);
    SignInRequest request;
    request.login = u"ben@desk.example"_s;
    request.password = goodPassword;
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
    const SignedIn signedIn = *signIn(u"ben@desk.example"_s, goodPassword);
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
        {"a password that an admin sets", [this](const SignedIn &) { m_desk->givePassword(m_ben, goodPassword); }},
        {"disabling", [&, this](const SignedIn &) { QVERIFY(m_desk->open()->setDisabled(m_ben, true, byAda)); }},
        {"another role",
         [&, this](const SignedIn &) {
             m_desk->changePerson(m_ben, [](Person &person) { person.supervisor = !person.supervisor; });
         }},
    };
    for (const auto &[name, revoke] : ways) {
        const Result<SignedIn> session = signIn(u"ben@desk.example"_s, goodPassword);
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
    const SignedIn session = *signIn(u"ben@desk.example"_s, goodPassword);
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
    const SignedIn lasting = *signIn(u"ben@desk.example"_s, goodPassword);
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
    const SignedIn first = *signIn(u"ben@desk.example"_s, goodPassword);
    const SignedIn second = *signIn(u"ben@desk.example"_s, goodPassword);
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

void AccountsTest::passwordsAreChanged()
{
    const SignedIn here = *signIn(u"ben@desk.example"_s, goodPassword);
    const SignedIn there = *signIn(u"ben@desk.example"_s, goodPassword);
    const auto change = [this, &here](const QByteArray &oldPassword, const QByteArray &newPassword) {
        const Answered<SignedIn> answered;
        m_accounts->changePassword(here.principal, oldPassword, newPassword, u"192.0.2.9"_s, answered.done());
        return answered.wait();
    };
    QCOMPARE(reasonOf(change("wrong password", "another good one")), u"credentials"_s);
    QCOMPARE(change(goodPassword, "short").error().payload.value(u"password"_s).toString(), u"too-short"_s);
    QCOMPARE(change(goodPassword, "ben@DESK.example").error().payload.value(u"password"_s).toString(), u"too-easy"_s);
    QVERIFY(authenticate(here.token));
    const Result<SignedIn> changed = change(goodPassword, "another good one");
    QVERIFY(changed);
    QVERIFY(changed->token != here.token);
    QVERIFY(changed->session.id != here.session.id);
    QCOMPARE(changed->session.device, u"laptop"_s);
    QVERIFY(authenticate(changed->token));
    QVERIFY(!authenticate(here.token));
    QVERIFY(!authenticate(there.token));
    QVERIFY(revoked().contains(here.session.id) && revoked().contains(there.session.id));
    QVERIFY(!revoked().contains(changed->session.id));
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword)), u"credentials"_s);
    QVERIFY(signIn(u"ben@desk.example"_s, "another good one"));
    // The way round the limit of signing in is none.
    for (int i = 0; i < 10; ++i)
        (void)change("wrong password", "another good one");
    QCOMPARE(reasonOf(change("another good one", goodPassword)), u"limit"_s);
}

void AccountsTest::whoMustChangeCanDoNothingElse()
{
    QVERIFY(m_desk->open()->setPassword(m_ben, *hashPassword(goodPassword, AccountDesk::cheap()), true,
                                        {m_desk->ada(), m_desk->clock().now()}));
    const Result<SignedIn> first = signIn(u"ben@desk.example"_s, goodPassword);
    QVERIFY(first && first->mustChange);
    QCOMPARE(first->principal.scopes, 0);
    QCOMPARE(authenticate(first->token)->scopes, 0);
    const Answered<SignedIn> answered;
    m_accounts->changePassword(first->principal, goodPassword, "another good one", {}, answered.done());
    const Result<SignedIn> changed = answered.wait();
    QVERIFY(changed && !changed->mustChange);
    QVERIFY(authenticate(changed->token)->may(AccessScope::Write));
}

void AccountsTest::secondFactors()
{
    const SignedIn session = *signIn(u"ben@desk.example"_s, goodPassword);
    QStringList recovery;
    const QByteArray secret = giveSecondFactor(session.principal, &recovery);
    QCOMPARE(recovery.size(), 10);
    QCOMPARE(QSet<QString>(recovery.cbegin(), recovery.cend()).size(), 10);
    QVERIFY(authenticate(session.token)); // it is who they are
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword)), u"second-factor"_s);
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, "wrong password")), u"credentials"_s);
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, "wrong password", codeAt(secret, 1))), u"credentials"_s);
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword, codeAt(secret))), u"code"_s); // used to confirm
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword, codeAt(secret, 1)));
    m_desk->clock().advance(SignInLimits().account.window);
    const QString code = codeAt(secret);
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword, code));
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword, code)), u"code"_s);
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword, codeAt(secret, -1))), u"code"_s);
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword, codeAt(secret, 2))), u"code"_s);
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword, recovery.first().toUpper()));
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword, recovery.first())), u"code"_s);
    // Guessing ends like guessing passwords: five of a million codes.
    m_desk->clock().advance(4 * SignInLimits().account.window);
    int guesses = 0;
    while (guesses < 20
           && reasonOf(signIn(u"ben@desk.example"_s, goodPassword, u"%1"_s.arg(guesses, 6, 10, QChar(u'0'))))
                  == u"code")
        ++guesses;
    QCOMPARE(guesses, 5);
    // Two at once with one code.
    m_desk->clock().advance(8 * SignInLimits().account.window);
    SignInRequest request;
    request.login = u"ben@desk.example"_s;
    request.password = goodPassword;
    request.code = codeAt(secret);
    const Answered<SignedIn> one;
    const Answered<SignedIn> two;
    m_accounts->signIn(request, one.done());
    m_accounts->signIn(request, two.done());
    QCOMPARE(int(one.wait().has_value()) + int(two.wait().has_value()), 1);
    const Principal who = one.wait() ? one.wait()->principal : two.wait()->principal;
    const Answered<void> wrong;
    m_accounts->dropSecondFactor(who, "wrong password", {}, wrong.done());
    QCOMPARE(reasonOf(wrong.wait()), u"credentials"_s);
    const Answered<void> dropped;
    m_accounts->dropSecondFactor(who, goodPassword, {}, dropped.done());
    QVERIFY(dropped.wait());
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword));
}

void AccountsTest::withoutTheKeyNobodyComesIn()
{
    const SignedIn session = *signIn(u"ben@desk.example"_s, goodPassword);
    QStringList recovery;
    const QByteArray secret = giveSecondFactor(session.principal, &recovery);
    AccountsOptions keyless = options();
    keyless.keys = nullptr;
    start(keyless);
    QCOMPARE(signIn(u"ben@desk.example"_s, goodPassword, codeAt(secret, 1)).error().code, ErrorCode::Denied);
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword)), u"second-factor"_s);
    const Answered<SecondFactorOffer> offered;
    m_accounts->offerSecondFactor(session.principal, goodPassword, {}, offered.done());
    QCOMPARE(offered.wait().error().code, ErrorCode::Denied);
    keyless.keys = [] { return Result<SealKeys>(makeSealKeys()); };
    start(keyless);
    QCOMPARE(signIn(u"ben@desk.example"_s, goodPassword, codeAt(secret, 1)).error().code, ErrorCode::Denied);
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword, recovery.last())); // that is what they are for
}

void AccountsTest::linksSetPasswords()
{
    const PersonId ivan = m_desk->addAgent(u"Ivan"_s, u"ivan@desk.example"_s);
    const AccountChange byAda{m_desk->ada(), m_desk->clock().now()};
    const auto store = m_desk->open();
    QVERIFY(store->createAccount(ivan, byAda));
    const FreshToken token = makeToken(TokenKind::Link);
    QVERIFY(store->addLink(AccountLinkKind::Invitation, ivan, token.sha256, byAda.at + 10 * aMinute, byAda));
    const auto accept = [this](const QByteArray &link, const QByteArray &password) {
        const Answered<void> answered;
        m_accounts->acceptLink(link, password, answered.done());
        return answered.wait();
    };
    const auto look = [this](const QByteArray &link) {
        const Answered<AccountLink> answered;
        m_accounts->link(link, answered.done());
        return answered.wait();
    };
    QCOMPARE(look(token.text)->name, u"Ivan"_s);
    QCOMPARE(look(token.text)->kind, AccountLinkKind::Invitation);
    const qint64 hashes = m_accounts->figures().hashes;
    for (const QByteArray &wrong : {QByteArray(), QByteArray("0"), token.text.chopped(1), token.text + 'x',
                                    token.sha256, makeToken(TokenKind::Link).text}) {
        QCOMPARE(reasonOf(accept(wrong, goodPassword)), u"link"_s);
        QCOMPARE(reasonOf(look(wrong)), u"link"_s);
    }
    QCOMPARE(accept(token.text, "ivan").error().payload.value(u"password"_s).toString(), u"too-short"_s);
    QCOMPARE(m_accounts->figures().hashes, hashes); // nothing was worked on for them
    QVERIFY(accept(token.text, "ivan's own word"));
    QCOMPARE(reasonOf(accept(token.text, "another's word")), u"link"_s);
    QVERIFY(signIn(u"ivan@desk.example"_s, "ivan's own word"));
    const SignedIn session = *signIn(u"ivan@desk.example"_s, "ivan's own word");
    const FreshToken late = makeToken(TokenKind::Link);
    QVERIFY(store->addLink(AccountLinkKind::Reset, ivan, late.sha256, byAda.at + 10 * aMinute, byAda));
    m_desk->clock().advance(10 * aMinute);
    QCOMPARE(reasonOf(accept(late.text, goodPassword)), u"link"_s);
    QVERIFY(authenticate(session.token));
    const FreshToken reset = makeToken(TokenKind::Link);
    QVERIFY(store->addLink(AccountLinkKind::Reset, ivan, reset.sha256, m_desk->clock().now() + aMinute, byAda));
    QVERIFY(accept(reset.text, goodPassword));
    QVERIFY(!authenticate(session.token));
    QVERIFY(revoked().contains(session.session.id));
}

void AccountsTest::resetsAreTheSameForEverybody()
{
    std::mutex mutex;
    QVector<std::pair<PersonId, QByteArray>> handedOut;
    AccountsOptions handing = options();
    handing.handOutReset = [&](const AccountLink &link, const QByteArray &token) {
        const std::lock_guard lock(mutex);
        handedOut.append({link.person, token});
    };
    start(handing);
    const auto ask = [this](const QString &login, const QString &peer) {
        const Answered<void> answered;
        m_accounts->requestReset(login, peer, answered.done());
        return answered.wait();
    };
    for (int i = 0; i < 3; ++i) {
        QVERIFY(ask(u"Ben@desk.example"_s, u"192.0.2.%1"_s.arg(i)));
        QVERIFY(ask(u"nobody@desk.example"_s, u"192.0.2.%1"_s.arg(i)));
    }
    QCOMPARE(reasonOf(ask(u"ben@desk.example"_s, u"192.0.2.9"_s)), u"limit"_s);
    QCOMPARE(reasonOf(ask(u"nobody@desk.example"_s, u"192.0.2.10"_s)), u"limit"_s);
    for (int i = 0; i < 10; ++i)
        QVERIFY(ask(u"somebody %1"_s.arg(i), u"192.0.2.99"_s));
    QCOMPARE(reasonOf(ask(u"somebody else"_s, u"192.0.2.99"_s)), u"limit"_s);
    // The answers of one thread come in order: all that will be handed out has been.
    const std::lock_guard lock(mutex);
    QCOMPARE(handedOut.size(), 3);
    const Answered<void> old;
    m_accounts->acceptLink(handedOut[0].second, goodPassword, old.done());
    QCOMPARE(reasonOf(old.wait()), u"link"_s); // the last one counts
    const Answered<void> newest;
    m_accounts->acceptLink(handedOut[2].second, "yet another word", newest.done());
    QVERIFY(newest.wait());
    QVERIFY(signIn(u"ben@desk.example"_s, "yet another word"));
}

void AccountsTest::apiTokensHaveTheirScopes()
{
    const FreshToken fresh = makeToken(TokenKind::Api);
    const ApiToken token{QUuid::createUuid(),   m_ben,         u"Robot"_s, int(AccessScope::Read),
                         m_desk->clock().now(), m_desk->ada(), 0,          0};
    const auto store = m_desk->open();
    QVERIFY(store->addApiToken(token, fresh.sha256));
    for (int i = 0; i < 2; ++i) { // from the desk, and from memory
        const Result<Principal> who = authenticate(fresh.text);
        QVERIFY(who && who->isApi);
        QCOMPARE(who->person, m_ben);
        QVERIFY(who->may(AccessScope::Read) && !who->may(AccessScope::Write) && !who->may(AccessScope::Admin));
    }
    QVERIFY(store->revokeApiToken(token.id, {m_desk->ada(), m_desk->clock().now()}));
    QTRY_COMPARE_WITH_TIMEOUT(revoked(), QVector<QUuid>{token.id}, 1000);
    QCOMPARE(reasonOf(authenticate(fresh.text)), u"token"_s);
}

namespace {

QByteArray everythingSaid; // NOLINT: what a message handler can reach

void noteWhatIsSaid(QtMsgType, const QMessageLogContext &, const QString &message)
{
    everythingSaid += message.toUtf8() + '\n';
}

} // namespace

void AccountsTest::nothingSecretIsStoredOrSaid()
{
    everythingSaid.clear();
    const QtMessageHandler before = qInstallMessageHandler(noteWhatIsSaid);
    qputenv("QT_LOGGING_RULES", "*.debug=true");
    const QByteArray planted = "planted-password-4711";
    m_desk->givePassword(m_ben, planted);
    const Result<SignedIn> session = signIn(u"ben@desk.example"_s, planted);
    QStringList recovery;
    const Answered<SecondFactorOffer> offered;
    m_accounts->offerSecondFactor(session->principal, planted, {}, offered.done());
    const SecondFactorOffer offer = *offered.wait();
    const Result<SignedIn> wrong = signIn(u"planted-name-4711"_s, "planted-wrong-4711", u"planted-code-4711"_s);
    const FreshToken link = makeToken(TokenKind::Link);
    QVERIFY(m_desk->open()->addLink(AccountLinkKind::Reset, m_ben, link.sha256, m_desk->clock().now() + aMinute, {}));
    const Answered<void> used;
    m_accounts->acceptLink(link.text, "x", used.done());
    const Result<void> unfit = used.wait();
    const Result<Principal> noToken = authenticate("dhs_planted-token-4711");
    qInstallMessageHandler(before);
    for (const Error &error : {wrong.error(), unfit.error(), noToken.error()}) {
        everythingSaid += error.detail.toUtf8() + error.where.toUtf8();
        for (const QVariant &value : error.payload)
            everythingSaid += value.toString().toUtf8();
    }
    const QByteArray stored = m_desk->fileBytes();
    QVERIFY(stored.contains("ben@desk.example")); // it is the file
    for (const QByteArray &secret : {QByteArray("4711"), session->token, session->token.mid(4), offer.secret.toUtf8(),
                                     link.text, link.text.mid(4)}) {
        QVERIFY2(!everythingSaid.contains(secret), secret.constData());
        QVERIFY2(!stored.contains(secret), secret.constData());
    }
    QByteArray raw = QByteArray::fromBase64(session->token.mid(4), QByteArray::Base64UrlEncoding);
    QVERIFY(!stored.contains(raw));
}

void AccountsTest::everybodyIsAnsweredWhenItStops()
{
    QVector<Answered<SignedIn>> answers(30);
    QVector<Answered<Principal>> looks(30);
    SignInRequest request;
    request.login = u"ben@desk.example"_s;
    request.password = goodPassword;
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
