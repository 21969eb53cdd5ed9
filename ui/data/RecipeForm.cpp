#include "ui/data/RecipeForm.h"

#include "core/data/DatasetFile.h"
#include "core/data/RecipeRanges.h"
#include "ui/common/CoreText.h"
#include "ui/common/ErrorText.h"
#include "ui/common/FoldButton.h"
#include "ui/common/Format.h"
#include "ui/common/Heading.h"
#include "ui/common/InputFrame.h"
#include "ui/data/PathRow.h"
#include "ui/data/RecipeText.h"
#include "ui/data/SourceGuess.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDataStream>
#include <QDir>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFile>
#include <QGridLayout>
#include <QIODevice>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace fissure::ui {

namespace {

constexpr quint32 kStateMagic = 0x46425231; // "FBR1"
constexpr int kAnyNumber = std::numeric_limits<int>::max();
constexpr int kHeadingGapPx = 2;
constexpr int kTitlePx = 128; // so that the editors of all parts stand in one column

QSpinBox* makeSpinBox(const char* name, int lowest, int highest, int value) {
    auto* box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setFocusPolicy(Qt::StrongFocus);
    box->setRange(lowest, highest);
    box->setValue(value);
    box->setGroupSeparatorShown(true);
    return box;
}

/// Titles at the left, editors at the right.
QGridLayout* makeGrid() {
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnMinimumWidth(0, kTitlePx);
    grid->setColumnStretch(1, 1);
    return grid;
}

QGridLayout& addPart(QVBoxLayout& parts, const QString& title) {
    QGridLayout* grid = makeGrid();
    grid->addWidget(makeHeading(title), 0, 0, 1, 2);
    grid->addItem(new QSpacerItem(0, kHeadingGapPx), 1, 0);
    parts.addLayout(grid);
    return *grid;
}

template <class Choice, std::size_t Count>
QComboBox* makeChoice(const char* name, const Choice (&choices)[Count], QString (*text)(Choice)) {
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setFocusPolicy(Qt::StrongFocus);
    for (const Choice choice : choices) {
        box->addItem(text(choice), static_cast<int>(choice));
    }
    return box;
}

/// The value of an item, which must be one of the enum's.
template <class Choice>
Choice chosen(const QComboBox& box) {
    return static_cast<Choice>(box.currentData().toInt());
}

template <class Choice>
void choose(QComboBox& box, Choice choice) {
    box.setCurrentIndex(box.findData(static_cast<int>(choice)));
}

/// With the bytes that its name has on the disk.
void write(QDataStream& stream, const PathRow& row) {
    stream << QByteArray::fromStdString(row.path().string()) << row.takesProposals();
}

void read(QDataStream& stream, PathRow& row) {
    QByteArray path;
    bool isProposal = false;
    stream >> path >> isProposal;
    if (stream.status() == QDataStream::Ok) {
        row.setPath(path.toStdString(), isProposal ? PathRow::Origin::Proposal : PathRow::Origin::User);
    }
}

/// What a build leaves out, the first of it.
QStringList skippedTexts(const std::vector<SkippedFile>& skipped) {
    constexpr std::size_t kMost = 20;
    QStringList texts;
    for (std::size_t i = 0; i < std::min(kMost, skipped.size()); ++i) {
        texts.append(RecipeForm::tr("%1: %2").arg(QString::fromStdString(skipped[i].file),
                                                  coreText(skipped[i].reason)));
    }
    if (skipped.size() > kMost) {
        texts.append(RecipeForm::tr("and %n more", nullptr, static_cast<int>(skipped.size() - kMost)));
    }
    return texts;
}

QString usableText(const SourceLook& look) {
    if (look.groundTruth == nullptr) {
        return {};
    }
    const auto usable = static_cast<int>(look.images.size());
    return look.found == usable ? RecipeForm::tr("%n photograph(s), all with ground truth.", nullptr, usable)
                                : RecipeForm::tr("%n photograph(s) with ground truth of %1.", nullptr, usable)
                                      .arg(countText(look.found));
}

/// What becomes of the data set that stands where the build goes to.
QString replacedText(const TargetLook& target) {
    if (!target.otherImages.empty()) {
        return RecipeForm::tr(
                   "The data set that stands there is replaced. It was built from other photographs: %1")
            .arg(QDir::toNativeSeparators(QFile::decodeName(target.otherImages.c_str())));
    }
    return target.replaces
               ? RecipeForm::tr("The data set that stands there is replaced; of photographs that have not "
                                "changed, its crops are taken over.")
               : QString();
}

} // namespace

