#pragma once

#include "core/data/Image.h"

namespace fissure {

/// Kernel of a resampling. Bilinear is what torchvision's Resize takes, Bicubic (a = -0.5) what Pillow's
/// Image.resize takes, each by default.
enum class Kernel { Bilinear, Bicubic };

/// Scales to the given size as Pillow does, to the bit: the kernel grows with the factor of a reduction, so
/// that no detail aliases; first along the rows, then along the columns, each rounded to 8 bits. A size that
/// stays is left alone. The image must not be empty, the size at least 1 x 1. Safe from any thread.
Image resized(const Image& image, int width, int height, Kernel kernel);

} // namespace fissure
