#include "core/base/Clock.h"
#include "core/base/Workspace.h"
#include "core/store/RunQuery.h"
#include "core/store/RunStore.h"

#include <benchmark/benchmark.h>
#include <filesystem>
#include <stdlib.h>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace fissure;

namespace {

/// A workspace in a temporary folder, and a run in it to write to.
class Fixture {
public:
    Fixture()
        : m_folder(makeFolder())
        , workspace(Workspace::open(m_folder).value())
        , store(RunStore::open(workspace, m_clock).value())
        , run(addRun(1)) {}
    ~Fixture() {
        store.reset();
        std::error_code error;
        fs::remove_all(m_folder, error);
    }
    Fixture(const Fixture&) = delete;
    Fixture& operator=(const Fixture&) = delete;

    RunId addRun(int number) {
        NewRun description;
        const std::string digits = std::to_string(number);
        description.uuid = std::string(32 - digits.size(), '0') + digits;
        description.name = "resnext50_32x4d shuffle bce";
        description.tags = {"baseline"};
        description.config.trainDir = "/data/proposals/train";
        description.config.validDir = "/data/proposals/valid";
        return store->createRun(description).value();
    }

private:
    static fs::path makeFolder() {
        std::string name = (fs::temp_directory_path() / "fissure-bench-XXXXXX").string();
        return ::mkdtemp(name.data());
    }

    SystemClock m_clock;
    fs::path m_folder;

public:
    Workspace workspace;
    std::unique_ptr<RunStore> store;
    RunId run;
};

std::vector<StepMetrics> stepsFrom(std::int64_t first, std::int64_t count) {
    std::vector<StepMetrics> steps(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < steps.size(); ++i) {
        steps[i] = {
            1, static_cast<int>(i) + 1, 1000, first + static_cast<std::int64_t>(i), 0.7, 0.5, 0.7, 0.5, 9.0};
    }
    return steps;
}

EpochMetrics epochNumber(int number) {
    EpochMetrics epoch;
    epoch.epoch = number;
    epoch.validation = SplitMetrics{1.0 / number, {1, 2, 3, 4}};
    epoch.isBest = number % 3 == 0;
    return epoch;
}

std::vector<Prediction> predictionsOf(int count) {
    std::vector<Prediction> predictions;
    for (int i = 0; i < count; ++i) {
        predictions.push_back(
            {"rissbilder_0412." + std::to_string(i) + ".0_53.1.jpg", 0.53, i % 2, 0.4, 0.2});
    }
    return predictions;
}

void addSteps(benchmark::State& state) {
    Fixture fixture;
    std::int64_t next = 1;
    for (auto _ : state) {
        if (!fixture.store->addSteps(fixture.run, stepsFrom(next, state.range(0)))) {
            state.SkipWithError("the steps were refused");
        }
        next += state.range(0);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(addSteps)->Arg(1)->Arg(100);

void addFirstEpoch(benchmark::State& state) {
    const auto predictions = predictionsOf(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        state.PauseTiming();
        auto fixture = std::make_unique<Fixture>();
        state.ResumeTiming();
        if (!fixture->store->addEpoch(fixture->run, epochNumber(1), predictions)) {
            state.SkipWithError("the epoch was refused");
        }
        state.PauseTiming();
        fixture.reset();
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(addFirstEpoch)->Arg(10'000)->Unit(benchmark::kMillisecond);

void addLaterEpoch(benchmark::State& state) {
    Fixture fixture;
    const auto predictions = predictionsOf(static_cast<int>(state.range(0)));
    int epoch = 0;
    for (auto _ : state) {
        if (!fixture.store->addEpoch(fixture.run, epochNumber(++epoch), predictions)) {
            state.SkipWithError("the epoch was refused");
        }
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(addLaterEpoch)->Arg(10'000)->Unit(benchmark::kMillisecond);

void readPredictions(benchmark::State& state) {
    Fixture fixture;
    if (!fixture.store->addEpoch(fixture.run, epochNumber(3),
                                 predictionsOf(static_cast<int>(state.range(0))))) {
        state.SkipWithError("the epoch was refused");
    }
    const auto query = RunQuery::open(fixture.workspace).value();
    for (auto _ : state) {
        benchmark::DoNotOptimize(query->predictions(fixture.run));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(readPredictions)->Arg(10'000)->Unit(benchmark::kMillisecond);

void readSteps(benchmark::State& state) {
    Fixture fixture;
    if (!fixture.store->addSteps(fixture.run, stepsFrom(1, state.range(0)))) {
        state.SkipWithError("the steps were refused");
    }
    const auto query = RunQuery::open(fixture.workspace).value();
    for (auto _ : state) {
        benchmark::DoNotOptimize(query->steps(fixture.run));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(readSteps)->Arg(100'000)->Unit(benchmark::kMillisecond);

void fillWithRuns(benchmark::State& state, Fixture& fixture) {
    const auto check = [&](const Result<void>& written) {
        if (!written) {
            state.SkipWithError(written.error().message().c_str());
        }
    };
    const std::int64_t count = state.range(0);
    for (int number = 2; number <= count; ++number) {
        const RunId run = fixture.addRun(number);
        for (int epoch = 1; epoch <= 20; ++epoch) {
            check(fixture.store->addEpoch(run, epochNumber(epoch), {}));
        }
        check(fixture.store->closeRun(run, RunStatus::Finished, "all epochs"));
    }
}

/// The list as a program shows it first: every configuration is parsed.
void listRunsFirst(benchmark::State& state) {
    Fixture fixture;
    fillWithRuns(state, fixture);
    for (auto _ : state) {
        benchmark::DoNotOptimize(RunQuery::open(fixture.workspace).value()->runs());
    }
}
BENCHMARK(listRunsFirst)->Arg(1'000)->Unit(benchmark::kMillisecond);

/// The list read again because something changed.
void listRunsAgain(benchmark::State& state) {
    Fixture fixture;
    fillWithRuns(state, fixture);
    const auto query = RunQuery::open(fixture.workspace).value();
    for (auto _ : state) {
        benchmark::DoNotOptimize(query->runs());
    }
}
BENCHMARK(listRunsAgain)->Arg(1'000)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
