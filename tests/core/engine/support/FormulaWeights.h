#pragma once

#include "core/data/Image.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fissure::test {

/// The same values as tests/reference/formula.py: a hash of key and index, in [-0.5, 0.5).
std::vector<double> formulaUnit(std::string_view key, std::size_t count);

/// Weights of a tensor of that key and shape.
std::vector<double> formulaValues(const std::string& key, const std::vector<std::int64_t>& shape);

/// A safetensors file with the whole state of a classifier ("resnet18", "resnext50_32x4d") in formula values.
std::vector<std::byte> formulaClassifier(const std::string& backbone);

/// Crop `index` of a split ("train", "valid") as tests/reference/train_loop.py draws it; odd ones have a
/// crack.
Image drawFormulaCrop(const std::string& split, int index, int sidePx);

} // namespace fissure::test
