#include "core/data/IndexCache.h"
#include "core/data/Manifest.h"
#include "tests/core/data/ProposalFolder.h"
#include "tests/support/Unprivileged.h"

#include <QTest>

#include <cstring>
#include <fstream>
#include <functional>
#include <memory>
#include <span>

using namespace fissure;
using fissure::test::ProposalFolder;
namespace fs = std::filesystem;
using std::chrono::seconds;

namespace {

constexpr std::size_t kDigestSize = 64;
// Behind the digest: the format's number, six stamps of 32 bytes, the count of entries.
constexpr std::size_t kProposalCount = kDigestSize + 8 + 6 * 32 + 8;

std::string manifestRow(const std::string& crop, double iou) {
    return toCsvLine({crop, "../images/wall.jpg", 640, 480, {1, 2, 30, 40}, iou, {}, {}});
}

} // namespace

/// Every folder here changed just now, so what is kept of it is made to look older than it is.
class tst_IndexCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<ProposalFolder>();
        m_workspace = std::make_unique<ProposalFolder>();
        m_folder->add("wall.10.0_2.0.jpg");
        m_folder->add("wall.2.0_53.1.jpg");
        m_folder->add("wall.3.0_33.0.jpg");
        m_folder->add("notes.txt");
        m_folder->add("wall.4.1_7.1.jpg");
        m_folder->add(".hidden");
        m_folder->add("sub/wall.5.0_5.0.jpg");
        m_folder->add(kManifestFile, manifestHeading() + manifestRow("wall.3.0_33.0.jpg", 1.0 / 3.0));
    }

    void keptIndexIsTheScannedOne() {
        const ProposalIndex scanned = scanProposals(folder()).value();
        const ProposalIndex first = keep();
        const auto kept = loadIndex(cache(), folder());
        QVERIFY(kept.has_value());
        const auto again = scanProposals(folder(), cache());
        for (const ProposalIndex& index : {first, *kept, *again}) {
            QCOMPARE(index.folder, folder());
            QCOMPARE(index.proposals, scanned.proposals);
            QCOMPARE(index.rejected, scanned.rejected);
            QVERIFY(index.hasManifest);
        }
        QCOMPARE(kept->proposals[2], (Proposal{"wall.3.0_33.0.jpg", 1.0 / 3.0, 0, true}));
        QCOMPARE(kept->rejected.size(), std::size_t(2));
    }

    void scanTakesWhatIsKept() {
        ProposalIndex other = keep();
        other.proposals.resize(1);
        keepInstead(std::move(other), 8);
        QCOMPARE(scanProposals(folder(), cache())->proposals.size(), std::size_t(1));
        QCOMPARE(scanProposals(folder())->proposals.size(), std::size_t(3));
    }

    void otherCountOfEntriesIsNoticed() {
        ProposalIndex other = keep();
        other.proposals.resize(1);
        keepInstead(std::move(other), 9);
        QVERIFY(!loadIndex(cache(), folder()));
        QCOMPARE(scanProposals(folder(), cache())->proposals.size(), std::size_t(3));
    }

    void indexKeptWithinAStepOfTheClockIsNotTrusted() {
        keep();
        test::setAge(keptFile(), seconds(0));
        QVERIFY(!loadIndex(cache(), folder()));
        test::setAge(keptFile(), seconds(5));
        QVERIFY(loadIndex(cache(), folder()));
    }

    void changeOfTheFolderIsNoticed_data() {
        QTest::addColumn<std::function<void(const fs::path&)>>("change");
        const auto add = [](const char* name, std::function<void(const fs::path&)> change) {
            QTest::newRow(name) << std::move(change);
        };
        add("a crop is added",
            [](const fs::path& folder) { (void)writeFileAtomically(folder / "wall.7.0_1.0.jpg", "x"); });
        add("a crop is removed", [](const fs::path& folder) { fs::remove(folder / "wall.2.0_53.1.jpg"); });
        add("a crop is renamed and the folder's time set back", [](const fs::path& folder) {
            const auto before = fs::last_write_time(folder);
            fs::rename(folder / "wall.2.0_53.1.jpg", folder / "wall.2.0_53.0.jpg");
            fs::last_write_time(folder, before);
        });
        add("the manifest is written over", [](const fs::path& folder) {
            std::ofstream(folder / kManifestFile)
                << manifestHeading() << manifestRow("wall.2.0_53.1.jpg", 0.528);
        });
        add("the manifest is removed", [](const fs::path& folder) { fs::remove(folder / kManifestFile); });
        add("the folder is another", [](const fs::path& folder) {
            const fs::path copy = folder.parent_path() / (folder.filename().string() + "-copy");
            const fs::path aside = folder.parent_path() / (folder.filename().string() + "-aside");
            fs::copy(folder, copy, fs::copy_options::recursive);
            fs::last_write_time(copy, fs::last_write_time(folder));
            fs::rename(folder, aside);
            fs::rename(copy, folder);
            fs::remove_all(aside);
        });
    }
    void changeOfTheFolderIsNoticed() {
        QFETCH(std::function<void(const fs::path&)>, change);
        keep();
        QVERIFY(loadIndex(cache(), folder()));
        change(folder());
        test::setAge(keptFile(), seconds(10));
        QVERIFY(!loadIndex(cache(), folder()));
        const ProposalIndex found = scanProposals(folder(), cache()).value();
        QCOMPARE(found.proposals, scanProposals(folder())->proposals);
        test::setAge(keptFile(), seconds(10));
        QCOMPARE(loadIndex(cache(), folder())->proposals, found.proposals);
    }

    void goneFolderIsNotFoundThoughItsIndexIsKept() {
        keep();
        const fs::path gone = folder();
        m_folder.reset();
        QVERIFY(!loadIndex(cache(), gone));
        QCOMPARE(scanProposals(gone, cache()).error().code, ErrorCode::NotFound);
    }

    void damagedIndexIsPassedOver_data() {
        QTest::addColumn<std::function<void(std::vector<std::byte>&)>>("damage");
        const auto add = [](const char* name, std::function<void(std::vector<std::byte>&)> damage) {
            QTest::newRow(name) << std::move(damage);
        };
        using Bytes = std::vector<std::byte>;
        add("empty", [](Bytes& bytes) { bytes.clear(); });
        add("foreign", [](Bytes& bytes) { bytes.assign(5000, std::byte{'x'}); });
        add("the digest alone", [](Bytes& bytes) { bytes.resize(kDigestSize); });
        add("cut off", [](Bytes& bytes) { bytes.resize(bytes.size() - 1); });
        add("half", [](Bytes& bytes) { bytes.resize(bytes.size() / 2); });
        add("longer", [](Bytes& bytes) { bytes.push_back({}); });
        add("a bit of the digest", [](Bytes& bytes) { bytes.front() ^= std::byte{1}; });
        add("a bit of the end", [](Bytes& bytes) { bytes.back() ^= std::byte{1}; });
    }
    void damagedIndexIsPassedOver() {
        QFETCH(std::function<void(std::vector<std::byte>&)>, damage);
        keep();
        alter(damage);
        QVERIFY(!loadIndex(cache(), folder()));
        QCOMPARE(scanProposals(folder(), cache())->proposals.size(), std::size_t(3));
        test::setAge(keptFile(), seconds(10));
        QVERIFY(loadIndex(cache(), folder())); // it was written anew
    }

    void bytesOfAnotherProgramArePassedOverThoughTheirDigestIsRight_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("another format") << 0;
        QTest::newRow("more proposals than it has bytes for") << 1;
        QTest::newRow("fewer proposals than it goes on with") << 2;
        QTest::newRow("nothing behind the digest") << 3;
        QTest::newRow("cut off behind the header") << 4;
    }
    void bytesOfAnotherProgramArePassedOverThoughTheirDigestIsRight() {
        QFETCH(int, kind);
        keep();
        alter([kind](std::vector<std::byte>& bytes) {
            if (kind == 0) {
                bytes[kDigestSize] ^= std::byte{1};
            } else if (kind == 1 || kind == 2) {
                const std::uint64_t count = kind == 1 ? std::uint64_t{1} << 60 : 2;
                std::memcpy(bytes.data() + kProposalCount, &count, sizeof count);
            } else {
                bytes.resize(kind == 3 ? kDigestSize : kProposalCount + 20);
            }
            const std::string digest = sha256(std::span(bytes).subspan(kDigestSize));
            std::memcpy(bytes.data(), digest.data(), digest.size());
        });
        QVERIFY(!loadIndex(cache(), folder()));
    }

    void indexOfAnotherFolderIsPassedOver() {
        const ProposalFolder other;
        other.add("other.1.0_9.1.jpg");
        const fs::path otherCache = m_workspace->path() / "other";
        QVERIFY(scanProposals(other.path(), otherCache));
        keep();
        fs::copy_file(fs::directory_iterator(otherCache)->path(), keptFile(),
                      fs::copy_options::overwrite_existing);
        test::setAge(keptFile(), seconds(10));
        QVERIFY(!loadIndex(cache(), folder()));
    }

    void allWaysToAFolderFindItsIndex() {
        keep();
        const fs::path link = m_workspace->path() / "link";
        fs::create_directory_symlink(folder(), link);
        for (const fs::path& way : {link, folder() / "sub" / "..", folder() / ""}) {
            const auto kept = loadIndex(cache(), way);
            QVERIFY2(kept.has_value(), way.c_str());
            QCOMPARE(kept->folder, way);
        }
    }

    void folderWithLinksIsNotKept() {
        m_folder->add("sub/target.jpg");
        fs::create_symlink("sub/target.jpg", folder() / "wall.8.0_1.0.jpg");
        QCOMPARE(scanProposals(folder(), cache())->proposals.size(), std::size_t(4));
        fs::remove(folder() / "sub" / "target.jpg");
        const auto index = scanProposals(folder(), cache());
        QCOMPARE(index->proposals.size(), std::size_t(3));
        QCOMPARE(index->rejected.size(), std::size_t(3));
        QVERIFY(!fs::exists(cache()));
    }

    void folderThatCannotBeUsedIsNotKept() {
        const ProposalFolder empty;
        QCOMPARE(scanProposals(empty.path(), cache()).error().code, ErrorCode::Empty);
        m_folder->add(kManifestFile, "no manifest\n");
        QCOMPARE(scanProposals(folder(), cache()).error().code, ErrorCode::WrongFormat);
        QVERIFY(!fs::exists(cache()));
    }

    void cacheThatCannotBeWrittenCostsNothingElse() {
        m_workspace->add("file");
        for (const fs::path& place : {m_workspace->path() / "file", fs::path("/nonexistent/cache")}) {
            QCOMPARE(scanProposals(folder(), place)->proposals.size(), std::size_t(3));
            QVERIFY(!fs::is_directory(place));
        }
        fs::create_directory(cache());
        fs::permissions(folder(), fs::perms::all);
        fs::permissions(m_workspace->path(), fs::perms(0755));
        fs::permissions(cache(), fs::perms(0555));
        const test::Unprivileged unprivileged;
        QCOMPARE(scanProposals(folder(), cache())->proposals.size(), std::size_t(3));
        QVERIFY(fs::is_empty(cache()));
    }

    void oldestAreRemovedBeyondSixteen() {
        keep();
        const fs::path oldest = keptFile();
        test::setAge(oldest, seconds(-60));
        m_workspace->add("cache/else.txt");
        for (std::size_t i = 0; i < kKeptIndexes; ++i) {
            const fs::path sub = fs::path("many") / std::to_string(i);
            m_workspace->add(sub / "wall.1.0_9.1.jpg");
            QVERIFY(scanProposals(m_workspace->path() / sub, cache()));
        }
        QVERIFY(!fs::exists(oldest));
        const auto count = std::distance(fs::directory_iterator(cache()), fs::directory_iterator());
        QCOMPARE(count, std::ptrdiff_t(kKeptIndexes) + 1); // what is not ours stays
    }

    void fingerprintGoesByTheSizesOnDisk() {
        keep();
        const auto fingerprint = [&] {
            return fingerprintOf(folder(), scanProposals(folder(), cache())->proposals);
        };
        const std::string before = fingerprint();
        std::ofstream(folder() / "wall.2.0_53.1.jpg", std::ios::app) << "more";
        QVERIFY(loadIndex(cache(), folder())); // names are all it holds
        QVERIFY(fingerprint() != before);
        QCOMPARE(fingerprint(), fingerprintOf(folder(), scanProposals(folder())->proposals));
    }

private:
    fs::path folder() const { return m_folder->path(); }
    fs::path cache() const { return m_workspace->path() / "cache"; }
    fs::path keptFile() const { return fs::directory_iterator(cache())->path(); }

    ProposalIndex keep() const {
        ProposalIndex index = scanProposals(folder(), cache()).value();
        test::setAge(keptFile(), seconds(10));
        return index;
    }

    void keepInstead(ProposalIndex index, std::int64_t entries) const {
        storeIndex(cache(), {std::move(index), stampOfFolder(folder()).value(), entries});
        test::setAge(keptFile(), seconds(10));
    }

    void alter(const std::function<void(std::vector<std::byte>&)>& change) const {
        auto bytes = readFile(keptFile()).value();
        change(bytes);
        QVERIFY(writeFileAtomically(keptFile(), bytes));
        test::setAge(keptFile(), seconds(10));
    }

    std::unique_ptr<ProposalFolder> m_folder;
    std::unique_ptr<ProposalFolder> m_workspace;
};

QTEST_GUILESS_MAIN(tst_IndexCache)
#include "tst_IndexCache.moc"
