// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QVariant>

namespace deskhand {

/// What one person chose on this computer, in an ini file. Made by the composition root and handed down; nobody else
/// opens the file. Keys are "area/name". GUI thread.
class Settings final : public QObject
{
    Q_OBJECT

public:
    /// `path`: the ini file; it and its folder are created when something is set.
    explicit Settings(const QString &path, QObject *parent = nullptr);

    [[nodiscard]] QVariant value(const QString &key, const QVariant &fallback = {}) const;
    [[nodiscard]] bool contains(const QString &key) const { return m_file.contains(key); }
    /// An invalid value removes the key. Says changed() only if it differs.
    void setValue(const QString &key, const QVariant &value);
    /// Names of the keys directly inside "group/".
    [[nodiscard]] QStringList keysIn(const QString &group) const;
    [[nodiscard]] QString path() const { return m_file.fileName(); }
    void sync() { m_file.sync(); }

Q_SIGNALS:
    void changed(const QString &key);

private:
    mutable QSettings m_file;
};

} // namespace deskhand
