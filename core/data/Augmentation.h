#pragma once

#include "core/base/Seed.h"
#include "core/data/Image.h"

#include <span>

namespace fissure {

/// What happens to a training crop before the network sees it, in torchvision's terms:
/// ColorJitter(brightness), RandomHorizontalFlip(p), RandomRotation(degrees, nearest, fill 0).
struct AugmentationSettings {
    double brightness = 0.0;
    double flipProbability = 0.0;
    double rotationDegrees = 0.0;
};

/// The draw of one crop's augmentation; brightnessFactor from [max(0, 1 - b), 1 + b], angle from [-r, r]
/// degrees counter-clockwise.
struct AugmentationDraw {
    double brightnessFactor = 1.0;
    bool flip = false;
    double angleDegrees = 0.0;
};

AugmentationDraw drawAugmentation(const AugmentationSettings& settings, Rng& rng);

/// Resizes to sizePx x sizePx and applies the draw: brightness, flip, rotation, in this order. The result is
/// what a form can show.
Image augmented(const Image& crop, int sizePx, const AugmentationDraw& draw);

/// To float in [0, 1], minus the ImageNet mean, divided by its deviation, planes R, G, B: out is [3, H, W] of
/// the image's size.
void normalise(const Image& image, std::span<float> out);

/// One clause that names resizing and normalisation exactly; part of the evaluation fingerprint.
const char* preprocessingName();

} // namespace fissure
