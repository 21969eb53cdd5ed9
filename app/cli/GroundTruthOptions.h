#pragma once

#include "core/data/GroundTruthReader.h"

#include <CLI/CLI.hpp>

#include <array>
#include <string>

namespace fissure::cli {

/// What was given with --masks, --coco, --yolo and --voc; an empty path where an option was not.
struct GroundTruthOptions {
    std::array<GroundTruthSource, 4> sources{{{GroundTruthFormat::Masks, {}},
                                              {GroundTruthFormat::Coco, {}},
                                              {GroundTruthFormat::Yolo, {}},
                                              {GroundTruthFormat::Voc, {}}}};

    /// The one that was given. Fails with WrongFormat where it is none or several; command is the subject.
    Result<GroundTruthSource> chosen(const std::string& command) const;
};

/// Adds an option for each format, and those that say how boxes are read off masks. What they are stored in
/// must outlive the command.
void addGroundTruth(CLI::App& command, GroundTruthOptions& options, MaskBoxSettings& mask);

} // namespace fissure::cli
