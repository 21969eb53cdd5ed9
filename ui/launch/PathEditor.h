#pragma once

#include "ui/launch/FieldEditor.h"

namespace fissure::ui {

class PathLine;

/// For a folder or a file: a line, and a button that browses or offers the latest ones.
class PathEditor final : public FieldEditor {
    Q_OBJECT

public:
    /// recent must outlive the editor.
    PathEditor(const Field& field, RecentPaths& recent, QWidget* parent = nullptr);

    tl::expected<FieldValue, QString> value() const override;
    void setValue(const FieldValue& value) override;

private:
    PathLine* m_line;
};

} // namespace fissure::ui
