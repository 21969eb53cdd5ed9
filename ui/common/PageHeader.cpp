#include "ui/common/PageHeader.h"

#include "ui/common/ElidedLabel.h"
#include "ui/common/Heading.h"
#include "ui/common/Palette.h"

#include <QHBoxLayout>
#include <QPainter>

namespace fissure::ui {

PageHeader::PageHeader(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(this))
    , m_actions(new QHBoxLayout) {
    m_title->setFont(headingFont(m_title->font(), 1.4));
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_title->setText(title);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(16);
    layout->addWidget(m_title, 1);
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
