#include "core/base/Files.h"
#include "core/data/DatasetSummary.h"
#include "core/data/ProposalBuilder.h"
#include "core/data/ProposalName.h"
#include "tests/core/data/DrawnWalls.h"
#include "tests/support/TestImages.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace fissure;
namespace fs = std::filesystem;

class tst_DatasetSummary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void builtFolderIsDescribedWithoutProblems() {
        const BuildReport report = built();
        const DatasetSummary summary = summarizeDataset(report.folder).value();
        QVERIFY(summary.description.has_value());
        QCOMPARE(summary.photographs, std::int64_t(2));
        QCOMPARE(summary.crack, report.positives);
        QCOMPARE(summary.noCrack, report.negatives);
        QCOMPARE(summary.fingerprint, report.fingerprint);
        QVERIFY(summary.hasExactIous);
        QVERIFY(summary.builtAt.has_value());
        const auto age = SystemClock().now() - *summary.builtAt;
        QVERIFY(age > std::chrono::minutes(-1) && age < std::chrono::minutes(1));
        QCOMPARE(codes(summary), std::vector<std::string>{});
    }

    void samplesAreOfTheirBandAndSpreadOverIt() {
        writeNames({"a.0.0_05.0.jpg", "a.1.0_15.0.jpg", "a.2.1_0.1.jpg"});
        for (int i = 0; i < 40; ++i) {
            writeNames({toFileName({"wall", i, 0.55, 1, "jpg"})});
        }
        const DatasetSummary summary = summarizeDataset(root()).value();
        QCOMPARE(summary.samples[0], std::vector<std::string>{"a.0.0_05.0.jpg"});
        QCOMPARE(summary.samples[1], std::vector<std::string>{"a.1.0_15.0.jpg"});
        QCOMPARE(summary.samples[9], std::vector<std::string>{"a.2.1_0.1.jpg"});
        QCOMPARE(summary.samples[5].size(), kSamplesPerBand);
        QCOMPARE(std::ranges::adjacent_find(summary.samples[5], std::ranges::greater_equal()),
                 summary.samples[5].end());
        QVERIFY(summary.samples[2].empty());
        QCOMPARE(summary.histogram.crack[5], std::int64_t(40));
    }

    void folderOfAnotherToolIsCountedByItsNames() {
        writeNames({"a.b.0.0_1.0.jpg", "a.b.1.0_9.1.jpg", "a.0.0_2.0.jpg"});
        const DatasetSummary summary = summarizeDataset(root()).value();
        QVERIFY(!summary.description && !summary.builtAt && !summary.hasExactIous);
        QCOMPARE(summary.photographs, std::int64_t(2));
        QCOMPARE(summary.crack, std::int64_t(1));
        QCOMPARE(summary.noCrack, std::int64_t(2));
        QVERIFY(codes(summary).empty());
    }

    void whatIsWrongIsFoundGravestFirst() {
        writeNames({"a.0.0_1.0.jpg", "notes.txt"});
        QVERIFY(writeFileAtomically(root() / kDatasetFile, "{\"format\": \"something else\"}").has_value());
        QCOMPARE(codes(summarizeDataset(root()).value()),
                 (std::vector<std::string>{"dataset-unreadable", "one-class", "rejected-files"}));
    }

    void changedFolderIsToldFromTheBuiltOne() {
        const BuildReport report = built();
        fs::remove(report.folder / scanProposals(report.folder)->proposals.front().file);
        const DatasetSummary summary = summarizeDataset(report.folder).value();
        QVERIFY(summary.fingerprint != report.fingerprint);
        QCOMPARE(codes(summary), (std::vector<std::string>{"missing-crops", "dataset-changed"}));
    }

    void photographsLeftOutAndAStoppedBuildAreProblems() {
        test::drawWalls(root(), 2);
        fs::remove(root() / "masks" / "wall_0.png");
        BuildReport report = buildProposals(request(), {}, {}).value();
        DatasetDescription description = readDatasetFile(report.folder).value();
        description.isComplete = false;
        QVERIFY(writeFileAtomically(report.folder / kDatasetFile, toJson(description)).has_value());
        const DatasetSummary summary = summarizeDataset(report.folder).value();
        QCOMPARE(codes(summary), (std::vector<std::string>{"dataset-incomplete", "build-left-out"}));
        QVERIFY2(summary.findings.back().text.str().ends_with("left files out: 1."),
                 summary.findings.back().text.str().c_str());
    }

    void missingAndEmptyFoldersFail() {
        QCOMPARE(summarizeDataset(root() / "nowhere").error().code, ErrorCode::NotFound);
        QCOMPARE(summarizeDataset(root()).error().code, ErrorCode::Empty);
    }

private:
    fs::path root() const { return m_folder->path().toStdString(); }

    BuildRequest request() const {
        BuildRequest request;
        request.images = root() / "images";
        request.groundTruth = {GroundTruthFormat::Masks, root() / "masks"};
        request.out = root() / "out";
        request.recipe.cropSizePx = 32;
        request.recipe.negatives = 40;
        return request;
    }

    BuildReport built() const {
        test::drawWalls(root(), 2);
        return buildProposals(request(), {}, {}).value();
    }

    void writeNames(const std::vector<std::string>& names) const {
        for (const std::string& name : names) {
            QVERIFY(writeFileAtomically(root() / name, "x").has_value());
        }
    }

    static std::vector<std::string> codes(const DatasetSummary& summary) {
        std::vector<std::string> codes;
        for (const Finding& finding : summary.findings) {
            codes.push_back(finding.code);
        }
        return codes;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_DatasetSummary)
#include "tst_DatasetSummary.moc"
