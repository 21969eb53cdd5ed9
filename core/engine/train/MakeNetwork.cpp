#include "core/engine/train/MakeNetwork.h"

#include "core/base/Seed.h"
#include "core/engine/train/StopPoint.h"

namespace fissure {

Result<std::shared_ptr<Classifier>> makeNetwork(const RunConfig& config, const Device& device,
                                                const std::filesystem::path& weights, WeightScope scope,
                                                const std::stop_token& stop) {
    torch::manual_seed(deriveSeed(static_cast<std::uint64_t>(config.seed), "weights"));
    auto network = std::make_shared<Classifier>(config.backbone);
    if (!weights.empty()) {
        if (const auto loaded = loadWeights(*network, weights, config, scope); !loaded) {
            return failure(loaded.error());
        }
    }
    network->to(device.device);
    network->useChannelsLast();
    network->backbone().observeBlocks([stop](const torch::Tensor& x) { stopPoint(x, stop); });
    return network;
}

} // namespace fissure
