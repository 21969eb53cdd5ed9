#include "core/data/BuildWork.h"

#include "core/data/ProposalCutter.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <iterator>
#include <new>
#include <thread>
#include <utility>

namespace fissure {

namespace {

using SteadyClock = std::chrono::steady_clock;

} // namespace

BuildWork::BuildWork(const BuildPlan& plan, const ProposalRecipe& recipe, const EarlierBuild& earlier,
                     CropFolder& folder, const BuildProgressCallback& onProgress)
    : m_plan(plan)
    , m_recipe(recipe)
    , m_earlier(earlier)
    , m_folder(folder)
    , m_onProgress(onProgress)
    , m_outcomes(plan.images.size()) {
    m_progress.total = static_cast<std::int64_t>(plan.images.size());
}

Result<std::vector<Outcome>> BuildWork::run(int threads, const std::stop_token& stop) {
    const std::stop_callback passOn(stop, [&] { m_stop.request_stop(); });
    forEach(imagesLeft(true), threads, &BuildWork::takeOver);
    m_cuttingSince = SteadyClock::now();
    // What the earlier build has of another state comes first: without it, a build that is stopped later on
    // could not take that one's place.
    std::vector<std::size_t> left = imagesLeft(true);
    std::ranges::copy(imagesLeft(false), std::back_inserter(left));
    forEach(left, threads, &BuildWork::cut);
    if (m_fatal && !m_folder.isFull()) {
        return failure(*m_fatal);
    }
    return std::move(m_outcomes);
}

Outcome BuildWork::takeOver(const PlannedImage& image) const {
    const auto photograph = readPhotograph(image, *m_plan.groundTruth, m_recipe);
    if (!photograph) {
        return std::nullopt; // cutting it up says the reason
    }
    auto taken = m_earlier.takeOver(image, *photograph, m_recipe, m_folder);
    return taken ? Outcome(std::move(*taken)) : std::nullopt;
}

Outcome BuildWork::cut(const PlannedImage& image) const {
    auto result = cutProposals(image, *m_plan.groundTruth, m_recipe, m_folder, m_stop.get_token());
    const bool isStopped = !result && result.error().code == ErrorCode::Stopped;
    return isStopped ? std::nullopt : Outcome(std::move(result));
}

void BuildWork::forEach(const std::vector<std::size_t>& images, int threads, Step step) {
    const int wanted = threads > 0 ? threads : static_cast<int>(std::thread::hardware_concurrency());
    const int count = std::clamp(wanted, 1, std::max(1, static_cast<int>(images.size())));
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> workers;
    for (int i = 0; i < count; ++i) {
        workers.emplace_back([&] {
            for (std::size_t at = next++; at < images.size() && !m_stop.stop_requested(); at = next++) {
                settle(images[at], guarded(m_plan.images[images[at]], step));
            }
        });
    }
}

Outcome BuildWork::guarded(const PlannedImage& image, Step step) const {
    try {
        return (this->*step)(image);
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::OutOfMemory, image.file.string(),
                       Text("core", "there is not enough memory for it"));
    } catch (const std::exception& exception) {
        return failure(ErrorCode::Internal, image.file.string(), exception.what());
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
        reportProgress(*m_outcomes[index] && (*m_outcomes[index])->isReused);
    }
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

/// Photographs without an outcome that the earlier build knows, or does not.
std::vector<std::size_t> BuildWork::imagesLeft(bool known) const {
    std::vector<std::size_t> images;
    for (std::size_t i = 0; i < m_plan.images.size(); ++i) {
        if (!m_outcomes[i] && m_earlier.has(m_plan.images[i].source) == known) {
            images.push_back(i);
        }
    }
    return images;
}

} // namespace fissure
