#pragma once

#include "ui/common/ThumbnailCache.h"

namespace fissure::ui {

/// The pictures a gallery shows: crops for the grid and the panels, photographs in a size to look closely at.
struct GalleryImages {
    ThumbnailCache crops{256};
    ThumbnailCache photographs{1600};
};

} // namespace fissure::ui
