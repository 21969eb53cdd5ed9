#include "ui/common/CoreText.h"

#include <QCoreApplication>

namespace fissure::ui {

QString coreText(const Text& text) {
    if (text.isVerbatim()) {
        return QCoreApplication::translate("core", text.str().c_str());
    }
    return QString::fromStdString(text.str([](const char* context, const std::string& pattern) {
        return QCoreApplication::translate(context, pattern.c_str()).toStdString();
    }));
}

} // namespace fissure::ui
