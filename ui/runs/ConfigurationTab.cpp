#include "ui/runs/ConfigurationTab.h"

#include "core/config/ConfigFields.h"
#include "core/config/ConfigJson.h"
#include "ui/common/FieldText.h"
#include "ui/common/Icons.h"
#include "ui/common/ToolTip.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace fissure::ui {

namespace {

enum Column { Setting, Value, Default };

constexpr int kRowPaddingPx = 8;

} // namespace

ConfigurationTab::ConfigurationTab(QWidget* parent)
    : QWidget(parent)
    , m_tree(new QTreeWidget(this))
    , m_summary(new QLabel(this)) {
    setObjectName(QStringLiteral("configurationTab"));
    m_tree->setObjectName(QStringLiteral("configurationTree"));
    m_tree->setAccessibleName(tr("Configuration"));
    m_tree->setHeaderLabels({tr("Setting"), tr("Value"), tr("Default")});
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setIndentation(12);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(Setting, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(Value, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(Default, QHeaderView::ResizeToContents);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    auto* copy = new QPushButton(icon("copy"), tr("Copy as JSON"), this);
    copy->setObjectName(QStringLiteral("configurationCopy"));
    copy->setToolTip(tr("Copy the configuration as a file that a new run can start from."));
    connect(copy, &QPushButton::clicked, this, &ConfigurationTab::copyJson);

    auto* line = new QHBoxLayout;
    line->addWidget(m_summary, 1);
    line->addWidget(copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 0);
    layout->setSpacing(8);
    layout->addLayout(line);
    layout->addWidget(m_tree, 1);
}

void ConfigurationTab::setConfig(const RunConfig& config) {
    if (m_config == config) {
        return;
    }
    m_config = config;
    fill();
}

/// Groups carry a colour of the palette.
void ConfigurationTab::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && m_config) {
        fill();
    }
    QWidget::changeEvent(event);
}

void ConfigurationTab::fill() {
    m_tree->clear();
    const RunConfig defaults;
    int changed = 0;
    QTreeWidgetItem* group = nullptr;
    std::optional<FieldGroup> current;
    QFont bold = font();
    bold.setBold(true);
    for (const Field& field : configFields()) {
        if (current != field.group) {
            current = field.group;
            group = new QTreeWidgetItem(m_tree, {FieldText::group(field.group)});
            group->setFirstColumnSpanned(true);
            group->setFlags(Qt::ItemIsEnabled);
            group->setForeground(Setting, palette().brush(QPalette::PlaceholderText));
            group->setSizeHint(Setting, QSize(0, fontMetrics().height() + kRowPaddingPx));
        }
        const FieldValue value = field.get(*m_config);
        const FieldValue byDefault = field.get(defaults);
        auto* item = new QTreeWidgetItem(group, {FieldText::title(field), FieldText::value(field, value)});
        item->setToolTip(Setting, FieldText::help(field));
        item->setToolTip(Value, plainToolTip(item->text(Value)));
        if (value != byDefault) {
            ++changed;
            item->setText(Default, FieldText::value(field, byDefault));
            item->setFont(Setting, bold);
            item->setFont(Value, bold);
        }
        item->setDisabled(!field.isUsed(*m_config));
    }
    m_tree->expandAll();
    m_summary->setText(changed == 0   ? tr("All settings have their defaults.")
                       : changed == 1 ? tr("1 setting differs from the default.")
                                      : tr("%n settings differ from the defaults.", nullptr, changed));
}

void ConfigurationTab::copyJson() const {
    if (m_config) {
        QGuiApplication::clipboard()->setText(QString::fromStdString(toJson(*m_config)));
    }
}

} // namespace fissure::ui
