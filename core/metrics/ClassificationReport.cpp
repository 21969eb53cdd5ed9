#include "core/metrics/ClassificationReport.h"

#include "core/metrics/LabelRule.h"

#include <fmt/format.h>

namespace fissure {

namespace {

ClassFigures figuresOf(const ConfusionMatrix& matrix) {
    return {matrix.precision(), matrix.recall(), matrix.f1(), matrix.truePositives + matrix.falseNegatives};
}

/// The same counts with "no crack" as the positive class.
ConfusionMatrix mirrored(const ConfusionMatrix& matrix) {
    return {matrix.trueNegatives, matrix.falseNegatives, matrix.truePositives, matrix.falsePositives};
}

ClassFigures averageOf(const ClassFigures& a, double weightA, const ClassFigures& b, double weightB) {
    const double whole = weightA + weightB;
    const auto mean = [&](double x, double y) {
        return whole == 0.0 ? 0.0 : (x * weightA + y * weightB) / whole;
    };
    return {mean(a.precision, b.precision), mean(a.recall, b.recall), mean(a.f1, b.f1),
            a.support + b.support};
}

constexpr std::size_t kNameWidth = 12; ///< of "weighted avg", the longest name of a row

std::string row(const char* name, const ClassFigures& figures) {
    return fmt::format("{:>{}}  {:>9.2f} {:>9.2f} {:>9.2f} {:>9}\n", name, kNameWidth, figures.precision,
                       figures.recall, figures.f1, figures.support);
}

} // namespace

ClassificationReport ClassificationReport::of(const ConfusionMatrix& matrix) {
    ClassificationReport report;
    report.noCrack = figuresOf(mirrored(matrix));
    report.crack = figuresOf(matrix);
    report.accuracy = matrix.accuracy();
    report.macroAverage = averageOf(report.noCrack, 1.0, report.crack, 1.0);
    report.weightedAverage = averageOf(report.noCrack, static_cast<double>(report.noCrack.support),
                                       report.crack, static_cast<double>(report.crack.support));
    return report;
}

std::string ClassificationReport::text() const {
    return fmt::format("{:>{}}  {:>9} {:>9} {:>9} {:>9}\n\n", "", kNameWidth, "precision", "recall",
                       "f1-score", "support") +
           row("no crack", noCrack) + row("crack", crack) + '\n' +
           fmt::format("{:>{}}  {:>9} {:>9} {:>9.2f} {:>9}\n", "accuracy", kNameWidth, "", "", accuracy,
                       macroAverage.support) +
           row("macro avg", macroAverage) + row("weighted avg", weightedAverage);
}

ConfusionMatrix countAt(std::span<const Prediction> predictions, double threshold, double labelIou) {
    ConfusionMatrix matrix;
    for (const Prediction& prediction : predictions) {
        matrix.add(labelAt(prediction, labelIou), prediction.predicted(threshold));
    }
    return matrix;
}

} // namespace fissure
