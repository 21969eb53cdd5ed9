#include "core/data/Yolo.h"

#include "core/base/Files.h"
#include "core/data/NumberText.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

namespace fissure {

namespace fs = std::filesystem;

namespace {

/// Some editors begin a UTF-8 file with it.
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Takes what stands before the first of the letters off a text; the rest starts after it.
std::string_view takeUntil(std::string_view letters, std::string_view& text) {
    const std::size_t end = std::min(text.find_first_of(letters), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

Result<std::vector<double>> valuesOf(std::string_view line) {
    std::vector<double> values;
    while (!line.empty()) {
        const std::string_view word = takeUntil(" \t\r", line);
        if (word.empty()) {
            continue;
        }
        if (!parseNumber(word, values.emplace_back())) {
            constexpr std::size_t kShown = 40; // what is no text at all has no end of words
            return failure(ErrorCode::WrongFormat, {},
                           Text("core", "\"%1\" is not a number").with(word.substr(0, kShown)));
        }
    }
    return values;
}

Result<Box> boxOf(const std::vector<double>& values, const ImageSize& size) {
    const bool isBox = values.size() == 5;
    const bool isPolygon = values.size() >= 7 && values.size() % 2 == 1;
    if (!isBox && !isPolygon) {
        return failure(ErrorCode::WrongFormat, {},
                       Text("core", "a box has 5 values, a polygon 7, 9, 11 and so on; there are %1 here")
                           .with(values.size()));
    }
    if (!(values[0] >= 0.0 && std::floor(values[0]) == values[0])) {
        return failure(ErrorCode::WrongFormat, {},
                       Text("core", "it starts with %1, which is no number of a class").with(values[0]));
    }
    const std::span coordinates = std::span(values).subspan(1);
    // Rounding and labels that reach over the edge go beyond [0, 1], pixels far beyond it.
    const auto outside =
        std::ranges::find_if(coordinates, [](double value) { return !(value >= -1.0 && value <= 2.0); });
    if (outside != coordinates.end()) {
        return failure(ErrorCode::OutOfRange, {},
                       Text("core", "%1 is outside the range from 0 to 1, so it is no fraction of a side")
                           .with(*outside));
    }
    if (isBox) {
        const double left = values[1] - values[3] / 2.0;
        const double top = values[2] - values[4] / 2.0;
        return boxBetween(left * size.width, top * size.height, (left + values[3]) * size.width,
                          (top + values[4]) * size.height);
    }
    std::vector<double> x;
    std::vector<double> y;
    for (std::size_t i = 0; i < coordinates.size(); i += 2) {
        x.push_back(coordinates[i] * size.width);
        y.push_back(coordinates[i + 1] * size.height);
    }
    return boxBetween(std::ranges::min(x), std::ranges::min(y), std::ranges::max(x), std::ranges::max(y));
}

} // namespace

Result<GroundTruth> readYolo(const fs::path& file, const ImageSize& size) {
    const auto text = readTextFile(file);
    if (!text) {
        return failure(text.error());
    }
    GroundTruth groundTruth;
    std::string_view rest = *text;
    if (rest.starts_with(kByteOrderMark)) {
        rest.remove_prefix(kByteOrderMark.size());
    }
    for (int number = 1; !rest.empty(); ++number) {
        const std::string_view line = takeUntil("\n", rest);
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
            continue;
        }
        const auto box =
            valuesOf(line).and_then([&](const std::vector<double>& values) { return boxOf(values, size); });
        if (!box) {
            return failure(box.error().code, file.string(),
                           Text("core", "line %1: %2").with(number, box.error().cause));
        }
        addBox(groundTruth, *box, size, Text("core", "%1, line %2").with(file.filename().string(), number));
    }
    return groundTruth;
}

} // namespace fissure
