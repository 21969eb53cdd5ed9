#include "core/data/PathCache.h"
#include "tests/core/data/ProposalFolder.h"
#include "tests/support/Unprivileged.h"

#include <QTest>

#include <algorithm>

using namespace fissure;
using fissure::test::ProposalFolder;
namespace fs = std::filesystem;
using std::chrono::seconds;

namespace {

constexpr const char* kTrainCache = "train_image_paths.json";
constexpr const char* kValidCache = "valid_image_paths.json";
constexpr const char* kBoth = "[\"wall.2.0_1.0.jpg\", \"wall.1.0_9.1.jpg\"]";
constexpr const char* kFirst = "[\"wall.1.0_9.1.jpg\"]";
constexpr const char* kOther = "[\"other.1.0_9.1.jpg\"]";

/// A data set as the reference keeps it, folders of two crops, older than any path cache.
class DataSet {
public:
    explicit DataSet(std::initializer_list<const char*> folders) {
        for (const char* folder : folders) {
            m_root.add(fs::path(folder) / "wall.1.0_9.1.jpg");
            m_root.add(fs::path(folder) / "wall.2.0_1.0.jpg");
        }
    }

    fs::path path(const fs::path& within) const { return m_root.path() / within; }

    /// Written after the last change of the folders.
    void addCache(const fs::path& file, std::string_view content) const {
        m_root.add(file, content);
        test::setAge(path(file), seconds(5));
    }

    ProposalIndex scan(const fs::path& folder) const { return scanProposals(path(folder)).value(); }

private:
    ProposalFolder m_root;
};

std::vector<std::string> warningsOf(const ProposalIndex& index) {
    std::vector<std::string> warnings(index.warnings.size());
    std::ranges::transform(index.warnings, warnings.begin(), [](const Text& text) { return text.str(); });
    return warnings;
}

std::string refusal(const fs::path& file, const std::string& cause) {
    return "The path cache " + file.string() + " is not used: " + cause +
           ". The folder's own files are used instead.";
}

} // namespace

