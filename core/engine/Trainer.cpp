#include "core/engine/Trainer.h"

#include "core/engine/train/Guarded.h"
#include "core/engine/train/MakeNetwork.h"
#include "core/engine/train/TrainingLoop.h"

#include <ATen/Parallel.h>

namespace fissure {

namespace {

Result<TrainOutcome> trainUnguarded(const TrainTask& task, TrainListener& listener,
                                    const RunControl& control) {
    if (task.train.empty()) {
        return failure(ErrorCode::Empty, task.config.trainDir,
                       Text("core", "there is no proposal to train on"));
    }
    const Result<Device> device = chooseDevice(task.config);
    if (!device) {
        return failure(device.error());
    }
    at::set_num_threads(device->threads);
    const auto network = makeNetwork(task.config, *device, task.config.initialWeights,
                                     WeightScope::AtLeastBackbone, control.stop);
    if (!network) {
        return failure(network.error());
    }
    return TrainingLoop(task, *device, **network, listener, control).run();
}

Result<EvaluationOutcome> evaluateUnguarded(const EvaluationTask& task, EvaluationListener& listener,
                                            const std::stop_token& stop) {
    if (task.proposals.empty()) {
        return failure(ErrorCode::Empty, task.folder.string(),
                       Text("core", "there is no proposal to evaluate"));
    }
    const Result<Device> device = chooseDevice(task.config);
    if (!device) {
        return failure(device.error());
    }
    at::set_num_threads(device->threads);
    const auto network = makeNetwork(task.config, *device, task.weights, WeightScope::Classifier, stop);
    if (!network) {
        return failure(network.error());
    }
    EvaluationOutcome outcome;
    int steps = 0;
    SkipReport skips([&](const SkippedFile& file) { outcome.skipped.push_back(file); });
    const CropSource crops(task.folder, task.proposals, static_cast<int>(task.config.imageSizePx));
    const auto progress = [&](int batch, int batches) {
        steps = batches;
        listener.onProgress(batch, batches);
    };
    auto pass = evaluateAll(**network, task.config, *device, crops, skips, progress, stop);
    if (!pass) {
        return failure(pass.error());
    }
    outcome.loss = pass->sums.meanLoss();
    outcome.predictions = std::move(pass->predictions);
    outcome.facts = {device->name, device->precisionName(), device->threads, (*network)->parameterCount(),
                     steps};
    return outcome;
}

} // namespace

Result<void> requireDevice(const RunConfig& config) {
    return guarded([&] { return chooseDevice(config).map([](const Device&) {}); });
}

Result<TrainOutcome> train(const TrainTask& task, TrainListener& listener, RunControl control) {
    return guarded([&] { return trainUnguarded(task, listener, control); });
}

Result<EvaluationOutcome> evaluate(const EvaluationTask& task, EvaluationListener& listener,
                                   std::stop_token stop) {
    return guarded([&] { return evaluateUnguarded(task, listener, stop); });
}

} // namespace fissure
