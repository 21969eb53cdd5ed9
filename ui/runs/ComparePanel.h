#pragma once

#include "core/store/RunRecord.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace fissure::ui {

class CurveChart;
class FactTable;

/// Several runs side by side: the settings that differ, the figures of their best epochs and their validation
/// losses in one chart. Says where the figures of the runs cannot be compared.
class ComparePanel final : public QWidget {
    Q_OBJECT

public:
    explicit ComparePanel(QWidget* parent = nullptr);

    /// selected: how many runs were asked for; a note tells where not all of them are shown. now ends the
    /// durations of runs that live.
    void setRuns(const std::vector<RunRecord>& runs, std::size_t selected, WallTime now);

Q_SIGNALS:
    void curvesSaved(const QString& file);
    void curvesNotSaved(const fissure::Error& error);

private:
    void makeChart(const std::vector<RunRecord>& runs);
    void showNote(std::size_t shown, std::size_t selected, int settings);

    std::vector<RunId> m_charted;
    QLabel* m_title;
    QWidget* m_warning;
    QLabel* m_note;
    FactTable* m_table;
    QVBoxLayout* m_layout;
    CurveChart* m_chart = nullptr; ///< made anew for other runs
};

} // namespace fissure::ui
