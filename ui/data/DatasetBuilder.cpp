#include "ui/data/DatasetBuilder.h"

#include "ui/common/Guarded.h"

#include <utility>

namespace fissure::ui {

DatasetBuilder::DatasetBuilder(Build build, QObject* parent)
    : QObject(parent)
    , m_build(std::move(build))
    , m_worker(*this) {}

DatasetBuilder::~DatasetBuilder() {
    m_stop.request_stop();
}

void DatasetBuilder::start(const BuildRequest& request) {
    m_stop = {};
    m_progress.reset();
    m_isRunning = true;
    m_worker.start([this, request, stop = m_stop.get_token()] {
        const auto onProgress = [this](const BuildProgress& progress) { put(progress); };
        const auto built = guarded(request.out.string(), [&] { return m_build(request, onProgress, stop); });
        m_worker.tell([this, built] { end(built); });
    });
    Q_EMIT progressed();
}

void DatasetBuilder::cancel() {
    if (m_isRunning && !m_stop.stop_requested()) {
        m_stop.request_stop();
        Q_EMIT progressed();
    }
}

/// On any thread.
void DatasetBuilder::put(const BuildProgress& progress) {
    const std::scoped_lock lock(m_mutex);
    if (!std::exchange(m_latest, progress)) {
        m_worker.tell([this] { takeProgress(); });
    }
}

void DatasetBuilder::takeProgress() {
    {
        const std::scoped_lock lock(m_mutex);
        m_progress = std::exchange(m_latest, std::nullopt);
    }
    Q_EMIT progressed();
}

void DatasetBuilder::end(const Result<BuildReport>& built) {
    m_isRunning = false;
    if (built) {
        Q_EMIT finished(*built);
    } else {
        Q_EMIT failed(built.error());
    }
}

} // namespace fissure::ui
