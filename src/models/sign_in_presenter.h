// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/service_account.h"

#include <QObject>

namespace deskhand {

/// Why a service does not let somebody in, and what they can do about it, a sentence or two. Empty: the error says it.
[[nodiscard]] QString signInProblemText(const Error &error);

/// The way into a service, step by step: name and password, a code where the account has a second factor, a new
/// password where it is wanted. Passwords stay only as long as a step needs them. `account` outlives it; GUI thread.
class SignInPresenter final : public QObject
{
    Q_OBJECT

public:
    enum class Step { Credentials, Code, NewPassword, Done };
    /// As the services count it; they look at it once more.
    static constexpr int shortestPassword = 12;

    explicit SignInPresenter(ServiceAccount &account, QObject *parent = nullptr);
    /// Ends what is under way and forgets what was typed.
    ~SignInPresenter() override;

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool remembers() const { return m_wish.remember; }
    [[nodiscard]] QString login() const { return m_wish.login; }
    /// What is wrong; empty: nothing.
    [[nodiscard]] QString problem() const { return m_problem; }
    /// Of something else than name, password or code: for its details.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    void signIn(const QString &login, const QString &password, bool remember);
    void giveCode(const QString &code);
    void setNewPassword(const QString &password, const QString &repeated);
    /// Back to name and password; what is under way is ended.
    void startAgain();
    /// A mail with a link, if there is such an account.
    void requestReset(const QString &login);

Q_SIGNALS:
    /// step(), isBusy(), problem() or error() differ.
    void changed();
    void signedIn(const deskhand::ServiceSession &session);
    void resetRequested();

private:
    void send();
    void takeSession(const Result<ServiceSession> &answer);
    void fail(const Error &error);
    void setBusy(bool busy);
    void forget();

    ServiceAccount &m_account;
    Step m_step = Step::Credentials;
    SignInWish m_wish;
    ServiceSession m_session;
    QFuture<Result<ServiceSession>> m_asking;
    QString m_problem;
    std::optional<Error> m_error;
    bool m_busy = false;
    quint64 m_round = 0;
};

} // namespace deskhand
