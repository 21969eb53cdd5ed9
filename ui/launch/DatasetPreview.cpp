#include "ui/launch/DatasetPreview.h"

#include "core/data/ProposalRecipe.h"
#include "ui/common/CoreText.h"
#include "ui/common/EmptyState.h"
#include "ui/common/FoldButton.h"
#include "ui/common/Format.h"
#include "ui/common/Heading.h"
#include "ui/common/HistogramChart.h"
#include "ui/common/Icons.h"
#include "ui/common/Palette.h"
#include "ui/launch/PreflightPanel.h"
#include "ui/launch/SampleStrip.h"

#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace fissure::ui {

namespace {

/// A list of a hundred thousand wrong names helps nobody.
constexpr std::size_t kMaximumListed = 1000;
constexpr int kLowestHistogramPx = 180;
constexpr int kHighestHistogramPx = 380; // with the title above it

QLabel* makeFigure(const char* name) {
    auto* figure = new QLabel;
    figure->setObjectName(QString::fromLatin1(name));
    figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    figure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return figure;
}

} // namespace

DatasetPreview::DatasetPreview(Preflight& preflight, QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout)
    , m_scroll(new QScrollArea)
    , m_state(new QLabel)
    , m_preflight(new PreflightPanel(preflight)) {
    m_state->setObjectName(QStringLiteral("previewState"));
    m_state->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    auto* empty =
        new EmptyState("layers", tr("What these settings mean"),
                       tr("Choose a folder with training proposals to see what a run would train on."));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(makeBody());
    m_stack->addWidget(empty);
    m_stack->addWidget(m_scroll);
    setLayout(m_stack);
}

void DatasetPreview::setPreview(const RunConfig& config, const DataPreview& preview,
                                const RunEstimate& estimate) {
    m_stack->setCurrentIndex(preview.train.folder.empty() && preview.valid.folder.empty() ? 0 : 1);
    fillRow(m_rows[0], preview.train);
    fillRow(m_rows[1], preview.valid);
    fillHistograms(config, preview);
    fillFacts(config, preview, estimate);
    fillRejected(preview);
}

void DatasetPreview::fillHistograms(const RunConfig& config, const DataPreview& preview) {
    m_histograms[0]->setHistogram(preview.train.histogram);
    m_histograms[1]->setHistogram(preview.valid.histogram);
    // Where the names give the labels, the recipe's threshold is the one that made them, as far as we know.
    const bool isFromNames = config.labelIou == 0.0;
    for (HistogramChart* histogram : m_histograms) {
        histogram->setThreshold(isFromNames ? ProposalRecipe().labelIou : config.labelIou,
                                isFromNames ? tr("from the names") : QString());
    }
}

void DatasetPreview::fillFacts(const RunConfig& config, const DataPreview& preview,
                               const RunEstimate& estimate) {
    const QString steps = tr("%1 steps an epoch, %2 steps in %3 epochs at most.")
                              .arg(countText(preview.stepsInEpoch),
                                   countText(preview.stepsInEpoch * config.epochs), countText(config.epochs));
    m_facts->setText(steps + QLatin1Char(' ') + needsText(estimate));
    m_facts->setVisible(preview.train.used() > 0);
}

void DatasetPreview::setSamples(const std::vector<SampleCrop>& samples) {
    m_samples->parentWidget()->setVisible(!samples.empty());
    m_samples->setSamples(samples);
}

void DatasetPreview::setBusy(bool busy) {
    m_state->setText(busy ? tr("Looking into the folders…") : QString());
}

void DatasetPreview::goToAcceptance() {
    QWidget& box = m_preflight->acceptance();
    box.setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(&box);
}

QWidget* DatasetPreview::makeBody() {
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(16, 12, 12, 12);
    layout->setSpacing(16);
    auto* top = new QHBoxLayout;
    top->addWidget(makeHeading(tr("What these settings mean")));
    top->addWidget(m_state, 1);
    layout->addLayout(top);
    layout->addWidget(makeCounts());
    layout->addWidget(m_preflight);
    layout->addWidget(makeHistograms(), 3);
    layout->addWidget(makeSamples());
    layout->addWidget(makeRejected());
    // The histograms grow up to a height at which they are still easy to read; the rest stays empty.
    layout->addStretch(1);
    return body;
}

QWidget* DatasetPreview::makeCounts() {
    auto* part = new QWidget;
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    const QStringList columns{tr("Crack"), tr("No crack"), tr("Crack share"), tr("Not used"), tr("Rejected")};
    for (int column = 0; column < columns.size(); ++column) {
        auto* title = new QLabel(columns[column]);
        title->setAlignment(Qt::AlignRight);
        title->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(title, 0, column + 1);
    }
    const std::array names{"train", "valid"};
    const std::array titles{tr("Training proposals"), tr("Validation proposals")};
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const std::string name = names[i];
        const int row = static_cast<int>(i) + 1;
        m_rows[i] = {makeFigure((name + "Crack").c_str()), makeFigure((name + "NoCrack").c_str()),
                     makeFigure((name + "Share").c_str()), makeFigure((name + "Unused").c_str()),
                     makeFigure((name + "Rejected").c_str())};
        grid->addWidget(new QLabel(titles[i]), row, 0);
        int column = 0;
        for (QLabel* figure :
             {m_rows[i].crack, m_rows[i].noCrack, m_rows[i].share, m_rows[i].unused, m_rows[i].rejected}) {
            grid->addWidget(figure, row, ++column);
        }
    }
    grid->setColumnStretch(static_cast<int>(columns.size()) + 1, 1);
    m_facts = new QLabel;
    m_facts->setObjectName(QStringLiteral("previewFacts"));
    m_facts->setWordWrap(true);
    m_facts->setContentsMargins(0, 8, 0, 0);
    grid->addWidget(m_facts, 3, 0, 1, static_cast<int>(columns.size()) + 2);
    return part;
}

