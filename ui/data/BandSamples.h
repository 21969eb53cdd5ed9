#pragma once

#include "core/data/DatasetSummary.h"
#include "ui/common/ThumbnailCache.h"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace fissure::ui {

/// Sample crops of a data set, a line for each IoU band that has any, the highest first. They are loaded off
/// the GUI thread; one that cannot be read has a sign in its place.
class BandSamples final : public QWidget {
    Q_OBJECT

public:
    explicit BandSamples(QWidget* parent = nullptr);

    void setSummary(const DatasetSummary& summary);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        int band;
        qint64 crops; ///< of the whole band
        QStringList paths;
    };

    int titleWidth() const;
    QRect cropRect(int line, int place) const;
    void paintLine(QPainter& painter, int line);

    std::vector<Line> m_lines;
    ThumbnailCache m_crops;
};

} // namespace fissure::ui
