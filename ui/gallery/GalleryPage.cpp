#include "ui/gallery/GalleryPage.h"

#include "ui/common/Banner.h"
#include "ui/common/EmptyState.h"
#include "ui/common/ErrorText.h"
#include "ui/common/PageHeader.h"
#include "ui/common/RunText.h"
#include "ui/gallery/CropGrid.h"
#include "ui/gallery/EnlargedView.h"
#include "ui/gallery/FilterBar.h"
#include "ui/gallery/ProposalView.h"
#include "ui/run/RunLibrary.h"

#include <QComboBox>
#include <QDataStream>
#include <QLabel>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fissure::ui {

namespace {

/// Marks the bytes of saveState(); it changes with their layout.
constexpr quint32 kStateMagic = 0x46474c31;

int bestEpochOf(const RunSummary& run) {
    return run.best ? run.best->epoch : 0;
}

/// The newest run that has something to show, else the newest.
const RunSummary* firstToShow(const std::vector<RunSummary>& runs) {
    const auto found = std::ranges::find_if(runs, [](const RunSummary& run) { return run.best.has_value(); });
    if (found != runs.end()) {
        return &*found;
    }
    return runs.empty() ? nullptr : &runs.front();
}

} // namespace

GalleryPage::GalleryPage(RunLibrary& library, QWidget* parent)
    : QWidget(parent)
    , m_library(library)
    , m_marks(library) {
    makeEmptyStates();
    m_pages = new QStackedWidget;
    m_content = makeContent();
    m_pages->addWidget(m_noRun);
    m_pages->addWidget(m_unreadable);
    m_pages->addWidget(m_noPredictions);
    m_pages->addWidget(m_content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    m_banner = new Banner;
    layout->addWidget(m_banner);
    layout->addWidget(m_pages, 1);

    connect(&m_library, &RunLibrary::runsChanged, this, &GalleryPage::listRuns);
    connect(&m_library, &RunLibrary::predictionsLoaded, this, &GalleryPage::takePredictions);
    connect(&m_library, &RunLibrary::failed, this, &GalleryPage::onFailed);
    connect(&m_library, &RunLibrary::recovered, this, [this] {
        if (m_failure) {
            loadPredictions();
        }
        showState();
    });
    connect(&m_marks, &MarkBoard::changed, this, &GalleryPage::takeMarks);
    connect(&m_marks, &MarkBoard::failed, m_banner, qOverload<const Error&>(&Banner::showError));
    connect(&m_markActions, &MarkActions::markWanted, this, &GalleryPage::mark);
    connect(&m_folderReader, &ProposalFolderReader::folderRead, this, &GalleryPage::takeFolder);
    connect(&m_folderReader, &ProposalFolderReader::changeFound, this, &GalleryPage::takeChange);
    listRuns();
    showState();
}

GalleryPage::~GalleryPage() = default;

void GalleryPage::makeEmptyStates() {
    m_noRun =
        new EmptyState("image-off", tr("No run yet"),
                       tr("This page shows the proposals that a run classifies wrongly, each with its IoU "
                          "and its probability. They appear after the first epoch of a run."),
                       tr("Set up a run"));
    connect(m_noRun, &EmptyState::activated, this, &GalleryPage::newRunRequested);
    m_unreadable = new EmptyState("unplug", QString(), QString(), tr("Try again"));
    m_unreadable->setObjectName(QStringLiteral("galleryUnreadable"));
    connect(m_unreadable, &EmptyState::activated, this, &GalleryPage::tryAgain);
    m_noPredictions = new EmptyState("circle-dashed", QString(), QString());
    m_noRows = new EmptyState("circle-check", QString(), QString());
}

QWidget* GalleryPage::makeHeader() {
    auto* header = new PageHeader(tr("Misclassified proposals"));
    m_runs = new QComboBox;
    m_runs->setObjectName(QStringLiteral("galleryRun"));
    m_runs->setAccessibleName(tr("Run"));
    m_runs->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_runs->setMinimumContentsLength(36);
    m_runs->setEnabled(false);
    connect(m_runs, &QComboBox::activated, this,
            [this](int index) { showRun(RunId{m_runs->itemData(index).toLongLong()}); });
    auto* title = new QLabel(tr("Run"));
    title->setBuddy(m_runs);
    header->addWidget(title);
    header->addWidget(m_runs);
    return header;
}

QWidget* GalleryPage::makeContent() {
    m_filter = new FilterBar;
    connect(m_filter, &FilterBar::filterChanged, this, &GalleryPage::applyFilter);
    m_grid = new CropGrid(m_images.cards);
    m_grid->setObjectName(QStringLiteral("galleryGrid"));
    m_grid->setModel(&m_model);
    connect(m_grid, &CropGrid::currentRowChanged, this, [this](int row) {
        if (row >= 0) {
            m_current = m_model.prediction(row).file;
        }
        showDetail();
    });
    connect(m_grid, &CropGrid::enlargeRequested, this, &GalleryPage::enlarge);
    m_grid->addActions(m_markActions.actions());
    m_gridPages = new QStackedWidget;
    m_gridPages->addWidget(m_grid);
    m_gridPages->addWidget(m_noRows);
    m_view = new ProposalView(m_images);

    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setObjectName(QStringLiteral("gallerySplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_gridPages);
    m_splitter->addWidget(m_view);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({640, 440});

    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_splitter, 1);
    return content;
}

QByteArray GalleryPage::saveState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << kStateMagic << m_splitter->saveState() << static_cast<qint32>(m_grid->cropSide());
    return state;
}

bool GalleryPage::restoreState(const QByteArray& state) {
    QDataStream stream(state);
    quint32 magic = 0;
    QByteArray splitter;
    qint32 cropSide = 0;
    stream >> magic >> splitter >> cropSide;
    if (stream.status() != QDataStream::Ok || magic != kStateMagic) {
        return false;
    }
    m_splitter->restoreState(splitter);
    m_grid->setCropSide(cropSide);
    return true;
}

void GalleryPage::showRun(RunId run) {
    m_wanted = {};
    if (const RunSummary* found = m_library.find(run)) {
        choose(*found);
        return;
    }
    m_wanted = run;
    m_library.refresh();
}

void GalleryPage::fillRunChooser() {
    std::vector<ListedRun> listed;
    for (const RunSummary& run : m_library.runs()) {
        listed.push_back({run.id, run.name, run.status});
    }
    // The library changes with every epoch of a training run; an open list must not close each time.
    if (listed == m_listed) {
        return;
    }
    m_listed = std::move(listed);
    const QSignalBlocker quiet(m_runs);
    m_runs->clear();
    for (const ListedRun& run : m_listed) {
        m_runs->addItem(
            statusIcon(run.status),
            tr("%1  %2", "number and name of a run").arg(run.id.value).arg(QString::fromStdString(run.name)),
            QVariant::fromValue<qlonglong>(run.id.value));
    }
    m_runs->setEnabled(m_runs->count() > 0);
}

void GalleryPage::listRuns() {
    fillRunChooser();
    const RunSummary* shown = m_library.find(m_wanted ? m_wanted : m_run);
    if (shown == nullptr) {
        shown = m_library.find(m_run);
    }
    if (shown == nullptr) {
        shown = firstToShow(m_library.runs());
    }
    if (shown != nullptr) {
        choose(*shown);
    } else {
        m_run = {};
        m_model.setPredictions({}, {}, 0.0);
        showState();
    }
}

void GalleryPage::choose(const RunSummary& run) {
    if (m_wanted == run.id) {
        m_wanted = {};
    }
    m_runs->setCurrentIndex(m_runs->findData(QVariant::fromValue<qlonglong>(run.id.value)));
    if (run.id == m_run && bestEpochOf(run) == m_shownBest && !m_failure) {
        showState();
        return;
    }
    if (run.id != m_run) {
        m_run = run.id;
        m_current.clear();
        m_folder.reset();
        m_hasFolderChanged = false;
        m_failure.reset();
        m_banner->clear();
        m_model.setPredictions({}, {}, 0.0);
        ErrorFilter filter = m_filter->filter();
        filter.threshold = run.config.decisionThreshold;
        m_filter->setRunThreshold(run.config.decisionThreshold);
        m_filter->setFilter(filter);
        m_model.setFilter(filter);
        m_marks.setFolder(run.config.validDir);
        readFolder(run);
    }
    m_shownBest = bestEpochOf(run);
    loadPredictions();
    showState();
}

/// The folder may have been built anew or removed since it was read.
void GalleryPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (const RunSummary* run = m_library.find(m_run)) {
        readFolder(*run);
    }
}

