#include "core/net/OfficialWeights.h"

#include <algorithm>
#include <array>

namespace fissure {

namespace {

/// torchvision/models/{alexnet,convnext,mobilenetv3,resnet,vision_transformer}.py
constexpr std::array<OfficialWeights, 10> kWeights{{
    {"resnext50_32x4d", "IMAGENET1K_V2", "resnext50_32x4d-1a0047aa.pth", 100},
    {"resnext50_32x4d", "IMAGENET1K_V1", "resnext50_32x4d-7cdf4587.pth", 100},
    {"resnet18", "IMAGENET1K_V1", "resnet18-f37072fd.pth", 47},
    {"resnet50", "IMAGENET1K_V2", "resnet50-11ad3fa6.pth", 103},
    {"resnet50", "IMAGENET1K_V1", "resnet50-0676ba61.pth", 103},
    {"alexnet", "IMAGENET1K_V1", "alexnet-owt-7be5be79.pth", 244},
    {"mobilenet_v3_large", "IMAGENET1K_V2", "mobilenet_v3_large-5c1a4163.pth", 22},
    {"mobilenet_v3_large", "IMAGENET1K_V1", "mobilenet_v3_large-8738ca79.pth", 22},
    {"convnext_tiny", "IMAGENET1K_V1", "convnext_tiny-983f1562.pth", 114},
    {"vit_b_16", "IMAGENET1K_V1", "vit_b_16-c867db91.pth", 346},
}};

constexpr std::size_t kDigits = 8;

/// Such names lead out of no folder and need no escapes in a URL.
bool isPlain(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '_' || letter == '-' || letter == '.';
}

std::string knownBackbones() {
    std::string known;
    std::string_view last;
    for (const OfficialWeights& one : kWeights) {
        if (one.backbone != last) {
            last = one.backbone;
            known += (known.empty() ? "" : ", ") + std::string(last);
        }
    }
    return known;
}

} // namespace

std::span<const OfficialWeights> officialWeights() {
    return kWeights;
}

const OfficialWeights* findOfficialWeights(std::string_view name) {
    const auto found = std::ranges::find_if(
        kWeights, [&](const OfficialWeights& one) { return one.file == name || one.backbone == name; });
    return found == kWeights.end() ? nullptr : &*found;
}

std::string_view sha256StartOf(std::string_view file) {
    constexpr std::string_view kEnding = ".pth";
    if (file.size() <= kDigits + 1 + kEnding.size() || !file.ends_with(kEnding) || file.starts_with('.') ||
        !std::ranges::all_of(file, isPlain)) {
        return {};
    }
    const std::string_view digits = file.substr(file.size() - kEnding.size() - kDigits, kDigits);
    const bool isHash = file[file.size() - kEnding.size() - kDigits - 1] == '-' &&
                        digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    return isHash ? digits : std::string_view();
}

Result<std::string> weightsFileOf(const std::string& name) {
    if (const OfficialWeights* known = findOfficialWeights(name)) {
        return std::string(known->file);
    }
    if (!sha256StartOf(name).empty()) {
        return name;
    }
    return failure(ErrorCode::UnknownKey, name,
                   Text("core", "it is neither a known backbone nor a file's name such as "
                                "resnet18-f37072fd.pth"),
                   Text("core", "choose one of %1").with(knownBackbones()));
}

} // namespace fissure
