#pragma once

#include "core/config/ConfigFields.h"

#include <QCoreApplication>
#include <QString>

namespace fissure::ui {

/// The words of the table of fields in the user's language.
class FieldText {
    Q_DECLARE_TR_FUNCTIONS(FieldText)

public:
    static QString group(FieldGroup group);
    static QString title(const Field& field);
    static QString help(const Field& field);
    static QString unit(const Field& field);
    /// What the lowest value, or an empty path, means; empty where it means nothing special.
    static QString special(const Field& field);
    /// The value with its unit in the user's notation ("0.001", "16 images"), or what it stands for ("all").
    static QString value(const Field& field, const FieldValue& value);
    /// "Enter a whole number from 1 to 10,000." for numbers; empty for others.
    static QString range(const Field& field);
    /// The sentence that marks a path that is not there: "This folder does not exist."
    static QString missingPath(const Field& field, bool isEmpty);

    /// "train_dir" -> "trainDir": the name a field's widget goes by.
    static QString objectName(const Field& field);
};

} // namespace fissure::ui
