#pragma once

#include "ui/launch/PreviewScanner.h"

#include <QWidget>

#include <vector>

namespace fissure::ui {

/// Augmented crops in a row with label and IoU below each, as many as the width takes.
class SampleStrip final : public QWidget {
    Q_OBJECT

public:
    explicit SampleStrip(QWidget* parent = nullptr);

    const std::vector<SampleCrop>& samples() const { return m_samples; }
    void setSamples(std::vector<SampleCrop> samples);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int cropSidePx() const;
    QRect cropRect(int index) const;

    std::vector<SampleCrop> m_samples;
};

} // namespace fissure::ui
