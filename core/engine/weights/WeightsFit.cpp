#include "core/engine/weights/WeightsFit.h"

#include "core/engine/train/Guarded.h"
#include "core/engine/weights/ClassifierWeights.h"

namespace fissure {

Result<WeightsFit> compareWithClassifier(const NamedTensors& file, const RunConfig& config) {
    return guarded([&]() -> Result<WeightsFit> {
        return fitOf(Classifier(config.backbone), file, WeightScope::AtLeastBackbone);
    });
}

} // namespace fissure
