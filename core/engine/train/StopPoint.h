#pragma once

#include <torch/torch.h>

#include <exception>
#include <stop_token>

namespace fissure {

/// Leaves a forward or backward pass; guarded() turns it into an Error of the code Stopped.
class StopRequested final : public std::exception {
public:
    const char* what() const noexcept override { return "a stop was requested"; }
};

/// Throws StopRequested when the stop is requested: now, and when a backward pass comes by x.
void stopPoint(const torch::Tensor& x, const std::stop_token& stop);

} // namespace fissure
