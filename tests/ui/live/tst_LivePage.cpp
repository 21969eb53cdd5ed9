#include "tests/ui/support/FakeSession.h"
#include "tests/ui/support/SteeredSession.h"
#include "ui/common/Banner.h"
#include "ui/common/CurveChart.h"
#include "ui/common/CurveView.h"
#include "ui/common/ElidedLabel.h"
#include "ui/live/LivePage.h"
#include "ui/run/CurrentRun.h"
#include "ui/run/RunController.h"
#include "ui/run/RunQueue.h"

#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace fissure::ui {

namespace {

/// One epoch, then training until somebody stops it.
Result<RunResult> trainUntilStopped(const RunRequest& request, TrainObserver& observer,
                                    std::stop_token stop) {
    auto played = test::wholeRun(1, 10)(request, observer, {});
    observer.onStep(test::stepOf(2, 3));
    test::waitForStop(stop);
    played->status = RunStatus::Stopped;
    played->reason = "stopped by the user";
    return played;
}

Result<RunResult> failAfterAStep(const RunRequest&, TrainObserver& observer, std::stop_token) {
    observer.onStarted(test::startedRun());
    observer.onStep(test::stepOf(1, 1));
    RunResult result;
    result.run = RunId{41};
    result.status = RunStatus::Failed;
    result.reason = "epoch 1, step 2: the loss is not a number";
    return result;
}

Result<RunResult> refuse(const RunRequest&, TrainObserver&, std::stop_token) {
    return failure(ErrorCode::Empty, "/data/train", "it holds no proposals");
}

} // namespace

