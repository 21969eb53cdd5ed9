#pragma once

#include "core/config/ConfigFields.h"
#include "ui/common/InputFrame.h"

#include <QString>
#include <tl/expected.hpp>

namespace fissure::ui {

class RecentPaths;

/// How a field's value stands.
enum class FieldState {
    Default, ///< shown in grey
    Changed,
    Wrong, ///< with a red edge
};

/// Enters the value of one configuration field. What is typed is never refused: a wrong value stays visible
/// until it is mended.
class FieldEditor : public InputFrame {
    Q_OBJECT

public:
    explicit FieldEditor(const Field& field, QWidget* parent = nullptr);

    const Field& field() const { return m_field; }
    /// The value as it stands, its range checked, or a sentence on what to enter instead.
    virtual tl::expected<FieldValue, QString> value() const = 0;
    FieldState state() const { return m_state; }

    /// Shows a value; edited() is not emitted.
    virtual void setValue(const FieldValue& value) = 0;
    void setState(FieldState state);
    /// Takes the colours anew from the palette; to be called when the theme has changed.
    void restyle();

Q_SIGNALS:
    /// The user changed the value, rightly or wrongly.
    void edited();

protected:
    /// Puts the widget that takes the input into place; to be called once. extra stands right of it.
    void setInput(QWidget* input, QWidget* extra = nullptr);

private:
    const Field& m_field;
    FieldState m_state = FieldState::Default;
};

/// The editor for a field's kind. recent must outlive it.
FieldEditor* makeFieldEditor(const Field& field, RecentPaths& recent, QWidget* parent);

} // namespace fissure::ui
