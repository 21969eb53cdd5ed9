#include "ui/launch/FieldEditor.h"

#include "ui/common/FieldText.h"
#include "ui/common/Palette.h"
#include "ui/launch/ChoiceEditor.h"
#include "ui/launch/NumberEditor.h"
#include "ui/launch/PathEditor.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

namespace fissure::ui {

namespace {

/// Room around the input in which the red edge is drawn.
constexpr int kEdgePx = 2;

} // namespace

FieldEditor::FieldEditor(const Field& field, QWidget* parent) : QWidget(parent), m_field(field) {}

void FieldEditor::setState(FieldState state) {
    if (m_state == state) {
        return;
    }
    m_state = state;
    restyle();
    update();
}

void FieldEditor::setInput(QWidget* input, QWidget* extra) {
    m_input = input;
    input->setObjectName(FieldText::objectName(m_field));
    input->setAccessibleName(FieldText::title(m_field));
    input->setAccessibleDescription(FieldText::help(m_field));
    input->setToolTip(FieldText::help(m_field));
    input->installEventFilter(this);
    setFocusProxy(input);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kEdgePx, kEdgePx, kEdgePx, kEdgePx);
    layout->setSpacing(4);
    layout->addWidget(input, 1);
    if (extra != nullptr) {
        layout->addWidget(extra);
    }
    restyle();
}

bool FieldEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_input) {
        if (event->type() == QEvent::FocusIn) {
            Q_EMIT focused();
        } else if (event->type() == QEvent::Wheel && !m_input->hasFocus()) {
            // The wheel scrolls the form; it must not change what it happens to pass over.
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FieldEditor::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    if (m_state != FieldState::Wrong || m_input == nullptr) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colorOf(Meaning::Error, palette()), kEdgePx));
    painter.drawRoundedRect(QRectF(m_input->geometry()).adjusted(-1, -1, 1, 1), 3, 3);
}

void FieldEditor::restyle() {
    QPalette own;
    const QColor colour = m_state == FieldState::Default ? colorOf(Meaning::Muted, palette())
                                                         : palette().color(QPalette::Active, QPalette::Text);
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        own.setColor(group, QPalette::Text, colour);
        own.setColor(group, QPalette::ButtonText, colour);
    }
    m_input->setPalette(own);
    // With a style sheet in the program Qt does not hand the palette on to the line inside a spin box.
    for (QLineEdit* line : m_input->findChildren<QLineEdit*>()) {
        line->setPalette(own);
    }
}

FieldEditor* makeFieldEditor(const Field& field, RecentPaths& recent, QWidget* parent) {
    switch (field.kind) {
    case FieldKind::Integer:
    case FieldKind::Real:
        return new NumberEditor(field, parent);
    case FieldKind::Choice:
        return new ChoiceEditor(field, parent);
    case FieldKind::Folder:
    case FieldKind::File:
        return new PathEditor(field, recent, parent);
    }
    return nullptr;
}

} // namespace fissure::ui
