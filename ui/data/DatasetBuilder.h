#pragma once

#include "core/data/ProposalBuilder.h"
#include "ui/common/Worker.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>

namespace fissure::ui {

/// Builds one data set at a time on threads of its own and tells the window of it. Lives on the GUI thread;
/// however fast the photographs follow each other, only the latest progress is told.
class DatasetBuilder final : public QObject {
    Q_OBJECT

public:
    /// Builds and enters what came of it into the workspace's list; called on the builder's thread.
    using Build = std::function<Result<BuildReport>(const BuildRequest&, const BuildProgressCallback&,
                                                    std::stop_token)>;

    explicit DatasetBuilder(Build build, QObject* parent = nullptr);
    /// Cancels a build that is under way and waits for it.
    ~DatasetBuilder() override;

    bool isRunning() const { return m_isRunning; }
    /// True between cancel() and the end.
    bool isCancelling() const { return m_isRunning && m_stop.stop_requested(); }
    /// Of the build that runs; nothing before its first photograph is done.
    const std::optional<BuildProgress>& progress() const { return m_progress; }

    /// For callers who have looked at isRunning().
    void start(const BuildRequest& request);
    /// Returns at once; finished() or failed() follows as buildProposals() takes the stop.
    void cancel();

Q_SIGNALS:
    /// Started, got on, or was cancelled.
    void progressed();
    void finished(const fissure::BuildReport& report);
    void failed(const fissure::Error& error);

private:
    void put(const BuildProgress& progress);
    void takeProgress();
    void end(const Result<BuildReport>& built);

    const Build m_build;
    std::stop_source m_stop;
    std::optional<BuildProgress> m_progress;
    bool m_isRunning = false;

    std::mutex m_mutex;                    ///< guards what follows
    std::optional<BuildProgress> m_latest; ///< not yet taken

    Worker m_worker;
};

} // namespace fissure::ui
