#pragma once

#include "core/base/Result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace fissure {

/// How far a download has come.
struct DownloadProgress {
    std::int64_t doneBytes = 0;               ///< of the whole file, what an earlier call left included
    std::optional<std::int64_t> totalBytes{}; ///< where the server tells
    double bytesPerSecond = 0.0;              ///< of this call

    /// In [0, 1]; 0 where the whole is not known.
    double fraction() const;
    /// Where the whole is known and something comes.
    std::optional<std::chrono::milliseconds> timeLeft() const;
};

/// Called on the thread of the download, at most ten times a second and once at the end.
using DownloadListener = std::function<void(const DownloadProgress&)>;

struct DownloadRequest {
    std::string url; ///< https; redirects lead to https only. http for mirrors at hand and for tests
    std::filesystem::path file;
    std::string sha256Start; ///< hex digits, lower-case, that the SHA-256 of the file begins with
    /// How long the server may keep silent, or send less than a kilobyte a second.
    std::chrono::seconds patience{30};
};

/// Downloads a file. It stands under its name only once it is whole, its hash is right and it has reached
/// the disk; what stood there before is whole until then. Where the connection breaks, the disk fills or the
/// work is stopped, what has come waits beside it as "NAME.part", and the next call goes on from there
/// (PartFile). A stop acts at once.
///
/// Fails with Unreachable (no connection, broken off, refused), NotFound (the server does not have it),
/// Damaged (another hash; what came is removed then), Unwritable, Busy or Stopped.
Result<void> download(const DownloadRequest& request, const DownloadListener& listener,
                      const std::stop_token& stop);

} // namespace fissure
