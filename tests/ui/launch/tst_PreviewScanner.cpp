#include "core/base/Error.h"
#include "tests/support/TestImages.h"
#include "ui/launch/PreviewScanner.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace fissure::ui {

class tst_PreviewScanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_config.trainDir = m_folder.filePath(QStringLiteral("train")).toStdString();
        m_config.validDir = m_folder.filePath(QStringLiteral("valid")).toStdString();
        m_config.imageSizePx = 48;
        fissure::test::writeCrops(m_config.trainDir, 20, 32);
        fissure::test::writeCrops(m_config.validDir, 6, 32, 100);
    }

    void foldersAreCountedAndSampled() {
        PreviewScanner scanner;
        QSignalSpy scanned(&scanner, &PreviewScanner::scanned);
        QSignalSpy sampled(&scanner, &PreviewScanner::sampled);
        const quint64 request = scanner.request(m_config);
        QVERIFY(scanner.isBusy());
        QTRY_COMPARE(sampled.count(), 1);
        QVERIFY(!scanner.isBusy());
        QCOMPARE(scanned[0][0].toULongLong(), request);
        const auto preview = scanned[0][1].value<DataPreview>();
        QCOMPARE(preview.train.crack, std::int64_t(10));
        QCOMPARE(preview.train.noCrack, std::int64_t(10));
        QCOMPARE(preview.valid.used(), std::int64_t(6));
        const auto samples = sampled[0][1].value<std::vector<SampleCrop>>();
        QCOMPARE(samples.size(), std::size_t(PreviewScanner::kSamples));
        for (std::size_t i = 0; i < samples.size(); ++i) {
            QCOMPARE(samples[i].label, i % 2 == 0 ? 1 : 0);
            QCOMPARE(samples[i].image.size(), QSize(48, 48));
        }
    }

    void sameRoundGivesTheSameSamples() {
        const auto first = samplesOf(0);
        const auto again = samplesOf(0);
        const auto other = samplesOf(1);
        QCOMPARE(first.size(), again.size());
        QCOMPARE(first.front().file, again.front().file);
        QCOMPARE(first.front().image, again.front().image);
        const bool differs = !std::ranges::equal(first, other, {}, &SampleCrop::file, &SampleCrop::file) ||
                             first.front().image != other.front().image;
        QVERIFY(differs);
    }

    void onlyTheLatestRequestIsAnswered() {
        PreviewScanner scanner;
        QSignalSpy scanned(&scanner, &PreviewScanner::scanned);
        QSignalSpy sampled(&scanner, &PreviewScanner::sampled);
        quint64 last = 0;
        for (int i = 0; i < 20; ++i) {
            last = scanner.request(m_config);
        }
        QTRY_COMPARE(sampled.count(), 1);
        QCOMPARE(sampled[0][0].toULongLong(), last);
        QCOMPARE(scanned.count(), 1);
    }

    void refreshAnswersOnlyWhereAFolderHasChanged() {
        RunConfig config = m_config;
        config.trainDir = m_folder.filePath(QStringLiteral("to come")).toStdString();
        PreviewScanner scanner;
        scanner.refresh(); // nothing was asked for yet
        QVERIFY(!scanner.isBusy());
        QSignalSpy scanned(&scanner, &PreviewScanner::scanned);
        QSignalSpy sampled(&scanner, &PreviewScanner::sampled);
        scanner.request(config);
        QTRY_COMPARE(sampled.count(), 1);
        QVERIFY(scanned.last()[1].value<DataPreview>().train.error);
        QSignalSpy outdated(&scanner, &PreviewScanner::outdated);
        refreshAndWait(scanner);
        QCOMPARE(scanned.count(), 1);
        QCOMPARE(outdated.count(), 0);
        fissure::test::writeCrops(config.trainDir, 4, 32);
        refreshAndWait(scanner);
        QCOMPARE(scanned.count(), 2);
        QCOMPARE(outdated.count(), 1);
        const auto preview = scanned.last()[1].value<DataPreview>();
        QCOMPARE(preview.train.used(), std::int64_t(4));
        QVERIFY(!preview.train.fingerprint.empty());
        refreshAndWait(scanner);
        QCOMPARE(scanned.count(), 2);
        QVERIFY(std::filesystem::remove_all(config.trainDir) > 0);
        refreshAndWait(scanner);
        QTRY_COMPARE(scanned.count(), 3);
        QVERIFY(scanned.last()[1].value<DataPreview>().train.error);
    }

    void newFilesAreNoticed() {
        const auto folder = m_folder.filePath(QStringLiteral("growing")).toStdString();
        RunConfig config = m_config;
        config.trainDir = folder;
        fissure::test::writeCrops(folder, 4, 32);
        namespace fs = std::filesystem;
        fs::last_write_time(folder, fs::file_time_type::clock::now() - std::chrono::minutes(1));
        PreviewScanner scanner;
        QSignalSpy scanned(&scanner, &PreviewScanner::scanned);
        scanner.request(config);
        QTRY_COMPARE(scanned.count(), 1);
        fissure::test::writeCrops(folder, 6, 32);
        scanner.request(config);
        QTRY_COMPARE(scanned.count(), 2);
        QCOMPARE(scanned[0][1].value<DataPreview>().train.found, std::int64_t(4));
        QCOMPARE(scanned[1][1].value<DataPreview>().train.found, std::int64_t(6));
    }

    void pathCacheBesideAFolderIsNoticedWhenItChanges() {
        namespace fs = std::filesystem;
        const auto root = fs::path(m_folder.filePath(QStringLiteral("reference")).toStdString());
        RunConfig config = m_config;
        config.trainDir = (root / "train").string();
        config.validDir.clear();
        fissure::test::writeCrops(config.trainDir, 4, 32);
        const fs::path pathCache = root / "train_image_paths.json";
        std::ofstream(pathCache) << "[]";
        PreviewScanner scanner;
        scanner.setCache(root / "cache");
        QSignalSpy scanned(&scanner, &PreviewScanner::scanned);
        const auto pathCaches = [&] {
            const int before = scanned.count();
            scanner.request(config);
            if (!QTest::qWaitFor([&] { return scanned.count() > before; })) {
                return std::ptrdiff_t(99);
            }
            return std::ranges::count(scanned.last()[1].value<DataPreview>().findings, "path-cache",
                                      &Finding::code);
        };
        QCOMPARE(pathCaches(), std::ptrdiff_t(1));
        fs::remove(pathCache);
        QCOMPARE(pathCaches(), std::ptrdiff_t(0));
        QVERIFY(!fs::is_empty(root / "cache"));
    }

    void missingFolderIsSaid() {
        RunConfig config = m_config;
        config.trainDir = m_folder.filePath(QStringLiteral("absent")).toStdString();
        PreviewScanner scanner;
        QSignalSpy scanned(&scanner, &PreviewScanner::scanned);
        QSignalSpy sampled(&scanner, &PreviewScanner::sampled);
        scanner.request(config);
        QTRY_COMPARE(sampled.count(), 1);
        QCOMPARE(scanned[0][1].value<DataPreview>().train.error->code, ErrorCode::NotFound);
        QVERIFY(sampled[0][1].value<std::vector<SampleCrop>>().empty());
    }

    void scannerCanGoWhileItWorks() {
        for (int round = 0; round < 10; ++round) {
            PreviewScanner scanner;
            scanner.request(m_config);
        }
        QCoreApplication::processEvents();
    }

private:
    static void refreshAndWait(PreviewScanner& scanner) {
        scanner.refresh();
        QTRY_VERIFY(!scanner.isBusy());
    }

    std::vector<SampleCrop> samplesOf(quint64 round) {
        PreviewScanner scanner;
        QSignalSpy sampled(&scanner, &PreviewScanner::sampled);
        scanner.request(m_config, round);
        return sampled.wait() ? sampled[0][1].value<std::vector<SampleCrop>>() : std::vector<SampleCrop>();
    }

    QTemporaryDir m_folder;
    RunConfig m_config;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_PreviewScanner)

#include "tst_PreviewScanner.moc"