void GalleryPage::readFolder(const RunSummary& run) {
    m_folderRequest = m_folderReader.read(QString::fromStdString(run.config.validDir),
                                          FolderUser{m_library.workspace(), run.id});
}

void GalleryPage::loadPredictions() {
    m_isLoading = true;
    m_predictionRequest = m_library.loadPredictions(m_run);
}

/// Predictions that were read before stay under the banner.
void GalleryPage::onFailed(quint64 request, const Error& error) {
    if (request != 0 && request == m_predictionRequest) {
        m_isLoading = false;
        m_failure = error;
        if (m_model.predictionCount() > 0) {
            m_banner->showError(error);
        }
    }
    showState();
}

void GalleryPage::tryAgain() {
    if (m_run) {
        loadPredictions();
    }
    m_library.refresh();
}

void GalleryPage::takePredictions(quint64 request, RunId, const std::vector<Prediction>& predictions) {
    const RunSummary* run = m_library.find(m_run);
    if (request != m_predictionRequest || run == nullptr) {
        return;
    }
    m_isLoading = false;
    if (m_failure) {
        m_failure.reset();
        m_banner->clear();
        showFolderProblem();
    }
    m_model.setPredictions(predictions, QString::fromStdString(run->config.validDir), run->config.labelIou);
    showRows();
}

