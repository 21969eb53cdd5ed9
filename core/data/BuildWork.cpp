#include "core/data/BuildWork.h"

#include "core/base/ParallelFor.h"
#include "core/data/ImageFile.h"
#include "core/data/ProposalCutter.h"

#include <algorithm>
#include <iterator>
#include <new>
#include <utility>

namespace fissure {

namespace {

using SteadyClock = std::chrono::steady_clock;

/// What the work on a photograph takes at its height: selective search, mostly for the edges of its graph, or
/// the boxes of a mask.
constexpr std::uintmax_t kCuttingBytesPerPixel = 100;
constexpr std::uintmax_t kMaskBytesPerPixel = 10;

/// A failure that is not the photograph's fault: it was there when the build was planned.
bool mayPass(ErrorCode code) {
    switch (code) {
    case ErrorCode::NotFound:
    case ErrorCode::Unreadable:
    case ErrorCode::OutOfMemory:
    case ErrorCode::Internal:
        return true;
    default:
        return false;
    }
}

} // namespace

bool isDone(const Outcome& outcome) {
    return outcome && (*outcome || !mayPass(outcome->error().code));
}

BuildWork::BuildWork(const BuildPlan& plan, const ProposalRecipe& recipe, const EarlierBuilds& earlier,
                     CropFolder& folder, BuildJournal& journal, const BuildProgressCallback& onProgress)
    : m_plan(plan)
    , m_recipe(recipe)
    , m_earlier(earlier)
    , m_folder(folder)
    , m_journal(journal)
    , m_onProgress(onProgress)
    , m_outcomes(plan.images.size()) {
    m_progress.total = static_cast<std::int64_t>(plan.images.size());
}

bool BuildWork::takeOver(int threads, const std::stop_token& stop) {
    const std::stop_callback passOn(stop, [&] { m_stop.request_stop(); });
    forEach(imagesLeft([&](const std::string& source) { return m_earlier.have(source); }), threads,
            &BuildWork::takeOverOne);
    return !m_stop.stop_requested();
}

Result<std::vector<Outcome>> BuildWork::cutRest(int threads, const std::stop_token& stop) {
    const std::stop_callback passOn(stop, [&] { m_stop.request_stop(); });
    m_cuttingSince = SteadyClock::now();
    // What the earlier data set has of another state comes first: without it, a build that is stopped later
    // on could not take that one's place.
    const auto isReplaced = [&](const std::string& source) { return m_earlier.replaced.has(source); };
    std::vector<std::size_t> left = imagesLeft(isReplaced);
    std::ranges::copy(imagesLeft([&](const std::string& source) { return !isReplaced(source); }),
                      std::back_inserter(left));
    forEach(left, threads, &BuildWork::cutOne);
    if (m_escaped) {
        return failure(*m_escaped);
    }
    if (m_fatal && !m_folder.isFull()) {
        return failure(*m_fatal);
    }
    return std::move(m_outcomes);
}

/// Nothing where it is to be cut up, which says the reason where that cannot be done either. One that the
/// leftover knows and that cannot be read now ends the build: the leftover would be gone by the next.
Outcome BuildWork::takeOverOne(const PlannedImage& image) {
    try {
        const auto share = memoryFor(image, kMaskBytesPerPixel);
        const auto photograph = readPhotograph(image, *m_plan.groundTruth, m_recipe);
        if (!photograph) {
            if (m_earlier.leftover.has(image.source) && mayPass(photograph.error().code)) {
                end(photograph.error());
            }
            return std::nullopt;
        }
        for (const EarlierBuild* earlier : {&m_earlier.replaced, &m_earlier.leftover}) {
            if (auto taken = earlier->takeOver(image, *photograph, m_recipe, m_folder)) {
                return std::move(*taken);
            }
        }
    } catch (const std::exception&) {
        return std::nullopt;
    }
    return std::nullopt;
}

Outcome BuildWork::cutOne(const PlannedImage& image) {
    try {
        const auto share = memoryFor(image, kCuttingBytesPerPixel);
        auto result = cutProposals(image, *m_plan.groundTruth, m_recipe, m_folder, m_stop.get_token());
        const bool isStopped = !result && result.error().code == ErrorCode::Stopped;
        return isStopped ? std::nullopt : Outcome(std::move(result));
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::OutOfMemory, image.file.string(),
                       Text("core", "there is not enough memory for it"));
    } catch (const std::exception& exception) {
        return failure(ErrorCode::Internal, image.file.string(), exception.what());
    }
}

/// None for a photograph whose size cannot be read: the work on it ends there as well.
MemoryBudget::Share BuildWork::memoryFor(const PlannedImage& image, std::uintmax_t bytesPerPixel) {
    const auto size = readImageSize(image.file);
    const std::uintmax_t pixels =
        size ? static_cast<std::uintmax_t>(size->width) * static_cast<std::uintmax_t>(size->height) : 0;
    return m_memory.take(pixels * bytesPerPixel, m_stop.get_token());
}

void BuildWork::forEach(const std::vector<std::size_t>& images, int threads, Step step) {
    const auto done = parallelFor(images.size(), threads, [&](std::size_t at) {
        if (!m_stop.stop_requested()) {
            settle(images[at], (this->*step)(m_plan.images[images[at]]));
        }
        return !m_stop.stop_requested();
    });
    if (!done) {
        m_escaped = done.error();
        m_stop.request_stop();
    }
}

/// What cannot be written concerns the build as a whole, not one photograph.
void BuildWork::settle(std::size_t index, Outcome outcome) {
    const std::lock_guard guard(m_mutex);
    const bool endsBuild =
        m_folder.isFull() || (outcome && !*outcome && outcome->error().code == ErrorCode::Unwritable);
    if (endsBuild) {
        m_stop.request_stop();
    }
    if (outcome && !*outcome && outcome->error().code == ErrorCode::Unwritable) {
        m_fatal = m_fatal ? m_fatal : outcome->error();
    } else if (outcome) {
        m_outcomes[index] = std::move(outcome);
        const Result<CutImage>& settled = *m_outcomes[index];
        if (settled) {
            m_journal.add(*settled);
        }
        reportProgress(settled && settled->isReused);
    }
}

void BuildWork::end(const Error& error) {
    const std::lock_guard guard(m_mutex);
    m_fatal = m_fatal ? m_fatal : error;
    m_stop.request_stop();
}

/// With the mutex held.
void BuildWork::reportProgress(bool isReused) {
    ++m_progress.done;
    m_progress.reused += isReused ? 1 : 0;
    const double seconds = std::chrono::duration<double>(SteadyClock::now() - m_cuttingSince).count();
    const std::int64_t cut = m_progress.done - m_progress.reused;
    if (cut > 0 && seconds > 0.0) {
        m_progress.imagesPerSecond = static_cast<double>(cut) / seconds;
        const double left =
            static_cast<double>(m_progress.total - m_progress.done) / m_progress.imagesPerSecond;
        m_progress.timeLeft = std::chrono::milliseconds(static_cast<std::int64_t>(left * 1000.0));
    }
    if (m_onProgress) {
        m_onProgress(m_progress);
    }
}

/// Photographs without an outcome whose source is wanted.
template <class Predicate>
std::vector<std::size_t> BuildWork::imagesLeft(Predicate isWanted) const {
    std::vector<std::size_t> images;
    for (std::size_t i = 0; i < m_plan.images.size(); ++i) {
        if (!m_outcomes[i] && isWanted(m_plan.images[i].source)) {
            images.push_back(i);
        }
    }
    return images;
}

} // namespace fissure
