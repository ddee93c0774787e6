// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/connect/connection_dialog.h"

#include "base/deliver.h"
#include "connect/ui_connection_dialog.h"
#include "domain/address_rules.h"
#include "models/desk_passwords.h"
#include "widgets/frame/error_banner.h"
#include "widgets/prompt.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QIntValidator>

namespace deskhand {

ConnectionDialog::ConnectionDialog(const Theme &theme, Prompt &prompt, ServerTester &tester, DeskPasswords &passwords,
                                   QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_prompt(prompt)
    , m_tester(tester)
    , m_passwords(passwords)
    , m_ui(std::make_unique<Ui::ConnectionDialog>())
    , m_banner(new ErrorBanner(theme, this))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("connectionDialog"));
    m_ui->dialogLayout->insertWidget(0, m_banner);
    m_ui->portLineEdit->setValidator(new QIntValidator(1, 65535, m_ui->portLineEdit));
    m_ui->encryptionHintLabel->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_ui->caLineEdit->setPlaceholderText(tr("as set up on this computer"));
    m_ui->testProgressBar->hide();
    m_ui->resultLabel->hide();
    m_desk.server.user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    if (m_desk.server.user == QLatin1String("root"))
        m_desk.server.user.clear();
    m_desk.keepsPassword = true;
    setDesk(m_desk);
    m_knownId.clear();
    connectControls();
    resize(540, sizeHint().height());
    m_ui->hostLineEdit->setFocus();
}

ConnectionDialog::~ConnectionDialog()
{
    m_asking.cancel();
}

void ConnectionDialog::connectControls()
{
    for (QLineEdit *edit : findChildren<QLineEdit *>())
        connect(edit, &QLineEdit::textChanged, this, &ConnectionDialog::updateControls);
    connect(m_ui->encryptionCheckBox, &QCheckBox::toggled, this, &ConnectionDialog::updateControls);
    connect(m_ui->caButton, &QPushButton::clicked, this, &ConnectionDialog::chooseAuthorities);
    connect(m_ui->testButton, &QPushButton::clicked, this, [this] { ask(Wish::Test); });
    connect(m_ui->acceptButton, &QPushButton::clicked, this, &ConnectionDialog::accept);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &ConnectionDialog::reject);
    connect(m_ui->serviceButton, &QPushButton::clicked, this, [this] {
        reject();
        Q_EMIT serviceWanted();
    });
    updateControls();
}

void ConnectionDialog::setDesk(const SavedDesk &desk)
{
    m_desk = desk;
    m_knownId = desk.id();
    m_ui->nameLineEdit->setText(desk.name);
    m_ui->hostLineEdit->setText(desk.server.host);
    m_ui->portLineEdit->setText(QString::number(desk.server.port));
    m_ui->databaseLineEdit->setText(desk.server.database);
    m_ui->userLineEdit->setText(desk.server.user);
    m_ui->rememberCheckBox->setChecked(desk.keepsPassword);
    m_ui->encryptionCheckBox->setChecked(desk.server.verifiesTls);
    m_ui->caLineEdit->setText(desk.server.caFile);
    if (!desk.server.host.isEmpty()) {
        setWindowTitle(tr("Edit connection"));
        m_ui->acceptButton->setText(tr("&Save"));
        m_ui->serviceButton->hide();
        m_ui->passwordLineEdit->setPlaceholderText(tr("as before"));
    }
    updateControls();
}

SavedDesk ConnectionDialog::desk() const
{
    SavedDesk desk = m_desk;
    desk.name = m_ui->nameLineEdit->text().simplified();
    desk.server.host = m_ui->hostLineEdit->text().trimmed();
    desk.server.port = m_ui->portLineEdit->text().toInt();
    desk.server.database = m_ui->databaseLineEdit->text().trimmed();
    desk.server.user = m_ui->userLineEdit->text().trimmed();
    desk.server.verifiesTls = m_ui->encryptionCheckBox->isChecked();
    desk.server.caFile = m_ui->caLineEdit->text().trimmed();
    desk.keepsPassword = m_ui->rememberCheckBox->isChecked();
    return desk;
}

