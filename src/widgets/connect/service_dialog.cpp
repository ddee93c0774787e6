// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/connect/service_dialog.h"

#include "base/deliver.h"
#include "widgets/form_rows.h"
#include "widgets/frame/error_banner.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskhand {

namespace {

struct ServiceWords {
    Q_DECLARE_TR_FUNCTIONS(deskhand::ServiceDialog)
};

QString addressProblem(const QString &reason)
{
    if (reason == QLatin1String("plain"))
        return ServiceWords::tr("Without encryption (http) only a service on this computer can be used.");
    if (reason == QLatin1String("credentials"))
        return ServiceWords::tr("No name and no password go into the address; they are asked for.");
    if (reason == QLatin1String("scheme"))
        return ServiceWords::tr("An address begins with https://, or with the name of the host.");
    return ServiceWords::tr("This is no address of a service.");
}

} // namespace

ServiceDialog::ServiceDialog(const Theme &theme, Prompt &prompt, Way way, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_prompt(prompt)
    , m_way(std::move(way))
    , m_error(new ErrorBanner(theme, this))
    , m_name(new QLineEdit(this))
    , m_address(new QLineEdit(this))
    , m_caFile(new QLineEdit(this))
    , m_result(new PlainLabel(this))
    , m_test(new QPushButton(tr("&Test"), this))
    , m_connect(new QPushButton(tr("&Connect"), this))
{
    setObjectName(QStringLiteral("serviceDialog"));
    setWindowTitle(tr("Connect to a service"));
    setModal(false);
    resize(540, 300);
    build();
    showState();
    m_address->setFocus();
}

ServiceDialog::~ServiceDialog()
{
    m_asking.cancel();
}

void ServiceDialog::build()
{
    m_name->setObjectName(QStringLiteral("serviceNameLineEdit"));
    m_name->setPlaceholderText(tr("as the desk calls itself"));
    m_address->setObjectName(QStringLiteral("serviceAddressLineEdit"));
    m_address->setPlaceholderText(QStringLiteral("desk.example.org"));
    m_caFile->setObjectName(QStringLiteral("serviceCaLineEdit"));
    m_caFile->setPlaceholderText(tr("as set up on this computer"));
    auto *choose = new QPushButton(tr("Choose…"), this);
    choose->setObjectName(QStringLiteral("serviceCaPushButton"));
    choose->setAutoDefault(false);
    auto *authorities = new QHBoxLayout;
    authorities->addWidget(m_caFile, 1);
    authorities->addWidget(choose);
    auto *hint =
        new PlainLabel(tr("The service has to show a certificate for its name from an authority that you trust. If "
                          "it cannot, nothing is sent."),
                       this);
    hint->setStyleOf(m_theme, TextStyle::Small, Token::TextMuted);
    hint->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(metrics::small);
    addFormRow(form, tr("Address"), m_address);
    addFormRow(form, tr("Name"), m_name);
    addFormRow(form, tr("Trusted authorities"), authorities, m_caFile);
    addFormRow(form, hint);
    m_result->setObjectName(QStringLiteral("serviceResultPlainLabel"));
    m_result->setWordWrap(true);
    auto *database = new QPushButton(tr("Enter a database instead…"), this);
    database->setObjectName(QStringLiteral("serviceDatabasePushButton"));
    database->setFlat(true);
    m_test->setObjectName(QStringLiteral("serviceTestPushButton"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("serviceCancelPushButton"));
    m_connect->setObjectName(QStringLiteral("serviceConnectPushButton"));
    m_connect->setProperty("primary", true);
    m_connect->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::small);
    for (QPushButton *button : {database, m_test, cancel})
        button->setAutoDefault(false);
    buttons->addWidget(database);
    buttons->addStretch(1);
    buttons->addWidget(m_test);
    buttons->addWidget(cancel);
    buttons->addWidget(m_connect);
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::large, metrics::huge, metrics::large);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_error);
    layout->addLayout(form);
    layout->addWidget(m_result);
    layout->addStretch(1);
    layout->addLayout(buttons);
    for (QLineEdit *edit : {m_address, m_caFile})
        connect(edit, &QLineEdit::textChanged, this, &ServiceDialog::showState);
    connect(choose, &QPushButton::clicked, this, [this] {
        m_prompt.askOpenFiles(this, tr("Certificates of the trusted authorities"),
                              tr("Certificates (*.crt *.pem *.cer);;All files (*)"), [this](const QStringList &paths) {
                                  if (!paths.isEmpty())
                                      m_caFile->setText(paths.first());
                              });
    });
    connect(database, &QPushButton::clicked, this, [this] {
        reject();
        Q_EMIT databaseWanted();
    });
    connect(m_test, &QPushButton::clicked, this, &ServiceDialog::test);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_connect, &QPushButton::clicked, this, &ServiceDialog::accept);
}

void ServiceDialog::setDesk(const SavedDesk &desk)
{
    m_desk = desk;
    m_knownId = desk.id();
    m_name->setText(desk.name);
    m_address->setText(desk.service);
    m_caFile->setText(desk.server.caFile);
    setWindowTitle(tr("Edit connection"));
    m_connect->setText(tr("&Save"));
}

SavedDesk ServiceDialog::desk() const
{
    SavedDesk made = m_desk;
    made.name = m_name->text().simplified();
    made.server.caFile = m_caFile->text().trimmed();
    if (const Result<QUrl> address = m_way.address(m_address->text()))
        made.service = address->toString();
    return made;
}

void ServiceDialog::showState()
{
    // What was found is of what was asked.
    m_asking.cancel();
    ++m_round;
    m_error->hide();
    m_test->setEnabled(true);
    m_test->setText(tr("&Test"));
    const QString typed = m_address->text().trimmed();
    const Result<QUrl> address = m_way.address(typed);
    QString problem;
    if (!typed.isEmpty() && !address)
        problem = addressProblem(address.error().payload.value(QStringLiteral("reason")).toString());
    else if (!m_caFile->text().trimmed().isEmpty() && !QFileInfo(m_caFile->text().trimmed()).isFile())
        problem = tr("There is no file of authorities at this place.");
    m_result->setStyleOf(m_theme, TextStyle::Body, Token::Danger);
    m_result->setText(problem);
    m_result->setVisible(!problem.isEmpty());
    const bool usable = !typed.isEmpty() && problem.isEmpty();
    m_test->setEnabled(usable);
    m_connect->setEnabled(usable);
}

void ServiceDialog::test()
{
    const SavedDesk asked = desk();
    m_error->hide();
    m_result->hide();
    m_test->setEnabled(false);
    m_test->setText(tr("Testing…"));
    m_asking = m_way.greet(asked);
    deliver(m_asking, this, [this, round = ++m_round, asked](const Result<void> &answer) {
        if (round != m_round)
            return;
        m_test->setEnabled(true);
        m_test->setText(tr("&Test"));
        if (!answer)
            return m_error->showError(tr("%1 cannot be used.").arg(asked.service), answer.error());
        m_result->setStyleOf(m_theme, TextStyle::Body, Token::Success);
        m_result->setText(tr("A Deskhand service answers at %1, and its certificate is good.").arg(asked.service));
        m_result->show();
    });
}

void ServiceDialog::accept()
{
    if (!m_connect->isEnabled())
        return;
    const SavedDesk wanted = desk();
    if (m_knownId.isEmpty())
        Q_EMIT connectWanted(wanted);
    else
        Q_EMIT saveWanted(m_knownId, wanted);
    QDialog::accept();
}

} // namespace deskhand
