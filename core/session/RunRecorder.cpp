#include "core/session/RunRecorder.h"

#include "core/base/Files.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

namespace fissure {

namespace {

using SteadyClock = std::chrono::steady_clock;

/// Steps are written in groups: often enough for a second program that watches, seldom enough to cost
/// nothing.
constexpr std::chrono::milliseconds kFlushInterval{500};

} // namespace

RunRecorder::RunRecorder(const Workspace& workspace, RunStore& store, Heartbeat& heartbeat,
                         TrainObserver& observer, std::stop_source& abort, RunStarted started,
                         std::chrono::milliseconds busyPatience)
    : m_workspace(workspace)
    , m_store(store)
    , m_heartbeat(heartbeat)
    , m_observer(observer)
    , m_abort(abort)
    , m_started(std::move(started))
    , m_busyPatience(busyPatience)
    , m_lastFlush(SteadyClock::now()) {}

void RunRecorder::fail(const Error& error) {
    m_failed = error;
    m_steps.clear();
    m_writes.clear();
    m_abort.request_stop();
}

void RunRecorder::write(Write write) {
    if (!m_failed) {
        m_writes.push_back(std::move(write));
        flush();
    }
}

void RunRecorder::flush() {
    if (!m_steps.empty()) {
        m_writes.emplace_back(
            [this, steps = std::exchange(m_steps, {})] { return m_store.addSteps(m_started.run, steps); });
    }
    while (!m_writes.empty()) {
        const Result<void> written = m_writes.front()();
        if (written) {
            m_busySince.reset();
            m_writes.pop_front();
            continue;
        }
        const auto now = SteadyClock::now();
        m_busySince = m_busySince.value_or(now);
        if (written.error().code != ErrorCode::Busy || now - *m_busySince >= m_busyPatience) {
            fail(written.error());
        }
        break;
    }
    m_lastFlush = SteadyClock::now();
}

void RunRecorder::finish() {
    do {
        flush();
    } while (!m_writes.empty());
}

void RunRecorder::note(const std::string& severity, const Text& text) {
    write([this, severity, text = text.str()] { return m_store.addNote(m_started.run, severity, text); });
    m_observer.onNote(severity, text);
}

void RunRecorder::onStarted(const EngineFacts& facts) {
    m_started.device = facts.device;
    m_started.precision = facts.precision;
    m_started.threads = facts.threads;
    m_started.stepsInEpoch = facts.stepsInEpoch;
    write([this, facts] {
        return m_store.addEnvironment(m_started.run, {{"device", facts.device},
                                                      {"precision", facts.precision},
                                                      {"threads", std::to_string(facts.threads)},
                                                      {"parameters", std::to_string(facts.parameters)}});
    });
    m_observer.onStarted(m_started);
}

void RunRecorder::onStep(const StepMetrics& step) {
    if (!m_failed) {
        m_steps.push_back(step);
    }
    if (SteadyClock::now() - m_lastFlush >= kFlushInterval) {
        flush();
    }
    m_observer.onStep(step);
}

void RunRecorder::onValidationProgress(const ValidationProgress& progress) {
    m_observer.onValidationProgress(progress);
}

void RunRecorder::onPaused() {
    flush(); // whoever looks into the store meanwhile finds all that was trained
    m_heartbeat.setStatus(RunStatus::Paused);
    m_observer.onPaused();
}

void RunRecorder::onResumed() {
    m_busySince.reset(); // nobody tried in between
    m_heartbeat.setStatus(RunStatus::Running);
}

void RunRecorder::onEpoch(const EpochMetrics& epoch, std::span<const Prediction> predictions) {
    write([this, epoch, weights = std::exchange(m_weights, {}),
           kept = std::vector<Prediction>(predictions.begin(), predictions.end())] {
        return m_store.addEpoch(m_started.run, epoch, kept, weights).map([&] {
            if (weights) {
                keepOnly(*weights);
            }
        });
    });
    m_observer.onEpoch(epoch, predictions);
}

Result<void> RunRecorder::onWeights(int epoch, std::span<const std::byte> safetensors) {
    if (m_failed) {
        return failure(*m_failed);
    }
    const std::filesystem::path folder = m_workspace.checkpoints(m_started.uuid);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return failure(ErrorCode::Unwritable, folder.string(),
                       Text("core", "it cannot be made: %1").with(error.message()));
    }
    const std::string fileName = fmt::format("best-{:04}.safetensors", epoch);
    if (auto written = writeFileAtomically(folder / fileName, safetensors); !written) {
        return written;
    }
    const CheckpointRecord record{.kind = "best",
                                  .epoch = epoch,
                                  .path = fmt::format("checkpoints/{}/{}", m_started.uuid, fileName),
                                  .sha256 = sha256(safetensors),
                                  .bytes = static_cast<std::int64_t>(safetensors.size())};
    if (epoch > 0) {
        // Its row is written with that of its epoch: until then the weights of before are the best ones.
        m_weights = record;
    } else {
        write([this, record] { return m_store.putCheckpoint(m_started.run, record); });
    }
    return {};
}

void RunRecorder::keepOnly(const CheckpointRecord& weights) {
    if (m_kept) {
        std::error_code error; // a file that stays costs space and nothing else
        std::filesystem::remove(m_workspace.root() / m_kept->path, error);
    }
    m_kept = weights;
}

void RunRecorder::onSkipped(const SkippedFile& file) {
    write([this, file] { return m_store.addSkipped(m_started.run, file); });
    m_observer.onNote("warning", Text("core", "%1 was skipped: %2").with(file.file, file.reason));
}

} // namespace fissure
