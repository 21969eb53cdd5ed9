#pragma once

#include "core/config/ConfigFields.h"

#include <QAbstractSpinBox>

#include <optional>

namespace fissure::ui {

/// A line for a whole or real number of a field's range, with its unit, the special word for the lowest value
/// and arrows. Writes the decimal point of the user's notation; takes what the command line takes ("1e-4"),
/// point and comma alike, and keeps wrong text as typed.
class NumberBox final : public QAbstractSpinBox {
    Q_OBJECT

public:
    explicit NumberBox(const Field& field, QWidget* parent = nullptr);

    /// Nothing where the text is no number of the field's range.
    std::optional<FieldValue> value() const;
    void setValue(const FieldValue& value);

    void stepBy(int steps) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Everything may be typed; value() tells whether it is right.
    QValidator::State validate(QString& text, int& position) const override;

Q_SIGNALS:
    void edited();

protected:
    StepEnabled stepEnabled() const override;

private:
    QString textOf(const FieldValue& value) const;
    double stepped(double number, int steps) const;

    const Field& m_field;
};

} // namespace fissure::ui
