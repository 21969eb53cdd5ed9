#include "ui/data/DatasetDetail.h"

#include "ui/common/CoreText.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/FoldButton.h"
#include "ui/common/Format.h"
#include "ui/common/Heading.h"
#include "ui/common/HistogramChart.h"
#include "ui/common/Icons.h"
#include "ui/common/NoteLine.h"
#include "ui/data/BandSamples.h"
#include "ui/data/DatasetTableModel.h"
#include "ui/data/RecipeText.h"

#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fissure::ui {

namespace {

/// A list of a hundred thousand names helps nobody.
constexpr std::size_t kMaximumListed = 1000;
constexpr qsizetype kMaximumRunsNamed = 12;

QString none() {
    return QStringLiteral("–");
}

QWidget* makePart(QVBoxLayout*& layout) {
    auto* part = new QWidget;
    layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    return part;
}

} // namespace

DatasetDetail::DatasetDetail(QWidget* parent)
    : QWidget(parent)
    , m_name(makeHeading({}))
    , m_folder(new ElidedLabel)
    , m_problems(new QVBoxLayout) {
    m_name->setObjectName(QStringLiteral("datasetName"));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setFont(headingFont(font(), 1.15));
    m_folder->setObjectName(QStringLiteral("datasetFolder"));
    m_folder->setForegroundRole(QPalette::PlaceholderText);
    m_problems->setSpacing(4);
    auto* body = new QWidget;
    auto* parts = new QVBoxLayout(body);
    parts->setContentsMargins(16, 12, 16, 16);
    parts->setSpacing(16);
    auto* top = new QVBoxLayout;
    top->setSpacing(2);
    top->addWidget(m_name);
    top->addWidget(m_folder);
    parts->addLayout(top);
    parts->addLayout(m_problems);
    parts->addWidget(makeFacts());
    parts->addWidget(makeRuns());
    parts->addWidget(makeHistogram());
    parts->addWidget(makeSamples());
    parts->addWidget(makeSkipped());
    parts->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    setMinimumWidth(320);
}

QLabel* DatasetDetail::addFact(QGridLayout& grid, const char* name, const QString& title) {
    auto* label = new QLabel(title);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto* value = new QLabel;
    value->setObjectName(QLatin1String(name));
    value->setWordWrap(true);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0, Qt::AlignLeft | Qt::AlignTop);
    grid.addWidget(value, row, 1);
    return value;
}

QWidget* DatasetDetail::makeFacts() {
    auto* part = new QWidget;
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    m_photographs = addFact(*grid, "datasetPhotographs", tr("Photographs"));
    m_proposals = addFact(*grid, "datasetProposals", tr("Proposals"));
    m_threshold = addFact(*grid, "datasetThreshold", tr("Crack above IoU"));
    m_recipe = addFact(*grid, "datasetRecipe", tr("Recipe"));
    m_ious = addFact(*grid, "datasetIous", tr("IoUs"));
    m_built = addFact(*grid, "datasetBuilt", tr("Built"));
    m_fingerprint = addFact(*grid, "datasetFingerprint", tr("Fingerprint"));
    return part;
}

QWidget* DatasetDetail::makeRuns() {
    auto* part = new QWidget;
    auto* layout = new QHBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_runs = new QLabel;
    m_runs->setObjectName(QStringLiteral("datasetRuns"));
    m_runs->setWordWrap(true);
    m_showRuns = new QPushButton(icon("table-2"), tr("Show runs"));
    m_showRuns->setObjectName(QStringLiteral("showRuns"));
    m_showRuns->setToolTip(tr("Show these runs in Experiments."));
    layout->addWidget(m_runs, 1);
    layout->addWidget(m_showRuns, 0, Qt::AlignTop);
    connect(m_showRuns, &QPushButton::clicked, this, &DatasetDetail::runsRequested);
    return part;
}

QWidget* DatasetDetail::makeHistogram() {
    QVBoxLayout* layout = nullptr;
    m_histogramPart = makePart(layout);
    m_histogram = new HistogramChart;
    m_histogram->setObjectName(QStringLiteral("datasetHistogram"));
    m_histogram->setMinimumHeight(180);
    layout->addWidget(makeHeading(tr("IoU of the proposals, in bands of 0.1")));
    layout->addWidget(m_histogram);
    return m_histogramPart;
}

QWidget* DatasetDetail::makeSamples() {
    QVBoxLayout* layout = nullptr;
    m_samplesPart = makePart(layout);
    m_samples = new BandSamples;
    m_samples->setObjectName(QStringLiteral("datasetSamples"));
    layout->addWidget(makeHeading(tr("Sample crops by IoU, in bands of 0.1")));
    layout->addWidget(m_samples);
    return m_samplesPart;
}

QWidget* DatasetDetail::makeSkipped() {
    QVBoxLayout* layout = nullptr;
    m_skippedPart = makePart(layout);
    m_skippedFold = new FoldButton;
    m_skippedFold->setObjectName(QStringLiteral("skippedFold"));
    m_skipped = new QListWidget;
    m_skipped->setObjectName(QStringLiteral("skippedList"));
    m_skipped->setAccessibleName(tr("What the build left out, with the reason"));
    m_skipped->setWordWrap(true);
    m_skipped->setMinimumHeight(140);
    layout->addWidget(m_skippedFold, 0, Qt::AlignLeft);
    layout->addWidget(m_skipped);
    m_skippedFold->setPart(*m_skipped);
    return m_skippedPart;
}

