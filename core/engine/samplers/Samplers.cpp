#include "core/engine/samplers/Samplers.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace fissure {

std::vector<std::size_t> sequentialOrder(std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    return order;
}

std::vector<std::size_t> shuffledOrder(std::size_t count, Rng& rng) {
    std::vector<std::size_t> order = sequentialOrder(count);
    for (std::size_t left = count; left > 1; --left) {
        std::swap(order[left - 1], order[uniformBelow(rng, left)]);
    }
    return order;
}

ClassWeights classWeights(std::span<const int> labels, double crackWeight) {
    if (crackWeight > 0.0) {
        return {1.0, crackWeight};
    }
    const auto samples = static_cast<double>(labels.size());
    const auto cracks = static_cast<double>(std::ranges::count(labels, 1));
    const auto inverseFrequency = [samples](double count) { return count == 0.0 ? 0.0 : samples / count; };
    return {inverseFrequency(samples - cracks), inverseFrequency(cracks)};
}

std::vector<std::size_t> weightedOrder(std::span<const int> labels, const ClassWeights& weights, Rng& rng) {
    std::vector<double> upTo; // sum of the weights up to and with each sample
    upTo.reserve(labels.size());
    double sum = 0.0;
    for (const int label : labels) {
        sum += label == 1 ? weights.crack : weights.noCrack;
        upTo.push_back(sum);
    }
    std::vector<std::size_t> order(labels.size());
    for (std::size_t& drawn : order) {
        const auto found = std::ranges::upper_bound(upTo, uniform01(rng) * sum);
        // Rounding may lift the product up to the sum itself.
        drawn = std::min(static_cast<std::size_t>(found - upTo.begin()), labels.size() - 1);
    }
    return order;
}

std::vector<std::size_t> epochOrder(const RunConfig& config, std::span<const int> labels, int epoch) {
    Rng rng(
        deriveSeed(static_cast<std::uint64_t>(config.seed), "sampler", static_cast<std::uint64_t>(epoch)));
    switch (config.sampler) {
    case Sampler::Shuffle:
        return shuffledOrder(labels.size(), rng);
    case Sampler::Weighted:
        return weightedOrder(labels, classWeights(labels, config.crackWeight), rng);
    case Sampler::Sequential:
        break;
    }
    return sequentialOrder(labels.size());
}

} // namespace fissure
