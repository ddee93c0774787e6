// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sign_in_presenter.h"

#include "base/deliver.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace deskhand {

namespace {

struct SignInWords {
    Q_DECLARE_TR_FUNCTIONS(deskhand::SignIn)
};

QString signInReason(const Error &error)
{
    return error.payload.value(QStringLiteral("reason")).toString();
}

QString waitText(int seconds)
{
    return seconds < 90 ? SignInWords::tr("Try again in %n second(s).", nullptr, qMax(1, seconds))
                        : SignInWords::tr("Try again in %n minute(s).", nullptr, (seconds + 59) / 60);
}

QString passwordFaultText(const QString &fault)
{
    if (fault == QLatin1String("too-short"))
        return SignInWords::tr("The new password is too short: %n characters or more.", nullptr,
                               SignInPresenter::shortestPassword);
    if (fault == QLatin1String("too-long"))
        return SignInWords::tr("The new password is too long.");
    if (fault == QLatin1String("too-easy"))
        return SignInWords::tr("The new password is one of those that are tried first. Take several words.");
    return {};
}

} // namespace

QString signInProblemText(const Error &error)
{
    const QString reason = signInReason(error);
    if (error.code == ErrorCode::Busy && error.payload.contains(QStringLiteral("retryAfter")))
        return SignInWords::tr("Too many attempts.") + u' '
               + waitText(error.payload.value(QStringLiteral("retryAfter")).toInt());
    if (error.code == ErrorCode::Invalid)
        return passwordFaultText(error.payload.value(QStringLiteral("password")).toString());
    if (error.code != ErrorCode::Unauthenticated)
        return {};
    if (reason == QLatin1String("credentials"))
        return SignInWords::tr("The name or the password is wrong, or the account is closed.");
    if (reason == QLatin1String("code"))
        return SignInWords::tr("The code is wrong or was used before. Codes change every half minute; look whether the "
                               "clock of your phone is right.");
    if (reason == QLatin1String("second-factor"))
        return SignInWords::tr("A code of your second factor is needed, too.");
    return SignInWords::tr("You are signed out. Sign in again.");
}

SignInPresenter::SignInPresenter(ServiceAccount &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
{
    m_wish.device = QSysInfo::machineHostName();
}

SignInPresenter::~SignInPresenter()
{
    m_asking.cancel();
    forget();
}

void SignInPresenter::forget()
{
    m_wish.password.fill(u'\0'); // what is in memory no longer may end up in a core file
    m_wish.password.clear();
    m_wish.code.clear();
}

void SignInPresenter::setBusy(bool busy)
{
    m_busy = busy;
    if (busy) {
        m_problem.clear();
        m_error.reset();
    }
    Q_EMIT changed();
}

void SignInPresenter::signIn(const QString &login, const QString &password, bool remember)
{
    if (m_busy)
        return;
    m_wish.login = login.trimmed();
    m_wish.password = password;
    m_wish.remember = remember;
    m_wish.code.clear();
    if (m_wish.login.isEmpty() || password.isEmpty()) {
        m_problem = tr("Name and password are needed.");
        Q_EMIT changed();
        return;
    }
    send();
}

void SignInPresenter::giveCode(const QString &code)
{
    if (m_busy || m_step != Step::Code)
        return;
    m_wish.code = code.simplified().remove(u' ');
    if (!m_wish.code.isEmpty())
        send();
}

void SignInPresenter::send()
{
    setBusy(true);
    m_asking = m_account.signIn(m_wish);
    deliver(m_asking, this, [this, round = ++m_round](const Result<ServiceSession> &answer) {
        if (round == m_round)
            takeSession(answer);
    });
}

void SignInPresenter::takeSession(const Result<ServiceSession> &answer)
{
    if (!answer)
        return fail(answer.error());
    m_session = *answer;
    if (answer->mustChange && m_step != Step::NewPassword) {
        m_step = Step::NewPassword; // the old one is needed once more
        return setBusy(false);
    }
    forget();
    m_step = Step::Done;
    setBusy(false);
    Q_EMIT signedIn(m_session);
}

void SignInPresenter::fail(const Error &error)
{
    const QString reason = signInReason(error);
    m_busy = false;
    if (error.code == ErrorCode::Unauthenticated && reason == QLatin1String("second-factor")) {
        m_step = Step::Code; // no problem: this is how it goes on
        Q_EMIT changed();
        return;
    }
    m_problem = signInProblemText(error);
    if (m_problem.isEmpty())
        m_error = error;
    if (error.code == ErrorCode::Unauthenticated && reason == QLatin1String("credentials"))
        m_step = Step::Credentials;
    Q_EMIT changed();
}

void SignInPresenter::setNewPassword(const QString &password, const QString &repeated)
{
    if (m_busy || m_step != Step::NewPassword)
        return;
    m_problem.clear();
    if (password != repeated)
        m_problem = tr("The two are not the same.");
    else if (password.size() < shortestPassword)
        m_problem = passwordFaultText(QStringLiteral("too-short"));
    else if (password == m_wish.password)
        m_problem = tr("This is the old one.");
    if (!m_problem.isEmpty()) {
        Q_EMIT changed();
        return;
    }
    setBusy(true);
    m_asking = m_account.changePassword(m_session.token, m_wish.password, password);
    deliver(m_asking, this, [this, round = ++m_round](const Result<ServiceSession> &answer) {
        if (round == m_round)
            takeSession(answer);
    });
}

void SignInPresenter::startAgain()
{
    ++m_round;
    m_asking.cancel();
    forget();
    m_step = Step::Credentials;
    m_problem.clear();
    m_error.reset();
    setBusy(false);
}

void SignInPresenter::requestReset(const QString &login)
{
    if (login.trimmed().isEmpty()) {
        m_problem = tr("Type your name first.");
        Q_EMIT changed();
        return;
    }
    deliver(m_account.requestReset(login.trimmed()), this, [this](const Result<void> &answer) {
        if (answer)
            Q_EMIT resetRequested();
        else
            fail(answer.error());
    });
}

} // namespace deskhand
