// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/connect/sign_in_dialog.h"

#include "widgets/form_rows.h"
#include "widgets/frame/error_banner.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace deskhand {

SignInDialog::SignInDialog(const Theme &theme, ServiceAccount &account, const QString &service, const QString &login,
                           QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_presenter(account)
    , m_error(new ErrorBanner(theme, this))
    , m_problem(new PlainLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_goOn(new QPushButton(this))
{
    setObjectName(QStringLiteral("signInDialog"));
    setWindowTitle(tr("Sign in"));
    setModal(false);
    auto *where = new PlainLabel(service, this);
    where->setObjectName(QStringLiteral("signInServicePlainLabel"));
    where->setStyleOf(theme, TextStyle::Heading);
    where->setElideMode(Qt::ElideMiddle);
    m_problem->setObjectName(QStringLiteral("signInProblemPlainLabel"));
    m_problem->setStyleOf(theme, TextStyle::Body, Token::Danger);
    m_problem->setWordWrap(true);
    m_pages->addWidget(buildCredentials(login));
    m_pages->addWidget(buildCode());
    m_pages->addWidget(buildNewPassword());
    m_back->setObjectName(QStringLiteral("signInBackPushButton"));
    m_back->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("signInCancelPushButton"));
    cancel->setAutoDefault(false);
    m_goOn->setObjectName(QStringLiteral("signInGoOnPushButton"));
    m_goOn->setProperty("primary", true);
    m_goOn->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::small);
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_goOn);
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::large, metrics::huge, metrics::large);
    layout->setSpacing(metrics::medium);
    layout->addWidget(where);
    layout->addWidget(m_error);
    layout->addWidget(m_pages);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addLayout(buttons);
    resize(460, 320);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, &m_presenter, &SignInPresenter::startAgain);
    connect(m_goOn, &QPushButton::clicked, this, &SignInDialog::goOn);
    connect(&m_presenter, &SignInPresenter::changed, this, &SignInDialog::showState);
    connect(&m_presenter, &SignInPresenter::signedIn, this, [this](const ServiceSession &session) {
        Q_EMIT signedIn(session, m_presenter.login(), m_presenter.remembers());
        accept();
    });
    connect(&m_presenter, &SignInPresenter::resetRequested, this, [this] {
        m_problem->setStyleOf(m_theme, TextStyle::Body, Token::Text);
        m_problem->setText(tr("If there is such an account, a mail with a link is on its way to its address."));
        m_problem->show();
    });
    showState();
    (login.isEmpty() ? m_login : m_password)->setFocus();
}

QLineEdit *SignInDialog::addSecret(const QString &name, const QString &accessible)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(accessible);
    edit->setEchoMode(QLineEdit::Password);
    return edit;
}

QWidget *SignInDialog::buildCredentials(const QString &login)
{
    auto *page = new QWidget(m_pages);
    m_login = new QLineEdit(login, page);
    m_login->setObjectName(QStringLiteral("signInLoginLineEdit"));
    m_login->setAccessibleName(tr("Mail address or name"));
    m_password = addSecret(QStringLiteral("signInPasswordLineEdit"), tr("Password"));
    m_remember = new QCheckBox(tr("Stay signed in on this computer"), page);
    m_remember->setObjectName(QStringLiteral("signInRememberCheckBox"));
    m_remember->setChecked(true);
    m_remember->setToolTip(plainToolTip(tr("The sign-in is kept in the desktop's keychain, never in a file. The "
                                           "password is not kept.")));
    m_forgotten = new QPushButton(tr("Password forgotten?"), page);
    m_forgotten->setObjectName(QStringLiteral("signInForgottenPushButton"));
    m_forgotten->setFlat(true);
    m_forgotten->setAutoDefault(false);
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(metrics::small);
    addFormRow(form, tr("Mail address or name"), m_login);
    addFormRow(form, tr("Password"), m_password);
    addFormRow(form, m_remember);
    addFormRow(form, m_forgotten);
    connect(m_forgotten, &QPushButton::clicked, this, [this] { m_presenter.requestReset(m_login->text()); });
    return page;
}

QWidget *SignInDialog::buildCode()
{
    auto *page = new QWidget(m_pages);
    m_code = new QLineEdit(page);
    m_code->setObjectName(QStringLiteral("signInCodeLineEdit"));
    m_code->setAccessibleName(tr("Code"));
    m_code->setPlaceholderText(QStringLiteral("123 456"));
    auto *words =
        new PlainLabel(tr("Type the code that your authenticator shows, or one of your recovery codes."), page);
    words->setStyleOf(m_theme, TextStyle::Body);
    words->setWordWrap(true);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(words);
    layout->addWidget(m_code);
    layout->addStretch(1);
    return page;
}

QWidget *SignInDialog::buildNewPassword()
{
    auto *page = new QWidget(m_pages);
    m_newPassword = addSecret(QStringLiteral("signInNewPasswordLineEdit"), tr("New password"));
    m_repeated = addSecret(QStringLiteral("signInRepeatedLineEdit"), tr("New password, again"));
    auto *words = new PlainLabel(tr("Choose a new password before you go on. Several words are easier to remember, and "
                                    "harder to guess, than signs."),
                                 page);
    words->setStyleOf(m_theme, TextStyle::Body);
    words->setWordWrap(true);
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(metrics::small);
    form->addRow(words);
    addFormRow(form, tr("New password"), m_newPassword);
    addFormRow(form, tr("Again"), m_repeated);
    return page;
}

void SignInDialog::goOn()
{
    switch (m_presenter.step()) {
    case SignInPresenter::Step::Credentials:
        m_presenter.signIn(m_login->text(), m_password->text(), m_remember->isChecked());
        break;
    case SignInPresenter::Step::Code: m_presenter.giveCode(m_code->text()); break;
    case SignInPresenter::Step::NewPassword:
        m_presenter.setNewPassword(m_newPassword->text(), m_repeated->text());
        break;
    case SignInPresenter::Step::Done: break;
    }
}

void SignInDialog::showState()
{
    using Step = SignInPresenter::Step;
    const Step step = m_presenter.step();
    const int page = step == Step::Code ? 1 : step == Step::NewPassword ? 2 : 0;
    const bool isOther = m_pages->currentIndex() != page;
    m_pages->setCurrentIndex(page);
    if (isOther) {
        m_code->clear();
        if (page == 0)
            m_password->clear();
        (page == 1 ? m_code : page == 2 ? m_newPassword : m_password)->setFocus();
    }
    m_pages->setEnabled(!m_presenter.isBusy());
    m_back->setVisible(step != Step::Credentials);
    m_goOn->setEnabled(!m_presenter.isBusy());
    m_goOn->setText(m_presenter.isBusy() ? tr("Signing in…") : page == 2 ? tr("Set password") : tr("Sign in"));
    m_problem->setStyleOf(m_theme, TextStyle::Body, Token::Danger);
    m_problem->setVisible(!m_presenter.problem().isEmpty());
    m_problem->setText(m_presenter.problem());
    if (m_presenter.error())
        m_error->showError(tr("You were not signed in."), *m_presenter.error());
    else
        m_error->hide();
}

} // namespace deskhand
