#include "core/metrics/Calibration.h"

#include "core/metrics/ScoredLabel.h"

#include <algorithm>
#include <cmath>

namespace fissure {

namespace {

std::vector<CalibrationBin> emptyBins(int count) {
    // Edges as numpy's linspace has them: 3 * 0.1 is not 0.3, and a probability of 0.3 is below it.
    const double width = 1.0 / count;
    std::vector<CalibrationBin> bins(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        bins[static_cast<std::size_t>(i)].low = i * width;
        bins[static_cast<std::size_t>(i)].high = i + 1 == count ? 1.0 : (i + 1) * width;
    }
    return bins;
}

CalibrationBin& binOf(std::vector<CalibrationBin>& bins, double probability) {
    const auto found = std::ranges::lower_bound(bins, probability, {}, &CalibrationBin::high);
    return found == bins.end() ? bins.back() : *found;
}

} // namespace

std::optional<Calibration> Calibration::of(std::span<const Prediction> predictions, double labelIou,
                                           int bins) {
    if (predictions.empty()) {
        return std::nullopt;
    }
    const auto total = static_cast<double>(predictions.size());
    Calibration calibration;
    calibration.bins = emptyBins(bins);
    for (const Prediction& prediction : predictions) {
        const auto [probability, label] = ScoredLabel::of(prediction, labelIou);
        calibration.brierScore += (probability - label) * (probability - label);
        // Sums until all are counted.
        CalibrationBin& bin = binOf(calibration.bins, probability);
        ++bin.count;
        bin.meanProbability += probability;
        bin.crackFraction += label;
    }
    calibration.brierScore /= total;
    for (CalibrationBin& bin : calibration.bins) {
        if (bin.count > 0) {
            const auto count = static_cast<double>(bin.count);
            bin.meanProbability /= count;
            bin.crackFraction /= count;
            calibration.expectedError += count / total * std::abs(bin.meanProbability - bin.crackFraction);
        }
    }
    return calibration;
}

} // namespace fissure
