#include "ui/run/TrainMailbox.h"

#include <utility>

namespace fissure::ui {

std::vector<TrainEvent> TrainMailbox::takeAll() {
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_events, {});
}

void TrainMailbox::onStarted(const RunStarted& started) {
    put(started);
}

void TrainMailbox::onStep(const StepMetrics& step) {
    const std::scoped_lock lock(m_mutex);
    if (m_events.empty() || !std::holds_alternative<StepBatch>(m_events.back())) {
        m_events.emplace_back(StepBatch());
    }
    std::get<StepBatch>(m_events.back()).push_back(step);
}

void TrainMailbox::onValidationProgress(const ValidationProgress& progress) {
    const std::scoped_lock lock(m_mutex);
    if (m_events.empty() || !std::holds_alternative<ValidationProgress>(m_events.back())) {
        m_events.emplace_back(progress);
    } else {
        m_events.back() = progress;
    }
}

void TrainMailbox::onPaused() {
    put(TrainPaused());
}

void TrainMailbox::onEpoch(const EpochMetrics& epoch, std::span<const Prediction> predictions) {
    put(EpochReport{epoch, {predictions.begin(), predictions.end()}});
}

void TrainMailbox::onNote(const std::string& severity, const Text& text) {
    put(TrainNote{severity, text});
}

void TrainMailbox::putEnd(Result<RunResult> end) {
    put(std::move(end));
}

void TrainMailbox::put(TrainEvent event) {
    const std::scoped_lock lock(m_mutex);
    m_events.push_back(std::move(event));
}

} // namespace fissure::ui
