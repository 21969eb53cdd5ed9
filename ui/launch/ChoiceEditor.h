#pragma once

#include "ui/launch/FieldEditor.h"

class QComboBox;

namespace fissure::ui {

/// For one of a few names.
class ChoiceEditor final : public FieldEditor {
    Q_OBJECT

public:
    explicit ChoiceEditor(const Field& field, QWidget* parent = nullptr);

    tl::expected<FieldValue, QString> value() const override;
    void setValue(const FieldValue& value) override;

private:
    QComboBox* m_box;
};

} // namespace fissure::ui
