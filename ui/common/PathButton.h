#pragma once

#include <QString>
#include <QStringList>
#include <QToolButton>

class QMenu;

namespace fissure::ui {

class PathLine;
class RecentPaths;

/// Beside a PathLine: browses for a folder or a file, and offers in its menu those that were chosen last.
class PathButton final : public QToolButton {
    Q_OBJECT

public:
    /// What the path is of.
    struct Kind {
        QString title;          ///< of the dialog
        QString files;          ///< "Weights"; empty for a folder
        QStringList patterns{}; ///< of their names: "*.pth"

        bool isFolder() const { return files.isEmpty(); }
    };

    /// Both must outlive the button.
    PathButton(PathLine& line, RecentPaths& recent, QWidget* parent = nullptr);

    void setKind(const Kind& kind);
    /// What the line shows is among those chosen last from now on.
    void remember();

Q_SIGNALS:
    /// The line shows a path that was browsed for, dropped there or taken from the menu.
    void chosen();

private:
    void browse();
    void choose(const QString& path);
    void fillMenu();
    QStringList recentOnes() const;

    PathLine& m_line;
    RecentPaths& m_recent;
    QMenu* m_menu;
    Kind m_kind;
};

} // namespace fissure::ui
