#include "core/base/Files.h"
#include "core/engine/Trainer.h"
#include "core/engine/weights/Safetensors.h"
#include "core/metrics/ClassificationReport.h"
#include "tests/core/engine/support/RecordingListener.h"
#include "tests/core/engine/support/TestCrops.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <future>

using namespace fissure;
using namespace fissure::test;
using namespace std::chrono_literals;

namespace {

using SteadyClock = std::chrono::steady_clock;

/// Trains and expects no error.
TrainOutcome trained(const TrainTask& task, RecordingListener& listener, RunControl control = {}) {
    const auto outcome = train(task, listener, std::move(control));
    if (!outcome) {
        qFatal("%s", outcome.error().message().c_str());
    }
    return *outcome;
}

Result<TrainOutcome> trainQuietly(const TrainTask& task) {
    RecordingListener listener;
    return train(task, listener, {});
}

/// What has to repeat bit for bit: everything but the clock's figures.
struct History {
    std::vector<double> losses;
    std::vector<std::vector<Prediction>> predictions;
    std::vector<std::byte> weights;

    bool operator==(const History&) const = default;
};

History historyOf(const RecordingListener& listener) {
    History history{{}, listener.predictions, listener.weights};
    for (const StepMetrics& step : listener.steps) {
        history.losses.push_back(step.loss);
    }
    for (const EpochMetrics& epoch : listener.epochs) {
        history.losses.push_back(epoch.train.loss);
        history.losses.push_back(epoch.validation->loss);
    }
    return history;
}

History historyOf(const TrainTask& task) {
    RecordingListener listener;
    trained(task, listener);
    return historyOf(listener);
}

/// A step or a validation batch of a run, both counted over all epochs, from 1.
struct Unit {
    std::int64_t step = 0;
    std::size_t batch = 0;
};

/// A training on a thread of its own that asks for a pause itself, at the end of a unit.
class PausedTraining {
public:
    PausedTraining(const TrainTask& task, Unit pauseAt) {
        listener.stepped = [this, pauseAt](const StepMetrics& step) {
            ++m_units;
            pauseIf(step.globalStep == pauseAt.step);
        };
        listener.validated = [this, pauseAt](const ValidationProgress&) {
            ++m_units;
            pauseIf(listener.validation.size() == pauseAt.batch);
        };
        listener.held = [this] { m_isHeld = true; };
        m_outcome = std::async(std::launch::async, [this, task] {
            return train(task, listener, {m_stop.get_token(), m_gate});
        });
    }
    ~PausedTraining() { stop(); }

    bool waitUntilHeld() const {
        return QTest::qWaitFor([this] { return m_isHeld.load(); }, 60'000);
    }
    int unitsDone() const { return m_units; }

    void resume() { m_gate.resume(); }
    void stop() { m_stop.request_stop(); }
    Result<TrainOutcome> join() { return m_outcome.get(); }

    RecordingListener listener; ///< to be looked at once the training is joined

private:
    void pauseIf(bool isThere) {
        if (isThere) {
            m_gate.pause();
        }
    }

    PauseGate m_gate;
    std::stop_source m_stop;
    std::atomic<int> m_units = 0;
    std::atomic<bool> m_isHeld = false;
    std::future<Result<TrainOutcome>> m_outcome; ///< last: its end is waited for before all else goes
};

} // namespace

class TestTrainer final : public QObject {
    Q_OBJECT

private:
    const TestCrops m_train{24, 32, 1};
    const TestCrops m_valid{10, 32, 1000};

    TrainTask task() const { return smallTask(m_train, m_valid); }

    EvaluationTask evaluationOf(const TrainTask& task, const std::filesystem::path& weights) const {
        return {task.config, weights, m_valid.folder(), m_valid.proposals()};
    }

    /// The run of task(), trained once for all tests that only look at it.
    RecordingListener m_run;
    TrainOutcome m_outcome;
    const QTemporaryDir m_dir;

    std::filesystem::path writeWeights(const char* name, std::span<const std::byte> bytes) const {
        const std::filesystem::path file =
            (m_dir.path() + QLatin1Char('/') + QLatin1String(name)).toStdString();
        if (!writeFileAtomically(file, bytes)) {
            qFatal("%s cannot be written", file.c_str());
        }
        return file;
    }

private Q_SLOTS:
    void initTestCase() { m_outcome = trained(task(), m_run); }

