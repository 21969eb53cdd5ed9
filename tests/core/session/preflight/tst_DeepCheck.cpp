#include "core/base/Files.h"
#include "core/data/ImageFile.h"
#include "core/data/Manifest.h"
#include "core/data/ProposalBuilder.h"
#include "core/session/preflight/DeepCheck.h"
#include "core/session/preflight/QuickFindings.h"
#include "tests/support/TestImages.h"
#include "tests/support/TinyRun.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>

using namespace fissure;
namespace fs = std::filesystem;

namespace {

const DryBatchLimits kShort{1, std::chrono::seconds(1), 2, std::chrono::milliseconds(100)};

std::optional<Finding> find(const std::vector<Finding>& findings, const std::string& code) {
    const auto found = std::ranges::find(findings, code, &Finding::code);
    return found == findings.end() ? std::nullopt : std::optional(*found);
}

/// A configuration with its folders, looked into.
struct Folders : RunFolders {
    explicit Folders(const RunConfig& ofRun) : RunFolders(inspectFolders(ofRun).value()), config(ofRun) {}

    RunSides sides() const { return sidesOf(config, *this); }
    std::vector<Finding> quick() const { return quickFindings(config, sides(), {}).value(); }

    RunConfig config;
};

} // namespace

class tst_DeepCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_place = std::make_unique<QTemporaryDir>();
        m_config = test::prepareTinyRun(place());
        m_options = {};
        m_options.limits = kShort;
    }

    void quickFindingsAreOfDataAndSettings() {
        RunConfig config = m_config;
        config.sampler = Sampler::Sequential;
        std::ofstream(fs::path(config.trainDir) / "notes.txt") << "no proposal";
        const auto findings = Folders(config).quick();
        QVERIFY(find(findings, "sequential-sampler"));
        QVERIFY(find(findings, "rejected-files"));
        QVERIFY(find(findings, "class-balance"));
        QCOMPARE(find(findings, "shared-source")->examples.front().file, std::string("wall"));
        QVERIFY(std::ranges::is_sorted(findings, {}, &Finding::severity));
    }

    void oneFolderForBothIsSaidOnce() {
        RunConfig config = m_config;
        config.validDir = config.trainDir + "/.";
        const auto findings = Folders(config).quick();
        QVERIFY(find(findings, "same-folder"));
        QVERIFY(!find(findings, "shared-source"));
        const Folders folders(config);
        m_options.hasDryBatch = false;
        QVERIFY(deepCheck(config, folders.sides(), m_options, {})->findings(m_config.epochs).empty());
    }

    void runWithoutValidationIsChecked() {
        RunConfig config = m_config;
        config.validDir.clear();
        const auto findings = Folders(config).quick();
        QVERIFY(find(findings, "no-validation"));
        QVERIFY(!find(findings, "shared-source"));
        const auto report = deepCheck(config, m_options, {}).value();
        QCOMPARE(report.forecast->validProposals, std::int64_t(0));
    }

    void folderThatCannotBeReadFails() {
        RunConfig config = m_config;
        config.trainDir = (place() / "absent").string();
        QCOMPARE(inspectFolders(config).error().code, ErrorCode::NotFound);
        config = m_config;
        config.validDir = (place() / "absent").string();
        QCOMPARE(inspectFolders(config).error().code, ErrorCode::NotFound);
    }

    void deepCheckFindsDamageTwinsAndTime() {
        const fs::path train = m_config.trainDir;
        const std::string twin = scanProposals(m_config.validDir)->proposals.front().file;
        fs::copy_file(fs::path(m_config.validDir) / twin, train / "copy.1.0_1.0.jpg");
        std::ofstream(train / "text.1.0_1.0.jpg") << "this is text";
        std::vector<PreflightStage> stages;
        std::vector<std::string> told;
        m_options.onProgress = [&](const PreflightProgress& progress) {
            QVERIFY(progress.done <= progress.total);
            if (stages.empty() || stages.back() != progress.stage) {
                stages.push_back(progress.stage);
            }
        };
        m_options.onFindings = [&](const std::vector<Finding>& findings) {
            std::ranges::transform(findings, std::back_inserter(told), &Finding::code);
        };
        const Folders folders(m_config);
        const auto report = deepCheck(m_config, folders.sides(), m_options, {}).value();
        QCOMPARE(told, (std::vector<std::string>{"not-an-image", "same-pixels"}));
        QCOMPARE(stages, (std::vector{PreflightStage::TrainCrops, PreflightStage::ValidCrops,
                                      PreflightStage::DryBatch}));
        QCOMPARE(find(report.findings(m_config.epochs), "same-pixels")->examples.front().file, twin);
        QCOMPARE(find(report.findings(m_config.epochs), "same-pixels")->examples.front().reason.str(),
                 std::string("the same pixels as copy.1.0_1.0.jpg"));
        QCOMPARE(report.forecast->trainProposals, std::int64_t(25)); // without the broken one
        QCOMPARE(report.train.damaged.size(), std::size_t(1));
        QVERIFY(report.valid.damaged.empty());
        QVERIFY(find(report.findings(m_config.epochs), "forecast")
                    ->text.str()
                    .starts_with("An epoch will take about "));
    }

    void copiesOfPhotographsAreFound() {
        for (const char* side : {"train", "valid"}) {
            const fs::path photograph = place() / side / "photograph" / "wall.jpg";
            fs::create_directories(photograph.parent_path());
            std::ofstream(photograph) << "one wall";
            std::string manifest = manifestHeading();
            const ProposalIndex index = scanProposals(place() / side).value();
            for (const Proposal& crop : index.proposals) {
                manifest +=
                    toCsvLine({crop.file, "photograph/wall.jpg", 9, 9, {0, 0, 1, 1}, crop.iou, {}, {}});
            }
            std::ofstream(place() / side / kManifestFile) << manifest;
        }
        m_options.hasDryBatch = false;
        QVERIFY(!find(Folders(m_config).quick(), "shared-source"));
        const auto report = deepCheck(m_config, m_options, {}).value();
        QCOMPARE(find(report.findings(m_config.epochs), "shared-source")->count, std::int64_t(1));
    }

    void onlyCropsThatAreUsedAreOpened() {
        RunConfig config = m_config;
        config.trainNegatives = 3;
        const Folders folders(config);
        m_options.hasDryBatch = false;
        const auto report = deepCheck(config, folders.sides(), m_options, {}).value();
        QCOMPARE(report.train.pixels.size(), std::size_t(12 + 3));
        QVERIFY(!report.forecast);
    }

    void classThatIsAllBrokenIsAnErrorAndNothingIsTrained() {
        const ProposalIndex index = scanProposals(m_config.trainDir).value();
        for (const Proposal& proposal : index.proposals) {
            if (proposal.label == 1) {
                fs::resize_file(fs::path(m_config.trainDir) / proposal.file, 0);
            }
        }
        const Folders folders(m_config);
        const auto report = deepCheck(m_config, folders.sides(), m_options, {}).value();
        QCOMPARE(report.findings(m_config.epochs).front().severity, Severity::Error);
        QCOMPARE(report.findings(m_config.epochs).front().code, std::string("one-class"));
        QVERIFY(find(report.findings(m_config.epochs), "empty-crop"));
        QVERIFY(!report.forecast);
    }

    void foldersAreLookedIntoWhereTheyWereNot() {
        m_options.hasDryBatch = false;
        QCOMPARE(deepCheck(m_config, m_options, {})->train.pixels.size(), std::size_t(24));
        RunConfig config = m_config;
        config.trainDir = (place() / "absent").string();
        QCOMPARE(deepCheck(config, m_options, {}).error().code, ErrorCode::NotFound);
    }

    void settingsThatTakeTheSameProposalsAreTold() {
        RunConfig other = m_config;
        other.epochs = 99;
        other.imageSizePx = 64;
        QVERIFY(takeSameProposals(m_config, other));
        other.trainNegatives = 5;
        QVERIFY(!takeSameProposals(m_config, other));
    }

    void failureOfTheDryBatchIsAnError() {
        RunConfig config = m_config;
        config.initialWeights = (place() / "weights.safetensors").string();
        std::ofstream(config.initialWeights) << "no weights at all";
        const Folders folders(config);
        const auto report = deepCheck(config, folders.sides(), m_options, {}).value();
        QCOMPARE(report.findings(m_config.epochs).front().severity, Severity::Error);
        QCOMPARE(report.findings(m_config.epochs).front().code, std::string("dry-batch-failed"));
        QVERIFY(report.findings(m_config.epochs).front().text.str().find("weights.safetensors: ") !=
                std::string::npos);
    }

    void dryBatchIsLeftOutWhereMemoryWouldNotDo() {
        RunConfig config = m_config;
        config.batchSize = 1'000'000;
        config.imageSizePx = 1024;
        const Folders folders(config);
        const auto report = deepCheck(config, folders.sides(), m_options, {}).value();
        QVERIFY(find(report.findings(m_config.epochs), "dry-batch-skipped"));
        QVERIFY(!report.forecast);
    }

    void stopEndsItInEveryStage_data() {
        QTest::addColumn<int>("stage");
        QTest::newRow("training crops") << static_cast<int>(PreflightStage::TrainCrops);
        QTest::newRow("validation crops") << static_cast<int>(PreflightStage::ValidCrops);
        QTest::newRow("dry batch") << static_cast<int>(PreflightStage::DryBatch);
    }
    void stopEndsItInEveryStage() {
        QFETCH(int, stage);
        std::stop_source stop;
        m_options.onProgress = [&](const PreflightProgress& progress) {
            if (progress.stage == static_cast<PreflightStage>(stage)) {
                stop.request_stop();
            }
        };
        const Folders folders(m_config);
        const auto report = deepCheck(m_config, folders.sides(), m_options, stop.get_token());
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Stopped);
    }

    void realPhotographsHaveNoLeak() {
        const fs::path photographs = test::realPhotographs();
        if (photographs.empty()) {
            QSKIP("the photographs uav75 are not here");
        }
        RunConfig config = m_config;
        config.trainDir = buildSome(photographs / "train", 3, "built_train");
        config.validDir = buildSome(photographs / "valid", 2, "built_valid");
        const Folders folders(config);
        m_options.hasDryBatch = false;
        const auto quick = Folders(config).quick();
        const auto deep = deepCheck(config, folders.sides(), m_options, {}).value();
        for (const char* code : {"shared-source", "label-contradiction", "missing-crops", "dataset-changed",
                                 "dataset-unreadable", "rejected-files", "one-class"}) {
            QVERIFY2(!find(quick, code), code);
        }
        QVERIFY(deep.findings(m_config.epochs).empty());
        QVERIFY(folders.train.index.hasManifest);

        // The same photographs under both: told by the manifests although the folders differ.
        config.validDir = buildSome(photographs / "train", 1, "built_again");
        QCOMPARE(find(Folders(config).quick(), "shared-source")->count, std::int64_t(1));
        const Folders leaking(config);
        const auto report = deepCheck(config, leaking.sides(), m_options, {}).value();
        QCOMPARE(find(report.findings(m_config.epochs), "same-pixels")->count,
                 std::ssize(leaking.valid->index.proposals));
    }

private:
    fs::path place() const { return m_place->path().toStdString(); }

    /// Crops of the first photographs of a split.
    std::string buildSome(const fs::path& split, int count, const std::string& name) const {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(split / "images")) {
            files.push_back(entry.path());
        }
        std::ranges::sort(files);
        const fs::path images = place() / (name + "_images");
        fs::create_directories(images);
        for (int i = 0; i < count; ++i) {
            const fs::path& file = files[static_cast<std::size_t>(i)];
            fs::create_symlink(file, images / file.filename());
        }
        BuildRequest request;
        request.images = images;
        request.groundTruth = {GroundTruthFormat::Masks, split / "masks"};
        request.out = place() / name;
        request.recipe.negatives = 20;
        request.recipe.cropSizePx = 32;
        request.recipe.groundTruthCrops = true;
        const auto built = buildProposals(request, {}, {});
        if (!built) {
            qFatal("%s", built.error().message().c_str());
        }
        return request.out.string();
    }

    std::unique_ptr<QTemporaryDir> m_place;
    RunConfig m_config;
    PreflightOptions m_options;
};

QTEST_GUILESS_MAIN(tst_DeepCheck)
#include "tst_DeepCheck.moc"
