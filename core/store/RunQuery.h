#pragma once

#include "core/base/Result.h"
#include "core/base/Workspace.h"
#include "core/metrics/Mark.h"
#include "core/store/RunRecord.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fissure {

/// Reads runs and marks of proposals, also those that another process is training. Read-only; one object
/// belongs to one thread.
class RunQuery {
public:
    /// Fails with NewerSchema, WrongFormat (of another program), Damaged or Unreadable. A workspace without a
    /// database reads as one without runs, until there is one.
    static Result<std::unique_ptr<RunQuery>> open(const Workspace& workspace);
    ~RunQuery();
    RunQuery(const RunQuery&) = delete;
    RunQuery& operator=(const RunQuery&) = delete;

    /// All runs, newest first.
    Result<std::vector<RunSummary>> runs() const;
    /// A run by its number, a prefix of its uuid (4 digits or more) or "last". Fails with NotFound; an
    /// ambiguous prefix is said so.
    Result<RunId> resolve(const std::string& text) const;
    Result<RunRecord> run(RunId run) const;
    Result<std::vector<StepMetrics>> steps(RunId run) const;
    /// Predictions of an epoch, by default of the best; empty before the first epoch is over. In the order of
    /// file.
    Result<std::vector<Prediction>> predictions(RunId run, std::optional<int> epoch = std::nullopt) const;
    /// The marks of the crops of a folder.
    Result<Marks> marks(const std::string& folder) const;
    /// Changes whenever anything was committed by anyone: a cheap way to see whether to read again.
    Result<std::int64_t> changeCounter() const;

private:
    class Impl;
    explicit RunQuery(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace fissure
