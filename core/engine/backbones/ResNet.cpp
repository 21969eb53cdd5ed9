#include "core/engine/backbones/ResNet.h"

#include <string>

namespace fissure {

namespace {

namespace nn = torch::nn;

constexpr std::int64_t kStemChannels = 64;
constexpr std::int64_t kClasses = 1000; // of ImageNet
constexpr std::int64_t kBottleneckExpansion = 4;

std::int64_t expansionOf(BlockKind block) {
    return block == BlockKind::Bottleneck ? kBottleneckExpansion : 1;
}

nn::Conv2d convolution(std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride = 1,
                       std::int64_t groups = 1) {
    return nn::Conv2d(
        nn::Conv2dOptions(in, out, kernel).stride(stride).padding(kernel / 2).groups(groups).bias(false));
}

/// The sizes of one block.
struct BlockShape {
    std::int64_t in = 0;
    std::int64_t width = 0;
    std::int64_t out = 0;
    std::int64_t stride = 1;
    std::int64_t groups = 1;

    bool changesShape() const { return stride != 1 || in != out; }
};

/// The 1x1 convolution that brings the identity to the block's output shape.
nn::Sequential makeDownsample(const BlockShape& shape) {
    return nn::Sequential(convolution(shape.in, shape.out, 1, shape.stride), nn::BatchNorm2d(shape.out));
}

class BasicBlock final : public ResidualBlock {
public:
    explicit BasicBlock(const BlockShape& shape)
        : m_conv1(register_module("conv1", convolution(shape.in, shape.out, 3, shape.stride)))
        , m_bn1(register_module("bn1", nn::BatchNorm2d(shape.out)))
        , m_conv2(register_module("conv2", convolution(shape.out, shape.out, 3)))
        , m_bn2(register_module("bn2", nn::BatchNorm2d(shape.out))) {
        if (shape.changesShape()) {
            m_downsample = register_module("downsample", makeDownsample(shape));
        }
    }

    torch::Tensor forward(const torch::Tensor& x) override {
        torch::Tensor out = m_bn1(m_conv1(x)).relu_();
        out = m_bn2(m_conv2(out));
        out += m_downsample ? m_downsample->forward(x) : x;
        return out.relu_();
    }

private:
    nn::Conv2d m_conv1;
    nn::BatchNorm2d m_bn1;
    nn::Conv2d m_conv2;
    nn::BatchNorm2d m_bn2;
    nn::Sequential m_downsample{nullptr};
};

class Bottleneck final : public ResidualBlock {
public:
    explicit Bottleneck(const BlockShape& shape)
        : m_conv1(register_module("conv1", convolution(shape.in, shape.width, 1)))
        , m_bn1(register_module("bn1", nn::BatchNorm2d(shape.width)))
        , m_conv2(
              register_module("conv2", convolution(shape.width, shape.width, 3, shape.stride, shape.groups)))
        , m_bn2(register_module("bn2", nn::BatchNorm2d(shape.width)))
        , m_conv3(register_module("conv3", convolution(shape.width, shape.out, 1)))
        , m_bn3(register_module("bn3", nn::BatchNorm2d(shape.out))) {
        if (shape.changesShape()) {
            m_downsample = register_module("downsample", makeDownsample(shape));
        }
    }

    torch::Tensor forward(const torch::Tensor& x) override {
        torch::Tensor out = m_bn1(m_conv1(x)).relu_();
        out = m_bn2(m_conv2(out)).relu_();
        out = m_bn3(m_conv3(out));
        out += m_downsample ? m_downsample->forward(x) : x;
        return out.relu_();
    }

private:
    nn::Conv2d m_conv1;
    nn::BatchNorm2d m_bn1;
    nn::Conv2d m_conv2;
    nn::BatchNorm2d m_bn2;
    nn::Conv2d m_conv3;
    nn::BatchNorm2d m_bn3;
    nn::Sequential m_downsample{nullptr};
};

std::shared_ptr<ResidualBlock> makeBlock(BlockKind kind, const BlockShape& shape) {
    if (kind == BlockKind::Bottleneck) {
        return std::make_shared<Bottleneck>(shape);
    }
    return std::make_shared<BasicBlock>(shape);
}

} // namespace

ResNet::ResNet(const ResNetSpec& spec)
    : m_conv1(register_module(
          "conv1", nn::Conv2d(nn::Conv2dOptions(3, kStemChannels, 7).stride(2).padding(3).bias(false))))
    , m_bn1(register_module("bn1", nn::BatchNorm2d(kStemChannels)))
    , m_fc(nullptr)
    , m_channels(kStemChannels) {
    for (int layer = 0; layer < static_cast<int>(spec.blocksInLayer.size()); ++layer) {
        addLayer(spec, layer);
    }
    m_fc = register_module("fc", nn::Linear(m_channels, kClasses));
    initialise();
}

void ResNet::addLayer(const ResNetSpec& spec, int index) {
    const std::int64_t planes = kStemChannels << index;
    nn::ModuleList layer;
    for (int block = 0; block < spec.blocksInLayer[static_cast<std::size_t>(index)]; ++block) {
        BlockShape shape;
        shape.in = m_channels;
        shape.width = planes * spec.widthPerGroup / 64 * spec.groups;
        shape.out = planes * expansionOf(spec.block);
        shape.stride = index > 0 && block == 0 ? 2 : 1;
        shape.groups = spec.groups;
        m_blocks.push_back(makeBlock(spec.block, shape));
        layer->push_back(m_blocks.back());
        m_channels = shape.out;
    }
    register_module("layer" + std::to_string(index + 1), layer);
}

void ResNet::initialise() {
    for (const auto& module : modules(/*include_self=*/false)) {
        if (auto* conv = module->as<nn::Conv2d>()) {
            nn::init::kaiming_normal_(conv->weight, 0.0, torch::kFanOut, torch::kReLU);
        } else if (auto* norm = module->as<nn::BatchNorm2d>()) {
            nn::init::constant_(norm->weight, 1.0);
            nn::init::constant_(norm->bias, 0.0);
        }
    }
}

torch::Tensor ResNet::forward(torch::Tensor x) { // [N, 3, H, W]
    x = m_bn1(m_conv1(x)).relu_();               // [N, 64, H/2, W/2]
    x = torch::max_pool2d(x, 3, 2, 1);           // [N, 64, H/4, W/4]
    blockDone(x);
    for (const auto& block : m_blocks) {
        x = block->forward(x);
        blockDone(x);
    }
    x = torch::adaptive_avg_pool2d(x, {1, 1}).flatten(1); // [N, C]
    return m_fc(x);                                       // [N, 1000]
}

} // namespace fissure
