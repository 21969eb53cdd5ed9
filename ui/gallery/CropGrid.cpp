#include "ui/gallery/CropGrid.h"

#include "ui/common/ThumbnailCache.h"
#include "ui/gallery/CropDelegate.h"
#include "ui/gallery/ErrorModel.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>

namespace fissure::ui {

namespace {

/// Together with the margin of a card: where the page's own margin is.
constexpr int kSideMargin = 12;

} // namespace

CropGrid::CropGrid(ThumbnailCache& crops, QWidget* parent)
    : QListView(parent)
    , m_crops(crops)
    , m_delegate(new CropDelegate(crops, this))
    , m_requestTimer(new QTimer(this)) {
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setLayoutMode(QListView::Batched);
    setBatchSize(500);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFrameShape(QFrame::NoFrame);
    setSpacing(0);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Proposals"));
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setViewportMargins(kSideMargin, 0, 0, 0);
    setBackgroundRole(QPalette::Window);
    viewport()->setBackgroundRole(QPalette::Window);

    m_requestTimer->setSingleShot(true);
    m_requestTimer->setInterval(0);
    connect(m_requestTimer, &QTimer::timeout, this, &CropGrid::requestVisible);
    const auto requestSoon = [this] { m_requestTimer->start(); };
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, requestSoon);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, requestSoon);
    connect(&m_crops, &ThumbnailCache::loaded, viewport(), qOverload<>(&QWidget::update));
    connect(&m_crops, &ThumbnailCache::failed, viewport(), qOverload<>(&QWidget::update));
}

int CropGrid::cropSide() const {
    return m_delegate->cropSide();
}

void CropGrid::setCropSide(int sidePx) {
    const int before = m_delegate->cropSide();
    m_delegate->setCropSide(sidePx);
    if (m_delegate->cropSide() != before) {
        fitCards();
    }
}

void CropGrid::setCropsExpected(bool expected) {
    m_delegate->setCropsExpected(expected);
    viewport()->update();
}

void CropGrid::setModel(QAbstractItemModel* model) {
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] { m_requestTimer->start(); });
    m_requestTimer->start();
}

void CropGrid::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    Q_EMIT currentRowChanged(current.isValid() ? current.row() : -1);
}

void CropGrid::keyPressEvent(QKeyEvent* event) {
    const bool asksForMore =
        event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (asksForMore && currentIndex().isValid()) {
        Q_EMIT enlargeRequested();
        return;
    }
    QListView::keyPressEvent(event);
}

void CropGrid::mouseDoubleClickEvent(QMouseEvent* event) {
    QListView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton && indexAt(event->position().toPoint()).isValid()) {
        Q_EMIT enlargeRequested();
    }
}

void CropGrid::wheelEvent(QWheelEvent* event) {
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        setCropSide(cropSide() + (event->angleDelta().y() > 0 ? 16 : -16));
        event->accept();
        return;
    }
    QListView::wheelEvent(event);
}

void CropGrid::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    fitCards();
}

void CropGrid::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_requestTimer != nullptr) {
        fitCards();
    }
}

void CropGrid::fitCards() {
    // A line that is exactly as wide as the viewport would already wrap.
    m_delegate->fillWidth(viewport()->width() - 1, font());
    setGridSize(m_delegate->cardSize(font()));
    verticalScrollBar()->setSingleStep(gridSize().height() / 4);
    m_requestTimer->start();
}

void CropGrid::requestVisible() {
    if (model() == nullptr || model()->rowCount() == 0) {
        return;
    }
    const QModelIndex first = indexAt(QPoint(gridSize().width() / 2, gridSize().height() / 4));
    const int firstRow = first.isValid() ? first.row() : 0;
    const int columns = std::max(1, viewport()->width() / gridSize().width());
    const int lines = viewport()->height() / gridSize().height() + 2;
    const int onScreen = columns * lines;
    const int last = std::min(firstRow + 2 * onScreen, model()->rowCount()) - 1;
    // The cache loads the latest request first: the next screen is asked for before this one, each from its
    // end.
    for (int row = last; row >= firstRow; --row) {
        m_crops.request(model()->index(row, 0).data(ErrorModel::PathRole).toString());
    }
}

} // namespace fissure::ui
