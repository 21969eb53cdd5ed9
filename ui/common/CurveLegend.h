#pragma once

#include "ui/common/CurvePen.h"

#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;

namespace fissure::ui {

class FlowLayout;

/// The line over a chart: its title and a chip a series that shows or hides it.
class CurveLegend final : public QWidget {
    Q_OBJECT

public:
    explicit CurveLegend(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void addSeries(const QString& name, const SeriesLook& look);
    void setChecked(int series, bool checked);

Q_SIGNALS:
    void toggled(int series, bool visible);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Chip {
        QToolButton* button;
        SeriesLook look;
    };

    void restyle(const Chip& chip);

    QLabel* m_title;
    FlowLayout* m_flow;
    std::vector<Chip> m_chips;
};

} // namespace fissure::ui
