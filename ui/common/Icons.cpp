#include "ui/common/Icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace fissure::ui {

namespace {

constexpr int kMissingPicturePx = 24;

class LucideEngine final : public QIconEngine {
public:
    LucideEngine(const char* name, std::optional<Meaning> meaning)
        : m_name(QString::fromLatin1(name))
        , m_meaning(meaning) {
        Q_ASSERT_X(QFile::exists(file()), "icon", name);
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const qreal scale = painter->device()->devicePixelRatioF();
        QPixmap drawn = pixmap(rect.size() * scale, mode, state);
        drawn.setDevicePixelRatio(scale);
        painter->drawPixmap(rect.topLeft(), drawn);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        const QColor colour = colourOf(mode);
        const QString key = QStringLiteral("lucide/%1/%2/%3x%4")
                                .arg(m_name, colour.name(QColor::HexArgb))
                                .arg(size.width())
                                .arg(size.height());
        QPixmap drawn;
        if (!QPixmapCache::find(key, &drawn)) {
            drawn = draw(size, colour);
            QPixmapCache::insert(key, drawn);
        }
        return drawn;
    }

    QIconEngine* clone() const override { return new LucideEngine(*this); }
    QString key() const override { return QStringLiteral("lucide"); }
    bool isNull() override { return false; }

private:
    LucideEngine(const LucideEngine&) = default;

    QString file() const { return QStringLiteral(":/icons/%1.svg").arg(m_name); }

    QColor colourOf(QIcon::Mode mode) const {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled) {
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        }
        return m_meaning ? colorOf(*m_meaning, palette) : palette.color(QPalette::ButtonText);
    }

    QPixmap draw(const QSize& size, const QColor& colour) const {
        QFile svg(file());
        QByteArray text = svg.open(QIODevice::ReadOnly) ? svg.readAll() : QByteArray();
        text.replace("currentColor", colour.name().toLatin1());
        QSvgRenderer renderer(text);
        QPixmap drawn(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        const int side = qMin(size.width(), size.height());
        renderer.render(&painter,
                        QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
        return drawn;
    }

    QString m_name;
    std::optional<Meaning> m_meaning;
};

} // namespace

QIcon icon(const char* lucideName) {
    return QIcon(new LucideEngine(lucideName, std::nullopt));
}

QIcon icon(const char* lucideName, Meaning meaning) {
    return QIcon(new LucideEngine(lucideName, meaning));
}

void paintMissingPicture(QPainter& painter, const QRect& frame) {
    QRect place(0, 0, kMissingPicturePx, kMissingPicturePx);
    place.moveCenter(frame.center());
    icon("image-off", Meaning::Muted).paint(&painter, place);
}

} // namespace fissure::ui
