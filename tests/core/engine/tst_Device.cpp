#include "core/engine/Device.h"
#include "core/engine/Trainer.h"

#include <QTest>

#include <thread>

using namespace fissure;

class TestDevice final : public QObject {
    Q_OBJECT

private:
    static Device onProcessor(Precision precision, std::int64_t threads = 0) {
        RunConfig config;
        config.device = DeviceChoice::Cpu;
        config.precision = precision;
        config.threads = threads;
        return chooseDevice(config).value();
    }

private Q_SLOTS:
    void automaticPrecisionIsBf16WhereTheProcessorHasIt() {
        QCOMPARE(onProcessor(Precision::Automatic).bf16, engineEnvironment().bf16InHardware);
    }

    void askedPrecisionIsTaken() {
        QCOMPARE(onProcessor(Precision::Bf16).precisionName(), std::string("bf16"));
        QCOMPARE(onProcessor(Precision::Fp32).precisionName(), std::string("fp32"));
    }

    void onlyBf16AskedForWhereItIsMissingIsEmulated() {
        RunConfig config;
        config.device = DeviceChoice::Cpu;
        QVERIFY(!isPrecisionEmulated(config));
        config.precision = Precision::Fp32;
        QVERIFY(!isPrecisionEmulated(config));
        config.precision = Precision::Bf16;
        QCOMPARE(isPrecisionEmulated(config), !engineEnvironment().bf16InHardware);
    }

    void zeroThreadsIsOneACore() {
        QCOMPARE(onProcessor(Precision::Fp32).threads, static_cast<int>(std::thread::hardware_concurrency()));
        QCOMPARE(onProcessor(Precision::Fp32, 3).threads, 3);
    }

    void automaticDeviceIsWhatThereIs() {
        const Device device = chooseDevice(RunConfig{}).value();
        QCOMPARE(device.device.is_cuda(), torch::cuda::is_available());
        QVERIFY(device.name.starts_with(device.device.is_cuda() ? "cuda:0" : "cpu"));
    }

    void missingCudaIsAnError() {
        if (torch::cuda::is_available()) {
            QSKIP("this machine has a CUDA device");
        }
        RunConfig config;
        config.device = DeviceChoice::Cuda;
        const auto device = chooseDevice(config);
        QVERIFY(!device.has_value());
        QCOMPARE(device.error().code, ErrorCode::NotFound);
        QCOMPARE(device.error().subject, std::string("device"));
        QCOMPARE(requireDevice(config).error(), device.error());
        QVERIFY(requireDevice(RunConfig{}).has_value());
    }

    void environmentNamesVersionAndProcessor() {
        const EngineEnvironment facts = engineEnvironment();
        QVERIFY(!facts.torchVersion.empty());
        QVERIFY(!facts.cpuCapability.empty());
        QCOMPARE(facts.gpu.empty(), !torch::cuda::is_available());
    }
};

QTEST_GUILESS_MAIN(TestDevice)
#include "tst_Device.moc"
