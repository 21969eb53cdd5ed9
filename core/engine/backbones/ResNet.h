#pragma once

#include "core/engine/backbones/FeatureExtractor.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace fissure {

/// Two 3x3 convolutions (ResNet-18, -34), or 1x1, 3x3, 1x1 with four times the channels (ResNet-50 and
/// larger).
enum class BlockKind { Basic, Bottleneck };

/// What tells one network of the family from another. groups and widthPerGroup above 1 and 64 make it a
/// ResNeXt (Xie et al. 2017).
struct ResNetSpec {
    BlockKind block = BlockKind::Basic;
    std::array<int, 4> blocksInLayer{2, 2, 2, 2};
    std::int64_t groups = 1;
    std::int64_t widthPerGroup = 64;
};

/// One residual block: [N, C, H, W] to [N, C', H / stride, W / stride].
class ResidualBlock : public torch::nn::Module {
public:
    virtual torch::Tensor forward(const torch::Tensor& x) = 0;
};

/// ResNet (He et al. 2016) as torchvision builds, names and initialises it.
class ResNet final : public FeatureExtractor {
public:
    explicit ResNet(const ResNetSpec& spec);

    torch::Tensor forward(torch::Tensor x) override;

private:
    void addLayer(const ResNetSpec& spec, int index);
    void initialise();

    torch::nn::Conv2d m_conv1;
    torch::nn::BatchNorm2d m_bn1;
    torch::nn::Linear m_fc;
    std::vector<std::shared_ptr<ResidualBlock>> m_blocks;
    std::int64_t m_channels = 64; ///< of the last block added
};

} // namespace fissure
