#include "core/net/Download.h"

#include "core/base/Files.h"
#include "core/net/PartFile.h"
#include "core/net/Transfer.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fissure {

namespace {

bool isAddress(const std::string& url) {
    return url.starts_with("https://") || url.starts_with("http://");
}

Result<bool> isWhole(const PartFile& part, const DownloadRequest& request) {
    return sha256OfFile(part.path()).map([&](const std::string& hash) {
        return hash.starts_with(request.sha256Start);
    });
}

/// Everything of the file in the part; what it is, is still to be looked at.
Result<void> complete(PartFile& part, const DownloadRequest& request, const DownloadListener& listener,
                      const std::stop_token& stop) {
    auto answer = Transfer(request, part, listener).run(stop);
    if (!answer || *answer == Transfer::Answer::Complete) {
        return answer.map([](auto) {});
    }
    // There is nothing behind the part: it is whole, or one of something else.
    const auto whole = isWhole(part, request);
    if (!whole || *whole) {
        return whole.map([](bool) {});
    }
    return part.restart("").and_then(
        [&] { return Transfer(request, part, listener).run(stop).map([](auto) {}); });
}

tl::unexpected<Error> wrongHash(const DownloadRequest& request, const std::string& hash) {
    return failure(ErrorCode::Damaged, request.url,
                   Text("core", "the SHA-256 of what came begins with %1 and not with %2; it was removed")
                       .with(hash.substr(0, request.sha256Start.size()), request.sha256Start),
                   Text("core", "try again, or from another server"));
}

} // namespace

double DownloadProgress::fraction() const {
    return totalBytes && *totalBytes > 0 ? static_cast<double>(doneBytes) / static_cast<double>(*totalBytes)
                                         : 0.0;
}

std::optional<std::chrono::milliseconds> DownloadProgress::timeLeft() const {
    if (!totalBytes || bytesPerSecond <= 0.0) {
        return std::nullopt;
    }
    const double seconds = static_cast<double>(*totalBytes - doneBytes) / bytesPerSecond;
    return std::chrono::milliseconds(std::llround(1000.0 * std::clamp(seconds, 0.0, 1e9)));
}

Result<void> download(const DownloadRequest& request, const DownloadListener& listener,
                      const std::stop_token& stop) {
    if (!isAddress(request.url)) {
        return failure(ErrorCode::WrongFormat, request.url,
                       Text("core", "the address begins with neither https:// nor http://"));
    }
    auto part = PartFile::open(request.file);
    if (!part) {
        return failure(std::move(part.error()));
    }
    if (auto came = complete(*part, request, listener, stop); !came) {
        if (part->size() == 0) {
            part->remove();
        }
        return came;
    }
    return sha256OfFile(part->path()).and_then([&](const std::string& hash) -> Result<void> {
        if (!hash.starts_with(request.sha256Start)) {
            part->remove();
            return wrongHash(request, hash);
        }
        return part->finish();
    });
}

} // namespace fissure
