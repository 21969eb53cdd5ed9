#include "core/store/LifeSign.h"
#include "tests/core/store/ChildProcess.h"

#include <QTest>

using namespace fissure;
using namespace fissure::test;
using namespace std::chrono_literals;

namespace {

const WallTime kNow{1'772'000'000'000ms};

LifeSign signOf(ProcessIdentity process, std::chrono::milliseconds age) {
    return {std::move(process), kNow - age};
}

} // namespace

class tst_LifeSign : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thisProcessIsDescribedInFull() {
        const ProcessIdentity here = thisProcess();
        QCOMPARE(here.pid, std::int64_t(::getpid()));
        QVERIFY(here.startTicks > 0);
        QVERIFY(!here.host.empty());
        QVERIFY(!here.bootId.empty());
        QVERIFY(here.pidNamespace.starts_with("pid:["));
        QCOMPARE(thisProcess(), here);
    }

    void livingProcessIsAliveWhileItsHeartBeats() {
        QVERIFY(isAlive(signOf(thisProcess(), 0s), thisProcess(), kNow));
        QVERIFY(isAlive(signOf(thisProcess(), 60s), thisProcess(), kNow));
        QVERIFY(!isAlive(signOf(thisProcess(), 60'001ms), thisProcess(), kNow));
    }

    void childIsAliveUntilItIsKilledAndAsAZombieToo() {
        ChildProcess child([] {
            ChildProcess::tell(thisProcess().startTicks);
            ::pause();
            return 0;
        });
        const long long startTicks = child.hear();
        ProcessIdentity process = thisProcess();
        process.pid = child.pid();
        process.startTicks = startTicks;
        QVERIFY(isAlive(signOf(process, 0s), thisProcess(), kNow));
        child.strike();
        QTRY_VERIFY(!isAlive(signOf(process, 0s), thisProcess(), kNow));
        child.join();
        QVERIFY(!isAlive(signOf(process, 0s), thisProcess(), kNow));
    }

    void processThatTookThePidIsNotTheOne() {
        ProcessIdentity process = thisProcess();
        process.startTicks -= 1;
        QVERIFY(!isAlive(signOf(process, 0s), thisProcess(), kNow));
    }

    void restartOfTheMachineEndedTheProcess() {
        ProcessIdentity process = thisProcess();
        process.bootId = "another";
        QVERIFY(!isAlive(signOf(process, 0s), thisProcess(), kNow));
    }

    void elsewhereTheAgeOfTheSignDecides_data() {
        QTest::addColumn<int>("what");
        QTest::newRow("another host") << 0;
        QTest::newRow("another machine of that name") << 1;
        QTest::newRow("another container of that name") << 2;
    }
    void elsewhereTheAgeOfTheSignDecides() {
        QFETCH(int, what);
        ProcessIdentity process = thisProcess();
        process.pid = 1 << 30;
        if (what == 2) {
            process.pidNamespace = "pid:[1]";
        } else {
            (what == 0 ? process.host : process.machineId) = "another";
            process.bootId = "another";
        }
        QVERIFY(isAlive(signOf(process, 60s), thisProcess(), kNow));
        QVERIFY(!isAlive(signOf(process, 60'001ms), thisProcess(), kNow));
        QVERIFY(isAlive(signOf(process, -10min), thisProcess(), kNow)); // its clock is ahead of ours
    }
};

QTEST_GUILESS_MAIN(tst_LifeSign)
#include "tst_LifeSign.moc"
