#include "core/base/Descriptor.h"
#include "core/base/Files.h"
#include "tests/support/Unprivileged.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace fissure;
using fissure::test::Unprivileged;
namespace fs = std::filesystem;

namespace {

std::vector<std::byte> bytesOf(std::string_view text) {
    const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
    return {bytes.begin(), bytes.end()};
}

int filesIn(const fs::path& folder) {
    return static_cast<int>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

} // namespace

class tst_Files : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
        fs::permissions(m_folder, fs::perms(0755));
    }

    void writtenFileIsReadBack_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("text") << QByteArray("one\ntwo");
        QTest::newRow("zeros and all bytes") << QByteArray("\0\xff\0\x80", 4);
        QTest::newRow("a megabyte") << QByteArray(1 << 20, 'm');
    }
    void writtenFileIsReadBack() {
        QFETCH(QByteArray, content);
        const fs::path file = m_folder / "file";
        QVERIFY(writeFileAtomically(file, content.toStdString()));
        QCOMPARE(readFile(file).value(), bytesOf(content.toStdString()));
        const FileBytes mapped = mapFile(file).value();
        QVERIFY(std::ranges::equal(mapped.bytes(), bytesOf(content.toStdString())));
        QCOMPARE(readTextFile(file).value(), content.toStdString());
        QCOMPARE(sha256OfFile(file).value(), sha256(content.toStdString()));
        QCOMPARE(filesIn(m_folder), 1);
    }

    void fileWhoseSizeTheSystemDoesNotKnowIsReadWhole() {
        QVERIFY(readTextFile("/proc/self/status").value().find("VmRSS") != std::string::npos);
        QVERIFY(mapFile("/proc/self/status").value().bytes().size() > 100);
    }

    void mappedFileStaysWhatItWasWhereItIsReplacedAndMoved() {
        const fs::path file = m_folder / "file";
        QVERIFY(writeFileAtomically(file, "one"));
        FileBytes mapped = mapFile(file).value();
        const auto bytes = mapped.bytes();
        QVERIFY(writeFileAtomically(file, "two"));
        const FileBytes moved = std::move(mapped);
        QCOMPARE(moved.bytes().data(), bytes.data());
        QVERIFY(std::ranges::equal(moved.bytes(), bytesOf("one")));
    }

    void fileThatIsMissingIsNotFound_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("no such file") << QStringLiteral("missing");
        QTest::newRow("no such folder") << QStringLiteral("missing/file");
        QTest::newRow("a file as folder") << QStringLiteral("plain/file");
    }
    void fileThatIsMissingIsNotFound() {
        QFETCH(QString, name);
        QVERIFY(writeFileAtomically(m_folder / "plain", "x"));
        const fs::path file = m_folder / name.toStdString();
        for (const Error& error :
             {readFile(file).error(), mapFile(file).error(), sha256OfFile(file).error()}) {
            QCOMPARE(error.code, ErrorCode::NotFound);
            QCOMPARE(error.subject, file.string());
        }
    }

    void folderAndPipeAreUnreadable() {
        const fs::path pipe = m_folder / "pipe";
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        for (const fs::path& file : {m_folder, pipe}) {
            QCOMPARE(readFile(file).error().code, ErrorCode::Unreadable);
            QCOMPARE(mapFile(file).error().code, ErrorCode::Unreadable);
            QCOMPARE(sha256OfFile(file).error().code, ErrorCode::Unreadable);
        }
    }

    void fileWithoutPermissionIsUnreadable() {
        const fs::path file = m_folder / "secret";
        QVERIFY(writeFileAtomically(file, "x"));
        fs::permissions(file, fs::perms(0));
        const Unprivileged user;
        if (!user.isEffective()) {
            QSKIP("permissions cannot be given up here");
        }
        QCOMPARE(readFile(file).error().code, ErrorCode::Unreadable);
        QCOMPARE(sha256OfFile(file).error().code, ErrorCode::Unreadable);
    }

    void fileThatDoesNotFitIntoMemoryIsSaidSo() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("a sanitizer ends the program where an allocation fails");
