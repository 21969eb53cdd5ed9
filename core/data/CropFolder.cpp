#include "core/data/CropFolder.h"

#include "core/base/Files.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/statvfs.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace fissure {

namespace fs = std::filesystem;

namespace {

/// 0, or the system's number of what went wrong.
int writeWhole(const fs::path& file, std::span<const std::byte> bytes) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        return errno;
    }
    int wrong = 0;
    while (!bytes.empty() && wrong == 0) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            wrong = errno;
        }
    }
    if (::close(descriptor) != 0 && wrong == 0) { // where a network's file system says what it held back
        wrong = errno;
    }
    return wrong;
}

} // namespace

CropFolder::CropFolder(fs::path folder) : m_folder(std::move(folder)) {
    struct statvfs facts {};
    if (::statvfs(m_folder.c_str(), &facts) == 0 && facts.f_frsize > 0) {
        m_blockBytes = facts.f_frsize;
    }
}

Result<void> CropFolder::write(const std::string& name, std::span<const std::byte> bytes) {
    const fs::path file = m_folder / name;
    const int wrong = writeWhole(file, bytes);
    if (wrong == 0) {
        return {};
    }
    remove(name);
    const bool isFull = wrong == ENOSPC || wrong == EDQUOT;
    m_isFull = m_isFull || isFull;
    return failure(
        ErrorCode::Unwritable, file.string(),
        Text("core", "it cannot be written: %1")
            .with(isFull ? Text("core", "there is no space left on the disk") : Text(std::strerror(wrong))));
}

Result<void> CropFolder::write(const std::string& name, std::string_view text) {
    return write(name, std::as_bytes(std::span(text.data(), text.size())));
}

bool CropFolder::adopt(const fs::path& file, const std::string& name) {
    std::error_code error;
    if (!fs::is_regular_file(fs::symlink_status(file, error))) {
        return false;
    }
    fs::create_hard_link(file, m_folder / name, error);
    if (!error) {
        return true;
    }
    const auto bytes = readFile(file);
    return bytes && write(name, *bytes);
}

void CropFolder::remove(const std::string& name) {
    std::error_code error;
    fs::remove(m_folder / name, error);
}

double CropFolder::meanBatchBytes() const {
    if (m_writtenCrops == 0) {
        return 0.0;
    }
    return static_cast<double>(m_writtenBytes) / static_cast<double>(m_writtenCrops) *
           static_cast<double>(m_namedCrops) / static_cast<double>(m_batches);
}

CropBatch::CropBatch(CropFolder& folder, std::vector<std::string> names)
    : m_folder(folder)
    , m_names(std::move(names)) {
    ++m_folder.m_batches;
    m_folder.m_namedCrops += m_names.size();
}

CropBatch::~CropBatch() {
    for (const std::string& name : m_isKept ? std::vector<std::string>() : m_names) {
        m_folder.remove(name);
    }
}

Result<void> CropBatch::write(std::size_t index, std::span<const std::byte> bytes) {
    return m_folder.write(m_names[index], bytes).map([&] {
        const std::uintmax_t block = m_folder.m_blockBytes;
        ++m_folder.m_writtenCrops;
        m_folder.m_writtenBytes += (bytes.size() + block - 1) / block * block;
    });
}

} // namespace fissure
