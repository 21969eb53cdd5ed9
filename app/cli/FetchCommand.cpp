#include "app/cli/Command.h"
#include "app/cli/Output.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/RunAccess.h"
#include "app/cli/RunJson.h"
#include "core/base/Clock.h"
#include "core/base/Workspace.h"
#include "core/net/DownloadText.h"
#include "core/net/OfficialWeights.h"
#include "core/net/WeightsCache.h"

#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

namespace fissure::cli {

namespace {

constexpr double kMegabyte = 1e6;

struct FetchOptions {
    std::string name;
    bool json = false;
};

const DownloadFigures kFigures{[](std::int64_t bytes) -> Text {
                                   return fmt::format("{:.1f} MB", static_cast<double>(bytes) / kMegabyte);
                               },
                               &toDurationText};

const char* originText(WeightsOrigin origin) {
    switch (origin) {
    case WeightsOrigin::Workspace:
        return "was in the workspace already";
    case WeightsOrigin::HubCache:
        return "was copied from PyTorch's cache";
    case WeightsOrigin::Server:
        return "was downloaded";
    }
    return "";
}

Json describe(const std::string& name) {
    Json json{{"name", name}, {"backbone", nullptr}, {"version", nullptr}};
    if (const OfficialWeights* known = findOfficialWeights(name)) {
        json["backbone"] = known->backbone;
        json["version"] = known->version;
    }
    return json;
}

int fetch(const Context& context, const FetchOptions& options) {
    const auto name = weightsFileOf(options.name);
    if (!name) {
        return report(name.error());
    }
    const auto workspace = Workspace::open(context.workspace);
    if (!workspace) {
        return report(workspace.error());
    }
    const WeightsCache cache(workspace->weights(), WeightsSources::ofEnvironment());
    ProgressLine line(stderr);
    const auto origin = cache.fetch(
        *name,
        [&line](const DownloadProgress& progress) {
            line.show(progress.fraction(), progressText(progress, kFigures).str());
        },
        context.stop);
    line.done();
    if (!origin) {
        return report(origin.error());
    }
    const std::filesystem::path file = cache.placeOf(*name);
    if (options.json) {
        std::error_code error;
        Json json = describe(*name);
        json["file"] = file.string();
        json["origin"] = nameOf(*origin);
        json["bytes"] = std::filesystem::file_size(file, error);
        printOut("{}\n", dump(json));
    } else {
        printErr("{} {}; its SHA-256 is the one its name tells\n", *name, originText(*origin));
        printOut("{}\n", file.string());
    }
    return kDone;
}

int list(const Context& context, bool json) {
    const auto workspace = Workspace::existing(context.workspace);
    if (!workspace && !isBeforeTheFirstRun(context)) {
        return report(workspace.error());
    }
    const WeightsCache cache(workspace ? workspace->weights() : context.workspace,
                             WeightsSources::ofEnvironment());
    Json all = Json::array();
    for (const OfficialWeights& weights : officialWeights()) {
        const WeightsPlace place = cache.look(std::string(weights.file));
        const bool isHere = place.origin != WeightsOrigin::Server;
        if (json) {
            Json one = describe(std::string(weights.file));
            one["megabytes"] = weights.megabytes;
            one["origin"] = nameOf(place.origin);
            one["file"] = isHere ? Json(place.file.string()) : Json(nullptr);
            all.push_back(std::move(one));
        } else {
            printOut("{:<20}{:<15}{:<34}{:>4} MB  {}\n", weights.backbone, weights.version, weights.file,
                     weights.megabytes, isHere ? place.file.string() : "");
        }
    }
    if (json) {
        printOut("{}\n", dump(all));
    }
    return kDone;
}

} // namespace

void addFetch(CLI::App& weights, Action& chosen) {
    auto options = std::make_shared<FetchOptions>();
    CLI::App* fetchCommand = weights.add_subcommand(
        "fetch", "Put torchvision's ImageNet weights into the workspace and print where they are");
    fetchCommand->add_option("NAME", options->name, "A backbone, or a file such as resnet18-f37072fd.pth")
        ->required();
    fetchCommand->add_flag("--json", options->json, "Print one JSON document");
    fetchCommand->callback([options, &chosen] {
        chosen = [options](const Context& context) { return fetch(context, *options); };
    });
    CLI::App* listCommand =
        weights.add_subcommand("list", "List the weights of the known backbones, and those that are here");
    auto json = std::make_shared<bool>(false);
    listCommand->add_flag("--json", *json, "Print one JSON document");
    listCommand->callback(
        [json, &chosen] { chosen = [json](const Context& context) { return list(context, *json); }; });
}

} // namespace fissure::cli
