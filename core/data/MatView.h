#pragma once

#include "core/data/Image.h"

namespace cv {
class Mat;
}

namespace fissure {

/// OpenCV headers over the pixels of an image, without a copy; they must not outlive it. Three channels, R,
/// G, B.
cv::Mat matOver(Image& image);
cv::Mat matOver(const Image& image); ///< for reading only
cv::Mat matOver(GrayImage& mask);
cv::Mat matOver(const GrayImage& mask); ///< for reading only

/// Copies of a continuous or strided matrix of 8-bit pixels; toImage expects the order B, G, R.
Image toImage(const cv::Mat& bgr);
GrayImage toGrayImage(const cv::Mat& gray);

/// Keeps OpenCV from starting threads of its own: the parallel work here is over images. Cheap to call again.
void keepOpenCvSingleThreaded();

} // namespace fissure
