#include "ui/live/LiveHeader.h"

#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/common/Heading.h"
#include "ui/common/IconLabel.h"
#include "ui/common/Icons.h"
#include "ui/common/PageHeader.h"
#include "ui/common/RunText.h"
#include "ui/common/Theme.h"
#include "ui/live/Figure.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fissure::ui {

namespace {

constexpr int kIconPx = 20;

using Phase = LiveStatus::Phase;

RunStatus statusOf(const LiveStatus& status) {
    if (status.phase() == Phase::Ended && status.result()) {
        return status.result()->status;
    }
    return status.phase() == Phase::Paused ? RunStatus::Paused : RunStatus::Running;
}

double lossOf(const EpochMetrics& epoch) {
    return epoch.validation ? epoch.validation->loss : epoch.train.loss;
}

} // namespace

LiveHeader::LiveHeader(QWidget* parent)
    : QWidget(parent)
    , m_header(new PageHeader(tr("Live")))
    , m_strip(new QWidget)
    , m_pause(new QPushButton)
    , m_stop(new QPushButton(icon("square"), tr("Stop")))
    , m_inspect(new QPushButton(icon("scan-search", Meaning::OnPrimary), tr("Inspect errors")))
    , m_experiment(new QPushButton(icon("table-2"), tr("Open in experiments")))
    , m_newRun(new QPushButton(icon("plus"), tr("New run")))
    , m_stateIcon(new IconLabel(kIconPx))
    , m_state(new QLabel)
    , m_detail(new QLabel)
    , m_epoch(new Figure(tr("Epoch"), "liveEpoch", QStringLiteral("0000 / 0000"), Figure::Bar::Yes))
    , m_unit(new Figure(tr("Step"), "liveUnit", QStringLiteral("00000 / 00000"), Figure::Bar::Yes))
    , m_rate(new Figure(tr("Speed"), "liveRate", QStringLiteral("0000.0 img/s")))
    , m_elapsed(new Figure(tr("Elapsed"), "liveElapsed", QStringLiteral("00 min 00 s")))
    , m_left(new Figure(tr("Time left"), "liveLeft", QStringLiteral("00 min 00 s")))
    , m_best(new Figure(tr("Best epoch"), "liveBest", QStringLiteral("00, loss 0.0000"))) {
    makeActions();
    auto* strip = new QHBoxLayout(m_strip);
    strip->setContentsMargins(16, 10, 16, 6);
    strip->setSpacing(24);
    strip->addWidget(makeState(), 3);
    strip->addWidget(m_epoch, 2);
    strip->addWidget(m_unit, 2);
    for (Figure* figure : {m_rate, m_elapsed, m_left, m_best}) {
        strip->addWidget(figure);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_strip);
}

void LiveHeader::makeActions() {
    m_pause->setObjectName(QStringLiteral("pauseRun"));
    m_stop->setObjectName(QStringLiteral("stopRun"));
    m_inspect->setObjectName(QStringLiteral("inspectErrors"));
    m_experiment->setObjectName(QStringLiteral("openExperiment"));
    m_newRun->setObjectName(QStringLiteral("newRun"));
    makePrimary(*m_inspect);
    for (QPushButton* button : {m_newRun, m_experiment, m_inspect, m_pause, m_stop}) {
        m_header->addWidget(button);
    }
    connect(m_pause, &QPushButton::clicked, this, &LiveHeader::pauseOrResume);
    connect(m_stop, &QPushButton::clicked, this, &LiveHeader::stopRequested);
    connect(m_inspect, &QPushButton::clicked, this, &LiveHeader::inspectRequested);
    connect(m_experiment, &QPushButton::clicked, this, &LiveHeader::experimentRequested);
    connect(m_newRun, &QPushButton::clicked, this, &LiveHeader::newRunRequested);
}

QWidget* LiveHeader::makeState() {
    m_state->setObjectName(QStringLiteral("liveState"));
    m_state->setFont(headingFont(m_state->font()));
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setObjectName(QStringLiteral("liveDetail"));
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    auto* part = new QWidget;
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_stateIcon, 0, 0);
    grid->addWidget(m_state, 0, 1);
    grid->addWidget(m_detail, 1, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(2, 1);
    return part;
}

void LiveHeader::showStatus(const LiveStatus& status, std::chrono::milliseconds elapsed) {
    showActions(status);
    m_strip->setVisible(status.phase() != Phase::Idle);
    showState(status);
    showProgress(status);
    m_elapsed->setValue(durationText(elapsed));
    if (const RunStarted* started = status.started()) {
        m_header->setTitle(
            tr("Run %1: %2").arg(QString::number(started->run.value), QString::fromStdString(started->name)));
    } else {
        m_header->setTitle(status.isActive() ? tr("New run") : tr("Live"));
    }
}

