#include "core/base/Files.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <memory>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fissure {

namespace fs = std::filesystem;

namespace {

/// An open file descriptor, closed when it goes.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

std::string systemText(int number) {
    return number == ENOSPC ? "there is no space left on the disk" : std::strerror(number);
}

tl::unexpected<Error> unwritable(const fs::path& file, int number) {
    return failure(ErrorCode::Unwritable, file.string(), "it cannot be written: " + systemText(number),
                   number == ENOSPC ? "free some space and try again" : "");
}

bool writeAll(int descriptor, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
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

} // namespace

Result<std::vector<std::byte>> readFile(const fs::path& file) {
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat facts {};
    if (!descriptor.isOpen() || ::fstat(descriptor.number(), &facts) != 0) {
        const int number = errno;
        return failure(number == ENOENT ? ErrorCode::NotFound : ErrorCode::Unreadable, file.string(),
                       number == ENOENT ? "it does not exist" : "it cannot be read: " + systemText(number));
    }
    if (!S_ISREG(facts.st_mode)) {
        return failure(ErrorCode::Unreadable, file.string(), "it is not a file");
    }
    std::vector<std::byte> bytes(static_cast<std::size_t>(facts.st_size));
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(descriptor.number(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return failure(ErrorCode::Unreadable, file.string(), "it cannot be read: " + systemText(errno));
        }
        if (got == 0) {
            break;
        }
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

Result<std::string> readTextFile(const fs::path& file) {
    return readFile(file).map([](const std::vector<std::byte>& bytes) {
        return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    });
}

Result<void> writeFileAtomically(const fs::path& file, std::span<const std::byte> bytes) {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    std::string temporary = file.string() + ".XXXXXX";
    {
        const Descriptor descriptor(::mkostemp(temporary.data(), O_CLOEXEC));
        if (!descriptor.isOpen()) {
            return unwritable(file, errno);
        }
        ::fchmod(descriptor.number(), 0644);
        if (!writeAll(descriptor.number(), bytes) || ::fsync(descriptor.number()) != 0) {
            const int number = errno;
            ::unlink(temporary.c_str());
            return unwritable(file, number);
        }
    }
    if (::rename(temporary.c_str(), file.c_str()) != 0) {
        const int number = errno;
        ::unlink(temporary.c_str());
        return unwritable(file, number);
    }
    syncFolder(folder);
    return {};
}

Result<void> writeFileAtomically(const fs::path& file, std::string_view text) {
    return writeFileAtomically(file, std::as_bytes(std::span(text.data(), text.size())));
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
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return failure(fs::exists(file) ? ErrorCode::Unreadable : ErrorCode::NotFound, file.string(),
                       "it cannot be opened");
    }
    Sha256 hash;
    std::vector<char> buffer(1 << 20);
    while (stream) {
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        hash.add(buffer.data(), static_cast<std::size_t>(stream.gcount()));
    }
    if (stream.bad()) {
        return failure(ErrorCode::Unreadable, file.string(), "it cannot be read to its end");
    }
    return hash.hex();
}

} // namespace fissure
