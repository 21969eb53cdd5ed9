#include "ui/common/RunText.h"

#include "ui/common/Icons.h"

#include <QCoreApplication>

namespace fissure::ui {

namespace {

struct RunText {
    Q_DECLARE_TR_FUNCTIONS(RunText)
};

const char* iconNameOf(RunStatus status) {
    switch (status) {
    case RunStatus::Queued:
        return "circle-dashed";
    case RunStatus::Running:
        return "circle-play";
    case RunStatus::Paused:
        return "circle-pause";
    case RunStatus::Finished:
        return "circle-check";
    case RunStatus::Stopped:
        return "circle-stop";
    case RunStatus::Failed:
        return "circle-x";
    case RunStatus::Interrupted:
        break;
    }
    return "unplug";
}

} // namespace

QString statusText(RunStatus status) {
    switch (status) {
    case RunStatus::Queued:
        return RunText::tr("Queued");
    case RunStatus::Running:
        return RunText::tr("Running");
    case RunStatus::Paused:
        return RunText::tr("Paused");
    case RunStatus::Finished:
        return RunText::tr("Finished");
    case RunStatus::Stopped:
        return RunText::tr("Stopped");
    case RunStatus::Failed:
        return RunText::tr("Failed");
    case RunStatus::Interrupted:
        break;
    }
    return RunText::tr("Interrupted");
}

QIcon statusIcon(RunStatus status) {
    return icon(iconNameOf(status), meaningOf(status));
}

Meaning meaningOf(RunStatus status) {
    switch (status) {
    case RunStatus::Running:
        return Meaning::Accent;
    case RunStatus::Finished:
        return Meaning::Success;
    case RunStatus::Failed:
        return Meaning::Error;
    case RunStatus::Paused:
    case RunStatus::Interrupted:
        return Meaning::Warning;
    case RunStatus::Queued:
    case RunStatus::Stopped:
        break;
    }
    return Meaning::Muted;
}

bool isLiving(RunStatus status) {
    return status == RunStatus::Queued || status == RunStatus::Running || status == RunStatus::Paused;
}

QString endText(RunStatus status, int wholeEpochs, const RunConfig& config, const std::string& stored) {
    switch (status) {
    case RunStatus::Finished:
        return wholeEpochs >= config.epochs
                   ? RunText::tr("all %n epoch(s) are done", nullptr, wholeEpochs)
                   : RunText::tr("stopped early after epoch %1: no lower loss in %n epoch(s)", nullptr,
                                 static_cast<int>(config.patience))
                         .arg(wholeEpochs);
    case RunStatus::Stopped:
        return RunText::tr("stopped by the user after %n whole epoch(s)", nullptr, wholeEpochs);
    case RunStatus::Interrupted:
        return RunText::tr("its program ended or stood still before the run was over");
    case RunStatus::Failed:
        return QString::fromStdString(stored);
    case RunStatus::Queued:
    case RunStatus::Running:
    case RunStatus::Paused:
        break;
    }
    return {};
}

QString statusWithEnd(const RunSummary& run) {
    const QString end = endText(run.status, run.epochs, run.config, run.statusReason);
    return end.isEmpty() ? statusText(run.status)
                         : RunText::tr("%1: %2", "status and why").arg(statusText(run.status), end);
}

const SplitMetrics* bestValidation(const RunSummary& run) {
    return run.best && run.best->validation ? &*run.best->validation : nullptr;
}

std::optional<std::chrono::milliseconds> durationOf(const RunSummary& run, WallTime now) {
    if (!run.endedAt && !isLiving(run.status)) {
        return std::nullopt;
    }
    return workingTime(run, run.endedAt.value_or(now));
}

QString labelText(int label) {
    return label == 1 ? RunText::tr("crack") : RunText::tr("no crack");
}

} // namespace fissure::ui
