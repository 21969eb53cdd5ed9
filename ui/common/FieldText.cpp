#include "ui/common/FieldText.h"

#include <QLocale>

#include <string>
#include <variant>

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

QString FieldText::value(const Field& field, const FieldValue& value) {
    const QString meaning = special(field);
    if (const auto* text = std::get_if<std::string>(&value)) {
        const QString nothing = meaning.isEmpty() ? QStringLiteral("–") : meaning;
        return text->empty() ? nothing : QString::fromStdString(*text);
    }
    const auto* whole = std::get_if<std::int64_t>(&value);
    const double number = whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value);
    if (!meaning.isEmpty() && number <= field.range.lowest) {
        return meaning;
    }
    const QString text = whole != nullptr ? QLocale().toString(qlonglong{*whole}) : numberText(number);
    return *field.unit == '\0' ? text : text + QChar(QChar::Nbsp) + unit(field);
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
    if (field.range.next) {
        return tr("Enter %1, or a number from %2 to %3.")
            .arg(special(field), numberText(*field.range.next), highest);
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
