#pragma once

#include "app/cli/ReportOptions.h"
#include "app/cli/RunJson.h"
#include "core/metrics/Curves.h"

#include <optional>
#include <span>
#include <string>

namespace fissure::cli {

/// What is said of predictions beside the report at one threshold: areas, Brier score, calibration error and
/// the thresholds that stand out.
class Scores {
public:
    /// Labels are those at labelIou, see labelAt(). The options must outlive it.
    Scores(std::span<const Prediction> predictions, double labelIou, const ReportOptions& options);

    /// A line a figure, with an empty one before them.
    std::string text() const;
    /// Adds roc_auc, average_precision, brier_score ... to a report; null where one class alone has none.
    void addTo(Json& report) const;

private:
    void addCurvesTo(Json& report) const;

    const ReportOptions& m_options;
    std::optional<Curves> m_curves;
    std::optional<Calibration> m_calibration;
};

} // namespace fissure::cli