    void separableCropsAreLearnt() {
        const TestCrops crops(64, 32, 1);
        TrainTask task = smallTask(crops, m_valid);
        task.config.epochs = 6;
        task.config.rotationDegrees = 0.0;
        RecordingListener listener;
        trained(task, listener);
        QVERIFY(listener.epochs.back().train.confusion.accuracy() > 0.9);
        QVERIFY(listener.epochs.back().train.loss < 0.5 * listener.epochs.front().train.loss);
    }

    void listenerHearsEveryStepAndEpoch() {
        const RecordingListener& listener = m_run;
        QCOMPARE(m_outcome.end, TrainEnd::AllEpochs);
        QCOMPARE(m_outcome.epochs, 2);
        QCOMPARE(listener.facts.device, std::string("cpu"));
        QCOMPARE(listener.facts.precision, std::string("fp32"));
        QCOMPARE(listener.facts.stepsInEpoch, 3);
        QCOMPARE(listener.facts.parameters, std::int64_t{11'689'512 + 1001});
        QCOMPARE(listener.steps.size(), std::size_t{6});
        for (std::size_t i = 0; i < listener.steps.size(); ++i) {
            const StepMetrics& step = listener.steps[i];
            QCOMPARE(step.globalStep, static_cast<std::int64_t>(i + 1));
            QCOMPARE(step.epoch, static_cast<int>(i / 3 + 1));
            QCOMPARE(step.step, static_cast<int>(i % 3 + 1));
            QVERIFY(step.imagesPerSecond > 0.0);
        }
        QCOMPARE(listener.validation.size(), std::size_t{4}); // two batches an epoch
        QCOMPARE(listener.validation.back(), (ValidationProgress{2, 2, 2}));
    }

    void epochFiguresAreMeansOverItsSamples() {
        const RecordingListener& listener = m_run;
        const EpochMetrics& epoch = listener.epochs.front();
        double loss = 0.0;
        double accuracy = 0.0;
        for (std::size_t i = 0; i < 3; ++i) {
            loss += listener.steps[i].loss / 3;
            accuracy += listener.steps[i].accuracy / 3;
        }
        QVERIFY(std::abs(epoch.train.loss - loss) < 1e-9);
        QVERIFY(std::abs(epoch.train.confusion.accuracy() - accuracy) < 1e-9);
        QVERIFY(std::abs(listener.steps[2].runningLoss - loss) < 1e-9);
        QCOMPARE(epoch.train.confusion.total(), std::int64_t{24});
        QCOMPARE(epoch.learningRate, 0.001);
        QVERIFY(epoch.seconds > 0.0 && epoch.imagesPerSecond > 0.0);
    }

    void predictionsStandBehindTheValidationFigures() {
        TrainTask task = this->task();
        task.config.decisionThreshold = 0.3;
        task.valid.front().iouIsExact = true;
        RecordingListener listener;
        trained(task, listener);
        for (std::size_t e = 0; e < 2; ++e) {
            const auto& predictions = listener.predictions[e];
            QCOMPARE(predictions.size(), m_valid.proposals().size());
            double loss = 0.0;
            for (std::size_t i = 0; i < predictions.size(); ++i) {
                const Proposal& proposal = task.valid[i];
                QCOMPARE(predictions[i].file, proposal.file);
                QCOMPARE(predictions[i].iou, proposal.iou);
                QCOMPARE(predictions[i].iouIsExact, proposal.iouIsExact);
                QCOMPARE(predictions[i].label, proposal.label);
                const double said = predictions[i].probability;
                QVERIFY(std::abs(predictions[i].loss + std::log(proposal.label == 1 ? said : 1 - said)) <
                        1e-4);
                loss += predictions[i].loss / static_cast<double>(predictions.size());
            }
            QVERIFY(std::abs(listener.epochs[e].validation->loss - loss) < 1e-9);
            QCOMPARE(listener.epochs[e].validation->confusion, countAt(predictions, 0.3));
        }
    }

