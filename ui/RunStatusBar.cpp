#include "ui/RunStatusBar.h"

#include "ui/CurrentRun.h"
#include "ui/common/Format.h"
#include "ui/common/Icons.h"
#include "ui/common/Palette.h"
#include "ui/common/RunText.h"

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

} // namespace

RunStatusBar::RunStatusBar(const CurrentRun& run, QWidget* parent) : QWidget(parent), m_run(run) {
    setFixedHeight(kHeight);
    m_name = new QToolButton;
    m_name->setObjectName(QStringLiteral("statusRun"));
    m_name->setAutoRaise(true);
    m_name->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_name->setToolTip(tr("Open the Live page"));
    connect(m_name, &QToolButton::clicked, this, &RunStatusBar::clicked);
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

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 1, 16, 0);
    layout->setSpacing(16);
    layout->addWidget(m_name);
    layout->addWidget(m_epoch);
    layout->addWidget(m_progress);
    layout->addWidget(m_rate);
    layout->addWidget(m_timeLeft);
    layout->addStretch(1);
    connect(&m_run, &CurrentRun::changed, this, &RunStatusBar::refresh);
    refresh();
}

QString RunStatusBar::text() const {
    return m_name->text();
}

void RunStatusBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Meaning::Surface, palette()));
    painter.setPen(colorOf(Meaning::Separator, palette()));
    painter.drawLine(0, 0, width(), 0);
}

void RunStatusBar::mouseReleaseEvent(QMouseEvent* event) {
    QWidget::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && m_name->isEnabled() &&
        rect().contains(event->position().toPoint())) {
        Q_EMIT clicked();
    }
}

void RunStatusBar::refresh() {
    const CurrentRunState& state = m_run.state();
    m_name->setText(nameText());
    m_name->setEnabled(state.phase != RunPhase::None && state.phase != RunPhase::Refused);
    m_name->setIcon(state.phase == RunPhase::Ended ? statusIcon(state.status)
                    : state.isLiving()             ? icon("activity", Meaning::Accent)
                                                   : icon("circle-dashed"));
    setCursor(m_name->isEnabled() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    const bool isTraining = state.isLiving() && state.epoch > 0;
    for (QWidget* figure :
         {static_cast<QWidget*>(m_epoch), static_cast<QWidget*>(m_rate), static_cast<QWidget*>(m_timeLeft)}) {
        figure->setVisible(isTraining);
    }
    m_progress->setVisible(state.isLiving());
    // A bar without a range runs to and fro: the data are being scanned and there is nothing to count yet.
    m_progress->setRange(0, state.epoch > 0 ? kProgressSteps : 0);
    m_progress->setValue(static_cast<int>(std::lround(state.fraction * kProgressSteps)));
    m_epoch->setText(tr("epoch %1/%2").arg(state.epoch).arg(state.epochs));
    m_rate->setText(rateText(state.imagesPerSecond));
    m_timeLeft->setText(state.timeLeft ? tr("%1 left", "duration").arg(durationText(state.timeLeft))
                                       : QString());
}

QString RunStatusBar::nameText() const {
    const CurrentRunState& state = m_run.state();
    const auto run = [&state] { return tr("Run %1 “%2”").arg(state.run.value).arg(state.name); };
    switch (state.phase) {
    case RunPhase::None:
    case RunPhase::Refused:
        return tr("No run is training.");
    case RunPhase::Preparing:
        return tr("A run is being prepared.");
    case RunPhase::Training:
        return run();
    case RunPhase::Stopping:
        return state.run ? tr("%1 is being stopped.").arg(run()) : tr("The run is being stopped.");
    case RunPhase::Ended:
        break;
    }
    return tr("%1: %2", "a run and its status").arg(run(), statusText(state.status));
}

} // namespace fissure::ui
