#include "app/cli/Command.h"
#include "core/base/BuildInfo.h"
#include "core/base/Workspace.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <poll.h>
#include <stop_token>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

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

std::atomic<int> caughtSignal{0};
int signalPipe[2] = {-1, -1};

/// Async-signal-safe. Some libraries start threads before main(), so the signal may come on any thread.
void onSignal(int signal) {
    const bool isFirst = caughtSignal.exchange(signal) == 0;
    if (!isFirst && signal != SIGHUP) { // which a terminal that closes, and its shell, both send
        ::_exit(128 + signal);
    }
    const int errnoOfInterrupted = errno;
    const char byte = 0;
    static_cast<void>(::write(signalPipe[1], &byte, 1));
    errno = errnoOfInterrupted;
}

bool isIgnored(int signal) {
    struct sigaction action {};
    return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

/// Turns the first SIGINT, SIGTERM or SIGHUP into a request to stop; the second ends the program at once with
/// 128 + signal.
class StopOnSignal {
public:
    StopOnSignal() {
        if (::pipe2(signalPipe, O_CLOEXEC) != 0) {
            return; // signals then end the program at once, as they do by default
        }
        std::thread([source = m_source]() mutable {
            char byte = 0;
            while (::read(signalPipe[0], &byte, 1) < 0 && errno == EINTR) {
            }
            source.request_stop();
        }).detach();
        struct sigaction action {};
        action.sa_handler = onSignal;
        action.sa_flags = SA_RESTART;
        sigaction(SIGINT, &action, nullptr);
        sigaction(SIGTERM, &action, nullptr);
        if (!isIgnored(SIGHUP)) { // nohup asked for it to be
            sigaction(SIGHUP, &action, nullptr);
        }
    }

    std::stop_token token() const { return m_source.get_token(); }

    /// The exit code of a command that ended with the given one: 129, 130 or 143 where a signal stopped it.
    int exitCode(int code) const {
        const int signal = caughtSignal.load();
        return code == cli::kStoppedByUser && signal != 0 ? 128 + signal : code;
    }

private:
    std::stop_source m_source;
};

/// As CLI11 says it, but of a word that is no command it would only say that a command is required.
std::string usageError(const CLI::App* program, const CLI::Error& error) {
    const std::vector<std::string> unknown = program->remaining(true);
    const bool isUnknownCommand = error.get_name() == "RequiredError" && !unknown.empty();
    return isUnknownCommand ? fmt::format("There is no command {}\nRun with --help for more information.\n",
                                          unknown.front())
                            : CLI::FailureMessage::simple(program, error);
}

int runProgram(int argc, char** argv) {
    CLI::App program{"Fissure trains crack / no-crack classifiers on region proposals and keeps every run."};
    program.name("fissure-cli");
    program.require_subcommand(1);
    program.failure_message(usageError);
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
    cli::addExport(program, chosen);
    cli::addWeights(program, chosen);
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

int runGuarded(int argc, char** argv) {
    try {
        return runProgram(argc, argv);
    } catch (const std::exception& thrown) {
        return cli::report(unforeseen(thrown.what()));
    }
}

/// Whether standard output is a pipe that nobody reads any more, as behind `| head`.
bool isReaderGone() {
    pollfd output{STDOUT_FILENO, POLLOUT, 0};
    return ::poll(&output, 1, 0) > 0 && (output.revents & POLLERR) != 0;
}

/// The exit code of a program that would end with the given one, once standard output has taken all of it.
int finishOutput(int code) {
    errno = 0;
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) {
        return code;
    }
    if (isReaderGone()) { // who has enough of it is told nothing
        return code;
    }
    const std::string reason = errno != 0 ? fmt::format(": {}", std::strerror(errno)) : "";
    const int failed =
        cli::report({ErrorCode::Internal, "", "standard output cannot be written" + reason, ""});
    return code == cli::kDone ? failed : code;
}

} // namespace

int main(int argc, char** argv) {
    tuneAllocator();
    std::signal(SIGPIPE, SIG_IGN); // whoever stops reading the output must not end a run; a write fails then
    return finishOutput(runGuarded(argc, argv));
}
