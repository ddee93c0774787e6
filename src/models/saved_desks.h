// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "operations/server_place.h"

#include <QAbstractListModel>
#include <QVector>

namespace deskhand {

class Settings;

/// A desk that this person uses: a file on this computer, a database on a server, or one behind a service.
struct SavedDesk {
    QString name;       ///< as the person called it, or as the desk calls itself
    QString file;       ///< absolute; empty: elsewhere
    ServerPlace server; ///< of a database; of a service only its caFile
    QString service;    ///< address, https://…; empty: no service
    QString login;      ///< at a service; empty: not known yet
    Instant lastUsed = 0;
    bool keepsPassword = false; ///< or the sign-in at a service, in the keychain, as the person wished

    [[nodiscard]] bool isFile() const { return !file.isEmpty(); }
    [[nodiscard]] bool isService() const { return file.isEmpty() && !service.isEmpty(); }
    /// A database.
    [[nodiscard]] bool isServer() const { return file.isEmpty() && service.isEmpty(); }
    /// Tells desks, and who enters them, from each other, however they are called and reached; the name of their
    /// drafts and settings.
    [[nodiscard]] QString id() const;
    /// What deskhand takes on its command line: the file, postgresql://… or https://…
    [[nodiscard]] QString place() const;
    /// "anna@desk.example.org / support", the address of the service, or the file.
    [[nodiscard]] QString placeText() const;
};

/// The desks that a person has opened on this computer, the last used first, in the settings; never a password. A file
/// that is gone stays, until the person takes it out. GUI thread.
class SavedDesks final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        PlaceTextRole,
        ServerRole, ///< bool: not on this computer
        CurrentRole,
    };

    /// `settings` outlives it.
    explicit SavedDesks(Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const QVector<SavedDesk> &desks() const { return m_desks; }
    /// Null: none with this id.
    [[nodiscard]] const SavedDesk *find(const QString &id) const;

    /// Adds a desk, or puts it in the place of the one with its id.
    void save(const SavedDesk &desk);
    /// The desk that was `id` is now as given, which may be elsewhere.
    void replace(const QString &id, const SavedDesk &desk);
    void remove(const QString &id);
    /// The desk that is open; empty: none.
    void setCurrent(const QString &id);
    [[nodiscard]] QString current() const { return m_current; }

private:
    void load();
    void sortByUse();

    Settings &m_settings;
    QVector<SavedDesk> m_desks;
    QString m_current;
};

} // namespace deskhand
