#include "tests/ui/runs/SampleRuns.h"

#include <chrono>
#include <cstdlib>

namespace fissure::test {

namespace {

constexpr int kStepsInEpoch = 10;

template <class T>
T orAbort(Result<T> result) {
    if (!result) {
        std::abort();
    }
    if constexpr (!std::is_void_v<T>) {
        return *result;
    }
}

} // namespace

EpochMetrics sampleEpoch(int epoch) {
    EpochMetrics metrics;
    metrics.epoch = epoch;
    metrics.train = {0.8 / epoch, {30, 5, 60, 5}};
    metrics.validation = SplitMetrics{1.0 / epoch, {25, 8, 41, 6}};
    metrics.learningRate = 0.001;
    metrics.seconds = 12.5;
    metrics.imagesPerSecond = 9.84;
    metrics.isBest = true;
    return metrics;
}

RunSummary sampleSummary(std::int64_t id, const std::string& name, int epochs) {
    RunSummary run;
    run.id = RunId{id};
    run.uuid = std::string(31, '0') + std::to_string(id % 10);
    run.name = name;
    run.status = RunStatus::Finished;
    run.startedAt = WallTime(std::chrono::hours(490'000 + id));
    run.endedAt = run.startedAt + std::chrono::minutes(10 * id);
    run.epochs = epochs;
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        run.validationLosses.push_back(1.0 / epoch);
        run.best = sampleEpoch(epoch);
    }
    return run;
}

RunRecord sampleRecord(std::int64_t id, const std::string& name, int epochs) {
    RunRecord run;
    run.summary = sampleSummary(id, name, epochs);
    run.environment = {{"libtorch", "1.13.1"}, {"something new", "42"}};
    run.datasetFingerprint = "d474f00d";
    run.evaluationFingerprint = "e7a1f00d";
    run.trainCrack = 315;
    run.trainNoCrack = 800;
    run.validCrack = 31;
    run.validNoCrack = 49;
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        run.epochs.push_back(sampleEpoch(epoch));
    }
    run.checkpoints = {{"best", epochs, "checkpoints/x/best.safetensors", std::string(64, 'a'), 92'000'000}};
    run.skipped = {{"wall.1.0_5.1.jpg", "it is cut off"}};
    run.findings = {
        {{Severity::Warning, "shared-source", "Photographs are shared.", {{"wall.jpg", {}}}, 1}, true},
        {{Severity::Info, "class-balance", "Half and half."}, false}};
    run.notes = {{run.summary.startedAt, "warning", "one file was skipped"}};
    return run;
}

std::vector<StepMetrics> sampleSteps(int epochs) {
    std::vector<StepMetrics> steps;
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        for (int step = 1; step <= kStepsInEpoch; ++step) {
            StepMetrics metrics;
            metrics.epoch = epoch;
            metrics.step = step;
            metrics.stepsInEpoch = kStepsInEpoch;
            metrics.globalStep = (epoch - 1) * kStepsInEpoch + step;
            metrics.loss = 1.0 / static_cast<double>(metrics.globalStep);
            metrics.accuracy = 1.0 - 0.5 * metrics.loss;
            steps.push_back(metrics);
        }
    }
    return steps;
}

RunId writeRun(RunStore& store, const std::string& name, int epochs) {
    static int count = 0;
    NewRun run;
    run.uuid = std::string(28, 'c') + std::to_string(1000 + ++count);
    run.name = name;
    run.environment = {{"libtorch", "1.13.1"}};
    run.evaluationFingerprint = "e7a1f00d";
    run.validCrack = 31;
    run.validNoCrack = 49;
    const RunId id = orAbort(store.createRun(run));
    const std::vector<Prediction> predictions{{"a.1.0_7.1.jpg", 0.7, 1, 0.2, 1.6}};
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        orAbort(store.addEpoch(id, sampleEpoch(epoch), predictions));
    }
    orAbort(store.addSteps(id, sampleSteps(epochs)));
    return id;
}

} // namespace fissure::test
