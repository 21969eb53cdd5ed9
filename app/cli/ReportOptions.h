#pragma once

#include "core/metrics/Calibration.h"

#include <CLI/CLI.hpp>

#include <optional>

namespace fissure::cli {

/// How predictions are judged.
struct ReportOptions {
    std::optional<double> threshold; ///< none: that of the run
    std::optional<double> labelIou;  ///< none: the labels of the run
    std::optional<double> recall;    ///< whose threshold is wanted
    int bins = kCalibrationBins;
    bool curves = false;
    bool json = false;
};

/// Adds an option for each. What they are stored in must outlive the command.
void addReportOptions(CLI::App& command, ReportOptions& options);

} // namespace fissure::cli
