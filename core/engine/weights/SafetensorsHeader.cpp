#include "core/engine/weights/SafetensorsHeader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

namespace fissure {

namespace {

using Json = nlohmann::json;

constexpr const char* kMetadataKey = "__metadata__";
constexpr int kDeepest = 4; // of a header: object, tensor, list, number

/// Stops the parser from inside its callback.
struct HeaderRefused {
    Text cause;
};

std::optional<TensorType> typeOf(std::string_view name) {
    for (int i = 0; i <= static_cast<int>(TensorType::U64); ++i) {
        if (nameOf(static_cast<TensorType>(i)) == name) {
            return static_cast<TensorType>(i);
        }
    }
    return std::nullopt;
}

tl::unexpected<Error> damaged(const std::string& origin, Text cause) {
    return failure(ErrorCode::Damaged, origin, std::move(cause),
                   Text("core", "download or export the weights again"));
}

/// The DOM keeps the last of two equal keys silently, so they are refused while parsing; so is nesting, which
/// would let a small file take much memory.
Result<Json> parseStrictly(std::string_view text, const std::string& origin) {
    std::array<std::set<std::string>, kDeepest + 1> keys;
    const auto check = [&keys](int depth, Json::parse_event_t event, Json& parsed) {
        const bool opens =
            event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start;
        if (opens && depth >= kDeepest) {
            throw HeaderRefused{Text("core", "its header is nested too deeply")};
        }
        if (event == Json::parse_event_t::object_start) {
            keys[static_cast<std::size_t>(depth) + 1].clear();
        }
        if (event == Json::parse_event_t::key &&
            !keys[static_cast<std::size_t>(depth)].insert(parsed.get<std::string>()).second) {
            throw HeaderRefused{
                Text("core", "its header names \"%1\" twice").with(parsed.get<std::string>())};
        }
        return true;
    };
    try {
        return Json::parse(text, check);
    } catch (const HeaderRefused& refused) {
        return damaged(origin, refused.cause);
    } catch (const Json::exception& broken) {
        return damaged(origin, Text("core", "its header is not JSON in UTF-8 (%1)").with(broken.what()));
    }
}

bool isListOfSizes(const Json& json) {
    return json.is_array() && std::ranges::all_of(json, [](const Json& side) {
               return side.is_number_unsigned() && side.get<std::uint64_t>() <= INT64_MAX;
           });
}

Result<TensorEntry> parseEntry(const std::string& name, const Json& json, const std::string& origin) {
    if (!json.is_object() || json.size() != 3 || !json.contains("dtype") || !json.contains("shape") ||
        !json.contains("data_offsets")) {
        return damaged(
            origin,
            Text("core", "tensor \"%1\" is not described by dtype, shape and data_offsets").with(name));
    }
    const Json& dtype = json["dtype"];
    const auto type = dtype.is_string() ? typeOf(dtype.get<std::string>()) : std::nullopt;
    if (!type) {
        return damaged(origin,
                       Text("core", "tensor \"%1\" is of the unknown type %2").with(name, dtype.dump()));
    }
    const Json& offsets = json["data_offsets"];
    if (!isListOfSizes(json["shape"]) || !isListOfSizes(offsets) || offsets.size() != 2) {
        return damaged(
            origin, Text("core", "shape or data_offsets of tensor \"%1\" are not whole numbers").with(name));
    }
    TensorEntry entry{name, *type, json["shape"].get<std::vector<std::int64_t>>(),
                      offsets[0].get<std::uint64_t>(), offsets[1].get<std::uint64_t>()};
    if (entry.end < entry.begin) {
        return damaged(origin, Text("core", "the data of tensor \"%1\" ends before it begins").with(name));
    }
    const auto bytes = byteCount(entry.type, entry.shape);
    if (!bytes) {
        return damaged(origin, Text("core", "the size of tensor \"%1\" overflows 64 bits").with(name));
    }
    if (*bytes != entry.end - entry.begin) {
        return damaged(origin,
                       Text("core", "tensor \"%1\" has %2 bytes of data where its type and shape make %3")
                           .with(name, entry.end - entry.begin, *bytes));
    }
    return entry;
}

Result<TensorMetadata> parseMetadata(const Json& json, const std::string& origin) {
    TensorMetadata metadata;
    const bool isTexts =
        json.is_object() && std::ranges::all_of(json, [](const Json& value) { return value.is_string(); });
    if (!isTexts) {
        return damaged(origin, Text("core", "its metadata is not a map of texts"));
    }
    for (const auto& [key, value] : json.items()) {
        metadata[key] = value.get<std::string>();
    }
    return metadata;
}

/// Entries in the order of their offsets must follow one another from 0 to the end of the data.
Result<void> checkLayout(const std::vector<TensorEntry>& entries, std::uint64_t dataSize,
                         const std::string& origin) {
    std::uint64_t expected = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const TensorEntry& entry = entries[i];
        if (entry.end > dataSize) {
            return damaged(origin, Text("core", "the data of tensor \"%1\" ends at byte %2 of %3")
                                       .with(entry.name, entry.end, dataSize));
        }
        if (i > 0 && entry.begin == entries[i - 1].begin) {
            return damaged(origin, Text("core", "tensors \"%1\" and \"%2\" share an offset")
                                       .with(entries[i - 1].name, entry.name));
        }
        if (entry.begin < expected) {
            return damaged(origin, Text("core", "the data of tensors \"%1\" and \"%2\" overlap")
                                       .with(entries[i - 1].name, entry.name));
        }
        if (entry.begin > expected) {
            return damaged(origin,
                           Text("core", "there is a hole of %1 bytes before the data of tensor \"%2\"")
                               .with(entry.begin - expected, entry.name));
        }
        expected = entry.end;
    }
    if (expected != dataSize) {
        return damaged(origin,
                       Text("core", "%1 bytes at its end belong to no tensor").with(dataSize - expected));
    }
    return {};
}

} // namespace

Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view json, std::uint64_t dataSize,
                                                 const std::string& origin) {
    const Result<Json> parsed = parseStrictly(json, origin);
    if (!parsed) {
        return failure(parsed.error());
    }
    SafetensorsHeader header;
    for (const auto& [name, value] : parsed->items()) {
        if (name == kMetadataKey) {
            auto metadata = parseMetadata(value, origin);
            if (!metadata) {
                return failure(metadata.error());
            }
            header.metadata = std::move(*metadata);
            continue;
        }
        auto entry = parseEntry(name, value, origin);
        if (!entry) {
            return failure(entry.error());
        }
        header.entries.push_back(std::move(*entry));
    }
    std::ranges::sort(header.entries, {},
                      [](const TensorEntry& entry) { return std::pair(entry.begin, entry.end); });
    return checkLayout(header.entries, dataSize, origin).map([&] { return std::move(header); });
}

} // namespace fissure
