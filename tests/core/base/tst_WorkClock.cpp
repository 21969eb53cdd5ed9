#include "core/base/WorkClock.h"

#include <QTest>

using namespace fissure;
using namespace std::chrono_literals;

namespace {

bool hasPassedSince(std::chrono::steady_clock::time_point begun, std::chrono::milliseconds time) {
    return std::chrono::steady_clock::now() - begun > time;
}

} // namespace

class tst_WorkClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itGoesWithTheSteadyClock() {
        const WorkClock clock;
        const auto before = std::chrono::steady_clock::now();
        const auto now = clock.now();
        QVERIFY(now >= before);
        QVERIFY(now <= std::chrono::steady_clock::now());
    }

    void itStandsStillWhileItIsHeld() {
        WorkClock clock;
        clock.hold();
        const auto held = clock.now();
        QTRY_VERIFY(hasPassedSince(held, 20ms));
        clock.hold();
        QCOMPARE(clock.now(), held);
    }

    void pausesAreLeftOutOnceEach() {
        WorkClock clock;
        const auto begun = clock.now();
        for (int pause = 0; pause < 2; ++pause) {
            clock.hold();
            const auto since = std::chrono::steady_clock::now();
            QTRY_VERIFY(hasPassedSince(since, 100ms));
            clock.resume();
            clock.resume();
        }
        QVERIFY(hasPassedSince(begun, 200ms));
        QVERIFY(clock.now() >= begun);
        QVERIFY(clock.now() - begun < std::chrono::steady_clock::now() - begun - 200ms);
    }
};

QTEST_GUILESS_MAIN(tst_WorkClock)
#include "tst_WorkClock.moc"
