#include "ui/launch/NoteLine.h"

#include "ui/common/IconLabel.h"
#include "ui/common/Icons.h"

#include <QHBoxLayout>
#include <QLabel>

namespace fissure::ui {

namespace {

constexpr int kIconPx = 16;

QIcon iconOf(PreviewNote::Kind kind) {
    switch (kind) {
    case PreviewNote::Kind::Error:
        return icon("octagon-x", Meaning::Error);
    case PreviewNote::Kind::Warning:
        return icon("triangle-alert", Meaning::Warning);
    case PreviewNote::Kind::Info:
        return icon("info", Meaning::Muted);
    }
    return {};
}

} // namespace

NoteLine::NoteLine(const PreviewNote& note, QWidget* parent) : QWidget(parent) {
    auto* sign = new IconLabel(kIconPx);
    sign->setIcon(iconOf(note.kind), kindText(note.kind));
    auto* text = new QLabel(note.text);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setTextFormat(Qt::PlainText);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
}

QString NoteLine::kindText(PreviewNote::Kind kind) {
    switch (kind) {
    case PreviewNote::Kind::Error:
        return tr("Error");
    case PreviewNote::Kind::Warning:
        return tr("Warning");
    case PreviewNote::Kind::Info:
        break;
    }
    return tr("Note");
}

} // namespace fissure::ui
