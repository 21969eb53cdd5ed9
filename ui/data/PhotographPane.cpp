#include "ui/data/PhotographPane.h"

#include "core/config/RunConfig.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/common/Icons.h"
#include "ui/common/RunText.h"
#include "ui/data/IouLegend.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QShortcut>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace fissure::ui {

namespace {

constexpr int kSteps = 100; // of the threshold from 0 to 1

QToolButton* makeTurner(const char* name, const char* iconName, const QString& text) {
    auto* button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

PhotographPane::PhotographPane(QWidget* parent) : QWidget(parent), m_view(new PhotographView) {
    setFocusPolicy(Qt::ClickFocus);
    m_view->setObjectName(QStringLiteral("photograph"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(makeTop());
    layout->addWidget(m_view, 1);
    layout->addWidget(makeBottom());
    connect(m_view, &PhotographView::pointedChanged, this, &PhotographPane::showPointed);
    makeShortcuts();
    showPlace();
    showCounts();
}

QWidget* PhotographPane::makeTop() {
    auto* top = new QWidget;
    m_previous = makeTurner("previousPhotograph", "chevron-left", tr("Previous photograph (Page Up)"));
    m_next = makeTurner("nextPhotograph", "chevron-right", tr("Next photograph (Page Down)"));
    m_name = new ElidedLabel;
    m_name->setObjectName(QStringLiteral("photographName"));
    m_place = new QLabel;
    m_place->setObjectName(QStringLiteral("photographPlace"));
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_shown = new QComboBox;
    m_shown->setObjectName(QStringLiteral("shownProposals"));
    m_shown->setAccessibleName(tr("Proposals to draw"));
    m_shown->addItem(tr("Show cracks"), static_cast<int>(ShownProposals::Cracks));
    m_shown->addItem(tr("Show what is kept"), static_cast<int>(ShownProposals::Kept));
    m_shown->addItem(tr("Show all proposals"), static_cast<int>(ShownProposals::All));
    m_shown->setCurrentIndex(1);
    auto* layout = new QHBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_place);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_shown);
    connect(m_previous, &QToolButton::clicked, this, [this] { turnTo(m_index - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { turnTo(m_index + 1); });
    connect(m_shown, &QComboBox::currentIndexChanged, this,
            [this] { m_view->setShown(static_cast<ShownProposals>(m_shown->currentData().toInt())); });
    return top;
}

QWidget* PhotographPane::makeBottom() {
    auto* bottom = new QWidget;
    m_legend = new IouLegend;
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setObjectName(QStringLiteral("crackIouSlider"));
    m_slider->setRange(0, static_cast<int>(std::lround(kHighestLabelIou * kSteps)));
    m_slider->setPageStep(kSteps / 20);
    m_slider->setAccessibleName(tr("IoU above which a proposal is a crack"));
    m_threshold = new QDoubleSpinBox;
    m_threshold->setObjectName(QStringLiteral("crackIou"));
    m_threshold->setRange(0.0, kHighestLabelIou);
    m_threshold->setSingleStep(1.0 / kSteps);
    auto* title = new QLabel(tr("Crack above an &IoU of"));
    title->setBuddy(m_threshold);
    m_counts = new QLabel;
    m_counts->setObjectName(QStringLiteral("proposalCounts"));
    m_pointed = new QLabel;
    m_pointed->setObjectName(QStringLiteral("pointedProposal"));
    m_pointed->setForegroundRole(QPalette::PlaceholderText);
    m_pointed->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto* threshold = new QHBoxLayout;
    threshold->setSpacing(8);
    threshold->addWidget(title);
    threshold->addWidget(m_slider, 1);
    threshold->addWidget(m_threshold);
    auto* counts = new QHBoxLayout;
    counts->addWidget(m_counts);
    counts->addWidget(m_pointed, 1);
    auto* layout = new QVBoxLayout(bottom);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_legend, 0, Qt::AlignLeft);
    layout->addLayout(threshold);
    layout->addLayout(counts);
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int step) { m_threshold->setValue(static_cast<double>(step) / kSteps); });
    connect(m_threshold, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        m_slider->setValue(static_cast<int>(std::lround(value * kSteps)));
        rescore();
    });
    m_threshold->setValue(ProposalRecipe().labelIou);
    return bottom;
}

