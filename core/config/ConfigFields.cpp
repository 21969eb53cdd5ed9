#include "core/config/ConfigFields.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <limits>

// Marks a text for translation without any of Qt: lupdate knows it as an alias of QT_TRANSLATE_NOOP.
#define FISSURE_TEXT(context, text) text

namespace fissure {

namespace {

constexpr double kMostProposals = 1e9;

bool always(const RunConfig&) {
    return true;
}

/// Builds one line of the table around a pointer to a member of RunConfig.
struct FieldText {
    const char* key;
    const char* title;
    const char* unit;
    const char* help;
    const char* special = "";
};

template <class T>
Field makeField(const FieldText& text, FieldGroup group, FieldLevel level, T RunConfig::*member) {
    Field field{.key = text.key,
                .title = text.title,
                .unit = text.unit,
                .help = text.help,
                .special = text.special,
                .group = group,
                .level = level,
                .kind = FieldKind::Choice,
                .range = {},
                .choices = {},
                .get = {},
                .assign = {},
                .isUsed = always};
    if constexpr (std::is_enum_v<T>) {
        field.choices.assign(EnumNames<T>::names.begin(), EnumNames<T>::names.end());
        field.get = [member](const RunConfig& config) { return std::string(nameOf(config.*member)); };
        field.assign = [member](RunConfig& config, const FieldValue& value) {
            config.*member = *fromName<T>(std::get<std::string>(value));
        };
    } else {
        field.get = [member](const RunConfig& config) { return FieldValue(config.*member); };
        field.assign = [member](RunConfig& config, const FieldValue& value) {
            config.*member = std::get<T>(value);
        };
    }
    return field;
}

Field integer(const FieldText& text, FieldGroup group, FieldLevel level, std::int64_t RunConfig::*member,
              FieldRange range) {
    Field field = makeField(text, group, level, member);
    field.kind = FieldKind::Integer;
    field.range = range;
    return field;
}

Field real(const FieldText& text, FieldGroup group, FieldLevel level, double RunConfig::*member,
           FieldRange range, std::function<bool(const RunConfig&)> isUsed = always) {
    Field field = makeField(text, group, level, member);
    field.kind = FieldKind::Real;
    field.range = range;
    field.isUsed = std::move(isUsed);
    return field;
}

Field path(const FieldText& text, FieldGroup group, FieldKind kind, std::string RunConfig::*member) {
    Field field = makeField(text, group, FieldLevel::Basic, member);
    field.kind = kind;
    return field;
}

void addData(std::vector<Field>& fields) {
    constexpr auto group = FieldGroup::Data;
    fields.push_back(
        path({"train_dir", FISSURE_TEXT("ConfigFields", "Training proposals"), "",
              FISSURE_TEXT("ConfigFields",
                           "Folder with the crops to train on, named source.counter.iou.label.ext.")},
             group, FieldKind::Folder, &RunConfig::trainDir));
    fields.push_back(
        path({"valid_dir", FISSURE_TEXT("ConfigFields", "Validation proposals"), "",
              FISSURE_TEXT("ConfigFields",
                           "Folder with the crops the run is measured on after each epoch. They are "
                           "never trained on. Without one there is nothing to judge the run by."),
              FISSURE_TEXT("ConfigFields", "no validation")},
             group, FieldKind::Folder, &RunConfig::validDir));
    fields.push_back(
        real({"label_iou", FISSURE_TEXT("ConfigFields", "Label IoU threshold"), "",
              FISSURE_TEXT("ConfigFields",
                           "A proposal counts as crack when its IoU is above this. 0 takes the label "
                           "in the file's name. Runs with different thresholds have different "
                           "supports and are not comparable."),
              FISSURE_TEXT("ConfigFields", "label in the name")},
             group, FieldLevel::Basic, &RunConfig::labelIou, {0.0, kHighestLabelIou}));
    fields.push_back(integer(
        {"train_negatives", FISSURE_TEXT("ConfigFields", "Hard negatives for training"), "",
         FISSURE_TEXT("ConfigFields", "How many no-crack proposals are kept, those of the highest IoU first. "
                                      "0 keeps all; the reference work keeps 800."),
         FISSURE_TEXT("ConfigFields", "all")},
        group, FieldLevel::Basic, &RunConfig::trainNegatives, {0, kMostProposals}));
    fields.push_back(integer(
        {"valid_negatives", FISSURE_TEXT("ConfigFields", "Hard negatives for validation"), "",
         FISSURE_TEXT("ConfigFields", "The same cut for the validation folder. 0 keeps all; the reference "
                                      "work keeps 200."),
         FISSURE_TEXT("ConfigFields", "all")},
        group, FieldLevel::Basic, &RunConfig::validNegatives, {0, kMostProposals}));
    fields.push_back(integer(
        {"train_negatives_per_band", FISSURE_TEXT("ConfigFields", "Negatives per band for training"), "",
         FISSURE_TEXT("ConfigFields",
                      "How many no-crack proposals are kept of each photograph in each IoU band of 0.05, "
                      "those from 0.35 on being one band; the largest proposals first. It is applied before "
                      "the cut to the hardest. 0 keeps all; the reference work's later variant keeps 10."),
         FISSURE_TEXT("ConfigFields", "all")},
        group, FieldLevel::Basic, &RunConfig::trainNegativesPerBand, {0, kMostProposals}));
    fields.push_back(integer(
        {"valid_negatives_per_band", FISSURE_TEXT("ConfigFields", "Negatives per band for validation"), "",
         FISSURE_TEXT("ConfigFields",
                      "The same cut for the validation folder. Runs are comparable only where "
                      "they are validated on the same proposals."),
         FISSURE_TEXT("ConfigFields", "all")},
        group, FieldLevel::Basic, &RunConfig::validNegativesPerBand, {0, kMostProposals}));
}

void addModel(std::vector<Field>& fields) {
    constexpr auto group = FieldGroup::Model;
    fields.push_back(makeField(
        {"backbone", FISSURE_TEXT("ConfigFields", "Backbone"), "",
         FISSURE_TEXT("ConfigFields", "The network under the one-logit head, by torchvision's name. "
                                      "resnet18 trains about four times faster than resnext50_32x4d.")},
        group, FieldLevel::Basic, &RunConfig::backbone));
    fields.push_back(integer(
        {"image_size", FISSURE_TEXT("ConfigFields", "Input size"), "px",
         FISSURE_TEXT("ConfigFields", "Side of the square the crops are resized to. Time and memory grow "
                                      "with its square.")},
        group, FieldLevel::Basic, &RunConfig::imageSizePx, {32, 1024}));
    fields.push_back(path(
        {"initial_weights", FISSURE_TEXT("ConfigFields", "Initial weights"), "",
         FISSURE_TEXT("ConfigFields", "A .safetensors or .pth file with torchvision's keys, or weights of an "
                                      "earlier run. Empty starts from random weights, which needs far more "
                                      "data and epochs than ImageNet weights."),
         FISSURE_TEXT("ConfigFields", "random")},
        group, FieldKind::File, &RunConfig::initialWeights));
}

void addTraining(std::vector<Field>& fields) {
    constexpr auto group = FieldGroup::Training;
    fields.push_back(integer(
        {"epochs", FISSURE_TEXT("ConfigFields", "Epochs"), "",
         FISSURE_TEXT("ConfigFields", "Passes over the training proposals at most; early stopping may end "
                                      "the run before.")},
        group, FieldLevel::Basic, &RunConfig::epochs, {1, 10'000}));
    fields.push_back(integer(
        {"batch_size", FISSURE_TEXT("ConfigFields", "Batch size"), "",
         FISSURE_TEXT("ConfigFields", "Proposals a step. Memory grows with it; batch normalisation needs "
                                      "at least two.")},
        group, FieldLevel::Basic, &RunConfig::batchSize, {2, 4096}));
    fields.push_back(real({"learning_rate", FISSURE_TEXT("ConfigFields", "Learning rate"), "",
                           FISSURE_TEXT("ConfigFields", "Step size of Adam. The reference work uses 0.001.")},
                          group, FieldLevel::Basic, &RunConfig::learningRate, {0.0, 10.0, true}));
    fields.push_back(makeField(
        {"precision", FISSURE_TEXT("ConfigFields", "Precision"), "",
         FISSURE_TEXT("ConfigFields", "fp32 is exact and repeatable; bf16 autocast is about twice as fast "
                                      "where the processor has it in hardware. auto picks bf16 there and "
                                      "fp32 elsewhere.")},
        group, FieldLevel::Basic, &RunConfig::precision));
    fields.push_back(integer(
        {"seed", FISSURE_TEXT("ConfigFields", "Seed"), "",
         FISSURE_TEXT("ConfigFields", "Weights, order and augmentation all follow from it: the same seed "
                                      "repeats a run.")},
        group, FieldLevel::Basic, &RunConfig::seed, {0, 4'294'967'295.0}));
}

void addSamplingAndLoss(std::vector<Field>& fields) {
    constexpr auto group = FieldGroup::SamplingAndLoss;
    const auto weighted = [](const RunConfig& config) { return config.sampler == Sampler::Weighted; };
    const auto focal = [](const RunConfig& config) { return config.loss == Loss::Focal; };
    fields.push_back(makeField(
        {"sampler", FISSURE_TEXT("ConfigFields", "Sampler"), "",
         FISSURE_TEXT("ConfigFields", "shuffle sees every proposal once an epoch in a new order; sequential "
                                      "in the order of the names; weighted draws with replacement, crack "
                                      "more often.")},
        group, FieldLevel::Basic, &RunConfig::sampler));
    fields.push_back(
        real({"crack_weight", FISSURE_TEXT("ConfigFields", "Crack weight"), "",
              FISSURE_TEXT("ConfigFields",
                           "How often the weighted sampler draws a crack proposal against 1 for no "
                           "crack. 0 weighs by inverse frequency, so that both classes come equally "
                           "often."),
              FISSURE_TEXT("ConfigFields", "inverse frequency")},
             group, FieldLevel::Basic, &RunConfig::crackWeight, {0.0, 1000.0}, weighted));
    fields.push_back(makeField(
        {"loss", FISSURE_TEXT("ConfigFields", "Loss"), "",
         FISSURE_TEXT("ConfigFields", "bce is binary cross-entropy from logits; focal (Lin et al. 2017) "
                                      "turns the weight of easy proposals down.")},
        group, FieldLevel::Basic, &RunConfig::loss));
    fields.push_back(
        real({"focal_alpha", FISSURE_TEXT("ConfigFields", "Focal alpha"), "",
              FISSURE_TEXT("ConfigFields",
                           "Weight of crack in the focal loss, 1 - alpha for no crack. -1 leaves the "
                           "classes unweighted."),
              FISSURE_TEXT("ConfigFields", "off")},
             group, FieldLevel::Basic, &RunConfig::focalAlpha, {-1.0, 1.0, false, 0.0}, focal));
    fields.push_back(real(
        {"focal_gamma", FISSURE_TEXT("ConfigFields", "Focal gamma"), "",
         FISSURE_TEXT("ConfigFields", "How strongly easy proposals are turned down; 0 turns nothing down.")},
        group, FieldLevel::Basic, &RunConfig::focalGamma, {0.0, 10.0}, focal));
    fields.push_back(
        real({"decision_threshold", FISSURE_TEXT("ConfigFields", "Decision threshold"), "",
              FISSURE_TEXT("ConfigFields",
                           "A proposal is predicted as crack when its probability is at least this.")},
             group, FieldLevel::Advanced, &RunConfig::decisionThreshold, {0.0, 1.0, true}));
}

void addAugmentation(std::vector<Field>& fields) {
    constexpr auto group = FieldGroup::Augmentation;
    fields.push_back(
        real({"brightness", FISSURE_TEXT("ConfigFields", "Brightness jitter"), "",
              FISSURE_TEXT("ConfigFields",
                           "Brightness is multiplied by a factor drawn from [1 - this, 1 + this].")},
             group, FieldLevel::Basic, &RunConfig::brightness, {0.0, 1.0}));
    fields.push_back(real({"flip_probability", FISSURE_TEXT("ConfigFields", "Horizontal flip"), "",
                           FISSURE_TEXT("ConfigFields", "Probability with which a crop is mirrored.")},
                          group, FieldLevel::Basic, &RunConfig::flipProbability, {0.0, 1.0}));
    fields.push_back(
        real({"rotation", FISSURE_TEXT("ConfigFields", "Rotation"), "°",
              FISSURE_TEXT("ConfigFields",
                           "Crops are rotated by an angle drawn from [-this, this]; corners become "
                           "black.")},
             group, FieldLevel::Basic, &RunConfig::rotationDegrees, {0.0, 180.0}));
}

void addStopping(std::vector<Field>& fields) {
    fields.push_back(integer(
        {"patience", FISSURE_TEXT("ConfigFields", "Patience"), "",
         FISSURE_TEXT("ConfigFields", "Epochs without a lower validation loss after which the run ends; the "
                                      "best weights are kept. 0 never stops early."),
         FISSURE_TEXT("ConfigFields", "never stop early")},
        FieldGroup::Stopping, FieldLevel::Basic, &RunConfig::patience, {0, 10'000}));
}

void addAdvanced(std::vector<Field>& fields) {
    constexpr auto group = FieldGroup::Advanced;
    constexpr auto level = FieldLevel::Advanced;
    fields.push_back(
        makeField({"device", FISSURE_TEXT("ConfigFields", "Device"), "",
                   FISSURE_TEXT("ConfigFields", "auto takes a CUDA device where LibTorch finds one, else the "
                                                "processor.")},
                  group, level, &RunConfig::device));
    fields.push_back(
        integer({"threads", FISSURE_TEXT("ConfigFields", "Compute threads"), "",
                 FISSURE_TEXT("ConfigFields", "Threads of the network's arithmetic. 0 takes one a core."),
                 FISSURE_TEXT("ConfigFields", "one a core")},
                group, level, &RunConfig::threads, {0, 1024}));
    fields.push_back(
        integer({"loader_threads", FISSURE_TEXT("ConfigFields", "Loader threads"), "",
                 FISSURE_TEXT("ConfigFields", "Threads that decode and augment crops beside the training.")},
                group, level, &RunConfig::loaderThreads, {1, 64}));
    fields.push_back(integer(
        {"prefetch_batches", FISSURE_TEXT("ConfigFields", "Prefetched batches"), "",
         FISSURE_TEXT("ConfigFields", "Batches kept ready ahead of the training; each costs memory.")},
        group, level, &RunConfig::prefetchBatches, {1, 64}));
}

Text rangeText(const FieldRange& range) {
    if (range.lowestExcluded) {
        return Text("core", "it must be above %1 and at most %2").with(range.lowest, range.highest);
    }
    if (range.next) {
        return Text("core", "it must be %1, or between %2 and %3")
            .with(range.lowest, *range.next, range.highest);
    }
    return Text("core", "it must be between %1 and %2").with(range.lowest, range.highest);
}

Result<void> checkNumber(const Field& field, double value) {
    const FieldRange& range = field.range;
    const bool below = range.lowestExcluded ? value <= range.lowest : value < range.lowest;
    const bool between = range.next && value > range.lowest && value < *range.next;
    if (!std::isfinite(value) || below || between || value > range.highest) {
        return failure(ErrorCode::OutOfRange, field.key,
                       Text("core", "%1 is out of range; %2").with(value, rangeText(range)));
    }
    return {};
}

Result<FieldValue> parseNumber(const Field& field, std::string_view text) {
    const char* end = text.data() + text.size();
    if (field.kind == FieldKind::Integer) {
        std::int64_t value = 0;
        const auto parsed = std::from_chars(text.data(), end, value);
        if (parsed.ec == std::errc() && parsed.ptr == end) {
            return FieldValue(value);
        }
    } else {
        double value = 0.0;
        const auto parsed = std::from_chars(text.data(), end, value);
        if (parsed.ec == std::errc() && parsed.ptr == end) {
            return FieldValue(value);
        }
    }
    Text cause = field.kind == FieldKind::Integer ? Text("core", "\"%1\" is not a whole number; %2")
                                                  : Text("core", "\"%1\" is not a number; %2");
    return failure(ErrorCode::OutOfRange, field.key, std::move(cause).with(text, rangeText(field.range)));
}

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({row[j - 1] + 1, above + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

/// Where to look for a field; names the nearest one where the key looks like a slip of it.
Text adviceOn(std::string_view key) {
    const auto distance = [key](const Field& field) { return editDistance(key, field.key); };
    const Field& nearest = *std::ranges::min_element(configFields(), {}, distance);
    return distance(nearest) <= std::max<std::size_t>(2, key.size() / 3)
               ? Text("core", "did you mean %1? `fissure-cli fields` lists them all").with(nearest.key)
               : Text("core", "`fissure-cli fields` lists them all");
}

std::optional<Error> checkPath(const Field& field, const std::string& text) {
    std::error_code error;
    if (text.empty() && *field.special != '\0') {
        return std::nullopt;
    }
    if (field.kind == FieldKind::Folder && text.empty()) {
        return Error{ErrorCode::NotFound, field.key, Text("core", "no folder is chosen"),
                     Text("core", "choose a folder with proposals")};
    }
    if (field.kind != FieldKind::Folder && field.kind != FieldKind::File) {
        return std::nullopt;
    }
    const std::filesystem::file_status status = std::filesystem::status(text, error);
    const bool isFolder = field.kind == FieldKind::Folder;
    if (isFolder ? std::filesystem::is_directory(status) : std::filesystem::is_regular_file(status)) {
        return std::nullopt;
    }
    if (status.type() == std::filesystem::file_type::not_found) {
        Text cause = isFolder ? Text("core", "the folder %1 does not exist")
                              : Text("core", "the file %1 does not exist");
        return Error{ErrorCode::NotFound, field.key, std::move(cause).with(text), ""};
    }
    if (std::filesystem::exists(status)) {
        Text cause = isFolder ? Text("core", "%1 is not a folder") : Text("core", "%1 is not a file");
        return Error{ErrorCode::WrongFormat, field.key, std::move(cause).with(text), ""};
    }
    Text cause = isFolder ? Text("core", "the folder %1 cannot be read: %2")
                          : Text("core", "the file %1 cannot be read: %2");
    return Error{ErrorCode::Unreadable, field.key, std::move(cause).with(text, error.message()), ""};
}

} // namespace

const std::vector<Field>& configFields() {
    static const std::vector<Field> fields = [] {
        std::vector<Field> table;
        addData(table);
        addModel(table);
        addTraining(table);
        addSamplingAndLoss(table);
        addAugmentation(table);
        addStopping(table);
        addAdvanced(table);
        return table;
    }();
    return fields;
}

const Field* findField(std::string_view key) {
    const auto& fields = configFields();
    const auto found =
        std::ranges::find(fields, key, [](const Field& field) { return std::string_view(field.key); });
    return found == fields.end() ? nullptr : &*found;
}

const char* titleOf(FieldGroup group) {
    switch (group) {
    case FieldGroup::Data:
        return FISSURE_TEXT("ConfigFields", "Data");
    case FieldGroup::Model:
        return FISSURE_TEXT("ConfigFields", "Model");
    case FieldGroup::Training:
        return FISSURE_TEXT("ConfigFields", "Training");
    case FieldGroup::SamplingAndLoss:
        return FISSURE_TEXT("ConfigFields", "Sampling and loss");
    case FieldGroup::Augmentation:
        return FISSURE_TEXT("ConfigFields", "Augmentation");
    case FieldGroup::Stopping:
        return FISSURE_TEXT("ConfigFields", "Stopping");
    case FieldGroup::Advanced:
        return FISSURE_TEXT("ConfigFields", "Advanced");
    }
    return "";
}

Result<void> checkField(const Field& field, const FieldValue& value) {
    if (field.kind == FieldKind::Integer && std::holds_alternative<std::int64_t>(value)) {
        return checkNumber(field, static_cast<double>(std::get<std::int64_t>(value)));
    }
    if (field.kind == FieldKind::Real && std::holds_alternative<double>(value)) {
        return checkNumber(field, std::get<double>(value));
    }
    if (!std::holds_alternative<std::string>(value) || field.kind == FieldKind::Integer ||
        field.kind == FieldKind::Real) {
        return failure(ErrorCode::OutOfRange, field.key,
                       Text("core", "%1 is not a value of its kind").with(toText(value)));
    }
    const auto& text = std::get<std::string>(value);
    if (field.kind == FieldKind::Choice && std::ranges::find(field.choices, text) == field.choices.end()) {
        return failure(ErrorCode::OutOfRange, field.key,
                       Text("core", "\"%1\" is unknown; it must be one of %2")
                           .with(text, fmt::format("{}", fmt::join(field.choices, ", "))));
    }
    return {};
}

Result<void> setField(RunConfig& config, const Field& field, const FieldValue& value) {
    return checkField(field, value).map([&] { field.assign(config, value); });
}

Result<void> setFieldFromText(RunConfig& config, std::string_view key, std::string_view text) {
    const Field* field = findField(key);
    if (field == nullptr) {
        return failure(ErrorCode::UnknownKey, std::string(key),
                       Text("core", "there is no such configuration field"), adviceOn(key));
    }
    if (field->kind != FieldKind::Integer && field->kind != FieldKind::Real) {
        return setField(config, *field, std::string(text));
    }
    return parseNumber(*field, text).and_then([&](const FieldValue& value) {
        return setField(config, *field, value);
    });
}

std::string toText(const FieldValue& value) {
    return std::visit([](const auto& held) { return fmt::format("{}", held); }, value);
}

std::vector<Error> validate(const RunConfig& config) {
    std::vector<Error> errors;
    for (const Field& field : configFields()) {
        const FieldValue value = field.get(config);
        if (const auto checked = checkField(field, value); !checked) {
            errors.push_back(checked.error());
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            if (auto wrong = checkPath(field, *text)) {
                errors.push_back(std::move(*wrong));
            }
        }
    }
    return errors;
}

} // namespace fissure
