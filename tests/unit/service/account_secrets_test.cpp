// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accounts/access_token.h"
#include "service/accounts/totp.h"
#include "support/accounts_fixture.h"

#include <QUrlQuery>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

/// Passwords, second factors, links and API tokens, and that none of them is found anywhere.
class AccountSecretsTest : public AccountsFixture
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

private:
    [[nodiscard]] QString codeAt(const QByteArray &secret, int step = 0) const
    {
        return totpCode(secret, totpStep(m_desk->clock().now()) + step);
    }
    /// Switches the second factor on; gives its secret.
    QByteArray giveSecondFactor(const Principal &who, QStringList *recovery);
};

void AccountSecretsTest::passwordsAreChanged()
{
    const SignedIn here = *signIn(u"ben@desk.example"_s, goodPassword());
    const SignedIn there = *signIn(u"ben@desk.example"_s, goodPassword());
    const auto change = [this, &here](const QByteArray &oldPassword, const QByteArray &newPassword) {
        const Answered<SignedIn> answered;
        m_accounts->changePassword(here.principal, oldPassword, newPassword, u"192.0.2.9"_s, answered.done());
        return answered.wait();
    };
    QCOMPARE(reasonOf(change("wrong password", "another good one")), u"credentials"_s);
    QCOMPARE(change(goodPassword(), "short").error().payload.value(u"password"_s).toString(), u"too-short"_s);
    QCOMPARE(change(goodPassword(), "ben@DESK.example").error().payload.value(u"password"_s).toString(), u"too-easy"_s);
    QVERIFY(authenticate(here.token));
    const Result<SignedIn> changed = change(goodPassword(), "another good one");
    QVERIFY(changed);
    QVERIFY(changed->token != here.token);
    QVERIFY(changed->session.id != here.session.id);
    QCOMPARE(changed->session.device, u"laptop"_s);
    QVERIFY(authenticate(changed->token));
    QVERIFY(!authenticate(here.token));
    QVERIFY(!authenticate(there.token));
    QVERIFY(revoked().contains(here.session.id) && revoked().contains(there.session.id));
    QVERIFY(!revoked().contains(changed->session.id));
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword())), u"credentials"_s);
    QVERIFY(signIn(u"ben@desk.example"_s, "another good one"));
    // The way round the limit of signing in is none.
    for (int i = 0; i < 10; ++i)
        (void)change("wrong password", "another good one");
    QCOMPARE(reasonOf(change("another good one", goodPassword())), u"limit"_s);
}

void AccountSecretsTest::whoMustChangeCanDoNothingElse()
{
    QVERIFY(m_desk->open()->setPassword(m_ben, *hashPassword(goodPassword(), AccountDesk::cheap()), true,
                                        {m_desk->ada(), m_desk->clock().now()}));
    const Result<SignedIn> first = signIn(u"ben@desk.example"_s, goodPassword());
    QVERIFY(first && first->mustChange);
    QCOMPARE(first->principal.scopes, 0);
    QCOMPARE(authenticate(first->token)->scopes, 0);
    const Answered<SignedIn> answered;
    m_accounts->changePassword(first->principal, goodPassword(), "another good one", {}, answered.done());
    const Result<SignedIn> changed = answered.wait();
    QVERIFY(changed && !changed->mustChange);
    QVERIFY(authenticate(changed->token)->may(AccessScope::Write));
}

QByteArray AccountSecretsTest::giveSecondFactor(const Principal &who, QStringList *recovery)
{
    const Answered<SecondFactorOffer> offered;
    m_accounts->offerSecondFactor(who, goodPassword(), u"192.0.2.7"_s, offered.done());
    const Result<SecondFactorOffer> offer = offered.wait();
    if (!offer)
        return {};
    // As an app gets it: out of the address.
    const QByteArray secret = base32Bytes(QUrlQuery(QUrl(offer->uri)).queryItemValue(u"secret"_s));
    const Answered<QStringList> confirmed;
    m_accounts->confirmSecondFactor(who, codeAt(secret), confirmed.done());
    *recovery = confirmed.wait().value_or(QStringList());
    return secret;
}

