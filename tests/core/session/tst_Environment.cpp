#include "core/session/Environment.h"

#include <QTest>

using namespace fissure;

class TestEnvironment final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFactThatIsPromisedIsThere() {
        const EnvironmentFacts facts = describeEnvironment();
        for (const char* name : {"program", "commit", "compiler", "libtorch", "opencv", "sqlite", "cpu",
                                 "cpu_capability", "cores", "memory", "host", "gpu"}) {
            QVERIFY2(facts.contains(name) && !facts.at(name).empty(), name);
        }
    }

    void machineTellsItsMemoryAndItsArithmetic() {
        // Less would not hold this test; a unit taken wrongly is a thousand times off.
        QVERIFY(availableMemoryBytes() > std::int64_t{16} << 20);
        QVERIFY(availableMemoryBytes() < std::int64_t{1} << 50);
        RunConfig config;
        config.device = DeviceChoice::Cpu;
        const ComputeChoice choice = computeChoice(config);
        QVERIFY(!choice.isOnGpu);
        QCOMPARE(choice.automaticPrecision == Precision::Bf16,
                 describeEnvironment().at("cpu_bf16") == "in hardware");
        config.precision = Precision::Bf16;
        QCOMPARE(hasEmulatedPrecision(config), choice.automaticPrecision == Precision::Fp32);
    }

    void blasWarningNamesTheRemedy() {
        const auto warning = blasWarning(100'000.0);
        QVERIFY(warning.has_value());
        QVERIFY(warning->str().find("libopenblas0-pthread") != std::string::npos);
        QVERIFY(!blasWarning(0.0).has_value());
    }
};

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_Environment.moc"