RecipeForm::RecipeForm(RecentPaths& recent, QWidget* parent) : QWidget(parent), m_recent(recent) {
    auto* body = new QWidget;
    auto* parts = new QVBoxLayout(body);
    parts->setContentsMargins(16, 12, 12, 12);
    parts->setSpacing(16);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    makeSources(*parts);
    makeProposals(*parts);
    makeCrops(*parts);
    makeAdvanced(*parts);
    parts->addStretch(1);
    scroll->setWidget(body);
    scroll->setMinimumWidth(body->minimumSizeHint().width() + 24);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    takeFormat();
    takePolicy();
}

void RecipeForm::makeSources(QVBoxLayout& parts) {
    QGridLayout& grid = addPart(parts, tr("1. Photographs and their ground truth"));
    m_images = new PathRow(QStringLiteral("imagesFolder"), grid, m_recent, this);
    m_images->setKind(PathInput::Kind::Folder, tr("Folder of photographs"),
                      tr("The photographs to cut proposals from: JPEG, PNG, BMP, TIFF or WebP."));
    m_groundTruthFormat = makeChoice(
        "groundTruthFormat",
        {GroundTruthFormat::Masks, GroundTruthFormat::Coco, GroundTruthFormat::Yolo, GroundTruthFormat::Voc},
        &RecipeText::format);
    addRow(grid, tr("Ground truth"), m_groundTruthFormat,
           tr("Whatever the class or category, it counts as crack."));
    m_groundTruth = new PathRow(QStringLiteral("groundTruth"), grid, m_recent, this);
    connect(m_images, &PathRow::edited, this, &RecipeForm::takeImages);
    connect(m_groundTruthFormat, &QComboBox::currentIndexChanged, this, &RecipeForm::takeFormat);
    connect(m_groundTruth, &PathRow::edited, this, [this] {
        m_asksForGroundTruth = false;
        Q_EMIT changed();
    });
}

void RecipeForm::makeProposals(QVBoxLayout& parts) {
    QGridLayout& grid = addPart(parts, tr("2. Proposals"));
    m_mode = makeChoice("searchMode", {SearchMode::Fast, SearchMode::Quality}, &RecipeText::mode);
    addRow(grid, tr("Selective search"), m_mode,
           tr("Quality finds more proposals and takes about four times as long."));
    m_policy = makeChoice("negativePolicy",
                          {NegativePolicy::FirstByArea, NegativePolicy::Hardest, NegativePolicy::PerBand,
                           NegativePolicy::Random, NegativePolicy::All},
                          &RecipeText::policy);
    addRow(grid, tr("Negatives"), m_policy,
           tr("Every crack is kept; of the rest those that this policy chooses."));
    m_policyHelp = new QLabel;
    m_policyHelp->setObjectName(QStringLiteral("policyHelp"));
    m_policyHelp->setWordWrap(true);
    m_policyHelp->setForegroundRole(QPalette::PlaceholderText);
    m_policyHelp->setContentsMargins(2, 0, 0, 4);
    grid.addWidget(m_policyHelp, grid.rowCount(), 1);
    m_negatives = makeSpinBox("negatives", 0, kAnyNumber, numberOf(policy()));
    m_negativesTitle = addRow(grid, {}, m_negatives, tr("The number that the policy speaks of."));
    m_seed = makeSpinBox("negativeSeed", 0, kAnyNumber, 0);
    m_seedTitle = addRow(grid, tr("Seed"), m_seed, tr("The same seed draws the same negatives."));
    m_negativeIou = new QDoubleSpinBox;
    m_negativeIou->setObjectName(QStringLiteral("negativeIou"));
    m_negativeIou->setFocusPolicy(Qt::StrongFocus);
    m_negativeIou->setRange(0.0, 1.0);
    m_negativeIou->setSingleStep(0.05);
    m_negativeIou->setValue(ProposalRecipe().negativeIou);
    addRow(grid, tr("IoU up to"), m_negativeIou,
           tr("Negatives of a higher IoU, neither crack nor clearly none, are left out."));
    m_groundTruthCrops = new QCheckBox(tr("Add the ground-truth boxes as cracks"));
    m_groundTruthCrops->setObjectName(QStringLiteral("groundTruthCrops"));
    m_groundTruthCrops->setToolTip(tr("The annotated boxes themselves become crops of IoU 1."));
    grid.addWidget(m_groundTruthCrops, grid.rowCount(), 0, 1, 2);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &RecipeForm::changed);
    connect(m_policy, &QComboBox::currentIndexChanged, this, &RecipeForm::takePolicy);
    connect(m_negatives, &QSpinBox::valueChanged, this, [this](int number) {
        m_numbers[policy()] = number;
        Q_EMIT changed();
    });
    connect(m_seed, &QSpinBox::valueChanged, this, &RecipeForm::changed);
    connect(m_negativeIou, &QDoubleSpinBox::valueChanged, this, &RecipeForm::changed);
    connect(m_groundTruthCrops, &QCheckBox::toggled, this, &RecipeForm::changed);
}

