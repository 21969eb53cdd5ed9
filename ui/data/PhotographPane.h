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
/// threshold of crack, and what the recipe makes of the proposals under it.
class PhotographPane final : public QWidget {
    Q_OBJECT

public:
    explicit PhotographPane(QWidget* parent = nullptr);

    /// Of the photograph that is shown, from 0.
    std::size_t index() const { return m_index; }
    double labelIou() const;

    /// Starts with the first photograph; where it was among them before, with the one that was shown. note
    /// says why there is none.
    void setImages(const std::vector<PlannedImage>& images, const QString& note);
    /// The recipe but for its threshold, which stands here.
    void setRecipe(const ProposalRecipe& recipe);
    void setPhotograph(const LoadedPhotograph& photograph);
    /// As selectiveSearch() gives them.
    void setProposals(const std::vector<Box>& proposals);
    void setError(const Error& error);

Q_SIGNALS:
    /// The photograph at index() is wanted.
    void photographWanted();
    void labelIouChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeTop();
    QWidget* makeBottom();
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
    std::optional<std::vector<Box>> m_proposals; ///< nothing while they are searched for
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
