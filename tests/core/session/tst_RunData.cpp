#include "core/session/RunData.h"
#include "tests/support/TestImages.h"
#include "tests/support/TinyRun.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <memory>

using namespace fissure;
namespace fs = std::filesystem;

class tst_RunData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_config = test::prepareTinyRun(path());
    }

    void labelsAndCutsFollowTheConfiguration() {
        m_config.labelIou = 0.55;
        m_config.trainNegatives = 5;
        m_config.validNegativesPerBand = 1;
        const auto data = collect();
        QVERIFY2(data.has_value(), data ? "" : data.error().message().c_str());
        QVERIFY(std::ranges::all_of(data->train, [](const Proposal& proposal) {
            return proposal.label == (proposal.iou > 0.555 ? 1 : 0);
        }));
        QCOMPARE(countOf(data->train, 0), std::int64_t(5));
        // Without the cut there are 0, 0.02, 0.04 | 0.06, 0.08 and, by the threshold, 0.52, 0.54.
        QCOMPARE(countOf(data->valid, 0), std::int64_t(3));
    }

    void cutOfTheValidationIsPartOfBothFingerprints() {
        const auto whole = collect();
        m_config.validNegativesPerBand = 1;
        const auto cut = collect();
        QVERIFY(cut->evaluationFingerprint != whole->evaluationFingerprint);
        QVERIFY(cut->datasetFingerprint != whole->datasetFingerprint);
        m_config.validNegativesPerBand = 0;
        m_config.trainNegativesPerBand = 1;
        const auto trainCut = collect();
        QCOMPARE(trainCut->evaluationFingerprint, whole->evaluationFingerprint);
        QVERIFY(trainCut->datasetFingerprint != whole->datasetFingerprint);
    }

    void keptIndexGivesTheSameData() {
        const fs::path cache = path() / "cache";
        const auto plain = collect();
        for (int i = 0; i < 2; ++i) {
            const auto data = collect(cache);
            QCOMPARE(data->train, plain->train);
            QCOMPARE(data->valid, plain->valid);
            QCOMPARE(data->datasetFingerprint, plain->datasetFingerprint);
            QCOMPARE(data->evaluationFingerprint, plain->evaluationFingerprint);
            int kept = 0;
            for (const auto& file : fs::directory_iterator(cache)) {
                fs::last_write_time(file, fs::file_time_type::clock::now() + std::chrono::seconds(10));
                ++kept;
            }
            QCOMPARE(kept, 2);
        }
    }

    void cutThatLeavesOneClassIsRefused() {
        m_config.labelIou = 0.9;
        const auto data = collect();
        QVERIFY(!data);
        QCOMPARE(data.error(),
                 (Error{ErrorCode::Empty, m_config.trainDir, "all proposals (24) are of one class, no crack",
                        "choose a folder with both classes, or another label IoU threshold"}));
    }

private:
    fs::path path() const { return m_folder->path().toStdString(); }

    Result<RunData> collect(const fs::path& cache = {}) const {
        return inspectFolders(m_config, cache).and_then([&](const RunFolders& folders) {
            return collectRunData(m_config, sidesOf(m_config, folders));
        });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    RunConfig m_config;
};

QTEST_GUILESS_MAIN(tst_RunData)
#include "tst_RunData.moc"
