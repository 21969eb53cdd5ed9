#include "ui/common/ThumbnailCache.h"

#include "core/data/ImageFile.h"
#include "ui/common/ImageConvert.h"

#include <QFile>
#include <QMutexLocker>

#include <algorithm>
#include <exception>

namespace fissure::ui {

namespace {

constexpr int kThreads = 2;
constexpr std::size_t kMaximumWaiting = 400;

QImage loadWith(const ThumbnailCache::Loader& loader, const QString& path, int maximumSidePx) {
    try {
        const auto image =
            loader(std::filesystem::path(QFile::encodeName(path).toStdString()), maximumSidePx);
        return image ? toQImage(*image) : QImage();
    } catch (const std::exception&) {
        return {}; // out of memory: the crop reads as failed, the window lives on
    }
}

} // namespace

ThumbnailCache::ThumbnailCache(int maximumSidePx, qint64 maximumBytes, QObject* parent)
    : ThumbnailCache(maximumSidePx, maximumBytes, readThumbnail, kThreads, parent) {}

ThumbnailCache::ThumbnailCache(int maximumSidePx, qint64 maximumBytes, Loader loader, int threads,
                               QObject* parent)
    : QObject(parent)
    , m_maximumSidePx(maximumSidePx)
    , m_maximumBytes(maximumBytes)
    , m_loader(std::move(loader)) {
    m_pool.setMaxThreadCount(threads);
}

ThumbnailCache::~ThumbnailCache() {
    {
        const QMutexLocker lock(&m_mutex);
        m_waiting.clear();
    }
    m_pool.waitForDone();
}

QImage ThumbnailCache::find(const QString& path) {
    const auto found = m_byPath.constFind(path);
    if (found == m_byPath.constEnd()) {
        return {};
    }
    m_entries.splice(m_entries.begin(), m_entries, *found);
    return m_entries.front().image;
}

void ThumbnailCache::request(const QString& path) {
    if (m_byPath.contains(path) || m_failed.contains(path)) {
        return;
    }
    {
        const QMutexLocker lock(&m_mutex);
        if (m_loading.contains(path)) {
            return;
        }
        const auto waiting = std::ranges::find(m_waiting, path);
        if (waiting != m_waiting.end()) {
            std::rotate(waiting, waiting + 1, m_waiting.end());
            return;
        }
        m_waiting.push_back(path);
        if (m_waiting.size() > kMaximumWaiting) {
            m_waiting.erase(m_waiting.begin());
        }
    }
    m_pool.start([this] { loadNext(); });
}

bool ThumbnailCache::hasFailed(const QString& path) const {
    return m_failed.contains(path);
}

void ThumbnailCache::clear() {
    {
        const QMutexLocker lock(&m_mutex);
        m_waiting.clear();
        m_loading.clear();
        ++m_generation;
    }
    m_byPath.clear();
    m_entries.clear();
    m_failed.clear();
    m_bytes = 0;
}

void ThumbnailCache::loadNext() {
    QString path;
    quint64 generation = 0;
    {
        const QMutexLocker lock(&m_mutex);
        if (m_waiting.empty()) {
            return;
        }
        path = m_waiting.back();
        m_waiting.pop_back();
        m_loading.insert(path);
        generation = m_generation;
    }
    const QImage image = loadWith(m_loader, path, m_maximumSidePx);
    QMetaObject::invokeMethod(
        this, [this, generation, path, image] { store(generation, path, image); }, Qt::QueuedConnection);
}

void ThumbnailCache::store(quint64 generation, const QString& path, const QImage& image) {
    {
        const QMutexLocker lock(&m_mutex);
        if (generation != m_generation) {
            return;
        }
        m_loading.remove(path);
    }
    if (image.isNull()) {
        m_failed.insert(path);
        Q_EMIT failed(path);
        return;
    }
    m_entries.push_front({path, image});
    m_byPath.insert(path, m_entries.begin());
    m_bytes += image.sizeInBytes();
    forgetOldest();
    Q_EMIT loaded(path);
}

void ThumbnailCache::forgetOldest() {
    while (m_bytes > m_maximumBytes && m_entries.size() > 1) {
        m_bytes -= m_entries.back().image.sizeInBytes();
        m_byPath.remove(m_entries.back().path);
        m_entries.pop_back();
    }
}

} // namespace fissure::ui
