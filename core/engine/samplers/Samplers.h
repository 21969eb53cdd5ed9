#pragma once

#include "core/base/Seed.h"
#include "core/config/RunConfig.h"

#include <cstddef>
#include <span>
#include <vector>

namespace fissure {

/// 0, 1, ..., count - 1.
std::vector<std::size_t> sequentialOrder(std::size_t count);

/// A permutation of them, all equally likely (Fisher-Yates).
std::vector<std::size_t> shuffledOrder(std::size_t count, Rng& rng);

/// How often a proposal of each class is drawn, against the other.
struct ClassWeights {
    double noCrack = 1.0;
    double crack = 1.0;
};

/// crackWeight against 1, or, where it is 0, samples / count of the class, so that both classes come equally
/// often. A class without samples gets 0.
ClassWeights classWeights(std::span<const int> labels, double crackWeight);

/// As many draws with replacement as there are labels, each with its class's weight.
std::vector<std::size_t> weightedOrder(std::span<const int> labels, const ClassWeights& weights, Rng& rng);

/// The order of one epoch under the configured sampler. It follows from the run's seed and the epoch alone.
std::vector<std::size_t> epochOrder(const RunConfig& config, std::span<const int> labels, int epoch);

} // namespace fissure
