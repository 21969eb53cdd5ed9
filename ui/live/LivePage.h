#pragma once

#include "core/base/Ids.h"
#include "core/session/TrainingSession.h"
#include "ui/common/ThumbnailCache.h"
#include "ui/live/HardestModel.h"

#include <QWidget>

class QLabel;
class QListView;
class QPlainTextEdit;
class QSplitter;
class QStackedLayout;

namespace fissure::ui {

class Banner;
class CurrentRun;
class LiveHeader;
class RunController;
class RunCurves;
class RunQueue;

/// The run that trains now, or trained last: progress, curves, the runs that wait for their turn, the hardest
/// crops of the last epoch and the log.
class LivePage final : public QWidget {
    Q_OBJECT

public:
    /// All three must outlive the page; run and queue follow the same controller.
    LivePage(RunController& controller, const CurrentRun& run, RunQueue& queue, QWidget* parent = nullptr);
    ~LivePage() override;

    /// Where the splitters stand, for the next start of the program.
    QByteArray saveState() const;
    /// False, and nothing changed, where the bytes are not of saveState().
    bool restoreState(const QByteArray& state);

Q_SIGNALS:
    void inspectRequested(fissure::RunId run);
    void experimentRequested(fissure::RunId run);
    void newRunRequested();

private:
    QWidget* makeBody();
    QWidget* makeSide();
    QWidget* makeCharts();
    QWidget* makeHardest();
    QWidget* makeLog();
    void follow();
    void onPreparing();
    void onStarted(const RunStarted& started);
    void onEpoch(const EpochMetrics& epoch, const std::vector<Prediction>& predictions);
    void onFinished(const RunResult& result);
    void onRefused(const Error& error);
    void showRun(bool hasRun);
    void showSide();
    void log(const QString& severity, const QString& text);
    void showNoHardest(const QString& reason);
    void refresh();
    void inspect();

    RunController& m_controller;
    const CurrentRun& m_run;
    RunQueue& m_queue;
    ThumbnailCache m_thumbnails;
    HardestModel m_hardestModel;

    QStackedLayout* m_stack;
    Banner* m_banner;
    Banner* m_droppedBanner; ///< of runs of the queue; it stays while the next ones train
    LiveHeader* m_header;
    RunCurves* m_curves;
    QSplitter* m_splitter;
    QWidget* m_side = nullptr;
    QSplitter* m_sideSplitter;
    QLabel* m_hardestTitle;
    QLabel* m_noHardest;
    QListView* m_hardest;
    QPlainTextEdit* m_log;
};

} // namespace fissure::ui
