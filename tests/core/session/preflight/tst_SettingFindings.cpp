#include "core/session/preflight/SettingFindings.h"

#include <QTest>

#include <algorithm>

using namespace fissure;

namespace {

RunConfig soundConfig() {
    RunConfig config;
    config.validDir = "/data/valid";
    config.initialWeights = "/data/imagenet.safetensors";
    return config;
}

const MachineFacts kMachine{{Precision::Bf16, false}, false, 64'000'000'000};

std::vector<std::string> codesOf(const RunConfig& config, const MachineFacts& machine = kMachine) {
    std::vector<std::string> codes;
    for (const Finding& finding : settingFindings(config, 1000, machine)) {
        codes.push_back(finding.code);
    }
    return codes;
}

using Codes = std::vector<std::string>;

} // namespace

class tst_SettingFindings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void soundSettingsHaveNone() { QCOMPARE(codesOf(soundConfig()), Codes()); }

    void missingValidationIsWarnedOf() {
        RunConfig config = soundConfig();
        config.validDir.clear();
        QCOMPARE(codesOf(config), Codes{"no-validation"});
    }

    void tooLittleMemoryIsWarnedOf() {
        const RunConfig config = soundConfig(); // resnext50 at 224 px, 16 a batch
        MachineFacts machine = kMachine;
        machine.availableMemoryBytes = 1'000'000'000;
        const auto findings = settingFindings(config, 1000, machine);
        QCOMPARE(findings.at(0).code, std::string("memory-short"));
        QVERIFY(findings.at(0).text.str().starts_with(
            "The run will need about 1.5 GB of memory and 1.0 GB are free."));
        machine.availableMemoryBytes = 0; // nobody knows
        QCOMPARE(codesOf(config, machine), Codes());
    }

    void settingsWithoutEffectAreWarnedOf() {
        RunConfig config = soundConfig();
        config.crackWeight = 2.0;
        config.focalGamma = 1.0;
        QCOMPARE(codesOf(config), (Codes{"unused-crack-weight", "unused-focal"}));
        config.sampler = Sampler::Weighted;
        config.loss = Loss::Focal;
        QCOMPARE(codesOf(config), Codes());
    }

    void emulatedPrecisionIsWarnedOf() {
        MachineFacts machine = kMachine;
        machine.emulatesPrecision = true;
        QCOMPARE(codesOf(soundConfig(), machine), Codes{"emulated-precision"});
    }

    void sequentialSamplerIsWarnedOf() {
        RunConfig config = soundConfig();
        config.sampler = Sampler::Sequential;
        QCOMPARE(codesOf(config), Codes{"sequential-sampler"});
    }

    void batchLargerThanTheDataIsWarnedOf() {
        RunConfig config = soundConfig();
        config.batchSize = 1001;
        MachineFacts machine = kMachine;
        machine.availableMemoryBytes = 0;
        QCOMPARE(codesOf(config, machine), Codes{"large-batch"});
    }

    void randomWeightsAreNoted() {
        RunConfig config = soundConfig();
        config.initialWeights.clear();
        const auto findings = settingFindings(config, 1000, kMachine);
        QCOMPARE(findings.at(0).code, std::string("random-weights"));
        QCOMPARE(findings.at(0).severity, Severity::Info);
    }
};

QTEST_GUILESS_MAIN(tst_SettingFindings)
#include "tst_SettingFindings.moc"
