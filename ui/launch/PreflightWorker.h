#pragma once

#include "core/session/preflight/DeepCheck.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace fissure::ui {

/// Runs the checks that open crops and train on some of them, on a thread of its own. Lives on the GUI
/// thread, where its signals come.
class PreflightWorker final : public QObject {
    Q_OBJECT

public:
    using Check = std::function<Result<DeepReport>(const RunConfig& config, const PreflightOptions& options,
                                                   const std::stop_token& stop)>;

    /// check runs on the worker's thread; a test hands in one that opens nothing.
    explicit PreflightWorker(Check check, QObject* parent = nullptr);
    /// Stops and waits, up to 2 s.
    ~PreflightWorker() override;

    bool isBusy() const { return m_thread != nullptr; }

    /// Does nothing while it is busy. The options' callbacks are the worker's own.
    void start(const RunConfig& config, PreflightOptions options);
    /// The check ends within 2 s with an Error of the code Stopped.
    void cancel();

Q_SIGNALS:
    /// At most ten times a second, and at the end of a stage; only the latest where the window is behind.
    void progressed(const fissure::PreflightProgress& progress);
    /// What one stage found.
    void found(const std::vector<fissure::Finding>& findings);
    /// It is no longer busy.
    void finished(const fissure::Result<fissure::DeepReport>& report);

private:
    class Thread;

    void end(const Result<DeepReport>& report);

    const Check m_check;
    std::unique_ptr<Thread> m_thread;
};

} // namespace fissure::ui
