#include "ui/run/RunQueue.h"

#include "ui/common/ConfigObject.h"
#include "ui/common/ErrorText.h"
#include "ui/run/RunController.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace fissure::ui {

namespace {

constexpr QLatin1String kConfig("config");
constexpr QLatin1String kName("name");
constexpr QLatin1String kTags("tags");
constexpr QLatin1String kAcceptsAll("acceptsAll");
constexpr QLatin1String kAccepted("accepted");
constexpr QLatin1String kFindings("findings");
// Of a finding.
constexpr QLatin1String kSeverity("severity");
constexpr QLatin1String kCode("code");
constexpr QLatin1String kText("text");
constexpr QLatin1String kCount("count");
constexpr QLatin1String kExamples("examples");
constexpr QLatin1String kFile("file");
constexpr QLatin1String kReason("reason");

template <class Strings>
QJsonArray toArray(const Strings& strings) {
    QJsonArray array;
    for (const std::string& string : strings) {
        array.append(QString::fromStdString(string));
    }
    return array;
}

std::vector<std::string> toStrings(const QJsonValue& stored) {
    std::vector<std::string> strings;
    const QJsonArray array = stored.toArray();
    for (const QJsonValue& string : array) {
        strings.push_back(string.toString().toStdString());
    }
    return strings;
}

/// Texts are kept in English, as the store keeps them.
QJsonObject toStored(const Finding& finding) {
    const std::string_view severity = nameOf(finding.severity);
    QJsonArray examples;
    for (const SkippedFile& example : finding.examples) {
        examples.append(QJsonObject{{kFile, QString::fromStdString(example.file)},
                                    {kReason, QString::fromStdString(example.reason.str())}});
    }
    return {{kSeverity, QString::fromUtf8(severity.data(), static_cast<qsizetype>(severity.size()))},
            {kCode, QString::fromStdString(finding.code)},
            {kText, QString::fromStdString(finding.text.str())},
            {kCount, static_cast<qint64>(finding.count)},
            {kExamples, examples}};
}

/// Nothing where the severity is not known.
std::optional<Finding> toFinding(const QJsonValue& stored) {
    const auto severity = fromName<Severity>(stored[kSeverity].toString().toStdString());
    if (!severity) {
        return std::nullopt;
    }
    Finding finding{*severity, stored[kCode].toString().toStdString(),
                    stored[kText].toString().toStdString()};
    finding.count = stored[kCount].toInteger();
    const QJsonArray examples = stored[kExamples].toArray();
    for (const QJsonValue& example : examples) {
        finding.examples.push_back(
            {example[kFile].toString().toStdString(), example[kReason].toString().toStdString()});
    }
    return finding;
}

/// The program may be started from another folder the next time.
void makeWhole(std::string& path) {
    if (!path.empty()) {
        path = QFileInfo(QString::fromStdString(path)).absoluteFilePath().toStdString();
    }
}

QJsonObject toStored(RunRequest request) {
    for (std::string* path :
         {&request.config.trainDir, &request.config.validDir, &request.config.initialWeights}) {
        makeWhole(*path);
    }
    QJsonArray findings;
    for (const Finding& finding : request.findings) {
        findings.append(toStored(finding));
    }
    return {{kConfig, toObject(request.config)},
            {kName, QString::fromStdString(request.name)},
            {kTags, toArray(request.tags)},
            {kAcceptsAll, request.accepted.isOfAll},
            {kAccepted, toArray(request.accepted.codes)},
            {kFindings, findings}};
}

/// Nothing where the configuration is not wholly understood: another run than the one that was queued must
/// not train in its name.
std::optional<RunRequest> toRequest(const QJsonValue& stored) {
    if (!stored[kConfig].isObject()) {
        return std::nullopt;
    }
    const auto config = configFromObject(stored[kConfig].toObject());
    if (!config) {
        return std::nullopt;
    }
    RunRequest request;
    request.config = *config;
    request.name = stored[kName].toString().toStdString();
    request.tags = toStrings(stored[kTags]);
    request.accepted.isOfAll = stored[kAcceptsAll].toBool();
    for (std::string& code : toStrings(stored[kAccepted])) {
        request.accepted.codes.insert(std::move(code));
    }
    const QJsonArray findings = stored[kFindings].toArray();
    for (const QJsonValue& finding : findings) {
        append(request.findings, toFinding(finding));
    }
    return request;
}

} // namespace

RunQueue::RunQueue(RunController& controller, QObject* parent) : QObject(parent), m_controller(controller) {
    follow();
}

QByteArray RunQueue::toJson() const {
    QJsonArray list;
    for (const QueuedRun& run : m_runs) {
        list.append(toStored(run.request));
    }
    return list.isEmpty() ? QByteArray() : QJsonDocument(list).toJson(QJsonDocument::Compact);
}

QString RunQueue::nameOf(const RunRequest& request) {
    return QString::fromStdString(request.name.empty() ? defaultRunName(request.config) : request.name);
}

QString RunQueue::droppedText(const RunRequest& request, const Error& error) {
    return tr("The queued run “%1” was not started. %2").arg(nameOf(request), errorText(error));
}

void RunQueue::add(const RunRequest& request) {
    m_runs.push_back({++m_lastId, request});
    Q_EMIT changed();
    advance();
}

void RunQueue::remove(quint64 id) {
    if (std::erase_if(m_runs, [id](const QueuedRun& run) { return run.id == id; }) > 0) {
        m_isHeld = m_isHeld && !m_runs.empty();
        Q_EMIT changed();
    }
}

void RunQueue::hold() {
    if (!m_isHeld && !m_runs.empty()) {
        m_isHeld = true;
        Q_EMIT changed();
    }
}

void RunQueue::resume() {
    if (std::exchange(m_isHeld, false)) {
        Q_EMIT changed();
        advance();
    }
}

int RunQueue::restore(const QByteArray& json) {
    int unreadable = 0;
    const QJsonArray list = QJsonDocument::fromJson(json).array();
    for (const QJsonValue& stored : list) {
        if (const auto request = toRequest(stored)) {
            m_runs.push_back({++m_lastId, *request});
        } else {
            ++unreadable;
        }
    }
    hold();
    return unreadable;
}

void RunQueue::follow() {
    connect(&m_controller, &RunController::preparing, this,
            [this] { m_isOwnRun = std::exchange(m_isStarting, false); });
    // Whoever stops a run wants the machine, not the next run.
    connect(&m_controller, &RunController::stopping, this, &RunQueue::hold);
    connect(&m_controller, &RunController::finished, this, &RunQueue::advanceLater);
    connect(&m_controller, &RunController::refused, this, [this](const Error& error) {
        if (m_isOwnRun) {
            Q_EMIT dropped(m_current, error);
        }
        advanceLater();
    });
}

void RunQueue::advanceLater() {
    // All others must have heard of the end before they hear of the next start.
    QMetaObject::invokeMethod(this, &RunQueue::advance, Qt::QueuedConnection);
}

void RunQueue::advance() {
    if (m_isHeld || m_runs.empty() || m_controller.isRunning()) {
        return;
    }
    m_current = std::move(m_runs.front().request);
    m_runs.erase(m_runs.begin());
    m_isStarting = true;
    [[maybe_unused]] const auto started = m_controller.start(m_current);
    Q_ASSERT(started);
    Q_EMIT changed();
}

} // namespace fissure::ui
