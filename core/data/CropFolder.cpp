#include "core/data/CropFolder.h"

#include <sys/statvfs.h>
#include <system_error>
#include <utility>

namespace fissure {

namespace fs = std::filesystem;

CropFolder::CropFolder(fs::path folder) : m_folder(std::move(folder)) {
    struct statvfs facts {};
    if (::statvfs(m_folder.c_str(), &facts) == 0 && facts.f_frsize > 0) {
        m_blockBytes = facts.f_frsize;
    }
}

Result<void> CropFolder::put(const std::string& name, std::span<const std::byte> bytes, Existing existing) {
    const fs::path file = m_folder / name;
    const std::error_code wrong = writeFile(file, bytes, existing);
    if (!wrong) {
        return {};
    }
    if (isDiskFull(wrong)) {
        m_isFull = true;
        m_refusedBytes = bytes.size();
    }
    Error error = notWritten(file, wrong);
    if (wrong == std::errc::file_exists) {
        error.advice = Text("core", "the names of two photographs are the same to this disk; rename one");
    }
    return failure(std::move(error));
}

Result<void> CropFolder::write(const std::string& name, std::string_view text) {
    return put(name, std::as_bytes(std::span(text.data(), text.size())), Existing::Replace);
}

void CropFolder::remove(const std::string& name) {
    std::error_code error;
    fs::remove(m_folder / name, error);
}

double CropFolder::meanBatchBytes() const {
    if (m_codedCrops == 0) {
        return 0.0;
    }
    return static_cast<double>(m_codedBytes) / static_cast<double>(m_codedCrops) *
           static_cast<double>(m_namedCrops) / static_cast<double>(m_batches);
}

CropBatch::CropBatch(CropFolder& folder, std::vector<std::string> names)
    : m_folder(folder)
    , m_names(std::move(names)) {
    ++m_folder.m_batches;
    m_folder.m_namedCrops += m_names.size();
}

CropBatch::~CropBatch() {
    for (const std::size_t index : m_isKept ? std::vector<std::size_t>() : m_put) {
        m_folder.remove(m_names[index]);
    }
}

Result<void> CropBatch::write(std::size_t index, std::span<const std::byte> bytes) {
    m_put.reserve(m_names.size()); // before there is something to remember
    auto written = m_folder.put(m_names[index], bytes, Existing::Refuse);
    if (written) {
        m_put.push_back(index);
    }
    if (written || m_folder.isFull()) {
        const std::uintmax_t block = m_folder.m_blockBytes;
        ++m_folder.m_codedCrops;
        m_folder.m_codedBytes += (bytes.size() + block - 1) / block * block;
    }
    return written;
}

bool CropBatch::adopt(std::size_t index, const fs::path& file) {
    std::error_code error;
    if (!fs::is_regular_file(fs::symlink_status(file, error))) {
        return false;
    }
    m_put.reserve(m_names.size());
    fs::create_hard_link(file, m_folder.path() / m_names[index], error);
    if (!error) {
        m_put.push_back(index);
        return true;
    }
    const auto bytes = readFile(file);
    return bytes && write(index, *bytes);
}

} // namespace fissure
