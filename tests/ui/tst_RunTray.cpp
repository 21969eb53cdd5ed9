#include "tests/ui/support/FakeSession.h"
#include "tests/ui/support/SteeredSession.h"
#include "ui/RunTray.h"
#include "ui/common/Palette.h"
#include "ui/common/Theme.h"
#include "ui/run/CurrentRun.h"
#include "ui/run/RunController.h"

#include <QAction>
#include <QApplication>
#include <QSignalSpy>
#include <QSystemTrayIcon>
#include <QTest>

namespace fissure::ui {

class tst_RunTray : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void init() {
        m_session = std::make_unique<test::FakeSession>(
            [](const RunRequest&, TrainObserver& observer, std::stop_token stop) -> Result<RunResult> {
                RunStarted started = test::startedRun(10, 2);
                started.validProposals = 0;
                observer.onStarted(started);
                for (int step = 1; step <= 10; ++step) {
                    observer.onStep(test::stepOf(1, step));
                }
                test::waitForStop(stop);
                return RunResult{RunId{41}, RunStatus::Stopped, "stopped by the user", {}};
            });
        m_controller = std::make_unique<RunController>(*m_session);
        m_run = std::make_unique<CurrentRun>(*m_controller);
        m_tray = std::make_unique<RunTray>(*m_run, m_window);
    }

    void cleanup() {
        m_tray.reset();
        m_run.reset();
        m_controller.reset();
    }

    void toolTipAndPictureFollowTheRun() {
        QCOMPARE(icon().toolTip(), QStringLiteral("Fissure"));
        QVERIFY(!hasRing());
        QVERIFY(m_controller->start({}));
        QCOMPARE(icon().toolTip(), QStringLiteral("A run is being prepared."));
        QTRY_VERIFY2(icon().toolTip().startsWith(QStringLiteral("weighted 1:2: 50 %, ")),
                     qPrintable(icon().toolTip()));
        QVERIFY(icon().toolTip().endsWith(QStringLiteral("left")));
        QVERIFY(hasRing());
        m_controller->stop();
        QTRY_COMPARE(icon().toolTip(), QStringLiteral("Fissure"));
        QVERIFY(!hasRing());
    }

    void toolTipSaysThatTheRunIsPaused() {
        test::SteeredSession session;
        RunController controller(session);
        const CurrentRun run(controller);
        const RunTray tray(run, m_window);
        QVERIFY(controller.start({}));
        QTRY_VERIFY(run.status().epoch() > 0);
        controller.pause();
        QTRY_COMPARE(tray.text(), QStringLiteral("weighted 1:2: paused at 0 %"));
        controller.resume();
        QVERIFY(tray.text().startsWith(QStringLiteral("weighted 1:2: 0 %")));
    }

    void menuOpensStopsAndQuits() {
        QSignalSpy opened(m_tray.get(), &RunTray::openRequested);
        QSignalSpy stopped(m_tray.get(), &RunTray::stopRequested);
        QSignalSpy quit(m_tray.get(), &RunTray::quitRequested);
        action("trayOpen").trigger();
        QCOMPARE(opened.count(), 1);
        action("trayQuit").trigger();
        QCOMPARE(quit.count(), 1);
        QVERIFY(!action("trayStop").isEnabled());
        QVERIFY(m_controller->start({}));
        QVERIFY(action("trayStop").isEnabled());
        action("trayStop").trigger();
        QCOMPARE(stopped.count(), 1);
        m_controller->stop();
        QVERIFY(!action("trayStop").isEnabled());
        QTRY_VERIFY(!m_controller->isRunning());
    }

private:
    const QSystemTrayIcon& icon() const { return *m_tray->findChild<QSystemTrayIcon*>(); }

    QAction& action(const char* name) const {
        for (QAction* one : icon().contextMenu()->actions()) {
            if (one->objectName() == QLatin1String(name)) {
                return *one;
            }
        }
        qFatal("the menu lacks %s", name);
        std::abort();
    }

    /// Whether the right half, which the first half of a run fills, has the colour of progress at its edge.
    bool hasRing() const {
        const QImage image = icon().icon().pixmap(64).toImage();
        return image.pixelColor(image.width() - 4, image.height() / 2) ==
               colorOf(Meaning::Accent, lightPalette());
    }

    QWidget m_window;
    std::unique_ptr<test::FakeSession> m_session;
    std::unique_ptr<RunController> m_controller;
    std::unique_ptr<CurrentRun> m_run;
    std::unique_ptr<RunTray> m_tray;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_RunTray)
#include "tst_RunTray.moc"