    void sameSeedRepeatsTheRunBitForBit() {
        TrainTask one = task();
        one.config.loaderThreads = 1;
        one.config.prefetchBatches = 1;
        TrainTask many = task();
        many.config.loaderThreads = 4;
        many.config.prefetchBatches = 3;
        const History history = historyOf(one);
        QVERIFY(historyOf(many) == history);
        TrainTask other = task();
        other.config.seed = 43;
        QVERIFY(historyOf(other) != history);
    }

    void bestWeightsAreHandedOutAndEvaluateAlike() {
        TrainTask task = this->task();
        task.config.epochs = 3;
        RecordingListener listener;
        const TrainOutcome outcome = trained(task, listener);
        std::vector<int> best;
        for (const EpochMetrics& epoch : listener.epochs) {
            if (epoch.isBest) {
                best.push_back(epoch.epoch);
            }
        }
        QCOMPARE(listener.weightEpochs, best);
        QCOMPARE(outcome.bestEpoch, best.back());

        const std::filesystem::path file = writeWeights("best.safetensors", listener.weights);
        RecordingEvaluationListener evaluation;
        const auto evaluated = evaluate(evaluationOf(task, file), evaluation, {});
        QVERIFY2(evaluated.has_value(), evaluated.has_value() ? "" : evaluated.error().message().c_str());
        const auto at = static_cast<std::size_t>(outcome.bestEpoch - 1);
        QCOMPARE(evaluated->predictions, listener.predictions[at]);
        QCOMPARE(evaluated->loss, listener.epochs[at].validation->loss);
        QCOMPARE(evaluation.progress.back(), std::pair(2, 2));
        QCOMPARE(evaluated->facts.parameters, listener.facts.parameters);
    }

    void patienceEndsTheRun() {
        TrainTask task = this->task();
        task.config.epochs = 50;
        task.config.patience = 1;
        task.config.learningRate = 1e-12; // nothing changes but batch statistics: it gets no better for long
        RecordingListener listener;
        const TrainOutcome outcome = trained(task, listener);
        QCOMPARE(outcome.end, TrainEnd::EarlyStopping);
        QVERIFY(outcome.epochs < 50);
        QCOMPARE(outcome.bestEpoch, outcome.epochs - 1);
    }

    void withoutValidationTheTrainingLossDecides() {
        TrainTask task = this->task();
        task.valid.clear();
        RecordingListener listener;
        trained(task, listener);
        QCOMPARE(listener.epochs.size(), std::size_t{2});
        QVERIFY(!listener.epochs[0].validation.has_value());
        QVERIFY(listener.predictions[0].empty());
        QCOMPARE(listener.epochs[1].isBest, listener.epochs[1].train.loss < listener.epochs[0].train.loss);
    }

    void oneClassOnlyTrains_data() {
        QTest::addColumn<int>("label");
        QTest::addColumn<Sampler>("sampler");
        QTest::newRow("crack, shuffle") << 1 << Sampler::Shuffle;
        QTest::newRow("crack, weighted") << 1 << Sampler::Weighted;
        QTest::newRow("no crack, weighted") << 0 << Sampler::Weighted;
    }
    void oneClassOnlyTrains() {
        QFETCH(int, label);
        QFETCH(Sampler, sampler);
        TrainTask task = this->task();
        task.train = m_train.onlyLabel(label);
        task.config.sampler = sampler;
        task.config.epochs = 1;
        RecordingListener listener;
        trained(task, listener);
        QCOMPARE(listener.epochs.front().train.confusion.total(), std::int64_t{12});
        QVERIFY(std::isfinite(listener.epochs.front().train.loss));
    }

    void loneLastSampleJoinsTheBatchBeforeWhereItMust_data() {
        QTest::addColumn<int>("sizePx");
        QTest::addColumn<int>("steps");
        QTest::newRow("32 px: a single value a channel") << 32 << 2;
        QTest::newRow("40 px: four values a channel") << 40 << 3;
    }
    void loneLastSampleJoinsTheBatchBeforeWhereItMust() {
        QFETCH(int, sizePx);
        QFETCH(int, steps);
        TrainTask task = this->task();
        task.train.resize(17); // 8 + 8 + 1
        task.config.imageSizePx = sizePx;
        task.config.epochs = 1;
        RecordingListener listener;
        trained(task, listener);
        QCOMPARE(listener.facts.stepsInEpoch, steps);
        QCOMPARE(listener.steps.size(), static_cast<std::size_t>(steps));
        QCOMPARE(listener.epochs.front().train.confusion.total(), std::int64_t{17});
    }