class tst_PathCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cacheOfTheWholeFolderChangesNothing() {
        const DataSet data{"train"};
        data.addCache(kTrainCache, kBoth);
        const ProposalIndex index = data.scan("train");
        QCOMPARE(index.proposals.size(), std::size_t(2));
        QVERIFY(index.warnings.empty());
    }

    void onlyNamedProposalsAreUsedAndTheRestIsSaid() {
        const DataSet data{"train"};
        data.addCache(kTrainCache, kFirst);
        const ProposalIndex index = data.scan("train");
        QCOMPARE(index.proposals, (std::vector<Proposal>{{"wall.1.0_9.1.jpg", 0.9, 1, false}}));
        QCOMPARE(warningsOf(index),
                 std::vector<std::string>{data.path(kTrainCache).string() +
                                          " names 1 of the 2 proposals in its folder; the others are not "
                                          "used."});
    }

    void repeatedNamesAndFilesThatAreNoProposalsDoNotMatter() {
        const DataSet data{"train"};
        for (const char* file : {"train/.hidden", "train/notes.txt", "train/dataset.json"}) {
            data.addCache(file, "{}");
        }
        data.addCache(kTrainCache, "[\"wall.1.0_9.1.jpg\", \"wall.1.0_9.1.jpg\", \"wall.2.0_1.0.jpg\", "
                                   "\".hidden\", \"notes.txt\", \"dataset.json\"]");
        const ProposalIndex index = data.scan("train");
        QCOMPARE(index.proposals.size(), std::size_t(2));
        QVERIFY(index.warnings.empty());
        QCOMPARE(index.rejected.size(), std::size_t(1));
    }

    void cacheOlderThanTheFolderIsRefused() {
        const DataSet data{"train"};
        data.addCache(kTrainCache, kFirst);
        test::setAge(data.path(kTrainCache), seconds(-60));
        const ProposalIndex index = data.scan("train");
        QCOMPARE(index.proposals.size(), std::size_t(2));
        QCOMPARE(warningsOf(index),
                 std::vector<std::string>{
                     refusal(data.path(kTrainCache), "the folder has changed since it was written")});
    }

    void cacheIsRefusedOnceAFileIsAdded() {
        const DataSet data{"train"};
        test::setAge(data.path("train"), seconds(-120));
        data.addCache(kTrainCache, kBoth);
        test::setAge(data.path(kTrainCache), seconds(-60));
        QVERIFY(data.scan("train").warnings.empty());
        data.addCache("train/wall.3.0_2.0.jpg", "x");
        const ProposalIndex index = data.scan("train");
        QCOMPARE(index.proposals.size(), std::size_t(3));
        QCOMPARE(index.warnings.size(), std::size_t(1));
    }

    void cacheThatCannotBeUsedIsRefused_data() {
        QTest::addColumn<std::string>("content");
        QTest::addColumn<std::string>("cause");
        const auto add = [](const char* name, const char* content, const char* cause) {
            QTest::newRow(name) << std::string(content) << std::string(cause);
        };
        const char* noList = "it is not a JSON list of file names";
        add("empty", "",
            "it is broken JSON at line 1, column 1 (syntax error while parsing value - unexpected end of "
            "input; expected '[', '{', or a literal)");
        add("cut off", "[\"wall.1.0_9.1.jpg\",\n \"wall",
            "it is broken JSON at line 2, column 7 (syntax error while parsing value - invalid string: "
            "missing closing quote; last read: '\"wall')");
        add("a number that fits nowhere", "[1e400]",
            "it is broken JSON at line 1, column 6 (number overflow parsing '1e400')");
        add("no list", "{\"wall.1.0_9.1.jpg\": 1}", noList);
        add("a number in it", "[\"wall.1.0_9.1.jpg\", 5]", noList);
        add("not UTF-8", "[\"wall\xff.jpg\"]",
            "it is broken JSON at line 1, column 7 (syntax error while parsing value - invalid string: "
            "ill-formed UTF-8 byte; last read: '\"wall\xff')");
        add("names nothing", "[]", "it names none of the folder's proposals");
        add("a file that is gone", "[\"wall.1.0_9.1.jpg\", \"wall.7.0_3.0.jpg\"]",
            "it names \"wall.7.0_3.0.jpg\", which is not in the folder");
        add("an empty name", "[\"wall.1.0_9.1.jpg\", \"\"]", "it names \"\", which is not in the folder");
        add("a path", "[\"train/wall.1.0_9.1.jpg\"]",
            "it names \"train/wall.1.0_9.1.jpg\", which is not in the folder");
    }
    void cacheThatCannotBeUsedIsRefused() {
        QFETCH(std::string, content);
        QFETCH(std::string, cause);
        const DataSet data{"train"};
        data.addCache(kTrainCache, content);
        const ProposalIndex index = data.scan("train");
        QCOMPARE(index.proposals.size(), std::size_t(2));
        QCOMPARE(warningsOf(index), std::vector<std::string>{refusal(data.path(kTrainCache), cause)});
    }

    void cacheThatCannotBeReadIsRefused() {
        const DataSet data{"train"};
        data.addCache(kTrainCache, kBoth);
        fs::permissions(data.path("."), fs::perms::all);
        fs::permissions(data.path(kTrainCache), fs::perms::none);
        const test::Unprivileged unprivileged;
        const ProposalIndex index = data.scan("train");
        QCOMPARE(index.proposals.size(), std::size_t(2));
        QCOMPARE(warningsOf(index), std::vector<std::string>{refusal(
                                        data.path(kTrainCache), "it cannot be read: Permission denied")});
    }

    void cacheBesideAFolderBelongsToThatOfItsName() {
        const DataSet data{"train", "valid", "test"};
        data.addCache(kTrainCache, kFirst);
        QCOMPARE(data.scan("train").proposals.size(), std::size_t(1));
        QCOMPARE(data.scan("train/").proposals.size(), std::size_t(1));
        QCOMPARE(data.scan("test/../train/.").proposals.size(), std::size_t(1));
        for (const char* other : {"valid", "test"}) {
            QCOMPARE(data.scan(other).proposals.size(), std::size_t(2));
            QVERIFY(data.scan(other).warnings.empty());
        }
    }

    void onlyCacheBesideBelongsToAFolderOfAnotherName() {
        const DataSet data{"crops"};
        data.addCache(kTrainCache, kFirst);
        QCOMPARE(data.scan("crops").proposals.size(), std::size_t(1));
        data.addCache(kValidCache, kBoth);
        QCOMPARE(data.scan("crops").proposals.size(), std::size_t(2));
        QVERIFY(data.scan("crops").warnings.empty());
    }

    void validationTakesNoCacheOfTheTraining() {
        const DataSet data{"valid"};
        data.addCache(kTrainCache, kFirst);
        QCOMPARE(data.scan("valid").proposals.size(), std::size_t(2));
        QVERIFY(data.scan("valid").warnings.empty());
    }

    void cacheInTheFolderComesBeforeThatBesideIt() {
        const DataSet data{"train"};
        data.addCache(kTrainCache, kOther);
        data.addCache(fs::path("train") / kValidCache, kFirst);
        const ProposalIndex index = data.scan("train");
        QCOMPARE(index.proposals.size(), std::size_t(1));
        QCOMPARE(index.warnings.size(), std::size_t(1));
    }

    void ofTwoCachesInTheFolderTheOneOfItsNameIsUsed() {
        const DataSet data{"valid", "crops"};
        for (const char* folder : {"valid", "crops"}) {
            data.addCache(fs::path(folder) / kTrainCache, kOther);
            data.addCache(fs::path(folder) / kValidCache, kFirst);
        }
        QCOMPARE(data.scan("valid").proposals.size(), std::size_t(1));
        QCOMPARE(data.scan("crops").proposals.size(), std::size_t(2));
        QVERIFY(data.scan("crops").warnings.empty());
    }

    void relativePathsFindTheCacheToo() {
        const DataSet data{"train"};
        data.addCache(kTrainCache, kFirst);
        const fs::path before = fs::current_path();
        fs::current_path(data.path("train"));
        const auto here = scanProposals(".");
        fs::current_path(data.path("."));
        const auto below = scanProposals("train");
        fs::current_path(before);
        QCOMPARE(here->proposals.size(), std::size_t(1));
        QCOMPARE(below->proposals.size(), std::size_t(1));
    }

    void cacheIsLookedAtThoughTheIndexIsKept() {
        const DataSet data{"train"};
        const fs::path kept = data.path("kept");
        data.addCache(kTrainCache, kFirst);
        for (int scan = 0; scan < 2; ++scan) {
            const auto index = scanProposals(data.path("train"), kept);
            QCOMPARE(index->proposals.size(), std::size_t(1));
            QCOMPARE(index->warnings.size(), std::size_t(1));
            for (const auto& file : fs::directory_iterator(kept)) {
                test::setAge(file, seconds(10));
            }
        }
        fs::remove(data.path(kTrainCache));
        QCOMPARE(scanProposals(data.path("train"), kept)->proposals.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(tst_PathCache)
#include "tst_PathCache.moc"