class tst_LivePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyPageOffersANewRun() {
        open(test::wholeRun());
        QSignalSpy wanted(m_page.get(), &LivePage::newRunRequested);
        QPushButton* offered = nullptr;
        for (QPushButton* button : m_page->findChildren<QPushButton*>()) {
            offered = button->isVisible() ? button : offered;
        }
        QVERIFY(offered != nullptr);
        offered->click();
        QCOMPARE(wanted.count(), 1);
    }

    void wholeRunIsFollowed() {
        open(test::wholeRun(3, 10));
        QSignalSpy finished(m_controller.get(), &RunController::finished);
        QVERIFY(m_controller->start({}).has_value());
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(m_run->status().phase(), LiveStatus::Phase::Ended);
        QCOMPARE(text("liveEpoch"), QStringLiteral("3 / 3"));
        QVERIFY(text("liveState").startsWith(QStringLiteral("Finished")));
        QVERIFY(text("liveBest").startsWith(QStringLiteral("2, loss 0.5")));
        QCOMPARE(text("liveDetail"), QStringLiteral("all 3 epoch(s) are done"));
        QVERIFY(text("liveRate").contains(QStringLiteral("9.84")));
        QCOMPARE(child<QListView>("hardestCrops").model()->rowCount(), 12);
        const QString log = child<QPlainTextEdit>("runLog").toPlainText();
        QVERIFY(log.contains(QStringLiteral("Run 41 trains on 160 proposals")));
        QVERIFY(log.contains(QStringLiteral("Epoch 2: ")));
        QVERIFY(log.contains(QStringLiteral("all epochs are done")));
    }

    void chartsShareTheAxisOfEpochs() {
        open(test::wholeRun(3, 10));
        QSignalSpy finished(m_controller.get(), &RunController::finished);
        auto& loss = child<CurveChart>("lossChart");
        QSignalSpy redrawn(&loss, &CurveChart::redrawn);
        QVERIFY(m_controller->start({}).has_value());
        QTRY_COMPARE(finished.count(), 1);
        redrawn.clear();
        QTRY_VERIFY(redrawn.count() > 0 || loss.drawnPoints(0) == 30);
        QTRY_COMPARE(loss.drawnPoints(0), 30);
        QTRY_COMPARE(loss.drawnPoints(1), 3);
        QTRY_COMPARE(loss.drawnPoints(2), 3);
        QVERIFY(loss.visibleRange().left() <= 0.1 + 1e-9);
        QVERIFY(loss.visibleRange().right() >= 3.0 - 1e-9);
        QTRY_COMPARE(child<CurveChart>("crackChart").drawnPoints(1), 3);
        QTRY_COMPARE(child<CurveChart>("rateChart").drawnPoints(0), 3);
        const QRectF shown = loss.visibleRange();
        for (const char* name : {"accuracyChart", "crackChart", "rateChart"}) {
            QCOMPARE(child<CurveChart>(name).visibleRange().left(), shown.left());
            QCOMPARE(child<CurveChart>(name).visibleRange().right(), shown.right());
        }
    }

    void whatWaitsForTheFirstEpochSaysSo() {
        open([](const RunRequest&, TrainObserver& observer, std::stop_token stop) -> Result<RunResult> {
            observer.onStarted(test::startedRun());
            observer.onStep(test::stepOf(1, 1));
            test::waitForStop(stop);
            observer.onEpoch(test::epochOf(1), test::predictionsOf(12));
            return RunResult{RunId{41}, RunStatus::Stopped, "stopped by the user", {}};
        });
        QSignalSpy finished(m_controller.get(), &RunController::finished);
        QVERIFY(m_controller->start({}).has_value());
        QTRY_COMPARE(text("liveEpoch"), QStringLiteral("1 / 3"));
        const QString later = QStringLiteral("after the first epoch");
        QTRY_VERIFY(notice("crackChart").contains(later));
        QTRY_VERIFY(notice("rateChart").contains(later));
        QVERIFY(notice("lossChart").isEmpty());
        QVERIFY(child<QLabel>("noHardest").isVisible());
        QVERIFY(text("noHardest").contains(later));
        m_controller->stop();
        QTRY_COMPARE(finished.count(), 1);
        QTRY_VERIFY(notice("crackChart").isEmpty());
        QTRY_VERIFY(notice("rateChart").isEmpty());
        QVERIFY(!child<QLabel>("noHardest").isVisible());
        QVERIFY(child<QListView>("hardestCrops").isVisible());
    }

    void runWithoutValidationSaysThatNothingComes() {
        open([](const RunRequest&, TrainObserver& observer, std::stop_token) -> Result<RunResult> {
            observer.onStarted(test::startedRun());
            EpochMetrics epoch = test::epochOf(1);
            epoch.validation.reset();
            observer.onEpoch(epoch, {});
            return RunResult{RunId{41}, RunStatus::Finished, "all epochs are done", {}};
        });
        QSignalSpy finished(m_controller.get(), &RunController::finished);
        QVERIFY(m_controller->start({}).has_value());
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(text("noHardest"), QStringLiteral("There are no validation proposals."));
        QTRY_COMPARE(notice("crackChart"), QStringLiteral("There are no validation proposals."));
    }

    void stopSaysThatItStops() {
        open(trainUntilStopped);
        QSignalSpy finished(m_controller.get(), &RunController::finished);
        QVERIFY(m_controller->start({}).has_value());
        auto& stop = child<QPushButton>("stopRun");
        QTRY_COMPARE(text("liveEpoch"), QStringLiteral("2 / 1"));
        QVERIFY(text("liveDetail").contains(QStringLiteral("bf16")));
        QVERIFY(stop.isVisible() && stop.isEnabled());
        QVERIFY(!child<QPushButton>("newRun").isVisible());
        stop.click();
        QVERIFY(!stop.isEnabled());
        QVERIFY(text("liveState").startsWith(QStringLiteral("Stopping")));
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(text("liveState").startsWith(QStringLiteral("Stopped")));
        QVERIFY(!stop.isVisible());
        QVERIFY(child<QPushButton>("newRun").isVisible());
    }

    void pauseAndContinueAreOneButton() {
        open(std::make_unique<test::SteeredSession>());
        auto& pause = child<QPushButton>("pauseRun");
        QVERIFY(!pause.isVisible());
        QVERIFY(m_controller->start({}).has_value());
        QVERIFY(pause.isVisible() && !pause.isEnabled()); // there is nothing to hold yet
        QTRY_VERIFY(text("liveRate").contains(QStringLiteral("9.84")));
        QVERIFY(pause.isEnabled());
        QCOMPARE(pause.text(), QStringLiteral("Pause"));
        pause.click();
        QCOMPARE(text("liveState"), QStringLiteral("Pausing…"));
        QCOMPARE(pause.text(), QStringLiteral("Continue"));
        QTRY_COMPARE(text("liveState"), QStringLiteral("Paused"));
        QVERIFY(pause.isEnabled());
        QVERIFY(child<QPushButton>("stopRun").isEnabled());
        QCOMPARE(text("liveRate"), QStringLiteral("–"));
        QVERIFY(text("liveLeft") != QStringLiteral("–"));
        QVERIFY(text("liveDetail").contains(QStringLiteral("bf16")));
        pause.click();
        QCOMPARE(text("liveState"), QStringLiteral("Training"));
        QCOMPARE(pause.text(), QStringLiteral("Pause"));
        QTRY_VERIFY(text("liveRate").contains(QStringLiteral("9.84")));
    }

    void pausedRunCanBeStopped() {
        open(std::make_unique<test::SteeredSession>());
        QSignalSpy finished(m_controller.get(), &RunController::finished);
        QVERIFY(m_controller->start({}).has_value());
        auto& pause = child<QPushButton>("pauseRun");
        QTRY_VERIFY(pause.isEnabled());
        pause.click();
        QTRY_COMPARE(text("liveState"), QStringLiteral("Paused"));
        child<QPushButton>("stopRun").click();
        QVERIFY(!pause.isEnabled());
        QCOMPARE(text("liveState"), QStringLiteral("Stopping…"));
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 2000);
        QCOMPARE(text("liveState"), QStringLiteral("Stopped"));
        QVERIFY(!pause.isVisible());
    }

    void endedRunCanBeInspected() {
        open(test::wholeRun(2, 4));
        QSignalSpy finished(m_controller.get(), &RunController::finished);
        QSignalSpy inspected(m_page.get(), &LivePage::inspectRequested);
        QSignalSpy wanted(m_page.get(), &LivePage::newRunRequested);
        QVERIFY(m_controller->start({}).has_value());
        QTRY_COMPARE(finished.count(), 1);
        child<QPushButton>("inspectErrors").click();
        QCOMPARE(inspected.count(), 1);
        QCOMPARE(inspected[0][0].value<RunId>(), RunId{41});
        child<QPushButton>("newRun").click();
        QCOMPARE(wanted.count(), 1);
    }

    void runWithARowCanBeOpenedInExperiments() {
        open(trainUntilStopped);
        QSignalSpy finished(m_controller.get(), &RunController::finished);
        QSignalSpy wanted(m_page.get(), &LivePage::experimentRequested);
        auto& button = child<QPushButton>("openExperiment");
        QVERIFY(m_controller->start({}).has_value());
        QVERIFY(!button.isVisible());
        QTRY_VERIFY(button.isVisible());
        button.click();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].value<RunId>(), RunId{41});
        m_controller->stop();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(button.isVisible());
    }

    void failedRunSaysWhy() {
        open(failAfterAStep);
        QSignalSpy finished(m_controller.get(), &RunController::finished);
        QVERIFY(m_controller->start({}).has_value());
        QTRY_COMPARE(finished.count(), 1);
        auto* banner = m_page->findChild<Banner*>();
        QVERIFY(banner->isVisibleTo(m_page.get()));
        QVERIFY(banner->text().contains(QStringLiteral("the loss is not a number")));
        QVERIFY(text("liveState").startsWith(QStringLiteral("Failed")));
        QVERIFY(!child<QPushButton>("inspectErrors").isVisible());
    }

    void refusedRunGoesBackToTheEmptyPage() {
        open(refuse);
        QSignalSpy refused(m_controller.get(), &RunController::refused);
        QVERIFY(m_controller->start({}).has_value());
        QVERIFY(child<QLabel>("liveState").isVisible());
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(!child<QLabel>("liveState").isVisible());
        QVERIFY(!child<QListView>("hardestCrops").isVisible());
        QVERIFY(m_page->findChild<Banner*>()->text().contains(QStringLiteral("/data/train")));
    }

    void warningsBeforeTheStartStayInTheLog() {
        open([](const RunRequest& request, TrainObserver& observer, std::stop_token stop) {
            observer.onNote("warning", "There are no validation proposals.");
            return test::wholeRun(1, 2)(request, observer, stop);
        });
        QSignalSpy finished(m_controller.get(), &RunController::finished);
        QVERIFY(m_controller->start({}).has_value());
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(child<QPlainTextEdit>("runLog").toPlainText().contains(
            QStringLiteral("Warning: There are no validation proposals.")));
    }

    void secondRunStartsFromAnEmptyPage() {
        open(test::wholeRun(2, 4));
        QSignalSpy finished(m_controller.get(), &RunController::finished);
        QVERIFY(m_controller->start({}).has_value());
        QTRY_COMPARE(finished.count(), 1);
        QString titleAtStart;
        connect(m_controller.get(), &RunController::runStarted, m_page.get(),
                [&] { titleAtStart = hardestTitle(); });
        QCOMPARE(hardestTitle(), QStringLiteral("Hardest validation crops of epoch 2"));
        QVERIFY(m_controller->start({}).has_value());
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(titleAtStart, QStringLiteral("Hardest validation crops"));
        QCOMPARE(child<QPlainTextEdit>("runLog").toPlainText().count(QStringLiteral("Run 41 trains")), 1);
        QTRY_COMPARE(child<CurveChart>("lossChart").drawnPoints(0), 8);
    }

    void pageMadeDuringARunShowsIt() {
        m_session = std::make_unique<test::FakeSession>(trainUntilStopped);
        m_controller = std::make_unique<RunController>(*m_session);
        QSignalSpy started(m_controller.get(), &RunController::runStarted);
        QVERIFY(m_controller->start({}).has_value());
        QTRY_COMPARE(started.count(), 1);
        m_run = std::make_unique<CurrentRun>(*m_controller);
        m_queue = std::make_unique<RunQueue>(*m_controller);
        m_page = std::make_unique<LivePage>(*m_controller, *m_run, *m_queue);
        m_page->show();
        QVERIFY(m_run->status().isActive());
        QVERIFY(child<QPushButton>("stopRun").isVisible());
    }

    void waitingRunsAreListedAndCanBeTakenOut() {
        open(trainUntilStopped);
        auto& hold = child<QPushButton>("holdQueue");
        m_queue->add(named("first"));
        QVERIFY(!hold.isVisible());
        m_queue->add(named("second"));
        m_queue->add(named("third"));
        QVERIFY(hold.isVisible());
        QCOMPARE(queued(), QStringList({QStringLiteral("second"), QStringLiteral("third")}));
        auto& remove = child<QToolButton>("removeQueued");
        QVERIFY(remove.accessibleName().contains(QStringLiteral("“second”")));
        remove.click();
        QTRY_COMPARE(queued(), QStringList(QStringLiteral("third")));
        child<QToolButton>("removeQueued").click();
        QTRY_VERIFY(m_queue->runs().empty());
        QVERIFY(!hold.isVisible());
    }

    void stoppedRunLeavesAHeldQueueThatCanBeResumed() {
        open(trainUntilStopped);
        QSignalSpy finished(m_controller.get(), &RunController::finished);
        m_queue->add(named("first"));
        m_queue->add(named("second"));
        QCOMPARE(child<QPushButton>("holdQueue").text(), QStringLiteral("Hold"));
        QVERIFY(!child<QLabel>("queueState").isVisible());
        QTRY_COMPARE(text("liveEpoch"), QStringLiteral("2 / 1"));
        child<QPushButton>("stopRun").click();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(child<QLabel>("queueState").isVisible());
        QCOMPARE(child<QPushButton>("holdQueue").text(), QStringLiteral("Resume"));
        child<QPushButton>("holdQueue").click();
        QVERIFY(m_controller->isRunning());
        QVERIFY(m_queue->runs().empty());
    }

    void heldQueueIsShownBeforeTheFirstRun() {
        open(trainUntilStopped);
        RunController other(*m_session);
        RunQueue last(other);
        last.add(named("trains"));
        last.add(named("waits"));
        QCOMPARE(m_queue->restore(last.toJson()), 0);
        QCOMPARE(queued(), QStringList(QStringLiteral("waits")));
        QVERIFY(child<QPushButton>("holdQueue").isVisible());
        QVERIFY(child<QPushButton>("emptyStateAction").isVisible());
        QVERIFY(!child<QListView>("hardestCrops").isVisible());
        QVERIFY(!child<QPlainTextEdit>("runLog").isVisible());
    }

    void droppedRunStaysSaidWhileTheNextTrains() {
        open([](const RunRequest& request, TrainObserver& observer, std::stop_token stop) {
            return request.name == "broken" ? refuse(request, observer, stop)
                                            : trainUntilStopped(request, observer, stop);
        });
        m_queue->add(named("broken"));
        m_queue->add(named("second"));
        QTRY_COMPARE(text("liveEpoch"), QStringLiteral("2 / 1"));
        const auto banners = m_page->findChildren<Banner*>();
        const auto said = std::count_if(banners.begin(), banners.end(), [](const Banner* banner) {
            return banner->isVisible() && banner->text().contains(QStringLiteral("“broken”"));
        });
        QCOMPARE(said, 1);
    }

    void splittersComeBack() {
        open(test::wholeRun());
        const QByteArray state = m_page->saveState();
        QVERIFY(m_page->restoreState(state));
        QVERIFY(!m_page->restoreState(QByteArrayLiteral("other bytes")));
    }

    void cleanup() {
        m_page.reset();
        m_queue.reset();
        m_run.reset();
        m_controller.reset();
        m_session.reset();
    }

