#include "ui/runs/RunsPage.h"

#include "ui/common/Banner.h"
#include "ui/common/EmptyState.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Icons.h"
#include "ui/common/PageHeader.h"
#include "ui/common/Question.h"
#include "ui/common/RunText.h"
#include "ui/common/Theme.h"
#include "ui/runs/FollowedRuns.h"
#include "ui/runs/RunDetailPanel.h"
#include "ui/runs/RunFilterBar.h"
#include "ui/runs/RunFilterProxy.h"
#include "ui/runs/RunTable.h"
#include "ui/runs/RunTableModel.h"

#include <QAction>
#include <QDataStream>
#include <QIODevice>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace fissure::ui {

namespace {

constexpr quint32 kStateMagic = 0x46525032; // "FRP2"
constexpr int kWholePage = 0;
constexpr int kNoRunYet = 1;
constexpr int kUnreadable = 2;
constexpr int kTableShown = 0;
constexpr int kNothingMatches = 1;
constexpr std::chrono::seconds kTick{1};

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
    , m_filter(new RunFilterBar(this))
    , m_table(new RunTable(*m_proxy, this))
    , m_detail(new RunDetailPanel(library.workspace(), this))
    , m_followed(new FollowedRuns(library, this))
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
    m_splitter->setSizes({690, 504});
    setFocusProxy(m_table);
    auto* empty = new EmptyState("flask-conical", tr("No run yet"),
                                 tr("Every training is kept here with its settings, curves and figures, so "
                                    "that runs can be compared."),
                                 tr("New run"), this);
    connect(empty, &EmptyState::activated, this, &RunsPage::newRunRequested);
    m_unreadable = new EmptyState("unplug", QString(), QString(), tr("Try again"), this);
    m_unreadable->setObjectName(QStringLiteral("runsUnreadable"));
    connect(m_unreadable, &EmptyState::activated, &m_library, &RunLibrary::refresh);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_unreadable);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    connectLibrary();
    connect(&m_tick, &QTimer::timeout, this, &RunsPage::tick);
    m_tick.start(kTick);
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

QWidget* RunsPage::makeTableSide() {
    auto* nothing =
        new EmptyState("search", tr("No run matches"), tr("No run has all of these words and this state."),
                       tr("Show all runs"), this);
    nothing->setObjectName(QStringLiteral("noMatch"));
    connect(nothing, &EmptyState::activated, m_filter, &RunFilterBar::clear);
    m_tableStack->addWidget(m_table);
    m_tableStack->addWidget(nothing);
    m_table->addActions({m_inspect, m_clone, m_rename, m_tags, m_delete});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_table, &RunTable::activated, m_inspect, &QAction::trigger);
    connect(m_table, &RunTable::selectedRunsChanged, this, [this] {
        updateActions();
        followSelection();
    });
    connect(m_filter, &RunFilterBar::changed, this, &RunsPage::applyFilter);
    connect(m_filter, &RunFilterBar::columnsWanted, m_table, &RunTable::popUpColumnMenu);

    auto* side = new QWidget(this);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter);
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
    m_tags = make("editTags", "tag", tr("Edit tags"), &RunsPage::editTags);
    m_delete = make("deleteRun", "trash-2", tr("Delete"), &RunsPage::askToDelete);
    // These two work wherever the focus is on the page.
    m_clone->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    m_clone->setShortcutContext(Qt::WindowShortcut);
    auto* find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    connect(find, &QShortcut::activated, m_filter, &RunFilterBar::focusSearch);
    m_rename->setShortcut(Qt::Key_F2);
    m_tags->setShortcut(Qt::Key_T);
    m_delete->setShortcut(QKeySequence::Delete);
    m_clone->setToolTip(tr("Fill the form of a new run with the settings of this one (Ctrl+D)."));
    m_rename->setToolTip(tr("Give the run another name (F2)."));
    m_tags->setToolTip(tr("Change the tags, separated by commas (T)."));
}

