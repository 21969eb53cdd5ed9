#include "core/engine/dataset/BatchLoader.h"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

namespace fissure {

BatchLoader::BatchLoader(const CropSource& source, BatchPlan plan, const LoaderOptions& options)
    : m_source(source)
    , m_plan(std::move(plan))
    , m_options(options) {
    // One slot more than is prefetched: the batch the consumer holds.
    const std::size_t ahead = static_cast<std::size_t>(std::max(1, options.prefetchBatches));
    m_slots.resize(std::min(ahead + 1, std::max<std::size_t>(1, m_plan.batches())));
    while (m_openedUpTo < std::min(m_slots.size(), m_plan.batches())) {
        openSlot(m_openedUpTo);
    }
    for (int i = 0; i < std::max(1, options.threads); ++i) {
        m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }
}

BatchLoader::~BatchLoader() {
    for (std::jthread& thread : m_threads) {
        thread.request_stop();
    }
}

Result<const LoadedBatch*> BatchLoader::next(std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    if (m_handedOut > 0 && m_openedUpTo < m_plan.batches()) {
        openSlot(m_openedUpTo); // in the place of the batch handed out last
        m_workAhead.notify_all();
    }
    if (m_handedOut == m_plan.batches()) {
        return nullptr;
    }
    Slot& slot = slotOf(m_handedOut);
    const bool isThere = m_batchDone.wait(lock, stop, [&] { return slot.open == 0 || m_failure; });
    if (m_failure) {
        return failure(*m_failure);
    }
    if (!isThere || stop.stop_requested()) {
        return failure(ErrorCode::Stopped, "", Text("core", "the user stopped it"));
    }
    finish(slot, m_handedOut++);
    return &slot.batch;
}

void BatchLoader::openSlot(std::size_t batch) {
    const std::size_t size = m_plan.sizeOf(batch);
    Slot& slot = slotOf(batch);
    slot.batch.pixels.resize(std::max(slot.batch.pixels.size(), size * m_source.floatsPerCrop()));
    slot.errors.assign(size, std::nullopt);
    slot.open = size;
    ++m_openedUpTo;
}

std::optional<BatchLoader::Ticket> BatchLoader::takeTicket(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    const auto isWork = [this] { return m_nextBatch < m_openedUpTo || m_nextBatch == m_plan.batches(); };
    if (!m_workAhead.wait(lock, stop, isWork) || stop.stop_requested() || m_nextBatch == m_plan.batches()) {
        return std::nullopt;
    }
    const Ticket ticket{&slotOf(m_nextBatch), m_nextPosition - m_plan.starts[m_nextBatch], m_nextPosition};
    if (++m_nextPosition == m_plan.starts[m_nextBatch + 1]) {
        ++m_nextBatch;
    }
    if (m_nextBatch == m_plan.batches()) {
        m_workAhead.notify_all(); // nothing is left: the others may end
    }
    return ticket;
}

void BatchLoader::work(const std::stop_token& stop) {
    try {
        while (const auto ticket = takeTicket(stop)) {
            loadSample(*ticket);
        }
    } catch (const std::bad_alloc&) {
        const std::scoped_lock lock(m_mutex);
        m_failure = Error{ErrorCode::OutOfMemory, "", Text("core", "memory ran out while crops were loaded"),
                          Text("core", "choose fewer prefetched batches or a smaller batch size")};
        m_batchDone.notify_all();
    } catch (const std::exception& unforeseen) {
        const std::scoped_lock lock(m_mutex);
        m_failure = Error{ErrorCode::Internal, "",
                          Text("core", "loading crops failed: %1").with(unforeseen.what()), ""};
        m_batchDone.notify_all();
    }
}

void BatchLoader::loadSample(const Ticket& ticket) {
    AugmentationDraw draw;
    if (m_options.augmentation) {
        Rng rng(deriveSeed(m_options.augmentationSeed, "crop", ticket.position));
        draw = drawAugmentation(*m_options.augmentation, rng);
    }
    const std::size_t floats = m_source.floatsPerCrop();
    const auto out = std::span(ticket.slot->batch.pixels).subspan(ticket.place * floats, floats);
    const Result<void> loaded = m_source.load(m_plan.order[ticket.position], draw, out);

    const std::scoped_lock lock(m_mutex);
    if (!loaded) {
        ticket.slot->errors[ticket.place] = loaded.error();
    }
    if (--ticket.slot->open == 0) {
        m_batchDone.notify_all();
    }
}

void BatchLoader::finish(Slot& slot, std::size_t number) {
    LoadedBatch& batch = slot.batch;
    batch.number = number;
    batch.samples.clear();
    batch.skipped.clear();
    const std::size_t floats = m_source.floatsPerCrop();
    for (std::size_t place = 0; place < slot.errors.size(); ++place) {
        const std::size_t sample = m_plan.order[m_plan.starts[number] + place];
        if (const auto& error = slot.errors[place]) {
            // Whole: the crops of two folders may have the same name.
            batch.skipped.push_back(
                {(m_source.folder() / m_source.proposal(sample).file).string(), error->cause});
            continue;
        }
        if (const std::size_t target = batch.samples.size(); target != place) {
            const auto crop = std::span(batch.pixels).subspan(place * floats, floats);
            std::ranges::copy(crop, batch.pixels.begin() + static_cast<std::ptrdiff_t>(target * floats));
        }
        batch.samples.push_back(sample);
    }
}

} // namespace fissure