private:
    void open(test::FakeSession::Script script) {
        open(std::make_unique<test::FakeSession>(std::move(script)));
    }

    void open(std::unique_ptr<Session> session) {
        m_session = std::move(session);
        m_controller = std::make_unique<RunController>(*m_session);
        m_run = std::make_unique<CurrentRun>(*m_controller);
        m_queue = std::make_unique<RunQueue>(*m_controller);
        m_page = std::make_unique<LivePage>(*m_controller, *m_run, *m_queue);
        m_page->resize(1280, 800);
        m_page->show();
    }

    template <class Widget>
    Widget& child(const char* name) {
        auto* found = m_page->findChild<Widget*>(QString::fromLatin1(name));
        if (found == nullptr) {
            qFatal("the page lacks %s", name);
        }
        return *found;
    }

    static RunRequest named(const char* name) {
        RunRequest request;
        request.name = name;
        return request;
    }

    /// The runs in the list, from the top.
    QStringList queued() const {
        QStringList names;
        for (const ElidedLabel* name : m_page->findChildren<ElidedLabel*>(QStringLiteral("queuedRun"))) {
            names << name->text();
        }
        return names;
    }

    QString text(const char* name) { return child<QLabel>(name).text(); }

    QString notice(const char* chart) { return child<CurveChart>(chart).findChild<CurveView*>()->notice(); }

    QString hardestTitle() { return text("hardestTitle"); }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<RunController> m_controller;
    std::unique_ptr<CurrentRun> m_run;
    std::unique_ptr<RunQueue> m_queue;
    std::unique_ptr<LivePage> m_page;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_LivePage)

#include "tst_LivePage.moc"
