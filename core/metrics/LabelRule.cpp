#include "core/metrics/LabelRule.h"

#include "core/metrics/TrainMetrics.h"

#include <string>

namespace fissure {

namespace {

/// The digit before the extension, as proposals are named; the label the run used where there is none.
int labelInName(const Prediction& prediction) {
    const std::string& file = prediction.file;
    const auto extension = file.rfind('.');
    if (extension == std::string::npos || extension < 2 || file[extension - 2] != '.') {
        return prediction.label;
    }
    const char label = file[extension - 1];
    return label == '0' || label == '1' ? label - '0' : prediction.label;
}

} // namespace

int labelAt(const Prediction& prediction, double labelIou) {
    return labelIou > 0.0 ? labelAt(prediction.iou, prediction.iouIsExact, labelInName(prediction), labelIou)
                          : prediction.label;
}

} // namespace fissure
