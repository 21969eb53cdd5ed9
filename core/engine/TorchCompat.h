#pragma once

#include <ATen/autocast_mode.h>
#include <torch/torch.h>
#include <torch/version.h>

// What differs between the LibTorch versions we build with (1.13 and 2.x), under one name each.
namespace fissure::compat {

#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)

inline bool isAutocastEnabled(c10::DeviceType device) {
    return at::autocast::is_autocast_enabled(device);
}

inline void setAutocastEnabled(c10::DeviceType device, bool enabled) {
    at::autocast::set_autocast_enabled(device, enabled);
}

inline at::ScalarType autocastType(c10::DeviceType device) {
    return at::autocast::get_autocast_dtype(device);
}

inline void setAutocastType(c10::DeviceType device, at::ScalarType type) {
    at::autocast::set_autocast_dtype(device, type);
}

#else

inline bool isAutocastEnabled(c10::DeviceType device) {
    return device == c10::kCUDA ? at::autocast::is_enabled() : at::autocast::is_cpu_enabled();
}

inline void setAutocastEnabled(c10::DeviceType device, bool enabled) {
    device == c10::kCUDA ? at::autocast::set_enabled(enabled) : at::autocast::set_cpu_enabled(enabled);
}

inline at::ScalarType autocastType(c10::DeviceType device) {
    return device == c10::kCUDA ? at::autocast::get_autocast_gpu_dtype()
                                : at::autocast::get_autocast_cpu_dtype();
}

inline void setAutocastType(c10::DeviceType device, at::ScalarType type) {
    device == c10::kCUDA ? at::autocast::set_autocast_gpu_dtype(type)
                         : at::autocast::set_autocast_cpu_dtype(type);
}

#endif

} // namespace fissure::compat
