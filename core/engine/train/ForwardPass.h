#pragma once

#include "core/config/RunConfig.h"
#include "core/engine/Device.h"
#include "core/engine/backbones/Classifier.h"
#include "core/engine/dataset/BatchLoader.h"

#include <torch/torch.h>

#include <vector>

namespace fissure {

/// A batch where the network computes.
struct DeviceBatch {
    torch::Tensor images; // [N, 3, H, W], fp32, channels last
    torch::Tensor labels; // [N], fp32
};

/// Copies a batch of at least one sample to the device.
DeviceBatch toDevice(const LoadedBatch& batch, const CropSource& source, const Device& device);

/// Logits and losses of a batch.
struct ForwardResult {
    torch::Tensor logits; // [N], fp32
    torch::Tensor losses; // [N], fp32
};

/// The network and the configured loss over a batch, in the device's precision.
ForwardResult forwardPass(Classifier& network, const RunConfig& config, const Device& device,
                          const DeviceBatch& batch);

/// The same figures on the host, in one transfer.
struct HostResult {
    std::vector<double> logits;
    std::vector<double> losses;
};

HostResult toHost(const ForwardResult& result);

} // namespace fissure
