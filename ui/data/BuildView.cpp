#include "ui/data/BuildView.h"

#include "ui/common/Banner.h"
#include "ui/common/Format.h"
#include "ui/common/Icons.h"
#include "ui/common/LinkText.h"
#include "ui/common/PageHeader.h"
#include "ui/common/Question.h"
#include "ui/common/Theme.h"
#include "ui/data/DatasetBuilder.h"
#include "ui/data/PhotographPane.h"
#include "ui/data/RecipeForm.h"

#include <QDataStream>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFrame>
#include <QHBoxLayout>
#include <QIODevice>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <chrono>

namespace fissure::ui {

namespace {

/// Long enough not to look at every letter of a path.
constexpr std::chrono::milliseconds kLookDelay{250};
constexpr quint32 kStateMagic = 0x46424c32; // "FBL2"

/// Whether a look into the sources of one holds for the other.
bool haveSameSources(const BuildRequest& a, const BuildRequest& b) {
    return a.images == b.images && a.groundTruth == b.groundTruth && a.recipe.mask == b.recipe.mask;
}

/// Whether what was found where one is to go holds for the other.
bool haveSameTarget(const BuildRequest& a, const BuildRequest& b) {
    return a.out == b.out && a.images == b.images;
}

QString pathText(const std::filesystem::path& path) {
    return QDir::toNativeSeparators(QFile::decodeName(path.c_str()));
}

} // namespace

BuildView::BuildView(DatasetBuilder& builder, RecentPaths& recent, QWidget* parent)
    : QWidget(parent)
    , m_builder(builder)
    , m_banner(new Banner)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_form(new RecipeForm(recent))
    , m_pane(new PhotographPane)
    , m_state(new QLabel)
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_build(new QPushButton(tr("Build proposals"))) {
    m_splitter->setObjectName(QStringLiteral("buildSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_form);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 5);
    m_splitter->setSizes({380, 810});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_banner);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(makeBottom());
    setFocusProxy(m_form);
    wire();
    showBuild();
}

BuildView::~BuildView() = default;

QWidget* BuildView::makeHeader() {
    auto* header = new PageHeader(tr("New data set"));
    auto* back = new QPushButton(icon("arrow-left"), tr("Data sets"));
    back->setObjectName(QStringLiteral("backToDatasets"));
    back->setToolTip(tr("Back to the list of data sets (Esc); a build goes on."));
    header->addWidget(back);
    connect(back, &QPushButton::clicked, this, &BuildView::backRequested);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &BuildView::backRequested);
    return header;
}

QWidget* BuildView::makeBottom() {
    auto* bottom = new QWidget;
    auto* line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Midlight);
    m_state->setObjectName(QStringLiteral("buildState"));
    m_state->setWordWrap(true);
    m_state->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_progress->setObjectName(QStringLiteral("buildProgress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(220);
    m_cancel->setObjectName(QStringLiteral("cancelBuild"));
    m_cancel->setToolTip(tr("Stop the build; photographs that are done are kept."));
    m_build->setObjectName(QStringLiteral("buildProposals"));
    makePrimary(*m_build);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(12);
    row->addWidget(m_state, 1);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addWidget(m_build);
    auto* layout = new QVBoxLayout(bottom);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(line);
    layout->addLayout(row);
    connect(m_state, &QLabel::linkActivated, m_form, &RecipeForm::focusObstacle);
    connect(m_build, &QPushButton::clicked, this, &BuildView::build);
    connect(m_cancel, &QPushButton::clicked, &m_builder, &DatasetBuilder::cancel);
    return bottom;
}

void BuildView::wire() {
    m_lookDelay.setSingleShot(true);
    m_lookDelay.setInterval(kLookDelay);
    connect(&m_lookDelay, &QTimer::timeout, this, &BuildView::lookAgain);
    connect(m_form, &RecipeForm::changed, this, &BuildView::takeForm);
    connect(m_pane, &PhotographPane::photographWanted, this, &BuildView::showPhotograph);
    connect(&m_searcher, &PhotographSearcher::looked, this, &BuildView::takeLook);
    connect(&m_searcher, &PhotographSearcher::loaded, m_pane, &PhotographPane::setPhotograph);
    connect(&m_searcher, &PhotographSearcher::searched, m_pane, &PhotographPane::setProposals);
    connect(&m_searcher, &PhotographSearcher::failed, m_pane, &PhotographPane::setError);
    connect(&m_examiner, &TargetExaminer::examined, this, &BuildView::takeTarget);
    connect(&m_builder, &DatasetBuilder::progressed, this, &BuildView::showBuild);
    // Later: the folder that was built into is looked at as it is now.
    connect(&m_builder, &DatasetBuilder::finished, this, &BuildView::examineTargetAgain);
    connect(&m_builder, &DatasetBuilder::failed, this, &BuildView::examineTargetAgain);
}

BuildRequest BuildView::request() const {
    BuildRequest request = m_form->request();
    request.recipe.labelIou = m_pane->labelIou();
    return request;
}

QString BuildView::obstacle() const {
    if (isLooking()) {
        return tr("Looking into the folders…");
    }
    return m_form->obstacle();
}

bool BuildView::isLooking() const {
    return m_sources != LookState::Done || m_target != LookState::Done;
}

void BuildView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    lookAgain();
}

void BuildView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showBuild();
    }
}

