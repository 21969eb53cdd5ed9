#pragma once

#include "core/session/TrainingSession.h"
#include "ui/launch/CheckPace.h"
#include "ui/launch/PreflightWorker.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <chrono>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fissure::ui {

/// What stands in the folders of a configuration, by the fingerprints of their proposals; empty where a
/// folder cannot be read.
struct FolderContents {
    std::string train;
    std::string valid;

    bool operator==(const FolderContents&) const = default;
};

/// What is known of a run before it starts, and what the user made of it: the quick checks that come with
/// each look into the folders, those that open crops, which the user asks for, and the warnings accepted.
/// What was found holds as long as the configuration takes the same proposals and the folders hold them
/// still, and a forecast as long as it takes the same work, too. GUI thread only.
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
    /// Nothing but warnings that were not accepted keeps a run from starting.
    bool awaitsAcceptance() const;
    bool isBusy() const { return m_worker.isBusy(); }
    /// The crops that the configuration takes were opened.
    bool isChecked() const;
    /// They were, and time and memory were left out of it, since a run was training.
    bool isUnmeasured() const { return isChecked() && !m_hasDryBatch; }
    /// There is something to check.
    bool canCheck() const { return m_canCheck && !isBusy(); }
    /// A check was cancelled and is about to end.
    bool isCancelling() const { return m_isCancelling; }
    const PreflightProgress& progress() const { return m_progress; }
    /// Of the stage under way; empty where it is not known yet.
    std::optional<std::chrono::milliseconds> timeLeft() const { return m_pace.left(); }
    /// Why the last check could not be done; empty where it was, or was cancelled.
    const std::optional<Error>& failed() const { return m_failed; }

    /// Puts the findings that the session does not make itself, and the warnings accepted, into a request.
    void describe(RunRequest& request) const;

    /// Follows every edit.
    void setConfig(const RunConfig& config);
    /// What the quick checks found in the folders as they are now; canCheck: the folders can be read. What
    /// was accepted of other contents no longer is.
    void setQuick(const std::vector<Finding>& findings, bool canCheck, const FolderContents& contents = {});
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
    FolderContents m_contents;
    RunConfig m_checkedConfig;          ///< of the check that runs or ran last
    FolderContents m_checkedContents;   ///< of the same
    std::vector<Finding> m_found;       ///< by the check that runs, so far
    std::optional<DeepReport> m_report; ///< of the check that ran last
    std::optional<Error> m_failed;
    PreflightProgress m_progress;
    QElapsedTimer m_sinceStart; ///< of the check that runs or ran last
    CheckPace m_pace;
    bool m_hasDryBatch = true;
    std::set<std::string> m_accepted; ///< codes, in these folders
    std::filesystem::path m_cache;
    bool m_canCheck = false;
    bool m_isTraining = false;
    bool m_isCancelling = false;
};

} // namespace fissure::ui
