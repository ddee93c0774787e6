// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/connect/account_window.h"

#include "base/deliver.h"
#include "models/notices.h"
#include "models/sign_in_presenter.h"
#include "widgets/frame/error_banner.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"
#include "widgets/theme/theme.h"
#include "widgets/two_line_row.h"

#include <QAbstractItemDelegate>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace deskhand {

namespace {

enum FactorPage { PasswordPage, OfferPage, CodesPage };

class DeviceDelegate final : public QAbstractItemDelegate
{
public:
    DeviceDelegate(const Theme &theme, QObject *parent)
        : QAbstractItemDelegate(parent)
        , m_theme(theme)
    {
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        TwoLineRow row(*painter, option, m_theme);
        const bool current = index.data(DeviceListModel::CurrentRole).toBool();
        row.icon(m_theme.icon(QStringLiteral("network-connect"), current ? Token::Accent : Token::TextMuted));
        row.first(index.data().toString(), current ? TextStyle::Strong : TextStyle::Body, Token::Text);
        row.second(index.data(DeviceListModel::DetailRole).toString(), TextStyle::Small, Token::TextMuted);
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return TwoLineRow::sizeHint(m_theme);
    }

private:
    const Theme &m_theme;
};

} // namespace

AccountWindow::AccountWindow(const AreaContext &context, ServiceAccount &account, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_account(account)
    , m_devices(account, clock)
    , m_error(new ErrorBanner(context.theme, this))
{
    setObjectName(QStringLiteral("accountWindow"));
    setWindowTitle(tr("My account"));
    resize(560, 560);
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, metrics::large);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_error);
    layout->addWidget(buildDevices(), 1);
    layout->addWidget(buildSecondFactor());
    connect(&m_devices, &DeviceListModel::failed, this,
            [this](const Error &error) { fail(tr("The list of computers could not be read or changed."), error); });
    connect(&m_devices, &QAbstractItemModel::modelReset, this, &AccountWindow::showState);
    showState();
}

QWidget *AccountWindow::buildDevices()
{
    auto *part = new QWidget(this);
    auto *caption = new PlainLabel(tr("Where you are signed in"), part);
    caption->setStyleOf(m_context.theme, TextStyle::Strong);
    caption->setContentsMargins(metrics::large, metrics::medium, 0, 0);
    m_list = new QListView(part);
    m_list->setObjectName(QStringLiteral("devicesListView"));
    m_list->setAccessibleName(caption->text());
    m_list->setModel(&m_devices);
    m_list->setItemDelegate(new DeviceDelegate(m_context.theme, m_list));
    showAsRows(m_list);
    m_signOut = new QPushButton(tr("Sign out there…"), part);
    m_signOut->setObjectName(QStringLiteral("signOutTherePushButton"));
    m_signOutAll = new QPushButton(tr("Sign out everywhere else…"), part);
    m_signOutAll->setObjectName(QStringLiteral("signOutElsewherePushButton"));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(metrics::large, 0, metrics::large, 0);
    buttons->setSpacing(metrics::small);
    buttons->addStretch(1);
    for (QPushButton *button : {m_signOutAll, m_signOut}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(caption);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &AccountWindow::showState);
    connect(m_signOut, &QPushButton::clicked, this, &AccountWindow::askSignOut);
    connect(m_signOutAll, &QPushButton::clicked, this, [this] {
        m_context.prompt.ask(this,
                             {tr("Sign out"),
                              tr("Sign out on all other computers?"),
                              tr("They are signed out within a second, and have to sign in again."),
                              {tr("Sign out")},
                              -1,
                              true},
                             [guard = QPointer(this)](int answer) {
                                 if (guard && answer == 0)
                                     guard->m_devices.signOut({});
                             });
    });
    return part;
}

QWidget *AccountWindow::buildSecondFactor()
{
    auto *part = new QWidget(this);
    const Theme &theme = m_context.theme;
    auto *caption = new PlainLabel(tr("Second factor"), part);
    caption->setStyleOf(theme, TextStyle::Strong);
    auto *first = new QWidget(part);
    auto *words =
        new PlainLabel(tr("Besides the password, a code from an app on your phone is asked for when you sign in "
                          "somewhere. Type your password to set it up or to take it away."),
                       first);
    words->setStyleOf(theme, TextStyle::Body, Token::TextMuted);
    words->setWordWrap(true);
    m_password = new QLineEdit(first);
    m_password->setObjectName(QStringLiteral("factorPasswordLineEdit"));
    m_password->setAccessibleName(tr("Password"));
    m_password->setPlaceholderText(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    auto *setUp = new QPushButton(tr("Set up"), first);
    setUp->setObjectName(QStringLiteral("factorSetUpPushButton"));
    auto *takeAway = new QPushButton(tr("Take away"), first);
    takeAway->setObjectName(QStringLiteral("factorDropPushButton"));
    takeAway->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::small);
    line->addWidget(m_password, 1);
    line->addWidget(takeAway);
    line->addWidget(setUp);
    auto *column = new QVBoxLayout(first);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::small);
    column->addWidget(words);
    column->addLayout(line);
    m_factor = new QStackedWidget(part);
    m_factor->addWidget(first);
    m_factor->addWidget(buildOffer());
    m_codes = new QPlainTextEdit(m_factor);
    m_codes->setObjectName(QStringLiteral("recoveryCodesPlainTextEdit"));
    m_codes->setAccessibleName(tr("Recovery codes"));
    m_codes->setReadOnly(true);
    m_factor->addWidget(m_codes);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(metrics::large, 0, metrics::large, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(caption);
    layout->addWidget(m_factor);
    connect(setUp, &QPushButton::clicked, this, &AccountWindow::offer);
    connect(takeAway, &QPushButton::clicked, this, &AccountWindow::drop);
    return part;
}

