#pragma once

#include "core/base/Result.h"

#include <QPointF>
#include <QString>

#include <vector>

class QWidget;

namespace fissure::ui {

struct NamedCurve {
    QString name;
    const std::vector<QPointF>* points;
};

/// CSV with the columns series, x (under its title) and value, written whole or not at all. Fails with
/// Unwritable, naming the file.
Result<void> writeCurves(const QString& file, const QString& xTitle, const std::vector<NamedCurve>& curves);

/// PNG of a widget in twice its size, written whole or not at all. Fails with Unwritable, naming the file.
Result<void> writePicture(const QString& file, QWidget& widget);

} // namespace fissure::ui
