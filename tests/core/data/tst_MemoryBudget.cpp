#include "core/data/MemoryBudget.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace fissure;

class tst_MemoryBudget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noMoreIsTakenThanThereIs() {
        MemoryBudget budget(10);
        std::atomic<unsigned> taken = 0;
        std::atomic<bool> isExceeded = false;
        std::vector<std::jthread> threads;
        for (unsigned bytes = 1; bytes <= 8; ++bytes) {
            threads.emplace_back([&, bytes] {
                for (int i = 0; i < 200; ++i) {
                    const auto share = budget.take(bytes, {});
                    isExceeded = isExceeded || (taken += bytes) > 10;
                    taken -= bytes;
                }
            });
        }
        threads.clear();
        QVERIFY(!isExceeded);
    }

    void whatIsLargerThanAllRunsAlone() {
        MemoryBudget budget(10);
        std::atomic<int> running = 0;
        std::atomic<bool> isAlone = true;
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&] {
                for (int i = 0; i < 200; ++i) {
                    const auto share = budget.take(25, {});
                    isAlone = ++running == 1 && isAlone;
                    --running;
                }
            });
        }
        threads.clear();
        QVERIFY(isAlone);
    }

    void stopEndsTheWaiting() {
        MemoryBudget budget(10);
        const auto all = budget.take(10, {});
        std::stop_source stop;
        std::jthread waiting([&] { const auto none = budget.take(5, stop.get_token()); });
        stop.request_stop();
        waiting.join();
        std::stop_source stopped;
        stopped.request_stop();
        const auto none = budget.take(5, stopped.get_token());
    }

    void machineHasMemory() { QVERIFY(MemoryBudget::halfOfMachine() > (1U << 20U)); }
};

QTEST_GUILESS_MAIN(tst_MemoryBudget)
#include "tst_MemoryBudget.moc"
