#include "core/session/RunEstimate.h"

#include <cmath>
#include <limits>

namespace fissure {

namespace {

constexpr double kMeasuredSizePx = 224.0;
/// A forward pass takes about a third of forward, backward and step.
constexpr double kValidationShare = 1.0 / 3.0;

/// Resident memory of a run in bf16, in bytes.
struct MemoryFactors {
    double fixed;    ///< program, parameters, gradients and the optimiser's moments
    double perImage; ///< activations of an image of 224 x 224, with their gradients
};

MemoryFactors factorsOf(Backbone backbone) {
    switch (backbone) {
    case Backbone::ResNext50_32x4d:
        return {0.42e9, 0.0685e9};
    case Backbone::ResNet18:
        break;
    }
    return {0.30e9, 0.015e9};
}

constexpr double kFp32Factor = 1.6;

Precision resolved(Precision precision, const ComputeChoice& machine) {
    return precision == Precision::Automatic ? machine.automaticPrecision : precision;
}

double pixelsOf(const RunConfig& config) {
    return static_cast<double>(config.imageSizePx) * static_cast<double>(config.imageSizePx);
}

/// How far the input sizes lie apart, as the logarithm of their ratio; infinite where the run tells nothing.
double distance(const RunConfig& config, const RunSummary& run, const ComputeChoice& machine) {
    const bool isComparable = run.best && run.best->imagesPerSecond > 0.0 &&
                              run.config.backbone == config.backbone && run.config.device == config.device &&
                              resolved(run.config.precision, machine) == resolved(config.precision, machine);
    return isComparable ? std::fabs(std::log(pixelsOf(config) / pixelsOf(run.config)))
                        : std::numeric_limits<double>::infinity();
}

std::chrono::milliseconds milliseconds(double seconds) {
    return std::chrono::milliseconds(std::llround(seconds * 1000.0));
}

std::optional<TimeEstimate> timeOf(const RunConfig& config, const ComputeChoice& machine,
                                   std::int64_t trainProposals, std::int64_t validProposals,
                                   std::span<const RunSummary> history) {
    const RunSummary* nearest = nullptr;
    double shortest = std::numeric_limits<double>::infinity();
    for (const RunSummary& run : history) {
        if (const double apart = distance(config, run, machine); apart < shortest) {
            nearest = &run;
            shortest = apart;
        }
    }
    if (nearest == nullptr) {
        return std::nullopt;
    }
    const double rate = nearest->best->imagesPerSecond * pixelsOf(nearest->config) / pixelsOf(config);
    const double images =
        static_cast<double>(trainProposals) + kValidationShare * static_cast<double>(validProposals);
    const double seconds = images / rate;
    return TimeEstimate{nearest->id, milliseconds(seconds),
                        milliseconds(seconds * static_cast<double>(config.epochs))};
}

} // namespace

std::int64_t estimatedMemory(const RunConfig& config, const ComputeChoice& machine) {
    if (machine.isOnGpu) {
        return 0;
    }
    const MemoryFactors factors = factorsOf(config.backbone);
    const double images =
        static_cast<double>(config.batchSize) * pixelsOf(config) / (kMeasuredSizePx * kMeasuredSizePx);
    const double bytes = factors.fixed + factors.perImage * images;
    const bool isFp32 = resolved(config.precision, machine) == Precision::Fp32;
    return static_cast<std::int64_t>(bytes * (isFp32 ? kFp32Factor : 1.0));
}

RunEstimate estimateOf(const RunForecast& forecast, std::int64_t epochs) {
    return {forecast.memoryBytes, TimeEstimate{{}, forecast.epoch(), forecast.whole(epochs)}};
}

RunEstimate estimateRun(const RunConfig& config, const ComputeChoice& machine, std::int64_t trainProposals,
                        std::int64_t validProposals, std::span<const RunSummary> history) {
    return {estimatedMemory(config, machine),
            timeOf(config, machine, trainProposals, validProposals, history)};
}

} // namespace fissure
