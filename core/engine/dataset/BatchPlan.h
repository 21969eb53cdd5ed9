#pragma once

#include <cstddef>
#include <vector>

namespace fissure {

/// Which samples make up which batch: positions of a list of samples in the order they are used.
struct BatchPlan {
    std::vector<std::size_t> order;  ///< sample by position
    std::vector<std::size_t> starts; ///< first position of each batch, and order.size() at the end

    std::size_t batches() const { return starts.empty() ? 0 : starts.size() - 1; }
    std::size_t sizeOf(std::size_t batch) const { return starts[batch + 1] - starts[batch]; }
};

/// What becomes of a last batch of a single sample. Training joins it to the batch before: batch
/// normalisation has no variance to compute from one sample where the last feature maps are a single pixel
/// (crops of 32 px).
enum class LoneSample { OwnBatch, JoinsBatchBefore };

/// Cuts an order into batches of batchSize, the last one smaller.
BatchPlan planBatches(std::vector<std::size_t> order, std::size_t batchSize, LoneSample lone);

} // namespace fissure
