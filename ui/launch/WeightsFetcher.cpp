#include "ui/launch/WeightsFetcher.h"

#include <utility>

namespace fissure::ui {

WeightsFetcher::WeightsFetcher(WeightsSources sources, QObject* parent)
    : QObject(parent)
    , m_sources(std::move(sources))
    , m_worker(*this) {}

WeightsFetcher::~WeightsFetcher() {
    m_stop.request_stop();
}

void WeightsFetcher::setFolder(const std::filesystem::path& folder) {
    m_cache.emplace(folder, m_sources);
    Q_EMIT changed();
}

WeightsPlace WeightsFetcher::look(const std::string& name) const {
    return m_cache ? m_cache->look(name) : WeightsPlace{{}, WeightsOrigin::Server};
}

void WeightsFetcher::fetch(const std::string& name) {
    if (m_isBusy || !m_cache) {
        return;
    }
    m_isBusy = true;
    m_stop = std::stop_source();
    m_worker.start([this, name, cache = *m_cache, stop = m_stop.get_token()] {
        auto outcome = cache.fetch(
            name,
            [this](const DownloadProgress& progress) {
                m_worker.tell([this, progress] { Q_EMIT progressed(progress); });
            },
            stop);
        m_worker.tell([this, name, outcome = std::move(outcome)] { take(name, outcome); });
    });
    Q_EMIT changed();
}

void WeightsFetcher::cancel() {
    m_stop.request_stop();
    Q_EMIT changed();
}

void WeightsFetcher::take(const std::string& name, const Result<WeightsOrigin>& outcome) {
    m_isBusy = false;
    Q_EMIT changed();
    if (outcome) {
        Q_EMIT fetched(QString::fromStdString(m_cache->placeOf(name).string()));
    } else if (outcome.error().code != ErrorCode::Stopped) {
        Q_EMIT failed(outcome.error());
    }
}

} // namespace fissure::ui
