#include "ui/runs/ScoreCurves.h"

#include "ui/common/CurveChart.h"
#include "ui/common/Format.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPointF>

#include <vector>

namespace fissure::ui {

namespace {

constexpr int kHeightPx = 260;
constexpr int kSideBySidePx = 640;
constexpr int kGapPx = 8;

// The series of both charts.
constexpr int kChance = 0;
constexpr int kRun = 1;

QString rocTitle() {
    return ScoreCurves::tr("ROC");
}

QString precisionRecallTitle() {
    return ScoreCurves::tr("Precision–recall");
}

std::vector<QPointF> pointsOf(const std::vector<RocPoint>& curve) {
    std::vector<QPointF> points;
    for (const RocPoint& point : curve) {
        points.emplace_back(point.falsePositiveRate, point.truePositiveRate);
    }
    return points;
}

std::vector<QPointF> pointsOf(const std::vector<PrecisionRecallPoint>& curve) {
    std::vector<QPointF> points;
    for (auto point = curve.rbegin(); point != curve.rend(); ++point) { // recall rises
        points.emplace_back(point->recall, point->precision);
    }
    return points;
}

/// At every x of the curve, so that the crosshair reads what stands under it.
template <class ValueAt>
std::vector<QPointF> chanceAlong(std::vector<QPointF> curve, ValueAt valueAt) {
    for (QPointF& point : curve) {
        point.setY(valueAt(point.x()));
    }
    return curve;
}

} // namespace

ScoreCurves::ScoreCurves(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_roc(makeChart("rocChart", rocTitle(), tr("False positive rate"), tr("True positive rate")))
    , m_precisionRecall(
          makeChart("precisionRecallChart", precisionRecallTitle(), tr("Recall"), tr("Precision"))) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kGapPx);
}

CurveChart* ScoreCurves::makeChart(const char* name, const QString& title, const QString& xTitle,
                                   const QString& yTitle) {
    auto* chart = new CurveChart(title, xTitle, yTitle);
    chart->setObjectName(QString::fromLatin1(name));
    chart->setFixedHeight(kHeightPx);
    chart->setWheelZooms(WheelZoom::WithControl);
    chart->setBounds({0.0, 1.0}, {0.0, 1.0});
    chart->setEmptyText(tr("The curve is there as soon as proposals of both classes were validated."));
    chart->addSeries(tr("Chance"), Meaning::Muted, SeriesStyle::Reference);
    chart->addSeries(tr("Run"), Meaning::Validation, SeriesStyle::Bold);
    connect(chart, &CurveChart::saved, this, &ScoreCurves::saved);
    connect(chart, &CurveChart::saveFailed, this, &ScoreCurves::saveFailed);
    m_layout->addWidget(chart, 1);
    return chart;
}

void ScoreCurves::setCurves(const Curves& curves, double threshold, const ConfusionMatrix& confusion) {
    const std::vector<QPointF> roc = pointsOf(curves.roc());
    m_roc->setTitle(tr("ROC, AUC %1").arg(scoreText(curves.rocAuc())));
    m_roc->setPoints(kChance, chanceAlong(roc, [](double rate) { return rate; }));
    m_roc->setPoints(kRun, roc);
    const double crackFraction = curves.counts().back().confusion.precision();
    const std::vector<QPointF> precisionRecall = pointsOf(curves.precisionRecall());
    m_precisionRecall->setTitle(tr("Precision–recall, AP %1").arg(scoreText(curves.averagePrecision())));
    m_precisionRecall->setPoints(
        kChance, chanceAlong(precisionRecall, [crackFraction](double) { return crackFraction; }));
    m_precisionRecall->setPoints(kRun, precisionRecall);
    markThreshold(threshold, confusion);
}

void ScoreCurves::clear() {
    m_roc->setTitle(rocTitle());
    m_roc->clear();
    m_precisionRecall->setTitle(precisionRecallTitle());
    m_precisionRecall->clear();
}

void ScoreCurves::markThreshold(double threshold, const ConfusionMatrix& confusion) {
    const QString label = tr("threshold: %1").arg(QLocale().toString(threshold, 'f', 2));
    m_roc->markPoint({confusion.falsePositiveRate(), confusion.recall()}, label);
    // Where nothing is predicted as crack there is no precision.
    const bool hasPrecision = confusion.truePositives + confusion.falsePositives > 0;
    m_precisionRecall->markPoint({confusion.recall(), confusion.precision()},
                                 hasPrecision ? label : QString());
}

void ScoreCurves::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_layout->setDirection(width() < kSideBySidePx ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace fissure::ui
