#include "core/data/ImageFile.h"
#include "tests/support/TestImages.h"
#include "ui/common/ThumbnailCache.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using namespace fissure;
using namespace fissure::ui;

namespace {

/// Stands for a slow disk: every read waits until the test lets it through.
struct Gate {
    QSemaphore allowed;
    QSemaphore begun;
    QMutex mutex;
    QStringList order;

    ThumbnailCache::Loader loader() {
        return [this](const std::filesystem::path& file, int sidePx) -> Result<Image> {
            const QString name = QString::fromStdString(file.string());
            {
                const QMutexLocker lock(&mutex);
                order.append(name);
            }
            begun.release();
            allowed.acquire();
            if (name.startsWith(QStringLiteral("bad"))) {
                return failure(ErrorCode::Damaged, file.string(), "it is broken");
            }
            return test::drawCrop(sizePx(sidePx), true, 1);
        };
    }
    static int sizePx(int sidePx) { return sidePx; }
};

} // namespace

class tst_ThumbnailCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void realFilesAreScaledOffTheGuiThread() {
        QTemporaryDir folder;
        const std::filesystem::path file(folder.filePath(QStringLiteral("wall.jpg")).toStdString());
        QVERIFY(writeImage(file, test::drawCrop(200, true, 4)));
        ThumbnailCache cache(64);
        QSignalSpy loaded(&cache, &ThumbnailCache::loaded);
        const QString path = QString::fromStdString(file.string());
        QVERIFY(cache.find(path).isNull());
        cache.request(path);
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(loaded.first().first().toString(), path);
        QCOMPARE(cache.find(path).size(), QSize(64, 64));
    }

    void missingFileFailsOnceAndIsNotReadAgain() {
        ThumbnailCache cache(64);
        QSignalSpy failed(&cache, &ThumbnailCache::failed);
        const QString path = QStringLiteral("/nowhere/gone.jpg");
        cache.request(path);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(cache.hasFailed(path));
        cache.request(path);
        QVERIFY(!failed.wait(50));
        cache.clear();
        QVERIFY(!cache.hasFailed(path));
    }

    void latestRequestIsReadFirst() {
        Gate gate;
        ThumbnailCache cache(8, 1 << 20, gate.loader(), 1);
        QSignalSpy loaded(&cache, &ThumbnailCache::loaded);
        cache.request(QStringLiteral("a"));
        gate.begun.acquire();
        cache.request(QStringLiteral("b"));
        cache.request(QStringLiteral("c"));
        cache.request(QStringLiteral("d"));
        cache.request(QStringLiteral("b"));
        gate.allowed.release(4);
        QTRY_COMPARE(loaded.count(), 4);
        QCOMPARE(gate.order, QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("d"),
                                          QStringLiteral("c")}));
    }

    void sameFileIsReadOnce() {
        Gate gate;
        ThumbnailCache cache(8, 1 << 20, gate.loader(), 2);
        QSignalSpy loaded(&cache, &ThumbnailCache::loaded);
        cache.request(QStringLiteral("a"));
        gate.begun.acquire();
        cache.request(QStringLiteral("a"));
        gate.allowed.release(2);
        QTRY_COMPARE(loaded.count(), 1);
        cache.request(QStringLiteral("a"));
        QVERIFY(!loaded.wait(50));
        QCOMPARE(gate.order.size(), qsizetype{1});
    }

    void longestUnusedIsForgottenWhenFull() {
        Gate gate;
        gate.allowed.release(100);
        const qint64 one = 8 * 8 * 3;
        ThumbnailCache cache(8, 3 * one, gate.loader(), 1);
        QSignalSpy loaded(&cache, &ThumbnailCache::loaded);
        for (const char* name : {"a", "b", "c"}) {
            cache.request(QString::fromLatin1(name));
            QTRY_VERIFY(!cache.find(QString::fromLatin1(name)).isNull());
        }
        QVERIFY(!cache.find(QStringLiteral("a")).isNull()); // used last now
        cache.request(QStringLiteral("d"));
        QTRY_COMPARE(loaded.count(), 4);
        QVERIFY(cache.bytes() <= 3 * one);
        QVERIFY(cache.find(QStringLiteral("b")).isNull());
        QVERIFY(!cache.find(QStringLiteral("a")).isNull());
        QVERIFY(!cache.find(QStringLiteral("d")).isNull());
    }

    void failureOfOneLeavesTheOthers() {
        Gate gate;
        gate.allowed.release(2);
        ThumbnailCache cache(8, 1 << 20, gate.loader(), 1);
        QSignalSpy failed(&cache, &ThumbnailCache::failed);
        QSignalSpy loaded(&cache, &ThumbnailCache::loaded);
        cache.request(QStringLiteral("bad"));
        cache.request(QStringLiteral("good"));
        QTRY_COMPARE(loaded.count(), 1);
        QTRY_COMPARE(failed.count(), 1);
    }

    void answersFromBeforeAClearAreDropped() {
        Gate gate;
        ThumbnailCache cache(8, 1 << 20, gate.loader(), 1);
        QSignalSpy loaded(&cache, &ThumbnailCache::loaded);
        cache.request(QStringLiteral("a"));
        gate.begun.acquire();
        cache.clear();
        cache.request(QStringLiteral("b"));
        gate.allowed.release(2);
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(loaded.first().first().toString(), QStringLiteral("b"));
        QVERIFY(cache.find(QStringLiteral("a")).isNull());
    }

    void destructorWaitsForTheReadInProgressAndDropsTheRest() {
        constexpr int kRequests = 50;
        Gate gate;
        std::unique_ptr<QThread> disk;
        {
            ThumbnailCache cache(8, 1 << 20, gate.loader(), 1);
            for (int i = 0; i < kRequests; ++i) {
                cache.request(QString::number(i));
            }
            gate.begun.acquire();
            // The read goes on when the cache is being destroyed; let through before, it would take the next.
            disk.reset(QThread::create([&gate] {
                QThread::msleep(100);
                gate.allowed.release(kRequests);
            }));
            disk->start();
        }
        disk->wait();
        QVERIFY(gate.order.size() < kRequests);
    }
};

QTEST_GUILESS_MAIN(tst_ThumbnailCache)
#include "tst_ThumbnailCache.moc"
