#include "ui/live/LivePage.h"

#include "ui/common/Banner.h"
#include "ui/common/EmptyState.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/common/Heading.h"
#include "ui/common/NoteLine.h"
#include "ui/common/RunCurves.h"
#include "ui/common/RunText.h"
#include "ui/live/HardestDelegate.h"
#include "ui/live/LiveHeader.h"
#include "ui/live/QueuePanel.h"
#include "ui/run/CurrentRun.h"
#include "ui/run/RunController.h"
#include "ui/run/RunQueue.h"

#include <QDataStream>
#include <QGridLayout>
#include <QIODevice>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedLayout>
#include <QTime>
#include <QVBoxLayout>

namespace fissure::ui {

namespace {

constexpr int kThumbnailPx = 2 * HardestDelegate::kCropPx; // crisp at 200 %
constexpr qint64 kThumbnailBytes = qint64{32} << 20;
constexpr int kLogLines = 2000;
constexpr quint32 kStateMagic = 0x46494c32; // "FIL2"

} // namespace

LivePage::LivePage(RunController& controller, const CurrentRun& run, RunQueue& queue, QWidget* parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_run(run)
    , m_queue(queue)
    , m_thumbnails(kThumbnailPx, kThumbnailBytes)
    , m_hardestModel(m_thumbnails)
    , m_stack(new QStackedLayout)
    , m_banner(new Banner)
    , m_droppedBanner(new Banner)
    , m_header(new LiveHeader)
    , m_curves(new RunCurves(RunCurves::Steps::Shown, this))
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_sideSplitter(new QSplitter(Qt::Vertical))
    , m_hardestTitle(makeHeading({}))
    , m_noHardest(new QLabel)
    , m_hardest(new QListView)
    , m_log(new QPlainTextEdit) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_droppedBanner);
    layout->addWidget(makeBody(), 1);
    showRun(false);
    connect(&m_run, &CurrentRun::changed, this, &LivePage::refresh);
    connect(m_header, &LiveHeader::pauseRequested, &m_controller, &RunController::pause);
    connect(m_header, &LiveHeader::resumeRequested, &m_controller, &RunController::resume);
    connect(m_header, &LiveHeader::stopRequested, &m_controller, &RunController::stop);
    connect(m_header, &LiveHeader::newRunRequested, this, &LivePage::newRunRequested);
    connect(m_header, &LiveHeader::inspectRequested, this, &LivePage::inspect);
    connect(m_header, &LiveHeader::experimentRequested, this, [this] {
        if (const RunStarted* started = m_run.status().started()) {
            Q_EMIT experimentRequested(started->run);
        }
    });
    connect(m_hardest, &QListView::activated, this, &LivePage::inspect);
    follow();
    refresh();
    if (m_run.status().isActive()) {
        onPreparing();
        if (const RunStarted* started = m_run.status().started()) {
            onStarted(*started);
        }
    }
}

LivePage::~LivePage() = default;

QByteArray LivePage::saveState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kStateMagic << m_splitter->saveState() << m_sideSplitter->saveState();
    return state;
}

bool LivePage::restoreState(const QByteArray& state) {
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    QByteArray splitter;
    QByteArray sideSplitter;
    stream >> magic >> splitter >> sideSplitter;
    return magic == kStateMagic && stream.status() == QDataStream::Ok && m_splitter->restoreState(splitter) &&
           m_sideSplitter->restoreState(sideSplitter);
}

QWidget* LivePage::makeBody() {
    auto* empty =
        new EmptyState("activity", tr("Nothing is training"),
                       tr("Start a run and its curves, its speed and its hardest crops appear here while "
                          "it trains."),
                       tr("New run"));
    connect(empty, &EmptyState::activated, this, &LivePage::newRunRequested);
    auto* centre = new QWidget;
    centre->setLayout(m_stack);
    m_stack->addWidget(empty);
    m_stack->addWidget(makeCharts());
    m_splitter->setObjectName(QStringLiteral("liveSplitter"));
    m_splitter->addWidget(centre);
    m_splitter->addWidget(makeSide());
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({770, 250});
    m_splitter->setChildrenCollapsible(false);
    return m_splitter;
}

