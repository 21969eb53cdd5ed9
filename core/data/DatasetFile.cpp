#include "core/data/DatasetFile.h"

#include "core/base/Files.h"
#include "core/data/ProposalIndex.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace fissure {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "fissure proposals";

Json toJsonObject(const ProposalRecipe& recipe) {
    return {{"mode", nameOf(recipe.mode)},
            {"label_iou", recipe.labelIou},
            {"negative_policy", nameOf(recipe.policy)},
            {"negatives", recipe.negatives},
            {"negative_iou", recipe.negativeIou},
            {"negative_seed", recipe.seed},
            {"ground_truth_crops", recipe.groundTruthCrops},
            {"crop_size_px", recipe.cropSizePx},
            {"crop_format", nameOf(recipe.format)},
            {"quality", recipe.jpegQuality},
            {"mask_closing_px", recipe.mask.closingPx},
            {"mask_threshold", recipe.mask.threshold},
            {"mask_minimum_area_px", recipe.mask.minimumAreaPx},
            {"mask_merge_distance_px", recipe.mask.mergeDistancePx}};
}

template <class Value>
void take(const Json& json, const char* key, Value& value) {
    value = json.at(key).get<Value>();
}

/// A value that goes by a name. unknown: what is wrong with the first that has none of those known.
template <class E>
void takeName(const Json& json, const char* key, E& value, Text& unknown) {
    const auto name = json.at(key).get<std::string>();
    if (const auto known = fromName<E>(name)) {
        value = *known;
    } else if (unknown.empty()) {
        unknown = Text("core", "its %1 \"%2\" is none that this version knows").with(key, name);
    }
}

/// Data sets of before the policies had the first by area only, some of them with a limit to each band.
void takePolicy(const Json& json, ProposalRecipe& recipe, Text& unknown) {
    if (json.contains("negative_policy")) {
        takeName(json, "negative_policy", recipe.policy, unknown);
        take(json, "negative_seed", recipe.seed);
    }
}

/// Data sets of before the formats had JPEG only.
void takeFormat(const Json& json, ProposalRecipe& recipe, Text& unknown) {
    if (json.contains("crop_format")) {
        takeName(json, "crop_format", recipe.format, unknown);
        take(json, "quality", recipe.jpegQuality);
    } else {
        take(json, "jpeg_quality", recipe.jpegQuality);
    }
}

ProposalRecipe recipeFrom(const Json& json, Text& unknown) {
    ProposalRecipe recipe;
    takeName(json, "mode", recipe.mode, unknown);
    take(json, "label_iou", recipe.labelIou);
    takePolicy(json, recipe, unknown);
    take(json, "negatives", recipe.negatives);
    take(json, "negative_iou", recipe.negativeIou);
    take(json, "ground_truth_crops", recipe.groundTruthCrops);
    take(json, "crop_size_px", recipe.cropSizePx);
    takeFormat(json, recipe, unknown);
    take(json, "mask_closing_px", recipe.mask.closingPx);
    take(json, "mask_threshold", recipe.mask.threshold);
    take(json, "mask_minimum_area_px", recipe.mask.minimumAreaPx);
    take(json, "mask_merge_distance_px", recipe.mask.mergeDistancePx);
    return recipe;
}

Json toJsonArray(const std::vector<SkippedFile>& files) {
    Json array = Json::array();
    for (const SkippedFile& file : files) {
        array.push_back({{"file", file.file}, {"reason", file.reason.str()}});
    }
    return array;
}

std::vector<SkippedFile> filesFrom(const Json& array) {
    std::vector<SkippedFile> files;
    for (const Json& file : array) {
        files.push_back({file.at("file").get<std::string>(), file.at("reason").get<std::string>()});
    }
    return files;
}

DatasetDescription descriptionFrom(const Json& json, Text& unknown) {
    DatasetDescription description;
    take(json, "program", description.program);
    take(json, "complete", description.isComplete);
    take(json, "images", description.images);
    take(json, "ground_truth", description.groundTruth);
    take(json, "fingerprint", description.fingerprint);
    description.recipe = recipeFrom(json.at("recipe"), unknown);
    const Json& counts = json.at("counts");
    take(counts, "images_found", description.imagesFound);
    take(counts, "images_used", description.imagesUsed);
    take(counts, "positives", description.positives);
    take(counts, "negatives", description.negatives);
    take(counts, "ground_truth_crops", description.groundTruthCrops);
    description.skipped = filesFrom(json.at("skipped"));
    // Earlier builds did not say these.
    if (json.contains("ground_truth_format")) {
        takeName(json, "ground_truth_format", description.groundTruthFormat, unknown);
    }
    description.clippedBoxes = counts.value("clipped_boxes", description.clippedBoxes);
    description.refusedBoxes = filesFrom(json.value("refused_boxes", Json::array()));
    return description;
}

} // namespace

std::string toJson(const DatasetDescription& description) {
    const Json json{{"format", kFormat},
                    {"program", description.program},
                    {"complete", description.isComplete},
                    {"images", description.images},
                    {"ground_truth", description.groundTruth},
                    {"ground_truth_format", nameOf(description.groundTruthFormat)},
                    {"recipe", toJsonObject(description.recipe)},
                    {"counts",
                     {{"images_found", description.imagesFound},
                      {"images_used", description.imagesUsed},
                      {"positives", description.positives},
                      {"negatives", description.negatives},
                      {"ground_truth_crops", description.groundTruthCrops},
                      {"clipped_boxes", description.clippedBoxes}}},
                    {"skipped", toJsonArray(description.skipped)},
                    {"refused_boxes", toJsonArray(description.refusedBoxes)},
                    {"fingerprint", description.fingerprint}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string toJson(const ProposalRecipe& recipe) {
    return toJsonObject(recipe).dump();
}

Result<ProposalRecipe> recipeFromJson(const std::string& json) {
    try {
        Text unknown;
        ProposalRecipe recipe = recipeFrom(Json::parse(json), unknown);
        if (!unknown.empty()) {
            return failure(ErrorCode::WrongFormat, {}, std::move(unknown));
        }
        return recipe;
    } catch (const Json::exception& exception) {
        return failure(ErrorCode::WrongFormat, {}, exception.what());
    }
}

Result<DatasetDescription> readDatasetFile(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / kDatasetFile;
    const auto text = readTextFile(file);
    if (!text) {
        return failure(text.error());
    }
    try {
        const Json json = Json::parse(*text);
        if (json.at("format") != kFormat) {
            return failure(ErrorCode::WrongFormat, file.string(),
                           Text("core", "it does not describe a folder of proposals"));
        }
        Text unknown;
        DatasetDescription description = descriptionFrom(json, unknown);
        if (!unknown.empty()) {
            return failure(ErrorCode::WrongFormat, file.string(), std::move(unknown),
                           Text("core", "a newer version may have written it"));
        }
        return description;
    } catch (const Json::exception& exception) {
        return failure(
            ErrorCode::WrongFormat, file.string(),
            Text("core", "it does not describe a folder of proposals (%1)").with(exception.what()));
    }
}

} // namespace fissure
