// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/deskhand/service_account_here.h"
#include "apps/deskhand/service_desk.h"
#include "models/saved_desks.h"

#include <QObject>
#include <QPointer>

namespace deskhand {

class DeskPasswords;
class SignInDialog;
class Theme;

/// The way into a desk behind a service: with the sign-in that the keychain has, or by asking for one; the copy on this
/// computer is opened whether the service can be reached or not. One desk at a time. GUI thread.
class ServiceEntrance final : public QObject
{
    Q_OBJECT

public:
    /// `folder`: of the copies on this computer. All outlive it.
    ServiceEntrance(const Theme &theme, DeskPasswords &passwords, QString folder, QWidget *parent);
    ~ServiceEntrance() override;

    /// `known`: who the person was here the last time. Exactly one of arrived(), failed() and cancelled() follows.
    void enter(const SavedDesk &desk, PersonId known);
    void cancel();
    /// Between enter() and what follows it.
    [[nodiscard]] bool isEntering() const { return m_entering; }
    /// What arrived() speaks of; once.
    [[nodiscard]] std::unique_ptr<ServiceDesk> takeDesk() { return std::move(m_desk); }

    /// Signs in once more at a desk that is open, whose sign-in is good no longer; signedInAgain() follows, or nothing.
    void signInAgain(const SavedDesk &desk);
    /// The secret of the last sign-in at a desk, for its account; empty: none.
    [[nodiscard]] QByteArray token(const SavedDesk &desk) const { return m_tokens.value(desk.id()); }
    [[nodiscard]] std::unique_ptr<ServiceAccount> account(const SavedDesk &desk) const;
    /// Signs out as far as the service can be reached, and removes sign-in and copy from this computer. Nobody has the
    /// desk open. Errors: of the file.
    Result<void> forget(const SavedDesk &desk);

    [[nodiscard]] static RemotePlace placeOf(const SavedDesk &desk);

Q_SIGNALS:
    void progress(const QString &what, const QString &detail);
    void arrived(const deskhand::SavedDesk &desk, deskhand::PersonId me);
    void failed(const deskhand::SavedDesk &desk, const deskhand::Error &error);
    void cancelled();
    void signedInAgain(const deskhand::SavedDesk &desk, const QByteArray &token);

private:
    void ask(quint64 number, bool again);
    void takeSession(quint64 number, const ServiceSession &session, const QString &login, bool remember, bool again);
    void open(quint64 number, const QByteArray &token, PersonId me);
    [[nodiscard]] QString fileOf(const SavedDesk &desk) const;
    [[nodiscard]] static QString accountKey(const SavedDesk &desk);

    const Theme &m_theme;
    DeskPasswords &m_passwords;
    QString m_folder;
    QWidget *m_parent;
    quint64 m_number = 0; ///< of the wish
    bool m_entering = false;
    SavedDesk m_wanted;
    PersonId m_known;
    std::unique_ptr<ServiceDesk> m_desk;
    std::unique_ptr<ServiceAccountHere> m_account; ///< of the dialog
    std::unique_ptr<ServiceAccountHere> m_leaving; ///< of a sign-out that is on its way
    QHash<QString, QByteArray> m_tokens;           ///< of this session, by desk
    QPointer<SignInDialog> m_dialog;
};

/// https://…, or http://… for a service on this computer.
[[nodiscard]] bool isServiceUrl(const QString &place);

} // namespace deskhand
