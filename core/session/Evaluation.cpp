#include "core/session/Evaluation.h"

#include "core/config/ConfigFields.h"
#include "core/data/ProposalSelection.h"
#include "core/engine/Trainer.h"
#include "core/engine/weights/Safetensors.h"
#include "core/engine/weights/WeightsFile.h"
#include "core/session/WeightsTools.h"

#include <chrono>
#include <utility>

namespace fissure {

namespace {

class ProgressAdapter final : public EvaluationListener {
public:
    explicit ProgressAdapter(const std::function<void(int, int)>& progress) : m_progress(progress) {}

    void onProgress(int batch, int batches) override { m_progress(batch, batches); }

private:
    const std::function<void(int, int)>& m_progress;
};

} // namespace

Result<std::optional<std::int64_t>> trainedImageSize(const std::filesystem::path& weights) {
    return readWeightsFile(weights).map([](const NamedTensors& file) {
        RunConfig config;
        const auto size = file.metadata().find(kImageSizeKey);
        const bool isSaid =
            size != file.metadata().end() && setFieldFromText(config, "image_size", size->second);
        return isSaid ? std::optional(config.imageSizePx) : std::nullopt;
    });
}

Result<EvaluationResult> evaluateWeights(const EvaluationRequest& request,
                                         const std::function<void(int, int)>& progress,
                                         std::stop_token stop) {
    auto index = scanProposals(request.folder, request.cache);
    if (!index) {
        return failure(index.error());
    }
    if (!request.expectedSha256.empty()) {
        const auto verified = readStoredWeights({request.weights, request.expectedSha256});
        if (!verified) {
            return failure(verified.error());
        }
    }
    ProposalSelection selection = selectProposals(*index, {.labelIou = request.config.labelIou});
    std::vector<Text> warnings = index->warnings;
    if (auto warning = ambiguityWarning(request.folder.string(), selection, request.config.labelIou)) {
        warnings.push_back(std::move(*warning));
    }
    const EvaluationTask task{request.config, request.weights, request.folder,
                              std::move(selection.proposals)};
    ProgressAdapter listener(progress);
    const auto start = std::chrono::steady_clock::now();
    auto outcome = evaluate(task, listener, std::move(stop));
    if (!outcome) {
        return failure(outcome.error());
    }
    EvaluationResult result{outcome->loss, std::move(outcome->predictions), {}, std::move(warnings), 0.0};
    for (const SkippedFile& file : index->rejected) {
        result.skipped.push_back({(index->folder / file.file).string(), file.reason});
    }
    result.skipped.insert(result.skipped.end(), outcome->skipped.begin(), outcome->skipped.end());
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

} // namespace fissure
