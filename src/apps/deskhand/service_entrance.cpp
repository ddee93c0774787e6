// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/service_entrance.h"

#include "base/deliver.h"
#include "models/desk_passwords.h"
#include "replica/replica_desk.h"
#include "widgets/connect/sign_in_dialog.h"

#include <QFileInfo>

namespace deskhand {

ServiceEntrance::ServiceEntrance(const Theme &theme, DeskPasswords &passwords, QString folder, QWidget *parent)
    : m_theme(theme)
    , m_passwords(passwords)
    , m_folder(std::move(folder))
    , m_parent(parent)
{
}

ServiceEntrance::~ServiceEntrance()
{
    delete m_dialog; // before the account that it asks
}

RemotePlace ServiceEntrance::placeOf(const SavedDesk &desk)
{
    RemotePlace place;
    place.service = QUrl(desk.service);
    place.caFile = desk.server.caFile;
    return place;
}

QString ServiceEntrance::fileOf(const SavedDesk &desk) const
{
    return QStringLiteral("%1/%2.replica").arg(m_folder, desk.id());
}

QString ServiceEntrance::accountKey(const SavedDesk &desk)
{
    return DeskPasswords::accountOfService(desk.service);
}

std::unique_ptr<ServiceAccount> ServiceEntrance::account(const SavedDesk &desk) const
{
    return std::make_unique<ServiceAccountHere>(placeOf(desk));
}

void ServiceEntrance::enter(const SavedDesk &desk, PersonId known)
{
    delete m_dialog;
    m_desk.reset();
    m_wanted = desk;
    m_known = known;
    m_entering = true;
    const quint64 number = ++m_number;
    Q_EMIT progress(tr("Opening “%1”").arg(desk.name.isEmpty() ? QUrl(desk.service).host() : desk.name), desk.service);
    deliver(m_passwords.find(accountKey(desk)), this, [this, number](const Result<QString> &found) {
        if (number != m_number)
            return;
        // Who has been here before gets to their copy at once, signed in or not.
        const bool canOpen = m_known.isValid() && QFileInfo::exists(fileOf(m_wanted));
        if ((found && m_known.isValid()) || canOpen)
            open(number, found ? found->toUtf8() : QByteArray(), m_known);
        else
            ask(number, false);
    });
}

void ServiceEntrance::cancel()
{
    ++m_number;
    if (m_dialog)
        m_dialog->deleteLater(); // this may be its own signal
    m_dialog.clear();
    m_desk.reset();
    m_entering = false;
    Q_EMIT cancelled();
}

void ServiceEntrance::signInAgain(const SavedDesk &desk)
{
    m_wanted = desk;
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    ask(++m_number, true);
}

void ServiceEntrance::ask(quint64 number, bool again)
{
    delete m_dialog;
    m_account = std::make_unique<ServiceAccountHere>(placeOf(m_wanted));
    m_dialog = new SignInDialog(m_theme, *m_account, QUrl(m_wanted.service).host(), m_wanted.login, m_parent);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &SignInDialog::signedIn, this,
            [this, number, again](const ServiceSession &session, const QString &login, bool remember) {
                takeSession(number, session, login, remember, again);
            });
    connect(m_dialog, &QDialog::rejected, this, [this, number, again] {
        if (number == m_number && !again)
            cancel();
    });
    m_dialog->open();
}

void ServiceEntrance::takeSession(quint64 number, const ServiceSession &session, const QString &login, bool remember,
                                  bool again)
{
    if (number != m_number)
        return;
    m_wanted.login = login;
    m_wanted.keepsPassword = remember;
    const QString secret = QString::fromUtf8(session.token);
    if (remember)
        m_passwords.keep(accountKey(m_wanted), secret); // where there is no keychain it is asked for the next time
    else
        m_passwords.use(accountKey(m_wanted), secret);
    m_tokens.insert(m_wanted.id(), session.token);
    if (again)
        Q_EMIT signedInAgain(m_wanted, session.token);
    else
        open(number, session.token, session.person);
}

void ServiceEntrance::open(quint64 number, const QByteArray &token, PersonId me)
{
    if (number != m_number)
        return;
    m_entering = false;
    m_tokens.insert(m_wanted.id(), token);
    Result<std::unique_ptr<ServiceDesk>> opened = ServiceDesk::open(placeOf(m_wanted), token, me, fileOf(m_wanted));
    if (!opened) {
        ++m_number;
        Q_EMIT failed(m_wanted, opened.error());
        return;
    }
    m_desk = *std::move(opened);
    if (m_wanted.name.isEmpty())
        m_wanted.name = QUrl(m_wanted.service).host();
    Q_EMIT arrived(m_wanted, me);
}

Result<void> ServiceEntrance::forget(const SavedDesk &desk)
{
    if (const QByteArray known = m_tokens.take(desk.id()); !known.isEmpty()) {
        m_leaving = std::make_unique<ServiceAccountHere>(placeOf(desk));
        deliver(m_leaving->signOut(known), this, [](const Result<void> &) {}); // else it expires
    }
    m_passwords.forget(accountKey(desk));
    return ReplicaDesk::wipe(fileOf(desk));
}

bool isServiceUrl(const QString &place)
{
    return place.startsWith(QLatin1String("https://")) || place.startsWith(QLatin1String("http://"));
}

} // namespace deskhand
