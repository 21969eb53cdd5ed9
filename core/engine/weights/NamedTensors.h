#pragma once

#include "core/base/EnumNames.h"
#include "core/base/FileBytes.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fissure {

/// Types a file of weights knows.
enum class TensorType { Bool, U8, I8, I16, U16, F16, BF16, I32, U32, F32, F64, I64, U64 };

/// "F32"
std::string_view nameOf(TensorType type);

/// Bytes of one element.
std::size_t sizeOf(TensorType type);

/// Bytes of a dense tensor of that shape, whose sides are not negative; nothing where they do not fit 64
/// bits.
std::optional<std::uint64_t> byteCount(TensorType type, const std::vector<std::int64_t>& shape);

/// Kinds of files of weights: safetensors, and the two forms of torch.save.
enum class WeightsFormat { Safetensors, PthZip, PthLegacy };

template <>
struct EnumNames<WeightsFormat> {
    static constexpr std::array<std::string_view, 3> names{"safetensors", "pth_zip", "pth_legacy"};
};

/// A tensor somewhere in memory: dense, row-major, little-endian, aligned for no type.
struct TensorView {
    std::string name;
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> data;
};

/// Free text beside the tensors.
using TensorMetadata = std::map<std::string, std::string>;

/// The tensors of a file and the bytes they look into. Free of torch.
class NamedTensors {
public:
    /// tensors look into file, or into one of copies, which hold what does not lie densely in it.
    NamedTensors(WeightsFormat format, FileBytes file, std::vector<std::vector<std::byte>> copies,
                 std::vector<TensorView> tensors, TensorMetadata metadata)
        : m_format(format)
        , m_file(std::move(file))
        , m_copies(std::move(copies))
        , m_tensors(std::move(tensors))
        , m_metadata(std::move(metadata)) {}

    NamedTensors(NamedTensors&&) noexcept = default;
    NamedTensors& operator=(NamedTensors&&) noexcept = default;
    NamedTensors(const NamedTensors&) = delete;
    NamedTensors& operator=(const NamedTensors&) = delete;

    WeightsFormat format() const { return m_format; }
    /// Every name once; they look into this object.
    const std::vector<TensorView>& tensors() const { return m_tensors; }
    const TensorMetadata& metadata() const { return m_metadata; }

private:
    WeightsFormat m_format;
    FileBytes m_file;
    std::vector<std::vector<std::byte>> m_copies;
    std::vector<TensorView> m_tensors;
    TensorMetadata m_metadata;
};

} // namespace fissure
