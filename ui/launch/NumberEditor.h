#pragma once

#include "ui/launch/FieldEditor.h"

namespace fissure::ui {

class NumberBox;

/// For whole and real numbers.
class NumberEditor final : public FieldEditor {
    Q_OBJECT

public:
    explicit NumberEditor(const Field& field, QWidget* parent = nullptr);

    tl::expected<FieldValue, QString> value() const override;
    void setValue(const FieldValue& value) override;

private:
    NumberBox* m_box;
};

} // namespace fissure::ui