void AccountSecretsTest::secondFactors()
{
    const SignedIn session = *signIn(u"ben@desk.example"_s, goodPassword());
    QStringList recovery;
    const QByteArray secret = giveSecondFactor(session.principal, &recovery);
    QCOMPARE(recovery.size(), 10);
    QCOMPARE(QSet<QString>(recovery.cbegin(), recovery.cend()).size(), 10);
    QVERIFY(authenticate(session.token)); // it is who they are
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword())), u"second-factor"_s);
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, "wrong password")), u"credentials"_s);
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, "wrong password", codeAt(secret, 1))), u"credentials"_s);
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword(), codeAt(secret))), u"code"_s); // used to confirm
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword(), codeAt(secret, 1)));
    m_desk->clock().advance(SignInLimits().account.window);
    const QString code = codeAt(secret);
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword(), code));
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword(), code)), u"code"_s);
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword(), codeAt(secret, -1))), u"code"_s);
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword(), codeAt(secret, 2))), u"code"_s);
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword(), recovery.first().toUpper()));
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword(), recovery.first())), u"code"_s);
    // Guessing ends like guessing passwords: five of a million codes.
    m_desk->clock().advance(4 * SignInLimits().account.window);
    int guesses = 0;
    while (guesses < 20
           && reasonOf(signIn(u"ben@desk.example"_s, goodPassword(), u"%1"_s.arg(guesses, 6, 10, QChar(u'0'))))
                  == u"code")
        ++guesses;
    QCOMPARE(guesses, 5);
    // Two at once with one code.
    m_desk->clock().advance(8 * SignInLimits().account.window);
    SignInRequest request;
    request.login = u"ben@desk.example"_s;
    request.password = goodPassword();
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
    m_accounts->dropSecondFactor(who, goodPassword(), {}, dropped.done());
    QVERIFY(dropped.wait());
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword()));
}

void AccountSecretsTest::withoutTheKeyNobodyComesIn()
{
    const SignedIn session = *signIn(u"ben@desk.example"_s, goodPassword());
    QStringList recovery;
    const QByteArray secret = giveSecondFactor(session.principal, &recovery);
    AccountsOptions keyless = options();
    keyless.keys = nullptr;
    start(keyless);
    QCOMPARE(signIn(u"ben@desk.example"_s, goodPassword(), codeAt(secret, 1)).error().code, ErrorCode::Denied);
    QCOMPARE(reasonOf(signIn(u"ben@desk.example"_s, goodPassword())), u"second-factor"_s);
    const Answered<SecondFactorOffer> offered;
    m_accounts->offerSecondFactor(session.principal, goodPassword(), {}, offered.done());
    QCOMPARE(offered.wait().error().code, ErrorCode::Denied);
    keyless.keys = [] { return Result<SealKeys>(makeSealKeys()); };
    start(keyless);
    QCOMPARE(signIn(u"ben@desk.example"_s, goodPassword(), codeAt(secret, 1)).error().code, ErrorCode::Denied);
    QVERIFY(signIn(u"ben@desk.example"_s, goodPassword(), recovery.last())); // that is what they are for
}

void AccountSecretsTest::linksSetPasswords()
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
        QCOMPARE(reasonOf(accept(wrong, goodPassword())), u"link"_s);
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
    QCOMPARE(reasonOf(accept(late.text, goodPassword())), u"link"_s);
    QVERIFY(authenticate(session.token));
    const FreshToken reset = makeToken(TokenKind::Link);
    QVERIFY(store->addLink(AccountLinkKind::Reset, ivan, reset.sha256, m_desk->clock().now() + aMinute, byAda));
    QVERIFY(accept(reset.text, goodPassword()));
    QVERIFY(!authenticate(session.token));
    QVERIFY(revoked().contains(session.session.id));
}

void AccountSecretsTest::resetsAreTheSameForEverybody()
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
    m_accounts->acceptLink(handedOut[0].second, goodPassword(), old.done());
    QCOMPARE(reasonOf(old.wait()), u"link"_s); // the last one counts
    const Answered<void> newest;
    m_accounts->acceptLink(handedOut[2].second, "yet another word", newest.done());
    QVERIFY(newest.wait());
    QVERIFY(signIn(u"ben@desk.example"_s, "yet another word"));
}

void AccountSecretsTest::apiTokensHaveTheirScopes()
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
    // What is a person's own is nothing for programs.
    const Principal robot = *authenticate(fresh.text);
    const Answered<SignedIn> changed;
    m_accounts->changePassword(robot, goodPassword(), "another good one", {}, changed.done());
    QCOMPARE(changed.wait().error().code, ErrorCode::Denied);
    const Answered<QVector<AccountSession>> listed;
    m_accounts->sessions(robot, listed.done());
    QCOMPARE(listed.wait().error().code, ErrorCode::Denied);
    const Answered<SecondFactorOffer> offered;
    m_accounts->offerSecondFactor(robot, goodPassword(), {}, offered.done());
    QCOMPARE(offered.wait().error().code, ErrorCode::Denied);
    for (const auto &call : {&Accounts::revokeOtherSessions, &Accounts::signOut}) {
        const Answered<void> refused;
        ((*m_accounts).*call)(robot, refused.done());
        QCOMPARE(refused.wait().error().code, ErrorCode::Denied);
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

void AccountSecretsTest::nothingSecretIsStoredOrSaid()
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

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::AccountSecretsTest)
#include "account_secrets_test.moc"
