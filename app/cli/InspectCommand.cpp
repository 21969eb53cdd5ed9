#include "app/cli/Command.h"
#include "app/cli/Output.h"
#include "app/cli/RunJson.h"
#include "core/session/WeightsTools.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace fissure::cli {

namespace {

struct Options {
    std::string file;
    std::string backbone; ///< empty: none
    bool json = false;
};

/// Names and metadata come out of foreign files, and a terminal obeys control characters.
std::string printable(std::string text) {
    std::ranges::replace_if(
        text, [](unsigned char letter) { return letter < ' ' || letter == 0x7f; }, '?');
    return text;
}

const char* titleOf(WeightsFormat format) {
    switch (format) {
    case WeightsFormat::Safetensors:
        return "safetensors";
    case WeightsFormat::PthZip:
        return "torch.save, zip form";
    case WeightsFormat::PthLegacy:
        return "torch.save, legacy form";
    }
    return "";
}

/// "[64, 3, 7, 7]"
std::string shapeText(const std::vector<std::int64_t>& shape) {
    return fmt::format("[{}]", fmt::join(shape, ", "));
}

void printTensors(const std::vector<TensorFacts>& tensors) {
    std::size_t width = 0;
    for (const TensorFacts& tensor : tensors) {
        width = std::max(width, tensor.name.size());
    }
    printOut("\ntensors\n");
    for (const TensorFacts& tensor : tensors) {
        printOut("  {:<{}}  {:<4}  {}\n", printable(tensor.name), width, nameOf(tensor.type),
                 shapeText(tensor.shape));
    }
}

void printNames(const char* title, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        printLine(title, printable(name));
    }
}

void printFit(const WeightsFit& fit, const std::string& backbone) {
    printOut("\nkeys of {}\n", backbone);
    if (fit.keys.fits()) {
        printLine("fits", fit.hasHead ? "backbone and head"
                                      : "backbone; a run would draw the head (classifier.*) at random");
    }
    printNames("missing", fit.keys.missing);
    printNames("unexpected", fit.keys.unexpected);
    for (const UnfitTensor& tensor : fit.keys.misshaped) {
        printLine("of the wrong shape", fmt::format("{} is {} instead of {}", printable(tensor.name),
                                                    shapeText(tensor.shape), shapeText(tensor.wantedShape)));
    }
    for (const UnfitTensor& tensor : fit.keys.mistyped) {
        printLine("of a type without use",
                  fmt::format("{} is of type {}", printable(tensor.name), nameOf(tensor.type)));
    }
}

void printText(const WeightsInspection& weights, const Options& options) {
    printOut("{}\n", options.file);
    printLine("format", titleOf(weights.format));
    printLine("tensors", std::to_string(weights.tensors.size()));
    printLine("parameters", std::to_string(weights.parameters));
    printLine("data", fmt::format("{:.1f} MB", static_cast<double>(weights.bytes) / 1e6));
    if (!weights.metadata.empty()) {
        printOut("\nmetadata\n");
    }
    for (const auto& [key, value] : weights.metadata) {
        printLine(printable(key).c_str(), printable(value));
    }
    printTensors(weights.tensors);
    if (weights.fit) {
        printFit(*weights.fit, options.backbone);
    }
}

Json toJson(const std::vector<UnfitTensor>& tensors) {
    Json json = Json::array();
    for (const UnfitTensor& tensor : tensors) {
        json.push_back({{"name", tensor.name},
                        {"type", nameOf(tensor.type)},
                        {"shape", tensor.shape},
                        {"wanted_shape", tensor.wantedShape}});
    }
    return json;
}

Json toJson(const WeightsInspection& weights, const Options& options) {
    Json json{{"file", options.file},         {"format", nameOf(weights.format)},
              {"metadata", weights.metadata}, {"parameters", weights.parameters},
              {"bytes", weights.bytes},       {"tensors", Json::array()}};
    for (const TensorFacts& tensor : weights.tensors) {
        json["tensors"].push_back({{"name", tensor.name},
                                   {"type", nameOf(tensor.type)},
                                   {"shape", tensor.shape},
                                   {"bytes", tensor.bytes}});
    }
    if (weights.fit) {
        const KeyReport& keys = weights.fit->keys;
        json["keys"] = {{"backbone", options.backbone},     {"fits", keys.fits()},
                        {"has_head", weights.fit->hasHead}, {"missing", keys.missing},
                        {"unexpected", keys.unexpected},    {"misshaped", toJson(keys.misshaped)},
                        {"mistyped", toJson(keys.mistyped)}};
    }
    return json;
}

int inspect(const Options& options) {
    const auto weights = inspectWeights(options.file, fromName<Backbone>(options.backbone));
    if (!weights) {
        return report(weights.error());
    }
    if (options.json) {
        printOut("{}\n", dump(toJson(*weights, options)));
    } else {
        printText(*weights, options);
    }
    return weights->fit && !weights->fit->keys.fits() ? kBadUsage : kDone;
}

} // namespace

void addInspect(CLI::App& weights, Action& chosen) {
    auto options = std::make_shared<Options>();
    CLI::App* command = weights.add_subcommand(
        "inspect", "Show what a file of weights holds, and whether it fits a backbone");
    command->add_option("FILE", options->file, "A safetensors or .pth file")->required();
    const auto& names = EnumNames<Backbone>::names;
    command->add_option("--backbone", options->backbone, "Compare its keys with those of this backbone")
        ->check(CLI::IsMember(std::vector<std::string>(names.begin(), names.end())));
    command->add_flag("--json", options->json, "Print one JSON document");
    command->callback(
        [options, &chosen] { chosen = [options](const Context&) { return inspect(*options); }; });
}

} // namespace fissure::cli
