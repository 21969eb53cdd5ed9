#include "core/base/FileLock.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

using namespace fissure;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

using Failure = FileLock::Failure;
using WithoutLocks = FileLock::WithoutLocks;

/// What the next calls of flock() fail with, the last first.
std::vector<int> flockFailures;

int openFile(const fs::path& file) {
    return ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
}

/// As when the last holder removes the file, once, after it was opened and before it is locked.
int openAndLoseOnce(const fs::path& file) {
    const int descriptor = openFile(file);
    static bool isLost = false;
    if (!std::exchange(isLost, true)) {
        fs::remove(file);
    }
    return descriptor;
}

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

class tst_FileLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { flockFailures.clear(); }

    void oneHolderAtATimeHasTheFile() {
        {
            const auto first = FileLock::take(m_file, &openFile);
            QVERIFY(first.has_value());
            const auto second = FileLock::take(m_file, &openFile);
            QVERIFY(!second && second.error().isBusy());
        }
        QVERIFY(FileLock::take(m_file, &openFile).has_value());
    }

    void lockMovesWithItsHolder() {
        auto first = FileLock::take(m_file, &openFile);
        QVERIFY(first.has_value());
        std::optional<FileLock> moved(std::move(*first));
        QVERIFY(!first->descriptor().isOpen());
        QVERIFY(moved->descriptor().isOpen());
        QVERIFY(!FileLock::take(m_file, &openFile));
        moved.reset();
        QVERIFY(FileLock::take(m_file, &openFile).has_value());
    }

    void patientOneGetsItsTurn() {
        std::atomic<bool> isWaiting = false;
        std::optional<bool> got;
        std::jthread waiter;
        {
            const auto held = FileLock::take(m_file, &openFile);
            waiter = std::jthread([&] {
                isWaiting = true;
                got = FileLock::take(m_file, &openFile, 60s).has_value();
            });
            QTRY_VERIFY(isWaiting);
        }
        waiter.join();
        QCOMPARE(got, std::optional(true));
    }

    void patienceEnds() {
        const auto held = FileLock::take(m_file, &openFile);
        const auto refused = FileLock::take(m_file, &openFile, 20ms);
        QVERIFY(!refused && refused.error().isBusy());
    }

    void fileThatItsLastHolderRemovedIsOpenedAgain() {
        const auto held = FileLock::take(m_file, &openAndLoseOnce);
        QVERIFY(held.has_value());
        QVERIFY(isStillAt(held->descriptor().number(), m_file));
        QVERIFY(!FileLock::take(m_file, &openFile));
    }

    void interruptedCallIsMadeAgain() {
        flockFailures = {EINTR, EINTR};
        QVERIFY(FileLock::take(m_file, &openFile).has_value());
        QVERIFY(flockFailures.empty());
    }

    void whatCannotBeOpenedSaysWhy() {
        const auto refused = FileLock::take(m_file.parent_path() / "gone" / "lock", &openFile);
        QVERIFY(!refused);
        QCOMPARE(refused.error(), (Failure{Failure::Step::Open, ENOENT}));
        QVERIFY(!refused.error().isBusy());
    }

    void whatCannotBeLockedSaysWhy() {
        flockFailures = {EIO};
        const auto refused = FileLock::take(m_file, &openFile, 0ms, WithoutLocks::GoOn);
        QVERIFY(!refused);
        QCOMPARE(refused.error(), (Failure{Failure::Step::Lock, EIO}));
    }

    void fileSystemWithoutLocksIsRefusedOrGoneOnWith_data() {
        QTest::addColumn<int>("wrong");
        QTest::newRow("ENOLCK") << ENOLCK;
        QTest::newRow("ENOSYS") << ENOSYS;
        QTest::newRow("EOPNOTSUPP") << EOPNOTSUPP;
    }
    void fileSystemWithoutLocksIsRefusedOrGoneOnWith() {
        QFETCH(int, wrong);
        flockFailures = {wrong, wrong};
        const auto refused = FileLock::take(m_file, &openFile);
        QVERIFY(!refused && !refused.error().isBusy());
        const auto open = FileLock::take(m_file, &openFile, 0ms, WithoutLocks::GoOn);
        QVERIFY(open.has_value() && open->descriptor().isOpen());
    }

private:
    QTemporaryDir m_folder;
    const fs::path m_file = m_folder.filePath(QStringLiteral("lock")).toStdString();
};

QTEST_GUILESS_MAIN(tst_FileLock)
#include "tst_FileLock.moc"
