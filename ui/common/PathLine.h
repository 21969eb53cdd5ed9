#pragma once

#include <QLineEdit>

namespace fissure::ui {

/// A line for the path of a folder or file, to type into or drop onto. Of a path that is too long the end is
/// shown, and all of it in the tool tip, which says the help while there is none.
class PathLine final : public QLineEdit {
    Q_OBJECT

public:
    explicit PathLine(QWidget* parent = nullptr);

    /// With "/" between its parts, without spaces around it.
    QString path() const;
    void setPath(const QString& path);
    void setHelp(const QString& help);

Q_SIGNALS:
    /// A file or folder was dropped here; the line does not show it yet.
    void dropped(const QString& path);

protected:
    void dropEvent(QDropEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void showToolTip();

    QString m_help;
};

} // namespace fissure::ui
