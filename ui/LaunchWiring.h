#pragma once

#include <QObject>

namespace fissure::ui {

class LaunchPage;
class RunController;
class RunLibrary;
class RunQueue;
class Settings;

/// Joins the New run page with what trains, what waits and what is remembered: starts and queues what the
/// page asks for, tells it of refused runs and of the workspace, and keeps presets and queue in the settings
/// with every change.
class LaunchWiring final : public QObject {
    Q_OBJECT

public:
    /// What the objects are joined to; all must outlive the wiring.
    struct Parts {
        LaunchPage& page;
        RunController& controller;
        RunQueue& queue;
        RunLibrary& library;
        Settings& settings;
    };

    /// Takes presets and queue out of the settings; the queue comes back held.
    explicit LaunchWiring(const Parts& parts, QObject* parent = nullptr);

private:
    void wireStart();
    void wireQueue();
    void wirePresets();
    void wireLibrary();
    void restoreQueue();
    void keepQueue();
    void tellOfQueued(const QString& name, bool startsNow);

    Parts m_parts;
};

} // namespace fissure::ui
