#include "tests/ui/support/FakeSession.h"
#include "ui/common/Banner.h"
#include "ui/common/CurveChart.h"
#include "ui/live/LivePage.h"
#include "ui/run/RunController.h"

#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

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
        QCOMPARE(m_page->status().phase(), LiveStatus::Phase::Ended);
        QCOMPARE(text("liveEpoch"), QStringLiteral("3 / 3"));
        QVERIFY(text("liveState").startsWith(QStringLiteral("Finished")));
        QVERIFY(text("liveBest").startsWith(QStringLiteral("2, loss 0.5")));
        QCOMPARE(text("liveDetail"), QStringLiteral("all epochs are done"));
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
        QVERIFY(m_controller->start({}).has_value());
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(child<QPlainTextEdit>("runLog").toPlainText().count(QStringLiteral("Run 41 trains")), 1);
        QTRY_COMPARE(child<CurveChart>("lossChart").drawnPoints(0), 8);
    }

    void pageMadeDuringARunShowsIt() {
        m_session = std::make_unique<test::FakeSession>(trainUntilStopped);
        m_controller = std::make_unique<RunController>(*m_session);
        QSignalSpy started(m_controller.get(), &RunController::runStarted);
        QVERIFY(m_controller->start({}).has_value());
        QTRY_COMPARE(started.count(), 1);
        m_page = std::make_unique<LivePage>(*m_controller);
        m_page->show();
        QVERIFY(m_page->status().isActive());
        QVERIFY(child<QPushButton>("stopRun").isVisible());
    }

    void splittersComeBack() {
        open(test::wholeRun());
        const QByteArray state = m_page->saveState();
        QVERIFY(m_page->restoreState(state));
        QVERIFY(!m_page->restoreState(QByteArrayLiteral("other bytes")));
    }

    void cleanup() {
        m_page.reset();
        m_controller.reset();
        m_session.reset();
    }

private:
    void open(test::FakeSession::Script script) {
        m_session = std::make_unique<test::FakeSession>(std::move(script));
        m_controller = std::make_unique<RunController>(*m_session);
        m_page = std::make_unique<LivePage>(*m_controller);
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

    QString text(const char* name) { return child<QLabel>(name).text(); }

    std::unique_ptr<test::FakeSession> m_session;
    std::unique_ptr<RunController> m_controller;
    std::unique_ptr<LivePage> m_page;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_LivePage)

#include "tst_LivePage.moc"
