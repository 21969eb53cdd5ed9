#include "core/base/Seed.h"
#include "core/data/ConcretePainter.h"
#include "core/data/SelectiveSearch.h"

#include <QTest>
#include <opencv2/imgproc.hpp>
#include <opencv2/ximgproc/segmentation.hpp>

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>

using namespace fissure;

namespace {

/// Coloured blocks over one another, with some noise: many regions in few pixels.
Image drawBlocks(int sizePx) {
    Rng rng(2);
    Image image{sizePx, sizePx,
                std::vector<std::uint8_t>(static_cast<std::size_t>(sizePx) * sizePx * 3, 120)};
    const auto below = [&](int bound) {
        return static_cast<int>(uniformBelow(rng, static_cast<std::uint64_t>(bound)));
    };
    for (int block = 0; block < 25; ++block) {
        const Box box{below(sizePx - 20), below(sizePx - 20), 6 + below(14), 6 + below(14)};
        const int colour[3] = {below(230), below(230), below(230)};
        for (int i = 0; i < box.width * box.height * 3; ++i) {
            const int x = box.x + i / 3 % box.width;
            const int y = box.y + i / 3 / box.width;
            image.rgb[static_cast<std::size_t>((y * sizePx + x) * 3 + i % 3)] =
                static_cast<std::uint8_t>(colour[i % 3] + below(12));
        }
    }
    return image;
}

/// OpenCV's own set-up of the search.
std::set<Box> searchOfOpenCv(const Image& image, SearchMode mode) {
    const cv::Mat rgb(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.rgb.data()));
    cv::Mat bgr;
    cv::cvtColor(rgb, bgr, cv::COLOR_RGB2BGR);
    const auto search = cv::ximgproc::segmentation::createSelectiveSearchSegmentation();
    search->setBaseImage(bgr);
    if (mode == SearchMode::Fast) {
        search->switchToSelectiveSearchFast();
    } else {
        search->switchToSelectiveSearchQuality();
    }
    std::vector<cv::Rect> rectangles;
    search->process(rectangles);
    std::set<Box> boxes;
    for (const cv::Rect& rectangle : rectangles) {
        boxes.insert({rectangle.x, rectangle.y, rectangle.width, rectangle.height});
    }
    boxes.erase({0, 0, image.width, image.height});
    return boxes;
}

} // namespace

class tst_SelectiveSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boxesAreThoseOfOpenCv_data() {
        QTest::addColumn<SearchMode>("mode");
        QTest::newRow("fast") << SearchMode::Fast;
        QTest::newRow("quality") << SearchMode::Quality;
    }
    void boxesAreThoseOfOpenCv() {
        QFETCH(SearchMode, mode);
        const Image image = drawBlocks(90);
        const auto boxes = selectiveSearch(image, mode);
        QVERIFY(boxes.has_value());
        QVERIFY(boxes->size() > 20);
        QCOMPARE(std::set<Box>(boxes->begin(), boxes->end()), searchOfOpenCv(image, mode));
    }

    void largestComeFirstWithoutTheWholeImage() {
        const auto boxes = selectiveSearch(drawConcrete(80, 4).image, SearchMode::Fast);
        QVERIFY(boxes.has_value());
        QVERIFY(std::ranges::is_sorted(*boxes, std::ranges::greater{}, &Box::area));
        QVERIFY(std::ranges::find(*boxes, Box{0, 0, 80, 80}) == boxes->end());
    }

    void equalImagesGiveEqualBoxesOnSeveralThreads() {
        const Image image = drawConcrete(80, 5).image;
        const auto expected = selectiveSearch(image, SearchMode::Fast);
        std::vector<Result<std::vector<Box>>> found(4);
        {
            std::vector<std::jthread> threads;
            for (auto& result : found) {
                threads.emplace_back([&] { result = selectiveSearch(image, SearchMode::Fast); });
            }
        }
        for (const auto& result : found) {
            QCOMPARE(result.value(), expected.value());
        }
    }

    void stopEndsASearchThatIsUnderWay() {
        const Image image = drawConcrete(400, 6).image;
        std::stop_source stop;
        Result<std::vector<Box>> result;
        std::jthread worker([&] { result = selectiveSearch(image, SearchMode::Quality, stop.get_token()); });
        stop.request_stop();
        const auto stopped = std::chrono::steady_clock::now();
        worker.join();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Stopped);
        QVERIFY(std::chrono::steady_clock::now() - stopped < std::chrono::seconds(2));
    }

    void imagesOfAFewPixelsAreRefused() {
        const Image strip{200, 15, std::vector<std::uint8_t>(200 * 15 * 3, 90)};
        const auto boxes = selectiveSearch(strip, SearchMode::Fast);
        QVERIFY(!boxes);
        QCOMPARE(boxes.error().code, ErrorCode::OutOfRange);
        QCOMPARE(boxes.error().cause, "it has 200 x 15 pixels; selective search needs 16 in both directions");
    }

    void evenImagesHaveNoProposalsOrFew() {
        const Image gray{64, 64, std::vector<std::uint8_t>(64 * 64 * 3, 128)};
        const auto boxes = selectiveSearch(gray, SearchMode::Quality);
        QVERIFY(boxes.has_value());
        QVERIFY(boxes->size() < 3);
    }

    void modesHaveNames() {
        QCOMPARE(nameOf(SearchMode::Fast), "fast");
        QCOMPARE(fromName<SearchMode>("quality"), std::optional(SearchMode::Quality));
        QVERIFY(!fromName<SearchMode>("slow"));
    }
};

QTEST_GUILESS_MAIN(tst_SelectiveSearch)
#include "tst_SelectiveSearch.moc"
