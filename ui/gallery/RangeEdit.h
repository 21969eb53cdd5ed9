#pragma once

#include <QWidget>

class QDoubleSpinBox;

namespace fissure::ui {

/// A range of fractions within [0, 1]: two fields, the first never above the second.
class RangeEdit final : public QWidget {
    Q_OBJECT

public:
    /// name ("IoU") stands before the fields and in their accessible names; their object names are
    /// objectPrefix + "Low" and + "High".
    RangeEdit(const QString& name, const QString& objectPrefix, QWidget* parent = nullptr);

    double low() const;
    double high() const;
    void setRange(double low, double high);

Q_SIGNALS:
    void rangeChanged();

private:
    QDoubleSpinBox* m_low = nullptr;
    QDoubleSpinBox* m_high = nullptr;
};

} // namespace fissure::ui
