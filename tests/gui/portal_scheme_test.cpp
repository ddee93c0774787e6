// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/portal_scheme.h"

#include <QtTest>

#ifdef DESKHAND_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#endif

using namespace deskhand;

#ifdef DESKHAND_DBUS
namespace {

/// Stands in for the desktop's portal on this session's bus.
class FakePortal final : public QDBusVirtualObject
{
public:
    uint scheme = 1;

    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.member() != QLatin1String("Read"))
            return false;
        const QVariant inner = QVariant::fromValue(QDBusVariant(scheme));
        return connection.send(message.createReply(QVariant::fromValue(QDBusVariant(inner))));
    }
    void change(QDBusConnection &bus, uint to)
    {
        scheme = to;
        QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/portal/desktop"),
                                                         QStringLiteral("org.freedesktop.portal.Settings"),
                                                         QStringLiteral("SettingChanged"));
        signal << QStringLiteral("org.freedesktop.appearance") << QStringLiteral("color-scheme")
               << QVariant::fromValue(QDBusVariant(to));
        bus.send(signal);
    }
};

} // namespace
#endif

/// Needs a session bus without a portal, as dbus-run-session makes one.
class PortalSchemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDesktopAnswers()
    {
#ifdef DESKHAND_DBUS
        if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
            QSKIP("no session bus; run under dbus-run-session");
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal"));
        FakePortal portal;
        if (!bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")))
            QSKIP("this session has a portal of its own");
        QVERIFY(bus.registerVirtualObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal));
        PortalScheme scheme;
        QSignalSpy answers(&scheme, &PortalScheme::answered);
        QTRY_COMPARE(answers.count(), 1);
        QCOMPARE(answers.last().first().value<PortalScheme::Preference>(), PortalScheme::Preference::Dark);
        portal.change(bus, 2);
        QTRY_COMPARE(answers.count(), 2);
        QCOMPARE(answers.last().first().value<PortalScheme::Preference>(), PortalScheme::Preference::Light);
        portal.change(bus, 99); // a newer portal may know more
        portal.change(bus, 0);
        QTRY_COMPARE(answers.count(), 3);
        QCOMPARE(answers.last().first().value<PortalScheme::Preference>(), PortalScheme::Preference::None);
#else
        QSKIP("built without D-Bus");
#endif
    }
};

QTEST_MAIN(PortalSchemeTest)
#include "portal_scheme_test.moc"
