#pragma once

#include "core/data/ProposalBuilder.h"
#include "core/data/RecipeRanges.h"
#include "ui/data/SourceLook.h"
#include "ui/data/TargetLook.h"

#include <QByteArray>
#include <QWidget>

#include <map>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace fissure::ui {

class PathRow;
class RecentPaths;

/// The form of a build, in the order in which it is thought through: photographs and ground truth, which
/// proposals, what becomes of them; the numbers that are seldom touched are folded. The IoU threshold is not
/// here: it stands below the photograph that shows what it means.
class RecipeForm final : public QWidget {
    Q_OBJECT

public:
    /// recent must outlive the form.
    explicit RecipeForm(RecentPaths& recent, QWidget* parent = nullptr);

    BuildRequest request() const;
    /// Whether a look is to say where the ground truth is.
    GroundTruthPlace place() const;
    /// The first reason why nothing can be built; empty where there is none.
    QString obstacle() const;
    QByteArray saveState() const;

    /// What was found of the request: proposes the ground truth where the look was to say it.
    void setLook(const SourceLook& look);
    void setTarget(const TargetLook& target);
    /// Gives the keyboard to the field of the obstacle.
    void focusObstacle();
    /// The paths of the form are among the latest from now on.
    void rememberPaths();
    /// What cannot be read is ignored.
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    /// What a look into the folders depends on, or the recipe.
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeSources(QVBoxLayout& parts);
    void makeProposals(QVBoxLayout& parts);
    void makeCrops(QVBoxLayout& parts);
    void makeAdvanced(QVBoxLayout& parts);
    static QLabel* addRow(QGridLayout& grid, const QString& title, QWidget* input, const QString& help);
    int numberOf(NegativePolicy policy) const;
    QSpinBox* addNumber(QGridLayout& grid, const char* name, const QString& title, const RecipeRange& range,
                        int value, const QString& help);
    GroundTruthFormat format() const;
    NegativePolicy policy() const;
    void takeFormat();
    void takeImages();
    void takeImageFormat();
    void takePolicy();
    void setRecipe(const ProposalRecipe& recipe);

    RecentPaths& m_recent;
    bool m_asksForGroundTruth = false;       ///< the next look says where it is
    std::map<NegativePolicy, int> m_numbers; ///< that were entered; else the policy's default
    PathRow* m_images = nullptr;
    QComboBox* m_groundTruthFormat = nullptr;
    PathRow* m_groundTruth = nullptr;
    QComboBox* m_mode = nullptr;
    QComboBox* m_policy = nullptr;
    QLabel* m_policyHelp = nullptr;
    QLabel* m_negativesTitle = nullptr;
    QSpinBox* m_negatives = nullptr;
    QSpinBox* m_seed = nullptr;
    QLabel* m_seedTitle = nullptr;
    QDoubleSpinBox* m_negativeIou = nullptr;
    QCheckBox* m_groundTruthCrops = nullptr;
    QSpinBox* m_cropSize = nullptr;
    QComboBox* m_format = nullptr;
    PathRow* m_out = nullptr;
    QSpinBox* m_quality = nullptr;
    QSpinBox* m_closing = nullptr;
    QSpinBox* m_maskThreshold = nullptr;
    QSpinBox* m_minimumArea = nullptr;
    QSpinBox* m_mergeDistance = nullptr;
};

} // namespace fissure::ui