QString ConnectionDialog::firstProblem() const
{
    const ServerPlace server = desk().server;
    if (server.host.isEmpty() || server.database.isEmpty() || server.user.isEmpty())
        return tr("Server, database and user are needed.");
    if (server.host.contains(u'/') || server.host.contains(u' ') || server.host.contains(u'@'))
        return tr("Only the name of the host goes into “Server”, without “https://” and the like.");
    if (!m_ui->portLineEdit->hasAcceptableInput())
        return tr("A port is a number from 1 to 65535.");
    if (!server.verifiesTls && !isThisComputer(server.host))
        return tr("Without encryption only a server on this computer can be used.");
    if (server.verifiesTls && !server.caFile.isEmpty() && !QFileInfo(server.caFile).isFile())
        return tr("There is no file of authorities at this place.");
    return {};
}

void ConnectionDialog::updateControls()
{
    // What was found is of what was asked.
    m_asking.cancel();
    ++m_askNumber;
    showAsking(false);
    m_banner->hide();
    m_ui->resultLabel->hide();
    const SavedDesk now = desk();
    const bool encrypts = now.server.verifiesTls;
    m_ui->encryptionCheckBox->setEnabled(!encrypts || isThisComputer(now.server.host));
    m_ui->encryptionHintLabel->setText(
        encrypts ? tr("The server has to show a certificate for its name from an authority that you trust. If it "
                      "cannot, nothing is sent.")
                 : tr("Everybody on the way can read and change everything. Only for a server on this computer."));
    m_ui->encryptionHintLabel->setStyleOf(m_theme, TextStyle::Small, encrypts ? Token::TextMuted : Token::Danger);
    m_ui->caLineEdit->setEnabled(encrypts);
    m_ui->caButton->setEnabled(encrypts);
    const QString problem = firstProblem();
    const bool begun = !now.server.host.isEmpty() && !now.server.database.isEmpty() && !now.server.user.isEmpty();
    if (begun && !problem.isEmpty())
        showResult(problem, false);
    m_ui->testButton->setEnabled(problem.isEmpty());
    m_ui->acceptButton->setEnabled(problem.isEmpty());
}

void ConnectionDialog::chooseAuthorities()
{
    m_prompt.askOpenFiles(this, tr("Certificates of the trusted authorities"),
                          tr("Certificates (*.crt *.pem *.cer);;All files (*)"), [this](const QStringList &paths) {
                              if (!paths.isEmpty())
                                  m_ui->caLineEdit->setText(paths.first());
                          });
}

void ConnectionDialog::showAsking(bool asking)
{
    m_isAsking = asking;
    m_ui->testProgressBar->setVisible(asking);
    m_ui->testButton->setText(asking ? tr("S&top") : tr("&Test"));
    m_ui->acceptButton->setEnabled(!asking);
    makeRoom();
}

/// What is said pushes nothing else out of the dialog.
void ConnectionDialog::makeRoom()
{
    layout()->activate();
    const int needed = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
    if (needed > height())
        resize(width(), needed);
}

