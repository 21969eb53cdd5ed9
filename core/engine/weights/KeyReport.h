#pragma once

#include "core/base/Text.h"
#include "core/engine/weights/NamedTensors.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace fissure {

/// A tensor that a network wants to be filled.
struct WantedTensor {
    std::string key;
    std::vector<std::int64_t> shape;
    bool isOptional = false; ///< it may stay as it is
};

/// Tensors of a file under the keys that a network would know them by; their names are the file's own.
using TensorsByKey = std::map<std::string, const TensorView*>;

/// Under their own names; they look into tensors.
TensorsByKey byName(std::span<const TensorView> tensors);

/// A tensor whose shape or type the network cannot take.
struct UnfitTensor {
    std::string name;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> wantedShape;
    TensorType type = TensorType::F32;

    bool operator==(const UnfitTensor&) const = default;
};

/// What keeps a file's tensors from filling a network, by key. Free of torch.
struct KeyReport {
    std::vector<std::string> missing;    ///< keys that no tensor is given for
    std::vector<std::string> unexpected; ///< names of the file that the network has no key for
    std::vector<UnfitTensor> misshaped;
    std::vector<UnfitTensor> mistyped; ///< of the right shape, and a type that LibTorch lacks

    bool operator==(const KeyReport&) const = default;

    bool fits() const;

    /// All of it in one clause, "2 missing (a, b), 1 unexpected (c)", with three examples of each kind; empty
    /// where all fits.
    Text summary() const;
};

KeyReport compareKeys(std::span<const WantedTensor> wanted, const TensorsByKey& given);

/// False for unsigned numbers of more than 8 bits, which LibTorch 1.13 has no tensors of.
bool isTorchType(TensorType type);

} // namespace fissure
