#pragma once

#include <cstdint>
#include <random>
#include <string_view>

namespace fissure {

/// The one random number generator of ours: its output is fixed by the C++ standard on every platform.
using Rng = std::mt19937_64;

/// A seed for one purpose ("sampler", "augmentation") derived from the run's seed, so that no two purposes
/// share a stream. FNV-1a over the purpose, mixed by splitmix64 (Steele, Lea, Flood 2014).
constexpr std::uint64_t deriveSeed(std::uint64_t seed, std::string_view purpose, std::uint64_t index = 0) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char letter : purpose) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3ULL;
    }
    std::uint64_t state = seed + 0x9e3779b97f4a7c15ULL * (index + 1) + hash;
    state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9ULL;
    state = (state ^ (state >> 27)) * 0x94d049bb133111ebULL;
    return state ^ (state >> 31);
}

/// A real number drawn evenly from [0, 1) with 53 random bits. std::uniform_real_distribution differs between
/// standard libraries; this does not.
inline double uniform01(Rng& rng) {
    return static_cast<double>(rng() >> 11) * 0x1.0p-53;
}

/// A real number drawn evenly from [lowest, highest).
inline double uniformBetween(Rng& rng, double lowest, double highest) {
    return lowest + (highest - lowest) * uniform01(rng);
}

/// A whole number drawn evenly from [0, bound), bound > 0, without modulo bias (rejection).
inline std::uint64_t uniformBelow(Rng& rng, std::uint64_t bound) {
    const std::uint64_t limit = Rng::max() - Rng::max() % bound;
    std::uint64_t drawn = rng();
    while (drawn >= limit) {
        drawn = rng();
    }
    return drawn % bound;
}

} // namespace fissure
