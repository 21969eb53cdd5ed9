#include "app/cli/ConfigOptions.h"
#include "app/cli/Counted.h"
#include "app/cli/Output.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/RunAccess.h"
#include "app/cli/RunJson.h"
#include "app/cli/RunText.h"
#include "core/base/Workspace.h"
#include "core/metrics/RunProgress.h"
#include "core/session/Environment.h"
#include "core/session/TrainingSession.h"

#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <optional>

namespace fissure::cli {

namespace {

struct Options {
    ConfigOptions config;
    std::string train;
    std::string valid;
    std::string name;
    std::vector<std::string> tags;
    bool acceptsWarnings = false;
    bool json = false;
};

/// Shows a run on standard error: a progress line a batch, a line an epoch.
class TerminalObserver final : public TrainObserver {
public:
    void onStarted(const RunStarted& started) override {
        m_epochs = static_cast<int>(started.config.epochs);
        const auto batch = started.config.batchSize;
        m_progress.emplace(m_epochs, started.stepsInEpoch,
                           static_cast<int>((started.validProposals + batch - 1) / batch));
        m_begin = std::chrono::steady_clock::now();
        printErr("run {} \"{}\": {} on {} ({}, {}), {} and {}\n", started.run.value, started.name,
                 nameOf(started.config.backbone), started.device, started.precision,
                 counted(started.threads, "thread", "threads"),
                 counted(started.trainProposals, "training proposal", "training proposals"),
                 counted(started.validProposals, "validation proposal", "validation proposals"));
    }

    void onStep(const StepMetrics& step) override {
        m_progress->onStep(step, elapsed());
        show(fmt::format("epoch {}/{}  loss {:.4f}  accuracy {}  {:.1f} images/s", step.epoch, m_epochs,
                         step.runningLoss, percent(step.runningAccuracy), step.imagesPerSecond));
    }

    void onValidationProgress(const ValidationProgress& progress) override {
        m_progress->onValidation(progress, elapsed());
        show(fmt::format("epoch {}/{}  validation {}/{}", progress.epoch, m_epochs, progress.batch,
                         progress.batches));
    }

    void onPaused() override {} // a terminal holds its programs itself

    void onEpoch(const EpochMetrics& epoch, std::span<const Prediction>) override {
        m_line.done();
        printErr("{}\n", epochLine(epoch, m_epochs));
    }

    void onNote(const std::string& severity, const Text& text) override {
        if (severity == "error") {
            return; // why the run failed is said once it is closed
        }
        m_line.done();
        printErr("{}: {}\n", severity, text.str());
    }

    void finish() { m_line.done(); }

private:
    RunProgress::Elapsed elapsed() const { return std::chrono::steady_clock::now() - m_begin; }

    void show(const std::string& text) {
        const auto left = m_progress->timeLeft();
        m_line.show(m_progress->fraction(), left ? text + "  " + toDurationText(*left) + " left" : text);
    }

    ProgressLine m_line{stderr};
    std::optional<RunProgress> m_progress;
    std::chrono::steady_clock::time_point m_begin;
    int m_epochs = 0;
};

int exitCodeOf(const RunResult& result) {
    if (result.error) {
        return report(*result.error);
    }
    return result.status == RunStatus::Stopped ? kStoppedByUser : kDone;
}

void printText(const Context& context, const RunResult& result, const ChosenRun& run) {
    const RunRecord& record = run.record;
    printOut("\nrun {}: {}{}\n", result.run.value, nameOf(result.status),
             result.error ? "" : ", " + result.reason);
    if (const auto predictions = run.query->predictions(run.id()); predictions && !predictions->empty()) {
        printOut("best epoch {}\n\n{}", record.summary.best->epoch,
                 reportText(countAt(*predictions, record.summary.config.decisionThreshold)));
    }
    for (const CheckpointRecord& checkpoint : record.checkpoints) {
        printOut("\nbest weights  {}", (context.workspace / checkpoint.path).string());
    }
    if (!record.skipped.empty()) {
        printOut("\nskipped files {}, listed by `fissure-cli show {}`", record.skipped.size(),
                 result.run.value);
    }
    printOut("\nstored in     {} as run {}\n", context.workspace.string(), result.run.value);
}

/// What the run gave: the report of its best epoch, and where it is stored. Its failure is said first, since
/// what made it fail may keep it from being read, too.
int printResult(const Context& context, const RunResult& result, bool json) {
    const int code = exitCodeOf(result);
    const auto run = openRun(context, std::to_string(result.run.value));
    if (!run) {
        const int unread = report(run.error());
        return result.error ? code : unread;
    }
    if (json) {
        printOut("{}\n", dump(toJson(run->record)));
    } else {
        printText(context, result, *run);
    }
    return code;
}

int trainRun(const Context& context, const Options& options) {
    const auto config = options.config.read(options.train, options.valid);
    if (!config) {
        return report(config.error());
    }
    const auto workspace = Workspace::open(context.workspace);
    if (!workspace) {
        return report(workspace.error());
    }
    if (const auto warning = blasWarning()) {
        printErr("warning: {}\n", warning->str());
    }
    const SystemClock clock;
    TrainingSession session(*workspace, clock);
    TerminalObserver observer;
    const RunRequest request{*config, options.name, options.tags, {}, {options.acceptsWarnings, {}}};
    const auto result = session.run(request, observer, {context.stop});
    observer.finish();
    if (!result) {
        return report(result.error());
    }
    return printResult(context, *result, options.json);
}

} // namespace

void addTrain(CLI::App& program, Action& chosen) {
    auto* command = program.add_subcommand("train", "Train a classifier and record the run");
    auto options = std::make_shared<Options>();
    addConfig(*command, options->config);
    command->add_option("--train", options->train, "Folder of training proposals (field train_dir)");
    command->add_option("--valid", options->valid, "Folder of validation proposals (field valid_dir)");
    command->add_option("--name", options->name, "Name of the run");
    command->add_option("--tag", options->tags, "Tag of the run; may be given several times");
    command->add_flag("--accept-warnings", options->acceptsWarnings,
                      "Record the warnings about data and settings as accepted");
    command->add_flag("--json", options->json, "Print one JSON document");
    command->callback([&chosen, options] {
        chosen = [options](const Context& context) { return trainRun(context, *options); };
    });
}

} // namespace fissure::cli
