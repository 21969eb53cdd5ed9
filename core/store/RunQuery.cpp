#include "core/store/RunQuery.h"

#include "core/config/ConfigJson.h"
#include "core/store/MarkFolder.h"
#include "core/store/ReadConnection.h"
#include "core/store/RunErrors.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>
#include <span>
#include <unordered_map>

/// The columns that readEpoch takes, in its order.
#define FISSURE_EPOCH_COLUMNS                                                                                \
    "epoch, is_best, learning_rate, seconds, images_per_second, "                                            \
    "train_loss, train_true_positives, train_false_positives, train_true_negatives, train_false_negatives, " \
    "val_loss, val_true_positives, val_false_positives, val_true_negatives, val_false_negatives"

/// The columns that readSummary takes, in its order.
#define FISSURE_SUMMARY_COLUMNS                                                                              \
    "id, uuid, name, status, status_reason, started_ms, ended_ms, paused_ms, paused_since_ms, config"

namespace fissure {

namespace {

constexpr std::size_t kShortestUuidPrefix = 4;

bool isHexDigit(char letter) {
    return std::isxdigit(static_cast<unsigned char>(letter)) != 0;
}

Text ambiguityText(std::span<const RunId> matches) {
    std::string numbers;
    for (const RunId match : matches) {
        numbers += (numbers.empty() ? "" : ", ") + std::to_string(match.value);
    }
    return Text("core", "more than one run's uuid starts so: %1").with(numbers);
}

// These take the next columns of the row.

std::optional<WallTime> readOptionalTime(Statement& row) {
    const WallTime time = row.time();
    return row.isLastNull() ? std::nullopt : std::optional(time);
}

SplitMetrics readSplit(Statement& row) {
    SplitMetrics split;
    split.loss = row.real();
    split.confusion.truePositives = row.integer();
    split.confusion.falsePositives = row.integer();
    split.confusion.trueNegatives = row.integer();
    split.confusion.falseNegatives = row.integer();
    return split;
}

EpochMetrics readEpoch(Statement& row) {
    EpochMetrics epoch;
    epoch.epoch = row.integer<int>();
    epoch.isBest = row.integer() == 1;
    epoch.learningRate = row.real();
    epoch.seconds = row.real();
    epoch.imagesPerSecond = row.real();
    epoch.train = readSplit(row);
    // A loss that is not a number is NULL too: only the counts tell whether there was a validation.
    const SplitMetrics validation = readSplit(row);
    if (!row.isLastNull()) {
        epoch.validation = validation;
    }
    return epoch;
}

StepMetrics readStep(Statement& row) {
    StepMetrics step;
    step.globalStep = row.integer();
    step.epoch = row.integer<int>();
    step.step = row.integer<int>();
    step.stepsInEpoch = row.integer<int>();
    step.loss = row.real();
    step.accuracy = row.real();
    step.runningLoss = row.real();
    step.runningAccuracy = row.real();
    step.imagesPerSecond = row.real();
    return step;
}

Prediction readPrediction(Statement& row) {
    Prediction prediction;
    prediction.file = row.text();
    prediction.iou = row.real();
    prediction.label = row.integer<int>();
    prediction.probability = row.real();
    prediction.loss = row.real();
    prediction.iouIsExact = row.integer() == 1;
    return prediction;
}

} // namespace

class RunQuery::Impl {
public:
    explicit Impl(std::unique_ptr<ReadConnection> connection) : m_connection(std::move(connection)) {}

    ReadConnection& connection() { return *m_connection; }
    Statement statement(std::string_view sql) { return m_connection->statement(sql); }

    // Within a read():
    bool exists(RunId run);
    std::optional<RunSummary> summary(RunId run);
    std::vector<RunSummary> summaries();
    void fill(RunRecord& record);
    std::vector<RunFinding> findings(RunId run);
    std::optional<int> bestEpoch(RunId run);
    std::vector<RunId> withUuidPrefix(const std::string& prefix);

private:
    RunSummary readSummary(Statement& row);
    const RunConfig& configOf(RunId run, const std::string& json);

