#include "ui/runs/RunsPage.h"

#include "ui/common/Banner.h"
#include "ui/common/EmptyState.h"
#include "ui/common/Icons.h"
#include "ui/common/PageHeader.h"
#include "ui/common/RunText.h"
#include "ui/common/Theme.h"
#include "ui/runs/RunDetailPanel.h"
#include "ui/runs/RunFilterProxy.h"
#include "ui/runs/RunTable.h"
#include "ui/runs/RunTableModel.h"

#include <QAction>
#include <QComboBox>
#include <QDataStream>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace fissure::ui {

namespace {

constexpr quint32 kStateMagic = 0x46525031; // "FRP1"
constexpr int kWholePage = 0;
constexpr int kNoRunYet = 1;
constexpr int kTableShown = 0;
constexpr int kNothingMatches = 1;

/// A button that is an action: same text, icon, tool tip and state.
QPushButton* makeButton(QAction& action, const char* name, QWidget* parent) {
    auto* button = new QPushButton(action.icon(), action.text(), parent);
    button->setObjectName(QString::fromLatin1(name));
    const auto follow = [button, &action] {
        button->setEnabled(action.isEnabled());
        button->setToolTip(action.toolTip());
    };
    follow();
    QObject::connect(&action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    return button;
}

QString quotedName(const RunSummary& run) {
    return RunsPage::tr("run %1 “%2”").arg(QString::number(run.id.value), QString::fromStdString(run.name));
}

} // namespace

RunsPage::RunsPage(RunLibrary& library, QWidget* parent)
    : QWidget(parent)
    , m_library(library)
    , m_model(new RunTableModel(this))
    , m_proxy(new RunFilterProxy(*m_model, this))
    , m_banner(new Banner(this))
    , m_search(new QLineEdit(this))
    , m_status(new QComboBox(this))
    , m_counts(new QLabel(this))
    , m_table(new RunTable(*m_proxy, this))
    , m_detail(new RunDetailPanel(library.workspace(), this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_tableStack(new QStackedWidget(this))
    , m_stack(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("runsPage"));
    makeActions();
    m_splitter->setObjectName(QStringLiteral("runsSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeTableSide());
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({760, 460});
    auto* empty = new EmptyState("flask-conical", tr("No run yet"),
                                 tr("Every training is kept here with its settings, curves and figures, so "
                                    "that runs can be compared."),
                                 tr("New run"), this);
    connect(empty, &EmptyState::activated, this, &RunsPage::newRunRequested);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(empty);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    connectLibrary();
    takeRuns();
}

QWidget* RunsPage::makeHeader() {
    auto* header = new PageHeader(tr("Experiments"), this);
    header->addWidget(makeButton(*m_delete, "deleteRunButton", header));
    header->addWidget(makeButton(*m_rename, "renameRunButton", header));
    header->addWidget(makeButton(*m_clone, "cloneRunButton", header));
    QPushButton* inspectButton = makeButton(*m_inspect, "inspectRunButton", header);
    inspectButton->setIcon({});
    makePrimary(*inspectButton);
    header->addWidget(inspectButton);
    return header;
}

QWidget* RunsPage::makeFilterLine() {
    m_search->setObjectName(QStringLiteral("runSearch"));
    m_search->setPlaceholderText(tr("Search name, tag, backbone, …"));
    m_search->setAccessibleName(tr("Search runs"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon("search", Meaning::Muted), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(160);
    m_status->setObjectName(QStringLiteral("runStatusFilter"));
    m_status->setAccessibleName(tr("Show runs of this state"));
    m_status->addItem(tr("All states"));
    for (const RunStatus status : {RunStatus::Running, RunStatus::Finished, RunStatus::Stopped,
                                   RunStatus::Failed, RunStatus::Interrupted}) {
        m_status->addItem(statusIcon(status), statusText(status), static_cast<int>(status));
    }
    m_counts->setObjectName(QStringLiteral("runCounts"));
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    connect(m_search, &QLineEdit::textChanged, this, &RunsPage::applyFilter);
    connect(m_status, &QComboBox::currentIndexChanged, this, &RunsPage::applyFilter);

    auto* line = new QWidget(this);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_status);
    layout->addWidget(m_counts);
    return line;
}

QWidget* RunsPage::makeTableSide() {
    auto* nothing =
        new EmptyState("search", tr("No run matches"), tr("No run has all of these words and this state."),
                       tr("Show all runs"), this);
    nothing->setObjectName(QStringLiteral("noMatch"));
    connect(nothing, &EmptyState::activated, this, &RunsPage::clearFilter);
    m_tableStack->addWidget(m_table);
    m_tableStack->addWidget(nothing);
    m_table->addActions({m_inspect, m_clone, m_rename, m_delete});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_table, &RunTable::currentRunChanged, this, [this] {
        updateActions();
        followCurrent();
    });

    auto* side = new QWidget(this);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeFilterLine());
    layout->addWidget(m_tableStack, 1);
    return side;
}

void RunsPage::makeActions() {
    const auto make = [this](const char* name, const char* iconName, const QString& text,
                             void (RunsPage::*slot)()) {
        auto* action = new QAction(icon(iconName), text, this);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_inspect = make("inspectRun", "scan-search", tr("Inspect errors"), &RunsPage::inspect);
    m_clone = make("cloneRun", "copy-plus", tr("Clone to new run"), &RunsPage::clone);
    m_rename = make("renameRun", "pencil", tr("Rename"), &RunsPage::rename);
    m_delete = make("deleteRun", "trash-2", tr("Delete"), &RunsPage::askToDelete);
    m_rename->setShortcut(Qt::Key_F2);
    m_delete->setShortcut(QKeySequence::Delete);
    m_clone->setToolTip(tr("Fill the form of a new run with the settings of this one."));
    m_rename->setToolTip(tr("Give the run another name (F2)."));
}

void RunsPage::connectLibrary() {
    connect(&m_library, &RunLibrary::runsChanged, this, &RunsPage::takeRuns);
    connect(&m_library, &RunLibrary::failed, this, &RunsPage::onFailed);
    connect(&m_library, &RunLibrary::runLoaded, this, [this](quint64 request, const RunRecord& run) {
        if (request == m_runRequest) {
            m_detail->setRun(run);
        }
    });
    connect(&m_library, &RunLibrary::stepsLoaded, this,
            [this](quint64 request, RunId run, const std::vector<StepMetrics>& steps) {
                if (request == m_stepsRequest) {
                    m_detail->setSteps(run, steps);
                }
            });
    connect(m_detail, &RunDetailPanel::stepsWanted, this,
            [this](RunId run) { m_stepsRequest = m_library.loadSteps(run); });
    connect(m_detail, &RunDetailPanel::curvesSaved, this, [this](const QString& file) {
        m_banner->showInfo(tr("The curves were written to %1.").arg(file));
    });
    connect(m_detail, &RunDetailPanel::curvesNotSaved, m_banner, qOverload<const Error&>(&Banner::showError));
    connect(m_model, &RunTableModel::renameRequested, this, [this](RunId run, const QString& name) {
        m_writeRequests.insert(m_library.renameRun(run, name.toStdString()));
    });
}

void RunsPage::showRun(RunId run) {
    m_wanted = run;
    if (m_model->rowOf(run) < 0) {
        m_library.refresh();
        return;
    }
    if (!m_proxy->indexOf(run).isValid()) {
        clearFilter();
    }
    m_wanted.reset();
    m_table->select(run);
}

void RunsPage::takeRuns() {
    m_model->setRuns(m_library.runs(), SystemClock{}.now());
    const bool hasRuns = m_model->rowCount() > 0;
    m_stack->setCurrentIndex(hasRuns ? kWholePage : kNoRunYet);
    showCounts();
    if (m_wanted && m_model->rowOf(*m_wanted) >= 0) {
        showRun(*m_wanted);
    } else if (!m_table->currentRun() && m_proxy->rowCount() > 0) {
        m_table->select(m_proxy->runAt(0).id);
    }
    updateActions();
    followCurrent();
}

void RunsPage::applyFilter() {
    m_proxy->setSearchText(m_search->text());
    const QVariant status = m_status->currentData();
    m_proxy->setStatus(status.isValid() ? std::optional(static_cast<RunStatus>(status.toInt()))
                                        : std::nullopt);
    showCounts();
}

void RunsPage::clearFilter() {
    m_search->clear();
    m_status->setCurrentIndex(0);
}

void RunsPage::showCounts() {
    const int shown = m_proxy->rowCount();
    const int all = m_model->rowCount();
    const QString total = all == 1 ? tr("1 run") : tr("%n runs", nullptr, all);
    m_counts->setText(shown == all ? total
                                   : tr("%1 of %2", "1 of 3 runs").arg(QString::number(shown), total));
    m_tableStack->setCurrentIndex(shown == 0 && all > 0 ? kNothingMatches : kTableShown);
}

const RunSummary* RunsPage::current() const {
    const auto run = m_table->currentRun();
    return run ? m_library.find(*run) : nullptr;
}

void RunsPage::updateActions() {
    const RunSummary* run = current();
    m_inspect->setEnabled(run && run->epochs > 0);
    m_inspect->setToolTip(run && run->epochs == 0
                              ? tr("There are no predictions before the first epoch is over.")
                              : tr("See which proposals the run classified wrongly."));
    m_clone->setEnabled(run != nullptr);
    m_rename->setEnabled(run != nullptr);
    m_delete->setEnabled(run && !isLiving(run->status));
    m_delete->setToolTip(run && isLiving(run->status)
                             ? tr("A run that trains cannot be deleted. Stop it first.")
                             : tr("Remove the run and its checkpoints (Del)."));
}

void RunsPage::followCurrent() {
    const RunSummary* run = current();
    if (run) {
        m_runRequest = m_library.loadRun(run->id);
    } else {
        m_runRequest = 0;
        m_detail->clear();
    }
}

void RunsPage::onFailed(quint64 request, const Error& error) {
    const bool isOurs = request == 0 || request == m_runRequest || request == m_stepsRequest;
    if (m_writeRequests.remove(request) || isOurs) {
        m_banner->showError(error);
    }
}

void RunsPage::inspect() {
    if (const RunSummary* run = current()) {
        Q_EMIT inspectRequested(run->id);
    }
}

void RunsPage::clone() {
    if (const RunSummary* run = current()) {
        Q_EMIT cloneRequested(
            {run->config, tr("%1 (copy)").arg(QString::fromStdString(run->name)).toStdString(), run->tags});
    }
}

void RunsPage::rename() {
    if (const RunSummary* run = current()) {
        m_table->editName(run->id);
    }
}

void RunsPage::askToDelete() {
    const RunSummary* run = current();
    if (!run) {
        return;
    }
    auto* question = new QMessageBox(QMessageBox::Question, tr("Delete run"),
                                     tr("Delete %1?").arg(quotedName(*run)), QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("deleteRunQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(
        tr("Its figures, predictions, checkpoints and log are removed. This cannot be undone."));
    QPushButton* confirm = question->addButton(tr("Delete run"), QMessageBox::DestructiveRole);
    confirm->setObjectName(QStringLiteral("deleteRunConfirm"));
    question->setDefaultButton(QMessageBox::Cancel);
    connect(confirm, &QPushButton::clicked, this, [this, id = run->id] { remove(id); });
    question->open();
}

void RunsPage::remove(RunId run) {
    m_banner->clear();
    m_writeRequests.insert(m_library.deleteRun(run));
}

QByteArray RunsPage::saveState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << kStateMagic << m_table->saveColumns() << m_splitter->saveState() << m_detail->currentTab();
    return state;
}

void RunsPage::restoreState(const QByteArray& state) {
    QDataStream stream(state);
    quint32 magic = 0;
    QByteArray columns;
    QByteArray splitter;
    int tab = 0;
    stream >> magic >> columns >> splitter >> tab;
    if (stream.status() != QDataStream::Ok || magic != kStateMagic) {
        return;
    }
    m_table->restoreColumns(columns);
    m_splitter->restoreState(splitter);
    m_detail->setCurrentTab(tab);
}

} // namespace fissure::ui