void RecipeForm::makeCrops(QVBoxLayout& parts) {
    QGridLayout& grid = addPart(parts, tr("3. Crops"));
    m_cropSize =
        addNumber(grid, "cropSize", tr("Side of a crop"), kCropSizeRange, ProposalRecipe().cropSizePx,
                  tr("Every crop is resized to a square of so many pixels."));
    m_cropSize->setSuffix(tr(" px"));
    m_format = makeChoice("cropFormat", {ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP},
                          &RecipeText::imageFormat);
    addRow(grid, tr("Format"), m_format, tr("PNG keeps every pixel and takes several times the space."));
    m_out = new PathRow(QStringLiteral("outFolder"), grid, m_recent, this);
    m_out->setKind(PathInput::Kind::Folder, tr("Folder for the crops"),
                   tr("New, empty, or holding a data set, which the build replaces."));
    connect(m_format, &QComboBox::currentIndexChanged, this, &RecipeForm::takeImageFormat);
    connect(m_out, &PathRow::edited, this, &RecipeForm::changed);
}

void RecipeForm::makeAdvanced(QVBoxLayout& parts) {
    auto* fold = new FoldButton;
    fold->setObjectName(QStringLiteral("recipeAdvanced"));
    fold->setText(tr("Advanced"));
    parts.addWidget(fold, 0, Qt::AlignLeft);
    auto* advanced = new QWidget;
    QGridLayout* grid = makeGrid();
    advanced->setLayout(grid);
    const ProposalRecipe defaults;
    m_quality = addNumber(*grid, "jpegQuality", tr("Quality"), kJpegQualityRange, defaults.jpegQuality,
                          tr("Of JPEG and WebP; 100 is the best."));
    m_closing = addNumber(*grid, "maskClosing", tr("Mask closing"), kClosingRange, defaults.mask.closingPx,
                          tr("Gaps in a crack up to about so many pixels are closed; 1 closes none."));
    m_maskThreshold = addNumber(*grid, "maskThreshold", tr("Mask threshold"), kMaskThresholdRange,
                                defaults.mask.threshold, tr("A pixel above it belongs to a crack."));
    m_minimumArea =
        addNumber(*grid, "maskMinimumArea", tr("Area above"), {0, kAnyNumber}, defaults.mask.minimumAreaPx,
                  tr("A part of a crack counts when it has more pixels than this."));
    m_mergeDistance =
        addNumber(*grid, "maskMergeDistance", tr("Merge within"), {0, kAnyNumber},
                  defaults.mask.mergeDistancePx, tr("Boxes that are closer than so many pixels are merged."));
    for (QSpinBox* pixels : {m_closing, m_minimumArea, m_mergeDistance}) {
        pixels->setSuffix(tr(" px"));
    }
    parts.addWidget(advanced);
    fold->setPart(*advanced);
}

