#pragma once

#include "core/session/RunEstimate.h"
#include "core/session/TrainingSession.h"
#include "core/store/DatasetRecord.h"
#include "ui/launch/Preflight.h"
#include "ui/launch/Presets.h"
#include "ui/launch/PreviewScanner.h"
#include "ui/launch/WeightsFetcher.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QSplitter;

namespace fissure::ui {

class Banner;
class ConfigForm;
class DatasetPreview;
class PresetMenu;
class RecentPaths;
class StartBar;
class WeightsLine;

/// The page that describes a new run: the form at the left, what it means at the right, name, tags, presets,
/// queue and start below.
class LaunchPage final : public QWidget {
    Q_OBJECT

public:
    /// recent must outlive the page.
    explicit LaunchPage(RecentPaths& recent, QWidget* parent = nullptr);
    ~LaunchPage() override;

    RunRequest request() const;
    /// Why a run cannot start now, in one sentence; empty where it can. What only waits for the look into the
    /// folders may be asked for, a start or a place in the queue: it follows then.
    QString obstacle() const;
    /// Splitter and recent paths, those of other pages included, for the next start of the program.
    QByteArray saveState() const;
    /// The user's presets, for the next start of the program.
    QByteArray presets() const { return m_presets.toJson(); }

    void setRequest(const RunRequest& request);
    /// Fills the folder for training or validation and leaves the rest as it is.
    void useDataset(const std::string& folder, DatasetRole role);
    /// What presets() gave.
    void setPresets(const QByteArray& json) { m_presets.restore(json); }
    /// While a run is active no other can start, but it can be queued.
    void setRunning(bool running);
    /// Where what was found out about folders and crops is kept.
    void setCache(const std::filesystem::path& cache) {
        m_scanner.setCache(cache);
        m_preflight.setCache(cache);
    }
    /// Where downloaded weights are kept.
    void setWeights(const std::filesystem::path& folder) { m_fetcher.setFolder(folder); }
    /// The runs so far, newest first, from which the time of the next is estimated.
    void setHistory(const std::vector<RunSummary>& history);
    void showError(const Error& error);
    void showError(const QString& text);
    /// What is wrong with the workspace, as long as it is.
    void setWorkspaceError(const std::optional<Error>& error);
    /// Something to know before the next start, such as a slow installation.
    void showWarning(const QString& text);
    void showInfo(const QString& text);
    /// False, and nothing changed, where the bytes are not of saveState().
    bool restoreState(const QByteArray& state);

Q_SIGNALS:
    void startRequested(const fissure::RunRequest& request);
    /// The run is to be trained after those before it.
    void queueRequested(const fissure::RunRequest& request);
    /// A preset was saved or deleted.
    void presetsChanged();

protected:
    bool event(QEvent* event) override;

private:
    /// What the user asked for while the folders were being read.
    enum class Wish { None, Start, Queue };

    QWidget* makeHeader();
    void wireBar();
    void wirePresets();
    void wireWeights();
    void lookAgain();
    void takeConfig();
    void takePreview(const DataPreview& preview);
    void scan();
    void takePreflight();
    void showPreview();
    RunEstimate estimate() const;
    bool isPreviewCurrent() const;
    bool waitsForScanOnly() const;
    bool canQueue() const;
    bool awaitsAcceptance() const;
    void refreshStart();
    void wishFor(Wish wish);
    void start();
    void addToQueue();
    RunRequest takeRequest();
    void applyPreset(const QString& title, const PresetEffect& effect);
    void askPresetName();
    void goToProblem();
    void loadConfiguration();
    void saveConfiguration();
    void load(const QString& file);
    void save(const QString& file);

    RecentPaths& m_recent;
    Presets m_presets;
    PreviewScanner m_scanner;
    Preflight m_preflight;
    WeightsFetcher m_fetcher;
    QTimer m_scanDelay;
    DataPreview m_preview;
    std::optional<RunConfig> m_previewConfig; ///< what the preview was made for
    RunConfig m_scannedConfig;                ///< what is being looked at
    std::vector<RunSummary> m_history;
    RunEstimate m_estimate;
    Wish m_wish = Wish::None;
    bool m_isRunning = false;
    quint64 m_sampleRound = 0;

    Banner* m_banner;
    Banner* m_workspaceBanner;
    QSplitter* m_splitter;
    ConfigForm* m_form;
    DatasetPreview* m_dataset;
    WeightsLine* m_weights;
    PresetMenu* m_presetMenu;
    StartBar* m_bar;
};

} // namespace fissure::ui
