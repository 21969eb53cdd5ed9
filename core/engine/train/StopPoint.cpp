#include "core/engine/train/StopPoint.h"

namespace fissure {

void stopPoint(const torch::Tensor& x, const std::stop_token& stop) {
    if (stop.stop_requested()) {
        throw StopRequested();
    }
    if (x.requires_grad()) {
        x.register_hook([stop](const torch::Tensor&) {
            if (stop.stop_requested()) {
                throw StopRequested();
            }
        });
    }
}

} // namespace fissure
