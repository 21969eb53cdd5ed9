#pragma once

#include "core/session/TrainingSession.h"
#include "ui/launch/PreflightWorker.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fissure::ui {

/// What is known of a run before it starts, and what the user made of it: the quick checks that come with
/// each look into the folders, those that open crops, which the user asks for, and the warnings accepted.
/// What was found holds as long as the configuration takes the same proposals, and a forecast as long as it
/// takes the same work, too. GUI thread only.
class Preflight final : public QObject {
    Q_OBJECT

public:
    explicit Preflight(PreflightWorker::Check check, QObject* parent = nullptr);

    /// All that holds but the forecast, gravest first; while a check runs, what it found so far.
    std::vector<Finding> findings() const;
    /// Of a dry batch, where it holds.
    std::optional<RunForecast> forecast() const;
    /// Why no run can start, or nothing: an error, or warnings that were not accepted.
    QString obstacle() const;
    int warnings() const;
    bool isAccepted() const;
    bool isBusy() const { return m_worker.isBusy(); }
    /// The crops that the configuration takes were opened.
    bool isChecked() const;
    /// There is something to check.
    bool canCheck() const { return m_canCheck && !isBusy(); }
    /// A check was cancelled and is about to end.
    bool isCancelling() const { return m_isCancelling; }
    const PreflightProgress& progress() const { return m_progress; }
    /// Why the last check could not be done; empty where it was, or was cancelled.
    const std::optional<Error>& failed() const { return m_failed; }

    /// Puts the findings that the session does not make itself, and the warnings accepted, into a request.
    void describe(RunRequest& request) const;

    /// Follows every edit.
    void setConfig(const RunConfig& config);
    /// What the quick checks found; canCheck: the folders can be read.
    void setQuick(const std::vector<Finding>& findings, bool canCheck);
    /// While a run trains, nothing else is trained: its start ends a check.
    void setTraining(bool training);
    /// Where hashes of crops are kept.
    void setCache(const std::filesystem::path& cache) { m_cache = cache; }
    void setAccepted(bool accepted);
    void check();
    void cancel();

Q_SIGNALS:
    void changed();
    void progressed();

private:
    bool holdsCrops() const;
    bool holdsWork() const;
    void takeFound(const std::vector<Finding>& findings);
    void takeReport(const Result<DeepReport>& report);

    PreflightWorker m_worker;
    RunConfig m_config;
    std::vector<Finding> m_quick;
    RunConfig m_checkedConfig;          ///< of the check that runs or ran last
    std::vector<Finding> m_found;       ///< by the check that runs, so far
    std::optional<DeepReport> m_report; ///< of the check that ran last
    std::optional<Error> m_failed;
    PreflightProgress m_progress;
    std::set<std::string> m_accepted; ///< codes, in these folders
    std::filesystem::path m_cache;
    bool m_canCheck = false;
    bool m_isTraining = false;
    bool m_isCancelling = false;
};

} // namespace fissure::ui
