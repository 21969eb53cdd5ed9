#pragma once

#include "core/base/Clock.h"
#include "core/base/Workspace.h"
#include "core/store/RunQuery.h"
#include "core/store/RunStore.h"

#include <QTemporaryDir>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace fissure::test {

/// The value; a test that needs it fails with the error's message where there is none.
template <class T>
T take(Result<T> result) {
    if (!result) {
        throw std::runtime_error(result.error().message());
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

class ManualClock final : public Clock {
public:
    WallTime now() const override { return time; }

    WallTime time{std::chrono::milliseconds(1'772'000'000'123)};
};

/// A workspace in a folder of its own, which goes with it.
class TestWorkspace {
public:
    TestWorkspace()
        : workspace(take(Workspace::open(m_folder.filePath(QStringLiteral("workspace")).toStdString()))) {
        namespace fs = std::filesystem;
        // Another user has to be able to look in: see Unprivileged.
        fs::permissions(m_folder.path().toStdString(), fs::perms(0755));
    }

    ~TestWorkspace() {
        namespace fs = std::filesystem;
        // What a test made read-only could not be removed.
        std::error_code error;
        fs::permissions(workspace.root(), fs::perms::owner_all, fs::perm_options::add, error);
        for (const auto& entry : fs::recursive_directory_iterator(workspace.root(), error)) {
            if (entry.is_directory(error)) {
                fs::permissions(entry, fs::perms::owner_all, fs::perm_options::add, error);
            }
        }
    }
    TestWorkspace(const TestWorkspace&) = delete;
    TestWorkspace& operator=(const TestWorkspace&) = delete;

    std::unique_ptr<RunStore> openStore() const { return take(RunStore::open(workspace, clock)); }
    std::unique_ptr<RunQuery> openQuery() const { return take(RunQuery::open(workspace)); }

private:
    QTemporaryDir m_folder;

public:
    Workspace workspace;
    ManualClock clock;
};

/// A run with something in every field; number makes its uuid.
inline NewRun newRun(int number = 1) {
    NewRun run;
    std::string digits = std::to_string(number);
    run.uuid = "abcd" + std::string(28 - digits.size(), '0') + digits;
    run.name = "run number " + digits;
    run.tags = {"zeta", "alpha"};
    run.config.trainDir = "/data/tr\"ain";
    run.config.backbone = Backbone::ResNet18;
    run.config.sampler = Sampler::Weighted;
    run.config.seed = 4'294'967'295;
    run.config.learningRate = 3e-4;
    run.environment = {{"torch", "1.13.1"}, {"cpu", "Xeon"}};
    run.datasetFingerprint = "d1";
    run.evaluationFingerprint = "e1";
    run.trainCrack = 11;
    run.trainNoCrack = 22;
    run.validCrack = 33;
    run.validNoCrack = 44;
    run.findings = {{{Severity::Warning,
                      "same-pixels",
                      "Crops are alike.",
                      {{"a.1.0_1.0.jpg", "the same pixels as b.jpg"}, {"c\nd.jpg", {}}},
                      12},
                     true},
                    {{Severity::Warning, "no-validation", "There is none.", {}, 0}, false},
                    {{Severity::Info, "class-balance", "Half and half.", {{"e.jpg", {}}}, 1}, false}};
    return run;
}

inline StepMetrics stepNumber(int number, int stepsInEpoch = 10) {
    return {(number - 1) / stepsInEpoch + 1,
            (number - 1) % stepsInEpoch + 1,
            stepsInEpoch,
            number,
            1.0 / number,
            0.5,
            1.5 / number,
            0.625,
            9.75};
}

inline EpochMetrics epochNumber(int number, double validationLoss, bool isBest) {
    EpochMetrics epoch;
    epoch.epoch = number;
    epoch.train = {0.7, {1, 2, 3, 4}};
    epoch.validation = SplitMetrics{validationLoss, {5, 6, 7, 8}};
    epoch.learningRate = 1e-3;
    epoch.seconds = 12.5;
    epoch.imagesPerSecond = 8.25;
    epoch.isBest = isBest;
    return epoch;
}

inline std::vector<Prediction> predictionsOf(int count, double probability) {
    std::vector<Prediction> predictions;
    for (int i = 0; i < count; ++i) {
        // Of equal length, so that the order of the names is the order of the numbers.
        predictions.push_back({"wall." + std::to_string(1'000'000 + i) + ".0_71.1.jpg",
                               0.7123456789 / (i + 1), i % 2, probability, 0.25, i % 3 == 0});
    }
    return predictions;
}

} // namespace fissure::test
