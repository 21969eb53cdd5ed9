#include "ui/common/CurveExport.h"

#include "core/base/Files.h"

#include <QBuffer>
#include <QImage>
#include <QWidget>

#include <span>

namespace fissure::ui {

namespace {

constexpr int kPictureScale = 2;

/// RFC 4180: quoted, with quotes doubled, where the text has a comma, a quote or a line break.
QString csvText(QString text) {
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) &&
        !text.contains(QLatin1Char('\n'))) {
        return text;
    }
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

} // namespace

Result<void> writeCurves(const QString& file, const QString& xTitle, const std::vector<NamedCurve>& curves) {
    QString text = QStringLiteral("series,%1,value\n").arg(csvText(xTitle));
    for (const NamedCurve& curve : curves) {
        for (const QPointF& point : *curve.points) {
            text += QStringLiteral("%1,%2,%3\n")
                        .arg(csvText(curve.name), QString::number(point.x(), 'g', 10),
                             QString::number(point.y(), 'g', 10));
        }
    }
    return writeFileAtomically(file.toStdString(), text.toStdString());
}

Result<void> writePicture(const QString& file, QWidget& widget) {
    QImage picture(widget.size() * kPictureScale, QImage::Format_RGB32);
    picture.setDevicePixelRatio(kPictureScale);
    picture.fill(widget.palette().color(widget.backgroundRole()));
    widget.render(&picture);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "PNG")) {
        return failure(ErrorCode::Internal, file.toStdString(), "the picture cannot be encoded as PNG");
    }
    return writeFileAtomically(
        file.toStdString(),
        std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

} // namespace fissure::ui