#endif
        const fs::path file = m_folder / "sparse";
        QVERIFY(writeFileAtomically(file, "x"));
        std::error_code error;
        fs::resize_file(file, std::uintmax_t(1) << 42, error);
        if (error) {
            QSKIP("the file system has no files of that size");
        }
        rlimit before{};
        ::getrlimit(RLIMIT_AS, &before);
        const rlimit limit{std::uintmax_t(1) << 40, before.rlim_max};
        ::setrlimit(RLIMIT_AS, &limit);
        const auto read = readFile(file);
        ::setrlimit(RLIMIT_AS, &before);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::OutOfMemory);
    }

    void newContentReplacesTheOld() {
        const fs::path file = m_folder / "file";
        QVERIFY(writeFileAtomically(file, "a much longer first content"));
        QVERIFY(writeFileAtomically(file, "second"));
        QCOMPARE(readTextFile(file).value(), std::string("second"));
    }

    void fullDiskKeepsTheOldFileWhole() {
        const fs::path file = m_folder / "file";
        QVERIFY(writeFileAtomically(file, "old"));
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{1000, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto written = writeFileAtomically(file, std::string(5000, 'n'));
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Unwritable);
        QCOMPARE(written.error().subject, file.string());
        QCOMPARE(readTextFile(file).value(), std::string("old"));
        QCOMPARE(filesIn(m_folder), 1);
    }

    void readOnlyFolderKeepsTheOldFile() {
        const fs::path file = m_folder / "file";
        QVERIFY(writeFileAtomically(file, "old"));
        fs::permissions(m_folder, fs::perms(0555));
        const Unprivileged user;
        if (!user.isEffective()) {
            QSKIP("permissions cannot be given up here");
        }
        const auto written = writeFileAtomically(file, "new");
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Unwritable);
        QCOMPARE(readTextFile(file).value(), std::string("old"));
    }

    void folderAsTargetIsUnwritableAndLeavesNothing() {
        const fs::path target = m_folder / "folder";
        fs::create_directory(target);
        const auto written = writeFileAtomically(target, "x");
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Unwritable);
        QCOMPARE(filesIn(m_folder), 1);
    }

    void fileInTheCurrentFolderIsWritten() {
        const fs::path before = fs::current_path();
        fs::current_path(m_folder);
        const auto written = writeFileAtomically("bare", "x");
        fs::current_path(before);
        QVERIFY(written);
        QCOMPARE(readTextFile(m_folder / "bare").value(), std::string("x"));
    }

    void writtenFileTakesItsPlace() {
        const fs::path file = m_folder / "file";
        QVERIFY(writeFileAtomically(file, "old"));
        QVERIFY(writeFileAtomically(m_folder / "written", "new"));
        QVERIFY(moveIntoPlace(m_folder / "written", file));
        QCOMPARE(readTextFile(file).value(), std::string("new"));
        QCOMPARE(filesIn(m_folder), 1);

        fs::create_directory(m_folder / "folder");
        const auto moved = moveIntoPlace(file, m_folder / "folder");
        QVERIFY(!moved);
        QCOMPARE(moved.error().code, ErrorCode::Unwritable);
        QCOMPARE(readTextFile(file).value(), std::string("new"));
    }

    void openFileKnowsWhetherItStillHasItsPlace() {
        const fs::path file = m_folder / "file";
        QVERIFY(writeFileAtomically(file, "first"));
        const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
        QVERIFY(isStillAt(descriptor.number(), file));
        QVERIFY(writeFileAtomically(file, "second"));
        QVERIFY(!isStillAt(descriptor.number(), file));
        fs::remove(file);
        QVERIFY(!isStillAt(descriptor.number(), file));
    }

    void linkStaysOneAndAPipeIsRefused() {
        fs::create_symlink("file", m_folder / "link");
        QVERIFY(writeFileAtomically(m_folder / "link", "new").has_value());
        QVERIFY(fs::is_symlink(m_folder / "link"));
        QCOMPARE(readTextFile(m_folder / "file").value(), std::string("new"));

        const fs::path pipe = m_folder / "pipe";
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        const auto refused = writeFileAtomically(pipe, "x");
        QVERIFY(!refused);
        QCOMPARE(refused.error().cause, Text("core", "it is not a file"));
        QVERIFY(fs::is_fifo(pipe));
        QCOMPARE(filesIn(m_folder), 3);
    }

    void nameOfAnyLengthIsWritten() {
        const fs::path file = m_folder / std::string(255, 'n');
        QVERIFY(writeFileAtomically(file, "x").has_value());
        QCOMPARE(readTextFile(file).value(), std::string("x"));
        QCOMPARE(filesIn(m_folder), 1);
    }

    void companionsOfLongNamesAreCalledShortly() {
        QCOMPARE(nameForCompanions("wall"), std::string("wall"));
        const std::string one = nameForCompanions(std::string(200, 'n'));
        QCOMPARE(one.size(), std::size_t(32));
        QVERIFY(one != nameForCompanions(std::string(201, 'n')));
    }

    void fileThatIsThereIsReplacedOrRefused() {
        const fs::path file = m_folder / "file";
        QVERIFY(!writeFile(file, bytesOf("first"), Existing::Refuse));
        QCOMPARE(writeFile(file, bytesOf("second"), Existing::Refuse),
                 std::make_error_code(std::errc::file_exists));
        QCOMPARE(readTextFile(file).value(), std::string("first"));
        QVERIFY(!writeFile(file, bytesOf("third"), Existing::Replace));
        QCOMPARE(readTextFile(file).value(), std::string("third"));
    }

    void fullDiskLeavesNothingOfAFile() {
        fs::create_symlink("/dev/full", m_folder / "file");
        const auto error = writeFile(m_folder / "file", bytesOf("x"), Existing::Replace);
        QVERIFY(isDiskFull(error));
        QVERIFY(isDiskFull({EDQUOT, std::generic_category()}));
        QCOMPARE(notWritten("file", error), (Error{ErrorCode::Unwritable, "file",
                                                   "it cannot be written: there is no space left on the disk",
                                                   "free some space and try again"}));
        QCOMPARE(filesIn(m_folder), 0);
    }

    void folderHasOneWholeName() {
        fs::create_directories(m_folder / "real" / "inner");
        fs::create_directory_symlink(m_folder / "real", m_folder / "link");
        const fs::path whole = fs::canonical(m_folder) / "real" / "inner";
        QCOMPARE(wholeFolder(m_folder / "real" / "inner"), whole);
        QCOMPARE(wholeFolder(m_folder / "real" / "inner" / ""), whole);
        QCOMPARE(wholeFolder(m_folder / "link" / "." / "inner"), whole);
        QCOMPARE(wholeFolder(m_folder / "link" / "not there" / ".." / "nor this" / ""),
                 fs::canonical(m_folder) / "real" / "nor this");
        const fs::path before = fs::current_path();
        fs::current_path(m_folder / "real");
        const fs::path relative = wholeFolder("inner");
        fs::current_path(before);
        QCOMPARE(relative, whole);
        QCOMPARE(wholeFolder("/"), fs::path("/"));
    }

    void sha256IsThatOfTheStandard_data() {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("digest");
        QTest::newRow("empty") << QByteArray()
                               << QStringLiteral(
                                      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("one block") << QByteArray("abc")
                                   << QStringLiteral(
                                          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("two blocks")
            << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
            << QStringLiteral("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        QTest::newRow("a million a")
            << QByteArray(1'000'000, 'a')
            << QStringLiteral("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }
    void sha256IsThatOfTheStandard() {
        QFETCH(QByteArray, message);
        QFETCH(QString, digest);
        QCOMPARE(QString::fromStdString(sha256(message.toStdString())), digest);
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

QTEST_APPLESS_MAIN(tst_Files)
#include "tst_Files.moc"
