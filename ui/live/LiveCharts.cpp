#include "ui/live/LiveCharts.h"

#include "ui/common/CurveChart.h"

#include <QGridLayout>

namespace fissure::ui {

namespace {

double positionOf(const StepMetrics& step) {
    return step.epoch - 1 + static_cast<double>(step.step) / step.stepsInEpoch;
}

} // namespace

LiveCharts::LiveCharts(QWidget* parent)
    : QWidget(parent)
    , m_loss(new CurveChart(tr("Loss"), tr("Epoch"), tr("Loss")))
    , m_accuracy(new CurveChart(tr("Accuracy"), tr("Epoch"), tr("Accuracy")))
    , m_crack(new CurveChart(tr("Crack on validation"), tr("Epoch"), tr("Share")))
    , m_rate(new CurveChart(tr("Learning rate"), tr("Epoch"), tr("Learning rate")))
    , m_lossSeries(addSplitSeries(*m_loss))
    , m_accuracySeries(addSplitSeries(*m_accuracy))
    , m_precision(m_crack->addSeries(tr("Precision"), Meaning::FalsePositive, SeriesStyle::BoldMarked))
    , m_recall(m_crack->addSeries(tr("Recall"), Meaning::FalseNegative, SeriesStyle::Dashed))
    , m_f1(m_crack->addSeries(tr("F1"), Meaning::Correct, SeriesStyle::BoldMarked))
    , m_learningRate(m_rate->addSeries(tr("Learning rate"), Meaning::Accent, SeriesStyle::BoldMarked)) {
    m_loss->setObjectName(QStringLiteral("lossChart"));
    m_accuracy->setObjectName(QStringLiteral("accuracyChart"));
    m_crack->setObjectName(QStringLiteral("crackChart"));
    m_rate->setObjectName(QStringLiteral("rateChart"));
    m_accuracy->setYScale(CurveChart::YScale::Fraction);
    m_crack->setYScale(CurveChart::YScale::Fraction);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 4, 8, 12);
    grid->setSpacing(8);
    grid->addWidget(m_loss, 0, 0);
    grid->addWidget(m_accuracy, 0, 1);
    grid->addWidget(m_crack, 1, 0);
    grid->addWidget(m_rate, 1, 1);
    grid->setRowStretch(0, 3);
    grid->setRowStretch(1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
}

LiveCharts::SplitSeries LiveCharts::addSplitSeries(CurveChart& chart) {
    SplitSeries series;
    series.steps = chart.addSeries(tr("Training steps"), Meaning::Training, SeriesStyle::Faint);
    series.train = chart.addSeries(tr("Training"), Meaning::Training, SeriesStyle::BoldMarked);
    series.valid = chart.addSeries(tr("Validation"), Meaning::Validation, SeriesStyle::Dashed);
    return series;
}

void LiveCharts::clear() {
    for (CurveChart* chart : {m_loss, m_accuracy, m_crack, m_rate}) {
        chart->clear();
    }
}

void LiveCharts::addSteps(const std::vector<StepMetrics>& steps) {
    for (const StepMetrics& step : steps) {
        m_loss->append(m_lossSeries.steps, positionOf(step), step.loss);
        m_accuracy->append(m_accuracySeries.steps, positionOf(step), step.accuracy);
    }
}

void LiveCharts::addEpoch(const EpochMetrics& epoch) {
    m_loss->append(m_lossSeries.train, epoch.epoch, epoch.train.loss);
    m_accuracy->append(m_accuracySeries.train, epoch.epoch, epoch.train.confusion.accuracy());
    m_rate->append(m_learningRate, epoch.epoch, epoch.learningRate);
    if (epoch.validation) {
        const ConfusionMatrix& confusion = epoch.validation->confusion;
        m_loss->append(m_lossSeries.valid, epoch.epoch, epoch.validation->loss);
        m_accuracy->append(m_accuracySeries.valid, epoch.epoch, confusion.accuracy());
        m_crack->append(m_precision, epoch.epoch, confusion.precision());
        m_crack->append(m_recall, epoch.epoch, confusion.recall());
        m_crack->append(m_f1, epoch.epoch, confusion.f1());
    }
    if (epoch.isBest) {
        for (CurveChart* chart : {m_loss, m_accuracy, m_crack}) {
            chart->markX(epoch.epoch, tr("best: %1").arg(epoch.epoch));
        }
    }
}

} // namespace fissure::ui
