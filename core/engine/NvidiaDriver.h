#pragma once

#include <filesystem>
#include <string>

namespace fissure {

/// Where NVIDIA's kernel driver describes itself on Linux.
inline constexpr const char* kNvidiaDriverFolder = "/proc/driver/nvidia";

/// Names of the GPUs the driver knows, "NVIDIA H100, 2 x NVIDIA T4"; empty without one. LibTorch tells names
/// only through CUDA's own headers, which a build without CUDA does not have.
std::string nvidiaGpuNames(const std::filesystem::path& driverFolder = kNvidiaDriverFolder);

/// "535.104.05"; empty without a driver.
std::string nvidiaDriverVersion(const std::filesystem::path& driverFolder = kNvidiaDriverFolder);

} // namespace fissure
