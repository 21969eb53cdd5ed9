#include "core/engine/NvidiaDriver.h"
#include "core/engine/Trainer.h"

#include <ATen/Config.h>
#include <ATen/Version.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <torch/version.h>

#include <algorithm>
#include <ctime>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace fissure {

namespace {

/// AVX512-BF16 or AMX-BF16, read from the processor itself (CPUID leaf 7).
bool hasBf16Instructions() {
#if defined(__x86_64__)
    unsigned eax = 0;
    unsigned ebx = 0;
    unsigned ecx = 0;
    unsigned edx = 0;
    const bool hasAmx = __get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) != 0 && (edx & (1U << 22)) != 0;
    const bool hasAvx512 = __get_cpuid_count(7, 1, &eax, &ebx, &ecx, &edx) != 0 && (eax & (1U << 5)) != 0;
    return hasAmx || hasAvx512;
#else
    return false;
#endif
}

/// "AVX2" of the line "  - CPU capability usage: AVX2".
std::string capabilityOf(const std::string& config) {
    const std::string mark = "CPU capability usage: ";
    const auto start = config.find(mark);
    if (start == std::string::npos) {
        return "unknown";
    }
    const auto first = start + mark.size();
    return config.substr(first, config.find('\n', first) - first);
}

} // namespace

EngineEnvironment engineEnvironment() {
    EngineEnvironment facts;
    facts.torchVersion = TORCH_VERSION;
    facts.cpuCapability = capabilityOf(at::show_config());
    facts.bf16InHardware = hasBf16Instructions();
    if (torch::cuda::is_available()) {
        const std::string names = nvidiaGpuNames();
        facts.gpu = names.empty() ? std::to_string(torch::cuda::device_count()) + " CUDA device(s)" : names;
        const std::string version = nvidiaDriverVersion();
        facts.driver = version.empty() ? at::detail::getCUDAHooks().showConfig() : version;
    }
    return facts;
}

namespace {

/// Processor time of this thread: other programs on the machine do not count.
double threadSeconds() {
    std::timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

} // namespace

double measureBlasGflops() {
    const torch::NoGradGuard noGrad;
    constexpr std::int64_t kSide = 512;
    const torch::Tensor a = torch::rand({kSide, kSide});
    const torch::Tensor b = torch::rand({kSide, kSide});
    torch::Tensor product = torch::mm(a, b); // the first product starts threads and fills caches
    double fastest = 1e9;
    for (int repeat = 0; repeat < 2; ++repeat) {
        const double start = threadSeconds();
        product = torch::mm(a, b);
        fastest = std::min(fastest, threadSeconds() - start);
    }
    return 2.0 * kSide * kSide * kSide / fastest / 1e9;
}

} // namespace fissure
