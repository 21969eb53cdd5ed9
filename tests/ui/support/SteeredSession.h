#pragma once

#include "core/session/TrainingSession.h"

namespace fissure::ui::test {

/// A session that trains nothing and can be steered: it reports a step every few milliseconds until it is
/// stopped, and holds where it is asked to, as a training does.
class SteeredSession final : public Session {
public:
    static constexpr int kSteps = 100'000; ///< of the one epoch

    Result<RunResult> run(const RunRequest& request, TrainObserver& observer, RunControl control) override;
};

} // namespace fissure::ui::test
