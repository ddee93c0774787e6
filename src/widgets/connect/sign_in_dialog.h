// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sign_in_presenter.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace deskhand {

class ErrorBanner;
class PlainLabel;
class Theme;

/// Lets somebody into a service: name and password, a code where one is wanted, a new password where it must be
/// changed. What is typed goes to the service and nowhere else. Blocks nothing; account and theme outlive it.
class SignInDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `service`: its address, to be read; `login`: of the last time, may be empty.
    SignInDialog(const Theme &theme, ServiceAccount &account, const QString &service, const QString &login,
                 QWidget *parent = nullptr);

    [[nodiscard]] SignInPresenter &presenter() { return m_presenter; }

Q_SIGNALS:
    /// `remember`: the token is to be kept beyond this session.
    void signedIn(const deskhand::ServiceSession &session, const QString &login, bool remember);

private:
    [[nodiscard]] QWidget *buildCredentials(const QString &login);
    [[nodiscard]] QWidget *buildCode();
    [[nodiscard]] QWidget *buildNewPassword();
    [[nodiscard]] QLineEdit *addSecret(const QString &name, const QString &accessible);
    void goOn();
    void showState();

    const Theme &m_theme;
    SignInPresenter m_presenter;
    ErrorBanner *m_error;
    PlainLabel *m_problem;
    QStackedWidget *m_pages;
    QLineEdit *m_login = nullptr;
    QLineEdit *m_password = nullptr;
    QCheckBox *m_remember = nullptr;
    QPushButton *m_forgotten = nullptr;
    QLineEdit *m_code = nullptr;
    QLineEdit *m_newPassword = nullptr;
    QLineEdit *m_repeated = nullptr;
    QPushButton *m_back;
    QPushButton *m_goOn;
};

} // namespace deskhand
