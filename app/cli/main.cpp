#include "app/cli/Command.h"
#include "core/base/BuildInfo.h"
#include "core/base/Workspace.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <atomic>
#include <csignal>
#include <exception>
#include <memory>
#include <stop_token>
#include <thread>
#include <unistd.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace {

using namespace fissure;

/// Activations over 32 MB would be mapped and faulted in anew every step otherwise.
void tuneAllocator() {
#if defined(__GLIBC__)
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_TOP_PAD, 64 << 20);
#endif
}

/// Waits for SIGINT and SIGTERM on a thread of its own. The first asks the command to stop; the second ends
/// the program at once with 128 + signal.
class StopOnSignal {
public:
    StopOnSignal() {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGINT);
        sigaddset(&m_signals, SIGTERM);
        // Threads made from here on inherit the mask, so that only the thread below sees the signals.
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
        std::thread([signals = m_signals, source = m_source, caught = m_caught]() mutable {
            int signal = 0;
            sigwait(&signals, &signal);
            caught->store(signal);
            source.request_stop();
            sigwait(&signals, &signal);
            ::_exit(128 + signal);
        }).detach();
    }

    std::stop_token token() const { return m_source.get_token(); }

    /// The exit code of a command that ended with the given one: 130 and 143 where a signal stopped it.
    int exitCode(int code) const {
        return code == cli::kStoppedByUser && m_caught->load() != 0 ? 128 + m_caught->load() : code;
    }

private:
    sigset_t m_signals{};
    std::stop_source m_source;
    std::shared_ptr<std::atomic<int>> m_caught = std::make_shared<std::atomic<int>>(0);
};

int runProgram(int argc, char** argv) {
    CLI::App program{"Fissure trains crack / no-crack classifiers on region proposals and keeps every run."};
    program.name("fissure-cli");
    program.require_subcommand(1);
    program.set_version_flag("--version",
                             fmt::format("fissure-cli {} ({})", programVersion(), buildCommit()));
    program.fallthrough(); // --workspace may stand behind the command, too

    cli::Context context{.workspace = Workspace::defaultRoot(), .stop = {}};
    program.add_option("--workspace", context.workspace, "Folder that holds runs and checkpoints")
        ->capture_default_str();

    cli::Action chosen;
    cli::addDemo(program, chosen);
    cli::addProposals(program, chosen);
    cli::addTrain(program, chosen);
    cli::addRuns(program, chosen);
    cli::addShow(program, chosen);
    cli::addReport(program, chosen);
    cli::addErrors(program, chosen);
    cli::addEvaluate(program, chosen);
    cli::addFields(program, chosen);

    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& wrong) {
        return program.exit(wrong) == 0 ? cli::kDone : cli::kBadUsage;
    }
    const StopOnSignal signals;
    context.stop = signals.token();
    return signals.exitCode(chosen(context));
}

} // namespace

int main(int argc, char** argv) {
    tuneAllocator();
    try {
        return runProgram(argc, argv);
    } catch (const std::exception& unforeseen) {
        return fissure::cli::report({fissure::ErrorCode::Internal, "",
                                     std::string("something unforeseen failed: ") + unforeseen.what(), ""});
    }
}
