#include "app/cli/RunText.h"

#include <fmt/format.h>

namespace fissure::cli {

std::string percent(double fraction) {
    return fmt::format("{:.1f} %", fraction * 100.0);
}

std::string epochLine(const EpochMetrics& epoch, int epochs) {
    std::string line = fmt::format("epoch {}/{}  train loss {:.4f} accuracy {}", epoch.epoch, epochs,
                                   epoch.train.loss, percent(epoch.train.confusion.accuracy()));
    if (epoch.validation) {
        const ConfusionMatrix& matrix = epoch.validation->confusion;
        line += fmt::format("  validation loss {:.4f} accuracy {}  crack P {:.3f} R {:.3f} F1 {:.3f}",
                            epoch.validation->loss, percent(matrix.accuracy()), matrix.precision(),
                            matrix.recall(), matrix.f1());
    }
    return line +
           fmt::format("  {:.1f} images/s{}", epoch.imagesPerSecond, epoch.isBest ? "  best so far" : "");
}

std::string reportText(const ConfusionMatrix& matrix) {
    std::string text = ClassificationReport::of(matrix).text();
    text += fmt::format("\n{:>12} {:>18} {:>17}\n", "", "predicted no crack", "predicted crack");
    text += fmt::format("{:>12} {:>18} {:>17}\n", "no crack", matrix.trueNegatives, matrix.falsePositives);
    text += fmt::format("{:>12} {:>18} {:>17}\n", "crack", matrix.falseNegatives, matrix.truePositives);
    return text;
}

std::string durationOf(const RunSummary& run) {
    return run.endedAt ? toDurationText(workingTime(run, *run.endedAt)) : "-";
}

} // namespace fissure::cli
