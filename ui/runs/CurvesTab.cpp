#include "ui/runs/CurvesTab.h"

#include "ui/common/CurveChart.h"
#include "ui/runs/EpochCurves.h"

#include <QVBoxLayout>

namespace fissure::ui {

namespace {

// Series of the charts of loss and accuracy.
constexpr int kSteps = 0;
constexpr int kTraining = 1;
constexpr int kValidation = 2;

constexpr int kLowestChartPx = 200;

CurveChart* makeChart(const QString& title, const char* name, QWidget* parent) {
    auto* chart = new CurveChart(title, CurvesTab::tr("Epoch"), {}, parent);
    chart->setObjectName(QString::fromLatin1(name));
    return chart;
}

void addSplits(CurveChart& chart) {
    chart.addSeries(CurvesTab::tr("steps"), Meaning::Training, SeriesStyle::Faint);
    chart.addSeries(CurvesTab::tr("training"), Meaning::Training, SeriesStyle::BoldMarked);
    chart.addSeries(CurvesTab::tr("validation"), Meaning::Validation, SeriesStyle::Dashed);
}

struct CrackFigure {
    double (ConfusionMatrix::*figure)() const;
    Meaning meaning;
};

/// False positives cost precision and false negatives recall: each takes the colour of its error.
constexpr CrackFigure kCrackFigures[] = {{&ConfusionMatrix::precision, Meaning::FalsePositive},
                                         {&ConfusionMatrix::recall, Meaning::FalseNegative},
                                         {&ConfusionMatrix::f1, Meaning::Correct}};

TrainFigure figureOf(const CrackFigure& crack) {
    return [figure = crack.figure](const SplitMetrics& split) { return (split.confusion.*figure)(); };
}

} // namespace

CurvesTab::CurvesTab(QWidget* parent)
    : QScrollArea(parent)
    , m_loss(makeChart(tr("Loss"), "curvesLoss", this))
    , m_accuracy(makeChart(tr("Accuracy"), "curvesAccuracy", this))
    , m_crack(makeChart(tr("Crack"), "curvesCrack", this)) {
    setObjectName(QStringLiteral("curvesTab"));
    addSplits(*m_loss);
    addSplits(*m_accuracy);
    const QString names[] = {tr("precision"), tr("recall"), tr("F1")};
    for (int i = 0; i < 3; ++i) {
        m_crack->addSeries(names[i], kCrackFigures[i].meaning, SeriesStyle::Dashed);
    }
    for (int i = 0; i < 3; ++i) {
        m_crack->addSeries(tr("%1, training", "precision, training").arg(names[i]), kCrackFigures[i].meaning,
                           SeriesStyle::Faint);
    }
    m_accuracy->setYScale(CurveChart::YScale::Fraction);
    m_crack->setYScale(CurveChart::YScale::Fraction);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    for (CurveChart* chart : {m_loss, m_accuracy, m_crack}) {
        chart->setMinimumHeight(kLowestChartPx);
        layout->addWidget(chart, 1);
    }
    setWidget(content);
}

void CurvesTab::setRun(const RunRecord& run) {
    m_loss->setPoints(kTraining, trainCurve(run.epochs, lossOf));
    m_loss->setPoints(kValidation, validationCurve(run.epochs, lossOf));
    m_accuracy->setPoints(kTraining, trainCurve(run.epochs, accuracyOf));
    m_accuracy->setPoints(kValidation, validationCurve(run.epochs, accuracyOf));
    for (int i = 0; i < 3; ++i) {
        m_crack->setPoints(i, validationCurve(run.epochs, figureOf(kCrackFigures[i])));
        m_crack->setPoints(3 + i, trainCurve(run.epochs, figureOf(kCrackFigures[i])));
    }
    const std::optional<EpochMetrics>& best = run.summary.best;
    for (CurveChart* chart : {m_loss, m_accuracy, m_crack}) {
        chart->markX(best ? best->epoch : 0.0, best ? tr("best: %1").arg(best->epoch) : QString());
    }
}

void CurvesTab::setSteps(const std::vector<StepMetrics>& steps) {
    std::vector<QPointF> losses;
    std::vector<QPointF> accuracies;
    losses.reserve(steps.size());
    accuracies.reserve(steps.size());
    for (const StepMetrics& step : steps) {
        losses.emplace_back(epochsAt(step), step.loss);
        accuracies.emplace_back(epochsAt(step), step.accuracy);
    }
    m_loss->setPoints(kSteps, std::move(losses));
    m_accuracy->setPoints(kSteps, std::move(accuracies));
}

void CurvesTab::clear() {
    for (CurveChart* chart : {m_loss, m_accuracy, m_crack}) {
        chart->clear();
    }
}

} // namespace fissure::ui
