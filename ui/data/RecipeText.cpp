#include "ui/data/RecipeText.h"

#include "ui/common/Format.h"

namespace fissure::ui {

QString RecipeText::format(GroundTruthFormat format) {
    switch (format) {
    case GroundTruthFormat::Masks:
        return tr("Crack masks");
    case GroundTruthFormat::Coco:
        return tr("COCO JSON");
    case GroundTruthFormat::Yolo:
        return tr("YOLO labels");
    case GroundTruthFormat::Voc:
        break;
    }
    return tr("Pascal VOC XML");
}

QString RecipeText::source(GroundTruthFormat format) {
    switch (format) {
    case GroundTruthFormat::Masks:
        return tr("Folder of masks");
    case GroundTruthFormat::Coco:
        return tr("COCO file");
    case GroundTruthFormat::Yolo:
        return tr("Folder of label files");
    case GroundTruthFormat::Voc:
        break;
    }
    return tr("Folder of annotations");
}

QString RecipeText::sourceHelp(GroundTruthFormat format) {
    switch (format) {
    case GroundTruthFormat::Masks:
        return tr("One mask a photograph, of the same name up to the extension.");
    case GroundTruthFormat::Coco:
        return tr("Boxes, or the bounding boxes of polygons, of all photographs.");
    case GroundTruthFormat::Yolo:
        return tr("One text file a photograph with boxes or polygons, of the same name up to the extension.");
    case GroundTruthFormat::Voc:
        break;
    }
    return tr("One XML file a photograph, of the same name up to the extension.");
}

QString RecipeText::imageFormat(ImageFormat format) {
    switch (format) {
    case ImageFormat::Jpeg:
        return QStringLiteral("JPEG");
    case ImageFormat::Png:
        return QStringLiteral("PNG");
    case ImageFormat::WebP:
        break;
    }
    return QStringLiteral("WebP");
}

QString RecipeText::mode(SearchMode mode) {
    return mode == SearchMode::Fast ? tr("Fast") : tr("Quality");
}

QString RecipeText::policy(NegativePolicy policy) {
    switch (policy) {
    case NegativePolicy::FirstByArea:
        return tr("First by area");
    case NegativePolicy::Hardest:
        return tr("Hardest");
    case NegativePolicy::PerBand:
        return tr("Per IoU band");
    case NegativePolicy::Random:
        return tr("Random");
    case NegativePolicy::All:
        break;
    }
    return tr("All");
}

QString RecipeText::policyHelp(NegativePolicy policy) {
    switch (policy) {
    case NegativePolicy::FirstByArea:
        return tr("Those among the largest proposals of a photograph.");
    case NegativePolicy::Hardest:
        return tr("Those of highest IoU in a photograph.");
    case NegativePolicy::PerBand:
        return tr("The largest of each IoU band of 0.05 in a photograph; from 0.35 on is one band.");
    case NegativePolicy::Random:
        return tr("Drawn by the seed and the name of the photograph.");
    case NegativePolicy::All:
        break;
    }
    return tr("Every negative is kept.");
}

QString RecipeText::number(NegativePolicy policy) {
    switch (policy) {
    case NegativePolicy::FirstByArea:
        return tr("Among the largest");
    case NegativePolicy::PerBand:
        return tr("In each band");
    case NegativePolicy::Hardest:
    case NegativePolicy::Random:
    case NegativePolicy::All:
        break;
    }
    return tr("In each photograph");
}

QString RecipeText::negatives(const ProposalRecipe& recipe) {
    if (recipe.policy == NegativePolicy::All) {
        return policy(recipe.policy);
    }
    const QString which =
        recipe.policy == NegativePolicy::PerBand ? tr("Per IoU band of 0.05") : policy(recipe.policy);
    return tr("%1, %2", "policy of negatives and its number").arg(which, countText(recipe.negatives));
}

} // namespace fissure::ui
