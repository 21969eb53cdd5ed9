#pragma once

#include "core/base/Result.h"
#include "core/config/RunConfig.h"
#include "core/engine/weights/KeyReport.h"

namespace fissure {

/// How the tensors of a file fill a classifier.
struct WeightsFit {
    KeyReport keys;
    bool hasHead = false; ///< classifier.* is in the file; a run would draw it at random otherwise
};

/// Compares a file with the classifier that a run of that configuration trains, by the rules its initial
/// weights go by. Free of torch. Fails with OutOfMemory or Internal.
Result<WeightsFit> compareWithClassifier(const NamedTensors& file, const RunConfig& config);

} // namespace fissure
