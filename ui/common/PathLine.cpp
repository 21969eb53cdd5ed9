#include "ui/common/PathLine.h"

#include "ui/common/ToolTip.h"

#include <QDir>
#include <QDropEvent>
#include <QFocusEvent>
#include <QMimeData>
#include <QUrl>

namespace fissure::ui {

PathLine::PathLine(QWidget* parent) : QLineEdit(parent) {
    connect(this, &QLineEdit::textChanged, this, &PathLine::showToolTip);
}

QString PathLine::path() const {
    return QDir::fromNativeSeparators(text().trimmed());
}

void PathLine::setPath(const QString& path) {
    setText(QDir::toNativeSeparators(path));
}

void PathLine::setHelp(const QString& help) {
    m_help = help;
    showToolTip();
}

void PathLine::dropEvent(QDropEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.front().isLocalFile()) {
        event->acceptProposedAction();
        Q_EMIT dropped(urls.front().toLocalFile());
        return;
    }
    QLineEdit::dropEvent(event);
}

void PathLine::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason) {
        end(false);
    }
}

void PathLine::showToolTip() {
    const QString path = text().trimmed();
    setToolTip(path.isEmpty() ? m_help : plainToolTip(path));
}

} // namespace fissure::ui
