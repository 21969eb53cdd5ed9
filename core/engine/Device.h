#pragma once

#include "core/base/Result.h"
#include "core/config/RunConfig.h"

#include <torch/torch.h>

#include <string>

namespace fissure {

/// Where a run computes, and in which arithmetic.
struct Device {
    torch::Device device = torch::kCPU;
    bool bf16 = false; ///< autocast of the forward pass to bfloat16; parameters stay fp32
    int threads = 1;   ///< of the network's arithmetic on the processor
    std::string name;  ///< "cpu", "cuda:0 NVIDIA ..."

    std::string precisionName() const { return bf16 ? "bf16" : "fp32"; }
};

/// Resolves what the configuration left to the machine. Automatic precision takes bf16 only where the
/// hardware has it. Fails with NotFound where CUDA is asked for and LibTorch finds none.
Result<Device> chooseDevice(const RunConfig& config);

} // namespace fissure