/// Shortcuts come before what a slider or a number makes of the keys.
void PhotographPane::makeShortcuts() {
    const auto add = [this](Qt::Key key, const QToolButton& button) {
        auto* shortcut = new QShortcut(QKeySequence(key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, &button, &QToolButton::click);
    };
    add(Qt::Key_PageUp, *m_previous);
    add(Qt::Key_PageDown, *m_next);
}

double PhotographPane::labelIou() const {
    return m_threshold->value();
}

void PhotographPane::setLabelIou(double labelIou) {
    m_threshold->setValue(labelIou);
}

void PhotographPane::setImages(const std::vector<PlannedImage>& images, const QString& note,
                               GroundTruthIs groundTruth) {
    const auto file = m_index < m_images.size() ? m_images[m_index].file : std::filesystem::path();
    const auto shown = std::ranges::find(images, file, &PlannedImage::file);
    m_images = images;
    m_index = shown == images.end() ? 0 : static_cast<std::size_t>(shown - images.begin());
    // A look ends the search before it, which has to be asked for again.
    const bool isKept =
        shown != images.end() && m_search == Search::Done && groundTruth == GroundTruthIs::TheSame;
    if (m_images.empty()) {
        m_photograph.reset();
        m_search = Search::UnderWay;
        m_view->setPhotograph(std::nullopt, note);
        rescore();
    } else if (isKept) {
        rescore(); // it may go by another name
    } else {
        ask();
    }
    showPlace();
}

void PhotographPane::setRecipe(const ProposalRecipe& recipe) {
    const bool searchesAnew = recipe.mode != m_recipe.mode;
    m_recipe = recipe;
    if (searchesAnew && !m_images.empty()) {
        ask();
    } else {
        rescore();
    }
}

void PhotographPane::setPhotograph(const LoadedPhotograph& photograph) {
    m_photograph = photograph;
    m_view->setPhotograph(photograph);
    rescore();
}

void PhotographPane::setProposals(const std::vector<Box>& proposals) {
    m_proposals = proposals;
    m_search = Search::Done;
    rescore();
}

void PhotographPane::setError(const Error& error) {
    m_photograph.reset();
    m_search = Search::Failed;
    m_view->setPhotograph(std::nullopt, errorText(error));
    rescore();
}

void PhotographPane::turnTo(std::size_t index) {
    if (index < m_images.size()) {
        m_index = index;
        showPlace();
        ask();
    }
}

/// What is shown stays until the answer comes, but its proposals are no longer those asked for.
void PhotographPane::ask() {
    m_search = Search::UnderWay;
    rescore();
    Q_EMIT photographWanted();
}

void PhotographPane::rescore() {
    m_recipe.labelIou = labelIou();
    m_scored = {};
    if (m_photograph && m_search == Search::Done && !m_images.empty()) {
        m_scored = score(m_proposals, m_photograph->groundTruth.boxes, m_recipe, m_images[m_index].source);
    }
    m_view->setProposals(m_scored);
    m_legend->setThreshold(m_recipe.labelIou);
    showCounts();
}

void PhotographPane::showPlace() {
    const bool hasImages = !m_images.empty();
    m_name->setText(hasImages ? QString::fromStdString(m_images[m_index].file.filename().string())
                              : QString());
    m_place->setText(hasImages ? tr("%1 of %2", "photograph 3 of 50")
                                     .arg(countText(static_cast<qint64>(m_index) + 1),
                                          countText(static_cast<qint64>(m_images.size())))
                               : QString());
    m_previous->setEnabled(hasImages && m_index > 0);
    m_next->setEnabled(hasImages && m_index + 1 < m_images.size());
}

void PhotographPane::showCounts() {
    if (m_images.empty()) {
        m_counts->clear();
    } else if (m_search == Search::UnderWay) {
        m_counts->setText(tr("Searching for proposals…"));
    } else if (m_search == Search::Failed) {
        m_counts->setText(tr("The build leaves this photograph out."));
    } else {
        const QString counts =
            tr("%1 crack, %2 no crack kept, %3 left out", "counts of proposals")
                .arg(countText(m_scored.cracks), countText(m_scored.negatives), countText(m_scored.leftOut));
        m_counts->setText(m_scored.groundTruthCrops == 0
                              ? counts
                              : tr("%1, %2 ground-truth crops", "counts of proposals")
                                    .arg(counts, countText(m_scored.groundTruthCrops)));
    }
}

void PhotographPane::showPointed() {
    const ScoredProposal* proposal = m_view->pointed();
    if (proposal == nullptr) {
        m_pointed->clear();
        return;
    }
    const QString fate =
        proposal->fate == Fate::LeftOut ? tr("left out") : labelText(proposal->fate == Fate::Crack ? 1 : 0);
    m_pointed->setText(tr("IoU %1, %2, %3 × %4 px", "IoU, label, width and height of a proposal")
                           .arg(QLocale().toString(proposal->iou, 'f', 3), fate,
                                countText(proposal->box.width), countText(proposal->box.height)));
}

} // namespace fissure::ui
