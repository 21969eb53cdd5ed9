#pragma once

#include <QObject>

namespace fissure::ui {

/// Whether the desktop wants dark windows: as its portal says (org.freedesktop.appearance), else as its
/// palette was when this was made. The portal is asked without waiting and heard when the user changes the
/// setting; where there is no session bus nothing is asked. GUI thread; to be made before the first
/// applyTheme().
class SystemTheme final : public QObject {
    Q_OBJECT

public:
    explicit SystemTheme(QObject* parent = nullptr);

    bool isDark() const { return m_isDark; }

    /// The portal's number: 1 asks for dark, 2 for light, others do not care.
    void setColorScheme(unsigned scheme);

Q_SIGNALS:
    void changed();

private:
    bool m_paletteIsDark;
    bool m_isDark;
};

} // namespace fissure::ui
