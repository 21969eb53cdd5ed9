#include "tests/support/TestImages.h"

#include "core/base/Seed.h"
#include "core/data/ImageFile.h"
#include "core/data/ProposalName.h"

#include <algorithm>
#include <cstdlib>

namespace fissure::test {

namespace fs = std::filesystem;

Image drawCrop(int sizePx, bool crack, std::uint64_t seed) {
    Rng rng(seed);
    Image image{sizePx, sizePx, {}};
    image.rgb.reserve(static_cast<std::size_t>(sizePx) * sizePx * 3);
    const int offset =
        static_cast<int>(uniformBelow(rng, static_cast<std::uint64_t>(sizePx / 2 + 1))) - sizePx / 4;
    for (int y = 0; y < sizePx; ++y) {
        for (int x = 0; x < sizePx; ++x) {
            const bool isDark = crack && std::abs(x - y - offset) <= std::max(1, sizePx / 16);
            const int level = (isDark ? 30 : 150) + static_cast<int>(uniformBelow(rng, 30));
            image.rgb.insert(image.rgb.end(), 3, static_cast<std::uint8_t>(level));
        }
    }
    return image;
}

std::vector<std::string> writeCrops(const fs::path& folder, int count, int sizePx, std::uint64_t seed,
                                    const std::string& source) {
    fs::create_directories(folder);
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i) {
        const bool crack = i % 2 == 1;
        const double iou = crack ? 0.51 + 0.01 * (i % 40) : 0.01 * (i % 45);
        const std::string name = toFileName({source, i, iou, crack ? 1 : 0, "jpg"});
        if (!writeImage(folder / name, drawCrop(sizePx, crack, seed + static_cast<std::uint64_t>(i)))) {
            std::abort();
        }
        names.push_back(name);
    }
    return names;
}

fs::path realPhotographs() {
    if (const char* named = std::getenv("FISSURE_PHOTOGRAPHS")) {
        return fs::is_directory(named) ? fs::path(named) : fs::path();
    }
    std::error_code error;
    for (const auto& beside : fs::directory_iterator(fs::path(FISSURE_SOURCE_DIR).parent_path(), error)) {
        const fs::path folder = beside.path() / "data" / "uav75";
        if (fs::is_directory(folder, error)) {
            return folder;
        }
    }
    return {};
}

} // namespace fissure::test
