#pragma once

#include <QMetaObject>
#include <QThreadPool>

#include <functional>
#include <utility>

class QObject;

namespace fissure::ui {

/// A thread that does one job after the other for an object of the GUI thread. As a member it comes after
/// what its jobs use.
class Worker final {
public:
    /// The owner must outlive the worker.
    explicit Worker(QObject& owner);
    /// Jobs that have not begun are dropped; waits for the one under way.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Does the job on the thread; nothing may be thrown out of it.
    void start(std::function<void()> job);

    /// From within a job: calls back on the owner's thread.
    template <class Callback>
    void tell(Callback callback) {
        QMetaObject::invokeMethod(&m_owner, std::move(callback), Qt::QueuedConnection);
    }

private:
    QObject& m_owner;
    QThreadPool m_pool;
};

} // namespace fissure::ui