void ConnectionDialog::showResult(const QString &text, bool good)
{
    m_ui->resultLabel->setStyleOf(m_theme, TextStyle::Body, good ? Token::Success : Token::Danger);
    m_ui->resultLabel->setText(text);
    m_ui->resultLabel->show();
    makeRoom();
    QAccessibleEvent spoken(m_ui->resultLabel, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void ConnectionDialog::showError(const QString &what, const Error &error)
{
    m_ui->resultLabel->hide();
    m_banner->showError(what, error);
    makeRoom();
}

void ConnectionDialog::accept()
{
    if (m_knownId.isEmpty()) {
        ask(Wish::Connect);
        return;
    }
    const QString password = m_ui->passwordLineEdit->text();
    const SavedDesk changed = desk();
    keepPassword(changed, password, [this, changed] {
        Q_EMIT saveWanted(m_knownId, changed);
        QDialog::accept();
    });
}

void ConnectionDialog::reject()
{
    if (m_isAsking)
        updateControls(); // the first Escape stops asking
    else
        QDialog::reject();
}

void ConnectionDialog::ask(Wish wish)
{
    if (m_isAsking) {
        updateControls();
        return;
    }
    if (!firstProblem().isEmpty())
        return;
    m_banner->hide();
    m_ui->resultLabel->hide();
    showAsking(true);
    const SavedDesk wanted = desk();
    const QString typed = m_ui->passwordLineEdit->text();
    if (!typed.isEmpty() || m_knownId.isEmpty())
        return greet(wish, wanted, typed);
    deliver(m_passwords.find(wanted.server), this,
            [this, wish, wanted, number = ++m_askNumber](const Result<QString> &known) {
                if (number == m_askNumber)
                    greet(wish, wanted, known ? *known : QString());
            });
}

void ConnectionDialog::greet(Wish wish, const SavedDesk &desk, const QString &password)
{
    QElapsedTimer timer;
    timer.start();
    m_asking = m_tester.greet(desk.server, password);
    deliver(m_asking, this,
            [this, wish, desk, password, timer, number = ++m_askNumber](const Result<ServerGreeting> &greeting) {
                if (number == m_askNumber)
                    takeGreeting(wish, desk, password, timer.elapsed(), greeting);
            });
}

void ConnectionDialog::takeGreeting(Wish wish, const SavedDesk &desk, const QString &password, qint64 milliseconds,
                                    const Result<ServerGreeting> &greeting)
{
    showAsking(false);
    if (!greeting) {
        if (greeting.error().code == ErrorCode::Cancelled)
            return;
        showError({}, greeting.error());
        const ErrorCode code = greeting.error().code;
        QLineEdit *wrong = code == ErrorCode::Unauthenticated ? m_ui->passwordLineEdit
                           : code == ErrorCode::NotFound      ? m_ui->databaseLineEdit
                                                              : m_ui->hostLineEdit;
        wrong->setFocus();
        wrong->selectAll();
        return;
    }
    if (wish == Wish::Test) {
        const QString version =
            QStringLiteral("%1.%2").arg(greeting->serverVersion / 10000).arg(greeting->serverVersion % 10000);
        const QString way = greeting->tls.isEmpty() ? tr("not encrypted") : greeting->tls;
        showResult(
            tr("“%1” answers: PostgreSQL %2, %3, %4 ms.").arg(greeting->deskName, version, way).arg(milliseconds),
            true);
        return;
    }
    SavedDesk reached = desk;
    if (reached.name.isEmpty())
        reached.name = greeting->deskName;
    keepPassword(reached, password, [this, reached] {
        Q_EMIT connectWanted(reached);
        QDialog::accept();
    });
}

void ConnectionDialog::keepPassword(const SavedDesk &desk, const QString &password, std::function<void()> then)
{
    if (!desk.keepsPassword) {
        deliver(m_passwords.forget(desk.server), this, [this, desk, password, then](const Result<void> &) {
            if (!password.isEmpty())
                m_passwords.use(desk.server, password);
            then();
        });
        return;
    }
    if (password.isEmpty())
        return then();
    showAsking(true);
    deliver(m_passwords.keep(desk.server, password), this, [this, then](const Result<void> &kept) {
        showAsking(false);
        if (kept)
            return then();
        // The desk is not less open for it: say so, and go on.
        m_prompt.ask(this,
                     {tr("Keychain"),
                      tr("The password could not be put into the keychain."),
                      tr("Deskhand asks for it again the next time, and does not write it down anywhere else."),
                      {tr("Go on")},
                      0},
                     [then](int) { then(); });
    });
}

} // namespace deskhand
