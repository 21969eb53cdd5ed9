#pragma once

#include "core/base/Text.h"
#include "core/net/Download.h"

#include <chrono>
#include <cstdint>
#include <functional>

namespace fissure {

/// How a program writes the figures of a download.
struct DownloadFigures {
    std::function<Text(std::int64_t)> bytes;
    std::function<Text(std::chrono::milliseconds)> duration;
};

/// "45.1 MB of 100.5 MB downloaded, 12.3 MB/s, 4.5 s left", as far as it is known.
Text progressText(const DownloadProgress& progress, const DownloadFigures& figures);

} // namespace fissure
