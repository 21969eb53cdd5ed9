#include "core/data/Manifest.h"
#include "core/data/ProposalIndex.h"
#include "tests/core/data/ProposalFolder.h"
#include "tests/support/Unprivileged.h"

#include <QTest>

#include <algorithm>
#include <fstream>
#include <sys/stat.h>

using namespace fissure;
using fissure::test::ProposalFolder;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> namesOf(const std::vector<Proposal>& proposals) {
    std::vector<std::string> names(proposals.size());
    std::ranges::transform(proposals, names.begin(), &Proposal::file);
    return names;
}

ManifestRow rowOf(const std::string& crop, double iou) {
    return {crop, "../images/wall.jpg", 640, 480, {1, 2, 30, 40}, iou, 3, Box{5, 6, 70, 80}};
}

} // namespace

class tst_ProposalIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void proposalsComeInTheOrderOfTheirNames() {
        const ProposalFolder folder;
        folder.add("wall.10.0_2.0.jpg");
        folder.add("Wall.1.0_9.1.jpg");
        folder.add("wall.2.0_53.1.jpg");
        const auto index = scanProposals(folder.path());
        QVERIFY(index.has_value());
        QCOMPARE(index->proposals, (std::vector<Proposal>{{"Wall.1.0_9.1.jpg", 0.9, 1, false},
                                                          {"wall.10.0_2.0.jpg", 0.2, 0, false},
                                                          {"wall.2.0_53.1.jpg", 0.53, 1, false}}));
        QCOMPARE(index->countOf(1), std::int64_t(2));
        QCOMPARE(index->countOf(0), std::int64_t(1));
        QVERIFY(!index->hasManifest);
        QVERIFY(index->rejected.empty());
    }

    void filesThatDoNotFitAreListedWithTheReason() {
        const ProposalFolder folder;
        folder.add("wall.1.0_9.1.jpg");
        folder.add("wall.2.1_7.1.jpg");
        folder.add("notes.txt");
        const auto index = scanProposals(folder.path());
        QVERIFY(index.has_value());
        QCOMPARE(index->rejected,
                 (std::vector<SkippedFile>{
                     {"notes.txt", "the name does not read <source>.<counter>.<iou>.<label>.<extension>"},
                     {"wall.2.1_7.1.jpg", "the IoU 1_7 is above 1"}}));
    }

    void companionsHiddenFilesAndFoldersAreNeitherProposalsNorRejected() {
        const ProposalFolder folder;
        folder.add("wall.1.0_9.1.jpg");
        for (const char* name : {"dataset.json", "ground_truth.json", "train_image_paths.json",
                                 "valid_image_paths.json", ".hidden.1.0_5.0.jpg"}) {
            folder.add(name, "{}");
        }
        fs::create_directory(folder.path() / "sub.1.0_5.0.jpg");
        const auto index = scanProposals(folder.path());
        QVERIFY(index.has_value());
        QCOMPARE(index->proposals.size(), std::size_t(1));
        QVERIFY(index->rejected.empty());
    }

    void linksAreFollowedAndListedWhereTheyLeadNowhere() {
        const ProposalFolder folder;
        const ProposalFolder elsewhere;
        elsewhere.add("crop.jpg");
        fs::create_symlink(elsewhere.path() / "crop.jpg", folder.path() / "wall.1.0_9.1.jpg");
        fs::create_symlink(elsewhere.path() / "gone.jpg", folder.path() / "wall.2.0_9.1.jpg");
        fs::create_directory_symlink(elsewhere.path(), folder.path() / "wall.3.0_9.1.jpg");
        QCOMPARE(::mkfifo((folder.path() / "wall.4.0_9.1.jpg").c_str(), 0600), 0);
        const auto index = scanProposals(folder.path());
        QVERIFY(index.has_value());
        QCOMPARE(namesOf(index->proposals), std::vector<std::string>{"wall.1.0_9.1.jpg"});
        QCOMPARE(index->rejected,
                 (std::vector<SkippedFile>{{"wall.2.0_9.1.jpg", "it is a link to a file that does not exist"},
                                           {"wall.4.0_9.1.jpg", "it is not a file"}}));
    }

    void missingFolderIsNotFound() {
        const auto index = scanProposals("/nonexistent/proposals");
        QVERIFY(!index);
        QCOMPARE(index.error(),
                 (Error{ErrorCode::NotFound, "/nonexistent/proposals", "the folder does not exist", ""}));
    }

    void fileInsteadOfAFolderIsUnreadable() {
        const ProposalFolder folder;
        folder.add("file");
        const auto index = scanProposals(folder.path() / "file");
        QVERIFY(!index);
        QCOMPARE(index.error().code, ErrorCode::Unreadable);
        QCOMPARE(index.error().cause, "it is not a folder");
    }

    void forbiddenFolderIsUnreadable() {
        const ProposalFolder folder;
        const fs::path inner = folder.path() / "inner";
        fs::create_directory(inner);
        fs::permissions(folder.path(), fs::perms::all);
        fs::permissions(inner, fs::perms::none);
        const test::Unprivileged unprivileged;
        const auto index = scanProposals(inner);
        QVERIFY(!index);
        QCOMPARE(index.error().code, ErrorCode::Unreadable);
        QCOMPARE(index.error().cause, "the folder cannot be read: Permission denied");
    }

    void folderWithoutProposalsIsEmpty() {
        const ProposalFolder folder;
        QCOMPARE(scanProposals(folder.path()).error().cause, "it holds no proposals");
        folder.add("IMG_1.jpg");
        const Error error = scanProposals(folder.path()).error();
        QCOMPARE(error.code, ErrorCode::Empty);
        QCOMPARE(error.cause, "none of its files (1) is a proposal; IMG_1.jpg: the name does not read "
                              "<source>.<counter>.<iou>.<label>.<extension>");
    }

    void manifestGivesExactIous() {
        const ProposalFolder folder;
        folder.add("wall.1.0_33.0.jpg");
        folder.add("wall.2.0_5.1.jpg");
        folder.add("wall.3.0_5.1.jpg");
        folder.add(kManifestFile, manifestHeading() + toCsvLine(rowOf("wall.1.0_33.0.jpg", 1.0 / 3.0)) +
                                      toCsvLine(rowOf("wall.2.0_5.1.jpg", 0.9)) +
                                      toCsvLine(rowOf("wall.9.0_5.1.jpg", 0.5)));
        const auto index = scanProposals(folder.path());
        QVERIFY(index.has_value());
        QVERIFY(index->hasManifest);
        QCOMPARE(index->proposals[0], (Proposal{"wall.1.0_33.0.jpg", 1.0 / 3.0, 0, true}));
        // The row speaks of another crop than the name does; the name stands.
        QCOMPARE(index->proposals[1], (Proposal{"wall.2.0_5.1.jpg", 0.5, 1, false}));
        QCOMPARE(index->proposals[2], (Proposal{"wall.3.0_5.1.jpg", 0.5, 1, false}));
    }

    void brokenManifestIsAnErrorThatNamesTheLine() {
        const ProposalFolder folder;
        folder.add("wall.1.0_33.0.jpg");
        folder.add(kManifestFile, manifestHeading() + "wall.1.0_33.0.jpg,a.jpg,1,1\n");
        const auto index = scanProposals(folder.path());
        QVERIFY(!index);
        QCOMPARE(index.error().code, ErrorCode::WrongFormat);
        QCOMPARE(index.error().cause, "line 2: there are 4 columns instead of 14");
    }

    void originsAreResolvedAgainstTheManifestsFolder() {
        const ProposalFolder folder;
        ManifestRow absolute = rowOf("b", 0.0);
        absolute.source = "/photographs/wall.jpg";
        absolute.groundTruthId.reset();
        absolute.groundTruth.reset();
        folder.add(kManifestFile, manifestHeading() + toCsvLine(rowOf("a", 0.25)) + toCsvLine(absolute));
        const auto origins = readManifest(folder.path());
        QVERIFY(origins.has_value());
        QCOMPARE(origins->size(), std::size_t(2));
        const ProposalOrigin& first = origins->at("a");
        QCOMPARE(first.sourceImage, fs::canonical(folder.path()).parent_path() / "images" / "wall.jpg");
        QCOMPARE(first.sourceWidth, 640);
        QCOMPARE(first.sourceHeight, 480);
        QCOMPARE(first.box, (Box{1, 2, 30, 40}));
        QCOMPARE(first.groundTruth, (std::optional<Box>({5, 6, 70, 80})));
        QCOMPARE(first.iou, 0.25);
        QCOMPARE(origins->at("b").sourceImage, fs::path("/photographs/wall.jpg"));
        QVERIFY(!origins->at("b").groundTruth);
    }

    void originsOfALinkedFolderAreThoseOfTheFolder() {
        const ProposalFolder folder;
        folder.add(fs::path("crops") / kManifestFile, manifestHeading() + toCsvLine(rowOf("a", 0.25)));
        fs::create_directory(folder.path() / "elsewhere");
        const fs::path link = folder.path() / "elsewhere" / "link";
        fs::create_directory_symlink(folder.path() / "crops", link);
        QCOMPARE(readManifest(link)->at("a").sourceImage,
                 fs::canonical(folder.path()) / "images" / "wall.jpg");
    }

    void folderWithoutManifestHasNoOrigins() {
        const ProposalFolder folder;
        const auto origins = readManifest(folder.path());
        QVERIFY(origins.has_value());
        QVERIFY(origins->empty());
    }

    void fingerprintFollowsTheContentAndNotThePlace() {
        const ProposalFolder first;
        const ProposalFolder second;
        for (const ProposalFolder* folder : {&first, &second}) {
            folder->add("a.1.0_5.1.jpg", "12345");
            folder->add("b.1.0_1.0.jpg", "123");
        }
        const auto proposals = scanProposals(first.path())->proposals;
        const std::string fingerprint = fingerprintOf(first.path(), proposals);
        QCOMPARE(fingerprint.size(), std::size_t(64));
        QCOMPARE(fingerprintOf(second.path(), {proposals[1], proposals[0]}), fingerprint);

        auto relabelled = proposals;
        relabelled[0].label = 0;
        QVERIFY(fingerprintOf(first.path(), relabelled) != fingerprint);
        auto exact = proposals;
        exact[0].iou = 0.5001;
        QVERIFY(fingerprintOf(first.path(), exact) != fingerprint);
        second.add("b.1.0_1.0.jpg", "1234");
        QVERIFY(fingerprintOf(second.path(), proposals) != fingerprint);
    }

    void proposalTakesAtMostAHundredBytesBeyondItsName() {
        const ProposalFolder folder;
        constexpr int kCount = 1100; // just above a power of two, where a growing list is half empty
        for (int i = 0; i < kCount; ++i) {
            std::ofstream(folder.path() / ("rissbilder_0412." + std::to_string(i) + ".0_53.1.jpg"));
        }
        const auto index = scanProposals(folder.path());
        QCOMPARE(index->proposals.size(), std::size_t(kCount));
        constexpr std::size_t kAllocation = 16; // what an allocator adds to a block, and rounds it up to
        std::size_t bytes = index->proposals.capacity() * sizeof(Proposal);
        for (const Proposal& proposal : index->proposals) {
            bytes += proposal.file.capacity() + 1 + 2 * kAllocation - proposal.file.size();
        }
        QVERIFY2(bytes <= 100 * kCount, std::to_string(bytes).c_str());
    }

    void histogramCountsEachBandByLabel() {
        std::vector<Proposal> proposals;
        for (int tenth = 0; tenth <= 10; ++tenth) {
            proposals.push_back({"x", tenth / 10.0, tenth % 2, false});
        }
        const IouHistogram histogram = histogramOf(proposals);
        for (int band = 0; band < IouHistogram::kBands; ++band) {
            QCOMPARE(histogram.crack[band], std::int64_t(band % 2));
            // IoU 1 falls into the last band, which else holds a crack only.
            QCOMPARE(histogram.noCrack[band], std::int64_t(band % 2 == 0 || band == 9 ? 1 : 0));
        }
    }
};

QTEST_GUILESS_MAIN(tst_ProposalIndex)
#include "tst_ProposalIndex.moc"
