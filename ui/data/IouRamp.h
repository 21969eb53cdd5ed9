#pragma once

#include <QColor>

namespace fissure::ui {

/// The colour of a proposal by its IoU, from deep violet at 0 over blue to pale cyan at 1: one hue range of
/// rising lightness, told apart in every form of colour blindness, and from the yellow of the ground truth
/// too. The same in both themes, as PhotographColors.h has it.
QColor iouColor(double iou);

} // namespace fissure::ui
