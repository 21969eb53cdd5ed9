#include "core/data/preflight/CropCheck.h"

#include "core/base/Files.h"
#include "core/base/ParallelFor.h"
#include "core/data/ImageFile.h"
#include "core/data/preflight/PixelCache.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <span>
#include <thread>
#include <utility>

namespace fissure {

namespace fs = std::filesystem;

namespace {

CropDamage damageOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::WrongFormat:
        return CropDamage::NotAnImage;
    case ErrorCode::OutOfRange:
        return CropDamage::TooLarge;
    case ErrorCode::NotFound:
    case ErrorCode::Unreadable:
        return CropDamage::Unreadable;
    default:
        return CropDamage::Broken;
    }
}

DamagedCrop toDamaged(const fs::path& folder, const std::string& file, const Error& error) {
    std::error_code unknown;
    const bool isEmpty = error.code == ErrorCode::Damaged && fs::file_size(folder / file, unknown) == 0;
    return {file, isEmpty ? CropDamage::Empty : damageOf(error.code), error.cause};
}

/// The first 64 bits of SHA-256 over size and pixels; never 0.
std::uint64_t hashOf(const Image& image) {
    const std::string pixels = sha256(std::as_bytes(std::span(image.rgb)));
    const std::string digest = sha256(fmt::format("{}x{} {}", image.width, image.height, pixels));
    return std::max<std::uint64_t>(1, std::stoull(digest.substr(0, 16), nullptr, 16));
}

/// Shares crops out among threads.
class ParallelCheck {
public:
    /// pixels: as far as they are known, 0 elsewhere.
    ParallelCheck(const fs::path& folder, const std::vector<Proposal>& proposals,
                  std::vector<std::uint64_t> pixels, const std::stop_token& stop)
        : m_folder(folder)
        , m_proposals(proposals)
        , m_stop(stop)
        , m_pixels(std::move(pixels)) {
        for (std::size_t i = 0; i < m_pixels.size(); ++i) {
            if (m_pixels[i] == 0) {
                m_open.push_back(i);
            }
        }
        m_reasons.resize(m_open.size());
    }

    Result<CropCheck> run(int threads, const CheckProgressCallback& onProgress) {
        const auto asking = std::this_thread::get_id();
        const auto checked = parallelFor(m_open.size(), threads, [&](std::size_t number) {
            if (m_stop.stop_requested()) {
                return false;
            }
            check(number);
            ++m_done;
            if (std::this_thread::get_id() == asking) {
                tellProgress(onProgress);
            }
            return true;
        });
        tellProgress(onProgress);
        if (!checked && checked.error().code == ErrorCode::OutOfMemory) {
            return failure(ErrorCode::OutOfMemory, m_folder.string(),
                           Text("core", "memory ran out while its crops were checked"));
        }
        if (!checked) {
            return failure(checked.error());
        }
        if (m_stop.stop_requested()) {
            return failure(ErrorCode::Stopped, m_folder.string(), Text("core", "the check was stopped"));
        }
        return result();
    }

private:
    std::int64_t done() const {
        return std::ssize(m_proposals) - std::ssize(m_open) + static_cast<std::int64_t>(m_done);
    }

    /// Says nothing twice.
    void tellProgress(const CheckProgressCallback& onProgress) {
        if (const std::int64_t now = done(); onProgress && now != m_told) {
            m_told = now;
            onProgress(now, std::ssize(m_proposals));
        }
    }

    void check(std::size_t number) {
        const std::size_t index = m_open[number];
        const std::string& file = m_proposals[index].file;
        if (const auto image = readImage(m_folder / file)) {
            m_pixels[index] = hashOf(*image);
        } else {
            m_reasons[number] = toDamaged(m_folder, file, image.error());
        }
    }

    CropCheck result() {
        CropCheck check{std::move(m_pixels), {}};
        for (auto& reason : m_reasons) {
            if (reason) {
                check.damaged.push_back(std::move(*reason));
            }
        }
        return check;
    }

    const fs::path& m_folder;
    const std::vector<Proposal>& m_proposals;
    const std::stop_token& m_stop;
    std::vector<std::uint64_t> m_pixels; ///< each written by one thread alone, as the reasons are
    std::vector<std::size_t> m_open;     ///< the proposals to decode
    std::vector<std::optional<DamagedCrop>> m_reasons; ///< of those
    std::atomic<std::size_t> m_done = 0;
    std::int64_t m_told = -1; ///< on the thread that asked
};

} // namespace

Result<CropCheck> checkCrops(const fs::path& folder, const std::vector<Proposal>& proposals,
                             const CropCheckOptions& options, const CheckProgressCallback& onProgress,
                             const std::stop_token& stop) {
    const PixelCache cache(options.cache, folder, proposals);
    auto known = cache.read();
    const bool isKnown = known.has_value();
    auto pixels = std::move(known).value_or(std::vector<std::uint64_t>(proposals.size(), 0));
    auto check = ParallelCheck(folder, proposals, std::move(pixels), stop).run(options.threads, onProgress);
    if (check && !isKnown) {
        cache.write(check->pixels);
    }
    return check;
}

} // namespace fissure
