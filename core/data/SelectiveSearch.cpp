#include "core/data/SelectiveSearch.h"

#include "core/data/MatView.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/ximgproc/segmentation.hpp>

#include <algorithm>
#include <new>
#include <numeric>
#include <tuple>

namespace fissure {

namespace {

namespace segmentation = cv::ximgproc::segmentation;
using StrategyPtr = cv::Ptr<segmentation::SelectiveSearchSegmentationStrategy>;

constexpr float kSigma = 0.8F;
constexpr int kFirstScale = 150;
constexpr int kScaleStep = 150;

struct SearchStopped {};

/// Colour similarity: the intersection of two regions' normalised histograms, 25 bins a channel. Equal to
/// OpenCV's colour strategy, which walks through the whole image once for each region where this does so once
/// for all.
class ColourSimilarity final : public segmentation::SelectiveSearchSegmentationStrategy {
public:
    void setImage(cv::InputArray image, cv::InputArray regions, cv::InputArray sizes, int imageId) override {
        m_sizes = sizes.getMat();
        if (imageId == -1 || imageId != m_imageId) {
            m_imageId = imageId;
            m_initial = histogramsOf(image.getMat(), regions.getMat());
        }
        m_histograms = m_initial.clone();
    }

    float get(int first, int second) override {
        const float* a = m_histograms.ptr<float>(first);
        const float* b = m_histograms.ptr<float>(second);
        float common = 0.0F;
        for (int bin = 0; bin < m_histograms.cols; ++bin) {
            common += std::min(a[bin], b[bin]);
        }
        return common;
    }

    /// Both regions become the merged one, each weighing as much as its pixels.
    void merge(int first, int second) override {
        const auto pixels = static_cast<float>(m_sizes.at<int>(first));
        const auto otherPixels = static_cast<float>(m_sizes.at<int>(second));
        const auto allPixels = static_cast<float>(m_sizes.at<int>(first) + m_sizes.at<int>(second));
        float* a = m_histograms.ptr<float>(first);
        float* b = m_histograms.ptr<float>(second);
        for (int bin = 0; bin < m_histograms.cols; ++bin) {
            a[bin] = b[bin] = (a[bin] * pixels + b[bin] * otherPixels) / allPixels;
        }
    }

private:
    static constexpr int kBins = 25;

    /// image: 8-bit, any channels; regions: 32-bit numbers from 0. [regions, channels * kBins]
    static cv::Mat histogramsOf(const cv::Mat& image, const cv::Mat& regions) {
        double lastRegion = 0.0;
        cv::minMaxLoc(regions, nullptr, &lastRegion);
        const int channels = image.channels();
        cv::Mat counts = cv::Mat::zeros(static_cast<int>(lastRegion) + 1, channels * kBins, CV_32S);
        for (int y = 0; y < image.rows; ++y) {
            const std::uint8_t* pixel = image.ptr<std::uint8_t>(y);
            const int* region = regions.ptr<int>(y);
            for (int x = 0; x < image.cols; ++x) {
                int* count = counts.ptr<int>(region[x]);
                for (int channel = 0; channel < channels; ++channel, ++pixel) {
                    ++count[channel * kBins + *pixel * kBins / 256];
                }
            }
        }
        cv::Mat histograms;
        counts.convertTo(histograms, CV_32F);
        for (int region = 0; region < histograms.rows; ++region) {
            float* histogram = histograms.ptr<float>(region);
            // Added up in single precision, as OpenCV does: beyond 2^24 the sum is rounded.
            const float total = std::accumulate(histogram, histogram + histograms.cols, 0.0F);
            std::for_each_n(histogram, histograms.cols, [&](float& bin) { bin /= total; });
        }
        return histograms;
    }

    cv::Mat m_sizes;   // shared with the search, which keeps it up to date
    cv::Mat m_initial; // of the regions before any merge
    cv::Mat m_histograms;
    int m_imageId = -1;
};

/// Passes everything on to another strategy. OpenCV's search cannot be interrupted from outside, but asks its
/// strategies all the time, and takes an exception out of them without harm.
class StoppableStrategy final : public segmentation::SelectiveSearchSegmentationStrategy {
public:
    StoppableStrategy(StrategyPtr inner, std::stop_token stop)
        : m_inner(std::move(inner))
        , m_stop(std::move(stop)) {}

    void setImage(cv::InputArray image, cv::InputArray regions, cv::InputArray sizes, int imageId) override {
        throwWhenStopped();
        m_inner->setImage(image, regions, sizes, imageId);
        throwWhenStopped();
    }

    float get(int first, int second) override {
        throwWhenStopped();
        return m_inner->get(first, second);
    }

    void merge(int first, int second) override { m_inner->merge(first, second); }

private:
    void throwWhenStopped() const {
        if (m_stop.stop_requested()) {
            throw SearchStopped{};
        }
    }

