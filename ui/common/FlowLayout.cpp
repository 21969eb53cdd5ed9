#include "ui/common/FlowLayout.h"

#include <QWidget>

#include <algorithm>

namespace fissure::ui {

FlowLayout::FlowLayout(Side side, int horizontalGapPx, int verticalGapPx, QWidget* parent)
    : QLayout(parent)
    , m_side(side)
    , m_horizontalGapPx(horizontalGapPx)
    , m_verticalGapPx(verticalGapPx) {}

FlowLayout::~FlowLayout() {
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.append(item);
}

int FlowLayout::count() const {
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index) {
    return index >= 0 && index < count() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const {
    return arrange(QRect(0, 0, width, 0), Pass::Measure);
}

QSize FlowLayout::sizeHint() const {
    int width = 0;
    int height = 0;
    for (const QLayoutItem* item : m_items) {
        width += item->sizeHint().width() + (width > 0 ? m_horizontalGapPx : 0);
        height = std::max(height, item->sizeHint().height());
    }
    const QMargins margins = contentsMargins();
    return {width + margins.left() + margins.right(), height + margins.top() + margins.bottom()};
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items) {
        size = size.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, Pass::Place);
}

/// The height that the items take in rect's width, margins included.
int FlowLayout::arrange(const QRect& rect, Pass pass) const {
    const QRect inner = rect.marginsRemoved(contentsMargins());
    int top = inner.top();
    qsizetype first = 0;
    while (first < m_items.size()) {
        qsizetype last = first;
        int width = 0;
        int height = 0;
        while (last < m_items.size()) {
            const QSize size = m_items[last]->sizeHint();
            const int needed = width + (last > first ? m_horizontalGapPx : 0) + size.width();
            if (last > first && needed > inner.width()) {
                break;
            }
            width = needed;
            height = std::max(height, size.height());
            ++last;
        }
        if (pass == Pass::Place) {
            const int left = m_side == Side::Right ? inner.right() + 1 - width : inner.left();
            placeLine(first, last, QRect(std::max(left, inner.left()), top, width, height));
        }
        top += height + m_verticalGapPx;
        first = last;
    }
    const int used = m_items.isEmpty() ? 0 : top - m_verticalGapPx - inner.top();
    return used + contentsMargins().top() + contentsMargins().bottom();
}

void FlowLayout::placeLine(qsizetype first, qsizetype last, const QRect& line) const {
    int left = line.left();
    for (qsizetype i = first; i < last; ++i) {
        const QSize size = m_items[i]->sizeHint();
        const QRect slot(left, line.top() + (line.height() - size.height()) / 2, size.width(), size.height());
        m_items[i]->setGeometry(QStyle::visualRect(
            parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight, geometry(), slot));
        left += size.width() + m_horizontalGapPx;
    }
}

} // namespace fissure::ui
