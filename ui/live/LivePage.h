#pragma once

#include "core/base/Ids.h"
#include "ui/common/ThumbnailCache.h"
#include "ui/live/HardestModel.h"
#include "ui/live/LiveStatus.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QPlainTextEdit;
class QSplitter;
class QStackedLayout;

namespace fissure::ui {

class Banner;
class LiveHeader;
class RunController;
class RunCurves;

/// The run that trains now, or trained last: progress, curves, the hardest crops of the last epoch and the
/// log.
class LivePage final : public QWidget {
    Q_OBJECT

public:
    /// The controller must outlive the page.
    explicit LivePage(RunController& controller, QWidget* parent = nullptr);
    ~LivePage() override;

    const LiveStatus& status() const { return m_status; }
    /// Where the splitters stand, for the next start of the program.
    QByteArray saveState() const;
    /// False, and nothing changed, where the bytes are not of saveState().
    bool restoreState(const QByteArray& state);

Q_SIGNALS:
    void inspectRequested(fissure::RunId run);
    void newRunRequested();

private:
    QWidget* makeBody();
    QWidget* makeCharts();
    QWidget* makeHardest();
    QWidget* makeLog();
    void follow();
    void onPreparing();
    void onStarted(const RunStarted& started);
    void onEpoch(const EpochMetrics& epoch, const std::vector<Prediction>& predictions);
    void onFinished(const RunResult& result);
    void onRefused(const Error& error);
    void log(const QString& severity, const QString& text);
    void refresh();
    LiveStatus::Elapsed now() const;
    std::chrono::milliseconds shownElapsed() const;
    void inspect();

    RunController& m_controller;
    LiveStatus m_status;
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_endedAfter{0};
    QTimer m_refreshTimer;
    ThumbnailCache m_thumbnails;
    HardestModel m_hardestModel;

    QStackedLayout* m_stack;
    Banner* m_banner;
    LiveHeader* m_header;
    RunCurves* m_curves;
    QSplitter* m_splitter;
    QSplitter* m_sideSplitter;
    QLabel* m_hardestTitle;
    QListView* m_hardest;
    QPlainTextEdit* m_log;
};

} // namespace fissure::ui
