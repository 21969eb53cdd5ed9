#include "core/base/Files.h"
#include "core/data/BuildFolder.h"
#include "core/data/BuildJournal.h"
#include "core/data/DatasetFile.h"
#include "core/data/Manifest.h"
#include "core/data/ProposalIndex.h"
#include "tests/core/data/BuiltFolder.h"
#include "tests/support/SmallDisk.h"
#include "tests/support/Unprivileged.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace fissure;
namespace fs = std::filesystem;
using test::namesIn;

namespace {

void write(const fs::path& file, const std::string& text) {
    if (!writeFileAtomically(file, text)) {
        qFatal("cannot write a test file");
    }
}

/// A data set of one crop; its content is all that a folder's keeper looks at.
void writeDataSet(const fs::path& folder, const std::string& crop) {
    fs::create_directories(folder);
    write(folder / crop, "new");
    write(folder / kManifestFile,
          manifestHeading() +
              toCsvLine({crop, "x.jpg", 9, 9, {0, 0, 1, 1}, 0.5, std::nullopt, std::nullopt}));
    write(folder / kDatasetFile, toJson(DatasetDescription{}));
}

} // namespace

namespace {

/// What the next calls of flock() fail with, the last first.
std::vector<int> flockFailures;

} // namespace

/// Takes the place of the C library's flock(), whose name a struct has as well.
extern "C" int flockOrFail(int descriptor, int operation) noexcept __asm__("flock");
int flockOrFail(int descriptor, int operation) noexcept {
    if (!flockFailures.empty()) {
        errno = flockFailures.back();
        flockFailures.pop_back();
        return -1;
    }
    return static_cast<int>(::syscall(SYS_flock, descriptor, operation));
}

