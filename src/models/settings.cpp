// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings.h"

namespace deskhand {

Settings::Settings(const QString &path, QObject *parent)
    : QObject(parent)
    , m_file(path, QSettings::IniFormat)
{
}

QVariant Settings::value(const QString &key, const QVariant &fallback) const
{
    return m_file.value(key, fallback);
}

void Settings::setValue(const QString &key, const QVariant &value)
{
    if (!value.isValid()) {
        if (!m_file.contains(key))
            return;
        m_file.remove(key);
    } else {
        if (m_file.value(key) == value)
            return;
        m_file.setValue(key, value);
    }
    Q_EMIT changed(key);
}

QStringList Settings::keysIn(const QString &group) const
{
    m_file.beginGroup(group);
    const QStringList keys = m_file.childKeys();
    m_file.endGroup();
    return keys;
}

} // namespace deskhand