    void singleProposalTrains() {
        TrainTask task = this->task();
        task.train.resize(1);
        task.valid.resize(1);
        RecordingListener listener;
        trained(task, listener);
        QCOMPARE(listener.epochs.back().train.confusion.total(), std::int64_t{1});
        QCOMPARE(listener.predictions.back().size(), std::size_t{1});
    }

    void focalLossTrains() {
        TrainTask task = this->task();
        task.config.loss = Loss::Focal;
        RecordingListener listener;
        trained(task, listener);
        QVERIFY(listener.epochs.back().train.loss <
                std::log(2.0)); // below that of cross-entropy by its weights
        QCOMPARE(listener.epochs.size(), std::size_t{2});
    }

    void bf16TrainsToo() {
        TrainTask task = this->task();
        task.config.precision = Precision::Bf16;
        task.config.epochs = 1;
        RecordingListener listener;
        trained(task, listener);
        QCOMPARE(listener.facts.precision, std::string("bf16"));
        QVERIFY(std::isfinite(listener.epochs.front().validation->loss));
    }

    void unreadableCropIsSkippedAndReportedOnce() {
        const TestCrops train(12, 32, 1);
        const TestCrops valid(6, 32, 50);
        train.cutOff(3);
        valid.cutOff(0);
        RecordingListener listener;
        trained(smallTask(train, valid), listener);
        QCOMPARE(listener.skipped.size(), std::size_t{2});
        QCOMPARE(listener.skipped[0].file, (train.folder() / train.proposals()[3].file).string());
        QCOMPARE(listener.skipped[1].file, (valid.folder() / valid.proposals()[0].file).string());
        QVERIFY(!listener.skipped[0].reason.empty());
        for (std::size_t e = 0; e < 2; ++e) {
            QCOMPARE(listener.epochs[e].train.confusion.total(), std::int64_t{11});
            QCOMPARE(listener.predictions[e].size(), std::size_t{5});
            QCOMPARE(listener.predictions[e].front().file, valid.proposals()[1].file);
        }
    }

    void batchThatLosesAllButOneCropTrains() {
        const TestCrops train(8, 32, 1);
        for (std::size_t i = 1; i < 4; ++i) {
            train.cutOff(i);
        }
        TrainTask task = smallTask(train, m_valid);
        task.config.batchSize = 4;
        task.config.sampler = Sampler::Sequential;
        RecordingListener listener;
        trained(task, listener);
        QCOMPARE(listener.epochs.front().train.confusion.total(), std::int64_t{5});
    }

    void batchWithoutAnyCropIsLeftOut() {
        const TestCrops train(8, 32, 1);
        for (std::size_t i = 0; i < 4; ++i) {
            train.cutOff(i);
        }
        TrainTask task = smallTask(train, m_valid);
        task.config.batchSize = 4;
        task.config.sampler = Sampler::Sequential;
        task.config.epochs = 1;
        RecordingListener listener;
        trained(task, listener);
        QCOMPARE(listener.steps.size(), std::size_t{1});
        QCOMPARE(listener.steps.front().step, 2);
    }

    void nothingReadableIsAnError_data() {
        QTest::addColumn<bool>("isTraining");
        QTest::newRow("training") << true;
        QTest::newRow("validation") << false;
    }
    void nothingReadableIsAnError() {
        QFETCH(bool, isTraining);
        const TestCrops damaged(4, 32, 1);
        for (std::size_t i = 0; i < 4; ++i) {
            damaged.cutOff(i);
        }
        const auto outcome =
            trainQuietly(isTraining ? smallTask(damaged, m_valid) : smallTask(m_train, damaged));
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().code, ErrorCode::Empty);
        QCOMPARE(outcome.error().subject, damaged.folder().string());
        QCOMPARE(outcome.error().cause, std::string("not one of its crops (4) could be read"));
    }