QWidget *AccountWindow::buildOffer()
{
    auto *page = new QWidget(m_factor);
    const Theme &theme = m_context.theme;
    auto *words = new PlainLabel(tr("Add an account in your authenticator with this key, then type the code that it "
                                    "shows."),
                                 page);
    words->setStyleOf(theme, TextStyle::Body);
    words->setWordWrap(true);
    const auto selectable = [&](const QString &name, TextStyle style) {
        auto *label = new PlainLabel(page);
        label->setObjectName(name);
        label->setStyleOf(theme, style);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setWordWrap(true);
        return label;
    };
    m_secret = selectable(QStringLiteral("factorSecretPlainLabel"), TextStyle::Mono);
    m_uri = selectable(QStringLiteral("factorUriPlainLabel"), TextStyle::Small);
    auto *copy = new QPushButton(theme.icon(QStringLiteral("edit-copy")), tr("Copy the key's address"), page);
    copy->setObjectName(QStringLiteral("factorCopyPushButton"));
    copy->setFlat(true);
    copy->setAutoDefault(false);
    m_code = new QLineEdit(page);
    m_code->setObjectName(QStringLiteral("factorCodeLineEdit"));
    m_code->setAccessibleName(tr("Code"));
    m_code->setPlaceholderText(QStringLiteral("123 456"));
    auto *confirmButton = new QPushButton(tr("Confirm"), page);
    confirmButton->setObjectName(QStringLiteral("factorConfirmPushButton"));
    confirmButton->setProperty("primary", true);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::small);
    line->addWidget(m_code, 1);
    line->addWidget(confirmButton);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(words);
    layout->addWidget(m_secret);
    layout->addWidget(m_uri);
    layout->addWidget(copy, 0, Qt::AlignLeft);
    layout->addLayout(line);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_uri->text()); });
    connect(confirmButton, &QPushButton::clicked, this, &AccountWindow::confirm);
    return page;
}

void AccountWindow::start(const QByteArray &token)
{
    m_token = token;
    m_devices.setToken(token);
    m_devices.refresh();
    m_factor->setCurrentIndex(PasswordPage);
    m_codes->clear();
    show();
    raise();
    activateWindow();
    m_list->setFocus();
}

void AccountWindow::showState()
{
    const QModelIndex chosen = m_list->currentIndex();
    m_signOut->setEnabled(chosen.isValid() && !chosen.data(DeviceListModel::CurrentRole).toBool());
    m_signOutAll->setEnabled(m_devices.rowCount() > 1);
}

void AccountWindow::fail(const QString &what, const Error &error)
{
    const QString problem = signInProblemText(error);
    m_error->showError(problem.isEmpty() ? what : what + u' ' + problem, error);
}

void AccountWindow::askSignOut()
{
    const QModelIndex chosen = m_list->currentIndex();
    if (!chosen.isValid())
        return;
    m_context.prompt.ask(this,
                         {tr("Sign out"),
                          tr("Sign “%1” out?").arg(chosen.data().toString()),
                          tr("It is signed out within a second, and has to sign in again."),
                          {tr("Sign out")},
                          -1,
                          true},
                         [guard = QPointer(this), id = chosen.data(DeviceListModel::IdRole).toUuid()](int answer) {
                             if (guard && answer == 0)
                                 guard->m_devices.signOut(id);
                         });
}

void AccountWindow::offer()
{
    m_error->hide();
    deliver(m_account.offerSecondFactor(m_token, m_password->text()), this,
            [this](const Result<SecondFactorOffer> &answer) {
                m_password->clear();
                if (answer)
                    showOffer(*answer);
                else
                    fail(tr("The second factor was not set up."), answer.error());
            });
}

void AccountWindow::showOffer(const SecondFactorOffer &offer)
{
    QString spaced; // as it is typed: in groups of four
    for (qsizetype i = 0; i < offer.secret.size(); i += 4)
        spaced += (i > 0 ? QStringLiteral(" ") : QString()) + offer.secret.mid(i, 4);
    m_secret->setText(spaced);
    m_uri->setText(offer.uri);
    m_code->clear();
    m_factor->setCurrentIndex(OfferPage);
    m_code->setFocus();
}

void AccountWindow::confirm()
{
    m_error->hide();
    deliver(m_account.confirmSecondFactor(m_token, m_code->text().remove(u' ')), this,
            [this](const Result<QStringList> &codes) {
                if (codes)
                    showCodes(*codes);
                else
                    fail(tr("The second factor was not set up."), codes.error());
            });
}

void AccountWindow::showCodes(const QStringList &codes)
{
    m_codes->setPlainText(
        tr("Your second factor is set up. These recovery codes are shown this once: print them or keep "
           "them where your phone is not. Each lets you in once without the phone.")
        + QStringLiteral("\n\n") + codes.join(u'\n'));
    m_factor->setCurrentIndex(CodesPage);
    m_secret->clear();
    m_uri->clear();
}

void AccountWindow::drop()
{
    m_error->hide();
    deliver(m_account.dropSecondFactor(m_token, m_password->text()), this, [this](const Result<void> &done) {
        m_password->clear();
        if (done)
            m_context.notices.post(tr("The second factor is taken away."));
        else
            fail(tr("The second factor was not taken away."), done.error());
    });
}

} // namespace deskhand