void RunsPage::connectLibrary() {
    connect(&m_library, &RunLibrary::runsChanged, this, &RunsPage::takeRuns);
    connect(&m_library, &RunLibrary::failed, this, &RunsPage::onFailed);
    connect(&m_library, &RunLibrary::recovered, this, [this] {
        m_banner->clear();
        showState();
    });
    connect(&m_library, &RunLibrary::written, this,
            [this](quint64 request) { m_writeRequests.remove(request); });
    connect(m_followed, &FollowedRuns::loaded, this, &RunsPage::showRecords);
    connect(m_followed, &FollowedRuns::failed, m_banner, qOverload<const Error&>(&Banner::showError));
    connect(&m_library, &RunLibrary::stepsLoaded, this,
            [this](quint64 request, RunId run, const std::vector<StepMetrics>& steps) {
                if (request == m_stepsRequest) {
                    m_detail->setSteps(run, steps);
                }
            });
    connect(m_detail, &RunDetailPanel::stepsWanted, this,
            [this](RunId run) { m_stepsRequest = m_library.loadSteps(run); });
    connect(&m_library, &RunLibrary::predictionsLoaded, this,
            [this](quint64 request, RunId run, const std::vector<Prediction>& predictions) {
                if (request == m_predictionsRequest) {
                    m_detail->setPredictions(run, predictions);
                }
            });
    connect(m_detail, &RunDetailPanel::predictionsWanted, this,
            [this](RunId run, int epoch) { m_predictionsRequest = m_library.loadPredictions(run, epoch); });
    connect(m_detail, &RunDetailPanel::curvesSaved, this, [this](const QString& file) {
        m_banner->showInfo(tr("The curves were written to %1.").arg(file));
    });
    connect(m_detail, &RunDetailPanel::curvesNotSaved, m_banner, qOverload<const Error&>(&Banner::showError));
    connect(m_model, &RunTableModel::renameRequested, this, [this](RunId run, const QString& name) {
        m_writeRequests.insert(m_library.renameRun(run, name.toStdString()));
    });
    connect(m_model, &RunTableModel::tagsRequested, this,
            [this](RunId run, const std::vector<std::string>& tags) {
                m_writeRequests.insert(m_library.setTags(run, tags));
            });
}

void RunsPage::showRun(RunId run) {
    m_wanted = run;
    if (m_model->rowOf(run) < 0) {
        m_library.refresh();
        return;
    }
    if (!m_proxy->indexOf(run).isValid()) {
        m_filter->clear();
    }
    m_wanted.reset();
    m_table->select(run);
}

void RunsPage::showOnly(const QString& name, const std::vector<RunId>& runs) {
    m_filter->clear();
    m_filter->setOnly(name, runs);
}

void RunsPage::takeRuns() {
    m_model->setRuns(m_library.runs(), SystemClock{}.now());
    showState();
    showCounts();
    if (m_wanted && m_model->rowOf(*m_wanted) >= 0) {
        showRun(*m_wanted);
    }
    selectSomething();
    updateActions();
}

/// A table of runs always has one chosen, so that the panel beside it shows something.
void RunsPage::selectSomething() {
    if (!m_table->selectedRuns().empty() || m_proxy->rowCount() == 0) {
        return;
    }
    m_table->select(m_table->currentRun().value_or(m_proxy->runAt(0).id));
}

void RunsPage::showState() {
    const bool hasRuns = m_model->rowCount() > 0;
    const std::optional<Error>& unread = m_library.lookError();
    if (!hasRuns && unread) {
        m_unreadable->setText(tr("The runs cannot be read"), errorText(*unread));
        m_banner->clear();
    }
    m_stack->setCurrentIndex(hasRuns ? kWholePage : unread ? kUnreadable : kNoRunYet);
}

void RunsPage::applyFilter() {
    m_proxy->setSearchText(m_filter->searchText());
    m_proxy->setStatus(m_filter->status());
    m_proxy->setOnly(m_filter->only());
    showCounts();
    selectSomething();
}

void RunsPage::showCounts() {
    const int shown = m_proxy->rowCount();
    const int all = m_model->rowCount();
    m_filter->setCounts(shown, all);
    m_tableStack->setCurrentIndex(shown == 0 && all > 0 ? kNothingMatches : kTableShown);
}

