#pragma once

#include "ui/data/DatasetBuilder.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <stop_token>

namespace fissure::ui {

class RunController;

/// What has to end before the window can close: the run that trains and the data set that is being built. GUI
/// thread only.
class WorkStop final : public QObject {
    Q_OBJECT

public:
    /// The controller must outlive it. isBuilding: whether a build made by stoppable() is under way.
    WorkStop(RunController& controller, std::function<bool()> isBuilding, QObject* parent = nullptr);

    bool isTraining() const;
    bool isBuilding() const { return m_isBuilding(); }
    bool isWorking() const { return isTraining() || isBuilding(); }
    /// True from stop() on.
    bool isStopping() const { return m_stop.stop_requested(); }

    /// The same build, which stop() ends as its own stop does.
    DatasetBuilder::Build stoppable(DatasetBuilder::Build build) const;

    /// For good: what is started later is stopped, too. Returns at once; ended() follows, or comes before
    /// that where nothing works.
    void stop();

Q_SIGNALS:
    /// Nothing works any more.
    void ended();

private:
    void look();

    RunController& m_controller;
    const std::function<bool()> m_isBuilding;
    std::stop_source m_stop;
    QTimer m_look;
};

} // namespace fissure::ui
