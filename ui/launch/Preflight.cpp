#include "ui/launch/Preflight.h"

#include "ui/common/CoreText.h"

#include <algorithm>

namespace fissure::ui {

namespace {

bool areSameFolders(const RunConfig& a, const RunConfig& b) {
    return a.trainDir == b.trainDir && a.validDir == b.validDir;
}

} // namespace

Preflight::Preflight(PreflightWorker::Check check, QObject* parent)
    : QObject(parent)
    , m_worker(std::move(check)) {
    connect(&m_worker, &PreflightWorker::progressed, this, [this](const PreflightProgress& progress) {
        m_progress = progress;
        m_pace.add(progress, std::chrono::milliseconds(m_sinceStart.elapsed()));
        Q_EMIT progressed();
    });
    connect(&m_worker, &PreflightWorker::found, this, &Preflight::takeFound);
    connect(&m_worker, &PreflightWorker::finished, this, &Preflight::takeReport);
}

std::vector<Finding> Preflight::findings() const {
    std::vector<Finding> findings = m_quick;
    if (isBusy() && holdsCrops()) {
        append(findings, m_found);
    } else if (isChecked()) {
        append(findings, m_report->cropFindings);
        if (holdsWork()) {
            append(findings, m_report->dryBatchFindings);
        }
    }
    sortBySeverity(findings);
    return findings;
}

std::optional<RunForecast> Preflight::forecast() const {
    return isChecked() && holdsWork() ? m_report->forecast : std::nullopt;
}

QString Preflight::obstacle() const {
    const std::vector<Finding> all = findings();
    if (hasErrors(all)) {
        return coreText(all.front().text);
    }
    return isAccepted() ? QString() : tr("Accept the %n warning(s) above to start.", nullptr, warnings());
}

int Preflight::warnings() const {
    return static_cast<int>(std::ranges::count(findings(), Severity::Warning, &Finding::severity));
}

bool Preflight::isAccepted() const {
    return std::ranges::all_of(findings(), [this](const Finding& finding) {
        return finding.severity != Severity::Warning || m_accepted.contains(finding.code);
    });
}

bool Preflight::awaitsAcceptance() const {
    return !isAccepted() && !hasErrors(findings());
}

bool Preflight::isChecked() const {
    return m_report && holdsCrops();
}

bool Preflight::holdsCrops() const {
    return takeSameProposals(m_config, m_checkedConfig) && m_contents == m_checkedContents;
}

bool Preflight::holdsWork() const {
    return holdsCrops() && takeSameWork(m_config, m_checkedConfig);
}

void Preflight::describe(RunRequest& request) const {
    request.accepted.codes = m_accepted;
    if (!isChecked()) {
        return;
    }
    request.findings = holdsWork() ? m_report->findings(m_config.epochs) : m_report->cropFindings;
}

void Preflight::setConfig(const RunConfig& config) {
    if (!areSameFolders(m_config, config)) {
        m_accepted.clear();
        m_quick.clear();
        m_contents = {};
        m_canCheck = false;
    }
    m_config = config;
    m_failed.reset();
    Q_EMIT changed();
}

void Preflight::setQuick(const std::vector<Finding>& findings, bool canCheck,
                         const FolderContents& contents) {
    if (contents != m_contents) {
        m_accepted.clear();
    }
    m_contents = contents;
    m_quick = findings;
    m_canCheck = canCheck;
    Q_EMIT changed();
}

void Preflight::setTraining(bool training) {
    m_isTraining = training;
    if (training) {
        cancel();
    }
}

void Preflight::setAccepted(bool accepted) {
    m_accepted.clear();
    if (accepted) {
        for (const Finding& finding : findings()) {
            if (finding.severity == Severity::Warning) {
                m_accepted.insert(finding.code);
            }
        }
    }
    Q_EMIT changed();
}

void Preflight::check() {
    if (!canCheck()) {
        return;
    }
    m_checkedConfig = m_config;
    m_checkedContents = m_contents;
    m_found.clear();
    m_report.reset();
    m_failed.reset();
    m_progress = {};
    m_pace = {};
    m_sinceStart.start();
    m_isCancelling = false;
    m_hasDryBatch = !m_isTraining;
    PreflightOptions options;
    options.hasDryBatch = m_hasDryBatch;
    options.crops.cache = m_cache;
    m_worker.start(m_config, std::move(options));
    Q_EMIT changed();
}

void Preflight::cancel() {
    if (isBusy()) {
        m_isCancelling = true;
        m_worker.cancel();
        Q_EMIT changed();
    }
}

void Preflight::takeFound(const std::vector<Finding>& findings) {
    append(m_found, findings);
    Q_EMIT changed();
}

void Preflight::takeReport(const Result<DeepReport>& report) {
    m_isCancelling = false;
    if (report) {
        m_report = *report;
    } else if (report.error().code != ErrorCode::Stopped) {
        m_failed = report.error();
    }
    Q_EMIT changed();
}

} // namespace fissure::ui
