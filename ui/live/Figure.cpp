#include "ui/live/Figure.h"

#include "ui/common/Heading.h"

#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace fissure::ui {

namespace {

constexpr int kBarHeightPx = 6;

} // namespace

Figure::Figure(const QString& caption, const char* name, const QString& widest, Bar bar, QWidget* parent)
    : QWidget(parent)
    , m_caption(new QLabel(caption))
    , m_value(new QLabel) {
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_value->setFont(headingFont(m_value->font()));
    m_value->setObjectName(QString::fromLatin1(name));
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_value->setMinimumWidth(m_value->fontMetrics().horizontalAdvance(widest));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_caption);
    layout->addWidget(m_value);
    if (bar == Bar::Yes) {
        m_bar = new QProgressBar;
        m_bar->setObjectName(QString::fromLatin1(name) + QStringLiteral("Bar"));
        m_bar->setAccessibleName(caption);
        m_bar->setTextVisible(false);
        m_bar->setFixedHeight(kBarHeightPx);
        layout->addWidget(m_bar);
    }
    layout->addStretch(1);
}

QString Figure::value() const {
    return m_value->text();
}

void Figure::setCaption(const QString& caption) {
    m_caption->setText(caption);
}

void Figure::setValue(const QString& value) {
    m_value->setText(value);
}

void Figure::setProgress(int done, int whole) {
    if (m_bar != nullptr) {
        m_bar->setRange(0, std::max(1, whole));
        m_bar->setValue(done);
    }
}

} // namespace fissure::ui
