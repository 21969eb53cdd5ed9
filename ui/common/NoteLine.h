#pragma once

#include "core/metrics/Finding.h"

#include <QIcon>
#include <QString>
#include <QWidget>

namespace fissure::ui {

QIcon severityIcon(Severity severity);
/// "Error", "Warning" or "Note".
QString severityText(Severity severity);

/// A finding with the icon of its severity before it; the text wraps and can be selected, and the files it is
/// about unfold.
class NoteLine final : public QWidget {
    Q_OBJECT

public:
    explicit NoteLine(const Finding& finding, QWidget* parent = nullptr);

private:
    static QString filesText(const Finding& finding);
    static QWidget* makeFiles(const Finding& finding);
};

} // namespace fissure::ui
