#pragma once

#include "ui/data/PathInput.h"

#include <QObject>
#include <QStringList>

class QGridLayout;
class QLabel;

namespace fissure::ui {

/// A path in the form of a build: its title, the line below it, and below that what is wrong with it or what
/// to know about it.
class PathRow final : public QObject {
    Q_OBJECT

public:
    /// Adds its rows to the grid, over all of its columns. recent must outlive the row.
    PathRow(const QString& name, QGridLayout& grid, RecentPaths& recent, QObject* parent);

    /// Where a path comes from.
    enum class Origin { User, Proposal };

    std::filesystem::path path() const { return m_input->path(); }
    /// A proposal may take the place of what stands there.
    bool takesProposals() const { return path().empty() || path() == m_proposed; }
    /// A sentence; empty where nothing is wrong with the path.
    const QString& problem() const { return m_problem; }

    void setKind(PathInput::Kind kind, const QString& title, const QString& help);
    /// Takes the path unless the user has entered another one than was proposed before.
    void propose(const std::filesystem::path& path);
    void setPath(const std::filesystem::path& path, Origin origin);
    void setProblem(const QString& problem);
    /// Shown while there is no problem; more of it, a line each, in the tool tip.
    void setNote(const QString& note, const QStringList& more = {});
    void focus();
    /// The path is among the latest from now on.
    void remember() { m_input->remember(); }
    /// Takes the colours anew; to be called when the theme has changed.
    void restyle();

Q_SIGNALS:
    void edited();

private:
    void showReason();

    QLabel* m_title;
    PathInput* m_input;
    QLabel* m_reason;
    std::filesystem::path m_proposed;
    QString m_problem;
    QString m_note;
    QStringList m_more;
};

} // namespace fissure::ui