QWidget* DatasetPreview::makeHistograms() {
    auto* part = new QWidget;
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    const std::array titles{tr("IoU of the training proposals"), tr("IoU of the validation proposals")};
    for (int i = 0; i < 2; ++i) {
        const auto at = static_cast<std::size_t>(i);
        m_histograms[at] = new HistogramChart;
        m_histograms[at]->setAccessibleName(titles[at]);
        m_histograms[at]->setMinimumHeight(kLowestHistogramPx);
        grid->addWidget(makeHeading(titles[at]), 0, i);
        grid->addWidget(m_histograms[at], 1, i);
        grid->setColumnStretch(i, 1);
    }
    grid->setRowStretch(1, 1);
    part->setMaximumHeight(kHighestHistogramPx);
    m_histograms[0]->setObjectName(QStringLiteral("trainHistogram"));
    m_histograms[1]->setObjectName(QStringLiteral("validHistogram"));
    return part;
}

QWidget* DatasetPreview::makeSamples() {
    auto* part = new QWidget;
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* top = new QHBoxLayout;
    auto* other = new QToolButton;
    other->setObjectName(QStringLiteral("otherSamples"));
    other->setIcon(icon("refresh-cw"));
    other->setAutoRaise(true);
    other->setFocusPolicy(Qt::StrongFocus);
    other->setToolTip(tr("Show other samples"));
    other->setAccessibleName(tr("Show other samples"));
    top->addWidget(makeHeading(tr("Training crops as they will be augmented")));
    top->addWidget(other);
    top->addStretch(1);
    m_samples = new SampleStrip;
    m_samples->setObjectName(QStringLiteral("sampleStrip"));
    layout->addLayout(top);
    layout->addWidget(m_samples);
    part->hide();
    connect(other, &QToolButton::clicked, this, &DatasetPreview::otherSamplesRequested);
    return part;
}

QWidget* DatasetPreview::makeRejected() {
    m_rejectedPart = new QWidget;
    auto* layout = new QVBoxLayout(m_rejectedPart);
    layout->setContentsMargins(0, 0, 0, 0);
    m_rejectedFold = new FoldButton;
    m_rejectedFold->setObjectName(QStringLiteral("rejectedFold"));
    m_rejectedList = new QListWidget;
    m_rejectedList->setObjectName(QStringLiteral("rejectedList"));
    m_rejectedList->setAccessibleName(tr("Rejected files with the reason"));
    m_rejectedList->setUniformItemSizes(true);
    m_rejectedList->setMinimumHeight(140);
    layout->addWidget(m_rejectedFold, 0, Qt::AlignLeft);
    layout->addWidget(m_rejectedList);
    m_rejectedFold->setPart(*m_rejectedList);
    m_rejectedPart->hide();
    return m_rejectedPart;
}

void DatasetPreview::fillRow(const SplitRow& row, const SplitPreview& split) {
    const bool isKnown = !split.folder.empty() && !split.error;
    const QString none = percentText(std::numeric_limits<double>::quiet_NaN());
    const double share = split.used() == 0
                             ? std::numeric_limits<double>::quiet_NaN()
                             : static_cast<double>(split.crack) / static_cast<double>(split.used());
    row.crack->setText(isKnown ? countText(split.crack) : none);
    row.noCrack->setText(isKnown ? countText(split.noCrack) : none);
    row.share->setText(percentText(share));
    row.unused->setText(isKnown ? countText(split.found - split.used()) : none);
    row.rejected->setText(isKnown ? countText(static_cast<qint64>(split.rejected.size())) : none);
}

QString DatasetPreview::needsText(const RunEstimate& estimate) {
    const QString memory = bytesText(estimate.memoryBytes);
    if (!estimate.time) {
        const QString unknown = tr("The time is not known before the first run of this kind.");
        return estimate.memoryBytes > 0 ? tr("About %1 of memory. %2").arg(memory, unknown) : unknown;
    }
    const QString epoch = roughDurationText(estimate.time->epoch);
    const QString whole = roughDurationText(estimate.time->whole);
    if (!estimate.time->goingBy) {
        return estimate.memoryBytes > 0
                   ? tr("About %1 of memory; about %2 an epoch and %3 in all, as measured on a few batches.")
                         .arg(memory, epoch, whole)
                   : tr("About %1 an epoch and %2 in all, as measured on a few batches.").arg(epoch, whole);
    }
    const QString run = QString::number(estimate.time->goingBy.value);
    return estimate.memoryBytes > 0
               ? tr("About %1 of memory; about %2 an epoch and %3 in all, going by run %4.")
                     .arg(memory, epoch, whole, run)
               : tr("About %1 an epoch and %2 in all, going by run %3.").arg(epoch, whole, run);
}

void DatasetPreview::fillRejected(const DataPreview& preview) {
    const std::size_t count = preview.train.rejected.size() + preview.valid.rejected.size();
    m_rejectedPart->setVisible(count > 0);
    m_rejectedFold->setText(tr("%n rejected file(s)", nullptr, static_cast<int>(count)));
    m_rejectedList->clear();
    std::size_t listed = 0;
    for (const SplitPreview* split : {&preview.train, &preview.valid}) {
        for (const SkippedFile& file : split->rejected) {
            if (listed++ < kMaximumListed) {
                m_rejectedList->addItem(
                    tr("%1: %2").arg(QString::fromStdString(file.file), coreText(file.reason)));
            }
        }
    }
    if (count > kMaximumListed) {
        m_rejectedList->addItem(tr("and %n more", nullptr, static_cast<int>(count - kMaximumListed)));
    }
}

} // namespace fissure::ui
