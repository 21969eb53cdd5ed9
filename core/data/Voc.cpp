#include "core/data/Voc.h"

#include "core/base/Files.h"
#include "core/data/NumberText.h"
#include "core/data/TextPosition.h"

#include <cmath>
#include <pugixml.hpp>
#include <string_view>

namespace fissure {

namespace fs = std::filesystem;

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlank);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(kBlank) + 1 - first);
}

Result<pugi::xml_document> parse(const std::string& text, const std::string& origin) {
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer(text.data(), text.size());
    if (!parsed) {
        const TextPosition at = positionAt(text, static_cast<std::size_t>(parsed.offset));
        return failure(ErrorCode::WrongFormat, origin,
                       Text("core", "it is broken XML at line %1, column %2 (%3)")
                           .with(at.line, at.column, parsed.description()));
    }
    return document;
}

/// A coordinate or a side; the size of a photograph is nowhere near the bound.
tl::expected<double, Text> numberIn(const pugi::xml_node& parent, const char* name) {
    const pugi::xml_node node = parent.child(name);
    if (!node) {
        return tl::make_unexpected(Text("core", "it has no %1").with(name));
    }
    double value = 0.0;
    const std::string_view text = trimmed(node.text().get());
    if (!parseNumber(text, value) || !(std::abs(value) < 1e9)) {
        return tl::make_unexpected(Text("core", "its %1 \"%2\" is not a number of pixels").with(name, text));
    }
    return value;
}

tl::expected<Box, Text> boxOf(const pugi::xml_node& object) {
    const pugi::xml_node bounds = object.child("bndbox");
    if (!bounds) {
        return tl::make_unexpected(Text("core", "it has no %1").with("bndbox"));
    }
    const auto left = numberIn(bounds, "xmin");
    const auto top = numberIn(bounds, "ymin");
    const auto right = numberIn(bounds, "xmax");
    const auto bottom = numberIn(bounds, "ymax");
    for (const auto* edge : {&left, &top, &right, &bottom}) {
        if (!*edge) {
            return tl::make_unexpected(edge->error());
        }
    }
    return boxBetween(*left - 1.0, *top - 1.0, *right, *bottom);
}

/// As the annotation states it; 0 x 0 where it does not.
ImageSize statedSize(const pugi::xml_node& annotation) {
    const pugi::xml_node size = annotation.child("size");
    const auto side = [&](const char* name) {
        return static_cast<int>(std::lround(numberIn(size, name).value_or(0.0)));
    };
    return {side("width"), side("height")};
}

} // namespace

Result<GroundTruth> readVoc(const fs::path& file, const ImageSize& size) {
    const std::string origin = file.string();
    const auto document =
        readTextFile(file).and_then([&](const std::string& text) { return parse(text, origin); });
    if (!document) {
        return failure(document.error());
    }
    const pugi::xml_node annotation = document->child("annotation");
    if (!annotation) {
        return failure(ErrorCode::WrongFormat, origin,
                       Text("core", "it is no VOC annotation (its root is not <annotation>)"));
    }
    if (auto checked = checkStatedSize(statedSize(annotation), size, origin); !checked) {
        return failure(std::move(checked.error()));
    }
    GroundTruth groundTruth;
    int number = 0;
    for (const pugi::xml_node& object : annotation.children("object")) {
        ++number;
        const auto box = boxOf(object);
        if (!box) {
            return failure(ErrorCode::WrongFormat, origin,
                           Text("core", "object %1: %2").with(number, box.error()));
        }
        addBox(groundTruth, *box, size, Text("core", "%1, object %2").with(file.filename().string(), number));
    }
    return groundTruth;
}

} // namespace fissure
