#pragma once

#include <QLayout>
#include <QList>
#include <QStyle>

namespace fissure::ui {

/// Items side by side at their preferred size, wrapped into further lines where the width ends; each line is
/// aligned to the right edge or to the left.
class FlowLayout final : public QLayout {
    Q_OBJECT

public:
    enum class Side { Left, Right };

    FlowLayout(Side side, int horizontalGapPx, int verticalGapPx, QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    enum class Pass { Measure, Place };

    int arrange(const QRect& rect, Pass pass) const;
    void placeLine(qsizetype first, qsizetype last, const QRect& line) const;

    Side m_side;
    int m_horizontalGapPx;
    int m_verticalGapPx;
    QList<QLayoutItem*> m_items;
};

} // namespace fissure::ui
