#include "core/session/preflight/EpochDraws.h"

namespace fissure {

namespace {

/// Probability that a draw of the weighted sampler is a crack; there are proposals of both labels.
double weightedShare(const RunConfig& config, std::int64_t crack, std::int64_t noCrack) {
    if (config.crackWeight == 0.0) {
        return 0.5; // inverse frequency
    }
    const double weight = config.crackWeight * static_cast<double>(crack);
    return weight / (weight + static_cast<double>(noCrack));
}

} // namespace

EpochDraws expectedDraws(const RunConfig& config, std::int64_t crack, std::int64_t noCrack) {
    const std::int64_t draws = crack + noCrack;
    if (config.sampler != Sampler::Weighted || crack == 0 || noCrack == 0) {
        return {draws, static_cast<double>(crack)};
    }
    return {draws, static_cast<double>(draws) * weightedShare(config, crack, noCrack)};
}

} // namespace fissure
