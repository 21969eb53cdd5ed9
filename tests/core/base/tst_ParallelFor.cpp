#include "core/base/ParallelFor.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <new>
#include <pthread.h>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace fissure;

namespace {

#ifdef __GLIBC__
/// While it lives the system can start no thread: none has room for such a stack.
class NoThreads {
public:
    NoThreads() {
        ::pthread_getattr_default_np(&m_usual);
        pthread_attr_t huge;
        ::pthread_attr_init(&huge);
        ::pthread_attr_setstacksize(&huge, std::size_t{1} << 60);
        ::pthread_setattr_default_np(&huge);
        ::pthread_attr_destroy(&huge);
    }
    ~NoThreads() {
        ::pthread_setattr_default_np(&m_usual);
        ::pthread_attr_destroy(&m_usual);
    }
    NoThreads(const NoThreads&) = delete;
    NoThreads& operator=(const NoThreads&) = delete;

private:
    pthread_attr_t m_usual{};
};
#endif

} // namespace

class tst_ParallelFor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNumberIsDoneOnce() {
        for (const int threads : {0, 1, 2, 7, 1000}) {
            std::vector<std::atomic<int>> done(300);
            QVERIFY(parallelFor(done.size(), threads, [&](std::size_t i) {
                        ++done[i];
                        return true;
                    }).has_value());
            QVERIFY(std::ranges::all_of(done, [](const std::atomic<int>& times) { return times == 1; }));
        }
    }

    void nothingIsNothingToDo() {
        QVERIFY(parallelFor(0, 4, [](std::size_t) -> bool { throw std::logic_error("called"); }).has_value());
    }

    void oneThreadIsTheCallingOneInOrder() {
        std::vector<std::size_t> numbers;
        std::set<std::thread::id> threads;
        const auto take = [&](std::size_t i) {
            numbers.push_back(i);
            threads.insert(std::this_thread::get_id());
            return true;
        };
        QVERIFY(parallelFor(5, 1, take).has_value());
        QCOMPARE(numbers, (std::vector<std::size_t>{0, 1, 2, 3, 4}));
        QCOMPARE(threads, std::set{std::this_thread::get_id()});
    }

    void falseEndsTheWork() {
        std::atomic<int> calls = 0;
        QVERIFY(parallelFor(1'000'000, 3, [&](std::size_t) { return ++calls < 10; }).has_value());
        QVERIFY(calls >= 10 && calls <= 12); // the others may be within a number
    }

    void whatIsThrownEndsTheWorkAndIsTheError_data() {
        QTest::addColumn<bool>("isMemory");
        QTest::newRow("memory") << true;
        QTest::newRow("anything else") << false;
    }
    void whatIsThrownEndsTheWorkAndIsTheError() {
        QFETCH(bool, isMemory);
        std::atomic<int> calls = 0;
        const auto result = parallelFor(1'000'000, 3, [&](std::size_t i) -> bool {
            ++calls;
            if (i >= 5) {
                isMemory ? throw std::bad_alloc() : throw std::runtime_error("it broke");
            }
            return true;
        });
        QVERIFY(!result);
        QCOMPARE(result.error().code, isMemory ? ErrorCode::OutOfMemory : ErrorCode::Internal);
        QVERIFY(isMemory || result.error().message().find("it broke") != std::string::npos);
        QVERIFY(calls <= 12);
    }

    void workIsDoneWhereNoThreadCanBeStarted() {
#ifdef __GLIBC__
        const NoThreads none;
        std::vector<int> done(50);
        QVERIFY(parallelFor(done.size(), 8, [&](std::size_t i) {
                    ++done[i];
                    return true;
                }).has_value());
        QCOMPARE(std::ranges::count(done, 1), std::ptrdiff_t(50));
#else
        QSKIP("threads can be kept from starting with glibc only");
#endif
    }
};

QTEST_GUILESS_MAIN(tst_ParallelFor)
#include "tst_ParallelFor.moc"
