#include "ui/runs/FollowedRuns.h"

#include <algorithm>

namespace fissure::ui {

FollowedRuns::FollowedRuns(RunLibrary& library, QObject* parent) : QObject(parent), m_library(library) {
    connect(&library, &RunLibrary::runsChanged, this, &FollowedRuns::refresh);
    connect(&library, &RunLibrary::recovered, this, &FollowedRuns::readMissing);
    connect(&library, &RunLibrary::runLoaded, this, &FollowedRuns::take);
    connect(&library, &RunLibrary::failed, this, &FollowedRuns::giveUp);
}

void FollowedRuns::follow(const std::vector<RunId>& runs) {
    std::vector<Followed> followed;
    for (std::size_t i = 0; i < std::min(runs.size(), kMost); ++i) {
        const auto known = std::ranges::find(m_followed, runs[i], &Followed::run);
        followed.push_back(known != m_followed.end() ? *known : Followed{runs[i], {}, {}, 0});
    }
    if (std::ranges::equal(followed, m_followed, {}, &Followed::run, &Followed::run)) {
        return;
    }
    m_followed = std::move(followed);
    refresh();
    tellIfComplete();
}

void FollowedRuns::refresh() {
    for (Followed& followed : m_followed) {
        const RunSummary* now = m_library.find(followed.run);
        if (now != nullptr && (!followed.asked || !isSame(*followed.asked, *now))) {
            followed.asked = *now;
            followed.request = m_library.loadRun(followed.run);
        }
    }
}

FollowedRuns::Followed* FollowedRuns::requested(quint64 request) {
    const auto found = std::ranges::find(m_followed, request, &Followed::request);
    return request == 0 || found == m_followed.end() ? nullptr : &*found;
}

void FollowedRuns::take(quint64 request, const RunRecord& run) {
    if (Followed* followed = requested(request)) {
        followed->request = 0;
        followed->record = run;
        tellIfComplete();
    }
}

void FollowedRuns::giveUp(quint64 request, const Error& error) {
    if (Followed* followed = requested(request)) {
        followed->request = 0;
        Q_EMIT failed(error);
    }
}

/// What could not be read while the store was broken.
void FollowedRuns::readMissing() {
    for (Followed& followed : m_followed) {
        if (followed.request == 0) {
            followed.asked.reset();
        }
    }
    refresh();
}

void FollowedRuns::tellIfComplete() {
    if (m_followed.empty() || !std::ranges::all_of(m_followed, [](const Followed& followed) {
            return followed.record.has_value();
        })) {
        return;
    }
    std::vector<RunRecord> runs;
    for (const Followed& followed : m_followed) {
        runs.push_back(*followed.record);
    }
    Q_EMIT loaded(runs);
}

} // namespace fissure::ui
