#pragma once

#include "core/base/Result.h"

#include <span>
#include <string>
#include <string_view>

namespace fissure {

/// A file of ImageNet weights that torchvision publishes.
struct OfficialWeights {
    std::string_view backbone; ///< by torchvision's name
    std::string_view version;  ///< "IMAGENET1K_V2"
    std::string_view file;     ///< "resnext50_32x4d-1a0047aa.pth"
    int megabytes = 0;         ///< about, of a million bytes
};

/// Those of the backbones that are known here, the newest version of each first.
std::span<const OfficialWeights> officialWeights();

/// By the name of the file, or the newest by that of the backbone; null where there are none.
const OfficialWeights* findOfficialWeights(std::string_view name);

/// The eight hex digits that end a published name and begin the SHA-256 of the file; empty where the name is
/// not of the form "resnet18-f37072fd.pth".
std::string_view sha256StartOf(std::string_view file);

/// The file to take by that name: the newest of a backbone, or the name itself where it has the published
/// form, whether or not it is known here. Fails with UnknownKey, telling the backbones there are.
Result<std::string> weightsFileOf(const std::string& name);

} // namespace fissure
