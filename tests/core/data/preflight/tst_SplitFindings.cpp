#include "core/base/Files.h"
#include "core/data/Manifest.h"
#include "core/data/preflight/SplitFindings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace fissure;
namespace fs = std::filesystem;

namespace {

std::vector<Proposal> proposalsOf(const std::vector<std::string>& files) {
    std::vector<Proposal> proposals;
    for (const std::string& file : files) {
        proposals.push_back({file, 0.1, 0, false});
    }
    return proposals;
}

const std::vector<Proposal> kTrain = proposalsOf({"a.1.0_1.0.jpg", "a.2.0_1.0.jpg", "b.c.1.0_1.0.jpg"});

} // namespace

class tst_SplitFindings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_place = std::make_unique<QTemporaryDir>();
        fs::create_directories(train());
        fs::create_directories(valid());
    }

    void sourcesAreTakenFromTheNames() {
        const auto other = proposalsOf({"a.7.0_1.0.jpg", "b.1.0_1.0.jpg", "b.c.9.0_1.0.jpg"});
        const auto shared = sharedSources({train(), kTrain}, {valid(), other}).value();
        QVERIFY(shared.has_value());
        QCOMPARE(shared->code, std::string("shared-source"));
        QCOMPARE(shared->severity, Severity::Warning);
        QCOMPARE(shared->count, std::int64_t(2));
        QCOMPARE(shared->examples,
                 (std::vector<SkippedFile>{{"a", Text("training crops: 2, validation crops: 1")},
                                           {"b.c", Text("training crops: 1, validation crops: 1")}}));
        const auto apart = proposalsOf({"aa.1.0_1.0.jpg", "b.1.0_1.0.jpg"});
        QVERIFY(!sharedSources({train(), kTrain}, {valid(), apart}).value());
    }

    void manifestsTellPhotographsOfOneNameApart() {
        const auto other = proposalsOf({"a.7.0_1.0.jpg"});
        writeManifest(train(), kTrain, "../photos/train/a.jpg");
        writeManifest(valid(), other, "../photos/valid/a.jpg");
        QVERIFY(!sharedSources({train(), kTrain}, {valid(), other}).value());
    }

    void manifestsTellAPhotographThatWasRenamed() {
        const auto other = proposalsOf({"z.7.0_1.0.jpg"});
        fs::create_directories(place() / "photos");
        fs::create_symlink(place() / "photos", place() / "linked");
        writeManifest(train(), kTrain, "../photos/wall.jpg");
        writeManifest(valid(), other, (place() / "linked" / "wall.jpg").string());
        const auto shared = sharedSources({train(), kTrain}, {valid(), other}).value();
        QVERIFY(shared.has_value());
        QCOMPARE(shared->examples.front().file, (fs::canonical(place()) / "photos" / "wall.jpg").string());
        QCOMPARE(shared->examples.front().reason.str(),
                 std::string("training crops: 3, validation crops: 1"));
    }

    void copyOfAPhotographIsToldByItsContent() {
        const auto other = proposalsOf({"y.1.0_1.0.jpg", "z.7.0_1.0.jpg"});
        writePhotograph("train/a.jpg", "a wall");
        writePhotograph("train/b.jpg", "another wall");
        writePhotograph("valid/y.jpg", "b wall"); // of the size of a.jpg
        writePhotograph("valid/z.jpg", "another wall");
        writeManifest(train(), {kTrain[0], kTrain[1]}, "../photos/train/a.jpg");
        addToManifest(train(), kTrain[2], "../photos/train/b.jpg");
        writeManifest(valid(), {other[0]}, "../photos/valid/y.jpg");
        addToManifest(valid(), other[1], "../photos/valid/z.jpg");
        QVERIFY(!sharedSources({train(), kTrain}, {valid(), other}).value()); // which opens none
        const auto copied = copiedSources({train(), kTrain}, {valid(), other}, {}).value();
        QVERIFY(copied.has_value());
        QCOMPARE(copied->code, std::string("shared-source"));
        QCOMPARE(copied->severity, Severity::Warning);
        const fs::path photos = fs::canonical(place()) / "photos";
        QCOMPARE(copied->examples, (std::vector<SkippedFile>{
                                       {(photos / "valid/z.jpg").string(),
                                        Text("the same content as " + (photos / "train/b.jpg").string())}}));
    }

    void onePhotographOfBothSidesIsNoCopy() {
        const auto other = proposalsOf({"z.7.0_1.0.jpg"});
        writePhotograph("wall.jpg", "a wall");
        writeManifest(train(), kTrain, "../photos/wall.jpg");
        writeManifest(valid(), other, "../photos/wall.jpg");
        QVERIFY(sharedSources({train(), kTrain}, {valid(), other}).value());
        QVERIFY(!copiedSources({train(), kTrain}, {valid(), other}, {}).value());
    }

    void photographsThatAreGoneOrWithoutManifestAreNoCopies() {
        const auto other = proposalsOf({"z.7.0_1.0.jpg"});
        QVERIFY(!copiedSources({train(), kTrain}, {valid(), other}, {}).value());
        writeManifest(train(), kTrain, "../photos/a.jpg");
        writeManifest(valid(), other, "../photos/z.jpg");
        QVERIFY(!copiedSources({train(), kTrain}, {valid(), other}, {}).value());
        writePhotograph("z.jpg", "a wall");
        QVERIFY(!copiedSources({train(), kTrain}, {valid(), other}, {}).value());
    }

    void searchForCopiesCanBeStoppedAndFailsOnABrokenManifest() {
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = copiedSources({train(), kTrain}, {valid(), kTrain}, stop.get_token());
        QCOMPARE(stopped.error().code, ErrorCode::Stopped);
        QVERIFY(writeFileAtomically(valid() / kManifestFile, "this is no manifest\n").has_value());
        const auto broken = copiedSources({train(), kTrain}, {valid(), kTrain}, {});
        QCOMPARE(broken.error().code, ErrorCode::WrongFormat);
    }

    void photographsThatCannotBeLookedForAreToldByTheirPaths() {
        const auto other = proposalsOf({"z.7.0_1.0.jpg"});
        fs::create_symlink(place() / "loop", place() / "loop");
        writeManifest(train(), kTrain, "../loop/a.jpg");
        writeManifest(valid(), other, "../loop/b.jpg");
        QVERIFY(!sharedSources({train(), kTrain}, {valid(), other}).value());
        writeManifest(valid(), other, "../loop/a.jpg");
        const auto shared = sharedSources({train(), kTrain}, {valid(), other}).value();
        QVERIFY(shared.has_value());
        QCOMPARE(shared->examples.front().file, (fs::canonical(place()) / "loop" / "a.jpg").string());
    }

    void photographsAreFoundBesideTheFolderThatALinkLeadsTo() {
        const auto other = proposalsOf({"z.7.0_1.0.jpg"});
        fs::create_directories(place() / "elsewhere");
        fs::create_directory_symlink(valid(), place() / "elsewhere" / "valid");
        writeManifest(train(), kTrain, "../photos/a.jpg");
        writeManifest(valid(), other, "../photos/a.jpg");
        const fs::path linked = place() / "elsewhere" / "valid";
        QVERIFY(sharedSources({train(), kTrain}, {linked, other}).value().has_value());
    }

    void namesDecideWhereAManifestIsMissingOrLacksACrop() {
        const auto other = proposalsOf({"a.7.0_1.0.jpg"});
        writeManifest(train(), kTrain, "../photos/train/a.jpg");
        QVERIFY(sharedSources({train(), kTrain}, {valid(), other}).value().has_value());
        writeManifest(valid(), {}, "../photos/valid/a.jpg");
        QVERIFY(sharedSources({train(), kTrain}, {valid(), other}).value().has_value());
    }

    void rowsOfCropsThatAreNotUsedDoNotCount() {
        const auto other = proposalsOf({"y.1.0_1.0.jpg"});
        auto all = kTrain;
        all.push_back({"y.2.0_1.0.jpg", 0.1, 0, false});
        writeManifest(train(), all, "../photos/a.jpg");
        writeManifest(valid(), other, "../photos/y.jpg");
        QVERIFY(!sharedSources({train(), kTrain}, {valid(), other}).value());
    }

    void brokenManifestIsSaid() {
        QVERIFY(writeFileAtomically(valid() / kManifestFile, "this is no manifest\n").has_value());
        const auto shared = sharedSources({train(), kTrain}, {valid(), kTrain});
        QVERIFY(!shared);
        QCOMPARE(shared.error().code, ErrorCode::WrongFormat);
    }

    void oneFolderIsKnownHoweverItIsWritten() {
        fs::create_symlink(train(), place() / "link");
        QVERIFY(sameFolder(train(), place() / "valid" / ".." / "train").has_value());
        QCOMPARE(sameFolder(train(), place() / "link")->code, std::string("same-folder"));
        QVERIFY(!sameFolder(train(), valid()));
        QVERIFY(!sameFolder(train(), place() / "absent"));
    }

    void samePixelsNameBothCrops() {
        const auto other = proposalsOf({"x.1.0_1.0.jpg", "x.2.0_1.0.jpg", "x.3.0_1.0.jpg"});
        const CropCheck trainCrops{{11, 12, 12}, {}};
        const CropCheck validCrops{{99, 12, 11}, {}};
        const auto same = samePixels({train(), kTrain}, trainCrops, {valid(), other}, validCrops);
        QVERIFY(same.has_value());
        QCOMPARE(same->code, std::string("same-pixels"));
        QCOMPARE(same->severity, Severity::Warning);
        QCOMPARE(same->examples,
                 (std::vector<SkippedFile>{{"x.2.0_1.0.jpg", Text("the same pixels as a.2.0_1.0.jpg")},
                                           {"x.3.0_1.0.jpg", Text("the same pixels as a.1.0_1.0.jpg")}}));
    }

    void cropsThatCannotBeDecodedAreNotAlike() {
        const CropCheck crops{{0, 0, 1}, {}};
        const CropCheck others{{0, 0, 2}, {}};
        QVERIFY(!samePixels({train(), kTrain}, crops, {valid(), kTrain}, others));
    }

    void thresholdsOfTwoBuildsAreCompared() {
        ProposalCheck a;
        ProposalCheck b;
        a.labelIou = 0.5;
        b.labelIou = 0.35;
        QVERIFY(!differentThresholds(a, b)); // nobody said so
        a.description.emplace();
        b.description.emplace();
        const auto finding = differentThresholds(a, b);
        QCOMPARE(finding->code, std::string("label-thresholds-differ"));
        QVERIFY(finding->text.str().find("an IoU of 0.5, those of the validation at 0.35") !=
                std::string::npos);
        b.labelIou = 0.5;
        QVERIFY(!differentThresholds(a, b));
    }

