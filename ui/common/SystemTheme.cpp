#include "ui/common/SystemTheme.h"

#include "ui/common/AppearancePortal.h"
#include "ui/common/Palette.h"

#include <QApplication>

namespace fissure::ui {

namespace {

constexpr unsigned kDark = 1;
constexpr unsigned kLight = 2;

} // namespace

SystemTheme::SystemTheme(QObject* parent)
    : QObject(parent)
    , m_paletteIsDark(ui::isDark(QApplication::palette()))
    , m_isDark(m_paletteIsDark) {
    auto* portal = new AppearancePortal(this);
    connect(portal, &AppearancePortal::colorSchemeTold, this, &SystemTheme::setColorScheme);
}

void SystemTheme::setColorScheme(unsigned scheme) {
    const bool dark = scheme == kDark || (scheme != kLight && m_paletteIsDark);
    if (dark != m_isDark) {
        m_isDark = dark;
        Q_EMIT changed();
    }
}

} // namespace fissure::ui
