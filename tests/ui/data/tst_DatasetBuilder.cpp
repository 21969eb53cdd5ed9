#include "tests/ui/support/FakeSession.h"
#include "ui/data/DatasetBuilder.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <stdexcept>

using namespace fissure;
using namespace fissure::ui;

namespace {

BuildProgress photograph(std::int64_t done, std::int64_t total) {
    return {done, total, 2.5, std::chrono::seconds(total - done)};
}

} // namespace

class tst_DatasetBuilder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void buildTellsItsProgressAndItsEnd() {
        DatasetBuilder builder([](const BuildRequest& request, const BuildProgressCallback& onProgress,
                                  std::stop_token) -> Result<BuildReport> {
            for (int done = 1; done <= 1000; ++done) {
                onProgress(photograph(done, 1000));
            }
            BuildReport report;
            report.folder = request.out;
            return report;
        });
        QSignalSpy progressed(&builder, &DatasetBuilder::progressed);
        QSignalSpy finished(&builder, &DatasetBuilder::finished);
        QVERIFY(!builder.isRunning());
        BuildRequest request;
        request.out = "/data/out";
        builder.start(request);
        QVERIFY(builder.isRunning() && !builder.progress());
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(finished[0][0].value<BuildReport>().folder, request.out);
        QVERIFY(!builder.isRunning());
        QCOMPARE(builder.progress()->done, std::int64_t(1000));
        QVERIFY2(progressed.count() < 500, "a fast build must not flood the window");
    }

    void cancelledBuildSaysSoUntilItEnds() {
        DatasetBuilder builder([](const BuildRequest&, const BuildProgressCallback&,
                                  std::stop_token stop) -> Result<BuildReport> {
            test::waitForStop(stop);
            return failure(ErrorCode::Stopped, "/data/out", "the build was stopped");
        });
        QSignalSpy failed(&builder, &DatasetBuilder::failed);
        builder.start({});
        QVERIFY(!builder.isCancelling());
        builder.cancel();
        QVERIFY(builder.isCancelling());
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::Stopped);
        QVERIFY(!builder.isRunning() && !builder.isCancelling());
    }

    void nextBuildStartsAfresh() {
        int number = 0;
        DatasetBuilder builder([&](const BuildRequest&, const BuildProgressCallback& onProgress,
                                   std::stop_token stop) -> Result<BuildReport> {
            onProgress(photograph(1, 2));
            if (++number == 1) {
                test::waitForStop(stop);
            }
            return stop.stop_requested() ? Result<BuildReport>(failure(ErrorCode::Stopped, {}, "stopped"))
                                         : BuildReport();
        });
        QSignalSpy failed(&builder, &DatasetBuilder::failed);
        QSignalSpy finished(&builder, &DatasetBuilder::finished);
        builder.start({});
        QTRY_VERIFY(builder.progress().has_value());
        builder.cancel();
        QTRY_COMPARE(failed.count(), 1);
        builder.start({});
        QVERIFY(!builder.progress());
        QTRY_COMPARE(finished.count(), 1);
    }

    void whatIsThrownBecomesAnError() {
        DatasetBuilder builder(
            [](const BuildRequest&, const BuildProgressCallback&, std::stop_token) -> Result<BuildReport> {
                throw std::runtime_error("out of luck");
            });
        QSignalSpy failed(&builder, &DatasetBuilder::failed);
        builder.start({});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::Internal);
        QVERIFY(!builder.isRunning());
    }

    void builderThatGoesStopsItsBuild() {
        std::atomic<bool> isUnderWay = false;
        std::atomic<bool> wasStopped = false;
        {
            DatasetBuilder builder([&](const BuildRequest&, const BuildProgressCallback&,
                                       std::stop_token stop) -> Result<BuildReport> {
                isUnderWay = true;
                test::waitForStop(stop);
                wasStopped = true;
                return BuildReport();
            });
            builder.start({});
            QTRY_VERIFY(isUnderWay);
        }
        QVERIFY(wasStopped);
    }
};

QTEST_GUILESS_MAIN(tst_DatasetBuilder)
#include "tst_DatasetBuilder.moc"
