#pragma once

namespace fissure {

/// The IoU bands that negatives are spread over: seven of width 0.05 from 0 up, the last from 0.35 on, as in
/// the reference work ([0, .05), ..., [.3, .35), [.35, .5) at its threshold of 0.5).
inline constexpr int kNegativeBands = 8;

/// The band of an IoU in [0, 1], from 0.
constexpr int negativeBandOf(double iou) {
    int band = 0;
    while (band + 1 < kNegativeBands && iou >= (band + 1) / 20.0) {
        ++band;
    }
    return band;
}

} // namespace fissure
