#include "ui/common/ConfusionView.h"

#include "ui/common/Format.h"
#include "ui/common/Heading.h"
#include "ui/common/Palette.h"
#include "ui/common/RunText.h"

#include <QPainter>

#include <cmath>
#include <limits>

namespace fissure::ui {

namespace {
constexpr double kGapPx = 2.0;
}

struct ConfusionView::Cell {
    QString name;
    qint64 count = 0;
    qint64 rowTotal = 0;
    Meaning meaning = Meaning::Correct;

    double share() const {
        return rowTotal > 0 ? static_cast<double>(count) / static_cast<double>(rowTotal)
                            : std::numeric_limits<double>::quiet_NaN();
    }
};

ConfusionView::ConfusionView(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMatrix(std::nullopt);
}

void ConfusionView::setMatrix(const std::optional<ConfusionMatrix>& matrix) {
    m_matrix = matrix;
    setAccessibleName(
        matrix ? tr("Confusion matrix: %1 true positives, %2 false positives, %3 true negatives, %4 "
                    "false negatives")
                     .arg(countText(matrix->truePositives), countText(matrix->falsePositives),
                          countText(matrix->trueNegatives), countText(matrix->falseNegatives))
               : tr("Confusion matrix, not there yet"));
    update();
}

QSize ConfusionView::sizeHint() const {
    const int line = fontMetrics().height();
    return {line * 22, line * 11};
}

QSize ConfusionView::minimumSizeHint() const {
    const int line = fontMetrics().height();
    return {line * 16, line * 11};
}

void ConfusionView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const double line = fontMetrics().height();
    const double left = fontMetrics().horizontalAdvance(labelText(0)) + 2 * line;
    const QRectF cells(left, 2.4 * line, width() - left, height() - 2.4 * line);
    paintHeaders(painter, cells);

    const ConfusionMatrix counts = m_matrix.value_or(ConfusionMatrix{});
    const qint64 noCrack = counts.trueNegatives + counts.falsePositives;
    const qint64 crack = counts.truePositives + counts.falseNegatives;
    const Cell table[2][2] = {
        {{tr("true negatives"), counts.trueNegatives, noCrack, Meaning::Correct},
         {tr("false positives"), counts.falsePositives, noCrack, Meaning::FalsePositive}},
        {{tr("false negatives"), counts.falseNegatives, crack, Meaning::FalseNegative},
         {tr("true positives"), counts.truePositives, crack, Meaning::Correct}}};
    const QSizeF size((cells.width() - kGapPx) / 2, (cells.height() - kGapPx) / 2);
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 2; ++column) {
            const QPointF corner(cells.left() + column * (size.width() + kGapPx),
                                 cells.top() + row * (size.height() + kGapPx));
            paintCell(painter, QRectF(corner, size), table[row][column]);
        }
    }
}

void ConfusionView::paintHeaders(QPainter& painter, const QRectF& cells) const {
    const double line = fontMetrics().height();
    painter.setPen(colorOf(Meaning::Muted, palette()));
    painter.drawText(QRectF(cells.left(), 0, cells.width(), line), Qt::AlignCenter, tr("predicted"));
    painter.save();
    painter.translate(0, cells.bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, cells.height(), line), Qt::AlignCenter, tr("true"));
    painter.restore();
    painter.setPen(palette().color(QPalette::WindowText));
    for (const int label : {0, 1}) {
        painter.drawText(
            QRectF(cells.left() + label * cells.width() / 2, 1.15 * line, cells.width() / 2, line),
            Qt::AlignCenter, labelText(label));
        painter.drawText(QRectF(line, cells.top() + label * cells.height() / 2, cells.left() - 1.5 * line,
                                cells.height() / 2),
                         Qt::AlignRight | Qt::AlignVCenter, labelText(label));
    }
}

void ConfusionView::paintCell(QPainter& painter, const QRectF& rect, const Cell& cell) const {
    const QColor surface = colorOf(Meaning::Surface, palette());
    const double share = m_matrix && cell.rowTotal > 0 ? cell.share() : 0.0;
    painter.fillRect(rect, blended(surface, colorOf(cell.meaning, palette()), 0.06 + 0.30 * share));
    const double line = fontMetrics().height();
    const QRectF middle(rect.left(), rect.center().y() - 1.75 * line, rect.width(), 1.5 * line);
    painter.setFont(headingFont(font(), 1.35));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(middle, Qt::AlignCenter, m_matrix ? countText(cell.count) : QStringLiteral("–"));
    painter.setFont(font());
    painter.drawText(middle.translated(0, 1.35 * line), Qt::AlignCenter,
                     m_matrix ? percentText(cell.share()) : QString());
    painter.setPen(blended(palette().color(QPalette::WindowText), surface, 0.3));
    painter.drawText(middle.translated(0, 2.25 * line), Qt::AlignCenter, cell.name);
}

} // namespace fissure::ui
