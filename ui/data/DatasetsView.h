#pragma once

#include "core/base/Ids.h"
#include "core/store/DatasetRecord.h"
#include "ui/data/DatasetLibrary.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QPushButton;
class QSortFilterProxyModel;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace fissure::ui {

class Banner;
class DatasetDetail;
class DatasetTableModel;
class EmptyState;

/// The data sets of the workspace in a table, the chosen one in full beside it.
class DatasetsView final : public QWidget {
    Q_OBJECT

public:
    /// The library must outlive the view.
    explicit DatasetsView(DatasetLibrary& library, QWidget* parent = nullptr);

    Banner& banner() const { return *m_banner; }
    /// The folder of the chosen one; empty where none is.
    std::string selected() const;

    /// Chooses a data set, now or as soon as it is in the list.
    void select(const std::string& folder);
    /// What the button that leads to the builder says.
    void setBuildText(const QString& text);

    QByteArray saveState() const;
    /// What cannot be read is ignored.
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    void buildRequested();
    void useRequested(const std::string& folder, fissure::DatasetRole role);
    /// name: what the runs have in common.
    void runsRequested(const QString& name, const std::vector<fissure::RunId>& runs);

private:
    QWidget* makeHeader();
    QWidget* makeEmpty();
    void wireTable();
    void wireLibrary();
    void takeDatasets();
    void showState();
    void showSelected();
    void requestRuns();
    void requestUse(DatasetRole role);
    void chooseFolder();
    void forgetSelected();

    DatasetLibrary& m_library;
    DatasetTableModel* m_model;
    QSortFilterProxyModel* m_sorted;
    Banner* m_banner;
    QTableView* m_table;
    DatasetDetail* m_detail;
    QSplitter* m_splitter;
    QStackedWidget* m_stack;            ///< all of it, or why there is nothing
    std::optional<Error> m_bannerError; ///< of reading the list, as long as it stands in the banner
    EmptyState* m_unreadable = nullptr;
    QPushButton* m_forget = nullptr;
    QPushButton* m_use = nullptr;
    QPushButton* m_build = nullptr;
    std::string m_wanted; ///< to be chosen when it appears
};

} // namespace fissure::ui
