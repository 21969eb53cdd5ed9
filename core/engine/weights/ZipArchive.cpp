#include "core/engine/weights/ZipArchive.h"

#include "core/engine/weights/WeightErrors.h"

#include <algorithm>
#include <optional>
#include <zlib.h>

namespace fissure {

namespace {

constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::uint32_t kCentralSignature = 0x02014b50;
constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEnd64Signature = 0x06064b50;
constexpr std::uint32_t kLocator64Signature = 0x07064b50;
constexpr std::size_t kLocalBytes = 30;
constexpr std::size_t kCentralBytes = 46;
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kEnd64Bytes = 56;
constexpr std::size_t kLocator64Bytes = 20;
constexpr std::size_t kLongestComment = 0xffff;
constexpr std::uint16_t kExtra64 = 1;         // the extra field that holds 64-bit numbers
constexpr std::uint16_t kEncrypted = 1U << 0; // a flag
constexpr std::uint16_t kStored = 0;          // a method
constexpr std::uint16_t kIn64Short = 0xffff;  // "look into the zip64 record"
constexpr std::uint32_t kIn64 = 0xffffffff;

/// The list of entries at the end of the file.
struct Directory {
    std::uint64_t entries = 0;
    std::uint64_t size = 0;
    std::uint64_t offset = 0;
};

/// One entry as the directory describes it.
struct Description {
    std::string_view name;
    std::uint32_t checksum = 0;
    std::uint64_t storedSize = 0;
    std::uint64_t size = 0;
    std::uint64_t headerOffset = 0;
    bool isPlain = true;
};

/// Where the record at the very end of the file begins, behind which only its own comment stands.
std::optional<std::size_t> findEnd(ByteSpan bytes) {
    for (std::size_t comment = 0; comment <= kLongestComment && comment + kEndBytes <= bytes.size();
         ++comment) {
        const std::size_t offset = bytes.size() - comment - kEndBytes;
        if (numberAt<std::uint32_t>(bytes, offset) == kEndSignature &&
            numberAt<std::uint16_t>(bytes, offset + 20) == comment) {
            return offset;
        }
    }
    return std::nullopt;
}

/// The zip64 record, to which a locator in front of the last record points.
Result<Directory> findDirectory64(ByteSpan bytes, std::size_t end, const std::string& origin) {
    const auto locator =
        end < kLocator64Bytes ? std::nullopt : slice(bytes, end - kLocator64Bytes, kLocator64Bytes);
    if (!locator || numberAt<std::uint32_t>(*locator, 0) != kLocator64Signature) {
        return damagedWeights(origin, Text("core", "the archive's directory of 64 bits is missing"));
    }
    const auto record = slice(bytes, numberAt<std::uint64_t>(*locator, 8), kEnd64Bytes);
    if (!record || numberAt<std::uint32_t>(*record, 0) != kEnd64Signature) {
        return damagedWeights(origin, Text("core", "the archive's directory of 64 bits is missing"));
    }
    return Directory{numberAt<std::uint64_t>(*record, 32), numberAt<std::uint64_t>(*record, 40),
                     numberAt<std::uint64_t>(*record, 48)};
}

Result<Directory> findDirectory(ByteSpan bytes, const std::string& origin) {
    const auto end = findEnd(bytes);
    if (!end) {
        return damagedWeights(origin, Text("core", "it is cut off: the archive's directory is missing"));
    }
    const auto partOf = numberAt<std::uint16_t>(bytes, *end + 4);
    if (partOf != 0 && partOf != kIn64Short) {
        return unusableWeights(origin, Text("core", "it is a part of an archive in several files"));
    }
    const Directory directory{numberAt<std::uint16_t>(bytes, *end + 10),
                              numberAt<std::uint32_t>(bytes, *end + 12),
                              numberAt<std::uint32_t>(bytes, *end + 16)};
    const bool is64 = directory.entries == kIn64Short || directory.size == kIn64 || directory.offset == kIn64;
    return is64 ? findDirectory64(bytes, *end, origin) : directory;
}

/// Puts the 64-bit numbers in the place of those that say so; false where one is missing.
bool widen(Description& entry, ByteSpan extras) {
    ByteReader reader(extras);
    ByteReader wide({});
    while (const auto id = reader.number<std::uint16_t>()) {
        const auto size = reader.number<std::uint16_t>();
        const auto field = size ? reader.take(*size) : std::nullopt;
        if (!field) {
            break; // some programs pad with zeros
        }
        if (*id == kExtra64) {
            wide = ByteReader(*field);
            break;
        }
    }
    for (std::uint64_t* number : {&entry.size, &entry.storedSize, &entry.headerOffset}) {
        if (*number != kIn64) {
            continue;
        }
        const auto value = wide.number<std::uint64_t>();
        if (!value) {
            return false;
        }
        *number = *value;
    }
    return true;
}

/// The next entry of the directory.
Result<Description> describeNext(ByteReader& reader, const std::string& origin) {
    const auto header = reader.take(kCentralBytes);
    if (!header || numberAt<std::uint32_t>(*header, 0) != kCentralSignature) {
        return damagedWeights(origin, Text("core", "the archive's directory is broken"));
    }
    const auto name = reader.take(numberAt<std::uint16_t>(*header, 28));
    const auto extras = reader.take(numberAt<std::uint16_t>(*header, 30));
    const auto comment = reader.take(numberAt<std::uint16_t>(*header, 32));
    if (!name || !extras || !comment) {
        return damagedWeights(origin, Text("core", "the archive's directory is broken"));
    }
    Description entry{asText(*name),
                      numberAt<std::uint32_t>(*header, 16),
                      numberAt<std::uint32_t>(*header, 20),
                      numberAt<std::uint32_t>(*header, 24),
                      numberAt<std::uint32_t>(*header, 42),
                      true};
    if (!widen(entry, *extras)) {
        return damagedWeights(origin, Text("core", "the archive's directory is broken"));
    }
    entry.isPlain = (numberAt<std::uint16_t>(*header, 8) & kEncrypted) == 0 &&
                    numberAt<std::uint16_t>(*header, 10) == kStored;
    if (entry.isPlain && entry.storedSize != entry.size) {
        return damagedWeights(origin, Text("core", "\"%1\" in the archive is of two sizes, %2 and %3 bytes")
                                          .with(shownName(entry.name), entry.storedSize, entry.size));
    }
    return entry;
}

/// Where the data of an entry lies; its sizes come from the directory, since the header in front of it may
/// leave them to a descriptor behind.
Result<ByteSpan> locate(ByteSpan bytes, const Description& entry, const std::string& origin) {
    const auto header = slice(bytes, entry.headerOffset, kLocalBytes);
    if (!header || numberAt<std::uint32_t>(*header, 0) != kLocalSignature) {
        return damagedWeights(
            origin,
            Text("core", "\"%1\" is not where the archive's directory has it").with(shownName(entry.name)));
    }
    // No overflow: the header lies within the file.
    const std::uint64_t nameOffset = entry.headerOffset + kLocalBytes;
    const auto nameSize = numberAt<std::uint16_t>(*header, 26);
    const auto name = slice(bytes, nameOffset, nameSize);
    if (!name || asText(*name) != entry.name) {
        return damagedWeights(origin,
                              Text("core", "\"%1\" bears another name than in the archive's directory")
                                  .with(shownName(entry.name)));
    }
    const auto data =
        slice(bytes, nameOffset + nameSize + numberAt<std::uint16_t>(*header, 28), entry.storedSize);
    if (!data) {
        return damagedWeights(
            origin, Text("core", "\"%1\" ends beyond the archive's directory").with(shownName(entry.name)));
    }
    return *data;
}

Result<void> checkApart(std::vector<ZipEntry>& entries, const std::string& origin) {
    std::ranges::sort(entries, {}, [](const ZipEntry& entry) { return entry.data.data(); });
    const auto overlap = std::ranges::adjacent_find(entries, [](const ZipEntry& a, const ZipEntry& b) {
        return a.data.data() + a.data.size() > b.data.data();
    });
    if (overlap != entries.end()) {
        return damagedWeights(origin,
                              Text("core", "\"%1\" and \"%2\" overlap in the archive")
                                  .with(shownName(overlap->name), shownName(std::next(overlap)->name)));
    }
    std::ranges::sort(entries, {}, &ZipEntry::name);
    const auto twin = std::ranges::adjacent_find(entries, {}, &ZipEntry::name);
    if (twin != entries.end()) {
        return damagedWeights(origin,
                              Text("core", "the archive holds \"%1\" twice").with(shownName(twin->name)));
    }
    return {};
}

} // namespace

bool ZipArchive::isZip(ByteSpan bytes) {
    return bytes.size() >= sizeof(kLocalSignature) && numberAt<std::uint32_t>(bytes, 0) == kLocalSignature;
}

Result<ZipArchive> ZipArchive::parse(ByteSpan bytes, const std::string& origin) {
    const auto directory = findDirectory(bytes, origin);
    if (!directory) {
        return failure(directory.error());
    }
    const auto list = slice(bytes, directory->offset, directory->size);
    if (!list || directory->entries > directory->size / kCentralBytes) {
        return damagedWeights(origin, Text("core", "the archive's directory is broken"));
    }
    const ByteSpan before = bytes.first(static_cast<std::size_t>(directory->offset));
    ZipArchive archive(origin);
    ByteReader reader(*list);
    for (std::uint64_t i = 0; i < directory->entries; ++i) {
        const auto entry = describeNext(reader, origin);
        if (!entry) {
            return failure(entry.error());
        }
        const auto data = locate(before, *entry, origin);
        if (!data) {
            return failure(data.error());
        }
        archive.m_entries.push_back({entry->name, *data, entry->checksum, entry->isPlain});
    }
    return checkApart(archive.m_entries, origin).map([&] { return std::move(archive); });
}

const ZipEntry* ZipArchive::find(std::string_view name) const {
    const auto found = std::ranges::lower_bound(m_entries, name, {}, &ZipEntry::name);
    return found == m_entries.end() || found->name != name ? nullptr : &*found;
}

Result<ByteSpan> ZipArchive::read(std::string_view name) const {
    const ZipEntry* entry = find(name);
    if (entry == nullptr) {
        return damagedWeights(m_origin, Text("core", "\"%1\" is missing in it").with(shownName(name)));
    }
    if (!entry->isPlain) {
        return unusableWeights(
            m_origin, Text("core", "\"%1\" in it is compressed or encrypted, which torch.save never writes")
                          .with(shownName(name)));
    }
    const auto* data = reinterpret_cast<const Bytef*>(entry->data.data());
    if (::crc32_z(::crc32(0, nullptr, 0), data, entry->data.size()) != entry->checksum) {
        return damagedWeights(m_origin,
                              Text("core", "the checksum of \"%1\" in it is wrong").with(shownName(name)));
    }
    return entry->data;
}

} // namespace fissure
