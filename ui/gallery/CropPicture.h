#pragma once

#include <QString>
#include <QWidget>

namespace fissure::ui {

class ThumbnailCache;

/// One crop as large as its space lets it be, loaded through a cache.
class CropPicture final : public QWidget {
    Q_OBJECT

public:
    /// The cache must outlive the picture.
    explicit CropPicture(ThumbnailCache& crops, QWidget* parent = nullptr);

    /// An empty path shows nothing.
    void setPath(const QString& path);

    QSize sizeHint() const override { return {208, 208}; }
    QSize minimumSizeHint() const override { return {112, 112}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ThumbnailCache& m_crops;
    QString m_path;
};

} // namespace fissure::ui
