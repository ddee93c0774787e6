// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef DESKHAND_DBUS

#include <QDBusVariant>
#include <QObject>

namespace deskhand {

/// Asks the desktop portal whether the desktop is dark, and listens to changes: org.freedesktop.portal.Settings, key
/// "color-scheme" of "org.freedesktop.appearance" (0 no preference, 1 dark, 2 light). Never waits; silent where there
/// is no session bus or no portal.
class PortalScheme final : public QObject
{
    Q_OBJECT

public:
    enum class Preference { None = 0, Dark = 1, Light = 2 };
    Q_ENUM(Preference)

    explicit PortalScheme(QObject *parent = nullptr);

Q_SIGNALS:
    void answered(deskhand::PortalScheme::Preference preference);

private Q_SLOTS:
    void takeSetting(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void takeValue(const QVariant &value);
};

} // namespace deskhand

#endif
