#pragma once

#include "core/base/Result.h"
#include "core/data/Image.h"

#include <QHash>
#include <QImage>
#include <QMutex>
#include <QObject>
#include <QSet>
#include <QString>
#include <QThreadPool>

#include <filesystem>
#include <functional>
#include <list>
#include <vector>

namespace fissure::ui {

/// Small versions of image files, loaded on threads of its own, the latest request first, and kept up to a
/// number of bytes, the longest unused going first. All functions and signals belong to the GUI thread.
class ThumbnailCache final : public QObject {
    Q_OBJECT

public:
    /// Reads one file so that its longer side is at most that many pixels; called on other threads.
    using Loader = std::function<Result<Image>(const std::filesystem::path& file, int maximumSidePx)>;

    static constexpr qint64 kDefaultBytes = qint64{128} << 20;

    explicit ThumbnailCache(int maximumSidePx, qint64 maximumBytes = kDefaultBytes,
                            QObject* parent = nullptr);
    /// For tests: another way to read.
    ThumbnailCache(int maximumSidePx, qint64 maximumBytes, Loader loader, int threads,
                   QObject* parent = nullptr);
    ~ThumbnailCache() override;

    /// A null image where it is not there yet.
    QImage find(const QString& path);
    /// Loads it unless it is there, is being loaded or failed before; loaded() or failed() follows. Only the
    /// latest few hundred requests wait; older ones are forgotten and may be made again.
    void request(const QString& path);
    bool hasFailed(const QString& path) const;
    /// Forgets everything, failures included.
    void clear();

    qint64 bytes() const { return m_bytes; }

Q_SIGNALS:
    void loaded(const QString& path);
    void failed(const QString& path);

private:
    struct Entry {
        QString path;
        QImage image;
    };

    void loadNext();
    void store(quint64 generation, const QString& path, const QImage& image);
    void forgetOldest();

    const int m_maximumSidePx;
    const qint64 m_maximumBytes;
    const Loader m_loader;
    std::list<Entry> m_entries; ///< latest used first
    QHash<QString, std::list<Entry>::iterator> m_byPath;
    QSet<QString> m_failed;
    qint64 m_bytes = 0;

    QMutex m_mutex; ///< guards what follows
    std::vector<QString> m_waiting;
    QSet<QString> m_loading;
    quint64 m_generation = 0;

    QThreadPool m_pool; ///< last: its threads use the members above
};

} // namespace fissure::ui
