#pragma once

#include "core/config/RunConfig.h"
#include "ui/launch/ConfigRow.h"

#include <QWidget>

#include <memory>
#include <set>
#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QScrollArea;

namespace fissure::ui {

class FoldButton;
class RecentPaths;

/// What is wrong with one field.
struct FieldProblem {
    const Field* field = nullptr;
    QString reason; ///< a whole sentence on what to enter
};

/// The form of a run's configuration, made from the table of fields: a search line, the fields in groups, the
/// advanced ones folded, and the help of the field at the cursor.
class ConfigForm final : public QWidget {
    Q_OBJECT

public:
    /// recent must outlive the form.
    explicit ConfigForm(RecentPaths& recent, QWidget* parent = nullptr);
    ~ConfigForm() override;

    /// Where a field is wrong, its last right value.
    const RunConfig& config() const { return m_config; }
    /// In the order of the form; empty where a run can start.
    const std::vector<FieldProblem>& problems() const { return m_problems; }

    void setConfig(const RunConfig& config);
    /// Sets only those fields; the others stay as they stand, wrong values included.
    void setFields(const RunConfig& config, const std::vector<const Field*>& fields);
    /// Scrolls to a field, unfolds its group and gives it the keyboard.
    void focusField(const Field& field);
    void focusSearch();
    /// Puts a widget below the line of a path; the form takes it.
    void setExtra(const Field& field, QWidget& extra);
    /// Looks again for the folders and files that were not there when they were entered.
    void checkMissing();

Q_SIGNALS:
    /// The configuration or what is wrong with it changed.
    void changed();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build(RecentPaths& recent);
    void addHeading(QGridLayout& grid, const QString& title);
    void addAdvancedHeading(QGridLayout& grid);
    void addRow(QGridLayout& grid, const Field& field, RecentPaths& recent);
    /// The tab key follows the rows, whatever the order of creation was.
    void orderTabs();
    ConfigRow& rowOf(const Field& field) const;
    void take(ConfigRow& row);
    void showValue(ConfigRow& row);
    void checkPath(const Field& field);
    QString reasonOf(const ConfigRow& row) const;
    void reset(ConfigRow& row);
    void check();
    void filter();
    void refreshAdvanced();
    void showHelp(const Field* field);
    void fitHelp();
    void restyle();

    RunConfig m_config;
    std::vector<std::unique_ptr<ConfigRow>> m_rows; ///< in the order of the form
    std::vector<FieldProblem> m_problems;
    std::set<const Field*> m_missing; ///< of those that are paths
    QLineEdit* m_search;
    QScrollArea* m_scroll;
    QLabel* m_noMatch;
    QLabel* m_help;
    FoldButton* m_advanced = nullptr;
    bool m_isRestyling = false;
};

} // namespace fissure::ui
