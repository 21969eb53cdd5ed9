#include "core/engine/weights/PthFile.h"

#include "core/engine/weights/PthForms.h"
#include "core/engine/weights/StateDict.h"
#include "core/engine/weights/TensorLayout.h"
#include "core/engine/weights/WeightErrors.h"
#include "core/engine/weights/ZipArchive.h"

#include <utility>

namespace fissure {

namespace {

constexpr std::uint64_t kMostCopies = 2; // files of copies

/// Makes views of the tensors that a file describes.
class TensorReader {
public:
    TensorReader(const PthContent& content, std::size_t fileSize, const std::string& origin)
        : m_content(content)
        , m_room(kMostCopies * fileSize)
        , m_origin(origin) {}

    Result<TensorView> read(const StateEntry& entry) {
        const auto& tensor = std::get<PickleTensor>(m_content.pickle.values[entry.tensor]);
        const auto& storage = std::get<PickleStorage>(m_content.pickle.values[tensor.storage]);
        const auto elements = elementsOf(storage, entry.name);
        if (!elements) {
            return failure(elements.error());
        }
        const std::size_t elementSize = sizeOf(storage.type);
        const auto reach = reachOf(tensor.layout);
        const auto size = byteCount(storage.type, tensor.layout.shape);
        if (!reach || *reach > elements->size() / elementSize || !size) {
            return damagedWeights(m_origin,
                                  Text("core", "tensor \"%1\" reaches beyond its storage").with(entry.name));
        }
        TensorView view{entry.name, storage.type, tensor.layout.shape, {}};
        if (isDense(tensor.layout)) {
            view.data = elements->subspan(static_cast<std::size_t>(tensor.layout.offset) * elementSize,
                                          static_cast<std::size_t>(*size));
            return view;
        }
        // A stride of 0 could make a tensor of any size out of one element.
        if (*size > m_room) {
            return unusableWeights(
                m_origin,
                Text("core", "tensor \"%1\" would take more memory than the file has data").with(entry.name));
        }
        m_room -= *size;
        std::vector<std::byte>& dense = m_copies.emplace_back(static_cast<std::size_t>(*size));
        copyDense(tensor.layout, elementSize, *elements, dense);
        view.data = dense;
        return view;
    }

    /// The data of those that do not lie densely in the file.
    std::vector<std::vector<std::byte>> takeCopies() { return std::move(m_copies); }

private:
    Result<ByteSpan> elementsOf(const PickleStorage& storage, const std::string& name) const {
        const auto found = m_content.storages.find(storage.key);
        if (found == m_content.storages.end()) {
            return damagedWeights(m_origin, Text("core", "the data of tensor \"%1\" are missing").with(name));
        }
        const auto size = byteCount(storage.type, {storage.count});
        if (!size || *size != found->second.size()) {
            return damagedWeights(m_origin,
                                  Text("core", "the data of tensor \"%1\" are %2 bytes long, not %3")
                                      .with(name, found->second.size(), size.value_or(UINT64_MAX)));
        }
        if (!storage.view) {
            return found->second;
        }
        const auto offset = byteCount(storage.type, {storage.view->offset});
        const auto viewSize = byteCount(storage.type, {storage.view->count});
        const auto part = offset && viewSize ? slice(found->second, *offset, *viewSize) : std::nullopt;
        if (!part) {
            return damagedWeights(m_origin,
                                  Text("core", "tensor \"%1\" reaches beyond its storage").with(name));
        }
        return *part;
    }

    const PthContent& m_content;
    std::uint64_t m_room; ///< bytes that may still be copied
    const std::string& m_origin;
    std::vector<std::vector<std::byte>> m_copies;
};

} // namespace

bool isPthFile(std::span<const std::byte> bytes) {
    return ZipArchive::isZip(bytes) || isPickle(bytes);
}

Result<NamedTensors> parsePthFile(FileBytes file, const std::string& origin) {
    const ByteSpan bytes = file.bytes();
    const bool isZip = ZipArchive::isZip(bytes);
    const auto content = isZip ? readZipForm(bytes, origin) : readLegacyForm(bytes, origin);
    if (!content) {
        return failure(content.error());
    }
    const auto entries = stateDictOf(content->pickle, origin);
    if (!entries) {
        return failure(entries.error());
    }
    std::vector<TensorView> tensors;
    TensorReader reader(*content, bytes.size(), origin);
    for (const StateEntry& entry : *entries) {
        auto tensor = reader.read(entry);
        if (!tensor) {
            return failure(tensor.error());
        }
        tensors.push_back(std::move(*tensor));
    }
    return NamedTensors(isZip ? WeightsFormat::PthZip : WeightsFormat::PthLegacy, std::move(file),
                        reader.takeCopies(), std::move(tensors), {});
}

} // namespace fissure
