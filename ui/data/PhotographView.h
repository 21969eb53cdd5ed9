#pragma once

#include "ui/data/PhotographSearcher.h"
#include "ui/data/ScoredProposals.h"

#include <QTransform>
#include <QWidget>

#include <cstddef>
#include <optional>

namespace fissure::ui {

/// Which proposals are drawn.
enum class ShownProposals { Cracks, Kept, All };

/// A photograph as large as fits, with its ground truth in yellow and its proposals in the colour of their
/// IoU, those that count as crack in a thicker line and those that the recipe leaves out dotted. Tells of the
/// proposal whose edge is under the mouse. Where there is no photograph it says why.
class PhotographView final : public QWidget {
    Q_OBJECT

public:
    explicit PhotographView(QWidget* parent = nullptr);

    /// The proposal under the mouse; nullptr where there is none.
    const ScoredProposal* pointed() const;
    /// The place of a pixel of the photograph in the widget.
    QPointF placeOf(const QPointF& pixel) const { return m_toWidget.map(pixel); }

    /// Nothing shows the note in its place.
    void setPhotograph(const std::optional<LoadedPhotograph>& photograph, const QString& note = {});
    void setProposals(const ScoredProposals& proposals);
    void setShown(ShownProposals shown);

    QSize sizeHint() const override { return {480, 400}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    /// Another proposal, or none, is under the mouse.
    void pointedChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    bool isShown(const ScoredProposal& proposal) const;
    void fit();
    void point(std::optional<std::size_t> index);
    std::optional<std::size_t> nearest(const QPointF& place) const;
    void paintProposal(QPainter& painter, const ScoredProposal& proposal) const;

    std::optional<LoadedPhotograph> m_photograph;
    QString m_note;
    ScoredProposals m_scored;
    ShownProposals m_shown = ShownProposals::Kept;
    std::optional<std::size_t> m_pointed; ///< index in m_scored
    QTransform m_toWidget;                ///< from pixels of the photograph
};

} // namespace fissure::ui
