#include "core/base/Files.h"
#include "core/data/ConcretePainter.h"
#include "core/data/DemoDataset.h"
#include "core/data/ImageFile.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>

using namespace fissure;
namespace fs = std::filesystem;

namespace {

std::map<std::string, std::string> hashesIn(const fs::path& folder) {
    std::map<std::string, std::string> hashes;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            hashes[entry.path().lexically_relative(folder).string()] = sha256OfFile(entry.path()).value();
        }
    }
    return hashes;
}

/// Mean brightness where the mask has the given value.
double meanLight(const DrawnPhotograph& drawn, bool inCrack) {
    double sum = 0.0;
    int count = 0;
    for (std::size_t i = 0; i < drawn.mask.gray.size(); ++i) {
        if ((drawn.mask.gray[i] > 127) == inCrack) {
            sum += drawn.image.rgb[3 * i + 1];
            ++count;
        }
    }
    return sum / std::max(1, count);
}

} // namespace

class tst_DemoDataset : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void sameSeedDrawsTheSameDataSet() {
        QVERIFY(drawDemoDataset(settings("a", 7, 1), {}, {}).has_value());
        QVERIFY(drawDemoDataset(settings("b", 7, 2), {}, {}).has_value());
        QVERIFY(drawDemoDataset(settings("c", 8, 2), {}, {}).has_value());
        QCOMPARE(hashesIn(root() / "a"), hashesIn(root() / "b"));
        QVERIFY(hashesIn(root() / "a") != hashesIn(root() / "c"));
    }

    void bothSplitsHavePhotographsMasksAndProposalsOfBothLabels() {
        std::vector<std::string> whats;
        std::int64_t lastDone = 0;
        const auto report = drawDemoDataset(settings("demo", 1, 2),
                                            [&](const BuildProgress& progress, const Text& what) {
                                                QCOMPARE(progress.total, std::int64_t(6));
                                                QCOMPARE(progress.done, ++lastDone);
                                                whats.push_back(what.str());
                                            },
                                            {});
        QVERIFY2(report.has_value(), report ? "" : report.error().message().c_str());
        QCOMPARE(whats.front(), std::string("training proposals"));
        QCOMPARE(whats.back(), std::string("validation proposals"));
        // The numbers go on, so that no photograph seems to stand in both splits.
        for (const auto& [split, stem] :
             {std::pair("train", "concrete_001"), std::pair("valid", "concrete_005")}) {
            const fs::path folder = root() / "demo" / split;
            QVERIFY(fs::exists(folder / "images" / (std::string(stem) + ".jpg")));
            QVERIFY(fs::exists(folder / "masks" / (std::string(stem) + ".png")));
            const auto index = scanProposals(folder / "proposals");
            QVERIFY(index.has_value());
            QVERIFY(index->hasManifest);
            QVERIFY(index->countOf(1) > 0);
            QVERIFY(index->countOf(0) > 0);
        }
        QCOMPARE(report->train.imagesUsed, std::int64_t(4));
        QCOMPARE(report->valid.imagesUsed, std::int64_t(2));
    }

    void masksAreOnTheCracksWhichAreDark() {
        int withCracks = 0;
        int darker = 0;
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            const DrawnPhotograph drawn = drawConcrete(96, seed);
            QCOMPARE(drawn.image.rgb.size(), std::size_t(96 * 96 * 3));
            const auto cracked = std::ranges::count(drawn.mask.gray, 255);
            QCOMPARE(std::ranges::count(drawn.mask.gray, 0) + cracked, std::ptrdiff_t(96 * 96));
            if (cracked > 60) {
                ++withCracks;
                QVERIFY(cracked < 96 * 96 / 4);
                darker += meanLight(drawn, true) < meanLight(drawn, false) - 8.0 ? 1 : 0;
            }
        }
        QVERIFY(withCracks > 25 && withCracks < 40);
        QVERIFY(darker >= withCracks - 3); // a faint crack in a bright corner may not be
    }

    void earlierDemoIsDrawnAnew() {
        QVERIFY(drawDemoDataset(settings("demo", 1, 2), {}, {}).has_value());
        DemoSettings fewer = settings("demo", 2, 2);
        fewer.trainImages = 2;
        const auto report = drawDemoDataset(fewer, {}, {});
        QVERIFY2(report.has_value(), report ? "" : report.error().message().c_str());
        QCOMPARE(std::distance(fs::directory_iterator(root() / "demo" / "train" / "images"), {}),
                 std::ptrdiff_t(2));
        QCOMPARE(report->train.imagesUsed, std::int64_t(2));
    }

    void otherFoldersAreRefusedAndLeftAlone() {
        fs::create_directories(root() / "mine" / "train" / "images");
        QVERIFY(writeFileAtomically(root() / "mine" / kDemoRunFile, "{}").has_value());
        const auto report = drawDemoDataset(settings("mine", 1, 1), {}, {});
        QVERIFY(!report);
        QCOMPARE(report.error(), (Error{ErrorCode::WrongFormat, (root() / "mine").string(),
                                        "it already holds files, and they are no demo data set",
                                        "choose a new or an empty folder"}));
        QVERIFY(!fs::exists(root() / "mine" / kDemoFile));
        QVERIFY(fs::exists(root() / "mine" / kDemoRunFile));
        QVERIFY(writeFileAtomically(root() / "file", "x").has_value());
        QCOMPARE(drawDemoDataset(settings("file", 1, 1), {}, {}).error().cause,
                 std::string("it is not a folder"));
        QCOMPARE(drawDemoDataset(settings("file/inner", 1, 1), {}, {}).error().code, ErrorCode::Unwritable);
    }

    void fileOfTheNameOfADemosMakesNoDemo_data() {
        QTest::addColumn<std::string>("text");
        QTest::newRow("no JSON") << std::string("my own notes");
        QTest::newRow("a list") << std::string("[\"seed\"]");
        QTest::newRow("other keys") << std::string("{\"program\": \"mine\", \"seed\": 1}");
    }
    void fileOfTheNameOfADemosMakesNoDemo() {
        QFETCH(std::string, text);
        const fs::path photographs = root() / "mine" / "train" / "images";
        fs::create_directories(photographs);
        QVERIFY(writeFileAtomically(photographs / "wall.jpg", "mine").has_value());
        QVERIFY(writeFileAtomically(root() / "mine" / kDemoFile, text).has_value());
        const auto before = hashesIn(root() / "mine");
        const auto report = drawDemoDataset(settings("mine", 1, 1), {}, {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::WrongFormat);
        QCOMPARE(hashesIn(root() / "mine"), before);
    }

    void filesThatNoDemoDrawsStay() {
        QVERIFY(drawDemoDataset(settings("demo", 1, 2), {}, {}).has_value());
        const fs::path photographs = root() / "demo" / "train" / "images";
        const std::vector<std::string> mine{"wall.jpg",          "concrete_1.jpg",   "concrete_0001.jpg",
                                            "concrete_wall.jpg", "concrete_001.txt", "concrete_002.jpeg"};
        for (const std::string& name : mine) {
            QVERIFY(writeFileAtomically(photographs / name, "mine").has_value());
        }
        fs::create_directory(photographs / "concrete_009.jpg");
        DemoSettings fewer = settings("demo", 2, 2);
        fewer.trainImages = 2;
        QVERIFY(drawDemoDataset(fewer, {}, {}).has_value());
        for (const std::string& name : mine) {
            QCOMPARE(readTextFile(photographs / name).value(), std::string("mine"));
        }
        QVERIFY(fs::is_directory(photographs / "concrete_009.jpg"));
        QVERIFY(fs::exists(photographs / "concrete_002.jpg"));
        QVERIFY(!fs::exists(photographs / "concrete_003.jpg"));
    }

    void stoppedDemoCanBeDrawnAgain() {
        std::stop_source stop;
        const auto stopped = drawDemoDataset(
            settings("demo", 1, 1), [&](const BuildProgress&, const Text&) { stop.request_stop(); },
            stop.get_token());
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Stopped);
        QVERIFY(drawDemoDataset(settings("demo", 1, 2), {}, {}).has_value());
    }

    void runConfigurationGoesBeforeTheFirstPhotographDoes() {
        QVERIFY(drawDemoDataset(settings("demo", 1, 2), {}, {}).has_value());
        QVERIFY(writeFileAtomically(root() / "demo" / kDemoRunFile, "{}").has_value());
        const auto photographs = hashesIn(root() / "demo" / "valid" / "images");
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(drawDemoDataset(settings("demo", 2, 1), {}, stop.get_token()).error().code,
                 ErrorCode::Stopped);
        QVERIFY(!fs::exists(root() / "demo" / kDemoRunFile));
        QCOMPARE(hashesIn(root() / "demo" / "valid" / "images"), photographs);
    }

private:
    fs::path root() const { return m_folder->path().toStdString(); }

    DemoSettings settings(const std::string& name, std::uint64_t seed, int threads) const {
        return {root() / name, seed, 4, 2, 96, 32, threads};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_DemoDataset)
#include "tst_DemoDataset.moc"