    void noProposalIsAnError() {
        TrainTask task = this->task();
        task.train.clear();
        const auto outcome = trainQuietly(task);
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().code, ErrorCode::Empty);
    }

    void lossThatIsNotANumberEndsTheRun() {
        TrainTask task = this->task();
        const auto parsed = parseSafetensors(m_run.weights, "own").value();
        std::vector<TensorView> tensors = parsed.tensors();
        const std::vector<float> huge(1000, 3e38F); // the sum over 1000 scores overflows
        for (TensorView& tensor : tensors) {
            if (tensor.name == "classifier.1.weight") {
                tensor.data = std::as_bytes(std::span(huge));
            }
        }
        task.config.initialWeights = writeWeights("huge.safetensors", toSafetensors(tensors, {})).string();
        const auto outcome = trainQuietly(task);
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().code, ErrorCode::Internal);
        QCOMPARE(outcome.error().cause, std::string("the loss is not a number in epoch 1, step 1"));
    }

    void weightsOfABestEpochComeRightBeforeIt() {
        RecordingListener listener;
        trained(task(), listener);
        QCOMPARE(listener.epochsAtWeights.size(), listener.weightEpochs.size());
        for (std::size_t i = 0; i < listener.weightEpochs.size(); ++i) {
            QCOMPARE(listener.epochsAtWeights[i], static_cast<std::size_t>(listener.weightEpochs[i] - 1));
        }
    }

    void refusedWeightsEndTheRun() {
        RecordingListener listener;
        listener.refuseWeights = Error{ErrorCode::Unwritable, "best.safetensors", "the disk is full", ""};
        const auto outcome = train(task(), listener, {});
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error(), *listener.refuseWeights);
        QVERIFY(listener.epochs.empty());
    }

    void missingInitialWeightsAreNamed() {
        TrainTask task = this->task();
        task.config.initialWeights = "/nowhere/weights.safetensors";
        const auto outcome = trainQuietly(task);
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().code, ErrorCode::NotFound);
        QCOMPARE(outcome.error().subject, task.config.initialWeights);
    }

    void initialWeightsGoOnWhereTheyWere() {
        TrainTask task = this->task();
        task.config.initialWeights = writeWeights("first.safetensors", m_run.weights).string();
        RecordingListener second;
        trained(task, second);
        QVERIFY(second.steps.front().loss < m_run.steps.front().loss);
    }

    void stopBetweenStepsKeepsWeightsOnce() {
        std::stop_source stop;
        RecordingListener listener;
        listener.stepped = [&](const StepMetrics& step) {
            if (step.globalStep == 2) {
                stop.request_stop();
            }
        };
        const TrainOutcome outcome = trained(task(), listener, {stop.get_token()});
        QCOMPARE(outcome.end, TrainEnd::Stopped);
        QCOMPARE(outcome.epochs, 0);
        QCOMPARE(outcome.bestEpoch, 0);
        QCOMPARE(listener.steps.size(), std::size_t{2});
        QVERIFY(listener.epochs.empty());
        QCOMPARE(listener.weightEpochs, std::vector<int>{0});
        QVERIFY(parseSafetensors(listener.weights, "own").has_value());
    }

    void stopDuringValidationLeavesTheEpochOut() {
        std::stop_source stop;
        RecordingListener listener;
        listener.validated = [&](const ValidationProgress& progress) {
            if (progress.epoch == 2 && progress.batch == 1) {
                stop.request_stop();
            }
        };
        const TrainOutcome outcome = trained(task(), listener, {stop.get_token()});
        QCOMPARE(outcome.end, TrainEnd::Stopped);
        QCOMPARE(outcome.epochs, 1);
        QCOMPARE(outcome.bestEpoch, 1);
        QCOMPARE(listener.epochs.size(), std::size_t{1});
        QCOMPARE(listener.weightEpochs, std::vector<int>{1});
    }

    void pausedRunGivesWhatAnUninterruptedOneDoes_data() {
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("batch");
        QTest::newRow("between two steps") << 2 << 0;
        QTest::newRow("between training and validation") << 3 << 0;
        QTest::newRow("between two validation batches") << 0 << 1;
        QTest::newRow("between two epochs") << 0 << 2;
    }
    void pausedRunGivesWhatAnUninterruptedOneDoes() {
        QFETCH(int, step);
        QFETCH(int, batch);
        PausedTraining training(task(), {step, static_cast<std::size_t>(batch)});
        QVERIFY(training.waitUntilHeld());
        const int units = training.unitsDone();
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY(timer.elapsed() > 200);
        QCOMPARE(training.unitsDone(), units);
        training.resume();
        QCOMPARE(training.join().value().end, TrainEnd::AllEpochs);
        QCOMPARE(training.listener.pauses, 1);
        QCOMPARE(training.listener.resumes, 1);
        QVERIFY(historyOf(training.listener) == historyOf(m_run));
    }

    void timesLeaveThePauseOut() {
        const auto begun = SteadyClock::now();
        PausedTraining training(task(), {2, 0});
        QVERIFY(training.waitUntilHeld());
        const auto heldAt = SteadyClock::now();
        QTRY_VERIFY(SteadyClock::now() - heldAt > 1s);
        const auto held = SteadyClock::now() - heldAt;
        training.resume();
        QVERIFY(training.join().has_value());
        const std::chrono::duration<double> worked = SteadyClock::now() - begun - held;
        const RecordingListener& listener = training.listener;
        QVERIFY(listener.epochs[0].seconds + listener.epochs[1].seconds < worked.count());
        QVERIFY(listener.epochs[0].imagesPerSecond > 24 / worked.count());
        QVERIFY(listener.steps[2].imagesPerSecond > 24 / worked.count());
    }

    void stopEndsAHeldTraining() {
        PausedTraining training(task(), {2, 0});
        QVERIFY(training.waitUntilHeld());
        training.stop();
        QCOMPARE(training.join().value().end, TrainEnd::Stopped);
        QCOMPARE(training.listener.steps.size(), std::size_t{2});
        QCOMPARE(training.listener.weightEpochs, std::vector<int>{0});
        QCOMPARE(training.listener.resumes, 0);
    }

    void pauseThatIsTakenBackInTimeHoldsNothing() {
        RunControl control;
        RecordingListener listener;
        listener.stepped = [&](const StepMetrics&) {
            control.gate.pause();
            control.gate.resume();
        };
        QCOMPARE(trained(task(), listener, control).end, TrainEnd::AllEpochs);
        QCOMPARE(listener.pauses, 0);
        QCOMPARE(listener.resumes, 0);
    }

    void stopActsWithinAStep() {
        // A step of this network takes seconds. The report of a crop that cannot be read comes right before
        // it.
        const TestCrops crops(16, 224, 1);
        crops.cutOff(0);
        TrainTask task = smallTask(crops, crops);
        task.config.backbone = Backbone::ResNext50_32x4d;
        task.config.imageSizePx = 224;
        task.config.batchSize = 16;
        std::stop_source stop;
        RecordingListener listener;
        listener.skippedOne = [&](const SkippedFile&) { stop.request_stop(); };
        const TrainOutcome outcome = trained(task, listener, {stop.get_token()});
        QCOMPARE(outcome.end, TrainEnd::Stopped);
        QVERIFY(listener.steps.empty());
        QCOMPARE(listener.weightEpochs, std::vector<int>{0});
    }

    void stoppedEvaluationIsAnError() {
        const std::filesystem::path file = writeWeights("run.safetensors", m_run.weights);
        std::stop_source stop;
        stop.request_stop();
        RecordingEvaluationListener evaluation;
        const auto evaluated = evaluate(evaluationOf(task(), file), evaluation, stop.get_token());
        QVERIFY(!evaluated.has_value());
        QCOMPARE(evaluated.error().code, ErrorCode::Stopped);
    }

    void evaluationOfNothingIsAnError() {
        EvaluationTask nothing = evaluationOf(task(), "/nowhere/weights.safetensors");
        RecordingEvaluationListener listener;
        QCOMPARE(evaluate(nothing, listener, {}).error().code, ErrorCode::NotFound);
        nothing.proposals.clear();
        QCOMPARE(evaluate(nothing, listener, {}).error().code, ErrorCode::Empty);
    }
};

QTEST_GUILESS_MAIN(TestTrainer)
#include "tst_Trainer.moc"