void LiveHeader::showActions(const LiveStatus& status) {
    const bool isActive = status.isActive();
    const bool isStopping = status.phase() == Phase::Stopping;
    const bool hasStarted = status.started() != nullptr;
    m_pause->setVisible(isActive);
    m_pause->setEnabled(hasStarted && !isStopping);
    offerResume(status.phase() == Phase::Pausing || status.phase() == Phase::Paused);
    m_stop->setVisible(isActive);
    m_stop->setEnabled(!isStopping);
    m_stop->setText(isStopping ? tr("Stopping…") : tr("Stop"));
    m_inspect->setVisible(!isActive && hasStarted && status.bestEpoch().has_value());
    m_experiment->setVisible(hasStarted);
    m_newRun->setVisible(status.phase() == Phase::Ended);
}

void LiveHeader::offerResume(bool isPaused) {
    if (m_offersResume == isPaused) {
        return;
    }
    m_offersResume = isPaused;
    m_pause->setIcon(icon(isPaused ? "play" : "pause"));
    m_pause->setText(isPaused ? tr("Continue") : tr("Pause"));
    m_pause->setToolTip(isPaused ? tr("Train on from where the run was paused")
                                 : tr("Hold the run after the batch under way, with all it has in memory"));
}

void LiveHeader::pauseOrResume() {
    if (m_offersResume == true) {
        Q_EMIT resumeRequested();
    } else {
        Q_EMIT pauseRequested();
    }
}

void LiveHeader::showState(const LiveStatus& status) {
    const RunStatus shown = statusOf(status);
    if (shown != m_shownStatus) {
        m_shownStatus = shown;
        m_stateIcon->setIcon(statusIcon(shown), statusText(shown));
    }
    m_detail->setText(status.started() ? tr("%1, %2, %n thread(s)", nullptr, status.started()->threads)
                                             .arg(QString::fromStdString(status.started()->device),
                                                  QString::fromStdString(status.started()->precision))
                                       : QString());
    switch (status.phase()) {
    case Phase::Idle:
        m_state->clear();
        return;
    case Phase::Preparing:
        m_state->setText(tr("Preparing"));
        m_detail->setText(tr("Reading the data and building the model…"));
        return;
    case Phase::Training:
        m_state->setText(tr("Training"));
        return;
    case Phase::Validating:
        m_state->setText(tr("Validating"));
        return;
    case Phase::Pausing:
        m_state->setText(tr("Pausing…"));
        return;
    case Phase::Stopping:
        m_state->setText(tr("Stopping…"));
        return;
    case Phase::Paused:
    case Phase::Ended:
        break;
    }
    m_state->setText(statusText(shown));
    if (status.phase() == Phase::Ended && status.result() && status.started() != nullptr) {
        const RunResult& result = *status.result();
        m_detail->setText(result.error ? errorText(*result.error)
                                       : endText(result.status, status.wholeEpochs(),
                                                 status.started()->config, result.reason));
    }
}

void LiveHeader::showProgress(const LiveStatus& status) {
    const QString none = durationText(std::nullopt);
    const bool hasStarted = status.started() != nullptr;
    m_epoch->setValue(hasStarted ? tr("%1 / %2").arg(status.epoch()).arg(status.epochs()) : none);
    m_epoch->setProgress(hasStarted ? static_cast<int>(status.fraction() * 1000.0) : 0, 1000);
    m_unit->setCaption(status.isValidating() ? tr("Validation batch") : tr("Step"));
    m_unit->setValue(hasStarted ? tr("%1 / %2").arg(status.unit()).arg(status.units()) : none);
    m_unit->setProgress(hasStarted ? status.unit() : 0, status.units());
    const bool isMoving = hasStarted && status.phase() != Phase::Paused;
    m_rate->setValue(isMoving && status.imagesPerSecond() ? rateText(*status.imagesPerSecond()) : none);
    m_left->setValue(hasStarted ? durationText(status.timeLeft()) : none);
    if (hasStarted && status.bestEpoch()) {
        m_best->setValue(
            tr("%1, loss %2").arg(status.bestEpoch()->epoch).arg(lossText(lossOf(*status.bestEpoch()))));
    } else {
        m_best->setValue(none);
    }
}

} // namespace fissure::ui
