#include "core/data/preflight/PixelCache.h"

#include "core/base/BuildInfo.h"
#include "core/base/Files.h"
#include "core/data/CacheFolder.h"
#include "core/data/FolderStamp.h"
#include "core/data/ImageFile.h"

#include <fmt/format.h>

#include <charconv>
#include <string>
#include <string_view>

namespace fissure {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kPrefix = "pixels-";
constexpr std::size_t kDigits = 16; ///< of a hash, in hexadecimal

/// Changes with any of the files, and with what decodes them.
std::string stampOf(const fs::path& folder, const std::vector<Proposal>& proposals) {
    std::string text = fmt::format("{}\t{}\n", programVersion(), imageLibraryVersion());
    for (const Proposal& proposal : proposals) {
        const FileStamp stamp = stampOfFile(folder / proposal.file);
        fmt::format_to(std::back_inserter(text), "{}\t{}\t{}\t{}\t{}\n", proposal.file, stamp.inode,
                       stamp.size, stamp.modifiedNs, stamp.changedNs);
    }
    return sha256(text);
}

} // namespace

PixelCache::PixelCache(const fs::path& cache, const fs::path& folder, const std::vector<Proposal>& proposals)
    : m_count(proposals.size()) {
    if (!cache.empty()) {
        m_file = cache / fmt::format("{}{}.txt", kPrefix, stampOf(folder, proposals).substr(0, 32));
    }
}

std::optional<std::vector<std::uint64_t>> PixelCache::read() const {
    const auto text = m_file.empty() ? std::string() : readTextFile(m_file).value_or(std::string());
    if (m_count == 0 || text.size() != m_count * (kDigits + 1)) {
        return std::nullopt;
    }
    std::vector<std::uint64_t> pixels(m_count);
    for (std::size_t i = 0; i < m_count; ++i) {
        const char* digits = text.data() + i * (kDigits + 1);
        const auto parsed = std::from_chars(digits, digits + kDigits, pixels[i], 16);
        if (parsed.ec != std::errc() || parsed.ptr != digits + kDigits) {
            return std::nullopt;
        }
    }
    return pixels;
}

void PixelCache::write(const std::vector<std::uint64_t>& pixels) const {
    if (m_file.empty()) {
        return;
    }
    std::string text;
    text.reserve(pixels.size() * (kDigits + 1));
    for (const std::uint64_t hash : pixels) {
        fmt::format_to(std::back_inserter(text), "{:016x}\n", hash);
    }
    std::error_code error;
    fs::create_directories(m_file.parent_path(), error);
    if (writeFileAtomically(m_file, text)) {
        removeOldest(m_file.parent_path(), kPrefix, kKeptPixelLists);
    }
}

} // namespace fissure
