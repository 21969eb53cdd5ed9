#include "ui/runs/ReportTab.h"

#include "core/metrics/Calibration.h"
#include "core/metrics/Curves.h"
#include "ui/common/ConfusionView.h"
#include "ui/common/Format.h"
#include "ui/common/Icons.h"
#include "ui/runs/FactTable.h"
#include "ui/runs/ScoreCurves.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <cstddef>

namespace fissure::ui {

namespace {

constexpr int kBestEpoch = 0;
constexpr int kRowPx = 30;
constexpr int kValueColumn = 1;

QString absent() {
    return QStringLiteral("–");
}

/// Name, value and what to compare it with.
QList<QStringList> scoreRows(const std::optional<Curves>& curves,
                             const std::optional<Calibration>& calibration) {
    QList<QStringList> rows{
        {ReportTab::tr("ROC AUC"), absent(), ReportTab::tr("chance: %1").arg(scoreText(0.5))},
        {ReportTab::tr("Average precision"), absent(), QString()},
        {ReportTab::tr("Best F1"), absent(), QString()},
        {ReportTab::tr("Brier score"), absent(), ReportTab::tr("best: 0")},
        {ReportTab::tr("Expected calibration error"), absent(),
         ReportTab::tr("best: 0, in %1 bins").arg(kCalibrationBins)}};
    if (curves) {
        const ThresholdCounts& best = curves->bestF1();
        const double crackFraction = curves->counts().back().confusion.precision();
        rows[0][kValueColumn] = scoreText(curves->rocAuc());
        rows[1] = {rows[1].front(), scoreText(curves->averagePrecision()),
                   ReportTab::tr("chance: %1").arg(scoreText(crackFraction))};
        rows[2] = {rows[2].front(), percentText(best.confusion.f1()),
                   ReportTab::tr("threshold: %1").arg(scoreText(best.threshold))};
    }
    if (calibration) {
        rows[3][kValueColumn] = scoreText(calibration->brierScore);
        rows[4][kValueColumn] = scoreText(calibration->expectedError);
    }
    return rows;
}

} // namespace

ReportTab::ReportTab(QWidget* parent)
    : QScrollArea(parent)
    , m_epochs(new QComboBox(this))
    , m_copy(new QPushButton(icon("copy"), tr("Copy as text"), this))
    , m_table(new QTableView(this))
    , m_scores(new FactTable({}, this))
    , m_confusion(new ConfusionView(this))
    , m_curves(new ScoreCurves(this))
    , m_note(new QLabel(this)) {
    setObjectName(QStringLiteral("reportTab"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_epochs->setObjectName(QStringLiteral("reportEpoch"));
    m_epochs->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_epochs->addItem(QString());
    m_epochs->setAccessibleName(tr("Epoch of the report"));
    m_copy->setObjectName(QStringLiteral("reportCopy"));
    m_copy->setToolTip(tr("Copy the report as scikit-learn prints it."));
    m_note->setObjectName(QStringLiteral("reportNote"));
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_confusion->setObjectName(QStringLiteral("reportConfusion"));
    m_scores->setObjectName(QStringLiteral("reportScores"));
    m_scores->setAccessibleName(tr("Figures of the probabilities"));
    m_scores->setHeadings({tr("Probabilities"), tr("Value"), tr("To compare")}, {kValueColumn});
    m_scores->setRows(scoreRows({}, {}));
    m_scores->setFitsRows(true);
    makeTable();
    connect(m_epochs, &QComboBox::currentIndexChanged, this, &ReportTab::showEpoch);
    connect(m_copy, &QPushButton::clicked, this, &ReportTab::copyText);
    setWidget(makeContent());
}

QWidget* ReportTab::makeContent() {
    auto* content = new QWidget(this);
    auto* line = new QHBoxLayout;
    line->addWidget(m_epochs);
    line->addStretch(1);
    line->addWidget(m_copy);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(line);
    layout->addWidget(m_table);
    layout->addWidget(m_note);
    layout->addWidget(m_scores);
    layout->addWidget(m_confusion);
    layout->addWidget(m_curves);
    layout->addStretch(1);
    return content;
}

void ReportTab::makeTable() {
    m_table->setObjectName(QStringLiteral("reportTable"));
    m_table->setAccessibleName(tr("Classification report"));
    m_table->setModel(&m_model);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setCornerButtonEnabled(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(kRowPx);
    m_table->verticalHeader()->hide();
    m_table->setFixedHeight(ReportModel::kRows * kRowPx + m_table->horizontalHeader()->sizeHint().height() +
                            4);
}

void ReportTab::setRun(const RunRecord& run) {
    const QSignalBlocker blocker(m_epochs);
    if (m_run.summary.id != run.summary.id) {
        m_epochs->clear();
        m_epochs->addItem(QString());
    }
    m_run = run;
    listEpochs();
    showEpoch();
}

/// Changes only what differs: somebody may have the list open while the run trains.
void ReportTab::listEpochs() {
    const QString best =
        m_run.summary.best ? tr("Best epoch (%1)").arg(m_run.summary.best->epoch) : tr("Best epoch");
    if (m_epochs->itemText(kBestEpoch) != best) {
        m_epochs->setItemText(kBestEpoch, best);
    }
    for (auto listed = static_cast<std::size_t>(m_epochs->count() - 1); listed < m_run.epochs.size();
         ++listed) {
        m_epochs->addItem(tr("Epoch %1").arg(m_run.epochs[listed].epoch));
    }
}

const EpochMetrics* ReportTab::chosenEpoch() const {
    const int index = m_epochs->currentIndex();
    if (index == kBestEpoch) {
        return m_run.summary.best ? &*m_run.summary.best : nullptr;
    }
    const auto position = static_cast<std::size_t>(index - 1);
    return index > kBestEpoch && position < m_run.epochs.size() ? &m_run.epochs[position] : nullptr;
}

void ReportTab::showEpoch() {
    const EpochMetrics* epoch = chosenEpoch();
    const std::optional<ConfusionMatrix> matrix =
        epoch && epoch->validation ? std::optional(epoch->validation->confusion) : std::nullopt;
    m_model.setMatrix(matrix);
    m_confusion->setMatrix(matrix);
    m_copy->setEnabled(matrix.has_value());
    m_note->setText(matrix ? tr("Of %1 validation proposals at a decision threshold of %2. Reports can be "
                                "compared only where "
                                "the evaluation fingerprint agrees; that of this run is %3.")
                                 .arg(countText(matrix->total()),
                                      QLocale().toString(m_run.summary.config.decisionThreshold, 'f', 2),
                                      QString::fromStdString(m_run.evaluationFingerprint).left(8))
                           : tr("The report is there as soon as an epoch was validated."));
    askForPredictions();
}

/// There are many: they are read when the report is seen.
void ReportTab::askForPredictions() {
    const EpochMetrics* epoch = chosenEpoch();
    const auto wanted =
        epoch && epoch->validation ? std::optional(RunEpoch{m_run.summary.id, epoch->epoch}) : std::nullopt;
    if (m_asked != wanted) {
        m_asked.reset();
        showPredictions({});
    }
    if (isVisible() && wanted && !m_asked) {
        m_asked = wanted;
        Q_EMIT predictionsWanted(wanted->run, wanted->epoch);
    }
}

void ReportTab::setPredictions(const std::vector<Prediction>& predictions) {
    if (m_asked) {
        showPredictions(predictions);
    }
}

void ReportTab::showPredictions(const std::vector<Prediction>& predictions) {
    const auto curves = Curves::of(predictions);
    m_scores->setRows(scoreRows(curves, Calibration::of(predictions)));
    if (curves && m_confusion->matrix()) {
        m_curves->setCurves(*curves, m_run.summary.config.decisionThreshold, *m_confusion->matrix());
    } else {
        m_curves->clear();
    }
}

void ReportTab::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    askForPredictions();
}

void ReportTab::copyText() const {
    if (m_model.report()) {
        QGuiApplication::clipboard()->setText(QString::fromStdString(m_model.report()->text()));
    }
}

} // namespace fissure::ui