private:
    fs::path place() const { return m_place->path().toStdString(); }
    const fs::path& train() const { return m_train = place() / "train"; }
    const fs::path& valid() const { return m_valid = place() / "valid"; }

    static void writeManifest(const fs::path& folder, const std::vector<Proposal>& proposals,
                              const std::string& source) {
        QVERIFY(writeFileAtomically(folder / kManifestFile, manifestHeading()).has_value());
        for (const Proposal& proposal : proposals) {
            addToManifest(folder, proposal, source);
        }
    }

    static void addToManifest(const fs::path& folder, const Proposal& proposal, const std::string& source) {
        const std::string text =
            readTextFile(folder / kManifestFile).value() +
            toCsvLine({proposal.file, source, 9, 9, {0, 0, 1, 1}, proposal.iou, std::nullopt, std::nullopt});
        QVERIFY(writeFileAtomically(folder / kManifestFile, text).has_value());
    }

    void writePhotograph(const fs::path& name, std::string_view content) const {
        const fs::path file = place() / "photos" / name;
        fs::create_directories(file.parent_path());
        QVERIFY(writeFileAtomically(file, content).has_value());
    }

    std::unique_ptr<QTemporaryDir> m_place;
    mutable fs::path m_train;
    mutable fs::path m_valid;
};

QTEST_GUILESS_MAIN(tst_SplitFindings)
#include "tst_SplitFindings.moc"
