#include "app/cli/Scores.h"

#include <fmt/format.h>

namespace fissure::cli {

namespace {

/// Thresholds are written to the last digit: rounded up, one would leave out the proposal it stands for.
std::string textOf(const std::string& name, const ThresholdCounts& counts) {
    const ConfusionMatrix& confusion = counts.confusion;
    return fmt::format("{}: threshold {}  precision {:.4f} recall {:.4f} F1 {:.4f}\n", name, counts.threshold,
                       confusion.precision(), confusion.recall(), confusion.f1());
}

Json toJson(const ThresholdCounts& counts) {
    return {{"threshold", counts.threshold},
            {"precision", counts.confusion.precision()},
            {"recall", counts.confusion.recall()},
            {"f1", counts.confusion.f1()}};
}

Json toJson(const RocPoint& point) {
    return {{"threshold", point.threshold},
            {"false_positive_rate", point.falsePositiveRate},
            {"true_positive_rate", point.truePositiveRate}};
}

Json toJson(const PrecisionRecallPoint& point) {
    return {{"threshold", point.threshold}, {"precision", point.precision}, {"recall", point.recall}};
}

Json toJson(const CalibrationBin& bin) {
    const auto ofProposals = [&bin](double mean) { return bin.count > 0 ? Json(mean) : Json(nullptr); };
    return {{"low", bin.low},
            {"high", bin.high},
            {"count", bin.count},
            {"probability", ofProposals(bin.meanProbability)},
            {"crack_fraction", ofProposals(bin.crackFraction)}};
}

template <class Point>
Json listOf(const std::vector<Point>& points) {
    Json list = Json::array();
    for (const Point& point : points) {
        list.push_back(toJson(point));
    }
    return list;
}

} // namespace

Scores::Scores(std::span<const Prediction> predictions, double labelIou, const ReportOptions& options)
    : m_options(options)
    , m_curves(Curves::of(predictions, labelIou))
    , m_calibration(Calibration::of(predictions, labelIou, options.bins)) {}

std::string Scores::text() const {
    std::string text = "\n";
    if (m_curves) {
        text += fmt::format("ROC AUC {:.4f}  average precision {:.4f}\n", m_curves->rocAuc(),
                            m_curves->averagePrecision());
    } else {
        text += "ROC AUC -  average precision -  (the proposals are of one class only)\n";
    }
    if (m_calibration) {
        text += fmt::format("Brier score {:.4f}  expected calibration error {:.4f} in {} bins\n",
                            m_calibration->brierScore, m_calibration->expectedError, m_options.bins);
    }
    if (m_curves) {
        text += textOf("best F1", m_curves->bestF1());
    }
    if (m_curves && m_options.recall) {
        text += textOf(fmt::format("recall from {:g}", *m_options.recall),
                       m_curves->reachingRecall(*m_options.recall));
    }
    return text;
}

void Scores::addTo(Json& report) const {
    report["roc_auc"] = m_curves ? Json(m_curves->rocAuc()) : Json(nullptr);
    report["average_precision"] = m_curves ? Json(m_curves->averagePrecision()) : Json(nullptr);
    report["best_f1"] = m_curves ? toJson(m_curves->bestF1()) : Json(nullptr);
    if (m_options.recall) {
        report["reaching_recall"] =
            m_curves ? toJson(m_curves->reachingRecall(*m_options.recall)) : Json(nullptr);
    }
    report["brier_score"] = m_calibration ? Json(m_calibration->brierScore) : Json(nullptr);
    report["expected_calibration_error"] = m_calibration ? Json(m_calibration->expectedError) : Json(nullptr);
    report["calibration_bins"] = m_options.bins;
    if (m_options.curves) {
        addCurvesTo(report);
    }
}

void Scores::addCurvesTo(Json& report) const {
    report["roc"] = m_curves ? listOf(m_curves->roc()) : Json::array();
    report["precision_recall"] = m_curves ? listOf(m_curves->precisionRecall()) : Json::array();
    report["reliability"] = m_calibration ? listOf(m_calibration->bins) : Json::array();
}

} // namespace fissure::cli