    StrategyPtr m_inner;
    std::stop_token m_stop;
};

/// The images and strategies of OpenCV's switchToSelectiveSearchFast and -Quality, put together by hand
/// because theirs cannot be wrapped.
class Search {
public:
    Search(const cv::Mat& bgr, std::stop_token stop) : m_bgr(bgr), m_stop(std::move(stop)) {
        m_search->setBaseImage(bgr);
    }

    void setUp(SearchMode mode) {
        m_search->addImage(converted(cv::COLOR_BGR2HSV));
        m_search->addImage(converted(cv::COLOR_BGR2Lab));
        const auto fill = segmentation::createSelectiveSearchSegmentationStrategyFill();
        const auto texture = segmentation::createSelectiveSearchSegmentationStrategyTexture();
        const auto size = segmentation::createSelectiveSearchSegmentationStrategySize();
        add(segmentation::createSelectiveSearchSegmentationStrategyMultiple(cv::makePtr<ColourSimilarity>(),
                                                                            fill, texture, size));
        add(segmentation::createSelectiveSearchSegmentationStrategyMultiple(fill, texture, size));
        if (mode == SearchMode::Quality) {
            addQualityImages();
            add(segmentation::createSelectiveSearchSegmentationStrategyFill());
            add(segmentation::createSelectiveSearchSegmentationStrategySize());
        }
        const int scales = mode == SearchMode::Fast ? 3 : 5;
        for (int i = 0; i < scales; ++i) {
            m_search->addGraphSegmentation(segmentation::createGraphSegmentation(
                kSigma, static_cast<float>(kFirstScale + i * kScaleStep)));
        }
    }

    std::vector<cv::Rect> run() {
        std::vector<cv::Rect> rectangles;
        m_search->process(rectangles);
        return rectangles;
    }

private:
    cv::Mat converted(int code) const {
        cv::Mat result;
        cv::cvtColor(m_bgr, result, code);
        return result;
    }

    void add(const StrategyPtr& strategy) {
        m_search->addStrategy(cv::makePtr<StoppableStrategy>(strategy, m_stop));
    }

    /// Intensity, blue, and red, green and intensity together. OpenCV means to take the hue where blue
    /// stands, but overwrites it before the search; boxes equal to those of its users count for more.
    void addQualityImages() {
        const cv::Mat intensity = converted(cv::COLOR_BGR2GRAY);
        m_search->addImage(intensity);
        std::vector<cv::Mat> channels;
        cv::split(m_bgr, channels);
        m_search->addImage(channels[0]);
        cv::Mat combined;
        cv::merge(std::vector<cv::Mat>{channels[2], channels[1], intensity}, combined);
        m_search->addImage(combined);
    }

    cv::Mat m_bgr;
    std::stop_token m_stop;
    cv::Ptr<segmentation::SelectiveSearchSegmentation> m_search =
        segmentation::createSelectiveSearchSegmentation();
};

/// OpenCV's own order is partly random.
std::vector<Box> ordered(const std::vector<cv::Rect>& rectangles, const Image& image) {
    const Box whole{0, 0, image.width, image.height};
    std::vector<Box> boxes;
    for (const cv::Rect& rectangle : rectangles) {
        const Box box{rectangle.x, rectangle.y, rectangle.width, rectangle.height};
        if (box != whole) {
            boxes.push_back(box);
        }
    }
    std::ranges::sort(boxes, {},
                      [](const Box& box) { return std::tuple(-box.area(), box.y, box.x, box.width); });
    return boxes;
}

Error outOfMemory() {
    return {ErrorCode::OutOfMemory, {}, Text("core", "there is not enough memory for selective search"), {}};
}

} // namespace

Result<std::vector<Box>> selectiveSearch(const Image& image, SearchMode mode, std::stop_token stop) {
    if (std::min(image.width, image.height) < kMinimumSearchSidePx) {
        return failure(ErrorCode::OutOfRange, {},
                       Text("core", "it has %1 x %2 pixels; selective search needs %3 in both directions")
                           .with(image.width, image.height, kMinimumSearchSidePx));
    }
    keepOpenCvSingleThreaded();
    try {
        cv::Mat bgr;
        cv::cvtColor(matOver(image), bgr, cv::COLOR_RGB2BGR);
        Search search(bgr, stop);
        search.setUp(mode);
        return ordered(search.run(), image);
    } catch (const SearchStopped&) {
        return failure(ErrorCode::Stopped, {}, Text("core", "selective search was stopped"));
    } catch (const std::bad_alloc&) {
        return failure(outOfMemory());
    } catch (const cv::Exception& exception) {
        return exception.code == cv::Error::StsNoMem
                   ? failure(outOfMemory())
                   : failure(ErrorCode::Internal, {},
                             Text("core", "selective search failed: %1").with(exception.err));
    }
}

} // namespace fissure
