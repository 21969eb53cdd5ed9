#include "core/base/Files.h"
#include "core/data/DatasetFile.h"
#include "core/data/ImageFile.h"
#include "core/data/ProposalBuilder.h"
#include "tests/core/data/BuiltFolder.h"
#include "tests/core/data/DrawnWalls.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <sys/stat.h>

using namespace fissure;
namespace fs = std::filesystem;
using test::contentOf;
using test::namesIn;

namespace {

/// Which file on the disk has that name.
ino_t inodeOf(const fs::path& file) {
    struct stat facts {};
    return ::stat(file.c_str(), &facts) == 0 ? facts.st_ino : 0;
}

/// The first crop of a photograph.
fs::path cropOf(const fs::path& folder, const std::string& source) {
    const auto names = namesIn(folder);
    return folder / *std::ranges::find_if(
                        names, [&](const std::string& name) { return name.starts_with(source + '.'); });
}

void replaceIn(const fs::path& file, const std::string& from, const std::string& to) {
    std::string text = readTextFile(file).value();
    text.replace(text.find(from), from.size(), to);
    if (!writeFileAtomically(file, text)) {
        qFatal("cannot write a test file");
    }
}

} // namespace

/// What a build takes over from the data set that it replaces.
class tst_EarlierBuild : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        test::drawWalls(root(), 3);
        m_request = {root() / "images", {GroundTruthFormat::Masks, root() / "masks"}, out(), {}, 1};
        m_request.recipe.cropSizePx = 32;
        m_request.recipe.negatives = 12;
        m_request.recipe.groundTruthCrops = true;
    }

    void unchangedPhotographsAreNotCutUpAgain() {
        QVERIFY(build().has_value());
        const auto before = contentOf(out());
        const fs::path crop = cropOf(out(), "wall_1");
        const ino_t inode = inodeOf(crop);
        std::vector<BuildProgress> progress;
        m_request.threads = 2;
        const auto report =
            buildProposals(m_request, [&](const BuildProgress& now) { progress.push_back(now); }, {});
        QVERIFY2(report.has_value(), report ? "" : report.error().message().c_str());
        QVERIFY(report->isComplete);
        QCOMPARE(report->imagesUsed, std::int64_t(3));
        QCOMPARE(report->imagesReused, std::int64_t(3));
        QCOMPARE(contentOf(out()), before);
        QCOMPARE(inodeOf(crop), inode);
        QCOMPARE(progress.size(), std::size_t(3));
        QCOMPARE(progress.back().done, std::int64_t(3));
        QCOMPARE(progress.back().reused, std::int64_t(3));
        QCOMPARE(progress.back().imagesPerSecond, 0.0);
        QCOMPARE(namesIn(root()), (std::vector<std::string>{"images", "masks", "proposals"}));
    }

    void whatHasChangedIsCutUpAgain_data() {
        QTest::addColumn<std::function<void()>>("change");
        QTest::addColumn<int>("reused");
        const auto add = [](const char* name, int reused, std::function<void()> change) {
            QTest::newRow(name) << std::move(change) << reused;
        };
        add("photograph", 2, [this] {
            QVERIFY(writeImage(root() / "images" / "wall_1.jpg", drawConcrete(80, 9).image).has_value());
        });
        add("mask", 2, [this] {
            QVERIFY(writeMask(root() / "masks" / "wall_1.png", drawConcrete(80, 9).mask).has_value());
        });
        add("recipe", 0, [this] { m_request.recipe.negatives = 9; });
        add("quality", 0, [this] { m_request.recipe.jpegQuality = 80; });
        add("format", 0, [this] { m_request.recipe.format = ImageFormat::WebP; });
        add("ground-truth crops", 0, [this] { m_request.recipe.groundTruthCrops = false; });
        add("crop changed", 2,
            [this] { QVERIFY(writeFileAtomically(cropOf(out(), "wall_1"), "other").has_value()); });
        add("crop removed", 2, [this] { fs::remove(cropOf(out(), "wall_1")); });
        add("crop made a link", 2, [this] {
            const fs::path crop = cropOf(out(), "wall_1");
            fs::rename(crop, root() / "elsewhere.jpg");
            fs::create_symlink(root() / "elsewhere.jpg", crop);
        });
        add("manifest edited", 2, [this] {
            const std::string name = cropOf(out(), "wall_1").filename().string();
            replaceIn(out() / kManifestFile, name + "\",\"../images/wall_1.jpg\",80,80,",
                      name + "\",\"../images/wall_1.jpg\",80,80,1");
        });
        add("number of a ground-truth box edited", 2, [this] {
            const std::string box = ",1,0,";
            replaceIn(out() / kManifestFile, box, ",1,99,");
        });
        add("key of another", 2, [this] { replaceIn(out() / kSourcesFile, "\"wall_1\",", "\"wall_9\","); });
        add("sources broken", 0, [this] { replaceIn(out() / kSourcesFile, "crops", "digest"); });
        add("data set of a build that wrote no sources", 0, [this] { fs::remove(out() / kSourcesFile); });
        add("photograph removed", 2, [this] { fs::remove(root() / "images" / "wall_1.jpg"); });
        add("photograph added", 3, [this] {
            QVERIFY(writeImage(root() / "images" / "wall_3.jpg", drawConcrete(80, 9).image).has_value());
            QVERIFY(writeMask(root() / "masks" / "wall_3.png", drawConcrete(80, 9).mask).has_value());
        });
        add("name shared with another", 2, [this] { // its crops are called otherwise then
            QVERIFY(writeImage(root() / "images" / "wall_1.png", drawConcrete(80, 9).image).has_value());
        });
        add("photographs moved", 3, [this] {
            fs::rename(root() / "images", root() / "moved");
            m_request.images = root() / "moved";
        });
    }
    void whatHasChangedIsCutUpAgain() {
        QFETCH(std::function<void()>, change);
        QFETCH(int, reused);
        QVERIFY(build().has_value());
        change();
        const auto report = build();
        QVERIFY2(report.has_value(), report ? "" : report.error().message().c_str());
        QCOMPARE(report->imagesReused, std::int64_t(reused));
        m_request.out = root() / "anew";
        QCOMPARE(build()->imagesReused, std::int64_t(0));
        QCOMPARE(contentOf(out()), contentOf(m_request.out));
    }

    void photographWithoutProposalsIsNotSearchedAgain() {
        m_request.recipe.negatives = 0;
        QVERIFY(writeMask(root() / "masks" / "wall_1.png", {80, 80, std::vector<std::uint8_t>(6400, 0)})
                    .has_value());
        QVERIFY(build().has_value());
        QCOMPARE(build()->imagesReused, std::int64_t(3));
    }

    void stoppedBuildIsEndedByTheNextCall() {
        QCOMPARE(stopAfter(1)->imagesUsed, std::int64_t(1));
        const auto report = build();
        QVERIFY(report->isComplete);
        QCOMPARE(report->imagesReused, std::int64_t(1));
        m_request.out = root() / "anew";
        QVERIFY(build().has_value());
        QCOMPARE(contentOf(out()), contentOf(m_request.out));
    }

    void stopKeepsWhatIsNewBesideWhatWasThere() {
        QVERIFY(build().has_value());
        const auto before = namesIn(out());
        test::drawWalls(root(), 5);
        const auto report = stopAfter(4);
        QVERIFY2(report.has_value(), report ? "" : report.error().message().c_str());
        QVERIFY(!report->isComplete);
        QCOMPARE(report->imagesReused, std::int64_t(3));
        QCOMPARE(report->imagesUsed, std::int64_t(4));
        QVERIFY(!readDatasetFile(out())->isComplete);
        const auto after = namesIn(out());
        QVERIFY(std::ranges::includes(after, before));
        QVERIFY(cropOf(out(), "wall_3").filename().string().starts_with("wall_3."));
        QVERIFY(build()->isComplete);
    }

    void changedPhotographsComeBeforeNewOnes() {
        QVERIFY(build().has_value());
        test::drawWalls(root(), 5);
        QVERIFY(writeMask(root() / "masks" / "wall_2.png", drawConcrete(80, 9).mask).has_value());
        const auto report = stopAfter(3);
        QVERIFY2(report.has_value(), report ? "" : report.error().message().c_str());
        QCOMPARE(report->imagesReused, std::int64_t(2));
        QCOMPARE(report->imagesUsed, std::int64_t(3));
        QVERIFY(cropOf(out(), "wall_2").filename().string().starts_with("wall_2."));
    }

    void stopThatWouldLosePhotographsLeavesTheEarlierDataSet_data() {
        QTest::addColumn<int>("changed"); // photographs
        QTest::addColumn<int>("done");
        QTest::newRow("before a changed one is done") << 2 << 2;
        QTest::newRow("before anything new is there") << 0 << 3;
        QTest::newRow("while it is looked what has changed") << 0 << 1;
    }
    void stopThatWouldLosePhotographsLeavesTheEarlierDataSet() {
        QFETCH(int, changed);
        QFETCH(int, done);
        QVERIFY(build().has_value());
        const auto before = contentOf(out());
        test::drawWalls(root(), 5);
        for (int i = 0; i < changed; ++i) {
            QVERIFY(writeMask(root() / "masks" / fmt::format("wall_{}.png", i), drawConcrete(80, 9).mask)
                        .has_value());
        }
        const auto report = stopAfter(done);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Stopped);
        QCOMPARE(report.error().cause, "the build was stopped; the data set that was there stays as it was");
        QCOMPARE(contentOf(out()), before);
        QVERIFY(build()->isComplete);
        QCOMPARE(namesIn(root()), (std::vector<std::string>{"images", "masks", "proposals"}));
    }

private:
    fs::path root() const { return m_folder->path().toStdString(); }
    fs::path out() const { return root() / "proposals"; }

    Result<BuildReport> build() const { return buildProposals(m_request, {}, {}); }

    Result<BuildReport> stopAfter(std::int64_t photographs) const {
        std::stop_source stop;
        return buildProposals(
            m_request,
            [&](const BuildProgress& progress) {
                if (progress.done == photographs) {
                    stop.request_stop();
                }
            },
            stop.get_token());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    BuildRequest m_request;
};

QTEST_GUILESS_MAIN(tst_EarlierBuild)
#include "tst_EarlierBuild.moc"
