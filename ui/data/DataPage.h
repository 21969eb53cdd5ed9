#pragma once

#include "ui/data/DatasetBuilder.h"
#include "ui/data/DatasetLibrary.h"

#include <QByteArray>
#include <QWidget>

#include <string>
#include <vector>

class QStackedWidget;

namespace fissure::ui {

class BuildView;
class DatasetsView;
class RecentPaths;

/// The page of the data: the data sets of the workspace, and the builder that makes new ones of photographs.
class DataPage final : public QWidget {
    Q_OBJECT

public:
    /// All three must outlive the page.
    DataPage(DatasetLibrary& library, DatasetBuilder& builder, RecentPaths& recent,
             QWidget* parent = nullptr);
    ~DataPage() override;

    QByteArray saveState() const;
    /// What cannot be read is ignored.
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    /// A data set is to be filled into the form of a new run.
    void useRequested(const std::string& folder, fissure::DatasetRole role);
    /// The runs that used a data set are to be shown; name: of the data set.
    void runsRequested(const QString& name, const std::vector<fissure::RunId>& runs);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void showView(QWidget& view);
    void showProgress();
    void takeReport(const BuildReport& report);
    void takeFailure(const Error& error);

    DatasetLibrary& m_library;
    DatasetBuilder& m_builder;
    QStackedWidget* m_views;
    DatasetsView* m_list;
    BuildView* m_build;
};

} // namespace fissure::ui
