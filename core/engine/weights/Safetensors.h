#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fissure {

/// Types a safetensors file knows.
enum class TensorType { Bool, U8, I8, I16, U16, F16, BF16, I32, U32, F32, F64, I64, U64 };

/// "F32"
std::string_view nameOf(TensorType type);

/// Bytes of one element.
std::size_t sizeOf(TensorType type);

/// A tensor somewhere in memory: dense, row-major, little-endian.
struct TensorView {
    std::string name;
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> data;
};

/// Free text beside the tensors, under "__metadata__".
using TensorMetadata = std::map<std::string, std::string>;

/// Under it our own weights say the input size in px that they were trained at.
inline constexpr const char* kImageSizeKey = "image_size";

/// A safetensors file (https://github.com/huggingface/safetensors, format 1) in memory, checked as a whole:
/// what parse() accepts can be read without looking again. Free of torch.
class Safetensors {
public:
    /// origin names the file in errors. Fails with WrongFormat where it is no safetensors file, with Damaged
    /// where it is one and header and data do not fit.
    static Result<Safetensors> parse(std::vector<std::byte> bytes, const std::string& origin);

    Safetensors(Safetensors&&) noexcept = default;
    Safetensors& operator=(Safetensors&&) noexcept = default;
    Safetensors(const Safetensors&) = delete;
    Safetensors& operator=(const Safetensors&) = delete;

    /// In the order of their data; they look into this object.
    const std::vector<TensorView>& tensors() const { return m_tensors; }
    const TensorMetadata& metadata() const { return m_metadata; }

private:
    Safetensors() = default;

    std::vector<std::byte> m_bytes;
    std::vector<TensorView> m_tensors;
    TensorMetadata m_metadata;
};

/// A whole file of these tensors, the widest types first so that all data is aligned, then by name.
std::vector<std::byte> toSafetensors(std::vector<TensorView> tensors, const TensorMetadata& metadata);

} // namespace fissure
