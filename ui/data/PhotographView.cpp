#include "ui/data/PhotographView.h"

#include "ui/common/Palette.h"
#include "ui/data/BoxPainter.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace fissure::ui {

namespace {

/// How near to an edge the mouse has to be.
constexpr double kReachPx = 6.0;

QRectF toRect(const Box& box) {
    return QRectF(box.x, box.y, box.width, box.height);
}

/// From a place to the nearest edge of a rectangle, inside or outside of it.
double distanceToEdge(const QRectF& rect, const QPointF& place) {
    const double dx = std::max({rect.left() - place.x(), 0.0, place.x() - rect.right()});
    const double dy = std::max({rect.top() - place.y(), 0.0, place.y() - rect.bottom()});
    if (dx > 0.0 || dy > 0.0) {
        return std::hypot(dx, dy);
    }
    return std::min({place.x() - rect.left(), rect.right() - place.x(), place.y() - rect.top(),
                     rect.bottom() - place.y()});
}

} // namespace

PhotographView::PhotographView(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Photograph with ground truth and proposals"));
}

const ScoredProposal* PhotographView::pointed() const {
    return m_pointed ? &m_scored.proposals[*m_pointed] : nullptr;
}

void PhotographView::setPhotograph(const std::optional<LoadedPhotograph>& photograph, const QString& note) {
    m_photograph = photograph;
    m_note = note;
    setProposals({});
    fit();
}

void PhotographView::setProposals(const ScoredProposals& proposals) {
    point(std::nullopt);
    m_scored = proposals;
    update();
}

void PhotographView::setShown(ShownProposals shown) {
    point(std::nullopt);
    m_shown = shown;
    update();
}

bool PhotographView::isShown(const ScoredProposal& proposal) const {
    return m_shown == ShownProposals::All || proposal.fate == Fate::Crack ||
           (m_shown == ShownProposals::Kept && proposal.fate == Fate::Negative);
}

/// The photograph stands in the middle at its largest.
void PhotographView::fit() {
    m_toWidget.reset();
    if (m_photograph && m_photograph->size.width > 0 && m_photograph->size.height > 0) {
        const QSizeF whole(m_photograph->size.width, m_photograph->size.height);
        const double scale = std::min(width() / whole.width(), height() / whole.height());
        m_toWidget.translate((width() - whole.width() * scale) / 2, (height() - whole.height() * scale) / 2);
        m_toWidget.scale(scale, scale);
    }
    update();
}

void PhotographView::point(std::optional<std::size_t> index) {
    if (m_pointed != index) {
        m_pointed = index;
        update();
        Q_EMIT pointedChanged();
    }
}

/// Of those within reach; among equals the one that is painted on top.
std::optional<std::size_t> PhotographView::nearest(const QPointF& place) const {
    std::optional<std::size_t> best;
    double shortest = kReachPx;
    for (std::size_t i = 0; i < m_scored.proposals.size(); ++i) {
        const ScoredProposal& proposal = m_scored.proposals[i];
        const double distance = distanceToEdge(m_toWidget.mapRect(toRect(proposal.box)), place);
        if (isShown(proposal) && distance <= shortest) {
            shortest = distance;
            best = i;
        }
    }
    return best;
}

void PhotographView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Meaning::Surface, palette()));
    if (!m_photograph) {
        painter.setPen(colorOf(Meaning::Muted, palette()));
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_note);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(m_toWidget.mapRect(QRectF(0, 0, m_photograph->size.width, m_photograph->size.height)),
                      m_photograph->picture);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ScoredProposal& proposal : m_scored.proposals) {
        if (isShown(proposal)) {
            paintProposal(painter, proposal);
        }
    }
    for (const Box& box : m_photograph->groundTruth.boxes) {
        BoxPainter::groundTruth(painter, m_toWidget.mapRect(toRect(box)));
    }
    if (const ScoredProposal* proposal = pointed()) {
        BoxPainter::pointed(painter, m_toWidget.mapRect(toRect(proposal->box)), proposal->iou);
    }
}

void PhotographView::paintProposal(QPainter& painter, const ScoredProposal& proposal) const {
    BoxPainter::proposal(painter, m_toWidget.mapRect(toRect(proposal.box)), proposal.iou, proposal.fate);
}

void PhotographView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void PhotographView::mouseMoveEvent(QMouseEvent* event) {
    point(nearest(event->position()));
}

void PhotographView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    point(std::nullopt);
}

} // namespace fissure::ui
