#include "ui/common/EmptyState.h"

#include "ui/common/Heading.h"
#include "ui/common/IconLabel.h"
#include "ui/common/Icons.h"
#include "ui/common/Palette.h"
#include "ui/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fissure::ui {

namespace {
constexpr int kPicturePx = 48;
constexpr int kWidestTextPx = 440;
constexpr int kNarrowestTextPx = 200;
constexpr int kTextStretch = 1000;
} // namespace

EmptyState::EmptyState(const char* iconName, const QString& title, const QString& text, const QString& action,
                       QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_text(new QLabel(text, this))
    , m_action(new QPushButton(action, this)) {
    auto* picture = new IconLabel(kPicturePx, this);
    picture->setIcon(icon(iconName, Meaning::Muted), {});
    m_title->setFont(headingFont(m_title->font(), 1.25));
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(kNarrowestTextPx);
    m_text->setMaximumWidth(kWidestTextPx);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_action->setObjectName(QStringLiteral("emptyStateAction"));
    makePrimary(*m_action);
    m_action->setVisible(!action.isEmpty());
    connect(m_action, &QPushButton::clicked, this, &EmptyState::activated);

    // Centred between stretches and not by an alignment: that would not ask for the height of wrapped text.
    auto* line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(m_text, kTextStretch);
    line->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch(2);
    layout->addWidget(picture, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    layout->addWidget(m_title);
    layout->addSpacing(4);
    layout->addLayout(line);
    layout->addSpacing(16);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void EmptyState::setText(const QString& title, const QString& text) {
    m_title->setText(title);
    m_text->setText(text);
}

} // namespace fissure::ui
