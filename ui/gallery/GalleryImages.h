#pragma once

#include "ui/common/ThumbnailCache.h"

namespace fissure::ui {

/// The pictures a gallery shows: crops in the size of the cards, and crops and photographs in a size to look
/// closely at.
struct GalleryImages {
    ThumbnailCache cards{256};
    ThumbnailCache closeUps{1600};
};

} // namespace fissure::ui
