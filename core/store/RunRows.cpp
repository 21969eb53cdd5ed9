#include "core/store/RunRows.h"

namespace fissure {

namespace {

SplitMetrics readSplit(Statement& row) {
    SplitMetrics split;
    split.loss = row.real();
    split.confusion.truePositives = row.integer();
    split.confusion.falsePositives = row.integer();
    split.confusion.trueNegatives = row.integer();
    split.confusion.falseNegatives = row.integer();
    return split;
}

} // namespace

EpochMetrics readEpoch(Statement& row) {
    EpochMetrics epoch;
    epoch.epoch = row.integer<int>();
    epoch.isBest = row.integer() == 1;
    epoch.learningRate = row.real();
    epoch.seconds = row.real();
    epoch.imagesPerSecond = row.real();
    epoch.train = readSplit(row);
    // A loss that is not a number is NULL too: only the counts tell whether there was a validation.
    const SplitMetrics validation = readSplit(row);
    if (!row.isLastNull()) {
        epoch.validation = validation;
    }
    return epoch;
}

StepMetrics readStep(Statement& row) {
    StepMetrics step;
    step.globalStep = row.integer();
    step.epoch = row.integer<int>();
    step.step = row.integer<int>();
    step.stepsInEpoch = row.integer<int>();
    step.loss = row.real();
    step.accuracy = row.real();
    step.runningLoss = row.real();
    step.runningAccuracy = row.real();
    step.imagesPerSecond = row.real();
    return step;
}

Prediction readPrediction(Statement& row) {
    Prediction prediction;
    prediction.file = row.text();
    prediction.iou = row.real();
    prediction.label = row.integer<int>();
    prediction.probability = row.real();
    prediction.loss = row.real();
    return prediction;
}

LifeSign readLifeSign(Statement& row) {
    LifeSign sign;
    sign.process.host = row.text();
    sign.process.machineId = row.text();
    sign.process.bootId = row.text();
    sign.process.pidNamespace = row.text();
    sign.process.pid = row.integer();
    sign.process.startTicks = row.integer();
    sign.at = row.time();
    return sign;
}

} // namespace fissure
