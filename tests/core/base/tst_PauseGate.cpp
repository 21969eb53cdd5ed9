#include "core/base/PauseGate.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace fissure;

namespace {

/// Work on a thread of its own that comes by a gate once.
class Work {
public:
    explicit Work(const PauseGate& gate)
        : m_thread([this, gate](const std::stop_token& stop) {
            m_mayGoOn = gate.waitWhilePaused(stop);
            m_hasPassed = true;
        }) {}

    bool hasPassed() const { return m_hasPassed; }
    bool mayGoOn() const { return m_mayGoOn; }
    void stop() { m_thread.request_stop(); }

private:
    std::atomic<bool> m_mayGoOn = false;
    std::atomic<bool> m_hasPassed = false;
    std::jthread m_thread;
};

} // namespace

class tst_PauseGate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openGateHoldsNobody() {
        const PauseGate gate;
        QVERIFY(!gate.isPaused());
        QVERIFY(gate.waitWhilePaused({}));
    }

    void pausedWorkGoesOnWhenItIsResumed() {
        PauseGate gate;
        gate.pause();
        QVERIFY(gate.isPaused());
        const Work work(gate);
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY(timer.elapsed() > 50);
        QVERIFY(!work.hasPassed());
        gate.resume();
        QTRY_VERIFY(work.hasPassed());
        QVERIFY(work.mayGoOn());
        QVERIFY(!gate.isPaused());
    }

    void stopEndsTheWait() {
        PauseGate gate;
        gate.pause();
        Work work(gate);
        work.stop();
        QTRY_VERIFY(work.hasPassed());
        QVERIFY(!work.mayGoOn());
        QVERIFY(gate.isPaused());
    }

    void copiesShareOneGate() {
        PauseGate gate;
        const PauseGate copy = gate;
        gate.pause();
        QVERIFY(copy.isPaused());
        gate.resume();
        QVERIFY(!copy.isPaused());
        QVERIFY(!PauseGate().isPaused());
    }
};

QTEST_GUILESS_MAIN(tst_PauseGate)
#include "tst_PauseGate.moc"
