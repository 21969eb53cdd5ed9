#include "ui/runs/CurvesTab.h"

#include "ui/common/RunCurves.h"

#include <QVBoxLayout>

namespace fissure::ui {

namespace {

constexpr int kLowestChartPx = 200;

} // namespace

CurvesTab::CurvesTab(QWidget* parent)
    : QScrollArea(parent)
    , m_curves(new RunCurves(RunCurves::Steps::Shown, this)) {
    setObjectName(QStringLiteral("curvesTab"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    for (CurveChart* chart :
         {m_curves->loss(), m_curves->accuracy(), m_curves->crack(), m_curves->learningRate()}) {
        chart->setMinimumHeight(kLowestChartPx);
        chart->setWheelZooms(WheelZoom::WithControl);
        layout->addWidget(chart, 1);
    }
    setWidget(content);
}

void CurvesTab::setRun(const RunRecord& run) {
    m_curves->setEpochs(run.epochs);
}

void CurvesTab::setSteps(const std::vector<StepMetrics>& steps) {
    m_curves->setSteps(steps);
}

void CurvesTab::clear() {
    m_curves->clear();
}

} // namespace fissure::ui
