#include "core/engine/weights/PickleMachine.h"
#include "core/engine/weights/PthForms.h"
#include "core/engine/weights/WeightErrors.h"

namespace fissure {

namespace {

constexpr std::string_view kMagic = "\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19"; // 0x1950a86a20f9469cfc6c
constexpr std::int64_t kVersion = 1001;
constexpr auto kProtocolOperation = std::byte{0x80};
constexpr auto kNewestProtocol = std::byte{5};

/// The three pickles in front of the object's.
Result<void> checkHeader(ByteReader& reader, const std::string& origin) {
    const auto magic = parsePickle(reader, origin);
    const auto* number = magic ? magic->as<PickleBigInteger>(magic->root) : nullptr;
    if (number == nullptr || number->bytes != kMagic) {
        return unusableWeights(origin, Text("core", "it is a pickle that torch.save did not write"));
    }
    const auto version = parsePickle(reader, origin);
    if (!version) {
        return failure(version.error());
    }
    const auto* versionNumber = version->as<std::int64_t>(version->root);
    if (versionNumber == nullptr || *versionNumber != kVersion) {
        return unusableWeights(origin, Text("core", "it is of a version of torch.save that is not known"));
    }
    const auto machine = parsePickle(reader, origin);
    if (!machine) {
        return failure(machine.error());
    }
    const auto* facts = machine->as<PickleDict>(machine->root);
    const auto order = facts == nullptr ? std::nullopt : machine->find(*facts, "little_endian");
    const auto* isLittle = order ? machine->as<bool>(*order) : nullptr;
    if (isLittle == nullptr) {
        return damagedWeights(origin, Text("core", "it does not say in which order its bytes are"));
    }
    if (!*isLittle) {
        return unusableWeights(origin, Text("core", "its numbers are of the byte order \"%1\"").with("big"));
    }
    return {};
}

/// The types of the storages by key. Where several tensors look at one as different types, it was written as
/// the first of them.
std::map<std::string_view, TensorType> storageTypes(const Pickle& pickle) {
    std::map<std::string_view, TensorType> types;
    for (const PickleValue& value : pickle.values) {
        if (const auto* storage = std::get_if<PickleStorage>(&value)) {
            types.emplace(storage->key, storage->type);
        }
    }
    return types;
}

/// The next storage: a count and the elements.
std::optional<ByteSpan> takeStorage(ByteReader& reader, TensorType type) {
    const auto count = reader.number<std::int64_t>();
    const auto size = count && *count >= 0 ? byteCount(type, {*count}) : std::nullopt;
    return size ? reader.take(*size) : std::nullopt;
}

Result<void> takeStorages(ByteReader& reader, const Pickle& keys, PthContent& content,
                          const std::string& origin) {
    const auto* list = keys.as<PickleList>(keys.root);
    if (list == nullptr) {
        return damagedWeights(origin, Text("core", "its list of storages is broken"));
    }
    const auto types = storageTypes(content.pickle);
    for (const PickleRef item : list->items) {
        const auto* key = keys.as<PickleText>(item);
        const auto type = key == nullptr ? types.end() : types.find(*key);
        if (type == types.end() || content.storages.contains(*key)) {
            return damagedWeights(origin, Text("core", "its list of storages is broken"));
        }
        const auto storage = takeStorage(reader, type->second);
        if (!storage) {
            return damagedWeights(
                origin,
                Text("core", "it is cut off: its storage \"%1\" ends beyond its end").with(shownName(*key)));
        }
        content.storages[*key] = *storage;
    }
    if (reader.rest() > 0) {
        return damagedWeights(origin,
                              Text("core", "%1 bytes at its end belong to no tensor").with(reader.rest()));
    }
    return {};
}

} // namespace

bool isPickle(ByteSpan bytes) {
    return bytes.size() > 1 && bytes[0] == kProtocolOperation && bytes[1] <= kNewestProtocol;
}

Result<PthContent> readLegacyForm(ByteSpan bytes, const std::string& origin) {
    ByteReader reader(bytes);
    if (const auto checked = checkHeader(reader, origin); !checked) {
        return failure(checked.error());
    }
    auto pickle = parsePickle(reader, origin);
    if (!pickle) {
        return failure(pickle.error());
    }
    const auto keys = parsePickle(reader, origin);
    if (!keys) {
        return failure(keys.error());
    }
    PthContent content{std::move(*pickle), {}};
    return takeStorages(reader, *keys, content, origin).map([&] { return std::move(content); });
}

} // namespace fissure
