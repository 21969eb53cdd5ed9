#pragma once

#include "core/base/FileBytes.h"
#include "core/base/Result.h"
#include "core/engine/weights/NamedTensors.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace fissure {

/// Metadata: under it our own weights say the input size in px that they were trained at.
inline constexpr const char* kImageSizeKey = "image_size";

/// True for what starts as a safetensors file does: with a brace behind the length of its header.
bool looksLikeSafetensors(std::span<const std::byte> bytes);

/// A safetensors file (https://github.com/huggingface/safetensors, format 1), checked as a whole: what is
/// accepted can be read without looking again. The tensors stand in the order of their data, the metadata is
/// what the header holds under "__metadata__". origin names the file in errors. Fails with WrongFormat where
/// it is no safetensors file, with Damaged where it is one and header and data do not fit.
Result<NamedTensors> parseSafetensors(FileBytes file, const std::string& origin);

/// Whether parseSafetensors() would accept these bytes, and with what it would fail else.
Result<void> checkSafetensors(std::span<const std::byte> bytes, const std::string& origin);

/// A whole file of these tensors, the widest types first so that all data is aligned, then by name; those
/// without elements last, for they would share an offset with the next.
std::vector<std::byte> toSafetensors(std::vector<TensorView> tensors, const TensorMetadata& metadata);

} // namespace fissure
