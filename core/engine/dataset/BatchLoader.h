#pragma once

#include "core/base/Result.h"
#include "core/engine/dataset/BatchPlan.h"
#include "core/engine/dataset/CropSource.h"
#include "core/metrics/TrainMetrics.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace fissure {

/// Crops ready for the network, on the host.
struct LoadedBatch {
    std::size_t number = 0;           ///< of the plan, from 0
    std::vector<float> pixels;        ///< [samples.size(), 3, H, W], and unused room behind
    std::vector<std::size_t> samples; ///< of the source; crops that could not be read are missing
    std::vector<SkippedFile> skipped; ///< those crops, with their folder
};

/// How one pass loads its crops.
struct LoaderOptions {
    int threads = 1;
    int prefetchBatches = 1;                          ///< batches kept ready or in work ahead of the consumer
    std::optional<AugmentationSettings> augmentation; ///< none: crops as they are
    std::uint64_t augmentationSeed = 0;               ///< of this pass; each position derives its own from it
};

/// Loads the batches of one pass ahead of their use, on threads of its own. What comes out depends on plan
/// and options.augmentationSeed alone, not on the number of threads. The threads run no ATen operation, which
/// would give each of them a pool of its own.
class BatchLoader {
public:
    /// The source must outlive the loader.
    BatchLoader(const CropSource& source, BatchPlan plan, const LoaderOptions& options);
    /// Waits for the crops in work, not for the rest of the pass.
    ~BatchLoader();
    BatchLoader(const BatchLoader&) = delete;
    BatchLoader& operator=(const BatchLoader&) = delete;

    std::size_t batches() const { return m_plan.batches(); }

    /// The next batch of the plan, valid until the next call; nullptr at the end. A batch may have no samples
    /// left. Fails with Stopped, or with what went wrong on a loading thread.
    Result<const LoadedBatch*> next(std::stop_token stop);

private:
    /// A batch in the making: one entry a sample.
    struct Slot {
        LoadedBatch batch;
        std::vector<std::optional<Error>> errors;
        std::size_t open = 0; ///< samples not loaded yet
    };
    /// One sample to load, and where to.
    struct Ticket {
        Slot* slot = nullptr;
        std::size_t place = 0;
        std::size_t position = 0;
    };

    Slot& slotOf(std::size_t batch) { return m_slots[batch % m_slots.size()]; }
    void openSlot(std::size_t batch);
    std::optional<Ticket> takeTicket(const std::stop_token& stop);
    void work(const std::stop_token& stop);
    void loadSample(const Ticket& ticket);
    void finish(Slot& slot, std::size_t number);

    const CropSource& m_source;
    const BatchPlan m_plan;
    const LoaderOptions m_options;

    std::mutex m_mutex;
    std::condition_variable_any m_workAhead; ///< a slot was opened
    std::condition_variable_any m_batchDone; ///< a slot's last sample was loaded, or loading failed
    std::deque<Slot> m_slots;
    std::size_t m_nextPosition = 0; ///< to be taken by a thread
    std::size_t m_nextBatch = 0;    ///< of the position above
    std::size_t m_openedUpTo = 0;   ///< batches whose slot is open or done
    std::size_t m_handedOut = 0;    ///< batches the consumer has had
    std::optional<Error> m_failure;

    std::vector<std::jthread> m_threads; ///< last: they use all of the above
};

} // namespace fissure
