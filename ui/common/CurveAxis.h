#pragma once

#include "ui/common/AxisTicks.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QString>

class QAbstractAxis;
class QAbstractSeries;
class QCategoryAxis;
class QChart;
class QValueAxis;

namespace fissure::ui {

enum class CurveUnit {
    Number,  ///< as it is
    Percent, ///< fractions in [0, 1], written in percent
};

/// An axis of a CurveChart, linear or logarithmic, with ticks at round numbers. What is drawn on it are
/// positions: values times the unit's factor, or their decimal logarithms.
class CurveAxis final : public QObject {
    Q_OBJECT

public:
    /// Adds itself to the chart, which owns it.
    CurveAxis(QChart& chart, Qt::Alignment side, const QString& title);

    void setUnit(CurveUnit unit) { m_unit = unit; }
    CurveUnit unit() const { return m_unit; }
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_isLogarithmic; }
    void attach(QAbstractSeries& series);

    /// Values that cannot be drawn (0 and less on a logarithmic axis) have no finite position.
    double position(double value) const;
    double value(double position) const;
    /// Positions, in so many parts at most; the ticks of a linear axis are not closer than smallestStep.
    void show(const AxisRange& positions, int ticks, double smallestStep = 0.0);
    AxisRange shown() const { return m_shown; }

    void restyle(const QFont& font, const QColor& text, const QColor& line, const QColor& grid);

private:
    void showLinear(int ticks, double smallestStep);
    void showLogarithmic(int ticks);
    QAbstractAxis* current() const;

    QChart& m_chart;
    QValueAxis* m_linear;
    QCategoryAxis* m_logarithmic;
    CurveUnit m_unit = CurveUnit::Number;
    bool m_isLogarithmic = false;
    AxisRange m_shown;
};

} // namespace fissure::ui