void BuildView::takeForm() {
    const BuildRequest wanted = m_form->request();
    m_pane->setRecipe(wanted.recipe);
    if (!haveSameSources(wanted, m_looked)) {
        m_sources = LookState::Due;
    }
    if (!haveSameTarget(wanted, m_examined)) {
        m_target = LookState::Due;
    }
    if (m_sources == LookState::Due || m_target == LookState::Due) {
        m_lookDelay.start();
    }
    showBuild();
}

/// Into what is due. A form that is kept from the last time may name slow folders: nobody looks into them
/// before the view is shown.
void BuildView::lookAgain() {
    if (!isVisible()) {
        return;
    }
    if (m_sources == LookState::Due) {
        m_sources = LookState::UnderWay;
        m_looked = m_form->request();
        m_searcher.look(m_looked, m_form->place());
    }
    if (m_target == LookState::Due) {
        m_target = LookState::UnderWay;
        m_examined = m_form->request();
        m_examiner.examine(m_examined.out, m_examined.images);
    }
    showBuild();
}

void BuildView::takeLook(const SourceLook& look) {
    if (m_sources != LookState::UnderWay) {
        return; // the form has changed since, another look follows
    }
    m_sources = LookState::Done;
    m_look = look;
    m_form->setLook(look);
    m_looked = m_form->request(); // with the ground truth that the look has found
    const MaskBoxSettings mask = m_looked.recipe.mask;
    const bool isSame = m_looked.groundTruth == m_groundTruth && mask == m_mask;
    m_groundTruth = m_looked.groundTruth;
    m_mask = mask;
    m_pane->setImages(look.images,
                      tr("Choose photographs and their ground truth to see what selective search "
                         "proposes in them."),
                      isSame ? PhotographPane::GroundTruthIs::TheSame
                             : PhotographPane::GroundTruthIs::Another);
    showBuild();
}

void BuildView::takeTarget(const TargetLook& target) {
    if (m_target != LookState::UnderWay) {
        return;
    }
    m_target = LookState::Done;
    m_found = target;
    m_form->setTarget(target);
    showBuild();
}

void BuildView::examineTargetAgain() {
    m_target = LookState::Due;
    lookAgain();
    showBuild();
}

void BuildView::showPhotograph() {
    m_searcher.show(m_look, m_pane->index(), m_form->request().recipe.mode);
}

void BuildView::showBuild() {
    const bool isRunning = m_builder.isRunning();
    const QString reason = obstacle();
    m_form->setEnabled(!isRunning);
    m_build->setVisible(!isRunning);
    m_build->setEnabled(reason.isEmpty());
    m_cancel->setVisible(isRunning);
    m_cancel->setEnabled(!m_builder.isCancelling());
    m_progress->setVisible(isRunning);
    if (!isRunning) {
        const bool isOfAField = !reason.isEmpty() && !isLooking();
        setSentence(*m_state, reason.isEmpty() ? readyText() : reason,
                    isOfAField ? Leads::ToItsSubject : Leads::Nowhere);
        return;
    }
    const auto& progress = m_builder.progress();
    m_progress->setRange(0, progress ? static_cast<int>(progress->total) : 0);
    m_progress->setValue(progress ? static_cast<int>(progress->done) : 0);
    setSentence(*m_state, progressText(), Leads::Nowhere);
}

QString BuildView::readyText() const {
    return tr("Ready to cut up %n photograph(s).", nullptr, static_cast<int>(m_look.images.size()));
}

QString BuildView::progressText() const {
    if (m_builder.isCancelling()) {
        return tr("Cancelling…");
    }
    const auto& progress = m_builder.progress();
    if (!progress) {
        return tr("Building: the first photograph is being searched…");
    }
    const QString done =
        tr("%1 of %2 photographs").arg(countText(progress->done), countText(progress->total));
    if (progress->imagesPerSecond <= 0.0) { // all of them were taken over so far
        return done;
    }
    return tr("%1, %2, %3 left", "photographs, rate and time of a build")
        .arg(done, rateText(progress->imagesPerSecond), roughDurationText(progress->timeLeft));
}

void BuildView::build() {
    if (!m_found.otherImages.empty()) {
        askToReplace();
    } else {
        start();
    }
}

void BuildView::askToReplace() {
    const BuildRequest wanted = m_form->request();
    const QPushButton* confirm =
        ask(this, "replaceDataset", tr("Replace data set"),
            tr("Replace the data set %1?").arg(pathText(wanted.out)),
            tr("It was built from the photographs in %1, the new one is built from those in %2.")
                .arg(pathText(m_found.otherImages), pathText(wanted.images)),
            tr("Replace data set"));
    connect(confirm, &QPushButton::clicked, this, &BuildView::start);
}

void BuildView::start() {
    if (m_builder.isRunning() || !obstacle().isEmpty()) {
        return;
    }
    m_banner->clear();
    m_form->rememberPaths();
    m_pane->setFocus(Qt::OtherFocusReason); // out of the form, which cannot be edited now
    m_builder.start(request());
}

QByteArray BuildView::saveState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kStateMagic << m_splitter->saveState() << m_form->saveState() << m_pane->labelIou();
    return state;
}

void BuildView::restoreState(const QByteArray& state) {
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    QByteArray splitter;
    QByteArray form;
    double labelIou = 0.0;
    stream >> magic >> splitter >> form >> labelIou;
    if (magic == kStateMagic && stream.status() == QDataStream::Ok) {
        m_splitter->restoreState(splitter);
        m_form->restoreState(form);
        m_pane->setLabelIou(labelIou);
    }
}

} // namespace fissure::ui
