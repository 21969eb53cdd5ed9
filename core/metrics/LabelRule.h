#pragma once

#include <cmath>

namespace fissure {

struct Prediction;

/// How far an IoU out of a name, rounded to two decimals, may be from the exact one; the slack covers the
/// binary representation of the rounded number.
inline constexpr double kIouRounding = 0.005 + 1e-9;

/// Whether the IoU cannot tell the label at this threshold: it is rounded and too near to it.
inline bool isAmbiguousAt(double iou, bool iouIsExact, double labelIou) {
    return !iouIsExact && std::abs(iou - labelIou) <= kIouRounding;
}

/// The label of a proposal at a label threshold: crack (1) where its IoU is above it, the label of its name
/// where that is ambiguous. labelIou 0 takes the label of the name.
inline int labelAt(double iou, bool iouIsExact, int nameLabel, double labelIou) {
    if (labelIou <= 0.0 || isAmbiguousAt(iou, iouIsExact, labelIou)) {
        return nameLabel;
    }
    return iou > labelIou ? 1 : 0;
}

/// The label of a proposal as a run with that label threshold would give it; the label that its own run used
/// for labelIou 0.
int labelAt(const Prediction& prediction, double labelIou);

} // namespace fissure
