#include "ui/gallery/MarkText.h"

#include "ui/common/Format.h"
#include "ui/common/Icons.h"

namespace fissure::ui {

QString MarkText::title(Mark mark) {
    switch (mark) {
    case Mark::WrongLabel:
        return tr("Wrong label");
    case Mark::Unclear:
        return tr("Unclear");
    case Mark::OfInterest:
        break;
    }
    return tr("Of interest");
}

QString MarkText::action(Mark mark) {
    switch (mark) {
    case Mark::WrongLabel:
        return tr("Mark as wrong label");
    case Mark::Unclear:
        return tr("Mark as unclear");
    case Mark::OfInterest:
        break;
    }
    return tr("Mark as of interest");
}

QString MarkText::choice(MarkChoice choice, int count) {
    const QString number = countText(count);
    switch (choice) {
    case MarkChoice::All:
        break;
    case MarkChoice::Marked:
        return tr("Marked %1").arg(number);
    case MarkChoice::Unmarked:
        return tr("Unmarked %1").arg(number);
    case MarkChoice::WrongLabel:
        return tr("Wrong label %1").arg(number);
    case MarkChoice::Unclear:
        return tr("Unclear %1").arg(number);
    case MarkChoice::OfInterest:
        return tr("Of interest %1").arg(number);
    }
    return tr("All %1").arg(number);
}

QString MarkText::meaning(Mark mark) {
    switch (mark) {
    case Mark::WrongLabel:
        return tr("Marked as wrong label: the annotation is wrong, not the network.");
    case Mark::Unclear:
        return tr("Marked as unclear: the picture does not tell whether there is a crack.");
    case Mark::OfInterest:
        break;
    }
    return tr("Marked as of interest.");
}

QString MarkText::keys() {
    return tr("Keys mark the current proposal: W wrong label, U unclear, S of interest; 0 clears the mark.");
}

QIcon markIcon(Mark mark) {
    switch (mark) {
    case Mark::WrongLabel:
        return icon("tag-x");
    case Mark::Unclear:
        return icon("circle-question-mark");
    case Mark::OfInterest:
        break;
    }
    return icon("star");
}

} // namespace fissure::ui