QLabel* RecipeForm::addRow(QGridLayout& grid, const QString& title, QWidget* input, const QString& help) {
    auto* frame = new InputFrame;
    frame->hold(input);
    input->setToolTip(help);
    input->setAccessibleDescription(help);
    auto* label = new QLabel(title);
    label->setBuddy(input);
    label->setToolTip(help);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0);
    grid.addWidget(frame, row, 1);
    return label;
}

QSpinBox* RecipeForm::addNumber(QGridLayout& grid, const char* name, const QString& title,
                                const RecipeRange& range, int value, const QString& help) {
    QSpinBox* box = makeSpinBox(name, range.lowest, range.highest, value);
    addRow(grid, title, box, help);
    connect(box, &QSpinBox::valueChanged, this, &RecipeForm::changed);
    return box;
}

GroundTruthFormat RecipeForm::format() const {
    return chosen<GroundTruthFormat>(*m_groundTruthFormat);
}

NegativePolicy RecipeForm::policy() const {
    return chosen<NegativePolicy>(*m_policy);
}

int RecipeForm::numberOf(NegativePolicy policy) const {
    const auto entered = m_numbers.find(policy);
    return entered == m_numbers.end() ? defaultNegatives(policy) : entered->second;
}

GroundTruthPlace RecipeForm::place() const {
    return m_asksForGroundTruth ? GroundTruthPlace::Customary : GroundTruthPlace::AsRequested;
}

BuildRequest RecipeForm::request() const {
    BuildRequest request;
    request.images = m_images->path();
    request.groundTruth = {format(), m_groundTruth->path()};
    request.out = m_out->path();
    ProposalRecipe& recipe = request.recipe;
    recipe.mode = chosen<SearchMode>(*m_mode);
    recipe.policy = policy();
    recipe.negatives = numberOf(recipe.policy);
    recipe.negativeIou = m_negativeIou->value();
    recipe.seed = recipe.policy == NegativePolicy::Random ? static_cast<std::uint64_t>(m_seed->value()) : 0;
    recipe.groundTruthCrops = m_groundTruthCrops->isChecked();
    recipe.cropSizePx = m_cropSize->value();
    recipe.format = chosen<ImageFormat>(*m_format);
    recipe.jpegQuality = m_quality->value();
    recipe.mask = {m_closing->value(), m_maskThreshold->value(), m_minimumArea->value(),
                   m_mergeDistance->value()};
    return request;
}

QString RecipeForm::obstacle() const {
    if (m_images->path().empty()) {
        return tr("Choose the folder of photographs.");
    }
    if (m_groundTruth->path().empty() && m_images->problem().isEmpty()) {
        return format() == GroundTruthFormat::Coco ? tr("Choose the file of the ground truth.")
                                                   : tr("Choose the folder of the ground truth.");
    }
    for (const PathRow* row : {m_images, m_groundTruth, m_out}) {
        if (!row->problem().isEmpty()) {
            return row->problem();
        }
    }
    return m_out->path().empty() ? tr("Choose a folder for the crops.") : QString();
}

QByteArray RecipeForm::saveState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kStateMagic << QByteArray::fromStdString(toJson(request().recipe))
           << QByteArray::fromStdString(std::string(nameOf(format())));
    for (const PathRow* row : {m_images, m_groundTruth, m_out}) {
        write(stream, *row);
    }
    return state;
}

void RecipeForm::restoreState(const QByteArray& state) {
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    QByteArray recipeJson;
    QByteArray formatName;
    stream >> magic >> recipeJson >> formatName;
    const auto recipe = recipeFromJson(recipeJson.toStdString());
    const auto format = fromName<GroundTruthFormat>(formatName.toStdString());
    if (magic != kStateMagic || !recipe || !format) {
        return;
    }
    {
        const QSignalBlocker once(this);
        setRecipe(*recipe);
        choose(*m_groundTruthFormat, *format);
        for (PathRow* row : {m_images, m_groundTruth, m_out}) {
            read(stream, *row);
        }
        m_asksForGroundTruth = false;
    }
    Q_EMIT changed();
}

