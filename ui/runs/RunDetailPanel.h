#pragma once

#include "core/base/Workspace.h"
#include "core/store/RunRecord.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace fissure::ui {

class ComparePanel;
class ConfigurationTab;
class CurvesTab;
class EnvironmentTab;
class FilesTab;
class IconLabel;
class OverviewTab;
class ReportTab;

/// All of one run, in tabs, or several runs compared. Steps and predictions are asked for only while the
/// curves and the report are looked at.
class RunDetailPanel final : public QWidget {
    Q_OBJECT

public:
    explicit RunDetailPanel(const Workspace& workspace, QWidget* parent = nullptr);

    void setRun(const RunRecord& run);
    /// Shows several runs beside each other; selected as in ComparePanel.
    void compare(const std::vector<RunRecord>& runs, std::size_t selected);
    /// Until when runs without an end are counted.
    void setNow(WallTime now);
    /// Steps of another run than the one shown are dropped.
    void setSteps(RunId run, const std::vector<StepMetrics>& steps);
    /// Of the epoch that was last asked for; those of another run than the one shown are dropped.
    void setPredictions(RunId run, const std::vector<Prediction>& predictions);
    /// Shows that no run is chosen.
    void clear();

    std::optional<RunId> shownRun() const { return m_shown; }
    int currentTab() const;
    void setCurrentTab(int tab);

Q_SIGNALS:
    void stepsWanted(fissure::RunId run);
    void predictionsWanted(fissure::RunId run, int epoch);
    void curvesSaved(const QString& file);
    void curvesNotSaved(const fissure::Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeDetails();
    void makeTabs();
    void askForSteps();

    std::optional<RunId> m_shown;
    WallTime m_now;
    int m_epochs = 0;           ///< of the run shown
    int m_epochsWithSteps = -1; ///< when its steps were asked for; -1: not yet
    QStackedWidget* m_stack;
    QLabel* m_title;
    IconLabel* m_statusIcon;
    QLabel* m_status;
    QTabWidget* m_tabs;
    OverviewTab* m_overview;
    CurvesTab* m_curves;
    ReportTab* m_report;
    ConfigurationTab* m_configuration;
    EnvironmentTab* m_environment;
    FilesTab* m_files;
    ComparePanel* m_compare;
};

} // namespace fissure::ui
