// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk.h"

#include <QAbstractListModel>
#include <QFuture>
#include <QTimer>

#include <optional>

namespace deskhand {

/// People whose name or address begins with what was typed, for completion. A newer question replaces an older one;
/// typing is not answered letter by letter but after a short rest. Desk must outlive it; one thread.
class PeopleFinder : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        PersonIdRole = Qt::UserRole,
        AddressRole, ///< mail address
        NameRole,    ///< name, or the address when there is no name
    };

    explicit PeopleFinder(Desk &desk, std::optional<PersonRole> role = {}, QObject *parent = nullptr);

    /// Words of a name or address; found() follows. Fewer than one character: an empty answer at once.
    void find(const QString &text);
    [[nodiscard]] const QVector<Person> &people() const { return m_people; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole "Sarah Lind <sarah@example.org>".
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void found();

private:
    void ask();
    void show(const QVector<Person> &people);

    Desk &m_desk;
    std::optional<PersonRole> m_role;
    QString m_text;
    QVector<Person> m_people;
    QFuture<Result<QVector<Person>>> m_wish;
    QTimer m_rest;
};

/// "Sarah Lind <sarah@example.org>", or what there is of it.
[[nodiscard]] QString addressLine(const MailAddress &address);
/// The name, else the address.
[[nodiscard]] QString addressName(const MailAddress &address);
/// Reads "Sarah Lind <sarah@example.org>" or a bare address; nothing when there is no address in it.
[[nodiscard]] std::optional<MailAddress> addressFromText(const QString &text);

} // namespace deskhand
