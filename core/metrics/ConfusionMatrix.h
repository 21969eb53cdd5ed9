#pragma once

#include <cstdint>

namespace fissure {

/// Counts of a binary classifier, crack being the positive class. Derived figures are fractions in [0, 1]
/// and, as in scikit-learn with zero_division=0, 0 where their denominator is 0.
struct ConfusionMatrix {
    std::int64_t truePositives = 0;
    std::int64_t falsePositives = 0;
    std::int64_t trueNegatives = 0;
    std::int64_t falseNegatives = 0;

    bool operator==(const ConfusionMatrix&) const = default;

    void add(int label, int predicted);

    std::int64_t total() const;
    double accuracy() const;
    double precision() const; ///< of crack
    double recall() const;    ///< of crack
    double f1() const;        ///< of crack
    double falsePositiveRate() const;
};

} // namespace fissure
