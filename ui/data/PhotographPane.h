#pragma once

#include "core/data/ProposalRecipe.h"
#include "ui/data/PhotographSearcher.h"
#include "ui/data/PhotographView.h"

#include <QWidget>

#include <cstddef>
#include <optional>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSlider;
class QToolButton;

namespace fissure::ui {

class ElidedLabel;
class IouLegend;

/// A build before it is made: the photographs one by one, each with its ground truth and proposals, the IoU
/// threshold of crack, and what the recipe makes of the proposals under it. Page Up and Page Down turn to
/// another photograph wherever in it the keyboard is.
class PhotographPane final : public QWidget {
    Q_OBJECT

public:
    /// Whether photographs that were there before have the ground truth that they had.
    enum class GroundTruthIs { TheSame, Another };

    explicit PhotographPane(QWidget* parent = nullptr);

    /// Of the photograph that is shown, from 0.
    std::size_t index() const { return m_index; }
    double labelIou() const;

    /// Starts with the first photograph; where it was among them before, with the one that was shown, which
    /// is not asked for again where nothing about it is new. note says why there is none.
    void setImages(const std::vector<PlannedImage>& images, const QString& note,
                   GroundTruthIs groundTruth = GroundTruthIs::Another);
    void setLabelIou(double labelIou);
    /// The recipe but for its threshold, which stands here.
    void setRecipe(const ProposalRecipe& recipe);
    void setPhotograph(const LoadedPhotograph& photograph);
    /// As selectiveSearch() gives them.
    void setProposals(const std::vector<Box>& proposals);
    void setError(const Error& error);

Q_SIGNALS:
    /// The photograph at index() is wanted.
    void photographWanted();

private:
    /// Of the photograph that was asked for.
    enum class Search { UnderWay, Done, Failed };

    QWidget* makeTop();
    QWidget* makeBottom();
    void makeShortcuts();
    void turnTo(std::size_t index);
    void ask();
    void rescore();
    void showPlace();
    void showCounts();
    void showPointed();

    std::vector<PlannedImage> m_images;
    std::size_t m_index = 0;
    ProposalRecipe m_recipe;
    std::optional<LoadedPhotograph> m_photograph;
    Search m_search = Search::UnderWay;
    std::vector<Box> m_proposals; ///< once the search is done
    ScoredProposals m_scored;

    PhotographView* m_view;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
    ElidedLabel* m_name = nullptr;
    QLabel* m_place = nullptr;
    QComboBox* m_shown = nullptr;
    IouLegend* m_legend = nullptr;
    QSlider* m_slider = nullptr;
    QDoubleSpinBox* m_threshold = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_pointed = nullptr;
};

} // namespace fissure::ui
