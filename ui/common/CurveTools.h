#pragma once

#include <QFrame>

class QAction;
class QHBoxLayout;
class QMenu;

namespace fissure::ui {

class CurveChart;

/// The small toolbar of a chart: there while the cursor is over the chart, at the top right of its plot. The
/// same actions stand in the chart's context menu, for the keyboard too.
class CurveTools final : public QFrame {
    Q_OBJECT

public:
    /// Lies over the plot, in the chart.
    CurveTools(CurveChart& chart, QWidget& plot);

    void setSmoothingOffered(bool offered);
    bool isSmoothingOffered() const;
    void setLogarithmOffered(bool offered);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* addTool(QHBoxLayout& layout, const char* name, const char* iconName, const QString& text);
    QMenu* makeSmoothing();
    QMenu* makeSave();
    void save(const QString& title, const QString& filter, const QString& suffix, bool isPicture);
    void place();

    CurveChart& m_chart;
    QWidget& m_plot;
    QAction* m_smoothing;
    QAction* m_logarithm;
};

} // namespace fissure::ui
