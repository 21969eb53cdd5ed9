#include "ui/runs/RunDetailPanel.h"

#include "ui/common/EmptyState.h"
#include "ui/common/Heading.h"
#include "ui/common/IconLabel.h"
#include "ui/common/RunCurves.h"
#include "ui/common/RunText.h"
#include "ui/runs/ComparePanel.h"
#include "ui/runs/ConfigurationTab.h"
#include "ui/runs/CurvesTab.h"
#include "ui/runs/EnvironmentTab.h"
#include "ui/runs/FilesTab.h"
#include "ui/runs/OverviewTab.h"
#include "ui/runs/ReportTab.h"
#include "ui/runs/ScoreCurves.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace fissure::ui {

namespace {
constexpr int kIconPx = 16;
constexpr int kNarrowestPx = 400;
constexpr int kNoRun = 0;
constexpr int kOneRun = 1;
constexpr int kSeveralRuns = 2;
} // namespace

RunDetailPanel::RunDetailPanel(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_title(new QLabel(this))
    , m_statusIcon(new IconLabel(kIconPx, this))
    , m_status(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_overview(new OverviewTab(m_tabs))
    , m_curves(new CurvesTab(m_tabs))
    , m_report(new ReportTab(m_tabs))
    , m_configuration(new ConfigurationTab(m_tabs))
    , m_environment(new EnvironmentTab(m_tabs))
    , m_files(new FilesTab(workspace, m_tabs))
    , m_compare(new ComparePanel(this)) {
    setObjectName(QStringLiteral("runDetail"));
    setMinimumWidth(kNarrowestPx);
    makeTabs();
    connect(m_compare, &ComparePanel::curvesSaved, this, &RunDetailPanel::curvesSaved);
    connect(m_compare, &ComparePanel::curvesNotSaved, this, &RunDetailPanel::curvesNotSaved);
    m_stack->addWidget(
        new EmptyState("table-2", tr("No run chosen"),
                       tr("Choose a run in the table to see its figures, curves and settings, or several to "
                          "compare them.")));
    m_stack->addWidget(makeDetails());
    m_stack->addWidget(m_compare);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->addWidget(m_stack);
}

void RunDetailPanel::makeTabs() {
    m_tabs->setObjectName(QStringLiteral("runDetailTabs"));
    m_tabs->setDocumentMode(true);
    // All tabs stay in sight in the narrowest panel, with shorter names.
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->addTab(m_overview, tr("Overview"));
    m_tabs->addTab(m_curves, tr("Curves"));
    m_tabs->addTab(m_report, tr("Report"));
    m_tabs->addTab(m_configuration, tr("Configuration"));
    m_tabs->addTab(m_environment, tr("Environment"));
    m_tabs->addTab(m_files, tr("Files"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &RunDetailPanel::askForSteps);
    connect(m_report, &ReportTab::predictionsWanted, this, &RunDetailPanel::predictionsWanted);
    connect(&m_report->curves(), &ScoreCurves::saved, this, &RunDetailPanel::curvesSaved);
    connect(&m_report->curves(), &ScoreCurves::saveFailed, this, &RunDetailPanel::curvesNotSaved);
    for (const RunCurves* curves : {&m_overview->curves(), &m_curves->curves()}) {
        connect(curves, &RunCurves::saved, this, &RunDetailPanel::curvesSaved);
        connect(curves, &RunCurves::saveFailed, this, &RunDetailPanel::curvesNotSaved);
    }
}

QWidget* RunDetailPanel::makeDetails() {
    m_title->setFont(headingFont(m_title->font(), 1.15));
    m_title->setObjectName(QStringLiteral("runDetailTitle"));
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_status->setObjectName(QStringLiteral("runDetailStatus"));
    m_status->setWordWrap(true);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* status = new QHBoxLayout;
    status->setSpacing(6);
    status->addWidget(m_statusIcon, 0, Qt::AlignTop);
    status->addWidget(m_status, 1);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 12, 16, 8);
    head->setSpacing(4);
    head->addWidget(m_title);
    head->addLayout(status);
    auto* details = new QWidget(this);
    auto* column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_tabs, 1);
    return details;
}

void RunDetailPanel::setRun(const RunRecord& run) {
    const RunSummary& summary = run.summary;
    if (m_shown != summary.id) {
        m_overview->clear();
        m_curves->clear();
        m_epochsWithSteps = -1;
    }
    m_shown = summary.id;
    m_epochs = summary.epochs;
    m_title->setText(
        tr("Run %1: %2").arg(QString::number(summary.id.value), QString::fromStdString(summary.name)));
    m_statusIcon->setIcon(statusIcon(summary.status), statusText(summary.status));
    m_status->setText(statusWithEnd(summary));
    m_overview->setRun(run);
    m_curves->setRun(run);
    m_report->setRun(run);
    m_configuration->setConfig(summary.config);
    m_environment->setRun(run);
    m_files->setRun(run);
    m_stack->setCurrentIndex(kOneRun);
    askForSteps();
}

void RunDetailPanel::compare(const std::vector<RunRecord>& runs, std::size_t selected) {
    m_shown.reset();
    m_compare->setRuns(runs, selected, m_now);
    m_stack->setCurrentIndex(kSeveralRuns);
}

void RunDetailPanel::setNow(WallTime now) {
    m_now = now;
    m_overview->setNow(now);
}

void RunDetailPanel::setSteps(RunId run, const std::vector<StepMetrics>& steps) {
    if (m_shown == run) {
        m_curves->setSteps(steps);
    }
}

void RunDetailPanel::setPredictions(RunId run, const std::vector<Prediction>& predictions) {
    if (m_shown == run) {
        m_report->setPredictions(predictions);
    }
}

void RunDetailPanel::clear() {
    m_shown.reset();
    m_stack->setCurrentIndex(kNoRun);
}

int RunDetailPanel::currentTab() const {
    return m_tabs->currentIndex();
}

void RunDetailPanel::setCurrentTab(int tab) {
    m_tabs->setCurrentIndex(tab);
}

void RunDetailPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(0, 0, 1, height(), colorOf(Meaning::Separator, palette()));
}

/// Steps are many: they are read when the curves are seen, and again only after a further epoch.
void RunDetailPanel::askForSteps() {
    if (m_shown && m_tabs->currentWidget() == m_curves && m_epochsWithSteps != m_epochs) {
        m_epochsWithSteps = m_epochs;
        Q_EMIT stepsWanted(*m_shown);
    }
}

} // namespace fissure::ui
