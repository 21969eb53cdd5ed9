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
        QCOMPARE(texts(summary), std::vector<std::string>{});
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
        QVERIFY(texts(summary).empty());
    }

    void whatIsWrongIsSaidInSentences() {
        writeNames({"a.0.0_1.0.jpg", "notes.txt"});
        QVERIFY(writeFileAtomically(root() / kDatasetFile, "{\"format\": \"something else\"}").has_value());
        const std::vector<std::string> problems = texts(summarizeDataset(root()).value());
        QCOMPARE(problems,
                 (std::vector<std::string>{
                     "Its description dataset.json cannot be read: it does not describe a folder of "
                     "proposals.",
                     "All its proposals are of one class, no crack.", "Files that are no proposals: 1."}));
    }

    void changedFolderIsToldFromTheBuiltOne() {
        const BuildReport report = built();
        fs::remove(report.folder / scanProposals(report.folder)->proposals.front().file);
        const DatasetSummary summary = summarizeDataset(report.folder).value();
        QVERIFY(summary.fingerprint != report.fingerprint);
        QCOMPARE(texts(summary), std::vector<std::string>{"Its files have changed since it was built."});
    }

    void photographsLeftOutAndAStoppedBuildAreProblems() {
        test::drawWalls(root(), 2);
        fs::remove(root() / "masks" / "wall_0.png");
        BuildReport report = buildProposals(request(), {}, {}).value();
        DatasetDescription description = readDatasetFile(report.folder).value();
        description.isComplete = false;
        QVERIFY(writeFileAtomically(report.folder / kDatasetFile, toJson(description)).has_value());
        QCOMPARE(texts(summarizeDataset(report.folder).value()),
                 (std::vector<std::string>{"Its build was stopped before the last photograph.",
                                           "Files that its build left out: 1."}));
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

    static std::vector<std::string> texts(const DatasetSummary& summary) {
        std::vector<std::string> texts;
        for (const Text& problem : summary.problems) {
            texts.push_back(problem.str());
        }
        return texts;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_DatasetSummary)
#include "tst_DatasetSummary.moc"
