#include "core/session/TrainingSession.h"
#include "core/store/RunQuery.h"
#include "tests/support/TinyRun.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>
#include <malloc.h>
#include <sys/resource.h>
#include <thread>

using namespace fissure;
using Steady = std::chrono::steady_clock;
namespace {
double ms(Steady::duration d) {
    return std::chrono::duration<double, std::milli>(d).count();
}
double cpu() {
    rusage u{};
    getrusage(RUSAGE_SELF, &u);
    return double(u.ru_utime.tv_sec + u.ru_stime.tv_sec) +
           1e-6 * double(u.ru_utime.tv_usec + u.ru_stime.tv_usec);
}
class Observer final : public TrainObserver {
public:
    std::atomic<int> steps = 0, pauses = 0, batches = 0;
    void onStarted(const RunStarted&) override {}
    void onStep(const StepMetrics&) override { ++steps; }
    void onValidationProgress(const ValidationProgress&) override { ++batches; }
    void onPaused() override { ++pauses; }
    void onEpoch(const EpochMetrics& e, std::span<const Prediction>) override {
        std::printf("epoch %d: %.2f s, %.2f img/s\n", e.epoch, e.seconds, e.imagesPerSecond);
    }
    void onNote(const std::string&, const Text&) override {}
};
template <class F>
void until(F f) {
    while (!f())
        std::this_thread::sleep_for(std::chrono::microseconds(200));
}
} // namespace

class tst_PauseLatency : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void latency() {
        ::mallopt(M_MMAP_MAX, 0);
        ::mallopt(M_TRIM_THRESHOLD, 1 << 30);
        ::mallopt(M_TOP_PAD, 64 << 20);
        QTemporaryDir dir;
        const Workspace ws = *Workspace::open((dir.path() + "/w").toStdString());
        SystemClock clock;
        RunConfig config;
        config.backbone = Backbone::ResNet18;
        config.trainDir = "/tmp/uav/train2";
        config.validDir = "/tmp/uav/valid2";
        config.imageSizePx = 112;
        config.batchSize = 16;
        config.precision = Precision::Fp32;
        config.epochs = 100;
        for (int r = 0; r < 3; ++r) {
            Observer o;
            std::stop_source stop;
            PauseGate gate;
            auto f = std::async(std::launch::async, [&] {
                return TrainingSession(ws, clock).run({config, "x", {}}, o, {stop.get_token(), gate});
            });
            until([&] { return o.steps >= 5; });
            for (int i = 0; i < 8; ++i) {
                std::this_thread::sleep_for(std::chrono::milliseconds(700 + 137 * i));
                const int before = o.pauses;
                const auto t0 = Steady::now();
                gate.pause();
                until([&] { return o.pauses > before; });
                const auto t1 = Steady::now();
                auto q = *RunQuery::open(ws);
                until([&] { return q->runs()->front().status == RunStatus::Paused; });
                const auto t2 = Steady::now();
                const double c0 = cpu();
                std::this_thread::sleep_for(std::chrono::seconds(i == 0 ? 5 : 1));
                const double c1 = cpu();
                const int s = o.steps + o.batches;
                const auto t3 = Steady::now();
                if (i == 7)
                    break;
                gate.resume();
                until([&] { return o.steps + o.batches > s; });
                const auto t4 = Steady::now();
                std::printf("pause held after %.0f ms, stored after %.0f ms, CPU while held %.3f s, next "
                            "step after resume %.0f ms\n",
                            ms(t1 - t0), ms(t2 - t0), c1 - c0, ms(t4 - t3));
                std::fflush(stdout);
            }
            const auto t0 = Steady::now();
            stop.request_stop();
            const auto result = f.get();
            std::printf("stop while held: %.0f ms -> %s\n", ms(Steady::now() - t0), result->reason.c_str());
            std::fflush(stdout);
        }
    }
};
QTEST_GUILESS_MAIN(tst_PauseLatency)
#include "tst_PauseLatency.moc"