void RecipeForm::setRecipe(const ProposalRecipe& recipe) {
    choose(*m_mode, recipe.mode);
    choose(*m_policy, recipe.policy);
    m_negatives->setValue(recipe.negatives);
    m_negativeIou->setValue(recipe.negativeIou);
    m_seed->setValue(static_cast<int>(std::min<std::uint64_t>(recipe.seed, kAnyNumber)));
    m_groundTruthCrops->setChecked(recipe.groundTruthCrops);
    m_cropSize->setValue(recipe.cropSizePx);
    choose(*m_format, recipe.format);
    m_quality->setValue(recipe.jpegQuality);
    m_closing->setValue(recipe.mask.closingPx);
    m_maskThreshold->setValue(recipe.mask.threshold);
    m_minimumArea->setValue(recipe.mask.minimumAreaPx);
    m_mergeDistance->setValue(recipe.mask.mergeDistancePx);
}

void RecipeForm::setLook(const SourceLook& look) {
    if (look.customary && m_asksForGroundTruth) {
        m_groundTruth->propose(*look.customary);
        m_asksForGroundTruth = false;
    }
    const auto problemOf = [&](SourceField field) {
        const auto problem = std::ranges::find(look.problems, field, &SourceProblem::field);
        return problem == look.problems.end() ? QString() : causeText(problem->error);
    };
    m_images->setProblem(problemOf(SourceField::Images));
    m_groundTruth->setProblem(problemOf(SourceField::GroundTruth));
    m_images->setNote(usableText(look), skippedTexts(look.skipped));
}

void RecipeForm::setTarget(const TargetLook& target) {
    m_out->setProblem(target.problem ? causeText(*target.problem) : QString());
    m_out->setNote(replacedText(target));
}

void RecipeForm::focusObstacle() {
    const bool isForImages = m_images->path().empty() || !m_images->problem().isEmpty();
    const bool isForGroundTruth = m_groundTruth->path().empty() || !m_groundTruth->problem().isEmpty();
    (isForImages ? m_images : isForGroundTruth ? m_groundTruth : m_out)->focus();
}

void RecipeForm::rememberPaths() {
    for (PathRow* row : {m_groundTruth, m_images, m_out}) { // the last is the first to be offered
        row->remember();
    }
}

void RecipeForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_out != nullptr) {
        for (PathRow* row : {m_images, m_groundTruth, m_out}) {
            row->restyle();
        }
    }
}

void RecipeForm::takeImages() {
    m_asksForGroundTruth = m_groundTruth->takesProposals();
    m_out->propose(guessOut(m_images->path()));
    Q_EMIT changed();
}

void RecipeForm::takeFormat() {
    const bool isFile = format() == GroundTruthFormat::Coco;
    m_groundTruth->setKind(isFile ? PathInput::Kind::File : PathInput::Kind::Folder,
                           RecipeText::source(format()), RecipeText::sourceHelp(format()));
    m_asksForGroundTruth = m_groundTruth->takesProposals();
    for (QSpinBox* box : {m_closing, m_maskThreshold, m_minimumArea, m_mergeDistance}) {
        box->setEnabled(format() == GroundTruthFormat::Masks);
    }
    Q_EMIT changed();
}

void RecipeForm::takeImageFormat() {
    m_quality->setEnabled(chosen<ImageFormat>(*m_format) != ImageFormat::Png);
    Q_EMIT changed();
}

void RecipeForm::takePolicy() {
    m_policyHelp->setText(RecipeText::policyHelp(policy()));
    m_negativesTitle->setText(RecipeText::number(policy()));
    {
        const QSignalBlocker unsaid(m_negatives); // nobody has entered it
        m_negatives->setValue(numberOf(policy()));
    }
    const bool hasNumber = policy() != NegativePolicy::All;
    m_negativesTitle->setVisible(hasNumber);
    m_negatives->parentWidget()->setVisible(hasNumber);
    const bool hasSeed = policy() == NegativePolicy::Random;
    m_seedTitle->setVisible(hasSeed);
    m_seed->parentWidget()->setVisible(hasSeed);
    Q_EMIT changed();
}

} // namespace fissure::ui
