#include "core/metrics/Curves.h"

#include "core/metrics/ScoredLabel.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <utility>

namespace fissure {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::vector<ScoredLabel> mostProbableFirst(std::span<const Prediction> predictions, double labelIou) {
    std::vector<ScoredLabel> scored;
    scored.reserve(predictions.size());
    for (const Prediction& prediction : predictions) {
        scored.push_back(ScoredLabel::of(prediction, labelIou));
    }
    std::ranges::sort(scored, std::ranges::greater(), &ScoredLabel::probability);
    return scored;
}

RocPoint rocPointOf(const ThresholdCounts& counts) {
    return {counts.threshold, counts.confusion.falsePositiveRate(), counts.confusion.recall()};
}

} // namespace

Curves::Curves(std::vector<ThresholdCounts> counts) : m_counts(std::move(counts)) {}

std::optional<Curves> Curves::of(std::span<const Prediction> predictions, double labelIou) {
    const std::vector<ScoredLabel> scored = mostProbableFirst(predictions, labelIou);
    ConfusionMatrix confusion;
    confusion.falseNegatives = std::ranges::count(scored, 1, &ScoredLabel::label);
    confusion.trueNegatives = static_cast<std::int64_t>(scored.size()) - confusion.falseNegatives;
    if (confusion.falseNegatives == 0 || confusion.trueNegatives == 0) {
        return std::nullopt;
    }
    std::vector<ThresholdCounts> counts;
    for (const ScoredLabel& each : scored) {
        if (each.label == 1) {
            ++confusion.truePositives;
            --confusion.falseNegatives;
        } else {
            ++confusion.falsePositives;
            --confusion.trueNegatives;
        }
        // Proposals of one probability cross a threshold together.
        if (counts.empty() || counts.back().threshold != each.probability) {
            counts.push_back({each.probability, {}});
        }
        counts.back().confusion = confusion;
    }
    return Curves(std::move(counts));
}

std::vector<RocPoint> Curves::roc() const {
    std::vector<RocPoint> points{{kInfinity, 0.0, 0.0}};
    points.reserve(m_counts.size() + 1);
    std::ranges::transform(m_counts, std::back_inserter(points), rocPointOf);
    return points;
}

std::vector<PrecisionRecallPoint> Curves::precisionRecall() const {
    std::vector<PrecisionRecallPoint> points;
    points.reserve(m_counts.size() + 1);
    for (auto each = m_counts.rbegin(); each != m_counts.rend(); ++each) {
        points.push_back({each->threshold, each->confusion.precision(), each->confusion.recall()});
    }
    points.push_back({kInfinity, 1.0, 0.0});
    return points;
}

double Curves::rocAuc() const {
    double area = 0.0;
    RocPoint last;
    for (const ThresholdCounts& counts : m_counts) {
        const RocPoint point = rocPointOf(counts);
        area += (point.falsePositiveRate - last.falsePositiveRate) *
                (point.truePositiveRate + last.truePositiveRate) / 2.0;
        last = point;
    }
    return area;
}

double Curves::averagePrecision() const {
    double sum = 0.0;
    double lastRecall = 0.0;
    for (const ThresholdCounts& counts : m_counts) {
        const double recall = counts.confusion.recall();
        sum += (recall - lastRecall) * counts.confusion.precision();
        lastRecall = recall;
    }
    return sum;
}

const ThresholdCounts& Curves::bestF1() const {
    return *std::ranges::max_element(m_counts, {},
                                     [](const ThresholdCounts& counts) { return counts.confusion.f1(); });
}

const ThresholdCounts& Curves::reachingRecall(double recall) const {
    const auto found = std::ranges::find_if(
        m_counts, [recall](const ThresholdCounts& counts) { return counts.confusion.recall() >= recall; });
    return found == m_counts.end() ? m_counts.back() : *found;
}

} // namespace fissure
