#pragma once

#include "core/metrics/TrainMetrics.h"

#include <cmath>
#include <cstdint>

namespace fissure {

/// What a logit says as a probability of crack.
inline double probabilityOf(double logit) {
    return 1.0 / (1.0 + std::exp(-logit));
}

/// Sums over the samples of a batch or a whole pass.
struct SplitSums {
    double loss = 0.0;
    ConfusionMatrix confusion;

    std::int64_t samples() const { return confusion.total(); }
    double meanLoss() const { return samples() == 0 ? 0.0 : loss / static_cast<double>(samples()); }

    void add(double sampleLoss, int label, double probability, double threshold) {
        loss += sampleLoss;
        confusion.add(label, probability >= threshold ? 1 : 0);
    }

    void add(const SplitSums& other) {
        loss += other.loss;
        confusion.truePositives += other.confusion.truePositives;
        confusion.falsePositives += other.confusion.falsePositives;
        confusion.trueNegatives += other.confusion.trueNegatives;
        confusion.falseNegatives += other.confusion.falseNegatives;
    }

    SplitMetrics metrics() const { return {meanLoss(), confusion}; }
};

} // namespace fissure
