#include "ui/RunTray.h"

#include "ui/common/Format.h"
#include "ui/common/Palette.h"
#include "ui/common/RunText.h"
#include "ui/run/CurrentRun.h"

#include <QAction>
#include <QApplication>
#include <QPainter>
#include <QSystemTrayIcon>

#include <cmath>

namespace fissure::ui {

namespace {

constexpr int kSidePx = 64; // the tray scales it down
constexpr int kArcPx = 8;
constexpr int kNoPercent = -1;

using Phase = LiveStatus::Phase;

/// -1 where nothing is counted yet, or no more.
int percentOf(const LiveStatus& status) {
    const bool isCounted = status.isActive() && status.started() != nullptr;
    return isCounted ? static_cast<int>(std::floor(status.fraction() * 100.0)) : kNoPercent;
}

} // namespace

RunTray::RunTray(const CurrentRun& run, QWidget& window, QObject* parent)
    : QObject(parent)
    , m_run(run)
    , m_window(window)
    , m_icon(new QSystemTrayIcon(this)) {
    makeMenu();
    m_icon->setIcon(picture(kNoPercent));
    m_icon->setContextMenu(&m_menu);
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger) {
            Q_EMIT openRequested();
        }
    });
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, &RunTray::openRequested);
    connect(&m_run, &CurrentRun::changed, this, &RunTray::refresh);
    refresh();
    m_icon->show();
}

void RunTray::makeMenu() {
    QAction* open = m_menu.addAction(tr("Open"));
    open->setObjectName(QStringLiteral("trayOpen"));
    m_stop = m_menu.addAction(tr("Stop run"));
    m_stop->setObjectName(QStringLiteral("trayStop"));
    m_menu.addSeparator();
    QAction* quit = m_menu.addAction(tr("Quit"));
    quit->setObjectName(QStringLiteral("trayQuit"));
    m_menu.setDefaultAction(open);
    connect(open, &QAction::triggered, this, &RunTray::openRequested);
    connect(m_stop, &QAction::triggered, this, &RunTray::stopRequested);
    connect(quit, &QAction::triggered, this, &RunTray::quitRequested);
}

QString RunTray::text() const {
    const LiveStatus& status = m_run.status();
    const RunStarted* started = status.started();
    if (!status.isActive()) {
        return tr("Fissure");
    }
    if (started == nullptr) {
        return tr("A run is being prepared.");
    }
    const QString name = QString::fromStdString(started->name);
    const QString percent = QString::number(percentOf(status));
    if (status.phase() == Phase::Paused) {
        return tr("%1: paused at %2 %", "name and progress").arg(name, percent);
    }
    const auto left = status.timeLeft();
    return left
               ? tr("%1: %2 %, %3 left", "name, progress and duration").arg(name, percent, durationText(left))
               : tr("%1: %2 %", "name and progress").arg(name, percent);
}

void RunTray::refresh() {
    const LiveStatus& status = m_run.status();
    if (const QString now = text(); now != m_icon->toolTip()) {
        m_icon->setToolTip(now);
    }
    m_stop->setEnabled(status.isActive() && status.phase() != Phase::Stopping);
    if (const int percent = percentOf(status); percent != m_shownPercent) {
        m_shownPercent = percent;
        m_icon->setIcon(picture(percent));
    }
    const bool hasEnded = m_wasActive && status.phase() == Phase::Ended;
    m_wasActive = status.isActive();
    if (hasEnded && !m_window.isActiveWindow()) {
        showEnd();
    }
}

void RunTray::showEnd() {
    const LiveStatus& status = m_run.status();
    if (status.started() == nullptr || !status.result()) {
        return;
    }
    const bool hasFailed = status.result()->status == RunStatus::Failed;
    m_icon->showMessage(
        tr("%1: %2", "a run and its status")
            .arg(QString::fromStdString(status.started()->name), statusText(status.result()->status)),
        endText(status.result()->status, status.wholeEpochs(), status.started()->config,
                status.result()->reason),
        hasFailed ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
}

QIcon RunTray::picture(int percent) const {
    const QIcon program(QStringLiteral(":/icons/fissure.svg"));
    if (percent == kNoPercent) {
        return program;
    }
    QPixmap drawn(kSidePx, kSidePx);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect whole = drawn.rect();
    program.paint(&painter, whole.adjusted(kArcPx, kArcPx, -kArcPx, -kArcPx));
    const QRectF ring = QRectF(whole).adjusted(kArcPx / 2.0, kArcPx / 2.0, -kArcPx / 2.0, -kArcPx / 2.0);
    const QPalette palette = QApplication::palette();
    painter.setPen(QPen(colorOf(Meaning::Separator, palette), kArcPx));
    painter.drawEllipse(ring);
    painter.setPen(QPen(colorOf(Meaning::Accent, palette), kArcPx, Qt::SolidLine, Qt::FlatCap));
    // Qt counts in sixteenths of a degree, counterclockwise from three o'clock.
    painter.drawArc(ring, 90 * 16, -percent * 360 * 16 / 100);
    return QIcon(drawn);
}

} // namespace fissure::ui
