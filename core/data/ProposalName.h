#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>

namespace fissure {

/// The metadata a crop carries in its file name: <source>.<counter>.<iou>.<label>.<ext>, the IoU's decimal
/// point written "_". The source may itself contain dots, so names are parsed from the right.
struct ProposalName {
    std::string source;
    int counter = 0;
    double iou = 0.0;      ///< in [0, 1], rounded to two decimals by whoever wrote the name
    int label = 0;         ///< 0 or 1
    std::string extension; ///< without the dot

    bool operator==(const ProposalName&) const = default;
};

/// The same as views into the name it was read from, which must outlive them.
struct ProposalNameView {
    std::string_view source;
    int counter = 0;
    double iou = 0.0;
    int label = 0;
    std::string_view extension;
};

/// True for jpg, jpeg, png, bmp, tif, tiff and webp in any case; without the dot.
bool isImageExtension(std::string_view extension);

/// Fails with WrongFormat; the cause says which part does not fit and why ("the IoU 1_7 is above 1").
Result<ProposalName> parseProposalName(std::string_view fileName);
Result<ProposalNameView> viewProposalName(std::string_view fileName);

/// "rissbilder_0412.37.0_53.1.jpg". The IoU is rounded to two decimals, trailing zeros dropped ("0_5",
/// "1_0").
std::string toFileName(const ProposalName& name);

} // namespace fissure
