#include "tests/ui/support/FakeSession.h"
#include "ui/WorkStop.h"
#include "ui/data/DatasetBuilder.h"
#include "ui/run/RunController.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <optional>

namespace fissure::ui {

class tst_WorkStop : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_session = std::make_unique<test::FakeSession>(
            [](const RunRequest&, TrainObserver& observer, std::stop_token stop) -> Result<RunResult> {
                observer.onStarted(test::startedRun());
                test::waitForStop(stop);
                return RunResult{RunId{41}, RunStatus::Stopped, "stopped by the user", {}};
            });
        m_controller = std::make_unique<RunController>(*m_session);
        m_builder = std::make_unique<DatasetBuilder>([](const BuildRequest&, const BuildProgressCallback&,
                                                        std::stop_token stop) -> Result<BuildReport> {
            test::waitForStop(stop);
            return failure(ErrorCode::Stopped, "/data/out", "the build was stopped");
        });
        m_work = std::make_unique<WorkStop>(*m_controller, *m_builder);
    }

    void cleanup() {
        m_work.reset();
        m_builder.reset();
        m_controller.reset();
        m_session.reset();
    }

    void idleWorkHasEndedAtOnce() {
        QSignalSpy ended(m_work.get(), &WorkStop::ended);
        QVERIFY(!m_work->isWorking());
        m_work->stop();
        QCOMPARE(ended.count(), 1);
    }

    void runAndBuildEndBeforeItIsTold() {
        QSignalSpy ended(m_work.get(), &WorkStop::ended);
        QVERIFY(m_controller->start({}).has_value());
        m_builder->start({});
        QVERIFY(m_work->isTraining() && m_work->isBuilding());
        m_work->stop();
        QVERIFY(m_work->isStopping());
        QCOMPARE(ended.count(), 0);
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(!m_work->isWorking());
    }

    void endIsToldAfterWhoeverListensToTheWorkHasHeardOfIt() {
        QSignalSpy ended(m_work.get(), &WorkStop::ended);
        m_builder->start({});
        std::optional<qsizetype> toldBefore;
        connect(m_builder.get(), &DatasetBuilder::failed, this, [&] { toldBefore = ended.count(); });
        m_work->stop();
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(toldBefore, std::optional<qsizetype>(0));
    }

    void workThatEndsByItselfEndsNothingElse() {
        QSignalSpy ended(m_work.get(), &WorkStop::ended);
        QSignalSpy failed(m_builder.get(), &DatasetBuilder::failed);
        m_builder->start({});
        m_builder->cancel();
        QTRY_COMPARE(failed.count(), 1);
        QCoreApplication::processEvents();
        QVERIFY(!m_work->isStopping());
        QCOMPARE(ended.count(), 0);
    }

    void whatStartsLaterIsStoppedToo() {
        m_work->stop();
        QSignalSpy ended(m_work.get(), &WorkStop::ended);
        m_builder->start({});
        QVERIFY(m_controller->start({}).has_value());
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(!m_work->isWorking());
    }

private:
    std::unique_ptr<test::FakeSession> m_session;
    std::unique_ptr<RunController> m_controller;
    std::unique_ptr<DatasetBuilder> m_builder;
    std::unique_ptr<WorkStop> m_work;
};

} // namespace fissure::ui

QTEST_GUILESS_MAIN(fissure::ui::tst_WorkStop)

#include "tst_WorkStop.moc"
