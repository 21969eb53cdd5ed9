// A folder of a million proposals: scanned without and with a cache, cut and fingerprinted. The crops are
// empty files in a temporary folder; making and removing them takes most of the time.
#include "core/data/ProposalIndex.h"
#include "core/data/ProposalName.h"
#include "core/data/ProposalSelection.h"

#include <benchmark/benchmark.h>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

using namespace fissure;
namespace fs = std::filesystem;

namespace {

constexpr int kProposals = 1'000'000;
constexpr int kOfOnePhotograph = 100;

class Fixture {
public:
    Fixture() : m_root(makeFolder()) {
        fs::create_directory(proposals());
        const int folder = ::open(proposals().c_str(), O_RDONLY | O_DIRECTORY);
        for (int i = 0; i < kProposals; ++i) {
            const int file = ::openat(folder, nameOf(i).c_str(), O_CREAT | O_WRONLY, 0644);
            if (file < 0) {
                std::perror("cannot make the folder");
                std::exit(EXIT_FAILURE);
            }
            ::close(file);
        }
        ::close(folder);
    }
    ~Fixture() {
        std::error_code error;
        fs::remove_all(m_root, error);
    }
    Fixture(const Fixture&) = delete;
    Fixture& operator=(const Fixture&) = delete;

    fs::path proposals() const { return m_root / "proposals"; }
    fs::path cache() const { return m_root / "cache"; }

    /// An index kept just now is not trusted yet; see IndexCache.h.
    void ageCache() const {
        for (const auto& kept : fs::directory_iterator(cache())) {
            fs::last_write_time(kept, fs::file_time_type::clock::now() + std::chrono::minutes(1));
        }
    }

private:
    static fs::path makeFolder() {
        std::string name = (fs::temp_directory_path() / "fissure-bench-XXXXXX").string();
        return ::mkdtemp(name.data());
    }

    static std::string nameOf(int number) {
        const double iou = static_cast<double>(number * 2'654'435'761U % 101) / 100.0;
        char source[32];
        std::snprintf(source, sizeof source, "rissbilder_%05d", number / kOfOnePhotograph);
        return toFileName({source, number % kOfOnePhotograph, iou, iou > 0.5 ? 1 : 0, "jpg"});
    }

    fs::path m_root;
};

std::optional<Fixture> fixture;

std::int64_t allocatedBytes() {
#if defined(__GLIBC__)
    const struct mallinfo2 facts = ::mallinfo2();
    return static_cast<std::int64_t>(facts.uordblks + facts.hblkhd);
#else
    return 0;
#endif
}

void scan(benchmark::State& state, const fs::path& cache) {
    for (auto _ : state) {
        const std::int64_t before = allocatedBytes();
        const auto index = scanProposals(fixture->proposals(), cache);
        state.PauseTiming();
        if (!index || index->proposals.size() != kProposals) {
            state.SkipWithError("the folder was not read whole");
            return;
        }
        std::int64_t bytes = allocatedBytes() - before;
        for (const Proposal& proposal : index->proposals) {
            bytes -= static_cast<std::int64_t>(proposal.file.size());
        }
        state.counters["bytes beyond a name"] = static_cast<double>(bytes) / kProposals;
        state.ResumeTiming();
    }
}

void scanWithoutCache(benchmark::State& state) {
    scan(state, {});
}
BENCHMARK(scanWithoutCache)->Unit(benchmark::kMillisecond)->Iterations(5);

void scanIntoEmptyCache(benchmark::State& state) {
    for (auto _ : state) {
        state.PauseTiming();
        fs::remove_all(fixture->cache());
        state.ResumeTiming();
        benchmark::DoNotOptimize(scanProposals(fixture->proposals(), fixture->cache()));
    }
}
BENCHMARK(scanIntoEmptyCache)->Unit(benchmark::kMillisecond)->Iterations(3);

void scanFromCache(benchmark::State& state) {
    benchmark::DoNotOptimize(scanProposals(fixture->proposals(), fixture->cache()));
    fixture->ageCache();
    scan(state, fixture->cache());
}
BENCHMARK(scanFromCache)->Unit(benchmark::kMillisecond)->Iterations(5);

void selectPerBand(benchmark::State& state) {
    const auto index = scanProposals(fixture->proposals()).value();
    for (auto _ : state) {
        benchmark::DoNotOptimize(selectProposals(index, {.labelIou = 0.35, .negativesPerBand = 2}));
    }
}
BENCHMARK(selectPerBand)->Unit(benchmark::kMillisecond)->Iterations(3);

void selectHardest(benchmark::State& state) {
    const auto index = scanProposals(fixture->proposals()).value();
    for (auto _ : state) {
        benchmark::DoNotOptimize(selectProposals(index, {.hardestNegatives = 800}));
    }
}
BENCHMARK(selectHardest)->Unit(benchmark::kMillisecond)->Iterations(3);

void fingerprint(benchmark::State& state) {
    const auto index = scanProposals(fixture->proposals()).value();
    for (auto _ : state) {
        benchmark::DoNotOptimize(fingerprintOf(fixture->proposals(), index.proposals));
    }
}
BENCHMARK(fingerprint)->Unit(benchmark::kMillisecond)->Iterations(2);

} // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    fixture.emplace();
    benchmark::RunSpecifiedBenchmarks();
    fixture.reset();
    return EXIT_SUCCESS;
}