void GalleryPage::takeFolder(quint64 request, const std::shared_ptr<const ProposalFolder>& folder) {
    if (request != m_folderRequest) {
        return;
    }
    const bool isNews =
        m_folder == nullptr || m_folder->exists != folder->exists || m_folder->problem != folder->problem;
    m_folder = folder;
    m_grid->setCropsExpected(folder->exists);
    if (isNews) {
        showFolderProblem();
    }
    showDetail();
}

void GalleryPage::takeChange(quint64 request) {
    if (request == m_folderRequest && !std::exchange(m_hasFolderChanged, true)) {
        showFolderProblem();
    }
}

void GalleryPage::showFolderProblem() {
    if (m_folder == nullptr) {
        return;
    }
    if (!m_folder->path.isEmpty() && !m_folder->exists) {
        m_banner->showWarning(
            tr("The folder %1 is gone, so the crops cannot be shown. The figures are those of the "
               "run.")
                .arg(m_folder->path));
    } else if (m_folder->problem) {
        m_banner->showError(*m_folder->problem);
    } else if (m_hasFolderChanged) {
        m_banner->showWarning(
            tr("The proposals in %1 have changed since this run; crops and boxes may not be "
               "those it saw.")
                .arg(m_folder->path));
    }
}

void GalleryPage::applyFilter(const ErrorFilter& filter) {
    m_model.setFilter(filter);
    showRows();
}

void GalleryPage::takeMarks() {
    // A proposal that leaves the filter with its mark gives way to the one after it.
    const int row = std::max(0, currentRow());
    m_model.setMarks(m_marks.marks());
    showRows(row);
}

void GalleryPage::mark(std::optional<Mark> mark) {
    if (const int row = currentRow(); row >= 0) {
        m_marks.setMark(m_model.prediction(row).file, mark);
    }
}

void GalleryPage::showRows(int fallbackRow) {
    m_filter->setCounts(m_model.counts(), m_model.markCounts(), m_model.confusion());
    const int rows = m_model.rowCount();
    if (rows > 0) {
        // The proposal somebody was looking at stays the current one while the filter lets it through.
        const int row = m_model.rowOf(m_current).value_or(std::min(fallbackRow, rows - 1));
        if (row != currentRow()) {
            m_grid->setCurrentIndex(m_model.index(row, 0));
            m_grid->scrollTo(m_grid->currentIndex());
        }
    }
    showState();
    showDetail();
}

