#include "core/engine/weights/Safetensors.h"

#include "core/engine/weights/SafetensorsHeader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace fissure {

static_assert(std::endian::native == std::endian::little, "safetensors data is little-endian");

namespace {

constexpr std::size_t kLengthBytes = 8; // a 64-bit number in front of the header
constexpr std::uint64_t kShortestHeader = 8;
constexpr std::uint64_t kLongestHeader = 100'000'000;
constexpr std::size_t kAlignment = 8;

tl::unexpected<Error> notSafetensors(const std::string& origin, const Text& cause) {
    return failure(ErrorCode::WrongFormat, origin,
                   Text("core", "it is not a safetensors file: %1").with(cause));
}

/// Of the header; the file begins with it.
std::uint64_t lengthOf(std::span<const std::byte> bytes) {
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), kLengthBytes);
    return length;
}

/// Checks the whole file.
Result<SafetensorsHeader> headerOf(std::span<const std::byte> bytes, const std::string& origin) {
    if (bytes.size() < kLengthBytes + kShortestHeader) {
        return notSafetensors(origin, Text("core", "it has only %1 bytes").with(bytes.size()));
    }
    const std::uint64_t length = lengthOf(bytes);
    if (length < kShortestHeader || length > kLongestHeader) {
        return notSafetensors(origin, Text("core", "its header would be %1 bytes long").with(length));
    }
    if (!looksLikeSafetensors(bytes)) {
        return notSafetensors(origin, Text("core", "its header does not start with a brace"));
    }
    const std::uint64_t rest = bytes.size() - kLengthBytes;
    if (length > rest) {
        return failure(
            ErrorCode::Damaged, origin,
            Text("core", "it is cut off: its header is %1 bytes long and %2 are there").with(length, rest),
            Text("core", "download or export the weights again"));
    }
    const auto* text = reinterpret_cast<const char*>(bytes.data()) + kLengthBytes;
    return parseSafetensorsHeader({text, length}, rest - length, origin);
}

} // namespace

bool looksLikeSafetensors(std::span<const std::byte> bytes) {
    return bytes.size() > kLengthBytes && bytes[kLengthBytes] == std::byte{'{'};
}

Result<NamedTensors> parseSafetensors(FileBytes file, const std::string& origin) {
    const auto bytes = file.bytes();
    auto header = headerOf(bytes, origin);
    if (!header) {
        return failure(header.error());
    }
    std::vector<TensorView> tensors;
    const auto data = bytes.subspan(kLengthBytes + lengthOf(bytes));
    for (TensorEntry& entry : header->entries) {
        tensors.push_back({std::move(entry.name), entry.type, std::move(entry.shape),
                           data.subspan(entry.begin, entry.end - entry.begin)});
    }
    return NamedTensors(WeightsFormat::Safetensors, std::move(file), {}, std::move(tensors),
                        std::move(header->metadata));
}

Result<void> checkSafetensors(std::span<const std::byte> bytes, const std::string& origin) {
    return headerOf(bytes, origin).map([](const SafetensorsHeader&) {});
}

std::vector<std::byte> toSafetensors(std::vector<TensorView> tensors, const TensorMetadata& metadata) {
    std::ranges::sort(tensors, [](const TensorView& a, const TensorView& b) {
        const auto placeOf = [](const TensorView& tensor) {
            return std::pair(!tensor.data.empty(), sizeOf(tensor.type));
        };
        return placeOf(a) != placeOf(b) ? placeOf(a) > placeOf(b) : a.name < b.name;
    });
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    if (!metadata.empty()) {
        header["__metadata__"] = metadata;
    }
    std::size_t offset = 0;
    for (const TensorView& tensor : tensors) {
        header[tensor.name] = {{"dtype", nameOf(tensor.type)},
                               {"shape", tensor.shape},
                               {"data_offsets", {offset, offset + tensor.data.size()}}};
        offset += tensor.data.size();
    }
    std::string text = header.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    text.resize((text.size() + kAlignment - 1) / kAlignment * kAlignment, ' ');

    std::vector<std::byte> bytes(kLengthBytes + text.size() + offset);
    const std::uint64_t length = text.size();
    std::byte* out = bytes.data();
    std::memcpy(out, &length, kLengthBytes);
    std::memcpy(out + kLengthBytes, text.data(), text.size());
    out += kLengthBytes + text.size();
    for (const TensorView& tensor : tensors) {
        std::ranges::copy(tensor.data, out);
        out += tensor.data.size();
    }
    return bytes;
}

} // namespace fissure
