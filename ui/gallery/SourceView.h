#pragma once

#include "ui/gallery/ProposalDetail.h"

#include <QWidget>

#include <optional>

namespace fissure::ui {

class ThumbnailCache;

/// The photograph a proposal comes from, with the proposal's box in the colour of its outcome, the
/// ground-truth box dashed in yellow, what they share hatched, and a legend below. Says in one line why there
/// is none.
class SourceView final : public QWidget {
    Q_OBJECT

public:
    /// The cache must outlive the view.
    explicit SourceView(ThumbnailCache& photographs, QWidget* parent = nullptr);

    void setDetail(const std::optional<ProposalDetail>& detail);

    /// What stands in the photograph's place; empty where it is shown.
    QString note() const;

    QSize sizeHint() const override { return {400, 300}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString photographPath() const;
    void paintBoxes(QPainter& painter, const QRectF& photograph, const ProposalOrigin& origin) const;
    void paintLegend(QPainter& painter, const QRectF& photograph, const ProposalOrigin& origin) const;

    ThumbnailCache& m_photographs;
    std::optional<ProposalDetail> m_detail;
};

} // namespace fissure::ui
