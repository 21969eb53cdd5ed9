#include "ui/launch/PreflightWorker.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <condition_variable>
#include <future>
#include <mutex>
#include <stdexcept>

namespace fissure::ui {

namespace {

void waitForStop(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait(lock, stop, [] { return false; });
}

DeepReport reportOf(const char* code) {
    DeepReport report;
    report.cropFindings = {{Severity::Warning, code, "Something is odd.", {}, 0}};
    return report;
}

} // namespace

class tst_PreflightWorker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsFoundComesToTheGuiThreadInOrder() {
        const QThread* gui = QThread::currentThread();
        std::atomic<bool> wasElsewhere = false;
        PreflightWorker worker([&](const RunConfig& config, const PreflightOptions& options,
                                   const std::stop_token&) -> Result<DeepReport> {
            wasElsewhere = QThread::currentThread() != gui;
            options.onProgress({PreflightStage::TrainCrops, 24, 24});
            options.onFindings(reportOf("first").cropFindings);
            return reportOf(config.trainDir.c_str());
        });
        QStringList heard;
        connect(&worker, &PreflightWorker::progressed, this, [&](const PreflightProgress& progress) {
            QCOMPARE(QThread::currentThread(), gui);
            heard.append(QStringLiteral("progress %1").arg(progress.done));
        });
        connect(&worker, &PreflightWorker::found, this, [&](const std::vector<Finding>& findings) {
            heard.append(QString::fromStdString(findings.front().code));
        });
        connect(&worker, &PreflightWorker::finished, this, [&](const Result<DeepReport>& report) {
            QVERIFY(!worker.isBusy());
            heard.append(QString::fromStdString(report->cropFindings.front().code));
        });
        RunConfig config;
        config.trainDir = "last";
        worker.start(config, {});
        QVERIFY(worker.isBusy());
        QTRY_COMPARE(heard, (QStringList{QStringLiteral("progress 24"), QStringLiteral("first"),
                                         QStringLiteral("last")}));
        QVERIFY(wasElsewhere);
    }

    void progressIsThinnedOut() {
        PreflightWorker worker([](const RunConfig&, const PreflightOptions& options,
                                  const std::stop_token&) -> Result<DeepReport> {
            for (int done = 1; done <= 100'000; ++done) {
                options.onProgress({PreflightStage::TrainCrops, done, 100'000});
            }
            return DeepReport{};
        });
        QSignalSpy progressed(&worker, &PreflightWorker::progressed);
        QSignalSpy finished(&worker, &PreflightWorker::finished);
        worker.start({}, {});
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(progressed.count() >= 1 && progressed.count() < 1000);
        QCOMPARE(progressed.last().at(0).value<PreflightProgress>().done, std::int64_t(100'000));
    }

    void windowThatIsBehindHearsOnlyTheLatest() {
        std::promise<void> told;
        PreflightWorker worker([&told](const RunConfig&, const PreflightOptions& options,
                                       const std::stop_token&) -> Result<DeepReport> {
            for (int crops = 1; crops <= 100; ++crops) { // the end of a stage is never held back
                options.onProgress({PreflightStage::TrainCrops, crops, crops});
            }
            told.set_value();
            return DeepReport{};
        });
        QSignalSpy progressed(&worker, &PreflightWorker::progressed);
        QSignalSpy finished(&worker, &PreflightWorker::finished);
        worker.start({}, {});
        told.get_future().wait();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(progressed.count(), 1);
        QCOMPARE(progressed.at(0).at(0).value<PreflightProgress>().done, std::int64_t(100));
    }

    void cancelEndsTheCheckAndAnotherCanStart() {
        PreflightWorker worker(
            [](const RunConfig&, const PreflightOptions&, const std::stop_token& stop) -> Result<DeepReport> {
                waitForStop(stop);
                return failure(ErrorCode::Stopped, "", "the check was stopped");
            });
        QSignalSpy finished(&worker, &PreflightWorker::finished);
        for (int round = 1; round <= 2; ++round) {
            worker.start({}, {});
            worker.start({}, {}); // one at a time
            worker.cancel();
            QTRY_COMPARE(finished.count(), round);
            QCOMPARE(finished.last().at(0).value<Result<DeepReport>>().error().code, ErrorCode::Stopped);
            QVERIFY(!worker.isBusy());
        }
        worker.cancel(); // nothing to cancel
        QCOMPARE(finished.count(), 2);
    }

    void exceptionIsAFailure() {
        PreflightWorker worker(
            [](const RunConfig&, const PreflightOptions&, const std::stop_token&) -> Result<DeepReport> {
                throw std::runtime_error("the disk is on fire");
            });
        QSignalSpy finished(&worker, &PreflightWorker::finished);
        worker.start({}, {});
        QTRY_COMPARE(finished.count(), 1);
        const auto report = finished.last().at(0).value<Result<DeepReport>>();
        QCOMPARE(report.error().code, ErrorCode::Internal);
        QVERIFY(report.error().message().find("the disk is on fire") != std::string::npos);
    }

    void workerCanGoWhileItWorks() {
        std::atomic<bool> wasStopped = false;
        {
            PreflightWorker worker([&](const RunConfig&, const PreflightOptions&,
                                       const std::stop_token& stop) -> Result<DeepReport> {
                waitForStop(stop);
                wasStopped = true;
                return DeepReport{};
            });
            worker.start({}, {});
        }
        QVERIFY(wasStopped);
        QCoreApplication::processEvents();
    }
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_PreflightWorker)

#include "tst_PreflightWorker.moc"
