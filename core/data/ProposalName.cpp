#include "core/data/ProposalName.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace fissure {

namespace {

constexpr std::array<std::string_view, 7> kExtensions{"jpg", "jpeg", "png", "bmp", "tif", "tiff", "webp"};

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool areDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// Takes the part after the last dot off the name; nothing where there is no dot.
std::string_view takeLast(std::string_view& name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) {
        return {};
    }
    const std::string_view part = name.substr(dot + 1);
    name = name.substr(0, dot);
    return part;
}

/// The IoU's value, or the clause that says what is wrong with it.
tl::expected<double, Text> parseIou(std::string_view text) {
    if (text.empty()) {
        return tl::make_unexpected(Text("core", "the IoU is empty"));
    }
    const bool isNegative = text.front() == '-';
    const std::string_view magnitude = isNegative ? text.substr(1) : text;
    const auto separators = std::ranges::count(magnitude, '_');
    const std::size_t separator = magnitude.find('_');
    if (separators > 1) {
        return tl::make_unexpected(Text("core", "the IoU %1 has more than one decimal point").with(text));
    }
    if (!areDigits(magnitude.substr(0, separator)) ||
        (separators == 1 && !areDigits(magnitude.substr(separator + 1)))) {
        return tl::make_unexpected(Text("core", "the IoU %1 is not a number like 0_53").with(text));
    }
    if (isNegative) {
        return tl::make_unexpected(Text("core", "the IoU %1 is below 0").with(text));
    }
    std::string number(magnitude);
    std::ranges::replace(number, '_', '.');
    double value = 0.0;
    const auto parsed = std::from_chars(number.data(), number.data() + number.size(), value);
    if (parsed.ec != std::errc() || value > 1.0) {
        return tl::make_unexpected(Text("core", "the IoU %1 is above 1").with(text));
    }
    return value;
}

} // namespace

bool isImageExtension(std::string_view extension) {
    return std::ranges::any_of(kExtensions, [&](std::string_view known) {
        return std::ranges::equal(known, extension, {}, {}, lower);
    });
}

Result<ProposalName> parseProposalName(std::string_view fileName) {
    return viewProposalName(fileName).map([](const ProposalNameView& name) {
        return ProposalName{std::string(name.source), name.counter, name.iou, name.label,
                            std::string(name.extension)};
    });
}

Result<ProposalNameView> viewProposalName(std::string_view fileName) {
    const auto wrong = [&](Text cause) {
        return failure(ErrorCode::WrongFormat, std::string(fileName), std::move(cause));
    };
    if (std::ranges::count(fileName, '.') < 4) {
        return wrong(Text("core", "the name does not read <source>.<counter>.<iou>.<label>.<extension>"));
    }
    std::string_view rest = fileName;
    const std::string_view extension = takeLast(rest);
    const std::string_view label = takeLast(rest);
    const std::string_view iou = takeLast(rest);
    const std::string_view counter = takeLast(rest);
    if (!isImageExtension(extension)) {
        return wrong(Text("core", "the extension \"%1\" is not one of an image").with(extension));
    }
    if (label != "0" && label != "1") {
        return wrong(label.empty() ? Text("core", "the label is empty")
                                   : Text("core", "the label %1 is neither 0 nor 1").with(label));
    }
    const auto value = parseIou(iou);
    if (!value) {
        return wrong(value.error());
    }
    if (!areDigits(counter)) {
        return wrong(counter.empty() ? Text("core", "the counter is empty")
                                     : Text("core", "the counter %1 is not a whole number").with(counter));
    }
    int number = 0;
    if (std::from_chars(counter.data(), counter.data() + counter.size(), number).ec != std::errc()) {
        return wrong(Text("core", "the counter %1 is too large").with(counter));
    }
    if (rest.empty()) {
        return wrong(Text("core", "the source is empty"));
    }
    return ProposalNameView{rest, number, *value, label == "1" ? 1 : 0, extension};
}

std::string toFileName(const ProposalName& name) {
    std::string iou = fmt::format("{:.2f}", name.iou);
    if (iou.back() == '0') {
        iou.pop_back();
    }
    std::ranges::replace(iou, '.', '_');
    return fmt::format("{}.{}.{}.{}.{}", name.source, name.counter, iou, name.label, name.extension);
}

} // namespace fissure
