// Images a second of whole training epochs, loading included, with the allocator settings of the program.
#include "core/engine/Trainer.h"
#include "tests/core/engine/support/RecordingListener.h"
#include "tests/core/engine/support/TestCrops.h"

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <malloc.h>

using namespace fissure;
using namespace fissure::test;

namespace {

constexpr int kCrops = 64;

/// Arguments: image size in px, precision (1: bf16).
void trainEpoch(benchmark::State& state, Backbone backbone) {
    const int sizePx = static_cast<int>(state.range(0));
    const TestCrops crops(kCrops, sizePx);
    TrainTask task = smallTask(crops, crops);
    task.valid.clear();
    task.config.backbone = backbone;
    task.config.imageSizePx = sizePx;
    task.config.batchSize = 16;
    task.config.precision = state.range(1) == 1 ? Precision::Bf16 : Precision::Fp32;
    task.config.threads = 0;
    task.config.epochs = 2; // the first one fills caches and pools
    for (auto _ : state) {
        RecordingListener listener;
        if (const auto outcome = train(task, listener, {}); !outcome) {
            state.SkipWithError(outcome.error().message().c_str());
            return;
        }
        const double imagesPerSecond = listener.epochs.back().imagesPerSecond;
        state.SetIterationTime(kCrops / imagesPerSecond);
        state.counters["images/s"] = imagesPerSecond;
    }
}

void arguments(benchmark::internal::Benchmark* benchmark) {
    benchmark->ArgNames({"px", "bf16"})->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);
}

BENCHMARK_CAPTURE(trainEpoch, resnet18, Backbone::ResNet18)
    ->Apply(arguments)
    ->ArgsProduct({{64, 112, 224}, {0, 1}});
BENCHMARK_CAPTURE(trainEpoch, resnext50_32x4d, Backbone::ResNext50_32x4d)
    ->Apply(arguments)
    ->ArgsProduct({{224}, {0, 1}});

} // namespace

int main(int argc, char** argv) {
#if defined(__GLIBC__)
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_TOP_PAD, 64 << 20);
#endif
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return EXIT_SUCCESS;
}
