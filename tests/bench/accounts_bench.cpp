// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/report.h"
#include "support/account_desk.h"

namespace deskhand::bench {
namespace {

constexpr int attemptsEach = 100;
constexpr int looks = 200'000;
constexpr double sameWithin = 1.1; // medians of a known and of an unknown name

SignInRequest attemptOf(const QString &login, const QByteArray &password)
{
    SignInRequest request;
    request.login = login;
    request.password = password;
    request.peer = QStringLiteral("192.0.2.7");
    return request;
}

double millisecondsOf(Accounts &accounts, const SignInRequest &request)
{
    return milliseconds([&] {
        const test::Answered<SignedIn> answered;
        accounts.signIn(request, answered.done());
        (void)answered.wait();
    });
}

/// Whether the time says who has an account: names that are there and names that are not, in turn.
void benchNames(Accounts &accounts)
{
    const QByteArray wrong = "not the password";
    QVector<double> known;
    QVector<double> unknown;
    for (int i = 0; i < attemptsEach; ++i) {
        known.append(millisecondsOf(accounts, attemptOf(QStringLiteral("ben@desk.example"), wrong)));
        unknown.append(millisecondsOf(accounts, attemptOf(QStringLiteral("nobody@desk.example"), wrong)));
    }
    const double ofKnown = percentile(known, 0.5);
    const double ofUnknown = percentile(unknown, 0.5);
    report({QStringLiteral("accounts"),
            QStringLiteral("wrong password of somebody, median"),
            ofKnown,
            QStringLiteral("ms"),
            {},
            {}});
    report({QStringLiteral("accounts"),
            QStringLiteral("known to unknown name"),
            std::max(ofKnown, ofUnknown) / std::min(ofKnown, ofUnknown),
            QStringLiteral("times"),
            {},
            sameWithin});
}

void benchSignIns(Accounts &accounts, const QByteArray &password)
{
    QVector<test::Answered<SignedIn>> answers(30);
    const double taken = milliseconds([&] {
        for (const test::Answered<SignedIn> &answer : std::as_const(answers))
            accounts.signIn(attemptOf(QStringLiteral("ben@desk.example"), password), answer.done());
        for (const test::Answered<SignedIn> &answer : std::as_const(answers))
            (void)answer.wait();
    });
    report({QStringLiteral("accounts"),
            QStringLiteral("people who sign in, 30 at once"),
            double(answers.size()) * 1000 / taken,
            QStringLiteral("/s"),
            {},
            {}});
    const QByteArray token = std::as_const(answers).first().wait()->token;
    const double asked = milliseconds([&] {
        for (int i = 0; i < looks; ++i)
            accounts.authenticate(token, [](const Result<Principal> &) {});
    });
    report({QStringLiteral("accounts"),
            QStringLiteral("whose token it is"),
            asked * 1e6 / looks,
            QStringLiteral("ns"),
            {},
            {}});
}

} // namespace

void benchAccounts(BenchDesk &)
{
    const QByteArray password = "correct horse battery";
    test::AccountDesk desk(nullptr);
    AccountsOptions options = desk.options();
    options.clock = std::make_shared<SystemClock>();
    options.cost = PasswordCost();
    options.limits = {{1'000'000}, {1'000'000}, {1'000'000}};
    const PersonId ben = desk.addAgent(QStringLiteral("Ben"), QStringLiteral("ben@desk.example"));
    const auto store = desk.open();
    const Result<QByteArray> hash = hashPassword(password, options.cost);
    if (!hash || !store->createAccount(ben, {}) || !store->setPassword(ben, *hash, false, {}))
        giveUp(QStringLiteral("there is no account"));
    Accounts accounts(options);
    accounts.start();
    benchNames(accounts);
    benchSignIns(accounts, password);
}

} // namespace deskhand::bench
