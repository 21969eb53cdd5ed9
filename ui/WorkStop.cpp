#include "ui/WorkStop.h"

#include "ui/run/RunController.h"

#include <chrono>
#include <utility>

namespace fissure::ui {

namespace {

/// A little later than the work has ended: everybody else has heard of it by then.
constexpr std::chrono::milliseconds kLookInterval{50};

} // namespace

WorkStop::WorkStop(RunController& controller, std::function<bool()> isBuilding, QObject* parent)
    : QObject(parent)
    , m_controller(controller)
    , m_isBuilding(std::move(isBuilding)) {
    m_look.setInterval(kLookInterval);
    connect(&m_look, &QTimer::timeout, this, &WorkStop::look);
}

bool WorkStop::isTraining() const {
    return m_controller.isRunning();
}

DatasetBuilder::Build WorkStop::stoppable(DatasetBuilder::Build build) const {
    return [build = std::move(build), closing = m_stop.get_token()](const BuildRequest& request,
                                                                    const BuildProgressCallback& onProgress,
                                                                    std::stop_token cancelled) {
        std::stop_source either;
        const auto stop = [&either] { either.request_stop(); };
        const std::stop_callback byCancel(std::move(cancelled), stop);
        const std::stop_callback byClosing(closing, stop);
        return build(request, onProgress, either.get_token());
    };
}

void WorkStop::stop() {
    m_stop.request_stop();
    m_controller.stop();
    m_look.start();
    look();
}

void WorkStop::look() {
    if (!isWorking()) {
        m_look.stop();
        Q_EMIT ended();
    }
}

} // namespace fissure::ui
