#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QString>

namespace fissure::ui {

/// What the desktop's portal says of its colours (org.freedesktop.appearance). Asks at once, without waiting
/// for the answer, and tells of every change. Silent where there is no session bus or no portal on it.
class AppearancePortal final : public QObject {
    Q_OBJECT

public:
    explicit AppearancePortal(QObject* parent = nullptr);

Q_SIGNALS:
    /// 1 asks for dark, 2 for light, others do not care.
    void colorSchemeTold(unsigned scheme);

private Q_SLOTS:
    void take(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void ask();
};

} // namespace fissure::ui
