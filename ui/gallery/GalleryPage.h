#pragma once

#include "core/store/RunRecord.h"
#include "ui/gallery/ErrorModel.h"
#include "ui/gallery/GalleryImages.h"
#include "ui/gallery/MarkActions.h"
#include "ui/gallery/MarkBoard.h"
#include "ui/gallery/ProposalDetail.h"
#include "ui/gallery/ProposalFolder.h"

#include <QByteArray>
#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QSplitter;
class QStackedWidget;

namespace fissure::ui {

class Banner;
class CropGrid;
class EmptyState;
class EnlargedView;
class FilterBar;
class ProposalView;
class RunLibrary;

/// Which proposals a run gets wrong: a run, a filter, the grid of crops, and the current one closely.
class GalleryPage final : public QWidget {
    Q_OBJECT

public:
    /// The library must outlive the page.
    explicit GalleryPage(RunLibrary& library, QWidget* parent = nullptr);
    ~GalleryPage() override;

    RunId run() const { return m_run; }
    const ErrorModel& model() const { return m_model; }
    /// Splitter and size of the cards, for the next start of the program.
    QByteArray saveState() const;

    /// Shows the run as soon as the library has it.
    void showRun(RunId run);
    /// False, and nothing changed, where the bytes are not of saveState().
    bool restoreState(const QByteArray& state);

Q_SIGNALS:
    void newRunRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct ListedRun {
        RunId id;
        std::string name;
        RunStatus status = RunStatus::Queued;

        bool operator==(const ListedRun&) const = default;
    };

    QWidget* makeHeader();
    QWidget* makeContent();
    void makeEmptyStates();

    void fillRunChooser();
    void listRuns();
    void choose(const RunSummary& run);
    void loadPredictions();
    void onFailed(quint64 request, const Error& error);
    void tryAgain();
    void takePredictions(quint64 request, RunId run, const std::vector<Prediction>& predictions);
    void readFolder(const RunSummary& run);
    void takeFolder(quint64 request, const std::shared_ptr<const ProposalFolder>& folder);
    void takeChange(quint64 request);
    void showFolderProblem();
    void applyFilter(const ErrorFilter& filter);
    void takeMarks();
    void mark(std::optional<Mark> mark);
    void showRows(int fallbackRow = 0);
    void showState();
    void explainEmptyGrid();
    void showDetail();
    void enlarge();
    void step(int rows);
    ProposalDetail detailOf(int row) const;
    QString originNote() const;
    int currentRow() const;

    RunLibrary& m_library;
    GalleryImages m_images;
    ErrorModel m_model;
    MarkBoard m_marks;
    MarkActions m_markActions;
    ProposalFolderReader m_folderReader;
    std::shared_ptr<const ProposalFolder> m_folder; ///< of the shown run; null while it is being read
    bool m_hasFolderChanged = false;                ///< since the shown run started

    std::vector<ListedRun> m_listed; ///< what the chooser offers
    RunId m_run;
    RunId m_wanted;      ///< asked for before the library had it
    int m_shownBest = 0; ///< best epoch whose predictions are shown or on their way
    bool m_isLoading = false;
    std::optional<Error> m_failure; ///< why the predictions of the shown run could not be read
    std::string m_current;          ///< file of the current proposal, kept through filters
    quint64 m_predictionRequest = 0;
    quint64 m_folderRequest = 0;

    QComboBox* m_runs = nullptr;
    Banner* m_banner = nullptr;
    QStackedWidget* m_pages = nullptr;
    QSplitter* m_splitter = nullptr;
    FilterBar* m_filter = nullptr;
    QStackedWidget* m_gridPages = nullptr;
    CropGrid* m_grid = nullptr;
    ProposalView* m_view = nullptr;
    EnlargedView* m_enlarged = nullptr;
    QWidget* m_content = nullptr;
    EmptyState* m_noRun = nullptr;
    EmptyState* m_unreadable = nullptr;
    EmptyState* m_noPredictions = nullptr;
    EmptyState* m_noRows = nullptr;
};

} // namespace fissure::ui
