#include "core/data/IndexCache.h"

#include "core/base/Files.h"
#include "core/data/CacheFolder.h"
#include "core/data/FolderListing.h"
#include "core/data/ProposalName.h"

#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace fissure {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kPrefix = "proposals-";
constexpr std::uint64_t kFormat = 0x3149'5250'5353'4946; // "FISSPRI1" in the order of the machine's bytes
constexpr std::size_t kDigestSize = 64;

/// File systems count time in steps, FAT in the longest: within one a change leaves no trace.
constexpr std::int64_t kLongestStepNs = 2'000'000'000;

/// Numbers as the machine holds them, texts by their length; the format's number tells a machine that holds
/// them otherwise.
class Writer {
public:
    explicit Writer(std::string& bytes) : m_bytes(bytes) {}

    template <class Value>
    void add(const Value& value) {
        static_assert(std::is_trivially_copyable_v<Value>);
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void addText(std::string_view text) {
        add(static_cast<std::uint32_t>(text.size()));
        m_bytes.append(text);
    }

private:
    std::string& m_bytes;
};

/// Gives back what a Writer wrote, and empty values from the first on that is not whole.
class Reader {
public:
    explicit Reader(std::string_view bytes) : m_rest(bytes) {}

    bool isAtEnd() const { return m_isWhole && m_rest.empty(); }
    bool isWhole() const { return m_isWhole; }

    template <class Value>
    Value take() {
        static_assert(std::is_trivially_copyable_v<Value>);
        Value value{};
        const std::string_view bytes = takeBytes(sizeof value);
        if (!bytes.empty()) {
            std::memcpy(&value, bytes.data(), sizeof value);
        }
        return value;
    }
    std::string_view takeText() { return takeBytes(take<std::uint32_t>()); }

private:
    std::string_view takeBytes(std::size_t count) {
        m_isWhole = m_isWhole && count <= m_rest.size();
        if (!m_isWhole) {
            return {};
        }
        const std::string_view bytes = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return bytes;
    }

    std::string_view m_rest;
    bool m_isWhole = true;
};

struct KeptHeader {
    std::uint64_t format = kFormat;
    FolderStamp stamp;
    std::int64_t entries = 0;
    std::uint64_t proposals = 0;
    std::uint64_t rejected = 0;
};

struct KeptFacts {
    double iou = 0.0;
    std::uint8_t label = 0;
    std::uint8_t isExact = 0;
    std::uint8_t unused[6] = {}; // no byte is left to chance: the same index gives the same file
};

/// The path that a folder has whatever way leads to it; empty where there is none.
std::string canonicalPath(const fs::path& folder) {
    std::error_code error;
    return fs::canonical(folder, error).string();
}

fs::path keptFile(const fs::path& cache, const std::string& canonical) {
    return cache / (std::string(kPrefix) + sha256(canonical).substr(0, 32) + ".index");
}

std::string_view textOf(const std::vector<std::byte>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// What follows the digest; nothing where it is not what was written.
std::optional<std::string_view> contentOf(const std::vector<std::byte>& bytes) {
    if (bytes.size() < kDigestSize ||
        sha256(std::span(bytes).subspan(kDigestSize)) != textOf(bytes).substr(0, kDigestSize)) {
        return std::nullopt;
    }
    return textOf(bytes).substr(kDigestSize);
}

bool holdsEntries(const fs::path& folder, std::int64_t count) {
    std::int64_t found = 0;
    return visitFolder(folder, [&](std::string_view, auto) { ++found; }).has_value() && found == count;
}

std::optional<ProposalIndex> readIndex(Reader& reader, const KeptHeader& header, const fs::path& folder) {
    ProposalIndex index;
    index.folder = folder;
    index.hasManifest = stampOfFile(folder / kManifestFile) != FileStamp{};
    for (std::uint64_t i = 0; i < header.rejected && reader.isWhole(); ++i) {
        const std::string_view name = reader.takeText();
        const auto parsed = viewProposalName(name);
        if (parsed) {
            return std::nullopt; // names are read otherwise than they were then
        }
        index.rejected.push_back({std::string(name), parsed.error().cause});
    }
    index.proposals.reserve(static_cast<std::size_t>(header.proposals));
    for (std::uint64_t i = 0; i < header.proposals && reader.isWhole(); ++i) {
        const auto facts = reader.take<KeptFacts>();
        index.proposals.push_back(
            {std::string(reader.takeText()), facts.iou, facts.label, facts.isExact != 0});
    }
    return reader.isAtEnd() ? std::optional(std::move(index)) : std::nullopt;
}

std::string contentOf(const ScannedNames& scanned, const std::string& canonical) {
    const ProposalIndex& index = scanned.index;
    std::string bytes(kDigestSize, '0');
    Writer writer(bytes);
    writer.add(
        KeptHeader{kFormat, scanned.stamp, scanned.entries, index.proposals.size(), index.rejected.size()});
    writer.addText(canonical);
    for (const SkippedFile& file : index.rejected) {
        writer.addText(file.file);
    }
    for (const Proposal& proposal : index.proposals) {
        writer.add(KeptFacts{proposal.iou, static_cast<std::uint8_t>(proposal.label),
                             static_cast<std::uint8_t>(proposal.iouIsExact ? 1 : 0)});
        writer.addText(proposal.file);
    }
    bytes.replace(0, kDigestSize, sha256(std::string_view(bytes).substr(kDigestSize)));
    return bytes;
}

} // namespace

std::optional<ProposalIndex> loadIndex(const fs::path& cache, const fs::path& folder) {
    const auto stamp = stampOfFolder(folder);
    const std::string canonical = canonicalPath(folder);
    const fs::path file = keptFile(cache, canonical);
    if (!stamp || stampOfFile(file).modifiedNs < stamp->changedNs() + kLongestStepNs) {
        return std::nullopt;
    }
    const auto bytes = readFile(file);
    const auto content = bytes ? contentOf(*bytes) : std::nullopt;
    if (!content) {
        return std::nullopt;
    }
    Reader reader(*content);
    const auto header = reader.take<KeptHeader>();
    const bool isOfThis =
        header.format == kFormat && reader.takeText() == canonical && header.stamp == *stamp;
    // A count that the bytes cannot hold must not become an allocation.
    if (!isOfThis || header.proposals > content->size() / sizeof(KeptFacts) ||
        !holdsEntries(folder, header.entries)) {
        return std::nullopt;
    }
    return readIndex(reader, header, folder);
}

void storeIndex(const fs::path& cache, const ScannedNames& scanned) {
    const std::string canonical = canonicalPath(scanned.index.folder);
    std::error_code error;
    fs::create_directory(cache, error);
    if (canonical.empty() ||
        !writeFileAtomically(keptFile(cache, canonical), contentOf(scanned, canonical))) {
        return;
    }
    removeOldest(cache, kPrefix, kKeptIndexes);
}

} // namespace fissure
