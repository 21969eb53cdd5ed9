#pragma once

#include "core/config/RunConfig.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace fissure::ui {

/// The configuration of a run by groups; what differs from the defaults is bold and shows the default.
class ConfigurationTab final : public QWidget {
    Q_OBJECT

public:
    explicit ConfigurationTab(QWidget* parent = nullptr);

    void setConfig(const RunConfig& config);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void copyJson() const;

    std::optional<RunConfig> m_config;
    QTreeWidget* m_tree;
    QLabel* m_summary;
};

} // namespace fissure::ui
