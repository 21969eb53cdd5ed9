#include "core/engine/train/ForwardPass.h"

#include "core/engine/losses/Losses.h"
#include "core/engine/train/Autocast.h"

#include <algorithm>

namespace fissure {

DeviceBatch toDevice(const LoadedBatch& batch, const CropSource& source, const Device& device) {
    const auto count = static_cast<std::int64_t>(batch.samples.size());
    const torch::Tensor labels = torch::empty({count});
    std::ranges::transform(batch.samples, labels.data_ptr<float>(), [&](std::size_t sample) {
        return static_cast<float>(source.proposal(sample).label);
    });
    // from_blob takes no const memory; the pixels are only read, and copied before the loader reuses them.
    auto* pixels = const_cast<float*>(batch.pixels.data());
    const torch::Tensor images = torch::from_blob(pixels, {count, 3, source.sizePx(), source.sizePx()});
    return {images.to(device.device).clone(torch::MemoryFormat::ChannelsLast), labels.to(device.device)};
}

ForwardResult forwardPass(Classifier& network, const RunConfig& config, const Device& device,
                          const DeviceBatch& batch) {
    torch::Tensor logits;
    {
        const Autocast autocast(device.device.type(), device.bf16);
        logits = network.forward(batch.images);
    }
    // The loss in fp32: bf16 has three significant digits.
    logits = logits.to(torch::kFloat32);
    return {logits, sampleLosses(config, logits, batch.labels)};
}

HostResult toHost(const ForwardResult& result) {
    const torch::Tensor both = torch::stack({result.logits.detach(), result.losses.detach()})
                                   .to(torch::kCPU, torch::kFloat64)
                                   .contiguous(); // [2, N]
    const auto* values = both.data_ptr<double>();
    const auto count = both.size(1);
    return {{values, values + count}, {values + count, values + 2 * count}};
}

} // namespace fissure
