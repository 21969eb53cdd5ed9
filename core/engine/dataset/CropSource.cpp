#include "core/engine/dataset/CropSource.h"

#include "core/data/ImageFile.h"

namespace fissure {

Result<void> CropSource::load(std::size_t index, const AugmentationDraw& draw, std::span<float> out) const {
    return readImage(m_folder / m_proposals[index].file).map([&](const Image& crop) {
        normalise(augmented(crop, m_sizePx, draw), out);
    });
}

} // namespace fissure
