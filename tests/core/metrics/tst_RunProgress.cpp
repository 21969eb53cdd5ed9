#include "core/metrics/RunProgress.h"

#include <QTest>

#include <cmath>

using namespace fissure;
using namespace std::chrono_literals;

namespace {

StepMetrics step(int epoch, int number) {
    StepMetrics metrics;
    metrics.epoch = epoch;
    metrics.step = number;
    return metrics;
}

} // namespace

class tst_RunProgress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKnownBeforeTwoSteps() {
        RunProgress progress(2, 10, 5);
        QCOMPARE(progress.fraction(), 0.0);
        QVERIFY(!progress.timeLeft());
        progress.onStep(step(1, 1), 5s);
        QVERIFY(!progress.timeLeft());
        progress.onStep(step(1, 2), 7s);
        QVERIFY(progress.timeLeft());
    }

    void withoutValidationTimeLeftIsStepsTimesPace() {
        RunProgress progress(2, 10, 0);
        progress.onStep(step(1, 1), 1s);
        progress.onStep(step(1, 2), 3s);
        QCOMPARE(progress.timeLeft(), std::optional<std::chrono::milliseconds>(36s));
        QCOMPARE(progress.fraction(), 0.1);
    }

    void validationCountsByWhatItCosts() {
        RunProgress progress(1, 2, 3);
        progress.onStep(step(1, 1), 10s);
        progress.onStep(step(1, 2), 20s);
        // Not timed yet, a batch is taken for a third of a step.
        QCOMPARE(progress.timeLeft(), std::optional<std::chrono::milliseconds>(10s));
        progress.onValidation({1, 1, 3}, 25s);
        QCOMPARE(progress.timeLeft(), std::optional<std::chrono::milliseconds>(10s));
        progress.onValidation({1, 2, 3}, 30s);
        progress.onValidation({1, 3, 3}, 35s);
        QCOMPARE(progress.timeLeft(), std::optional<std::chrono::milliseconds>(0s));
        QCOMPARE(progress.fraction(), 1.0);
    }

    void fractionNeverFallsWithinARun() {
        RunProgress progress(3, 4, 2);
        double before = 0.0;
        auto now = 0s;
        for (int epoch = 1; epoch <= 3; ++epoch) {
            for (int i = 1; i <= 4; ++i) {
                progress.onStep(step(epoch, i), now += 3s);
                QVERIFY(progress.fraction() >= before);
                before = progress.fraction();
            }
            for (int i = 1; i <= 2; ++i) {
                progress.onValidation({epoch, i, 2}, now += 1s);
                QVERIFY(progress.fraction() >= before);
                before = progress.fraction();
            }
        }
        QCOMPARE(before, 1.0);
    }

    void runWithoutStepsIsNoDivisionByZero() {
        const RunProgress progress(0, 0, 0);
        QCOMPARE(progress.fraction(), 0.0);
    }
};

QTEST_APPLESS_MAIN(tst_RunProgress)
#include "tst_RunProgress.moc"
