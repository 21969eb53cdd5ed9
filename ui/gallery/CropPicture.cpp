#include "ui/gallery/CropPicture.h"

#include "ui/common/Palette.h"
#include "ui/common/ThumbnailCache.h"

#include <QPainter>

namespace fissure::ui {

CropPicture::CropPicture(ThumbnailCache& crops, QWidget* parent) : QWidget(parent), m_crops(crops) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Crop"));
    const auto refresh = [this](const QString& path) {
        if (path == m_path) {
            update();
        }
    };
    connect(&m_crops, &ThumbnailCache::loaded, this, refresh);
    connect(&m_crops, &ThumbnailCache::failed, this, refresh);
}

void CropPicture::setPath(const QString& path) {
    m_path = path;
    if (!path.isEmpty()) {
        m_crops.request(path);
    }
    update();
}

void CropPicture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QImage crop = m_path.isEmpty() ? QImage() : m_crops.find(m_path);
    if (!crop.isNull()) {
        const QRect target(QPoint(), crop.size().scaled(size(), Qt::KeepAspectRatio));
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target, crop);
        return;
    }
    painter.fillRect(rect(), colorOf(Meaning::Surface, palette()));
    if (!m_path.isEmpty() && m_crops.hasFailed(m_path)) {
        painter.setPen(colorOf(Meaning::Muted, palette()));
        painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("The crop cannot be read."));
    }
}

} // namespace fissure::ui
