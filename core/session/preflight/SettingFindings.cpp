#include "core/session/preflight/SettingFindings.h"

#include "core/session/RunEstimate.h"

#include <fmt/format.h>

namespace fissure {

namespace {

std::string gigabytes(std::int64_t bytes) {
    return fmt::format("{:.1f} GB", static_cast<double>(bytes) / 1e9);
}

class SettingCheck {
public:
    SettingCheck(const RunConfig& config, std::int64_t trainProposals, const MachineFacts& machine)
        : m_config(config)
        , m_trainProposals(trainProposals)
        , m_machine(machine) {}

    std::vector<Finding> run() {
        checkValidation();
        checkMemory();
        checkUnused();
        checkPrecision();
        checkSampler();
        checkBatch();
        checkWeights();
        return std::move(m_findings);
    }

private:
    void add(Severity severity, const char* code, Text text) {
        m_findings.push_back({severity, code, std::move(text)});
    }

    void checkValidation() {
        if (m_config.validDir.empty()) {
            add(Severity::Warning, "no-validation",
                Text("core",
                     "There are no validation proposals. The best weights will be those of the lowest "
                     "training loss, and nothing tells how good they are."));
        }
    }

    void checkMemory() {
        const std::int64_t needed = estimatedMemory(m_config, m_machine.choice);
        const std::int64_t available = m_machine.availableMemoryBytes;
        if (available > 0 && needed > available) {
            add(Severity::Warning, "memory-short",
                Text("core",
                     "The run will need about %1 of memory and %2 are free. Choose a smaller batch or "
                     "input size, or close other programs.")
                    .with(gigabytes(needed), gigabytes(available)));
        }
    }

    void checkUnused() {
        const RunConfig defaults;
        if (m_config.crackWeight != defaults.crackWeight && m_config.sampler != Sampler::Weighted) {
            add(Severity::Warning, "unused-crack-weight",
                Text("core", "The crack weight has no effect: only the weighted sampler uses it."));
        }
        const bool hasFocal =
            m_config.focalAlpha != defaults.focalAlpha || m_config.focalGamma != defaults.focalGamma;
        if (hasFocal && m_config.loss != Loss::Focal) {
            add(Severity::Warning, "unused-focal",
                Text("core", "Focal alpha and gamma have no effect: the loss is %1.")
                    .with(std::string(nameOf(m_config.loss))));
        }
    }

    void checkPrecision() {
        if (m_machine.emulatesPrecision) {
            add(Severity::Warning, "emulated-precision",
                Text("core", "This machine has to emulate bf16, which is some 20 times slower than fp32; "
                             "precision auto would choose fp32."));
        }
    }

    void checkSampler() {
        if (m_config.sampler == Sampler::Sequential) {
            add(Severity::Warning, "sequential-sampler",
                Text("core", "The sequential sampler shows neighbouring crops together. Training without "
                             "shuffling usually ends worse."));
        }
    }

    void checkBatch() {
        if (m_trainProposals > 0 && m_trainProposals < m_config.batchSize) {
            add(Severity::Warning, "large-batch",
                Text("core", "The batch size of %1 is larger than the %2 training proposals.")
                    .with(m_config.batchSize, m_trainProposals));
        }
    }

    void checkWeights() {
        if (m_config.initialWeights.empty()) {
            add(Severity::Info, "random-weights",
                Text("core",
                     "The network starts from random weights. ImageNet weights need far less data and "
                     "fewer epochs."));
        }
    }

    const RunConfig& m_config;
    std::int64_t m_trainProposals;
    const MachineFacts& m_machine;
    std::vector<Finding> m_findings;
};

} // namespace

MachineFacts machineFacts(const RunConfig& config) {
    return {computeChoice(config), hasEmulatedPrecision(config), availableMemoryBytes()};
}

std::vector<Finding> settingFindings(const RunConfig& config, std::int64_t trainProposals,
                                     const MachineFacts& machine) {
    return SettingCheck(config, trainProposals, machine).run();
}

} // namespace fissure
