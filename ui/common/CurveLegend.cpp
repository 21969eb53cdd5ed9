#include "ui/common/CurveLegend.h"

#include "ui/common/CurvePen.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/Heading.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace fissure::ui {

namespace {

constexpr QSize kSwatch(22, 12);
constexpr int kTextGapPx = 4;

QPixmap swatch(const SeriesLook& look, const QPalette& palette, bool isOn, qreal scale) {
    QPixmap drawn((kSwatch + QSize(kTextGapPx, 0)) * scale);
    drawn.setDevicePixelRatio(scale);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen = penOf(look, palette);
    if (!isOn) {
        pen.setColor(colorOf(Meaning::Separator, palette));
    }
    const QPointF middle(kSwatch.width() / 2.0, kSwatch.height() / 2.0);
    painter.setPen(pen);
    painter.drawLine(QPointF(1, middle.y()), QPointF(kSwatch.width() - 1, middle.y()));
    if (hasMarks(look)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(pen.color());
        painter.drawEllipse(middle, kMarkPx / 2.0, kMarkPx / 2.0);
    }
    return drawn;
}

} // namespace

CurveLegend::CurveLegend(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(makeHeading(title))
    , m_flow(new FlowLayout(FlowLayout::Side::Right, 2, 0)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 0);
    layout->setSpacing(8);
    m_title->setFixedHeight(m_title->sizeHint().height() + 8); // level with the first line of chips
    layout->addWidget(m_title, 0, Qt::AlignTop);
    layout->addLayout(m_flow, 1);
}

void CurveLegend::setTitle(const QString& title) {
    m_title->setText(title);
}

void CurveLegend::addSeries(const QString& name, const SeriesLook& look) {
    const int series = static_cast<int>(m_chips.size());
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("seriesChip%1").arg(series));
    button->setText(name);
    button->setToolTip(tr("Show or hide “%1”").arg(name));
    button->setCheckable(true);
    button->setChecked(true);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIconSize(kSwatch + QSize(kTextGapPx, 0));
    // A checked chip must not look pressed in: it is the usual state, and the swatch tells it from the other.
    button->setStyleSheet(QStringLiteral(
        "QToolButton { border: none; background: transparent; padding: 2px 4px; }"
        "QToolButton:hover, QToolButton:focus { background: palette(midlight); border-radius: 3px; }"
        "QToolButton:!checked { color: palette(placeholder-text); }"));
    m_flow->addWidget(button);
    m_chips.push_back({button, look});
    restyle(m_chips.back());
    connect(button, &QToolButton::toggled, this, [this, series](bool isOn) {
        restyle(m_chips[static_cast<std::size_t>(series)]);
        Q_EMIT toggled(series, isOn);
    });
}

void CurveLegend::setChecked(int series, bool checked) {
    m_chips[static_cast<std::size_t>(series)].button->setChecked(checked);
}

void CurveLegend::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        for (const Chip& chip : m_chips) {
            restyle(chip);
        }
    }
    QWidget::changeEvent(event);
}

void CurveLegend::restyle(const Chip& chip) {
    const QPixmap picture = swatch(chip.look, palette(), chip.button->isChecked(), devicePixelRatioF());
    chip.button->setIcon(picture);
}

} // namespace fissure::ui
