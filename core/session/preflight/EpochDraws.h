#pragma once

#include "core/config/RunConfig.h"

#include <cstdint>

namespace fissure {

/// What the sampler shows in an epoch, on average.
struct EpochDraws {
    std::int64_t draws = 0; ///< proposals, repetitions included
    double cracks = 0.0;    ///< of them

    double share() const { return draws == 0 ? 0.0 : cracks / static_cast<double>(draws); }

    bool operator==(const EpochDraws&) const = default;
};

/// Of an epoch over so many proposals of each label. Pure.
EpochDraws expectedDraws(const RunConfig& config, std::int64_t crack, std::int64_t noCrack);

} // namespace fissure
