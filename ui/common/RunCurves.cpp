#include "ui/common/RunCurves.h"

#include <algorithm>

namespace fissure::ui {

namespace {

double positionOf(const StepMetrics& step) {
    return step.stepsInEpoch > 0 ? step.epoch - 1 + static_cast<double>(step.step) / step.stepsInEpoch
                                 : step.epoch;
}

} // namespace

RunCurves::RunCurves(Steps steps, QObject* parent)
    : QObject(parent)
    , m_loss(makeChart("lossChart", tr("Loss")))
    , m_accuracy(makeChart("accuracyChart", tr("Accuracy")))
    , m_crack(makeChart("crackChart", tr("Crack on validation")))
    , m_rate(makeChart("rateChart", tr("Learning rate")))
    , m_splits(addSplits(*m_loss, steps))
    , m_precision(m_crack->addSeries(tr("Precision"), Meaning::FalsePositive, SeriesStyle::BoldMarked))
    , m_recall(m_crack->addSeries(tr("Recall"), Meaning::FalseNegative, SeriesStyle::Dashed))
    , m_f1(m_crack->addSeries(tr("F1"), Meaning::Correct, SeriesStyle::BoldMarked))
    , m_hasSteps(steps == Steps::Shown) {
    addSplits(*m_accuracy, steps);
    m_rate->addSeries(tr("Learning rate"), Meaning::Accent, SeriesStyle::BoldMarked);
    m_accuracy->setYUnit(CurveUnit::Percent);
    m_crack->setYUnit(CurveUnit::Percent);
    m_loss->setWholeX(!m_hasSteps);
    m_accuracy->setWholeX(!m_hasSteps);
    m_crack->setWholeX(true);
    m_rate->setWholeX(true);
    clear();
}

RunCurves::~RunCurves() {
    for (CurveChart* chart : {m_loss.data(), m_accuracy.data(), m_crack.data(), m_rate.data()}) {
        if (chart != nullptr && chart->parent() == nullptr) {
            delete chart;
        }
    }
}

CurveChart* RunCurves::makeChart(const char* name, const QString& title) {
    auto* chart = new CurveChart(title, tr("Epoch"), {});
    chart->setObjectName(QString::fromLatin1(name));
    connect(chart, &CurveChart::saved, this, &RunCurves::saved);
    connect(chart, &CurveChart::saveFailed, this, &RunCurves::saveFailed);
    return chart;
}

RunCurves::SplitSeries RunCurves::addSplits(CurveChart& chart, Steps steps) {
    SplitSeries series;
    if (steps == Steps::Shown) {
        series.steps = chart.addSeries(tr("Steps"), Meaning::Training, SeriesStyle::Faint);
    }
    series.train = chart.addSeries(tr("Training"), Meaning::Training, SeriesStyle::BoldMarked);
    series.valid = chart.addSeries(tr("Validation"), Meaning::Validation, SeriesStyle::Dashed);
    return series;
}

void RunCurves::clear() {
    for (CurveChart* chart : {loss(), accuracy(), crack(), learningRate()}) {
        chart->clear();
        chart->setEmptyText(tr("This is shown after the first epoch."));
    }
    if (m_hasSteps) {
        m_loss->setEmptyText({});
        m_accuracy->setEmptyText({});
    }
    m_lastStep = 0.0;
    m_lastEpoch = 0.0;
    spanAll();
}

void RunCurves::spanAll() {
    const AxisRange span{m_hasSteps ? 0.0 : 1.0, std::max({1.0, m_lastStep, m_lastEpoch})};
    for (CurveChart* chart : {loss(), accuracy(), crack(), learningRate()}) {
        chart->setXSpan(span);
    }
}

void RunCurves::addSteps(const std::vector<StepMetrics>& steps) {
    Q_ASSERT(m_splits.steps != m_splits.train); // the charts were made without them
    for (const StepMetrics& step : steps) {
        m_loss->append(m_splits.steps, positionOf(step), step.loss);
        m_accuracy->append(m_splits.steps, positionOf(step), step.accuracy);
        m_lastStep = positionOf(step);
    }
    spanAll();
}

void RunCurves::addEpoch(const EpochMetrics& epoch) {
    m_loss->append(m_splits.train, epoch.epoch, epoch.train.loss);
    m_accuracy->append(m_splits.train, epoch.epoch, epoch.train.confusion.accuracy());
    m_rate->append(0, epoch.epoch, epoch.learningRate);
    if (epoch.validation) {
        const ConfusionMatrix& confusion = epoch.validation->confusion;
        m_loss->append(m_splits.valid, epoch.epoch, epoch.validation->loss);
        m_accuracy->append(m_splits.valid, epoch.epoch, confusion.accuracy());
        m_crack->append(m_precision, epoch.epoch, confusion.precision());
        m_crack->append(m_recall, epoch.epoch, confusion.recall());
        m_crack->append(m_f1, epoch.epoch, confusion.f1());
    } else {
        m_crack->setEmptyText(tr("There are no validation proposals."));
    }
    m_lastEpoch = epoch.epoch;
    spanAll();
    if (epoch.isBest) {
        for (CurveChart* chart : {loss(), accuracy(), crack()}) {
            chart->markX(epoch.epoch, tr("best: %1").arg(epoch.epoch));
        }
    }
}

void RunCurves::setSteps(const std::vector<StepMetrics>& steps) {
    m_loss->setPoints(m_splits.steps, {});
    m_accuracy->setPoints(m_splits.steps, {});
    m_lastStep = 0.0;
    addSteps(steps);
}

void RunCurves::setEpochs(const std::vector<EpochMetrics>& epochs) {
    for (CurveChart* chart : {loss(), accuracy()}) {
        chart->setPoints(m_splits.train, {});
        chart->setPoints(m_splits.valid, {});
    }
    for (const int series : {m_precision, m_recall, m_f1}) {
        m_crack->setPoints(series, {});
    }
    m_rate->setPoints(0, {});
    for (CurveChart* chart : {loss(), accuracy(), crack()}) {
        chart->markX(0.0, {});
    }
    m_crack->setEmptyText(tr("This is shown after the first epoch."));
    m_lastEpoch = 0.0;
    spanAll();
    for (const EpochMetrics& epoch : epochs) {
        addEpoch(epoch);
    }
}

} // namespace fissure::ui
