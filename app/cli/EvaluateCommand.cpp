#include "app/cli/ProgressLine.h"
#include "app/cli/RunAccess.h"
#include "app/cli/RunJson.h"
#include "app/cli/RunText.h"
#include "core/config/ConfigFields.h"
#include "core/session/Evaluation.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace fissure::cli {

namespace {

struct Options {
    std::string run;
    std::string weights;
    std::string backbone;
    std::string data;
    std::int64_t imageSize = 0; ///< 0: the run's, or the default
    double threshold = -1.0;    ///< below 0: the run's, or the default
    bool json = false;
};

/// Weights and configuration of a stored run.
Result<EvaluationRequest> requestOfRun(const Context& context, const std::string& text) {
    const auto run = openRun(context, text);
    if (!run) {
        return failure(run.error());
    }
    const auto best = std::ranges::find(run->record.checkpoints, "best", &CheckpointRecord::kind);
    if (best == run->record.checkpoints.end()) {
        return failure(ErrorCode::Empty, "run " + std::to_string(run->id().value), "it has kept no weights");
    }
    return EvaluationRequest{run->record.summary.config, context.workspace / best->path, best->sha256, {}};
}

Result<EvaluationRequest> requestOfFile(const Options& options) {
    EvaluationRequest request{.config = {}, .weights = options.weights, .expectedSha256 = {}, .folder = {}};
    return setFieldFromText(request.config, "backbone", options.backbone).map([&] { return request; });
}

Result<EvaluationRequest> assembleRequest(const Context& context, const Options& options) {
    if (options.run.empty() == options.weights.empty()) {
        return failure(ErrorCode::WrongFormat, "evaluate",
                       "it needs either a run or --weights with --backbone");
    }
    auto request = options.run.empty() ? requestOfFile(options) : requestOfRun(context, options.run);
    if (!request) {
        return request;
    }
    request->folder = options.data;
    if (options.threshold >= 0.0) {
        request->config.decisionThreshold = options.threshold;
    }
    if (options.imageSize != 0) {
        const auto set = setField(request->config, *findField("image_size"), options.imageSize);
        if (!set) {
            return failure(set.error());
        }
    }
    return request;
}

int evaluateFolder(const Context& context, const Options& options) {
    const auto request = assembleRequest(context, options);
    if (!request) {
        return report(request.error());
    }
    ProgressLine line(stderr);
    const auto result = evaluateWeights(
        *request,
        [&line](int batch, int batches) {
            line.show(static_cast<double>(batch) / batches, fmt::format("batch {}/{}", batch, batches));
        },
        context.stop);
    line.done();
    if (!result) {
        return report(result.error());
    }
    for (const SkippedFile& file : result->skipped) {
        fmt::print(stderr, "warning: {} was skipped: {}\n", file.file, file.reason);
    }
    const double threshold = request->config.decisionThreshold;
    const ConfusionMatrix matrix = countAt(result->predictions, threshold);
    if (!options.json) {
        fmt::print("{} proposals in {:.1f} s ({:.1f} images/s)  loss {:.4f}\n\n{}",
                   result->predictions.size(), result->seconds,
                   static_cast<double>(result->predictions.size()) / result->seconds, result->loss,
                   reportText(matrix));
        return kDone;
    }
    Json json = toJson(ClassificationReport::of(matrix));
    json["loss"] = result->loss;
    json["threshold"] = threshold;
    json["seconds"] = result->seconds;
    json["confusion"] = toJson(matrix);
    json["predictions"] = Json::array();
    for (const Prediction& prediction : result->predictions) {
        json["predictions"].push_back(toJson(prediction, threshold));
    }
    json["skipped"] = toJson(result->skipped);
    fmt::print("{}\n", dump(json));
    return kDone;
}

} // namespace

void addEvaluate(CLI::App& program, Action& chosen) {
    auto* command =
        program.add_subcommand("evaluate", "Run the weights of a run, or of a file, over proposals");
    auto options = std::make_shared<Options>();
    command->add_option("run", options->run, "Number of a run, a prefix of its uuid, or last");
    auto* weights = command->add_option("--weights", options->weights, "A safetensors file instead of a run");
    command->add_option("--backbone", options->backbone, "Backbone of the file")->needs(weights);
    weights->needs("--backbone");
    command->add_option("--data", options->data, "Folder of proposals")->required();
    command->add_option("--image-size", options->imageSize, "Input size in px, where it is not the run's");
    command
        ->add_option("--threshold", options->threshold,
                     "Probability from which a proposal is predicted as crack")
        ->check(CLI::Range(0.0, 1.0));
    command->add_flag("--json", options->json, "Print one JSON document");
    command->callback([&chosen, options] {
        chosen = [options](const Context& context) { return evaluateFolder(context, *options); };
    });
}

} // namespace fissure::cli
