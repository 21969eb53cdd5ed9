#include "core/store/WorkspaceLock.h"
#include "tests/core/store/StoreFixture.h"

#include <QTest>

#include <atomic>
#include <optional>
#include <thread>

using namespace fissure;
using namespace fissure::test;
using namespace std::chrono_literals;

class tst_WorkspaceLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void secondHolderIsTurnedAwayWhenItsPatienceIsOver() {
        const TestWorkspace test;
        WorkspaceLock first(test.workspace.lockFile());
        WorkspaceLock second(test.workspace.lockFile());
        const auto held = take(first.acquire());
        const auto refused = second.acquire(20ms);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Busy);
        QCOMPARE(refused.error().subject, test.workspace.lockFile().string());
    }

    void lockIsFreeAgainOnceItsHolderIsGone() {
        const TestWorkspace test;
        WorkspaceLock first(test.workspace.lockFile());
        WorkspaceLock second(test.workspace.lockFile());
        { const auto held = take(first.acquire()); }
        QVERIFY(second.acquire(0ms));
    }

    void waiterGetsItsTurn() {
        const TestWorkspace test;
        WorkspaceLock first(test.workspace.lockFile());
        std::atomic<bool> isWaiting = false;
        std::atomic<bool> isReleased = false;
        std::optional<bool> hadToWait;
        std::jthread waiter;
        {
            const auto held = take(first.acquire());
            waiter = std::jthread([&] {
                WorkspaceLock second(test.workspace.lockFile());
                isWaiting = true;
                const auto got = second.acquire();
                hadToWait = got.has_value() && isReleased;
            });
            QTRY_VERIFY(isWaiting);
            isReleased = true;
        }
        waiter.join();
        QCOMPARE(hadToWait, std::optional(true));
    }

    void lockFileThatWasRemovedIsMadeAnew() {
        const TestWorkspace test;
        WorkspaceLock first(test.workspace.lockFile());
        { const auto held = take(first.acquire()); }
        std::filesystem::remove(test.workspace.lockFile());
        const auto held = take(first.acquire());
        WorkspaceLock second(test.workspace.lockFile());
        QCOMPARE(second.acquire(0ms).error().code, ErrorCode::Busy);
    }

    void folderThatIsGoneIsUnwritable() {
        const TestWorkspace test;
        WorkspaceLock lock(test.workspace.root() / "gone" / "fissure.lock");
        const auto refused = lock.acquire();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unwritable);
    }
};

QTEST_GUILESS_MAIN(tst_WorkspaceLock)
#include "tst_WorkspaceLock.moc"
