#include "core/engine/weights/PickleMachine.h"
#include "core/engine/weights/PthForms.h"
#include "core/engine/weights/WeightErrors.h"
#include "core/engine/weights/ZipArchive.h"

#include <algorithm>

namespace fissure {

namespace {

constexpr std::string_view kPickle = "data.pkl";
constexpr std::string_view kProgram = "constants.pkl"; // of TorchScript only
constexpr std::string_view kByteOrder = "byteorder";   // since PyTorch 2.1
constexpr std::string_view kStorages = "data/";

/// The one folder that all entries stand in, as "archive/".
Result<std::string> findFolder(const ZipArchive& archive, const std::string& origin) {
    for (const ZipEntry& entry : archive.entries()) {
        const std::size_t slash = entry.name.find('/');
        if (slash != std::string_view::npos && entry.name.substr(slash + 1) == kPickle) {
            return std::string(entry.name.substr(0, slash + 1));
        }
    }
    return unusableWeights(origin, Text("core", "it is an archive that torch.save did not write"));
}

Result<void> checkByteOrder(const ZipArchive& archive, const std::string& name, const std::string& origin) {
    if (archive.find(name) == nullptr) {
        return {}; // little, on all machines but the rarest
    }
    const auto order = archive.read(name);
    if (!order) {
        return failure(order.error());
    }
    if (asText(*order) == "little") {
        return {};
    }
    return unusableWeights(
        origin, Text("core", "its numbers are of the byte order \"%1\"").with(shownName(asText(*order))));
}

} // namespace

Result<PthContent> readZipForm(ByteSpan bytes, const std::string& origin) {
    const auto archive = ZipArchive::parse(bytes, origin);
    if (!archive) {
        return failure(archive.error());
    }
    const auto folder = findFolder(*archive, origin);
    if (!folder) {
        return failure(folder.error());
    }
    if (archive->find(*folder + std::string(kProgram)) != nullptr) {
        return unusableWeights(origin, Text("core", "it is a TorchScript program, which is not read"));
    }
    if (const auto checked = checkByteOrder(*archive, *folder + std::string(kByteOrder), origin); !checked) {
        return failure(checked.error());
    }
    const auto pickleBytes = archive->read(*folder + std::string(kPickle));
    if (!pickleBytes) {
        return failure(pickleBytes.error());
    }
    ByteReader reader(*pickleBytes);
    auto pickle = parsePickle(reader, origin);
    if (!pickle) {
        return failure(pickle.error());
    }
    PthContent content{std::move(*pickle), {}};
    const std::string storages = *folder + std::string(kStorages);
    for (const ZipEntry& entry : archive->entries()) {
        if (!entry.name.starts_with(storages)) {
            continue;
        }
        const auto data = archive->read(entry.name);
        if (!data) {
            return failure(data.error());
        }
        content.storages[entry.name.substr(storages.size())] = *data;
    }
    return content;
}

} // namespace fissure
