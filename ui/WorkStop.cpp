#include "ui/WorkStop.h"

#include "ui/data/DatasetBuilder.h"
#include "ui/run/RunController.h"

#include <utility>

namespace fissure::ui {

WorkStop::WorkStop(RunController& controller, DatasetBuilder& builder, QObject* parent)
    : QObject(parent)
    , m_controller(controller)
    , m_builder(builder) {
    // Queued: everybody else has heard of it by then.
    connect(&m_controller, &RunController::preparing, this, &WorkStop::look, Qt::QueuedConnection);
    connect(&m_controller, &RunController::finished, this, &WorkStop::look, Qt::QueuedConnection);
    connect(&m_controller, &RunController::refused, this, &WorkStop::look, Qt::QueuedConnection);
    connect(&m_builder, &DatasetBuilder::progressed, this, &WorkStop::look, Qt::QueuedConnection);
    connect(&m_builder, &DatasetBuilder::finished, this, &WorkStop::look, Qt::QueuedConnection);
    connect(&m_builder, &DatasetBuilder::failed, this, &WorkStop::look, Qt::QueuedConnection);
}

bool WorkStop::isTraining() const {
    return m_controller.isRunning();
}

bool WorkStop::isBuilding() const {
    return m_builder.isRunning();
}

void WorkStop::stop() {
    m_isStopping = true;
    look();
}

void WorkStop::look() {
    if (!m_isStopping) {
        return;
    }
    m_controller.stop();
    m_builder.cancel();
    const bool hadEnded = std::exchange(m_hasEnded, !isWorking());
    if (m_hasEnded && !hadEnded) {
        Q_EMIT ended();
    }
}

} // namespace fissure::ui
