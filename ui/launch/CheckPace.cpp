#include "ui/launch/CheckPace.h"

namespace fissure::ui {

namespace {

/// The first crops tell little: what the file system has in memory comes at once.
constexpr CheckPace::Elapsed kWatched{2.0};

} // namespace

void CheckPace::add(const PreflightProgress& progress, Elapsed now) {
    m_last = {progress, now};
    if (!m_first || m_first->progress.stage != progress.stage) {
        m_first = m_last;
    }
}

std::optional<std::chrono::milliseconds> CheckPace::left() const {
    if (!m_first) {
        return std::nullopt;
    }
    const Elapsed watched = m_last.at - m_first->at;
    const std::int64_t done = m_last.progress.done - m_first->progress.done;
    const std::int64_t rest = m_last.progress.total - m_last.progress.done;
    if (watched < kWatched || done <= 0 || rest <= 0) {
        return std::nullopt;
    }
    return std::chrono::duration_cast<std::chrono::milliseconds>(watched * static_cast<double>(rest) /
                                                                 static_cast<double>(done));
}

} // namespace fissure::ui
