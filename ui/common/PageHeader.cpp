#include "ui/common/PageHeader.h"

#include "ui/common/Palette.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace fissure::ui {

PageHeader::PageHeader(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_actions(new QHBoxLayout) {
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.4);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_title->setObjectName(QStringLiteral("pageTitle"));

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(16);
    layout->addWidget(m_title);
    layout->addStretch(1);
    m_actions->setSpacing(8);
    layout->addLayout(m_actions);
    setMinimumHeight(48);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PageHeader::setTitle(const QString& title) {
    m_title->setText(title);
}

void PageHeader::addWidget(QWidget* widget) {
    m_actions->addWidget(widget);
}

void PageHeader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(colorOf(Meaning::Separator, palette()));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace fissure::ui
