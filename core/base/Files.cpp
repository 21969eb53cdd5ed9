#include "core/base/Files.h"

#include "core/base/Descriptor.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <memory>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fissure {

namespace fs = std::filesystem;

namespace {

std::error_code systemError(int number) {
    return {number, std::generic_category()};
}

tl::unexpected<Error> unreadable(const fs::path& file, int number) {
    const bool isMissing = number == ENOENT || number == ENOTDIR;
    return failure(isMissing ? ErrorCode::NotFound : ErrorCode::Unreadable, file.string(),
                   isMissing ? Text("core", "it does not exist")
                             : Text("core", "it cannot be read: %1").with(std::strerror(number)));
}

/// Opens a file for reading; anything but a file (a folder, a pipe) is Unreadable.
Result<Descriptor> openRegularFile(const fs::path& file) {
    // Without O_NONBLOCK, opening a named pipe waits for somebody to write to it.
    Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat facts {};
    if (!descriptor.isOpen() || ::fstat(descriptor.number(), &facts) != 0) {
        return unreadable(file, errno);
    }
    if (!S_ISREG(facts.st_mode)) {
        return failure(ErrorCode::Unreadable, file.string(), Text("core", "it is not a file"));
    }
    return descriptor;
}

/// read(2), begun anew where a signal interrupts it.
ssize_t readSome(const Descriptor& descriptor, std::span<std::byte> room) {
    ssize_t got = -1;
    do {
        got = ::read(descriptor.number(), room.data(), room.size());
    } while (got < 0 && errno == EINTR);
    return got;
}

Result<std::vector<std::byte>> readToEnd(const Descriptor& descriptor, const fs::path& file) {
    struct stat facts {};
    if (::fstat(descriptor.number(), &facts) != 0) {
        return unreadable(file, errno);
    }
    try {
        // One byte more than there should be: a file that grows meanwhile shows itself.
        std::vector<std::byte> bytes(static_cast<std::size_t>(facts.st_size) + 1);
        std::size_t filled = 0;
        while (const ssize_t got = readSome(descriptor, std::span(bytes).subspan(filled))) {
            if (got < 0) {
                return unreadable(file, errno);
            }
            filled += static_cast<std::size_t>(got);
            if (filled == bytes.size()) {
                bytes.resize(2 * bytes.size());
            }
        }
        bytes.resize(filled);
        return bytes;
    } catch (const std::exception&) {
        return failure(ErrorCode::OutOfMemory, file.string(),
                       Text("core", "its %1 bytes do not fit into memory").with(facts.st_size));
    }
}

void syncFolder(const fs::path& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.isOpen()) {
        ::fsync(descriptor.number());
    }
}

class Sha256 {
public:
    Sha256() : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
        EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
    }

    void add(const void* data, std::size_t size) { EVP_DigestUpdate(m_context.get(), data, size); }

    std::string hex() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned int size = 0;
        EVP_DigestFinal_ex(m_context.get(), digest.data(), &size);
        return fmt::format("{:02x}", fmt::join(digest.begin(), digest.begin() + size, ""));
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
};

/// The file that is to be replaced, behind the links that lead to it. A device or a pipe is none: it would be
/// lost to all other programs.
Result<fs::path> replaceable(const fs::path& file) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status)) {
        return failure(ErrorCode::Unwritable, file.string(), Text("core", "it is not a file"));
    }
    if (!fs::is_symlink(fs::symlink_status(file, error))) {
        return file;
    }
    const fs::path behind =
        fs::exists(status) ? fs::canonical(file, error) : file.parent_path() / fs::read_symlink(file, error);
    return error ? Result<fs::path>(failure(notWritten(file, error))) : behind;
}

} // namespace

Result<std::vector<std::byte>> readFile(const fs::path& file) {
    return openRegularFile(file).and_then(
        [&](const Descriptor& descriptor) { return readToEnd(descriptor, file); });
}

Result<FileBytes> mapFile(const fs::path& file) {
    return openRegularFile(file).and_then([&](const Descriptor& descriptor) -> Result<FileBytes> {
        struct stat facts {};
        if (::fstat(descriptor.number(), &facts) != 0) {
            return unreadable(file, errno);
        }
        FileBytes mapped = FileBytes::map(descriptor, static_cast<std::size_t>(facts.st_size));
        if (!mapped.bytes().empty()) {
            return mapped;
        }
        // An empty file, one whose size the system does not know, or a file system that maps none.
        return readToEnd(descriptor, file).map([](std::vector<std::byte> bytes) {
            return FileBytes(std::move(bytes));
        });
    });
}

