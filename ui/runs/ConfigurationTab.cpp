#include "ui/runs/ConfigurationTab.h"

#include "core/config/ConfigFields.h"
#include "core/config/ConfigJson.h"
#include "ui/common/Icons.h"

#include <QClipboard>
#include <QCoreApplication>
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

QString fieldText(const char* english) {
    return QCoreApplication::translate("ConfigFields", english);
}

/// The value with its unit, or what the lowest value stands for ("all").
QString valueText(const Field& field, const FieldValue& value) {
    const QString text = QString::fromStdString(toText(value));
    const QString special = fieldText(field.special);
    const bool isNumber = field.kind == FieldKind::Integer || field.kind == FieldKind::Real;
    if (isNumber && !special.isEmpty()) {
        const double number = std::holds_alternative<double>(value)
                                  ? std::get<double>(value)
                                  : static_cast<double>(std::get<std::int64_t>(value));
        if (number <= field.range.lowest) {
            return special;
        }
    }
    if (text.isEmpty()) {
        return special.isEmpty() ? QStringLiteral("–") : special;
    }
    return *field.unit == '\0' ? text : text + QChar(QChar::Nbsp) + fieldText(field.unit);
}

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
            group = new QTreeWidgetItem(m_tree, {fieldText(titleOf(field.group))});
            group->setFirstColumnSpanned(true);
            group->setFlags(Qt::ItemIsEnabled);
            group->setForeground(Setting, palette().brush(QPalette::PlaceholderText));
            group->setSizeHint(Setting, QSize(0, fontMetrics().height() + kRowPaddingPx));
        }
        const FieldValue value = field.get(*m_config);
        const FieldValue byDefault = field.get(defaults);
        auto* item = new QTreeWidgetItem(group, {fieldText(field.title), valueText(field, value)});
        item->setToolTip(Setting, fieldText(field.help));
        item->setToolTip(Value, item->text(Value));
        if (value != byDefault) {
            ++changed;
            item->setText(Default, valueText(field, byDefault));
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
