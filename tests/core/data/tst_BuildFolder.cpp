#include "core/base/Files.h"
#include "core/data/BuildFolder.h"
#include "core/data/DatasetFile.h"
#include "core/data/Manifest.h"
#include "core/data/ProposalIndex.h"
#include "tests/core/data/BuiltFolder.h"
#include "tests/support/Unprivileged.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

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

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_BuildFolder)
#include "tst_BuildFolder.moc"
