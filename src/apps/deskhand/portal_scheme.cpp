// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/portal_scheme.h"

#ifdef DESKHAND_DBUS

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace deskhand {

namespace {
const QString portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString portalInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearanceSpace = QStringLiteral("org.freedesktop.appearance");
const QString schemeKey = QStringLiteral("color-scheme");
} // namespace

PortalScheme::PortalScheme(QObject *parent)
    : QObject(parent)
{
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") && qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        return; // no session: connecting would start one
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // QtDBus knows slots and the types of their arguments by name only; the "1" marks a slot.
    qRegisterMetaType<QDBusVariant>();
    bus.connect(portalService, portalPath, portalInterface, QStringLiteral("SettingChanged"), this,
                "1takeSetting(QString,QString,QDBusVariant)");
    QDBusMessage question =
        QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, QStringLiteral("Read"));
    question << appearanceSpace << schemeKey;
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (!reply.isError())
            takeValue(reply.value().variant());
    });
}

void PortalScheme::takeSetting(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == appearanceSpace && key == schemeKey)
        takeValue(value.variant());
}

void PortalScheme::takeValue(const QVariant &value)
{
    // "Read" wraps the value twice.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    bool isNumber = false;
    const uint number = inner.toUInt(&isNumber);
    if (isNumber && number <= uint(Preference::Light))
        Q_EMIT answered(Preference(number));
}

} // namespace deskhand

#endif
