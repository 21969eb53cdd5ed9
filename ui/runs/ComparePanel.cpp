#include "ui/runs/ComparePanel.h"

#include "ui/common/CurveChart.h"
#include "ui/common/Heading.h"
#include "ui/common/IconLabel.h"
#include "ui/common/Icons.h"
#include "ui/runs/FactTable.h"
#include "ui/runs/RunComparison.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace fissure::ui {

namespace {

constexpr int kIconPx = 16;
constexpr int kLowestChartPx = 200;
constexpr int kWidestNamePx = 160;

QString headingOf(const RunRecord& run) {
    return ComparePanel::tr("Run %1: %2")
        .arg(QString::number(run.summary.id.value), QString::fromStdString(run.summary.name));
}

std::vector<QPointF> validationLosses(const RunRecord& run) {
    std::vector<QPointF> points;
    for (const EpochMetrics& epoch : run.epochs) {
        if (epoch.validation) {
            points.emplace_back(epoch.epoch, epoch.validation->loss);
        }
    }
    return points;
}

} // namespace

ComparePanel::ComparePanel(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_warning(new QWidget(this))
    , m_note(new QLabel(this))
    , m_table(new FactTable({QString()}, this))
    , m_layout(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("comparePanel"));
    m_title->setFont(headingFont(m_title->font(), 1.15));
    m_title->setObjectName(QStringLiteral("compareTitle"));
    auto* sign = new IconLabel(kIconPx, m_warning);
    sign->setIcon(icon("triangle-alert", Meaning::Warning), tr("Warning"));
    auto* sentence = new QLabel(
        tr("These runs were measured on different proposals; their figures cannot be compared."), m_warning);
    sentence->setWordWrap(true);
    m_warning->setObjectName(QStringLiteral("compareWarning"));
    auto* line = new QHBoxLayout(m_warning);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addWidget(sentence, 1);
    m_note->setObjectName(QStringLiteral("compareNote"));
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_table->setObjectName(QStringLiteral("compareTable"));
    m_table->setAccessibleName(tr("Comparison of runs"));

    m_layout->setContentsMargins(16, 12, 16, 16);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_warning);
    m_layout->addWidget(m_note);
    m_layout->addWidget(m_table, 1);
}

void ComparePanel::setRuns(const std::vector<RunRecord>& runs, std::size_t selected, WallTime now) {
    m_title->setText(tr("Comparison of %1 runs").arg(runs.size()));
    m_warning->setVisible(!RunComparison::areComparable(runs));
    QStringList headings{tr("Setting or figure")};
    QList<int> figures;
    std::vector<RunId> ids;
    for (const RunRecord& run : runs) {
        figures.append(static_cast<int>(headings.size()));
        headings.append(headingOf(run));
        ids.push_back(run.summary.id);
    }
    const QList<QStringList> settings = RunComparison::differingSettings(runs);
    m_table->setHeadings(headings, figures);
    m_table->setRows(settings + RunComparison::figures(runs, now));
    showNote(runs.size(), selected, static_cast<int>(settings.size()));
    if (m_charted != ids) {
        m_charted = ids;
        makeChart(runs);
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        m_chart->setPoints(static_cast<int>(i), validationLosses(runs[i]));
    }
}

void ComparePanel::makeChart(const std::vector<RunRecord>& runs) {
    delete m_chart;
    m_chart = new CurveChart(tr("Validation loss"), tr("Epoch"), {}, this);
    m_chart->setObjectName(QStringLiteral("compareChart"));
    m_chart->setMinimumHeight(kLowestChartPx);
    connect(m_chart, &CurveChart::saved, this, &ComparePanel::curvesSaved);
    connect(m_chart, &CurveChart::saveFailed, this, &ComparePanel::curvesNotSaved);
    for (const RunRecord& run : runs) {
        m_chart->addSeries(fontMetrics().elidedText(headingOf(run), Qt::ElideRight, kWidestNamePx),
                           m_chart->seriesCount());
    }
    m_layout->addWidget(m_chart, 1);
}

void ComparePanel::showNote(std::size_t shown, std::size_t selected, int settings) {
    QString note = settings == 0   ? tr("All settings are the same.")
                   : settings == 1 ? tr("1 setting differs; it comes first.")
                                   : tr("%n settings differ; they come first.", nullptr, settings);
    if (shown < selected) {
        note +=
            QLatin1Char(' ') + tr("The first %1 of %2 selected runs are compared.").arg(shown).arg(selected);
    }
    m_note->setText(note);
}

} // namespace fissure::ui
