#include "ui/data/DatasetsView.h"

#include "ui/common/Banner.h"
#include "ui/common/EmptyState.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/common/Icons.h"
#include "ui/common/PageHeader.h"
#include "ui/common/Theme.h"
#include "ui/data/DatasetDetail.h"
#include "ui/data/DatasetTableModel.h"

#include <QDataStream>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QIODevice>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace fissure::ui {

namespace {

constexpr quint32 kStateMagic = 0x46445331; // "FDS1"
constexpr int kRowHeightPx = 30;
constexpr int kWholeView = 0;
constexpr int kNothingYet = 1;
constexpr int kUnreadable = 2;
constexpr int kNotRead = 3;
constexpr int kColumnPaddingPx = 22;
constexpr int kIconPx = 20; // of a problem, with the gap behind it

/// A text as wide as a column usually needs.
QString sampleOf(DatasetColumn column) {
    switch (column) {
    case DatasetColumn::Name:
        return QStringLiteral("photographs/proposals");
    case DatasetColumn::Built:
        return timeText(WallTime{});
    case DatasetColumn::Problems:
        return DatasetTableModel::tr("Folder is missing");
    case DatasetColumn::Fingerprint:
        return QStringLiteral("00000000");
    default:
        return countText(99'999);
    }
}

void fitColumns(QTableView& table) {
    for (int column = 0; column < kDatasetColumns; ++column) {
        const QString title = table.model()->headerData(column, Qt::Horizontal).toString();
        const auto which = static_cast<DatasetColumn>(column);
        const QFontMetrics metrics = table.fontMetrics();
        const int text =
            std::max(metrics.horizontalAdvance(title), metrics.horizontalAdvance(sampleOf(which)));
        table.setColumnWidth(column,
                             text + kColumnPaddingPx + (which == DatasetColumn::Problems ? kIconPx : 0));
    }
}

QTableView* makeTableView(QSortFilterProxyModel& model) {
    auto* table = new QTableView;
    table->setObjectName(QStringLiteral("datasetTable"));
    table->setModel(&model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSortingEnabled(true);
    table->sortByColumn(static_cast<int>(DatasetColumn::Built), Qt::DescendingOrder);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(
        std::max(kRowHeightPx, table->fontMetrics().height() + 12));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionsMovable(true);
    table->horizontalHeader()->setStretchLastSection(true);
    fitColumns(*table);
    return table;
}

} // namespace

DatasetsView::DatasetsView(DatasetLibrary& library, QWidget* parent)
    : QWidget(parent)
    , m_library(library)
    , m_model(new DatasetTableModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_banner(new Banner)
    , m_detail(new DatasetDetail)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_stack(new QStackedWidget) {
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(DatasetTableModel::SortRole);
    m_table = makeTableView(*m_sorted);
    m_table->setAccessibleName(tr("Data sets"));
    m_splitter->setObjectName(QStringLiteral("datasetSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({790, 400});
    setFocusProxy(m_table);
    m_unreadable = new EmptyState("unplug", QString(), QString(), tr("Try again"));
    connect(m_unreadable, &EmptyState::activated, &m_library, &DatasetLibrary::refresh);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(m_unreadable);
    m_stack->addWidget(new QWidget); // for the moment before the list is read
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    wireTable();
    wireLibrary();
    takeDatasets();
}

QWidget* DatasetsView::makeHeader() {
    auto* header = new PageHeader(tr("Data"));
    auto* add = new QPushButton(icon("folder-plus"), tr("Add folder…"));
    add->setObjectName(QStringLiteral("addDataset"));
    add->setToolTip(tr("List a folder of proposals that was made elsewhere."));
    m_forget = new QPushButton(icon("x"), tr("Forget"));
    m_forget->setObjectName(QStringLiteral("forgetDataset"));
    m_forget->setToolTip(tr("Take the data set off the list; its folder stays as it is."));
    m_use = new QPushButton(icon("circle-plus"), tr("Use for a new run"));
    m_use->setObjectName(QStringLiteral("useDataset"));
    auto* uses = new QMenu(m_use);
    QAction* train = uses->addAction(tr("As training data"));
    train->setObjectName(QStringLiteral("useForTraining"));
    QAction* valid = uses->addAction(tr("As validation data"));
    valid->setObjectName(QStringLiteral("useForValidation"));
    m_use->setMenu(uses);
    m_build = new QPushButton(tr("New data set"));
    m_build->setObjectName(QStringLiteral("newDataset"));
    makePrimary(*m_build);
    for (QPushButton* button : {add, m_forget, m_use, m_build}) {
        header->addWidget(button);
    }
    connect(add, &QPushButton::clicked, this, &DatasetsView::chooseFolder);
    connect(m_forget, &QPushButton::clicked, this, &DatasetsView::forgetSelected);
    connect(train, &QAction::triggered, this, [this] { requestUse(DatasetRole::Train); });
    connect(valid, &QAction::triggered, this, [this] { requestUse(DatasetRole::Valid); });
    connect(m_build, &QPushButton::clicked, this, &DatasetsView::buildRequested);
    return header;
}

QWidget* DatasetsView::makeEmpty() {
    auto* empty = new EmptyState("database", tr("No data set yet"),
                                 tr("Proposals that are built from photographs, and folders that runs have "
                                    "used, are listed here."),
                                 tr("New data set"));
    connect(empty, &EmptyState::activated, this, &DatasetsView::buildRequested);
    return empty;
}

void DatasetsView::wireTable() {
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DatasetsView::showSelected);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == static_cast<int>(DatasetColumn::Runs)) {
            requestRuns();
        }
    });
    connect(m_detail, &DatasetDetail::runsRequested, this, &DatasetsView::requestRuns);
}

void DatasetsView::wireLibrary() {
    connect(&m_library, &DatasetLibrary::changed, this, &DatasetsView::takeDatasets);
    connect(&m_library, &DatasetLibrary::added, this, &DatasetsView::select);
    connect(&m_library, &DatasetLibrary::failed, m_banner, qOverload<const Error&>(&Banner::showError));
}

std::string DatasetsView::selected() const {
    const QModelIndex index = m_sorted->mapToSource(m_table->currentIndex());
    return index.isValid() ? m_model->at(index.row()).record.folder : std::string();
}

void DatasetsView::select(const std::string& folder) {
    const int row = m_model->rowOf(folder);
    m_wanted = row < 0 ? folder : std::string();
    if (row >= 0) {
        m_table->setCurrentIndex(m_sorted->mapFromSource(m_model->index(row, 0)));
    }
}

void DatasetsView::setBuildText(const QString& text) {
    m_build->setText(text);
}

void DatasetsView::takeDatasets() {
    m_model->setDatasets(m_library.datasets());
    showState();
    if (!m_wanted.empty()) {
        select(m_wanted);
    }
    // Before all of them are looked into, another may come to stand first.
    const bool isSettled = std::ranges::all_of(
        m_library.datasets(), [](const Dataset& dataset) { return dataset.look != nullptr; });
    if (isSettled && !m_table->currentIndex().isValid()) {
        m_table->setCurrentIndex(m_sorted->index(0, 0));
    }
    showSelected();
}

/// Rows that were read before stay when the list cannot be read any more: the banner says so then.
void DatasetsView::showState() {
    const std::optional<Error>& unread = m_library.lookError();
    const bool hasAny = m_model->rowCount() > 0;
    if (!hasAny && unread) {
        m_unreadable->setText(tr("The data sets cannot be read"), errorText(*unread));
    }
    const auto forBanner = hasAny ? unread : std::nullopt;
    if (forBanner != m_bannerError) {
        if (forBanner) {
            m_banner->showError(*forBanner);
        } else {
            m_banner->clear();
        }
        m_bannerError = forBanner;
    }
    const int empty = unread ? kUnreadable : m_library.isRead() ? kNothingYet : kNotRead;
    m_stack->setCurrentIndex(hasAny ? kWholeView : empty);
}

void DatasetsView::showSelected() {
    const Dataset* dataset = m_library.find(selected());
    m_forget->setEnabled(dataset != nullptr);
    m_use->setEnabled(dataset != nullptr && dataset->summary() != nullptr);
    m_use->setToolTip(dataset != nullptr && dataset->isMissing()
                          ? tr("There are no proposals in its folder.")
                          : tr("Fill the form of a new run with this folder."));
    m_detail->setVisible(dataset != nullptr);
    if (dataset != nullptr) {
        m_detail->setDataset(*dataset, m_model->nameAt(m_model->rowOf(dataset->record.folder)));
    }
}

void DatasetsView::requestRuns() {
    const Dataset* dataset = m_library.find(selected());
    if (dataset != nullptr && !dataset->record.uses.empty()) {
        Q_EMIT runsRequested(m_model->nameAt(m_model->rowOf(dataset->record.folder)),
                             runsOf(dataset->record.uses));
    }
}

void DatasetsView::requestUse(DatasetRole role) {
    if (const std::string folder = selected(); !folder.empty()) {
        Q_EMIT useRequested(folder, role);
    }
}

void DatasetsView::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Add a folder of proposals"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_banner->clear();
        m_library.add(QFile::encodeName(folder).toStdString());
    });
    dialog->open();
}

void DatasetsView::forgetSelected() {
    if (const std::string folder = selected(); !folder.empty()) {
        m_banner->showInfo(
            tr("%1 is off the list; the folder itself stays as it is. “Add folder” lists it again.")
                .arg(QFile::decodeName(folder.c_str())));
        m_library.forget(folder);
    }
}

QByteArray DatasetsView::saveState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kStateMagic << m_splitter->saveState() << m_table->horizontalHeader()->saveState();
    return state;
}

void DatasetsView::restoreState(const QByteArray& state) {
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    QByteArray splitter;
    QByteArray columns;
    stream >> magic >> splitter >> columns;
    if (magic == kStateMagic && stream.status() == QDataStream::Ok) {
        m_splitter->restoreState(splitter);
        m_table->horizontalHeader()->restoreState(columns);
    }
}

} // namespace fissure::ui
