#pragma once

#include <QString>
#include <QWidget>

#include <optional>

class QButtonGroup;
class QVBoxLayout;

namespace fissure::ui {

/// The pages of the window, in the order of the rail.
enum class Page { New, Live, Runs, Inspect, Data, Settings };

/// The page of that name ("new", "live", "runs", "inspect", "data", "settings"), for command lines.
std::optional<Page> pageFromName(const QString& name);

/// The column at the left of the window: one button a page, icon over label.
class NavigationRail final : public QWidget {
    Q_OBJECT

public:
    explicit NavigationRail(QWidget* parent = nullptr);

    Page current() const;
    /// Marks the page without a signal.
    void setCurrent(Page page);

Q_SIGNALS:
    void pageChosen(fissure::ui::Page page);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addButton(QVBoxLayout& layout, Page page, const char* iconName, const QString& label);

    QButtonGroup* m_buttons = nullptr;
};

} // namespace fissure::ui
