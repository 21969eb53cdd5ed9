#pragma once

#include "core/engine/TorchCompat.h"

namespace fissure {

/// Runs the operations of its scope in bfloat16 where that is safe for them, on the calling thread. Restores
/// what was set before, whatever happens in between.
class Autocast {
public:
    Autocast(c10::DeviceType device, bool enabled)
        : m_device(device)
        , m_wasEnabled(compat::isAutocastEnabled(device))
        , m_previousType(compat::autocastType(device)) {
        compat::setAutocastEnabled(device, enabled);
        compat::setAutocastType(device, torch::kBFloat16);
    }

    ~Autocast() {
        compat::setAutocastEnabled(m_device, m_wasEnabled);
        compat::setAutocastType(m_device, m_previousType);
        // It holds bf16 copies of the parameters, stale after the next optimiser step.
        at::autocast::clear_cache();
    }

    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;

private:
    c10::DeviceType m_device;
    bool m_wasEnabled;
    at::ScalarType m_previousType;
};

} // namespace fissure
