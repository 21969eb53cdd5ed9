#include "ui/LaunchWiring.h"

#include "ui/launch/LaunchPage.h"
#include "ui/run/RunController.h"
#include "ui/run/RunLibrary.h"
#include "ui/run/RunQueue.h"
#include "ui/settings/Settings.h"

namespace fissure::ui {

namespace {

QString nameOf(const Workspace& workspace) {
    return QString::fromStdString(workspace.root().string());
}

} // namespace

LaunchWiring::LaunchWiring(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
    wireStart();
    wireQueue();
    wirePresets();
    wireLibrary();
}

void LaunchWiring::wireStart() {
    connect(&m_parts.page, &LaunchPage::startRequested, this, [this](const RunRequest& request) {
        if (const auto started = m_parts.controller.start(request); !started) {
            m_parts.page.showError(started.error());
        }
    });
}

void LaunchWiring::wireQueue() {
    restoreQueue();
    connect(&m_parts.queue, &RunQueue::changed, this, &LaunchWiring::keepQueue);
    connect(&m_parts.queue, &RunQueue::dropped, this, [this](const RunRequest& request, const Error& error) {
        m_parts.page.showError(RunQueue::droppedText(request, error));
    });
    connect(&m_parts.page, &LaunchPage::queueRequested, this, [this](const RunRequest& request) {
        const bool startsNow = !m_parts.queue.isHeld() && !m_parts.controller.isRunning();
        m_parts.queue.add(request);
        tellOfQueued(RunQueue::nameOf(request), startsNow);
    });
}

void LaunchWiring::wirePresets() {
    m_parts.page.setPresets(m_parts.settings.presets());
    connect(&m_parts.page, &LaunchPage::presetsChanged, this,
            [this] { m_parts.settings.setPresets(m_parts.page.presets()); });
}

void LaunchWiring::wireLibrary() {
    RunLibrary& library = m_parts.library;
    const auto takeRuns = [this] { m_parts.page.setHistory(m_parts.library.runs()); };
    const auto takeError = [this] { m_parts.page.setWorkspaceError(m_parts.library.lookError()); };
    connect(&library, &RunLibrary::runsChanged, this, takeRuns);
    connect(&library, &RunLibrary::failed, this, takeError);
    connect(&library, &RunLibrary::recovered, this, takeError);
    m_parts.page.setCache(library.workspace().cache());
    m_parts.page.setWeights(library.workspace().weights());
    takeRuns();
    takeError();
}

void LaunchWiring::keepQueue() {
    m_parts.settings.setQueue(nameOf(m_parts.library.workspace()), m_parts.queue.toJson());
}

void LaunchWiring::restoreQueue() {
    const QByteArray stored = m_parts.settings.queue(nameOf(m_parts.library.workspace()));
    const int unreadable = m_parts.queue.restore(stored);
    if (unreadable == 0) {
        return;
    }
    keepQueue(); // so that they are told of once
    // Later: the form that is filled at the start begins with an empty banner.
    QMetaObject::invokeMethod(
        this,
        [this, unreadable] {
            m_parts.page.showWarning(
                tr("%n queued run(s) could not be read by this version and were left out.", nullptr,
                   unreadable));
        },
        Qt::QueuedConnection);
}

void LaunchWiring::tellOfQueued(const QString& name, bool startsNow) {
    const QString text = startsNow ? tr("The run “%1” starts now.")
                         : m_parts.queue.isHeld()
                             ? tr("The run “%1” waits in the queue, which you can resume on the Live page.")
                             : tr("The run “%1” waits in the queue for those before it to end.");
    m_parts.page.showInfo(text.arg(name));
}

} // namespace fissure::ui
