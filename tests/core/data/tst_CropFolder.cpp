#include "core/base/Files.h"
#include "core/data/CropFolder.h"
#include "tests/core/data/BuiltFolder.h"
#include "tests/support/SmallDisk.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/statvfs.h>

using namespace fissure;
namespace fs = std::filesystem;

class tst_CropFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void writtenFilesAreWhole() {
        CropFolder folder(root());
        QVERIFY(folder.write("a", "four").has_value());
        QVERIFY(folder.write("b", "").has_value());
        QVERIFY(folder.write("a", "other").has_value());
        QVERIFY(folder.write("a", "four").has_value());
        QCOMPARE(readTextFile(root() / "a").value(), std::string("four"));
        QCOMPARE(readTextFile(root() / "b").value(), std::string());
    }

    void whatCannotBeWrittenIsAnErrorAndLeavesNothing() {
        CropFolder folder(root() / "absent");
        QCOMPARE(folder.write("a", "text").error(),
                 (Error{ErrorCode::Unwritable, (root() / "absent" / "a").string(),
                        "it cannot be written: No such file or directory", ""}));
        QVERIFY(!folder.isFull());
    }

    void fullDiskIsTold() {
        fs::create_symlink("/dev/full", root() / "a");
        CropFolder folder(root());
        QCOMPARE(folder.write("a", "text").error().cause,
                 Text("it cannot be written: there is no space left on the disk"));
        QVERIFY(folder.isFull());
        QCOMPARE(folder.refusedBytes(), std::uintmax_t(4));
        QVERIFY(test::namesIn(root()).empty());
        folder.forgetFull();
        QVERIFY(folder.write("a", "text").has_value());
        QVERIFY(!folder.isFull());
    }

    void adoptedFileIsTheSame() {
        QVERIFY(writeFileAtomically(root() / "a", "text").has_value());
        fs::create_directory(root() / "in");
        CropFolder folder(root() / "in");
        CropBatch batch(folder, {"b"});
        QVERIFY(batch.adopt(0, root() / "a"));
        QVERIFY(fs::equivalent(root() / "a", root() / "in" / "b"));
    }

    void fileThatCannotBeLinkedIsCopied() {
        const QTemporaryDir elsewhere(QStringLiteral("/dev/shm/fissure-XXXXXX"));
        struct stat here {};
        struct stat there {};
        if (!elsewhere.isValid() || ::stat(root().c_str(), &here) != 0 ||
            ::stat(elsewhere.path().toStdString().c_str(), &there) != 0 || here.st_dev == there.st_dev) {
            QSKIP("there is no second file system here");
        }
        const fs::path file = fs::path(elsewhere.path().toStdString()) / "a";
        QVERIFY(writeFileAtomically(file, "text").has_value());
        CropFolder folder(root());
        CropBatch batch(folder, {"b"});
        QVERIFY(batch.adopt(0, file));
        QCOMPARE(readTextFile(root() / "b").value(), std::string("text"));
    }

    void linksAndWhatIsNotThereAreNotAdopted() {
        QVERIFY(writeFileAtomically(root() / "a", "text").has_value());
        fs::create_symlink("a", root() / "link");
        CropFolder folder(root());
        CropBatch batch(folder, {"b"});
        QVERIFY(!batch.adopt(0, root() / "link"));
        QVERIFY(!batch.adopt(0, root() / "absent"));
        QVERIFY(!batch.adopt(0, root()));
        QCOMPARE(test::namesIn(root()), (std::vector<std::string>{"a", "link"}));
    }

    void batchIsWholeOrGone() {
        CropFolder folder(root());
        {
            CropBatch kept(folder, {"a", "b"});
            CropBatch dropped(folder, {"c", "d"});
            QVERIFY(kept.write(0, {}).has_value());
            QVERIFY(kept.write(1, {}).has_value());
            QVERIFY(dropped.write(0, {}).has_value());
            kept.keep();
        }
        QCOMPARE(test::namesIn(root()), (std::vector<std::string>{"a", "b"}));
    }

    void cropOfAnotherPhotographIsNeitherReplacedNorRemoved() {
        CropFolder folder(root());
        QVERIFY(writeFileAtomically(root() / "a", "its own").has_value());
        QVERIFY(writeFileAtomically(root() / "b", "other").has_value());
        {
            CropBatch batch(folder, {"a"});
            QCOMPARE(
                batch.write(0, {}).error(),
                (Error{ErrorCode::Unwritable, (root() / "a").string(), "it cannot be written: File exists",
                       "the names of two photographs are the same to this disk; rename one"}));
            QVERIFY(!batch.adopt(0, root() / "b"));
        }
        QCOMPARE(readTextFile(root() / "a").value(), std::string("its own"));
    }

    void sizeOfABatchIsThatOfItsCropsInBlocks() {
        CropFolder folder(root());
        QCOMPARE(folder.meanBatchBytes(), 0.0);
        CropBatch six(folder, {"a", "b", "c", "d", "e", "f"});
        QVERIFY(six.write(0, {}).has_value());
        QCOMPARE(folder.meanBatchBytes(), 0.0);
        const std::vector<std::byte> byte(1);
        QVERIFY(six.write(1, byte).has_value());
        QVERIFY(six.write(2, byte).has_value());
        struct statvfs facts {};
        QCOMPARE(::statvfs(root().c_str(), &facts), 0);
        const auto block = static_cast<double>(facts.f_frsize);
        QVERIFY(qFuzzyCompare(folder.meanBatchBytes(), 6.0 * 2.0 * block / 3.0));
        const CropBatch two(folder, {"g", "h"});
        QVERIFY(qFuzzyCompare(folder.meanBatchBytes(), 4.0 * 2.0 * block / 3.0));
    }

    void sizeOfABatchIsKnownByTheCropThatFoundNoSpace() {
        const test::SmallDisk disk(root() / "disk", 4096);
        if (!disk.isThere()) {
            QSKIP("only root may mount a small disk");
        }
        CropFolder folder(root() / "disk");
        CropBatch three(folder, {"a", "b", "c"});
        QVERIFY(!three.write(0, std::vector<std::byte>(9000)).has_value());
        QVERIFY(folder.isFull());
        QCOMPARE(folder.refusedBytes(), std::uintmax_t(9000));
        QVERIFY(qFuzzyCompare(folder.meanBatchBytes(), 3.0 * 3.0 * 4096.0));
        QVERIFY(test::namesIn(root() / "disk").empty());
    }

private:
    fs::path root() const { return m_folder->path().toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_CropFolder)
#include "tst_CropFolder.moc"
