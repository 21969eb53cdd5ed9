#include "core/engine/Device.h"

#include "core/engine/NvidiaDriver.h"
#include "core/engine/Trainer.h"

#include <ATen/detail/CUDAHooksInterface.h>

#include <algorithm>
#include <thread>

namespace fissure {

namespace {

bool hasBf16InHardware(torch::Device device) {
    return device.is_cuda() ? at::detail::getCUDAHooks().supportsBFloat16ConvolutionWithCuDNNv8()
                            : engineEnvironment().bf16InHardware;
}

std::string nameOfDevice(torch::Device device) {
    if (!device.is_cuda()) {
        return "cpu";
    }
    const std::string gpus = nvidiaGpuNames();
    return gpus.empty() ? device.str() : device.str() + ' ' + gpus;
}

torch::Device deviceFor(DeviceChoice choice) {
    return choice != DeviceChoice::Cpu && torch::cuda::is_available() ? torch::Device(torch::kCUDA, 0)
                                                                      : torch::Device(torch::kCPU);
}

} // namespace

bool isPrecisionEmulated(const RunConfig& config) {
    return config.precision == Precision::Bf16 && !hasBf16InHardware(config);
}

bool hasBf16InHardware(const RunConfig& config) {
    return hasBf16InHardware(deviceFor(config.device));
}

bool isOnGpu(const RunConfig& config) {
    return deviceFor(config.device).is_cuda();
}

Result<Device> chooseDevice(const RunConfig& config) {
    Device chosen;
    chosen.device = deviceFor(config.device);
    if (config.device == DeviceChoice::Cuda && !chosen.device.is_cuda()) {
        return failure(ErrorCode::NotFound, "device", Text("core", "LibTorch finds no CUDA device"),
                       Text("core", "choose auto or cpu, or build with a LibTorch for CUDA"));
    }
    chosen.name = nameOfDevice(chosen.device);
    chosen.bf16 = config.precision == Precision::Bf16 ||
                  (config.precision == Precision::Automatic && hasBf16InHardware(chosen.device));
    const auto cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    chosen.threads = config.threads > 0 ? static_cast<int>(config.threads) : cores;
    return chosen;
}

} // namespace fissure
