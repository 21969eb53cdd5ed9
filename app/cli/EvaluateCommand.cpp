#include "app/cli/Counted.h"
#include "app/cli/Output.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/RunAccess.h"
#include "app/cli/RunJson.h"
#include "app/cli/RunText.h"
#include "app/cli/Scores.h"
#include "core/base/Workspace.h"
#include "core/config/ConfigFields.h"
#include "core/session/Evaluation.h"
#include "core/store/DatabaseFile.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <utility>

namespace fissure::cli {

namespace {

struct Options {
    std::string run;
    std::string weights;
    std::string backbone;
    std::string data;
    std::string device;         ///< empty: the run's, or auto
    std::int64_t imageSize = 0; ///< 0: what the weights were trained at, or the default
    ReportOptions report;
};

/// Weights and configuration of a stored run.
Result<EvaluationRequest> requestOfRun(const Context& context, const std::string& text) {
    const auto run = openRun(context, text);
    if (!run) {
        return failure(run.error());
    }
    return bestWeights(*run).map([&](const CheckpointRecord& best) {
        return EvaluationRequest{run->record.summary.config, context.workspace / best.path, best.sha256, {}};
    });
}

Result<EvaluationRequest> requestOfFile(const Options& options) {
    EvaluationRequest request{.config = {}, .weights = options.weights, .expectedSha256 = {}, .folder = {}};
    if (const auto set = setFieldFromText(request.config, "backbone", options.backbone); !set) {
        return failure(set.error());
    }
    // A file that does not say what it was trained at is taken to fit the size that is asked for.
    return trainedImageSize(options.weights).map([&](std::optional<std::int64_t> trained) {
        request.config.imageSizePx =
            trained.value_or(options.imageSize != 0 ? options.imageSize : request.config.imageSizePx);
        return request;
    });
}

/// What the options say takes the place of what run or file said.
Result<void> applyOptions(EvaluationRequest& request, const Options& options) {
    request.folder = options.data;
    RunConfig& config = request.config;
    config.decisionThreshold = options.report.threshold.value_or(config.decisionThreshold);
    config.labelIou = options.report.labelIou.value_or(config.labelIou);
    if (!options.device.empty()) {
        if (const auto set = setFieldFromText(config, "device", options.device); !set) {
            return set;
        }
    }
    if (options.imageSize == 0) {
        return {};
    }
    const std::int64_t trained = config.imageSizePx;
    return setField(config, *findField("image_size"), options.imageSize).map([&] {
        if (options.imageSize != trained) {
            printErr("warning: the weights were trained at {} px and are evaluated at {} px\n", trained,
                     options.imageSize);
        }
    });
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
    const auto workspace = Workspace::existing(context.workspace);
    if (workspace && requireOwnDatabase(*workspace)) { // a newer program's workspace is left alone
        request->cache = workspace->cache();
    }
    return applyOptions(*request, options).map([&] { return std::move(*request); });
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
    for (const Text& warning : result->warnings) {
        printErr("warning: {}\n", warning.str());
    }
    for (const SkippedFile& file : result->skipped) {
        printErr("warning: {} was skipped: {}\n", file.file, file.reason.str());
    }
    const double threshold = request->config.decisionThreshold;
    const ConfusionMatrix matrix = countAt(result->predictions, threshold);
    const Scores scores(result->predictions, 0.0, options.report); // they were labelled for this evaluation
    if (!options.report.json) {
        printOut("{} in {:.1f} s ({:.1f} images/s)  loss {:.4f}\n\n{}{}",
                 counted(std::ssize(result->predictions), "proposal", "proposals"), result->seconds,
                 static_cast<double>(result->predictions.size()) / result->seconds, result->loss,
                 reportText(matrix), scores.text());
        return kDone;
    }
    Json json = reportJson(matrix, threshold);
    json["label_iou"] = request->config.labelIou;
    scores.addTo(json);
    json["loss"] = result->loss;
    json["seconds"] = result->seconds;
    json["predictions"] = Json::array();
    for (const Prediction& prediction : result->predictions) {
        json["predictions"].push_back(toJson(prediction, threshold));
    }
    json["skipped"] = toJson(result->skipped);
    printOut("{}\n", dump(json));
    return kDone;
}

} // namespace

void addEvaluate(CLI::App& program, Action& chosen) {
    auto* command =
        program.add_subcommand("evaluate", "Run the weights of a run, or of a file, over proposals");
    auto options = std::make_shared<Options>();
    command->add_option("run", options->run, "Number of a run, a prefix of its uuid, or last");
    auto* weights =
        command->add_option("--weights", options->weights, "A safetensors or .pth file instead of a run");
    command->add_option("--backbone", options->backbone, "Backbone of the file")->needs(weights);
    weights->needs("--backbone");
    command->add_option("--data", options->data, "Folder of proposals")->required();
    command->add_option("--image-size", options->imageSize,
                        "Input size in px (default: what the weights were trained at)");
    command->add_option("--device", options->device, "Where to compute (default: where the run did, or auto)")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}));
    addReportOptions(*command, options->report);
    command->callback([&chosen, options] {
        chosen = [options](const Context& context) { return evaluateFolder(context, *options); };
    });
}

} // namespace fissure::cli
