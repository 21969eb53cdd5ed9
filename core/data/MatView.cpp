#include "core/data/MatView.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <mutex>

namespace fissure {

cv::Mat matOver(Image& image) {
    return cv::Mat(image.height, image.width, CV_8UC3, image.rgb.data());
}

cv::Mat matOver(const Image& image) {
    return cv::Mat(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.rgb.data()));
}

cv::Mat matOver(GrayImage& mask) {
    return cv::Mat(mask.height, mask.width, CV_8UC1, mask.gray.data());
}

cv::Mat matOver(const GrayImage& mask) {
    return cv::Mat(mask.height, mask.width, CV_8UC1, const_cast<std::uint8_t*>(mask.gray.data()));
}

Image toImage(const cv::Mat& bgr) {
    Image image{bgr.cols, bgr.rows, std::vector<std::uint8_t>(bgr.total() * 3)};
    cv::Mat rgb = matOver(image);
    cv::cvtColor(bgr, rgb, cv::COLOR_BGR2RGB);
    return image;
}

GrayImage toGrayImage(const cv::Mat& gray) {
    GrayImage mask{gray.cols, gray.rows, std::vector<std::uint8_t>(gray.total())};
    gray.copyTo(matOver(mask));
    return mask;
}

void keepOpenCvSingleThreaded() {
    static std::once_flag once;
    std::call_once(once, [] { cv::setNumThreads(1); });
}

} // namespace fissure
