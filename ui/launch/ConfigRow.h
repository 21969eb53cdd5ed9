#pragma once

#include "core/config/ConfigFields.h"

#include <QObject>
#include <QString>

class QGridLayout;
class QLabel;
class QToolButton;
class QWidget;

namespace fissure::ui {

class FieldEditor;
class RecentPaths;

/// One field of the form: its title, the editor, an arrow back to the default, and below them the reason
/// where the value is wrong. A path has a line of its own below its title: it needs the room.
class ConfigRow final : public QObject {
    Q_OBJECT

public:
    /// Adds its rows, of three columns, to the grid; recent must outlive the row.
    ConfigRow(const Field& field, RecentPaths& recent, QGridLayout& grid);

    const Field& field() const { return m_field; }
    FieldEditor& editor() const { return *m_editor; }
    /// True where a search for that text should find the field.
    bool matches(const QString& text) const;

    /// Puts a widget, which sees to its own visibility, below a path; hidden with the row.
    void setExtra(QWidget& extra);

    /// True once the user has been here, so that an empty form does not start all red.
    void setTouched(bool touched) { m_isTouched = touched; }
    void setVisible(bool visible);
    /// What has no effect with the other settings cannot be edited.
    void setUsed(bool used);
    /// reason is what is wrong with the value as typed, empty where nothing is; it is shown once the field
    /// was touched.
    void setStanding(bool isDefault, const QString& reason);

    /// Takes fonts and colours anew; to be called when the theme has changed.
    void restyle();

Q_SIGNALS:
    void edited();
    void resetRequested();
    void focused();

private:
    void addTo(QGridLayout& grid);
    void showTitle();
    void showReason();

    const Field& m_field;
    QLabel* m_title;
    FieldEditor* m_editor;
    QToolButton* m_reset;
    QLabel* m_reasonLabel;
    QWidget* m_below = nullptr; ///< holds the extra of a path
    QString m_reason;
    bool m_isTouched = false;
    bool m_isVisible = true;
};

} // namespace fissure::ui
