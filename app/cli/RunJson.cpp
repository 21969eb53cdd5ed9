#include "app/cli/RunJson.h"

#include "app/cli/FindingText.h"
#include "core/config/ConfigJson.h"

namespace fissure::cli {

namespace {

std::int64_t milliseconds(WallTime time) {
    return time.time_since_epoch().count();
}

/// Keys with a prefix ("train_", "val_"), null where the split was not measured.
void addSplit(Json& json, const std::string& prefix, const std::optional<SplitMetrics>& split) {
    const auto put = [&](const char* key, auto value) {
        json[prefix + key] = split ? Json(value) : Json(nullptr);
    };
    const ConfusionMatrix counts = split ? split->confusion : ConfusionMatrix{};
    put("loss", split ? split->loss : 0.0);
    put("accuracy", counts.accuracy());
    put("precision", counts.precision());
    put("recall", counts.recall());
    put("f1", counts.f1());
}

Json toJson(const ClassFigures& figures) {
    return {{"precision", figures.precision},
            {"recall", figures.recall},
            {"f1", figures.f1},
            {"support", figures.support}};
}

Json toJson(const ConfusionMatrix& matrix) {
    return {{"true_positives", matrix.truePositives},
            {"false_positives", matrix.falsePositives},
            {"true_negatives", matrix.trueNegatives},
            {"false_negatives", matrix.falseNegatives}};
}

Json toJson(const std::vector<CheckpointRecord>& checkpoints) {
    Json list = Json::array();
    for (const CheckpointRecord& checkpoint : checkpoints) {
        list.push_back({{"kind", checkpoint.kind},
                        {"epoch", checkpoint.epoch},
                        {"path", checkpoint.path},
                        {"sha256", checkpoint.sha256},
                        {"bytes", checkpoint.bytes}});
    }
    return list;
}

Json toJson(const std::vector<RunFinding>& findings) {
    Json list = Json::array();
    for (const RunFinding& each : findings) {
        list.push_back(cli::toJson(each.finding));
        list.back()["accepted"] = each.isAccepted;
    }
    return list;
}

Json toJson(const std::vector<RunNote>& notes) {
    Json list = Json::array();
    for (const RunNote& note : notes) {
        list.push_back({{"at_ms", milliseconds(note.at)}, {"severity", note.severity}, {"text", note.text}});
    }
    return list;
}

} // namespace

Json toJson(const EpochMetrics& epoch) {
    Json json{{"epoch", epoch.epoch}};
    addSplit(json, "train_", epoch.train);
    addSplit(json, "val_", epoch.validation);
    const ConfusionMatrix crack = epoch.validation ? epoch.validation->confusion : epoch.train.confusion;
    json["precision"] = crack.precision();
    json["recall"] = crack.recall();
    json["f1"] = crack.f1();
    json["support"] = crack.truePositives + crack.falseNegatives;
    json["learning_rate"] = epoch.learningRate;
    json["seconds"] = epoch.seconds;
    json["images_per_second"] = epoch.imagesPerSecond;
    json["is_best"] = epoch.isBest;
    return json;
}

Json toJson(const RunSummary& run) {
    Json json{{"id", run.id.value},
              {"uuid", run.uuid},
              {"name", run.name},
              {"tags", run.tags},
              {"status", nameOf(run.status)},
              {"status_reason", run.statusReason},
              {"started_ms", milliseconds(run.startedAt)},
              {"ended_ms", run.endedAt ? Json(milliseconds(*run.endedAt)) : Json(nullptr)},
              {"duration_ms", run.endedAt ? Json(workingTime(run, *run.endedAt).count()) : Json(nullptr)},
              {"seed", run.config.seed},
              {"config", Json::parse(fissure::toJson(run.config))},
              {"epochs_completed", run.epochs},
              {"best", run.best ? toJson(*run.best) : Json(nullptr)}};
    return json;
}

Json toJson(const RunRecord& run) {
    Json json = toJson(run.summary);
    json["dataset_fingerprint"] = run.datasetFingerprint;
    json["evaluation_fingerprint"] = run.evaluationFingerprint;
    json["train_support"] = {{"crack", run.trainCrack}, {"no_crack", run.trainNoCrack}};
    json["val_support"] = {{"crack", run.validCrack}, {"no_crack", run.validNoCrack}};
    json["environment"] = run.environment;
    json["epochs"] = Json::array();
    for (const EpochMetrics& epoch : run.epochs) {
        json["epochs"].push_back(toJson(epoch));
    }
    json["checkpoints"] = toJson(run.checkpoints);
    json["findings"] = toJson(run.findings);
    json["skipped"] = toJson(run.skipped);
    json["notes"] = toJson(run.notes);
    return json;
}

Json reportJson(const ConfusionMatrix& matrix, double threshold) {
    const ClassificationReport report = ClassificationReport::of(matrix);
    return {{"no_crack", toJson(report.noCrack)},
            {"crack", toJson(report.crack)},
            {"accuracy", report.accuracy},
            {"macro_avg", toJson(report.macroAverage)},
            {"weighted_avg", toJson(report.weightedAverage)},
            {"threshold", threshold},
            {"confusion", toJson(matrix)}};
}

Json toJson(const Prediction& prediction, double threshold) {
    return {{"file", prediction.file},
            {"iou", prediction.iou},
            {"iou_is_exact", prediction.iouIsExact},
            {"label", prediction.label},
            {"predicted", prediction.predicted(threshold)},
            {"probability", prediction.probability},
            {"loss", prediction.loss}};
}

Json toJson(const std::vector<SkippedFile>& files) {
    Json list = Json::array();
    for (const SkippedFile& file : files) {
        list.push_back({{"file", file.file}, {"reason", file.reason.str()}});
    }
    return list;
}

std::string dump(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace fissure::cli