void DatasetDetail::setDataset(const Dataset& dataset, const QString& name) {
    const QString folder = QDir::toNativeSeparators(QString::fromStdString(dataset.record.folder));
    m_name->setText(name);
    m_folder->setText(folder);
    fillFacts(dataset);
    fillProblems(dataset);
    fillRuns(dataset);
    const bool isSame = m_shown == dataset.look && m_shown != nullptr;
    m_shown = dataset.look;
    if (isSame) {
        return;
    }
    const DatasetSummary* summary = dataset.summary();
    m_histogramPart->setVisible(summary != nullptr);
    m_samplesPart->setVisible(summary != nullptr);
    fillSkipped(summary);
    if (summary != nullptr) {
        m_histogram->setHistogram(summary->histogram);
        m_histogram->setThreshold(summary->description ? std::optional(summary->description->recipe.labelIou)
                                                       : std::nullopt);
        m_samples->setSummary(*summary);
    }
}

void DatasetDetail::fillFacts(const Dataset& dataset) {
    const DatasetSummary* summary = dataset.summary();
    const DatasetDescription* description =
        summary != nullptr && summary->description ? &*summary->description : nullptr;
    m_photographs->setText(summary == nullptr ? none() : countText(summary->photographs));
    m_proposals->setText(
        summary == nullptr
            ? none()
            : tr("%1 crack, %2 no crack").arg(countText(summary->crack), countText(summary->noCrack)));
    m_ious->setText(summary == nullptr      ? none()
                    : summary->hasExactIous ? tr("exact, from the manifest")
                                            : tr("rounded, from the names"));
    m_built->setText(timeText(summary == nullptr ? std::nullopt : summary->builtAt));
    m_threshold->setText(description == nullptr ? none()
                                                : QLocale().toString(description->recipe.labelIou, 'f', 2));
    m_recipe->setText(description == nullptr ? none()
                                             : tr("%1 selective search; negatives: %2; crops of %3 px")
                                                   .arg(RecipeText::mode(description->recipe.mode),
                                                        RecipeText::negatives(description->recipe),
                                                        countText(description->recipe.cropSizePx)));
    const QString fingerprint = QString::fromStdString(dataset.fingerprint());
    m_fingerprint->setText(fingerprint.isEmpty() ? none() : fingerprint.left(16));
    m_fingerprint->setToolTip(fingerprint);
}

void DatasetDetail::fillProblems(const Dataset& dataset) {
    std::vector<Finding> findings = findingsOf(dataset);
    if (findings == m_findings) {
        return; // what was unfolded stays so
    }
    m_findings = std::move(findings);
    while (QLayoutItem* item = m_problems->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Finding& finding : m_findings) {
        m_problems->addWidget(new NoteLine(finding));
    }
}

void DatasetDetail::fillRuns(const Dataset& dataset) {
    const std::vector<RunId> runs = runsOf(dataset.record.uses);
    m_showRuns->setVisible(!runs.empty());
    if (runs.empty()) {
        m_runs->setText(tr("No run has used it yet."));
        return;
    }
    QStringList numbers;
    for (const RunId run : runs) {
        if (numbers.size() == kMaximumRunsNamed) {
            numbers.append(QStringLiteral("…"));
            break;
        }
        numbers.append(QString::number(run.value));
    }
    const auto isOther = [&](const DatasetUse& use) {
        return !use.fingerprint.empty() && use.fingerprint != dataset.fingerprint();
    };
    const auto others = std::ranges::count_if(dataset.record.uses, isOther);
    const QString used = tr("Used by %n run(s): %1.", nullptr, static_cast<int>(runs.size()))
                             .arg(numbers.join(QStringLiteral(", ")));
    m_runs->setText(others == 0
                        ? used
                        : tr("%1 Not all of them found what it holds now.", "which runs used it").arg(used));
}

void DatasetDetail::fillSkipped(const DatasetSummary* summary) {
    std::vector<SkippedFile> files;
    if (summary != nullptr && summary->description) {
        files = summary->description->skipped;
        const auto& refused = summary->description->refusedBoxes;
        files.insert(files.end(), refused.begin(), refused.end());
    }
    m_skippedPart->setVisible(!files.empty());
    m_skippedFold->setText(
        tr("%n file(s) or box(es) that the build left out", nullptr, static_cast<int>(files.size())));
    m_skipped->clear();
    for (const SkippedFile& file : files) {
        if (static_cast<std::size_t>(m_skipped->count()) == kMaximumListed) {
            m_skipped->addItem(tr("and %n more", nullptr, static_cast<int>(files.size() - kMaximumListed)));
            break;
        }
        m_skipped->addItem(tr("%1: %2").arg(QString::fromStdString(file.file), coreText(file.reason)));
    }
}

} // namespace fissure::ui
