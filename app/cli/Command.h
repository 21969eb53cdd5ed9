#pragma once

#include "core/base/Result.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>

namespace fissure::cli {

/// Exit codes of the command line; a command that a signal stopped ends with 128 + signal instead of 3.
enum ExitCode : int { kDone = 0, kFailed = 1, kBadUsage = 2, kStoppedByUser = 3 };

/// What every command gets: where the workspace is, and the token that SIGINT, SIGTERM and SIGHUP stop.
struct Context {
    std::filesystem::path workspace;
    std::stop_token stop;
};

/// One subcommand: how to add its options, and what it does once they are parsed.
using Action = std::function<int(const Context&)>;

/// Says the error in one sentence on standard error; its exit code (2 where other input would mend it, else
/// 1).
int report(const Error& error);

/// Says on standard error how many of the photographs could not be used, and gives the exit code for that;
/// which they are stands in the results.
int reportUnused(std::int64_t failed, std::int64_t found);

/// Each adds its subcommand to the program and stores its action, to be run after parsing, in chosen.
void addDemo(CLI::App& program, Action& chosen);
void addProposals(CLI::App& program, Action& chosen);
void addBoxes(CLI::App& proposals, Action& chosen); ///< to the subcommand "proposals"
void addCheck(CLI::App& proposals, Action& chosen); ///< to the same
void addTrain(CLI::App& program, Action& chosen);
void addRuns(CLI::App& program, Action& chosen);
void addShow(CLI::App& program, Action& chosen);
void addReport(CLI::App& program, Action& chosen);
void addErrors(CLI::App& program, Action& chosen);
void addEvaluate(CLI::App& program, Action& chosen);
void addExport(CLI::App& program, Action& chosen);
void addWeights(CLI::App& program, Action& chosen);
void addFetch(CLI::App& weights, Action& chosen);   ///< "fetch" and "list", to the subcommand "weights"
void addInspect(CLI::App& weights, Action& chosen); ///< to the same
void addConvert(CLI::App& weights, Action& chosen); ///< to the same
void addFields(CLI::App& program, Action& chosen);

} // namespace fissure::cli
