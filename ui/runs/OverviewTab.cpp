#include "ui/runs/OverviewTab.h"

#include "ui/common/ConfusionView.h"
#include "ui/common/Format.h"
#include "ui/common/Heading.h"
#include "ui/common/RunCurves.h"
#include "ui/common/RunText.h"
#include "ui/common/Tags.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <limits>

namespace fissure::ui {

namespace {

constexpr int kFigureColumns = 3;
constexpr int kMiniChartPx = 190;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

QString labelCounts(std::int64_t crack, std::int64_t noCrack) {
    return OverviewTab::tr("%1 crack, %2 no crack").arg(countText(crack), countText(noCrack));
}

} // namespace

OverviewTab::OverviewTab(QWidget* parent)
    : QScrollArea(parent)
    , m_confusion(new ConfusionView(this))
    , m_curves(new RunCurves(RunCurves::Steps::LeftOut, this))
    , m_facts(new QFormLayout) {
    setObjectName(QStringLiteral("overviewTab"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_confusion->setObjectName(QStringLiteral("overviewConfusion"));
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(6);
    m_facts->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_started = addFact(tr("Started"), "overviewStarted");
    m_duration = addFact(tr("Duration"), "overviewDuration");
    m_train = addFact(tr("Training proposals"), "overviewTrain");
    m_validation = addFact(tr("Validation proposals"), "overviewValidation");
    m_tags = addFact(tr("Tags"), "overviewTags");
    m_fingerprint = addFact(tr("Evaluation fingerprint"), "overviewFingerprint");
    m_fingerprint->setToolTip(tr("Figures of two runs can be compared only where this agrees."));
    m_uuid = addFact(tr("Identifier"), "overviewUuid");

    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(makeFigures());
    layout->addWidget(m_confusion);
    for (CurveChart* chart : {m_curves->loss(), m_curves->accuracy()}) {
        chart->setFixedHeight(kMiniChartPx);
        chart->setWheelZooms(WheelZoom::WithControl);
        layout->addWidget(chart);
    }
    layout->addLayout(m_facts);
    layout->addStretch(1);
    setWidget(content);
}

QWidget* OverviewTab::makeFigures() {
    const std::array<QString, FigureCount> captions{tr("best epoch"),          tr("validation loss"),
                                                    tr("validation accuracy"), tr("crack precision"),
                                                    tr("crack recall"),        tr("crack F1")};
    auto* figures = new QWidget(this);
    auto* grid = new QGridLayout(figures);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    for (int i = 0; i < FigureCount; ++i) {
        auto* value = new QLabel(QStringLiteral("–"), figures);
        value->setObjectName(QStringLiteral("overviewFigure%1").arg(i));
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setFont(headingFont(value->font(), 1.5));
        auto* caption = new QLabel(captions[static_cast<std::size_t>(i)], figures);
        caption->setForegroundRole(QPalette::PlaceholderText);
        caption->setWordWrap(true);
        auto* cell = new QVBoxLayout;
        cell->setSpacing(0);
        cell->addWidget(value);
        cell->addWidget(caption);
        grid->addLayout(cell, i / kFigureColumns, i % kFigureColumns);
        m_figures[static_cast<std::size_t>(i)] = value;
    }
    return figures;
}

QLabel* OverviewTab::addFact(const QString& title, const char* name) {
    auto* caption = new QLabel(title, this);
    caption->setForegroundRole(QPalette::PlaceholderText);
    auto* value = new QLabel(this);
    value->setObjectName(QString::fromLatin1(name));
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setWordWrap(true);
    m_facts->addRow(caption, value);
    return value;
}

void OverviewTab::setRun(const RunRecord& run) {
    m_summary = run.summary;
    setFigures(run);
    m_curves->setEpochs(run.epochs);
    setFacts(run);
}

void OverviewTab::setNow(WallTime now) {
    m_now = now;
    showDuration();
}

void OverviewTab::clear() {
    m_curves->clear();
}

void OverviewTab::showDuration() {
    m_duration->setText(durationText(durationOf(m_summary, m_now)));
}

void OverviewTab::setFigures(const RunRecord& run) {
    const std::optional<EpochMetrics>& best = run.summary.best;
    const SplitMetrics* split = bestValidation(run.summary);
    const auto percent = [split](double (ConfusionMatrix::*figure)() const) {
        return percentText(split ? (split->confusion.*figure)() : kNone);
    };
    m_figures[BestEpoch]->setText(best ? tr("%1 of %2").arg(best->epoch).arg(run.summary.epochs)
                                       : QStringLiteral("–"));
    m_figures[ValidationLoss]->setText(lossText(split ? split->loss : kNone));
    m_figures[ValidationAccuracy]->setText(percent(&ConfusionMatrix::accuracy));
    m_figures[Precision]->setText(percent(&ConfusionMatrix::precision));
    m_figures[Recall]->setText(percent(&ConfusionMatrix::recall));
    m_figures[F1]->setText(percent(&ConfusionMatrix::f1));
    m_confusion->setMatrix(split ? std::optional(split->confusion) : std::nullopt);
}

void OverviewTab::setFacts(const RunRecord& run) {
    const RunSummary& summary = run.summary;
    m_started->setText(timeText(summary.startedAt));
    showDuration();
    m_train->setText(labelCounts(run.trainCrack, run.trainNoCrack));
    m_validation->setText(labelCounts(run.validCrack, run.validNoCrack));
    m_tags->setText(summary.tags.empty() ? QStringLiteral("–") : joinTags(summary.tags));
    m_fingerprint->setText(QString::fromStdString(run.evaluationFingerprint).left(16));
    m_uuid->setText(QString::fromStdString(summary.uuid));
}

} // namespace fissure::ui
