#include "ui/gallery/MarkActions.h"

#include "ui/gallery/MarkText.h"

namespace fissure::ui {

namespace {

struct Setter {
    const char* objectName;
    Qt::Key key;
};

/// In the order of kMarks.
constexpr std::array<Setter, kMarks.size()> kSetters{
    {{"markWrongLabel", Qt::Key_W}, {"markUnclear", Qt::Key_U}, {"markOfInterest", Qt::Key_S}}};

} // namespace

MarkActions::MarkActions(QObject* parent) : QObject(parent) {
    for (std::size_t i = 0; i < kMarks.size(); ++i) {
        const Mark mark = kMarks[i];
        m_setters[i] = add(kSetters[i].objectName, MarkText::action(mark), {QKeySequence(kSetters[i].key)});
        m_setters[i]->setIcon(markIcon(mark));
        m_setters[i]->setCheckable(true);
        connect(m_setters[i], &QAction::triggered, this,
                [this, mark] { Q_EMIT markWanted(m_mark == mark ? std::nullopt : std::optional(mark)); });
    }
    m_clear = add("clearMark", tr("Clear the mark"), {QKeySequence(Qt::Key_0), QKeySequence::Delete});
    connect(m_clear, &QAction::triggered, this, [this] { Q_EMIT markWanted(std::nullopt); });
    setCurrent(false, std::nullopt);
}

QAction* MarkActions::add(const char* objectName, const QString& text, const QList<QKeySequence>& keys) {
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(objectName));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    // A key that is held down would set and take away by turns.
    action->setAutoRepeat(false);
    m_actions.append(action);
    return action;
}

void MarkActions::setCurrent(bool isAny, std::optional<Mark> mark) {
    m_mark = mark;
    for (std::size_t i = 0; i < kMarks.size(); ++i) {
        m_setters[i]->setEnabled(isAny);
        m_setters[i]->setChecked(mark == kMarks[i]);
    }
    m_clear->setEnabled(mark.has_value());
}

} // namespace fissure::ui
