#pragma once

#include "core/data/GroundTruthReader.h"
#include "core/data/ProposalRecipe.h"

#include <QCoreApplication>
#include <QString>

namespace fissure::ui {

/// The words of a recipe in the user's language.
class RecipeText {
    Q_DECLARE_TR_FUNCTIONS(RecipeText)

public:
    static QString format(GroundTruthFormat format);
    /// "Folder of masks": what stands for the ground truth of that format.
    static QString source(GroundTruthFormat format);
    static QString sourceHelp(GroundTruthFormat format);
    static QString imageFormat(ImageFormat format);
    static QString mode(SearchMode mode);
    static QString policy(NegativePolicy policy);
    /// What the policy keeps, as a sentence.
    static QString policyHelp(NegativePolicy policy);
    /// What the number of the policy counts: "Largest proposals".
    static QString number(NegativePolicy policy);
    /// "First by area, 400": policy and number, with the width of the bands where it has any.
    static QString negatives(const ProposalRecipe& recipe);
};

} // namespace fissure::ui