    std::unique_ptr<ReadConnection> m_connection;
    /// A run's configuration never changes, and parsing JSON is most of what a list of runs costs.
    std::unordered_map<std::int64_t, RunConfig> m_configs;
};

bool RunQuery::Impl::exists(RunId run) {
    return statement("SELECT 1 FROM run WHERE id = ?").bind(run).next();
}

const RunConfig& RunQuery::Impl::configOf(RunId run, const std::string& json) {
    const auto found = m_configs.find(run.value);
    if (found != m_configs.end()) {
        return found->second;
    }
    return m_configs.emplace(run.value, configFromOtherVersion(json).value_or(RunConfig{})).first->second;
}

RunSummary RunQuery::Impl::readSummary(Statement& row) {
    RunSummary summary;
    summary.id = {row.integer()};
    summary.uuid = row.text();
    summary.name = row.text();
    summary.status = fromName<RunStatus>(row.text()).value_or(RunStatus::Interrupted);
    summary.statusReason = row.text();
    summary.startedAt = row.time();
    summary.endedAt = readOptionalTime(row);
    summary.pausedFor = std::chrono::milliseconds(row.integer());
    summary.pausedSince = readOptionalTime(row);
    summary.config = configOf(summary.id, row.text());
    return summary;
}

std::vector<RunSummary> RunQuery::Impl::summaries() {
    std::vector<RunSummary> runs;
    std::unordered_map<std::int64_t, std::size_t> places;
    Statement rows = statement("SELECT " FISSURE_SUMMARY_COLUMNS " FROM run ORDER BY id DESC");
    while (rows.next()) {
        runs.push_back(readSummary(rows));
        places.emplace(runs.back().id.value, runs.size() - 1);
    }
    Statement tags = statement("SELECT run, tag FROM tag ORDER BY run, position");
    while (tags.next()) {
        runs[places.at(tags.integer())].tags.push_back(tags.text());
    }
    Statement losses =
        statement("SELECT run, val_true_positives IS NOT NULL, val_loss FROM epoch ORDER BY run, epoch");
    while (losses.next()) {
        RunSummary& run = runs[places.at(losses.integer())];
        ++run.epochs;
        if (losses.integer() == 1) {
            run.validationLosses.push_back(losses.real());
        }
    }
    // SQLite takes the other columns from the row that max() was found in.
    Statement best = statement("SELECT run, max(epoch), " FISSURE_EPOCH_COLUMNS
                               " FROM epoch WHERE is_best = 1 GROUP BY run");
    while (best.next()) {
        RunSummary& run = runs[places.at(best.integer())];
        best.integer();
        run.best = readEpoch(best);
    }
    return runs;
}

std::optional<RunSummary> RunQuery::Impl::summary(RunId run) {
    Statement row = statement("SELECT " FISSURE_SUMMARY_COLUMNS " FROM run WHERE id = ?");
    if (!row.bind(run).next()) {
        return std::nullopt;
    }
    RunSummary summary = readSummary(row);
    Statement tags = statement("SELECT tag FROM tag WHERE run = ? ORDER BY position");
    for (tags.bind(run); tags.next();) {
        summary.tags.push_back(tags.text());
    }
    return summary;
}

void RunQuery::Impl::fill(RunRecord& record) {
    RunSummary& summary = record.summary;
    Statement facts =
        statement("SELECT dataset_fingerprint, evaluation_fingerprint, train_crack, train_no_crack, "
                  "valid_crack, valid_no_crack FROM run WHERE id = ?");
    facts.bind(summary.id).next();
    record.datasetFingerprint = facts.text();
    record.evaluationFingerprint = facts.text();
    record.trainCrack = facts.integer();
    record.trainNoCrack = facts.integer();
    record.validCrack = facts.integer();
    record.validNoCrack = facts.integer();
    Statement environment = statement("SELECT name, value FROM environment WHERE run = ?");
    for (environment.bind(summary.id); environment.next();) {
        std::string name = environment.text();
        record.environment.insert_or_assign(std::move(name), environment.text());
    }
    Statement epochs = statement("SELECT " FISSURE_EPOCH_COLUMNS " FROM epoch WHERE run = ? ORDER BY epoch");
    for (epochs.bind(summary.id); epochs.next();) {
        const EpochMetrics& epoch = record.epochs.emplace_back(readEpoch(epochs));
        ++summary.epochs;
        if (epoch.validation) {
            summary.validationLosses.push_back(epoch.validation->loss);
        }
        if (epoch.isBest) {
            summary.best = epoch;
        }
    }
    Statement checkpoints =
        statement("SELECT kind, epoch, path, sha256, bytes FROM checkpoint WHERE run = ? ORDER BY kind");
    for (checkpoints.bind(summary.id); checkpoints.next();) {
        record.checkpoints.push_back({checkpoints.text(), checkpoints.integer<int>(), checkpoints.text(),
                                      checkpoints.text(), checkpoints.integer()});
    }
    record.findings = findings(summary.id);
    Statement skipped = statement("SELECT file, reason FROM skipped_file WHERE run = ? ORDER BY id");
    for (skipped.bind(summary.id); skipped.next();) {
        record.skipped.push_back({skipped.text(), skipped.text()});
    }
    Statement notes = statement("SELECT at_ms, severity, text FROM note WHERE run = ? ORDER BY id");
    for (notes.bind(summary.id); notes.next();) {
        record.notes.push_back({notes.time(), notes.text(), notes.text()});
    }
}

std::vector<RunFinding> RunQuery::Impl::findings(RunId run) {
    std::vector<RunFinding> findings;
    Statement rows = statement(
        "SELECT severity, code, text, count, accepted FROM run_finding WHERE run = ? ORDER BY position");
    for (rows.bind(run); rows.next();) {
        RunFinding& each = findings.emplace_back();
        each.finding.severity = fromName<Severity>(rows.text()).value_or(Severity::Info);
        each.finding.code = rows.text();
        each.finding.text = rows.text();
        each.finding.count = rows.integer();
        each.isAccepted = rows.integer() == 1;
    }
    Statement files = statement(
        "SELECT finding, file, reason FROM run_finding_file WHERE run = ? ORDER BY finding, position");
    for (files.bind(run); files.next();) {
        const auto number = files.integer<std::size_t>();
        SkippedFile example{files.text(), {}};
        example.reason = files.text();
        if (number < findings.size()) {
            findings[number].finding.examples.push_back(std::move(example));
        }
    }
    return findings;
}

std::optional<int> RunQuery::Impl::bestEpoch(RunId run) {
    Statement best = statement("SELECT max(epoch) FROM epoch WHERE run = ? AND is_best = 1");
    best.bind(run).next();
    const int epoch = best.integer<int>();
    return best.isLastNull() ? std::nullopt : std::optional(epoch);
}

std::vector<RunId> RunQuery::Impl::withUuidPrefix(const std::string& prefix) {
    std::vector<RunId> matches;
    Statement rows = statement("SELECT id FROM run WHERE uuid >= ? AND uuid < ? ORDER BY id");
    for (rows.bind(prefix, prefix + 'g'); rows.next();) {
        matches.push_back({rows.integer()});
    }
    return matches;
}

RunQuery::RunQuery(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

RunQuery::~RunQuery() = default;

Result<std::unique_ptr<RunQuery>> RunQuery::open(const Workspace& workspace) {
    return ReadConnection::open(workspace).map([](std::unique_ptr<ReadConnection> connection) {
        return std::unique_ptr<RunQuery>(new RunQuery(std::make_unique<Impl>(std::move(connection))));
    });
}

Result<std::vector<RunSummary>> RunQuery::runs() const {
    return m_impl->connection().read([&]() -> Result<std::vector<RunSummary>> { return m_impl->summaries(); },
                                     std::vector<RunSummary>());
}

Result<RunId> RunQuery::resolve(const std::string& text) const {
    const auto find = [&]() -> Result<RunId> {
        if (text == "last") {
            Statement newest = m_impl->statement("SELECT max(id) FROM run");
            newest.next();
            const RunId run{newest.integer()};
            return run ? Result<RunId>(run)
                       : failure(ErrorCode::NotFound, text, Text("core", "there are no runs yet"));
        }
        RunId number;
        const char* end = text.data() + text.size();
        const auto parsed = std::from_chars(text.data(), end, number.value);
        if (parsed.ec == std::errc() && parsed.ptr == end && m_impl->exists(number)) {
            return number;
        }
        if (text.size() < kShortestUuidPrefix || !std::ranges::all_of(text, isHexDigit)) {
            return noSuchRun(text);
        }
        std::string prefix = text;
        std::ranges::transform(prefix, prefix.begin(),
                               [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
        const std::vector<RunId> matches = m_impl->withUuidPrefix(prefix);
        if (matches.size() > 1) {
            return failure(ErrorCode::NotFound, text, ambiguityText(matches),
                           Text("core", "give more digits, or the run's number"));
        }
        return matches.empty() ? Result<RunId>(noSuchRun(text)) : matches.front();
    };
    return m_impl->connection().read(
        find, failure(ErrorCode::NotFound, text, Text("core", "there are no runs yet")));
}

Result<RunRecord> RunQuery::run(RunId run) const {
    const auto find = [&]() -> Result<RunRecord> {
        auto summary = m_impl->summary(run);
        if (!summary) {
            return noSuchRun(nameOf(run));
        }
        RunRecord record;
        record.summary = std::move(*summary);
        m_impl->fill(record);
        return record;
    };
    return m_impl->connection().read(find, noSuchRun(nameOf(run)));
}

Result<std::vector<StepMetrics>> RunQuery::steps(RunId run) const {
    const auto find = [&]() -> Result<std::vector<StepMetrics>> {
        if (!m_impl->exists(run)) {
            return noSuchRun(nameOf(run));
        }
        std::vector<StepMetrics> steps;
        Statement rows = m_impl->statement("SELECT global_step, epoch, step, steps_in_epoch, loss, accuracy, "
                                           "running_loss, running_accuracy, "
                                           "images_per_second FROM step WHERE run = ? ORDER BY global_step");
        for (rows.bind(run); rows.next();) {
            steps.push_back(readStep(rows));
        }
        return steps;
    };
    return m_impl->connection().read(find, noSuchRun(nameOf(run)));
}

Result<std::vector<Prediction>> RunQuery::predictions(RunId run, std::optional<int> epoch) const {
    const auto find = [&]() -> Result<std::vector<Prediction>> {
        if (!m_impl->exists(run)) {
            return noSuchRun(nameOf(run));
        }
        std::vector<Prediction> predictions;
        const std::optional<int> wanted = epoch ? epoch : m_impl->bestEpoch(run);
        if (!wanted) {
            return predictions;
        }
        Statement rows = m_impl->statement(
            "SELECT file, iou, label, probability, loss, iou_is_exact FROM prediction JOIN proposal ON "
            "proposal.id = prediction.proposal WHERE run = ? AND epoch = ?");
        for (rows.bind(run, *wanted); rows.next();) {
            predictions.push_back(readPrediction(rows));
        }
        std::ranges::sort(predictions, {}, &Prediction::file);
        return predictions;
    };
    return m_impl->connection().read(find, noSuchRun(nameOf(run)));
}

Result<Marks> RunQuery::marks(const std::string& folder) const {
    const auto find = [&]() -> Result<Marks> {
        Marks marks;
        Statement rows = m_impl->statement(
            "SELECT file, mark FROM mark JOIN proposal ON proposal.id = mark.proposal WHERE folder = ?");
        for (rows.bind(markFolder(folder)); rows.next();) {
            std::string file = rows.text();
            setMark(marks, file, fromName<Mark>(rows.text()));
        }
        return marks;
    };
    return m_impl->connection().read(find, Marks());
}

Result<std::int64_t> RunQuery::changeCounter() const {
    return m_impl->connection().changeCounter();
}

} // namespace fissure
