#pragma once

#include "ui/launch/FieldEditor.h"

class QLineEdit;
class QMenu;

namespace fissure::ui {

/// For a folder or a file: a line to type into or drop onto, and a button that browses or offers the latest
/// ones. Of a path that is too long the end is shown, and all of it in the tool tip.
class PathEditor final : public FieldEditor {
    Q_OBJECT

public:
    /// recent must outlive the editor.
    PathEditor(const Field& field, RecentPaths& recent, QWidget* parent = nullptr);

    tl::expected<FieldValue, QString> value() const override;
    void setValue(const FieldValue& value) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showToolTip();
    void browse();
    void choose(const QString& path);
    void fillMenu();
    const QStringList& recentOnes() const;

    RecentPaths& m_recent;
    QLineEdit* m_line;
    QMenu* m_menu;
};

} // namespace fissure::ui
