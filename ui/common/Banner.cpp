#include "ui/common/Banner.h"

#include "ui/common/ErrorText.h"
#include "ui/common/IconLabel.h"
#include "ui/common/Icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <utility>

namespace fissure::ui {

namespace {
constexpr int kIconPx = 20;
}

Banner::Banner(QWidget* parent)
    : QFrame(parent)
    , m_icon(new IconLabel(kIconPx, this))
    , m_text(new QLabel(this))
    , m_close(new QToolButton(this)) {
    setObjectName(QStringLiteral("banner"));
    m_text->setObjectName(QStringLiteral("bannerText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setObjectName(QStringLiteral("bannerClose"));
    m_close->setAutoRaise(true);
    m_close->setIcon(icon("x"));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    connect(m_close, &QToolButton::clicked, this, [this] { show(std::exchange(m_waiting, std::nullopt)); });

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(12);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void Banner::showError(const Error& error) {
    showError(errorText(error));
}

void Banner::showError(const QString& text) {
    tell({Meaning::Error, "circle-alert", tr("Error"), text});
}

void Banner::showWarning(const QString& text) {
    tell({Meaning::Warning, "triangle-alert", tr("Warning"), text});
}

void Banner::showInfo(const QString& text) {
    tell({Meaning::Accent, "info", tr("Note"), text});
}

void Banner::clear() {
    m_waiting.reset();
    show(std::nullopt);
}

QString Banner::text() const {
    return m_text->text();
}

void Banner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor colour = colorOf(m_shown ? m_shown->meaning : Meaning::Accent, palette());
    painter.fillRect(rect(), blended(palette().color(QPalette::Base), colour, 0.12));
    painter.fillRect(QRect(0, 0, 4, height()), colour);
}

void Banner::tell(const Message& message) {
    const bool isErrorShown = m_shown && m_shown->meaning == Meaning::Error;
    if (isErrorShown && message.meaning != Meaning::Error) {
        m_waiting = message;
    } else {
        show(message);
    }
}

void Banner::show(const std::optional<Message>& message) {
    m_shown = message;
    m_text->setText(message ? message->text : QString());
    if (message) {
        m_icon->setIcon(icon(message->iconName, message->meaning), message->kind);
        setAccessibleName(QStringLiteral("%1: %2").arg(message->kind, message->text));
    }
    setVisible(message.has_value());
    update();
}

} // namespace fissure::ui
