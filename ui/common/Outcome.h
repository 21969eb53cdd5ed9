#pragma once

#include "core/metrics/TrainMetrics.h"
#include "ui/common/Palette.h"

#include <QCoreApplication>
#include <QString>

class QPainter;
class QPalette;
class QPixmap;
class QRectF;

namespace fissure::ui {

/// What became of a proposal, crack being the positive class.
enum class Outcome { TruePositive, TrueNegative, FalsePositive, FalseNegative };

Outcome outcomeOf(const Prediction& prediction, double threshold);

inline bool isWrong(Outcome outcome) {
    return outcome == Outcome::FalsePositive || outcome == Outcome::FalseNegative;
}

/// The colour's meaning in the palette.
Meaning meaningOf(Outcome outcome);

/// Texts of outcomes, translated.
class OutcomeText {
    Q_DECLARE_TR_FUNCTIONS(fissure::ui::OutcomeText)

public:
    /// "False positive"
    static QString title(Outcome outcome);
    /// "FP": two letters, so that the outcome is never told by colour alone.
    static QString letters(Outcome outcome);
    /// "no crack → crack": from the true label to the predicted one.
    static QString change(const Prediction& prediction, double threshold);
    /// An IoU or a probability with two decimals in the user's notation.
    static QString fraction(double value);
};

/// A filled badge with the outcome's letters.
void paintOutcomeBadge(QPainter& painter, const QRectF& rect, Outcome outcome, const QPalette& palette);

/// The badge as a picture for buttons and labels.
QPixmap outcomePixmap(Outcome outcome, const QPalette& palette, const QSize& size, qreal devicePixelRatio);

} // namespace fissure::ui
