#include "ui/NavigationRail.h"

#include "ui/RailButton.h"
#include "ui/common/Palette.h"

#include <QButtonGroup>
#include <QKeySequence>
#include <QPainter>
#include <QVBoxLayout>

#include <array>

namespace fissure::ui {

namespace {

constexpr std::array<const char*, 6> kPageNames{"new", "live", "runs", "inspect", "data", "settings"};
constexpr std::array<const char*, 6> kObjectNames{"railNew",     "railLive", "railRuns",
                                                  "railInspect", "railData", "railSettings"};

} // namespace

std::optional<Page> pageFromName(const QString& name) {
    for (std::size_t i = 0; i < kPageNames.size(); ++i) {
        if (name == QLatin1String(kPageNames[i])) {
            return static_cast<Page>(i);
        }
    }
    return std::nullopt;
}

NavigationRail::NavigationRail(QWidget* parent) : QWidget(parent), m_buttons(new QButtonGroup(this)) {
    setAccessibleName(tr("Pages"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 1, 8);
    layout->setSpacing(4);
    addButton(*layout, Page::New, "circle-plus", tr("New run"));
    addButton(*layout, Page::Live, "activity", tr("Live"));
    addButton(*layout, Page::Runs, "table-2", tr("Experiments"));
    addButton(*layout, Page::Inspect, "scan-search", tr("Inspect"));
    addButton(*layout, Page::Data, "database", tr("Data"));
    layout->addStretch(1);
    addButton(*layout, Page::Settings, "settings", tr("Settings"));
    connect(m_buttons, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT pageChosen(static_cast<Page>(id)); });
}

Page NavigationRail::current() const {
    return static_cast<Page>(m_buttons->checkedId());
}

void NavigationRail::setCurrent(Page page) {
    m_buttons->button(static_cast<int>(page))->setChecked(true);
}

void NavigationRail::addButton(QVBoxLayout& layout, Page page, const char* iconName, const QString& label) {
    const int number = static_cast<int>(page) + 1;
    auto* button = new RailButton(iconName, label);
    button->setObjectName(QLatin1String(kObjectNames[static_cast<std::size_t>(page)]));
    const QKeySequence keys(QStringLiteral("Ctrl+%1").arg(number));
    button->setToolTip(
        tr("%1 (%2)", "page and its keys").arg(label, keys.toString(QKeySequence::NativeText)));
    m_buttons->addButton(button, static_cast<int>(page));
    layout.addWidget(button);
}

void NavigationRail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Meaning::Surface, palette()));
    painter.setPen(colorOf(Meaning::Separator, palette()));
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

} // namespace fissure::ui