QWidget* LivePage::makeSide() {
    m_sideSplitter->setObjectName(QStringLiteral("liveSideSplitter"));
    m_sideSplitter->addWidget(makeHardest());
    m_sideSplitter->addWidget(makeLog());
    m_sideSplitter->setStretchFactor(0, 3);
    m_sideSplitter->setStretchFactor(1, 2);
    m_sideSplitter->setChildrenCollapsible(false);
    m_side = new QWidget;
    auto* layout = new QVBoxLayout(m_side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new QueuePanel(m_queue, m_side));
    layout->addWidget(m_sideSplitter, 1);
    return m_side;
}

QWidget* LivePage::makeCharts() {
    connect(m_curves, &RunCurves::saved, this, [this](const QString& file) {
        m_banner->showInfo(tr("The curves were written to %1.").arg(file));
    });
    connect(m_curves, &RunCurves::saveFailed, m_banner, qOverload<const Error&>(&Banner::showError));
    auto* charts = new QWidget;
    auto* grid = new QGridLayout(charts);
    grid->setContentsMargins(16, 4, 8, 12);
    grid->setSpacing(8);
    grid->addWidget(m_curves->loss(), 0, 0);
    grid->addWidget(m_curves->accuracy(), 0, 1);
    grid->addWidget(m_curves->crack(), 1, 0);
    grid->addWidget(m_curves->learningRate(), 1, 1);
    grid->setRowStretch(0, 3);
    grid->setRowStretch(1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return charts;
}

QWidget* LivePage::makeHardest() {
    m_hardest->setObjectName(QStringLiteral("hardestCrops"));
    m_hardest->setAccessibleName(tr("Hardest validation crops of the last epoch"));
    m_hardest->setModel(&m_hardestModel);
    m_hardest->setItemDelegate(new HardestDelegate(m_hardest));
    m_hardest->setViewMode(QListView::IconMode);
    m_hardest->setResizeMode(QListView::Adjust);
    m_hardest->setMovement(QListView::Static);
    m_hardest->setUniformItemSizes(true);
    m_hardest->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_hardest->setFrameShape(QFrame::NoFrame);
    m_hardest->setMinimumWidth(2 * (HardestDelegate::kCropPx + 8) + 24);
    m_hardestTitle->setObjectName(QStringLiteral("hardestTitle"));
    m_hardestTitle->setToolTip(
        tr("The proposals of highest loss after the last epoch. Enter opens them all."));
    m_noHardest->setObjectName(QStringLiteral("noHardest"));
    m_noHardest->setForegroundRole(QPalette::PlaceholderText);
    m_noHardest->setAlignment(Qt::AlignCenter);
    m_noHardest->setWordWrap(true);
    auto* part = new QWidget;
    part->setMinimumWidth(m_hardest->minimumWidth() + 24);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(8, 8, 16, 8);
    layout->addWidget(m_hardestTitle);
    layout->addWidget(m_hardest, 1);
    layout->addWidget(m_noHardest, 1);
    showNoHardest(tr("They are shown after the first epoch."));
    return part;
}

QWidget* LivePage::makeLog() {
    m_log->setObjectName(QStringLiteral("runLog"));
    m_log->setAccessibleName(tr("Log"));
    m_log->setReadOnly(true);
    m_log->setMaximumBlockCount(kLogLines);
    m_log->setFrameShape(QFrame::NoFrame);
    m_log->setMinimumHeight(80);
    auto* part = new QWidget;
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(8, 8, 16, 12);
    layout->addWidget(makeHeading(tr("Log")));
    layout->addWidget(m_log, 1);
    return part;
}

void LivePage::follow() {
    connect(&m_controller, &RunController::preparing, this, &LivePage::onPreparing);
    connect(&m_controller, &RunController::runStarted, this, &LivePage::onStarted);
    connect(&m_controller, &RunController::stepsArrived, m_curves, &RunCurves::addSteps);
    connect(&m_controller, &RunController::epochFinished, this, &LivePage::onEpoch);
    connect(&m_controller, &RunController::noted, this, [this](const QString& severity, const QString& text) {
        if (severity != QLatin1String("error")) { // why the run failed is said once it is closed
            log(severity, text);
        }
    });
    connect(&m_controller, &RunController::finished, this, &LivePage::onFinished);
    connect(&m_controller, &RunController::refused, this, &LivePage::onRefused);
    connect(&m_queue, &RunQueue::changed, this, &LivePage::showSide);
    connect(&m_queue, &RunQueue::dropped, this, [this](const RunRequest& request, const Error& error) {
        m_droppedBanner->showError(RunQueue::droppedText(request, error));
    });
}

void LivePage::onPreparing() {
    m_banner->clear();
    if (!m_queue.isOwnRun()) {
        m_droppedBanner->clear();
    }
    m_log->clear(); // what is found while the data are read belongs to the new run's log
    showRun(true);
}

void LivePage::onStarted(const RunStarted& started) {
    m_curves->clear();
    m_hardestModel.clear();
    showNoHardest(tr("They are shown after the first epoch."));
    log(QStringLiteral("info"),
        tr("Run %1 trains on %2 proposals and is validated on %3.")
            .arg(QString::number(started.run.value), countText(started.trainProposals),
                 countText(started.validProposals)));
}

void LivePage::onEpoch(const EpochMetrics& epoch, const std::vector<Prediction>& predictions) {
    m_curves->addEpoch(epoch);
    if (predictions.empty()) {
        showNoHardest(tr("There are no validation proposals."));
    } else if (const RunStarted* started = m_run.status().started()) {
        m_hardestModel.setPredictions(predictions, QString::fromStdString(started->config.validDir),
                                      started->config.decisionThreshold);
        m_hardestTitle->setText(tr("Hardest validation crops of epoch %1").arg(epoch.epoch));
        m_hardest->show();
        m_noHardest->hide();
    }
    QString text =
        tr("Epoch %1: training loss %2").arg(QString::number(epoch.epoch), lossText(epoch.train.loss));
    if (epoch.validation) {
        const ConfusionMatrix& confusion = epoch.validation->confusion;
        text += tr(", validation loss %1, precision %2, recall %3")
                    .arg(lossText(epoch.validation->loss), percentText(confusion.precision()),
                         percentText(confusion.recall()));
    }
    log(QStringLiteral("info"), epoch.isBest ? tr("%1, best so far").arg(text) : text);
}

void LivePage::onFinished(const RunResult& result) {
    if (result.status == RunStatus::Failed) {
        const QString text = result.error ? errorText(*result.error) : QString::fromStdString(result.reason);
        m_banner->showError(text);
        log(QStringLiteral("error"), text);
        return;
    }
    const RunStarted* started = m_run.status().started();
    log(QStringLiteral("info"),
        started == nullptr
            ? tr("The run has ended.")
            : tr("Ended: %1.")
                  .arg(endText(result.status, m_run.status().wholeEpochs(), started->config, result.reason)));
}

void LivePage::onRefused(const Error& error) {
    if (!m_queue.isOwnRun()) { // the queue tells of its own
        m_banner->showError(error);
    }
    log(QStringLiteral("error"), errorText(error));
    showRun(m_run.status().started() != nullptr);
}

void LivePage::showRun(bool hasRun) {
    m_stack->setCurrentIndex(hasRun ? 1 : 0);
    m_sideSplitter->setVisible(hasRun);
    showSide();
}

void LivePage::showSide() {
    m_side->setVisible(m_stack->currentIndex() == 1 || !m_queue.runs().empty());
}

void LivePage::log(const QString& severity, const QString& text) {
    const QString time = QTime::currentTime().toString(QStringLiteral("HH:mm:ss"));
    const auto kind = fromName<Severity>(severity.toStdString()).value_or(Severity::Info);
    const QString mark = kind == Severity::Info ? QString() : severityText(kind) + QLatin1String(": ");
    m_log->appendPlainText(QStringLiteral("%1  %2%3").arg(time, mark, text));
}

void LivePage::showNoHardest(const QString& reason) {
    m_hardestTitle->setText(tr("Hardest validation crops"));
    m_noHardest->setText(reason);
    m_noHardest->show();
    m_hardest->hide();
}

void LivePage::refresh() {
    m_header->showStatus(m_run.status(), m_run.elapsed());
}

void LivePage::inspect() {
    const LiveStatus& status = m_run.status();
    if (status.started() != nullptr && status.bestEpoch()) {
        Q_EMIT inspectRequested(status.started()->run);
    }
}

} // namespace fissure::ui
