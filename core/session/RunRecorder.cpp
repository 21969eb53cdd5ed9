#include "core/session/RunRecorder.h"

#include "core/base/Files.h"

#include <fmt/format.h>

namespace fissure {

namespace {

/// Steps are written in groups: often enough for a second program that watches, seldom enough to cost
/// nothing.
constexpr std::chrono::milliseconds kFlushInterval{500};

} // namespace

RunRecorder::RunRecorder(const Workspace& workspace, RunStore& store, TrainObserver& observer,
                         std::stop_source& abort, RunStarted started)
    : m_workspace(workspace)
    , m_store(store)
    , m_observer(observer)
    , m_abort(abort)
    , m_started(std::move(started))
    , m_lastFlush(std::chrono::steady_clock::now()) {}

void RunRecorder::check(const Result<void>& written) {
    if (!written && !m_failed) {
        m_failed = written.error();
        m_abort.request_stop();
    }
}

void RunRecorder::flush() {
    if (!m_waiting.empty() && !m_failed) {
        check(m_store.addSteps(m_started.run, m_waiting));
    }
    m_waiting.clear();
    m_lastFlush = std::chrono::steady_clock::now();
}

void RunRecorder::note(const std::string& severity, const std::string& text) {
    check(m_store.addNote(m_started.run, severity, text));
    m_observer.onNote(severity, text);
}

void RunRecorder::onStarted(const EngineFacts& facts) {
    m_started.device = facts.device;
    m_started.precision = facts.precision;
    m_started.threads = facts.threads;
    m_started.stepsInEpoch = facts.stepsInEpoch;
    check(m_store.addEnvironment(m_started.run, {{"device", facts.device},
                                                 {"precision", facts.precision},
                                                 {"threads", std::to_string(facts.threads)},
                                                 {"parameters", std::to_string(facts.parameters)}}));
    m_observer.onStarted(m_started);
}

void RunRecorder::onStep(const StepMetrics& step) {
    m_waiting.push_back(step);
    if (std::chrono::steady_clock::now() - m_lastFlush >= kFlushInterval) {
        flush();
    }
    m_observer.onStep(step);
}

void RunRecorder::onValidationProgress(const ValidationProgress& progress) {
    m_observer.onValidationProgress(progress);
}

void RunRecorder::onEpoch(const EpochMetrics& epoch, std::span<const Prediction> predictions) {
    flush();
    check(m_store.addEpoch(m_started.run, epoch, predictions));
    m_observer.onEpoch(epoch, predictions);
}

Result<void> RunRecorder::onWeights(int epoch, std::span<const std::byte> safetensors) {
    const std::filesystem::path folder = m_workspace.checkpoints(m_started.uuid);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return failure(ErrorCode::Unwritable, folder.string(), "it cannot be made: " + error.message());
    }
    const std::string fileName = fmt::format("best-{:04}.safetensors", epoch);
    if (auto written = writeFileAtomically(folder / fileName, safetensors); !written) {
        return written;
    }
    CheckpointRecord record{.kind = "best",
                            .epoch = epoch,
                            .path = fmt::format("checkpoints/{}/{}", m_started.uuid, fileName),
                            .sha256 = sha256(safetensors),
                            .bytes = static_cast<std::int64_t>(safetensors.size())};
    if (auto put = m_store.putCheckpoint(m_started.run, record); !put) {
        return put;
    }
    // The row names the new file now, so those it named before can go.
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().filename() != fileName && entry.path().filename().string().starts_with("best-")) {
            std::filesystem::remove(entry.path(), error);
        }
    }
    return {};
}

void RunRecorder::onSkipped(const SkippedFile& file) {
    check(m_store.addSkipped(m_started.run, file));
    m_observer.onNote("warning", file.file + " was skipped: " + file.reason);
}

} // namespace fissure
