#include "core/engine/train/Guarded.h"
#include "core/engine/train/StopPoint.h"

#include <QTest>

#include <new>
#include <stdexcept>

using namespace fissure;

class TestGuarded final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resultPassesThrough() {
        QCOMPARE(guarded([] { return Result<int>(5); }).value(), 5);
    }

    void failedOperationIsAnErrorInOneLine() {
        const auto done = guarded([]() -> Result<void> {
            torch::mm(torch::zeros({2, 3}), torch::zeros({2, 3}));
            return {};
        });
        QVERIFY(!done.has_value());
        QCOMPARE(done.error().code, ErrorCode::Internal);
        QVERIFY(done.error().cause.str().starts_with("LibTorch failed: "));
        QVERIFY(done.error().cause.str().find("mat1 and mat2") != std::string::npos);
        QVERIFY(done.error().cause.str().find('\n') == std::string::npos);
    }

    void failureOfAnotherLibraryIsNotCalledLibTorchs() {
        const Error error = toError(std::runtime_error("the pipe is broken\nand more"));
        QCOMPARE(error.code, ErrorCode::Internal);
        QCOMPARE(error.cause, std::string("something unforeseen failed: the pipe is broken"));
    }

    void memoryThatIsNotThereIsOutOfMemory() {
        const auto done = guarded([]() -> Result<void> {
            torch::empty({std::int64_t{1} << 55});
            return {};
        });
        QVERIFY(!done.has_value());
        QCOMPARE(done.error().code, ErrorCode::OutOfMemory);
        const auto small = guarded([]() -> Result<void> { throw std::bad_alloc(); });
        QCOMPARE(small.error().code, ErrorCode::OutOfMemory);
    }

    void outOfMemoryOfADeviceIsRecognised() {
        const std::runtime_error cuda("CUDA out of memory. Tried to allocate 2.00 GiB");
        QCOMPARE(toError(cuda).code, ErrorCode::OutOfMemory);
    }

    void stopPointLeavesAForwardPass() {
        std::stop_source stop;
        const torch::Tensor x = torch::ones({2});
        stopPoint(x, stop.get_token());
        stop.request_stop();
        const auto done = guarded([&]() -> Result<void> {
            stopPoint(x, stop.get_token());
            return {};
        });
        QCOMPARE(done.error().code, ErrorCode::Stopped);
    }

    void stopPointLeavesABackwardPass() {
        std::stop_source stop;
        const torch::Tensor x = torch::ones({2}).requires_grad_();
        const torch::Tensor middle = x * 2;
        stopPoint(middle, stop.get_token());
        const torch::Tensor sum = (middle * 3).sum();
        stop.request_stop();
        const auto done = guarded([&]() -> Result<void> {
            sum.backward();
            return {};
        });
        QVERIFY(!done.has_value());
        QCOMPARE(done.error().code, ErrorCode::Stopped);
        QVERIFY(!x.grad().defined());
    }
};

QTEST_GUILESS_MAIN(TestGuarded)
#include "tst_Guarded.moc"
