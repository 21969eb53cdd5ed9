#include "core/engine/backbones/Backbones.h"

#include "core/engine/backbones/ResNet.h"

#include <array>

namespace fissure {

namespace {

std::shared_ptr<FeatureExtractor> makeResNext50() {
    return std::make_shared<ResNet>(ResNetSpec{
        .block = BlockKind::Bottleneck, .blocksInLayer = {3, 4, 6, 3}, .groups = 32, .widthPerGroup = 4});
}

std::shared_ptr<FeatureExtractor> makeResNet18() {
    return std::make_shared<ResNet>(ResNetSpec{});
}

/// One factory a backbone, in the order of the enum.
constexpr std::array kFactories{makeResNext50, makeResNet18};
static_assert(kFactories.size() == EnumNames<Backbone>::names.size());

} // namespace

std::shared_ptr<FeatureExtractor> makeBackbone(Backbone backbone) {
    return kFactories[static_cast<std::size_t>(backbone)]();
}

} // namespace fissure