Result<std::string> readTextFile(const fs::path& file) {
    return readFile(file).map([](const std::vector<std::byte>& bytes) {
        return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    });
}

Result<void> writeFileAtomically(const fs::path& named, std::span<const std::byte> bytes) {
    const auto replaced = replaceable(named);
    if (!replaced) {
        return failure(replaced.error());
    }
    const fs::path& file = *replaced;
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    std::string temporary = folder / (nameForCompanions(file.filename().string()) + ".XXXXXX");
    {
        const Descriptor descriptor(::mkostemp(temporary.data(), O_CLOEXEC));
        if (!descriptor.isOpen()) {
            return writeFailure(file, errno);
        }
        ::fchmod(descriptor.number(), 0644);
        if (!descriptor.writeAll(bytes)) {
            const int number = errno;
            ::unlink(temporary.c_str());
            return writeFailure(file, number);
        }
    }
    auto moved = moveIntoPlace(temporary, file);
    if (!moved) {
        ::unlink(temporary.c_str());
    }
    return moved;
}

Result<void> writeFileAtomically(const fs::path& file, std::string_view text) {
    return writeFileAtomically(file, std::as_bytes(std::span(text.data(), text.size())));
}

Result<void> moveIntoPlace(const fs::path& written, const fs::path& file) {
    {
        const Descriptor descriptor(::open(written.c_str(), O_RDONLY | O_CLOEXEC));
        if (!descriptor.isOpen() || ::fsync(descriptor.number()) != 0) {
            return writeFailure(file, errno);
        }
    }
    if (::rename(written.c_str(), file.c_str()) != 0) {
        return writeFailure(file, errno);
    }
    syncFolder(file.has_parent_path() ? file.parent_path() : fs::path("."));
    return {};
}

tl::unexpected<Error> writeFailure(const fs::path& file, int number) {
    return failure(notWritten(file, systemError(number)));
}

std::error_code writeFile(const fs::path& file, std::span<const std::byte> bytes, Existing existing) {
    const int flags = existing == Existing::Replace ? O_TRUNC : O_EXCL;
    Descriptor descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0666));
    if (!descriptor.isOpen()) {
        return systemError(errno);
    }
    const int written = descriptor.writeAll(bytes) ? 0 : errno;
    const int closed = descriptor.close();
    if (written != 0 || closed != 0) {
        ::unlink(file.c_str());
    }
    return systemError(written != 0 ? written : closed);
}

bool isDiskFull(const std::error_code& error) {
    return error == std::errc::no_space_on_device || error == systemError(EDQUOT);
}

Error notWritten(const fs::path& file, const std::error_code& error) {
    const bool isFull = isDiskFull(error);
    return {ErrorCode::Unwritable, file.string(),
            Text("core", "it cannot be written: %1")
                .with(isFull ? Text("core", "there is no space left on the disk") : Text(error.message())),
            isFull ? Text("core", "free some space and try again") : Text()};
}

std::string nameForCompanions(const std::string& name) {
    // Most file systems have 255 bytes for a name, encrypted ones 143.
    constexpr std::size_t kLongestKept = 120;
    constexpr std::size_t kHashDigits = 32;
    return name.size() <= kLongestKept ? name : sha256(name).substr(0, kHashDigits);
}

fs::path wholeFolder(const fs::path& folder) {
    std::error_code error;
    fs::path whole = fs::weakly_canonical(fs::absolute(folder, error), error);
    if (error) { // something on the way cannot be looked into
        whole = fs::absolute(folder, error);
    }
    whole = whole.lexically_normal();
    return whole.has_filename() || whole == whole.root_path() ? whole : whole.parent_path();
}

std::string sha256(std::span<const std::byte> bytes) {
    Sha256 hash;
    hash.add(bytes.data(), bytes.size());
    return hash.hex();
}

std::string sha256(std::string_view text) {
    return sha256(std::as_bytes(std::span(text.data(), text.size())));
}

Result<std::string> sha256OfFile(const fs::path& file) {
    return openRegularFile(file).and_then([&](const Descriptor& descriptor) -> Result<std::string> {
        Sha256 hash;
        std::vector<std::byte> buffer(1 << 20);
        while (true) {
            const auto got = readSome(descriptor, buffer);
            if (got < 0) {
                return unreadable(file, errno);
            }
            if (got == 0) {
                return hash.hex();
            }
            hash.add(buffer.data(), static_cast<std::size_t>(got));
        }
    });
}

} // namespace fissure
