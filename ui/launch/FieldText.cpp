#include "ui/launch/FieldText.h"

#include <QLocale>

namespace fissure::ui {

namespace {

/// Ranges above this are as good as none.
constexpr double kPracticallyUnbounded = 1e9;

QString translated(const char* text) {
    return *text == '\0' ? QString() : QCoreApplication::translate("ConfigFields", text);
}

QString numberText(double number) {
    return QLocale().toString(number, 'g', 10);
}

} // namespace

QString FieldText::group(FieldGroup group) {
    return translated(titleOf(group));
}

QString FieldText::title(const Field& field) {
    return translated(field.title);
}

QString FieldText::help(const Field& field) {
    return translated(field.help);
}

QString FieldText::unit(const Field& field) {
    return translated(field.unit);
}

QString FieldText::special(const Field& field) {
    return translated(field.special);
}

QString FieldText::range(const Field& field) {
    if (field.kind != FieldKind::Integer && field.kind != FieldKind::Real) {
        return {};
    }
    const bool whole = field.kind == FieldKind::Integer;
    const QString lowest = numberText(field.range.lowest);
    if (field.range.highest >= kPracticallyUnbounded) {
        return whole ? tr("Enter a whole number of at least %1.").arg(lowest)
                     : tr("Enter a number of at least %1.").arg(lowest);
    }
    const QString highest = whole ? QLocale().toString(static_cast<qint64>(field.range.highest))
                                  : numberText(field.range.highest);
    if (field.range.lowestExcluded) {
        return tr("Enter a number above %1 and up to %2.").arg(lowest, highest);
    }
    return whole ? tr("Enter a whole number from %1 to %2.").arg(lowest, highest)
                 : tr("Enter a number from %1 to %2.").arg(lowest, highest);
}

QString FieldText::missingPath(const Field& field, bool isEmpty) {
    if (isEmpty) {
        return field.kind == FieldKind::Folder ? tr("Choose a folder.") : tr("Choose a file.");
    }
    return field.kind == FieldKind::Folder ? tr("This folder does not exist.")
                                           : tr("This file does not exist.");
}

QString FieldText::objectName(const Field& field) {
    QString name;
    bool isStart = false;
    for (const QChar letter : QString::fromUtf8(field.key)) {
        if (letter == QLatin1Char('_')) {
            isStart = true;
        } else {
            name += isStart ? letter.toUpper() : letter;
            isStart = false;
        }
    }
    return name;
}

} // namespace fissure::ui
