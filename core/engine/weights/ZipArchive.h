#pragma once

#include "core/base/Result.h"
#include "core/engine/weights/ByteReader.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fissure {

struct ZipEntry {
    std::string_view name;
    ByteSpan data;
    std::uint32_t checksum = 0; ///< CRC-32 that the archive states
    bool isPlain = true;        ///< neither compressed nor encrypted
};

/// A zip archive in memory (APPNOTE 6.3, zip64 and data descriptors included) of which those entries can be
/// read that are stored as they are, as torch.save writes them. So no entry is larger than it is in the file,
/// all of them are looked at where they lie and nothing is copied, which is why no library of archives stands
/// here. The bytes belong to the caller and have to outlive this object.
class ZipArchive {
public:
    /// True for what starts as an archive does.
    static bool isZip(ByteSpan bytes);

    /// Checks that all entries lie within the file, apart from one another and under names of their own.
    /// Fails with WrongFormat (compressed, encrypted or in parts) or Damaged; origin names the file.
    static Result<ZipArchive> parse(ByteSpan bytes, const std::string& origin);

    /// By name.
    const std::vector<ZipEntry>& entries() const { return m_entries; }

    /// Null where there is none.
    const ZipEntry* find(std::string_view name) const;

    /// The entry's data, with its checksum verified. Fails with Damaged where it is missing or changed, with
    /// WrongFormat where it is not stored as it is.
    Result<ByteSpan> read(std::string_view name) const;

private:
    explicit ZipArchive(std::string origin) : m_origin(std::move(origin)) {}

    std::string m_origin;
    std::vector<ZipEntry> m_entries;
};

} // namespace fissure
