#pragma once

#include "core/base/EnumNames.h"

#include <array>
#include <string_view>

namespace fissure {

/// Network that turns a crop into 1000 class scores, by torchvision's name.
enum class Backbone { ResNext50_32x4d, ResNet18 };

/// Arithmetic of the forward and backward pass. Automatic takes bf16 where the processor has it in hardware.
enum class Precision { Automatic, Fp32, Bf16 };

/// Order in which an epoch goes through the training proposals.
enum class Sampler { Shuffle, Sequential, Weighted };

/// What the training minimises; both are computed from logits.
enum class Loss { Bce, Focal };

/// Where the tensors live.
enum class DeviceChoice { Automatic, Cpu, Cuda };

template <>
struct EnumNames<Backbone> {
    static constexpr std::array<std::string_view, 2> names{"resnext50_32x4d", "resnet18"};
};
template <>
struct EnumNames<Precision> {
    static constexpr std::array<std::string_view, 3> names{"auto", "fp32", "bf16"};
};
template <>
struct EnumNames<Sampler> {
    static constexpr std::array<std::string_view, 3> names{"shuffle", "sequential", "weighted"};
};
template <>
struct EnumNames<Loss> {
    static constexpr std::array<std::string_view, 2> names{"bce", "focal"};
};
template <>
struct EnumNames<DeviceChoice> {
    static constexpr std::array<std::string_view, 3> names{"auto", "cpu", "cuda"};
};

} // namespace fissure
