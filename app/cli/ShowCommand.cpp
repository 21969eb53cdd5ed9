#include "app/cli/FindingText.h"
#include "app/cli/Output.h"
#include "app/cli/RunAccess.h"
#include "app/cli/RunJson.h"
#include "app/cli/RunText.h"
#include "core/config/ConfigFields.h"

#include <fmt/format.h>

#include <memory>

namespace fissure::cli {

namespace {

struct Options {
    std::string run;
    bool json = false;
};

void printRun(const RunRecord& run, const std::filesystem::path& workspace) {
    const RunSummary& summary = run.summary;
    printOut("run {}  {}\n", summary.id.value, summary.name);
    printLine("status", fmt::format("{}{}{}", nameOf(summary.status),
                                    summary.statusReason.empty() ? "" : ": ", summary.statusReason));
    printLine("started", toLocalText(summary.startedAt));
    printLine("duration", durationOf(summary));
    printLine("tags", fmt::format("{}", fmt::join(summary.tags, ", ")));
    printLine("uuid", summary.uuid);
    printLine("training proposals", fmt::format("{} crack, {} no crack", run.trainCrack, run.trainNoCrack));
    printLine("validation proposals", fmt::format("{} crack, {} no crack", run.validCrack, run.validNoCrack));
    printLine("data set fingerprint", run.datasetFingerprint.substr(0, 16));
    printLine("evaluation fingerprint", run.evaluationFingerprint.substr(0, 16));
    printOut("\nepochs\n");
    for (const EpochMetrics& epoch : run.epochs) {
        printOut("  {}\n", epochLine(epoch, static_cast<int>(summary.config.epochs)));
    }
    printOut("\nconfiguration\n");
    for (const Field& field : configFields()) {
        printLine(field.key, toText(field.get(summary.config)));
    }
    printOut("\nenvironment\n");
    for (const auto& [name, value] : run.environment) {
        printLine(name.c_str(), value);
    }
    if (!run.checkpoints.empty()) {
        printOut("\nfiles\n");
    }
    for (const CheckpointRecord& checkpoint : run.checkpoints) {
        printLine(checkpoint.kind.c_str(),
                  fmt::format("{} ({:.1f} MB, epoch {})", (workspace / checkpoint.path).string(),
                              static_cast<double>(checkpoint.bytes) / 1e6, checkpoint.epoch));
    }
    if (!run.findings.empty()) {
        printOut("\nbefore the start\n");
    }
    for (const RunFinding& each : run.findings) {
        printOut("{}{}", each.isAccepted ? "accepted " : "", findingText(each.finding));
    }
    if (!run.skipped.empty()) {
        printOut("\nskipped files ({})\n", run.skipped.size());
    }
    for (const SkippedFile& file : run.skipped) {
        printOut("  {}: {}\n", file.file, file.reason.str());
    }
    if (!run.notes.empty()) {
        printOut("\nlog\n");
    }
    for (const RunNote& note : run.notes) {
        printOut("  {}  {}: {}\n", toLocalText(note.at), note.severity, note.text);
    }
}

int showRun(const Context& context, const Options& options) {
    const auto run = openRun(context, options.run);
    if (!run) {
        return report(run.error());
    }
    if (options.json) {
        printOut("{}\n", dump(toJson(run->record)));
    } else {
        printRun(run->record, context.workspace);
    }
    return kDone;
}

} // namespace

void addShow(CLI::App& program, Action& chosen) {
    auto* command = program.add_subcommand("show", "Show all of one run");
    auto options = std::make_shared<Options>();
    command->add_option("run", options->run, "Its number, a prefix of its uuid, or last")->required();
    command->add_flag("--json", options->json, "Print one JSON document");
    command->callback([&chosen, options] {
        chosen = [options](const Context& context) { return showRun(context, *options); };
    });
}

} // namespace fissure::cli
