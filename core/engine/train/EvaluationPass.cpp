#include "core/engine/train/EvaluationPass.h"

#include "core/engine/samplers/Samplers.h"
#include "core/engine/train/EvalMode.h"

#include <cmath>

namespace fissure {

namespace {

void addPredictions(EvaluationPass& pass, const LoadedBatch& batch, const CropSource& source,
                    const HostResult& result, double threshold) {
    for (std::size_t i = 0; i < batch.samples.size(); ++i) {
        const Proposal& proposal = source.proposal(batch.samples[i]);
        const double probability = probabilityOf(result.logits[i]);
        pass.predictions.push_back({proposal.file, proposal.iou, proposal.label, probability,
                                    result.losses[i], proposal.iouIsExact});
        pass.sums.add(result.losses[i], proposal.label, probability, threshold);
    }
}

} // namespace

Result<EvaluationPass> evaluateAll(Classifier& network, const RunConfig& config, const Device& device,
                                   const CropSource& source, SkipReport& skipped,
                                   const BatchProgress& progress, const std::stop_token& stop) {
    const EvalMode evalMode(network);
    LoaderOptions options;
    options.threads = static_cast<int>(config.loaderThreads);
    options.prefetchBatches = static_cast<int>(config.prefetchBatches);
    BatchLoader loader(source,
                       planBatches(sequentialOrder(source.count()),
                                   static_cast<std::size_t>(config.batchSize), LoneSample::OwnBatch),
                       options);
    EvaluationPass pass;
    pass.predictions.reserve(source.count());
    while (true) {
        const Result<const LoadedBatch*> next = loader.next(stop);
        if (!next) {
            return failure(next.error());
        }
        const LoadedBatch* batch = *next;
        if (batch == nullptr) {
            break;
        }
        skipped.add(batch->skipped);
        if (!batch->samples.empty()) {
            const DeviceBatch input = toDevice(*batch, source, device);
            const HostResult result = toHost(forwardPass(network, config, device, input));
            addPredictions(pass, *batch, source, result, config.decisionThreshold);
        }
        progress(static_cast<int>(batch->number) + 1, static_cast<int>(loader.batches()));
    }
    if (pass.predictions.empty()) {
        return failure(ErrorCode::Empty, source.folder().string(),
                       Text("core", "not one of its crops (%1) could be read").with(source.count()));
    }
    if (!std::isfinite(pass.sums.loss)) {
        return failure(ErrorCode::Internal, "", Text("core", "the loss over the crops is not a number"),
                       Text("core", "check the weights, or train with a lower learning rate"));
    }
    return pass;
}

} // namespace fissure
