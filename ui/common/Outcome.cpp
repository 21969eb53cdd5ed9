#include "ui/common/Outcome.h"

#include "ui/common/RunText.h"

#include <QFont>
#include <QLocale>
#include <QPainter>
#include <QPalette>
#include <QPixmap>

namespace fissure::ui {

Outcome outcomeOf(const Prediction& prediction, double threshold) {
    const bool isCrack = prediction.label == 1;
    if (prediction.predicted(threshold) == 1) {
        return isCrack ? Outcome::TruePositive : Outcome::FalsePositive;
    }
    return isCrack ? Outcome::FalseNegative : Outcome::TrueNegative;
}

Meaning meaningOf(Outcome outcome) {
    switch (outcome) {
    case Outcome::FalsePositive:
        return Meaning::FalsePositive;
    case Outcome::FalseNegative:
        return Meaning::FalseNegative;
    case Outcome::TruePositive:
    case Outcome::TrueNegative:
        break;
    }
    return Meaning::Correct;
}

QString OutcomeText::title(Outcome outcome) {
    switch (outcome) {
    case Outcome::TruePositive:
        return tr("True positive");
    case Outcome::TrueNegative:
        return tr("True negative");
    case Outcome::FalsePositive:
        return tr("False positive");
    case Outcome::FalseNegative:
        break;
    }
    return tr("False negative");
}

QString OutcomeText::letters(Outcome outcome) {
    switch (outcome) {
    case Outcome::TruePositive:
        return tr("TP", "short for true positive");
    case Outcome::TrueNegative:
        return tr("TN", "short for true negative");
    case Outcome::FalsePositive:
        return tr("FP", "short for false positive");
    case Outcome::FalseNegative:
        break;
    }
    return tr("FN", "short for false negative");
}

QString OutcomeText::change(const Prediction& prediction, double threshold) {
    return tr("%1 → %2", "true label, predicted label")
        .arg(labelText(prediction.label), labelText(prediction.predicted(threshold)));
}

QString OutcomeText::fraction(double value) {
    return QLocale().toString(value, 'f', 2);
}

void paintOutcomeBadge(QPainter& painter, const QRectF& rect, Outcome outcome, const QPalette& palette) {
    const QColor fill = colorOf(meaningOf(outcome), palette);
    // Black reads on all the light fills of the palette, white on the dark ones.
    const QColor text = fill.lightnessF() > 0.5F ? Qt::black : Qt::white;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect, 3.0, 3.0);
    QFont font = painter.font();
    font.setPixelSize(static_cast<int>(rect.height() * 0.72));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(text);
    painter.drawText(rect, Qt::AlignCenter, OutcomeText::letters(outcome));
    painter.restore();
}

QPixmap outcomePixmap(Outcome outcome, const QPalette& palette, const QSize& size, qreal devicePixelRatio) {
    QPixmap pixmap(size * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintOutcomeBadge(painter, QRectF(QPointF(0, 0), QSizeF(size)), outcome, palette);
    return pixmap;
}

} // namespace fissure::ui
