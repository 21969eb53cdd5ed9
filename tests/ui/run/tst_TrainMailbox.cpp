#include "tests/ui/support/FakeSession.h"
#include "ui/run/TrainMailbox.h"

#include <QTest>

#include <thread>

namespace fissure::ui {

class tst_TrainMailbox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsKeepTheirOrder() {
        TrainMailbox mailbox;
        mailbox.onStarted(test::startedRun());
        mailbox.onStep(test::stepOf(1, 1));
        mailbox.onNote("warning", "a crop was skipped");
        mailbox.onStep(test::stepOf(1, 2));
        mailbox.onPaused();
        mailbox.onEpoch(test::epochOf(1), test::predictionsOf(2));
        mailbox.putEnd(RunResult{});

        const std::vector<TrainEvent> events = mailbox.takeAll();
        QCOMPARE(events.size(), std::size_t(7));
        QVERIFY(std::holds_alternative<RunStarted>(events[0]));
        QCOMPARE(std::get<StepBatch>(events[1]).size(), std::size_t(1));
        QCOMPARE(std::get<TrainNote>(events[2]).text, std::string("a crop was skipped"));
        QCOMPARE(std::get<StepBatch>(events[3]).front().step, 2);
        QVERIFY(std::holds_alternative<TrainPaused>(events[4]));
        QCOMPARE(std::get<EpochReport>(events[5]).predictions.size(), std::size_t(2));
        QVERIFY(std::get<Result<RunResult>>(events[6]).has_value());
    }

    void consecutiveStepsShareOneEvent() {
        TrainMailbox mailbox;
        for (int step = 1; step <= 1000; ++step) {
            mailbox.onStep(test::stepOf(1, step, 1000));
        }
        const std::vector<TrainEvent> events = mailbox.takeAll();
        QCOMPARE(events.size(), std::size_t(1));
        const auto& steps = std::get<StepBatch>(events.front());
        QCOMPARE(steps.size(), std::size_t(1000));
        QCOMPARE(steps.back().step, 1000);
    }

    void onlyTheLastValidationProgressIsKept() {
        TrainMailbox mailbox;
        for (int batch = 1; batch <= 50; ++batch) {
            mailbox.onValidationProgress({1, batch, 50});
        }
        const std::vector<TrainEvent> events = mailbox.takeAll();
        QCOMPARE(events.size(), std::size_t(1));
        QCOMPARE(std::get<ValidationProgress>(events.front()).batch, 50);
    }

    void takenEventsAreGone() {
        TrainMailbox mailbox;
        mailbox.onStep(test::stepOf(1, 1));
        QCOMPARE(mailbox.takeAll().size(), std::size_t(1));
        QVERIFY(mailbox.takeAll().empty());
    }

    void nothingIsLostBetweenTwoThreads() {
        constexpr int kSteps = 20'000;
        TrainMailbox mailbox;
        std::jthread writer([&mailbox] {
            for (int step = 1; step <= kSteps; ++step) {
                mailbox.onStep(test::stepOf(1, step, kSteps));
            }
            mailbox.putEnd(RunResult{});
        });
        int expected = 1;
        for (bool isOver = false; !isOver;) {
            for (const TrainEvent& event : mailbox.takeAll()) {
                if (const auto* steps = std::get_if<StepBatch>(&event)) {
                    for (const StepMetrics& step : *steps) {
                        QCOMPARE(step.step, expected++);
                    }
                } else {
                    isOver = true;
                }
            }
        }
        QCOMPARE(expected, kSteps + 1);
    }
};

} // namespace fissure::ui

QTEST_GUILESS_MAIN(fissure::ui::tst_TrainMailbox)

#include "tst_TrainMailbox.moc"
