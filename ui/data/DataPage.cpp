#include "ui/data/DataPage.h"

#include "ui/common/Banner.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/data/BuildView.h"
#include "ui/data/DatasetsView.h"

#include <QDataStream>
#include <QIODevice>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

namespace fissure::ui {

namespace {

QString reportText(const BuildReport& report) {
    const QString crops = countText(report.positives + report.negatives + report.groundTruthCrops);
    const QString used = countText(report.imagesUsed);
    const QString found = countText(report.imagesFound);
    const QString built =
        report.isComplete
            ? DataPage::tr("%1 crops were built from %2 of %3 photographs.").arg(crops, used, found)
            : DataPage::tr(
                  "The build is not complete: %1 crops from %2 of %3 photographs are kept, and the next "
                  "build goes on from there.")
                  .arg(crops, used, found);
    return report.imagesReused == 0
               ? built
               : DataPage::tr("%1 %n photograph(s) had not changed since the last build.", nullptr,
                              static_cast<int>(report.imagesReused))
                     .arg(built);
}

} // namespace

DataPage::DataPage(DatasetLibrary& library, DatasetBuilder& builder, RecentPaths& recent, QWidget* parent)
    : QWidget(parent)
    , m_library(library)
    , m_builder(builder)
    , m_views(new QStackedWidget)
    , m_list(new DatasetsView(library))
    , m_build(new BuildView(builder, recent)) {
    m_views->addWidget(m_list);
    m_views->addWidget(m_build);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_views);
    setFocusProxy(m_list);
    connect(m_list, &DatasetsView::buildRequested, this, [this] { showView(*m_build); });
    connect(m_build, &BuildView::backRequested, this, [this] { showView(*m_list); });
    connect(m_list, &DatasetsView::useRequested, this, &DataPage::useRequested);
    connect(m_list, &DatasetsView::runsRequested, this, &DataPage::runsRequested);
    connect(&m_builder, &DatasetBuilder::progressed, this, &DataPage::showProgress);
    connect(&m_builder, &DatasetBuilder::finished, this, &DataPage::takeReport);
    connect(&m_builder, &DatasetBuilder::failed, this, &DataPage::takeFailure);
}

DataPage::~DataPage() = default;

void DataPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_library.setActive(true);
}

void DataPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_library.setActive(false);
}

void DataPage::showView(QWidget& view) {
    const QWidget* focused = window()->focusWidget();
    const bool isHere = focused != nullptr && isAncestorOf(focused);
    m_views->setCurrentWidget(&view);
    setFocusProxy(&view);
    if (isHere) {
        view.setFocus(Qt::OtherFocusReason);
    }
}

void DataPage::showProgress() {
    if (!m_builder.isRunning()) {
        m_list->setBuildText(tr("New data set"));
        return;
    }
    const auto& progress = m_builder.progress();
    const double share =
        progress ? static_cast<double>(progress->done) / static_cast<double>(progress->total) : 0.0;
    m_list->setBuildText(tr("Building, %1 %").arg(static_cast<int>(std::floor(share * 100.0))));
}

/// The list shows the rest: counts, histogram, crops and what was left out.
void DataPage::takeReport(const BuildReport& report) {
    showProgress();
    if (!report.foreignCrops.empty()) {
        m_list->banner().showWarning(
            tr("%1 Of the other files in the folder, %n would be taken for proposals, the first of them %2.",
               nullptr, static_cast<int>(report.foreignCrops.size()))
                .arg(reportText(report), QString::fromStdString(report.foreignCrops.front())));
    } else if (report.isComplete) {
        m_list->banner().showInfo(reportText(report));
    } else {
        m_list->banner().showWarning(reportText(report));
    }
    m_library.add(report.folder);
    showView(*m_list);
}

void DataPage::takeFailure(const Error& error) {
    showProgress();
    if (error.code == ErrorCode::Stopped) {
        m_build->banner().showInfo(causeText(error));
    } else {
        m_build->banner().showError(error);
    }
    showView(*m_build);
}

QByteArray DataPage::saveState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << m_list->saveState() << m_build->saveState();
    return state;
}

void DataPage::restoreState(const QByteArray& state) {
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    QByteArray list;
    QByteArray build;
    stream >> list >> build;
    if (stream.status() == QDataStream::Ok) {
        m_list->restoreState(list);
        m_build->restoreState(build);
    }
}

} // namespace fissure::ui
