#include "ui/settings/WindowLayout.h"

#include "ui/settings/Settings.h"

#include <QSplitter>

namespace fissure::ui {

namespace {

constexpr QLatin1String kWindow("window");

} // namespace

void saveLayout(const QWidget& window, Settings& settings) {
    settings.setLayoutState(kWindow, window.saveGeometry());
    for (const QSplitter* splitter : window.findChildren<QSplitter*>()) {
        if (!splitter->objectName().isEmpty()) {
            settings.setLayoutState(splitter->objectName(), splitter->saveState());
        }
    }
}

void restoreLayout(QWidget& window, const Settings& settings) {
    if (const QByteArray geometry = settings.layoutState(kWindow); !geometry.isEmpty()) {
        window.restoreGeometry(geometry);
    }
    for (QSplitter* splitter : window.findChildren<QSplitter*>()) {
        const QByteArray state = settings.layoutState(splitter->objectName());
        if (!splitter->objectName().isEmpty() && !state.isEmpty()) {
            splitter->restoreState(state);
        }
    }
}

} // namespace fissure::ui
