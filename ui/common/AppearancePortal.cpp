#include "ui/common/AppearancePortal.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>

namespace fissure::ui {

namespace {

constexpr QLatin1String kService("org.freedesktop.portal.Desktop");
constexpr QLatin1String kPath("/org/freedesktop/portal/desktop");
constexpr QLatin1String kInterface("org.freedesktop.portal.Settings");
constexpr QLatin1String kNamespace("org.freedesktop.appearance");
constexpr QLatin1String kKey("color-scheme");

/// Without this look the bus library would try to start a bus of its own.
bool hasSessionBus() {
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QLatin1String("/bus"));
}

/// The portal wraps its answers, that of Read twice.
QVariant unwrapped(QVariant value) {
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value;
}

} // namespace

AppearancePortal::AppearancePortal(QObject* parent) : QObject(parent) {
    if (hasSessionBus() && QDBusConnection::sessionBus().isConnected()) {
        ask();
    }
}

void AppearancePortal::ask() {
    QDBusConnection bus = QDBusConnection::sessionBus();
    // From whatever name: to look up the portal's would mean to wait.
    bus.connect(QString(), kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(take(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    call << QString(kNamespace) << QString(kKey);
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (reply.isValid()) {
            take(kNamespace, kKey, reply.value());
        }
        answer->deleteLater();
    });
}

void AppearancePortal::take(const QString& space, const QString& key, const QDBusVariant& value) {
    if (space == kNamespace && key == kKey) {
        Q_EMIT colorSchemeTold(unwrapped(value.variant()).toUInt());
    }
}

} // namespace fissure::ui
