#include "app/cli/Output.h"
#include "app/cli/RunAccess.h"
#include "app/cli/RunFilter.h"
#include "app/cli/RunJson.h"
#include "app/cli/RunText.h"

#include <algorithm>
#include <memory>

namespace fissure::cli {

namespace {

struct Options {
    std::vector<std::string> where;
    bool json = false;
};

void printTable(const std::vector<RunSummary>& runs) {
    if (runs.empty()) {
        printOut("No runs. `fissure-cli train` starts one.\n");
        return;
    }
    printOut(
        "{:>4}  {:<11}  {:<28}  {:<19}  {:>12}  {:<15}  {:<10}  {:<5}  {:>8}  {:>8}  {:>5}  {:>5}  {:>5}\n",
        "run", "status", "name", "started", "duration", "backbone", "sampler", "loss", "val loss", "accuracy",
        "P", "R", "F1");
    for (const RunSummary& run : runs) {
        printOut("{:>4}  {:<11}  {:<28.28}  {:<19}  {:>12}  {:<15}  {:<10}  {:<5}", run.id.value,
                 nameOf(run.status), run.name, toLocalText(run.startedAt), durationOf(run),
                 nameOf(run.config.backbone), nameOf(run.config.sampler), nameOf(run.config.loss));
        if (run.best && run.best->validation) {
            const ConfusionMatrix& matrix = run.best->validation->confusion;
            printOut("  {:>8.4f}  {:>8}  {:>5.3f}  {:>5.3f}  {:>5.3f}", run.best->validation->loss,
                     percent(matrix.accuracy()), matrix.precision(), matrix.recall(), matrix.f1());
        }
        printOut("\n");
    }
}

Result<std::vector<RunSummary>> readRuns(const Context& context) {
    if (isBeforeTheFirstRun(context)) {
        return std::vector<RunSummary>();
    }
    return openRuns(context).and_then([](const std::unique_ptr<RunQuery>& query) { return query->runs(); });
}

int listRuns(const Context& context, const Options& options) {
    std::vector<RunFilter> filters;
    for (const std::string& text : options.where) {
        auto filter = RunFilter::parse(text);
        if (!filter) {
            return report(filter.error());
        }
        filters.push_back(std::move(*filter));
    }
    auto runs = readRuns(context);
    if (!runs) {
        return report(runs.error());
    }
    Json list = Json::array();
    std::erase_if(*runs, [&](const RunSummary& run) {
        Json json = toJson(run);
        const bool isKept = std::ranges::all_of(filters, [&](const RunFilter& f) { return f.matches(json); });
        if (isKept) {
            list.push_back(std::move(json));
        }
        return !isKept;
    });
    if (options.json) {
        printOut("{}\n", dump(list));
    } else {
        printTable(*runs);
    }
    return kDone;
}

} // namespace

void addRuns(CLI::App& program, Action& chosen) {
    auto* command = program.add_subcommand("runs", "List the runs of the workspace, newest first");
    auto options = std::make_shared<Options>();
    command->add_option("--where", options->where,
                        "Only runs for which key=value holds (= != < <= > >= ~); may be given several times");
    command->add_flag("--json", options->json, "Print one JSON document");
    command->callback([&chosen, options] {
        chosen = [options](const Context& context) { return listRuns(context, *options); };
    });
}

} // namespace fissure::cli
