#pragma once

#include "core/data/ProposalBuilder.h"
#include "ui/data/PhotographSearcher.h"

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
class RecipeForm;

/// The builder: a form at the left, at the right the photographs with what the form makes of them, below them
/// the build, its progress and its end.
class BuildView final : public QWidget {
    Q_OBJECT

public:
    /// The builder must outlive the view.
    explicit BuildView(DatasetBuilder& builder, QWidget* parent = nullptr);

    Banner& banner() const { return *m_banner; }
    BuildRequest request() const;
    /// Why nothing can be built now, in one sentence; empty where it can.
    QString obstacle() const;

    QByteArray saveState() const;
    /// What cannot be read is ignored.
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    void backRequested();

private:
    QWidget* makeHeader();
    QWidget* makeBottom();
    void wire();
    void takeForm();
    void lookAgain();
    void takeLook(const SourceLook& look);
    void showPhotograph();
    void showBuild();
    QString readyText() const;
    QString progressText() const;
    void build();

    DatasetBuilder& m_builder;
    PhotographSearcher m_searcher;
    QTimer m_lookDelay;
    BuildRequest m_looked; ///< what was last looked into
    SourceLook m_look;
    bool m_isLooking = false;
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
