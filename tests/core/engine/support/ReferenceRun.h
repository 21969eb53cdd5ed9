#pragma once

#include "core/engine/Trainer.h"

#include <QJsonObject>

#include <filesystem>
#include <string>
#include <vector>

namespace fissure::test {

/// What tests/reference/train_loop.py trains, as its fixture describes it: draws both splits under the folder
/// and sets the loop up, augmentation and early stopping off. The weights to begin with are the caller's.
TrainTask referenceRun(const std::filesystem::path& folder, const QJsonObject& fixture);

/// Losses and accuracies of epochs, under the fixture's keys, agree: losses within that part of them.
/// A sentence on the first that does not; empty where all do.
std::string differenceOf(const std::vector<EpochMetrics>& epochs, const QJsonObject& history,
                         double relative);

} // namespace fissure::test