void GalleryPage::showState() {
    if (!m_run && m_library.lookError()) {
        m_unreadable->setText(tr("The runs cannot be read"), errorText(*m_library.lookError()));
        m_pages->setCurrentWidget(m_unreadable);
        return;
    }
    if (!m_run) {
        m_pages->setCurrentWidget(m_noRun);
        return;
    }
    if (m_failure && m_model.predictionCount() == 0) {
        m_unreadable->setText(tr("The predictions cannot be read"), errorText(*m_failure));
        m_pages->setCurrentWidget(m_unreadable);
        return;
    }
    const RunSummary* run = m_library.find(m_run);
    if (m_model.predictionCount() == 0 && !m_isLoading) {
        const bool isLate = run != nullptr && run->epochs > 0;
        m_noPredictions->setText(
            tr("No predictions"),
            isLate
                ? tr("This run had no validation proposals, so nothing was predicted.")
                : tr("This run has not completed an epoch. Predictions are stored at the end of each one."));
        m_pages->setCurrentWidget(m_noPredictions);
        return;
    }
    m_pages->setCurrentWidget(m_content);
    const bool isEmpty = m_model.rowCount() == 0 && !m_isLoading;
    if (isEmpty) {
        explainEmptyGrid();
    }
    m_gridPages->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_noRows) : m_grid);
}

void GalleryPage::explainEmptyGrid() {
    const bool isAnyWrong =
        m_model.counts().total() < m_model.predictionCount() || m_model.counts().wrong() > 0;
    if (!isAnyWrong) {
        m_noRows->setText(tr("No misclassified proposals"),
                          tr("At this decision threshold the run classifies every proposal correctly."));
    } else if (m_model.filter().marks != MarkChoice::All) {
        m_noRows->setText(tr("No proposal here"),
                          tr("No proposal has this outcome and this mark within these ranges."));
    } else {
        m_noRows->setText(tr("No proposal here"), tr("No proposal has this outcome within these ranges."));
    }
}

int GalleryPage::currentRow() const {
    const QModelIndex current = m_grid->currentIndex();
    return current.isValid() ? current.row() : -1;
}

ProposalDetail GalleryPage::detailOf(int row) const {
    ProposalDetail detail;
    detail.prediction = m_model.prediction(row);
    detail.threshold = m_model.filter().threshold;
    detail.cropPath = m_model.path(row);
    detail.mark = m_model.mark(row);
    if (m_folder != nullptr) {
        if (const auto found = m_folder->origins.find(detail.prediction.file);
            found != m_folder->origins.end()) {
            detail.origin = found->second;
        }
    }
    detail.originNote = originNote();
    return detail;
}

QString GalleryPage::originNote() const {
    if (m_folder == nullptr) {
        return tr("The folder is being read.");
    }
    if (!m_folder->exists) {
        return tr("The folder of the proposals is gone.");
    }
    if (m_folder->problem) {
        return errorText(*m_folder->problem);
    }
    if (m_folder->origins.empty()) {
        return tr(
            "The folder has no manifest, so it is not known where in which photograph this proposal lies.");
    }
    return tr("The manifest of the folder does not list this proposal.");
}

void GalleryPage::showDetail() {
    const int row = currentRow();
    const auto detail = row >= 0 ? std::optional(detailOf(row)) : std::nullopt;
    m_view->setDetail(detail);
    m_markActions.setCurrent(detail.has_value(), detail ? detail->mark : std::nullopt);
    if (m_enlarged == nullptr || !m_enlarged->isVisible()) {
        return;
    }
    if (detail) {
        m_enlarged->setDetail(*detail, row, m_model.rowCount());
    } else {
        m_enlarged->reject();
    }
}

void GalleryPage::enlarge() {
    if (m_enlarged == nullptr) {
        m_enlarged = new EnlargedView(m_images, this);
        connect(m_enlarged, &EnlargedView::stepRequested, this, &GalleryPage::step);
        m_enlarged->addActions(m_markActions.actions());
    }
    m_enlarged->open();
    showDetail();
}

void GalleryPage::step(int rows) {
    if (m_model.rowCount() == 0) {
        return;
    }
    const int row = std::clamp(currentRow() + rows, 0, m_model.rowCount() - 1);
    m_grid->setCurrentIndex(m_model.index(row, 0));
}

} // namespace fissure::ui
