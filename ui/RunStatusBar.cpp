#include "ui/RunStatusBar.h"

#include "ui/common/ElidedLabel.h"
#include "ui/common/Format.h"
#include "ui/common/Icons.h"
#include "ui/common/Palette.h"
#include "ui/common/RunText.h"
#include "ui/run/CurrentRun.h"
#include "ui/run/RunQueue.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>

#include <cmath>

namespace fissure::ui {

namespace {

constexpr int kHeight = 32;
constexpr int kProgressSteps = 1000;

using Phase = LiveStatus::Phase;

QIcon iconOf(const LiveStatus& status) {
    if (status.isActive()) {
        return icon("activity", Meaning::Accent);
    }
    return status.result() ? statusIcon(status.result()->status) : icon("circle-dashed");
}

} // namespace

RunStatusBar::RunStatusBar(const CurrentRun& run, const RunQueue& queue, QWidget* parent)
    : QWidget(parent)
    , m_run(run)
    , m_queue(queue) {
    setFixedHeight(kHeight);
    m_open = new QToolButton;
    m_open->setObjectName(QStringLiteral("openLive"));
    m_open->setAutoRaise(true);
    m_open->setToolTip(tr("Open the Live page"));
    m_open->setAccessibleName(tr("Open the Live page"));
    connect(m_open, &QToolButton::clicked, this, &RunStatusBar::clicked);
    m_name = new ElidedLabel;
    m_name->setObjectName(QStringLiteral("statusRun"));
    m_name->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_epoch = new QLabel;
    m_epoch->setObjectName(QStringLiteral("statusEpoch"));
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("statusProgress"));
    m_progress->setAccessibleName(tr("Progress of the run"));
    m_progress->setRange(0, kProgressSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(200, 10);
    m_rate = new QLabel;
    m_rate->setObjectName(QStringLiteral("statusRate"));
    m_timeLeft = new QLabel;
    m_timeLeft->setObjectName(QStringLiteral("statusTimeLeft"));
    m_waiting = new QLabel;
    m_waiting->setObjectName(QStringLiteral("statusQueue"));

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 1, 16, 0);
    layout->setSpacing(16);
    auto* named = new QHBoxLayout;
    named->setSpacing(4);
    named->addWidget(m_open);
    named->addWidget(m_name);
    layout->addLayout(named);
    layout->addWidget(m_epoch);
    layout->addWidget(m_progress);
    layout->addWidget(m_rate);
    layout->addWidget(m_timeLeft);
    layout->addWidget(m_waiting);
    layout->addStretch(1);
    connect(&m_run, &CurrentRun::changed, this, &RunStatusBar::refresh);
    connect(&m_queue, &RunQueue::changed, this, &RunStatusBar::showQueue);
    refresh();
    showQueue();
}

void RunStatusBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Meaning::Surface, palette()));
    painter.setPen(colorOf(Meaning::Separator, palette()));
    painter.drawLine(0, 0, width(), 0);
}

void RunStatusBar::mouseReleaseEvent(QMouseEvent* event) {
    QWidget::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && m_open->isEnabled() &&
        rect().contains(event->position().toPoint())) {
        Q_EMIT clicked();
    }
}

void RunStatusBar::refresh() {
    const QString name = nameText();
    // The signal comes ten times a second, the run changes seldom.
    if (m_name->text() != name) {
        m_name->setText(name);
        showRun();
    }
    showProgress();
}

void RunStatusBar::showRun() {
    const LiveStatus& status = m_run.status();
    const bool hasRun = status.phase() != Phase::Idle;
    const bool isOpenable = hasRun || !m_queue.runs().empty();
    m_name->setForegroundRole(hasRun ? QPalette::WindowText : QPalette::PlaceholderText);
    m_open->setEnabled(isOpenable);
    m_open->setIcon(iconOf(status));
    setCursor(isOpenable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void RunStatusBar::showProgress() {
    const LiveStatus& status = m_run.status();
    const bool isTraining = status.isActive() && status.started() != nullptr && status.epoch() > 0;
    for (QLabel* figure : {m_epoch, m_rate, m_timeLeft}) {
        figure->setVisible(isTraining);
    }
    m_progress->setVisible(status.isActive());
    // A bar without a range runs to and fro: the data are being scanned and there is nothing to count yet.
    m_progress->setRange(0, isTraining ? kProgressSteps : 0);
    m_progress->setValue(static_cast<int>(std::lround(status.fraction() * kProgressSteps)));
    m_epoch->setText(tr("epoch %1/%2").arg(status.epoch()).arg(status.epochs()));
    m_rate->setText(status.imagesPerSecond() ? rateText(*status.imagesPerSecond()) : QString());
    const auto left = status.timeLeft();
    m_timeLeft->setText(left ? tr("%1 left", "duration").arg(durationText(left)) : QString());
}

void RunStatusBar::showQueue() {
    const int waiting = static_cast<int>(m_queue.runs().size());
    m_waiting->setText(m_queue.isHeld() ? tr("%n queued, held", nullptr, waiting)
                                        : tr("%n queued", nullptr, waiting));
    m_waiting->setVisible(waiting > 0);
    showRun();
}

QString RunStatusBar::nameText() const {
    const LiveStatus& status = m_run.status();
    const RunStarted* started = status.started();
    const QString run = started != nullptr ? tr("Run %1 “%2”")
                                                 .arg(QString::number(started->run.value),
                                                      QString::fromStdString(started->name))
                                           : QString();
    switch (status.phase()) {
    case Phase::Idle:
        return tr("No run is training.");
    case Phase::Preparing:
        return tr("A run is being prepared.");
    case Phase::Training:
    case Phase::Validating:
        return run;
    case Phase::Stopping:
        return run.isEmpty() ? tr("The run is being stopped.") : tr("%1 is being stopped.").arg(run);
    case Phase::Ended:
        break;
    }
    return run.isEmpty() || !status.result()
               ? tr("No run is training.")
               : tr("%1: %2", "a run and its status").arg(run, statusText(status.result()->status));
}

} // namespace fissure::ui