class tst_BuildFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void publishingReplacesTheEarlierDataSetAndKeepsTheUsersFiles() {
        writeDataSet(out(), "old.jpg");
        write(out() / "notes.txt", "mine");
        fs::create_directory(out() / "sub");
        {
            auto folder = BuildFolder::open(out());
            QVERIFY(folder.has_value());
            QVERIFY(folder->replaces());
            writeDataSet(folder->staging(), "new.jpg");
            QCOMPARE(folder->publish().value(), (std::vector<std::string>{"notes.txt", "sub"}));
        }
        QCOMPARE(namesIn(out()),
                 (std::vector<std::string>{"dataset.json", "manifest.csv", "new.jpg", "notes.txt", "sub"}));
        QCOMPARE(namesIn(root()), std::vector<std::string>{"proposals"});
    }

    void folderIsHeldUntilItsBuilderGoes() {
        {
            auto folder = BuildFolder::open(out());
            QVERIFY(folder.has_value());
            writeDataSet(folder->staging(), "new.jpg");
            QCOMPARE(BuildFolder::open(out()).error().code, ErrorCode::Busy);
            QVERIFY(fs::exists(folder->staging() / "new.jpg"));
            QVERIFY(folder->publish().has_value());
            QCOMPARE(BuildFolder::open(out()).error().code, ErrorCode::Busy);
        }
        QVERIFY(BuildFolder::open(out()).has_value());
        QCOMPARE(namesIn(root()), std::vector<std::string>{"proposals"});
    }

    void whatIsNotPublishedIsRemoved() {
        {
            const auto folder = BuildFolder::open(out());
            QVERIFY(folder.has_value());
            writeDataSet(folder->staging(), "new.jpg");
            QVERIFY(!fs::exists(out()));
        }
        QVERIFY(namesIn(root()).empty());
    }

    void lockOfAKilledBuildIsTakenOver() {
        write(root() / ".proposals.building.lock", "");
        QVERIFY(BuildFolder::open(out()).has_value());
        QVERIFY(namesIn(root()).empty());
    }

    void lockThatIsInterruptedIsTriedAgain() {
        flockFailures = {EINTR, EINTR};
        QVERIFY(BuildFolder::open(out()).has_value());
        QVERIFY(flockFailures.empty());
    }

    void diskWithoutLocksIsBuiltOnAllTheSame_data() {
        QTest::addColumn<int>("wrong");
        QTest::newRow("ENOLCK") << ENOLCK;
        QTest::newRow("ENOSYS") << ENOSYS;
        QTest::newRow("EOPNOTSUPP") << EOPNOTSUPP;
    }
    void diskWithoutLocksIsBuiltOnAllTheSame() {
        QFETCH(int, wrong);
        flockFailures = {wrong};
        auto folder = BuildFolder::open(out());
        QVERIFY(folder.has_value());
        writeDataSet(folder->staging(), "new.jpg");
        QVERIFY(folder->publish().has_value());
    }

    void lockThatFailsOtherwiseSaysWhy() {
        flockFailures = {EIO};
        QCOMPARE(BuildFolder::open(out()).error(),
                 (Error{ErrorCode::Unwritable, out().string(),
                        "the data set cannot be written there: Input/output error", ""}));
        QVERIFY(BuildFolder::open(out()).has_value());
    }

    void targetWithTheLongestNameIsBuilt() {
        const fs::path longest = root() / std::string(255, 'n');
        {
            auto folder = BuildFolder::open(longest);
            QVERIFY2(folder.has_value(), folder ? "" : folder.error().message().c_str());
            writeDataSet(folder->staging(), "new.jpg");
            QVERIFY(folder->publish().has_value());
        }
        QCOMPARE(namesIn(root()), std::vector<std::string>{longest.filename().string()});
    }

    void placeWhereADiskIsMountedIsRefusedBeforeTheWork() {
        const test::SmallDisk disk(out(), 64 * 4096);
        if (!disk.isThere()) {
            QSKIP("only root may mount a small disk");
        }
        isRefusedAsMounted();
    }

    void placeWhereAFolderOfTheSameDiskIsMountedIsRefusedToo() {
        fs::create_directories(out());
        fs::create_directory(root() / "other");
        if (::mount((root() / "other").c_str(), out().c_str(), nullptr, MS_BIND, nullptr) != 0) {
            QSKIP("only root may mount");
        }
        isRefusedAsMounted();
        QCOMPARE(::umount2(out().c_str(), MNT_DETACH), 0);
    }

    void filesPutIntoTheEmptyPlaceMeanwhileAreCarriedOver() {
        fs::create_directory(out());
        {
            auto folder = BuildFolder::open(out());
            QVERIFY(folder.has_value());
            writeDataSet(folder->staging(), "new.jpg");
            write(out() / ".directory", "mine");
            QCOMPARE(folder->publish().value(), std::vector<std::string>{".directory"});
        }
        QCOMPARE(namesIn(out()),
                 (std::vector<std::string>{".directory", "dataset.json", "manifest.csv", "new.jpg"}));
        QCOMPARE(namesIn(root()), std::vector<std::string>{"proposals"});
    }

    void filesPutThereSurviveAKillBeforeTheyAreCarriedOver() {
        writeDataSet(out(), "new.jpg");
        fs::create_directory(root() / ".proposals.building.files");
        write(root() / ".proposals.building.files" / "notes.txt", "mine");
        QVERIFY(BuildFolder::open(out()).has_value());
        QCOMPARE(readTextFile(out() / "notes.txt").value(), std::string("mine"));
        QCOMPARE(namesIn(root()), std::vector<std::string>{"proposals"});
    }

    void dataSetRemovedMeanwhileIsReplacedAllTheSame() {
        writeDataSet(out(), "old.jpg");
        {
            auto folder = BuildFolder::open(out());
            QVERIFY(folder.has_value());
            writeDataSet(folder->staging(), "new.jpg");
            fs::remove_all(out());
            QVERIFY(folder->publish().value().empty());
        }
        QCOMPARE(namesIn(out()), (std::vector<std::string>{"dataset.json", "manifest.csv", "new.jpg"}));
    }

    void whatCannotBePublishedIsKeptForTheNextBuild() {
        {
            auto folder = BuildFolder::open(out());
            QVERIFY(folder.has_value());
            writeDataSet(folder->staging(), "new.jpg");
            write(out(), "a file, since then");
            const auto published = folder->publish();
            QVERIFY(!published);
            QCOMPARE(published.error(), (Error{ErrorCode::Unwritable, out().string(),
                                               "the data set cannot be written there: Not a directory",
                                               "it is whole in " + staging().string() +
                                                   ", and the next build goes on from there"}));
        }
        QVERIFY(fs::exists(staging() / "new.jpg"));
        fs::remove(out());
        const auto folder = BuildFolder::open(out());
        QVERIFY(folder.has_value());
        QCOMPARE(namesIn(folder->leftover()),
                 (std::vector<std::string>{kJournalFolder, "dataset.json", "manifest.csv", "new.jpg"}));
    }

    void leftoverIsThereUntilItIsDropped() {
        {
            auto folder = BuildFolder::open(out());
            QVERIFY(folder.has_value());
            QVERIFY(folder->leftover().empty());
            write(folder->staging() / "first.jpg", "x");
            folder->keep();
        }
        {
            auto second = BuildFolder::open(out());
            QVERIFY(second.has_value());
            QVERIFY(fs::exists(second->leftover() / "first.jpg"));
            QCOMPARE(namesIn(second->staging()), std::vector<std::string>{kJournalFolder});
            second->keep();
        }
        {
            auto third = BuildFolder::open(out());
            QVERIFY(third.has_value());
            QVERIFY(fs::exists(third->leftover() / "first.jpg"));
            QVERIFY(third->dropLeftover().has_value());
            QVERIFY(third->leftover().empty());
        }
        QVERIFY(namesIn(root()).empty());
    }

    void wholeDataSetWhosePlaceIsEmptyTakesIt() {
        writeDataSet(staging(), "new.jpg");
        write(staging() / "notes.txt", "mine");
        QVERIFY(BuildFolder::open(out())->replaces());
        QCOMPARE(namesIn(out()),
                 (std::vector<std::string>{"dataset.json", "manifest.csv", "new.jpg", "notes.txt"}));
        QCOMPARE(namesIn(root()), std::vector<std::string>{"proposals"});
    }

    void journalOfAKillBehindTheExchangeIsNoFileOfTheUsers() {
        writeDataSet(out(), "new.jpg");
        fs::create_directory(out() / kJournalFolder);
        {
            auto folder = BuildFolder::open(out());
            QVERIFY(folder.has_value());
            QVERIFY(folder->leftover().empty());
            QVERIFY(!fs::exists(out() / kJournalFolder));
        }
        QCOMPARE(namesIn(root()), std::vector<std::string>{"proposals"});
    }

    void usersFilesSurviveAKillAfterTheExchange() {
        writeDataSet(out(), "new.jpg");
        writeDataSet(staging(), "old.jpg");
        write(staging() / "notes.txt", "mine");
        QVERIFY(BuildFolder::open(out()).has_value());
        QCOMPARE(readTextFile(out() / "notes.txt").value(), std::string("mine"));
        QVERIFY(fs::exists(out() / "new.jpg"));
        QVERIFY(!fs::exists(out() / "old.jpg"));
        QCOMPARE(namesIn(root()), std::vector<std::string>{"proposals"});
    }

    void usersFilesSurviveAKillAfterARenameInTwoSteps() {
        writeDataSet(out(), "new.jpg");
        writeDataSet(aside(), "old.jpg");
        write(aside() / "notes.txt", "mine");
        QVERIFY(BuildFolder::open(out()).has_value());
        QCOMPARE(namesIn(out()),
                 (std::vector<std::string>{"dataset.json", "manifest.csv", "new.jpg", "notes.txt"}));
        QCOMPARE(namesIn(root()), std::vector<std::string>{"proposals"});
    }

    void earlierDataSetIsPutBackAfterAKillBetweenTheTwoSteps() {
        writeDataSet(aside(), "old.jpg");
        write(aside() / "notes.txt", "mine");
        writeDataSet(staging(), "new.jpg");
        QVERIFY(BuildFolder::open(out())->replaces());
        QCOMPARE(namesIn(out()),
                 (std::vector<std::string>{"dataset.json", "manifest.csv", "notes.txt", "old.jpg"}));
        QCOMPARE(namesIn(root()), std::vector<std::string>{"proposals"});
    }

    void nothingIsRemovedWhereAFileCannotBeCarriedOver() {
        writeDataSet(out(), "old.jpg");
        write(out() / "new.jpg", "mine");
        {
            auto folder = BuildFolder::open(out());
            QVERIFY(folder.has_value());
            writeDataSet(folder->staging(), "new.jpg");
            const auto published = folder->publish();
            QVERIFY(!published);
            QCOMPARE(published.error(), (Error{ErrorCode::Unwritable, (staging() / "new.jpg").string(),
                                               "it cannot be carried over to the new data set in " +
                                                   out().string() + ": File exists",
                                               "move it by hand; nothing was removed"}));
        }
        QCOMPARE(readTextFile(out() / "new.jpg").value(), std::string("new"));
        QCOMPARE(namesIn(staging()),
                 (std::vector<std::string>{"dataset.json", "manifest.csv", "new.jpg", "old.jpg"}));
        QCOMPARE(BuildFolder::open(out()).error().code, ErrorCode::Unwritable);
        QCOMPARE(readTextFile(staging() / "new.jpg").value(), std::string("mine"));

        fs::rename(staging() / "new.jpg", root() / "mine.jpg");
        QVERIFY(BuildFolder::open(out()).has_value());
        QCOMPARE(namesIn(root()), (std::vector<std::string>{"mine.jpg", "proposals"}));
    }

    void earlierDataSetWhoseManifestIsGoneIsNotRemoved() {
        writeDataSet(out(), "new.jpg");
        writeDataSet(staging(), "old.jpg");
        fs::remove(staging() / kManifestFile);
        const auto folder = BuildFolder::open(out());
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, ErrorCode::NotFound);
        QCOMPARE(folder.error().subject, (staging() / kManifestFile).string());
        QVERIFY(fs::exists(staging() / "old.jpg"));
    }

    void targetIsExaminedWithoutAChange() {
        QCOMPARE(BuildFolder::examine(out()).value(), false);
        QVERIFY(namesIn(root()).empty());
        fs::create_directory(out());
        QCOMPARE(BuildFolder::examine(out()).value(), false);
        writeDataSet(out(), "old.jpg");
        const auto before = namesIn(out());
        QCOMPARE(BuildFolder::examine(out()).value(), true);
        QCOMPARE(namesIn(out()), before);
        fs::remove(out() / kDatasetFile);
        QCOMPARE(BuildFolder::examine(out()).error().code, ErrorCode::WrongFormat);
    }

    void brokenDescriptionIsNamedAsTheCause() {
        writeDataSet(out(), "old.jpg");
        write(out() / kDatasetFile, "{");
        const auto folder = BuildFolder::open(out());
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, ErrorCode::WrongFormat);
        QCOMPARE(folder.error().subject, (out() / kDatasetFile).string());
    }

    void forbiddenDescriptionIsNamedAsTheCause() {
        writeDataSet(out(), "old.jpg");
        fs::permissions(root(), fs::perms::all);
        fs::permissions(out() / kDatasetFile, fs::perms::none);
        const test::Unprivileged unprivileged;
        if (!unprivileged.isEffective()) {
            QSKIP("permissions do not bind this user");
        }
        const auto folder = BuildFolder::open(out());
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, ErrorCode::Unreadable);
        QCOMPARE(folder.error().subject, (out() / kDatasetFile).string());
    }

private:
    fs::path root() const { return m_folder->path().toStdString(); }
    fs::path out() const { return root() / "proposals"; }
    fs::path staging() const { return root() / ".proposals.building"; }
    fs::path aside() const { return root() / ".proposals.building.old"; }

    void isRefusedAsMounted() const {
        const Error expected{ErrorCode::Unwritable, out().string(),
                             "a disk is mounted there, and a data set takes its folder's place as a whole",
                             "choose a folder inside it"};
        const auto folder = BuildFolder::open(out());
        QVERIFY(!folder);
        QCOMPARE(folder.error(), expected);
        const auto examined = BuildFolder::examine(out());
        QVERIFY(!examined);
        QCOMPARE(examined.error(), expected);
        QVERIFY(BuildFolder::open(out() / "inside").has_value());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_BuildFolder)
#include "tst_BuildFolder.moc"
