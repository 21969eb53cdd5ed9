#pragma once

#include "core/metrics/ConfusionMatrix.h"
#include "core/metrics/TrainMetrics.h"

#include <optional>
#include <span>
#include <vector>

namespace fissure {

/// The counts at a threshold: what reaches it is predicted as crack.
struct ThresholdCounts {
    double threshold = 0.0;
    ConfusionMatrix confusion;

    bool operator==(const ThresholdCounts&) const = default;
};

/// Rates are fractions in [0, 1].
struct RocPoint {
    double threshold = 0.0;
    double falsePositiveRate = 0.0;
    double truePositiveRate = 0.0;

    bool operator==(const RocPoint&) const = default;
};

struct PrecisionRecallPoint {
    double threshold = 0.0;
    double precision = 0.0;
    double recall = 0.0;

    bool operator==(const PrecisionRecallPoint&) const = default;
};

/// How a classifier does at every threshold that makes a difference, by the definitions of scikit-learn.
/// A probability that is no number counts as 0.
class Curves {
public:
    /// labelIou > 0 makes the labels anew, see labelAt(). Nothing where the proposals are of one class only:
    /// no curve can be drawn then.
    static std::optional<Curves> of(std::span<const Prediction> predictions, double labelIou = 0.0);

    /// At each probability that occurs, falling.
    const std::vector<ThresholdCounts>& counts() const { return m_counts; }
    /// As roc_curve(drop_intermediate=False): from (0, 0), at an infinite threshold, to (1, 1).
    std::vector<RocPoint> roc() const;
    /// As precision_recall_curve: at each threshold, rising, and last precision 1 at recall 0, at an infinite
    /// threshold.
    std::vector<PrecisionRecallPoint> precisionRecall() const;
    /// The area under the ROC curve, by trapezoids.
    double rocAuc() const;
    /// The mean of precision, weighted by the recall it adds (no trapezoids: they are too optimistic).
    double averagePrecision() const;

    /// Where F1 of crack is highest; of several the highest threshold.
    const ThresholdCounts& bestF1() const;
    /// The highest threshold with at least that recall of crack, and so the fewest false positives.
    const ThresholdCounts& reachingRecall(double recall) const;

private:
    explicit Curves(std::vector<ThresholdCounts> counts);

    std::vector<ThresholdCounts> m_counts; ///< never empty
};

} // namespace fissure
