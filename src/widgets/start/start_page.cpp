// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/start_page.h"

#include "start/ui_start_page.h"
#include "widgets/frame/error_banner.h"
#include "widgets/prompt.h"

#include <QDir>
#include <QFileInfo>
#include <QPainter>
#include <QRegularExpression>

namespace deskhand {

namespace {

/// A file name that every file system takes.
QString fileNameFor(const QString &deskName)
{
    QString name = deskName.simplified();
    name.replace(QRegularExpression(QStringLiteral("[\\\\/:*?\"<>|\\x00-\\x1f]")), QStringLiteral("-"));
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return name.left(80) + QStringLiteral(".desk");
}

bool isMailAddress(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^[^\\s@]+@[^\\s@]+$"));
    return shape.match(text).hasMatch();
}

} // namespace

StartPage::StartPage(const Theme &theme, Prompt &prompt, const QString &folder, const QString &personName,
                     QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_prompt(prompt)
    , m_folder(folder)
    , m_ui(std::make_unique<Ui::StartPage>())
    , m_banner(new ErrorBanner(theme, this))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("startPage"));
    m_ui->outerLayout->insertWidget(0, m_banner);
    m_ui->personNameLineEdit->setText(personName);
    for (PlainLabel *label : {m_ui->welcomeLabel, m_ui->formTitleLabel})
        label->setStyleOf(theme, TextStyle::Title);
    m_ui->progressTitleLabel->setStyleOf(theme, TextStyle::Heading);
    for (PlainLabel *label : {m_ui->introLabel, m_ui->formIntroLabel, m_ui->progressDetailLabel})
        label->setStyleOf(theme, TextStyle::Body, Token::TextMuted);
    m_ui->pathLabel->setElideMode(Qt::ElideMiddle);
    setUpCards();

    connect(m_ui->backButton, &QPushButton::clicked, this, &StartPage::showQuestion);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, [this] {
        m_ui->cancelButton->setEnabled(false);
        Q_EMIT cancelRequested();
    });
    connect(m_ui->createButton, &QPushButton::clicked, this, [this] {
        Q_EMIT ownDeskRequested({m_ui->deskNameLineEdit->text().simplified(),
                                 m_ui->personNameLineEdit->text().simplified(), m_ui->mailLineEdit->text().trimmed(),
                                 proposedPath()});
    });
    connect(m_ui->placeButton, &QPushButton::clicked, this, [this] {
        m_prompt.askSaveFile(this, tr("Where to keep the desk"), proposedPath(), [this](const QString &path) {
            m_chosenPath = path;
            updateForm();
        });
    });
    for (QLineEdit *edit : {m_ui->deskNameLineEdit, m_ui->personNameLineEdit, m_ui->mailLineEdit}) {
        connect(edit, &QLineEdit::textChanged, this, &StartPage::updateForm);
        connect(edit, &QLineEdit::returnPressed, m_ui->createButton, &QPushButton::click);
    }
    updateForm();
    setFocusProxy(m_ui->demoChoiceCard);
}

StartPage::~StartPage() = default;

void StartPage::setUpCards()
{
    m_ui->demoChoiceCard->setContent(m_theme, QStringLiteral("view-conversation-balloon"),
                                     tr("Try it with a demo desk"),
                                     tr("A made-up company with a year of requests. Nothing leaves this computer."));
    m_ui->ownChoiceCard->setContent(
        m_theme, QStringLiteral("folder-new"), tr("My own desk on this computer"),
        tr("One file that belongs to you. Right for one person, or for a small office on one machine."));
    m_ui->teamChoiceCard->setContent(
        m_theme, QStringLiteral("group"), tr("Connect to my team's desk"),
        tr("A desk that several people share, on a PostgreSQL server of your organization."));
    connect(m_ui->teamChoiceCard, &QAbstractButton::clicked, this, &StartPage::connectRequested);
    connect(m_ui->desksButton, &QPushButton::clicked, this, &StartPage::desksRequested);
    setKnowsDesks(false);
    connect(m_ui->demoChoiceCard, &QAbstractButton::clicked, this, &StartPage::demoRequested);
    connect(m_ui->ownChoiceCard, &QAbstractButton::clicked, this, &StartPage::showOwnDeskForm);
    connect(m_ui->openButton, &QPushButton::clicked, this, [this] {
        m_prompt.askOpenFiles(this, tr("Open a desk file"), tr("Desks (*.desk);;All files (*)"),
                              [this](const QStringList &paths) {
                                  if (!paths.isEmpty())
                                      Q_EMIT openRequested(paths.first());
                              });
    });
}

void StartPage::showQuestion()
{
    m_ui->startStackedWidget->setCurrentWidget(m_ui->questionPage);
    m_ui->demoChoiceCard->setFocus();
}

void StartPage::setKnowsDesks(bool knows)
{
    m_ui->desksButton->setVisible(knows);
}

void StartPage::showOwnDeskForm()
{
    m_ui->startStackedWidget->setCurrentWidget(m_ui->formPage);
    m_ui->deskNameLineEdit->setFocus();
}

void StartPage::showProgress(const QString &what, int permille, const QString &detail)
{
    if (m_ui->startStackedWidget->currentWidget() != m_ui->progressPage) {
        m_ui->cancelButton->setEnabled(true);
        m_banner->hide();
        m_ui->startStackedWidget->setCurrentWidget(m_ui->progressPage);
    }
    m_ui->progressTitleLabel->setText(what);
    m_ui->progressDetailLabel->setText(detail);
    m_ui->startProgressBar->setRange(0, permille < 0 ? 0 : 1000);
    m_ui->startProgressBar->setValue(qMax(0, permille));
}

void StartPage::showFailure(const QString &what, const Error &error, std::function<void()> retry)
{
    showQuestion();
    m_banner->showError(what, error, std::move(retry));
}

void StartPage::updateForm()
{
    const QString mail = m_ui->mailLineEdit->text().trimmed();
    const bool complete = !m_ui->deskNameLineEdit->text().trimmed().isEmpty()
                          && !m_ui->personNameLineEdit->text().trimmed().isEmpty()
                          && (mail.isEmpty() || isMailAddress(mail));
    m_ui->createButton->setEnabled(complete);
    m_ui->pathLabel->setText(QDir::toNativeSeparators(proposedPath()));
}

QString StartPage::proposedPath() const
{
    if (!m_chosenPath.isEmpty())
        return m_chosenPath;
    const QString name = m_ui->deskNameLineEdit->text().trimmed();
    const QDir folder(m_folder);
    const QFileInfo wanted(folder.filePath(fileNameFor(name.isEmpty() ? tr("My desk") : name)));
    QString path = wanted.filePath();
    for (int number = 2; QFileInfo::exists(path); ++number) // never over another desk
        path = folder.filePath(QStringLiteral("%1 %2.desk").arg(wanted.completeBaseName()).arg(number));
    return path;
}

void StartPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
}

} // namespace deskhand
