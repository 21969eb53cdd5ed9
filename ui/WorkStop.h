#pragma once

#include <QObject>

namespace fissure::ui {

class DatasetBuilder;
class RunController;

/// What has to end before the window can close: the run that trains and the data set that is being built. GUI
/// thread only.
class WorkStop final : public QObject {
    Q_OBJECT

public:
    /// Controller and builder must outlive it.
    WorkStop(RunController& controller, DatasetBuilder& builder, QObject* parent = nullptr);

    bool isTraining() const;
    bool isBuilding() const;
    bool isWorking() const { return isTraining() || isBuilding(); }
    /// True from stop() on.
    bool isStopping() const { return m_isStopping; }

    /// For good: what is started later is stopped, too. Returns at once; ended() follows, or comes before
    /// that where nothing works.
    void stop();

Q_SIGNALS:
    /// Nothing works any more, and whoever listens to the work itself has heard of its end.
    void ended();

private:
    void look();

    RunController& m_controller;
    DatasetBuilder& m_builder;
    bool m_isStopping = false;
    bool m_hasEnded = false; ///< which was told
};

} // namespace fissure::ui
