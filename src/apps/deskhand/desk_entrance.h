// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/deskhand/server_doors.h"
#include "models/saved_desks.h"

#include <QObject>
#include <QPointer>

namespace deskhand {

class DeskPasswords;
class PasswordDialog;
class Theme;

/// The way into a desk: opens a file, or goes to a server with the password that is known or that the person gives, and
/// finds out who the person is there. One desk at a time; a new wish replaces the one before. GUI thread.
class DeskEntrance final : public QObject
{
    Q_OBJECT

public:
    /// `parent` of the questions; all outlive it.
    DeskEntrance(const Theme &theme, ServerDoors &doors, DeskPasswords &passwords, QWidget *parent);
    /// Ends what is under way.
    ~DeskEntrance() override;

    /// `known`: who the person was the last time; invalid: not known. Exactly one of arrived(), failed() and
    /// cancelled() follows, maybe at once.
    void enter(const SavedDesk &desk, PersonId known);
    void cancel();

    /// The desk that arrived() speaks of; once.
    [[nodiscard]] std::unique_ptr<LocalDesk> takeDesk() { return std::move(m_desk); }

Q_SIGNALS:
    /// Something goes on that may take a while.
    void progress(const QString &what, const QString &detail);
    /// The desk is open. `me`: who the person is, invalid: nobody knows yet, and `catalog` has the people there are; it
    /// may be null otherwise.
    void arrived(const deskhand::SavedDesk &desk, deskhand::PersonId me, const deskhand::CatalogPtr &catalog);
    void failed(const deskhand::SavedDesk &desk, const deskhand::Error &error);
    void cancelled();

private:
    void goToServer(quint64 number, const QString &password);
    void takeServer(quint64 number, const QString &password, const Result<OpenedServer> &opened);
    void askPassword(quint64 number, const QString &why);
    void askWho(quint64 number);
    void fail(const Error &error);

    const Theme &m_theme;
    ServerDoors &m_doors;
    DeskPasswords &m_passwords;
    QWidget *m_parent;
    quint64 m_number = 0; ///< of the wish
    SavedDesk m_wanted;
    PersonId m_known;
    bool m_keepGiven = false; ///< the password was typed and is to go into the keychain
    QFuture<Result<OpenedServer>> m_opening;
    std::unique_ptr<LocalDesk> m_desk;
    QPointer<PasswordDialog> m_dialog;
};

} // namespace deskhand