void RunsPage::tick() {
    if (isVisible()) {
        const WallTime now = SystemClock{}.now();
        m_model->setNow(now);
        m_detail->setNow(now);
    }
}

std::vector<RunSummary> RunsPage::selected() const {
    std::vector<RunSummary> runs;
    for (const RunId run : m_table->selectedRuns()) {
        if (const RunSummary* found = m_library.find(run)) {
            runs.push_back(*found);
        }
    }
    return runs;
}

std::optional<RunSummary> RunsPage::onlySelected() const {
    const std::vector<RunSummary> runs = selected();
    return runs.size() == 1 ? std::optional(runs.front()) : std::nullopt;
}

void RunsPage::updateActions() {
    const std::vector<RunSummary> runs = selected();
    const bool isOne = runs.size() == 1;
    const bool isUntested = isOne && runs.front().epochs == 0;
    const bool isAnyLiving =
        std::ranges::any_of(runs, [](const RunSummary& run) { return isLiving(run.status); });
    m_inspect->setEnabled(isOne && !isUntested);
    m_inspect->setToolTip(isUntested ? tr("There are no predictions before the first epoch is over.")
                                     : tr("See which proposals the run classified wrongly (Enter)."));
    for (QAction* action : {m_clone, m_rename, m_tags}) {
        action->setEnabled(isOne);
    }
    m_delete->setEnabled(!runs.empty() && !isAnyLiving);
    m_delete->setToolTip(isAnyLiving ? tr("A run that trains cannot be deleted. Stop it first.")
                                     : tr("Remove the run and its checkpoints (Del)."));
}

void RunsPage::showRecords(const std::vector<RunRecord>& runs) {
    m_detail->setNow(SystemClock{}.now());
    if (runs.size() == 1) {
        m_detail->setRun(runs.front());
    } else {
        m_detail->compare(runs, m_table->selectedRuns().size());
    }
}

void RunsPage::followSelection() {
    const std::vector<RunId> runs = m_table->selectedRuns();
    if (runs.empty()) {
        m_detail->clear();
    }
    m_followed->follow(runs);
}

void RunsPage::onFailed(quint64 request, const Error& error) {
    const bool isOurs = request == 0 || request == m_stepsRequest || request == m_predictionsRequest;
    if (m_writeRequests.remove(request) || isOurs) {
        m_banner->showError(error);
    }
    showState();
}

void RunsPage::inspect() {
    if (const auto run = onlySelected()) {
        Q_EMIT inspectRequested(run->id);
    }
}

void RunsPage::clone() {
    if (const auto run = onlySelected()) {
        Q_EMIT cloneRequested(
            {run->config, tr("%1 (copy)").arg(QString::fromStdString(run->name)).toStdString(), run->tags});
    }
}

void RunsPage::rename() {
    if (const auto run = onlySelected()) {
        m_table->editText(run->id, RunColumn::Name);
    }
}

void RunsPage::editTags() {
    if (const auto run = onlySelected()) {
        m_table->editText(run->id, RunColumn::Tags);
    }
}

void RunsPage::askToDelete() {
    const std::vector<RunSummary> runs = selected();
    if (runs.empty()) {
        return;
    }
    const int count = static_cast<int>(runs.size());
    const QPushButton* confirm = ask(
        this, "deleteRun", tr("Delete run"),
        count == 1 ? tr("Delete %1?").arg(quotedName(runs.front())) : tr("Delete %n runs?", nullptr, count),
        count == 1
            ? tr("Its figures, predictions, checkpoints and log are removed. This cannot be undone.")
            : tr("Their figures, predictions, checkpoints and logs are removed. This cannot be undone."),
        count == 1 ? tr("Delete run") : tr("Delete runs"));
    connect(confirm, &QPushButton::clicked, this, [this, runs] {
        m_banner->clear();
        for (const RunSummary& run : runs) {
            m_writeRequests.insert(m_library.deleteRun(run.id));
        }
    });
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
