#pragma once

#include "core/metrics/Mark.h"

#include <QAction>
#include <QList>
#include <QObject>

#include <array>
#include <optional>

namespace fissure::ui {

/// What marks the current proposal, each with its key: W, U and S set a mark, the key of the mark it has
/// takes it away, 0 and Delete take away any. For every widget that shows proposals: its keys and its context
/// menu.
class MarkActions final : public QObject {
    Q_OBJECT

public:
    explicit MarkActions(QObject* parent = nullptr);

    const QList<QAction*>& actions() const { return m_actions; }
    /// The proposal that is marked next: whether there is one, and the mark it has.
    void setCurrent(bool isAny, std::optional<Mark> mark);

Q_SIGNALS:
    /// No mark: it is taken away.
    void markWanted(std::optional<fissure::Mark> mark);

private:
    QAction* add(const char* objectName, const QString& text, const QList<QKeySequence>& keys);

    std::optional<Mark> m_mark;
    QList<QAction*> m_actions;
    std::array<QAction*, kMarks.size()> m_setters{}; ///< in the order of kMarks
    QAction* m_clear = nullptr;
};

} // namespace fissure::ui
