#pragma once

#include "core/data/ProposalBuilder.h"
#include "ui/data/PhotographSearcher.h"
#include "ui/data/TargetExaminer.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;

namespace fissure::ui {

class Banner;
class DatasetBuilder;
class PhotographPane;
class RecentPaths;
class RecipeForm;

/// The builder: a form at the left, at the right the photographs with what the form makes of them, below them
/// the build, its progress and its end. Folders are looked into while it is shown.
class BuildView final : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive the view.
    BuildView(DatasetBuilder& builder, RecentPaths& recent, QWidget* parent = nullptr);
    ~BuildView() override;

    Banner& banner() const { return *m_banner; }
    BuildRequest request() const;
    /// Why nothing can be built now, in one sentence; empty where it can.
    QString obstacle() const;

    /// Splitter and form, for the next start of the program.
    QByteArray saveState() const;
    /// What cannot be read is ignored.
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    void backRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Of a look into folders. An answer that comes while the next one is due is of another form.
    enum class LookState { Due, UnderWay, Done };

    QWidget* makeHeader();
    QWidget* makeBottom();
    void wire();
    void takeForm();
    void lookAgain();
    void takeLook(const SourceLook& look);
    void takeTarget(const TargetLook& target);
    void examineTargetAgain();
    bool isLooking() const;
    void showPhotograph();
    void showBuild();
    QString readyText() const;
    QString progressText() const;
    void build();
    void askToReplace();
    void start();

    DatasetBuilder& m_builder;
    PhotographSearcher m_searcher;
    QTimer m_lookDelay;
    BuildRequest m_looked; ///< what was last looked into
    SourceLook m_look;
    GroundTruthSource m_groundTruth; ///< from which the photographs of that look have their boxes
    MaskBoxSettings m_mask;          ///< how they are read off masks
    LookState m_sources = LookState::Due;
    TargetExaminer m_examiner;
    BuildRequest m_examined; ///< what was last examined
    TargetLook m_found;
    LookState m_target = LookState::Due;
    Banner* m_banner;
    QSplitter* m_splitter;
    RecipeForm* m_form;
    PhotographPane* m_pane;
    QLabel* m_state;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QPushButton* m_build;
};

} // namespace fissure::ui
