#include "core/store/RunStore.h"

#include "core/config/ConfigJson.h"
#include "core/store/DatasetRows.h"
#include "core/store/LifeSign.h"
#include "core/store/MarkFolder.h"
#include "core/store/RunErrors.h"
#include "core/store/WriteConnection.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <unordered_map>

/// The columns that readLifeSign takes, in its order.
#define FISSURE_LIFE_SIGN_COLUMNS "host, machine_id, boot_id, pid_namespace, pid, process_start, at_ms"

/// Of runs that a process trains or holds, as far as the store knows.
#define FISSURE_IS_LIVING "run.status IN ('running', 'paused')"

namespace fissure {

namespace {

LifeSign readLifeSign(Statement& row) {
    LifeSign sign;
    sign.process.host = row.text();
    sign.process.machineId = row.text();
    sign.process.bootId = row.text();
    sign.process.pidNamespace = row.text();
    sign.process.pid = row.integer();
    sign.process.startTicks = row.integer();
    sign.at = row.time();
    return sign;
}

} // namespace

class RunStore::Impl {
public:
    Impl(Workspace opened, const Clock& clockOfCaller, std::unique_ptr<WriteConnection> connectionOpened)
        : workspace(std::move(opened))
        , clock(clockOfCaller)
        , connection(std::move(connectionOpened)) {}

    Statement statement(std::string_view sql) { return connection->statement(sql); }

    /// Writes to a run that has to exist.
    template <class Body>
    Result<void> write(RunId run, Durability durability, Body&& body) {
        return connection->write(durability, [&]() -> Result<void> {
            if (!statement("SELECT 1 FROM run WHERE id = ?").bind(run).next()) {
                return noSuchRun(nameOf(run));
            }
            body();
            return {};
        });
    }

    // Within a write():
    void insertRun(const NewRun& run);
    void putTags(RunId run, const std::vector<std::string>& tags);
    void putEnvironment(RunId run, const EnvironmentFacts& facts);
    void putFindings(RunId run, const std::vector<RunFinding>& findings);
    void putDatasets(RunId run, const std::vector<UsedDataset>& datasets);
    void addLifeSign(RunId run);
    void putLivingStatus(RunId run, RunStatus status, WallTime now);
    void putEpoch(RunId run, const EpochMetrics& epoch);
    void putCheckpoint(RunId run, const CheckpointRecord& checkpoint);
    std::int64_t proposalId(const std::string& file, std::unordered_map<std::string, std::int64_t>& added);
    std::optional<LifeSign> lifeSignOf(RunId run);
    void interrupt(RunId run, const LifeSign& last);

    const Workspace workspace;
    const Clock& clock;
    const std::unique_ptr<WriteConnection> connection;
    /// Ids of the file names met so far; names are never removed from the database.
    std::unordered_map<std::string, std::int64_t> proposalIds;
};

void RunStore::Impl::insertRun(const NewRun& run) {
    statement("INSERT INTO run (uuid, name, status, started_ms, config, dataset_fingerprint, "
              "evaluation_fingerprint, "
              "train_crack, train_no_crack, valid_crack, valid_no_crack) "
              "VALUES (?, ?, 'running', ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(run.uuid, run.name, clock.now(), toJson(run.config, -1), run.datasetFingerprint,
              run.evaluationFingerprint, run.trainCrack, run.trainNoCrack, run.validCrack, run.validNoCrack)
        .run();
}

void RunStore::Impl::putTags(RunId run, const std::vector<std::string>& tags) {
    statement("DELETE FROM tag WHERE run = ?").bind(run).run();
    Statement insert = statement("INSERT INTO tag (run, position, tag) VALUES (?, ?, ?)");
    for (std::size_t i = 0; i < tags.size(); ++i) {
        insert.bind(run, static_cast<std::int64_t>(i), tags[i]).run();
    }
}

void RunStore::Impl::putEnvironment(RunId run, const EnvironmentFacts& facts) {
    Statement insert = statement("INSERT OR REPLACE INTO environment (run, name, value) VALUES (?, ?, ?)");
    for (const auto& [name, value] : facts) {
        insert.bind(run, name, value).run();
    }
}

void RunStore::Impl::putFindings(RunId run, const std::vector<RunFinding>& findings) {
    Statement insert =
        statement("INSERT INTO run_finding (run, position, severity, code, text, count, accepted) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?)");
    Statement insertFile = statement(
        "INSERT INTO run_finding_file (run, finding, position, file, reason) VALUES (?, ?, ?, ?, ?)");
    for (std::int64_t position = 0; position < std::ssize(findings); ++position) {
        const auto& [finding, isAccepted] = findings[static_cast<std::size_t>(position)];
        insert
            .bind(run, position, nameOf(finding.severity), finding.code, finding.text.str(), finding.count,
                  isAccepted ? 1 : 0)
            .run();
        std::int64_t number = 0;
        for (const SkippedFile& example : finding.examples) {
            insertFile.bind(run, position, number++, example.file, example.reason.str()).run();
        }
    }
}

void RunStore::Impl::putDatasets(RunId run, const std::vector<UsedDataset>& datasets) {
    for (const UsedDataset& dataset : datasets) {
        putDatasetRow(*connection, dataset.folder, dataset.fingerprint, clock.now());
        statement("INSERT INTO dataset_use (run, role, folder, fingerprint) VALUES (?, ?, ?, ?)")
            .bind(run, nameOf(dataset.role), dataset.folder, dataset.fingerprint)
            .run();
    }
}

void RunStore::Impl::addLifeSign(RunId run) {
    const ProcessIdentity here = thisProcess();
    statement("INSERT INTO heartbeat (run, " FISSURE_LIFE_SIGN_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(run, here.host, here.machineId, here.bootId, here.pidNamespace, here.pid, here.startTicks,
              clock.now())
        .run();
}

void RunStore::Impl::putLivingStatus(RunId run, RunStatus status, WallTime now) {
    // Those who look after a machine has slept take its runs for dead until they beat again.
    statement("UPDATE run SET status = ?, status_reason = '', ended_ms = NULL WHERE id = ? AND status <> ?")
        .bind(nameOf(status), run, nameOf(status))
        .run();
    if (status == RunStatus::Paused) {
        statement("UPDATE run SET paused_since_ms = ? WHERE id = ? AND paused_since_ms IS NULL")
            .bind(now, run)
            .run();
    } else {
        statement(
            "UPDATE run SET paused_ms = paused_ms + max(0, ? - paused_since_ms), paused_since_ms = NULL "
            "WHERE id = ? AND paused_since_ms IS NOT NULL")
            .bind(now, run)
            .run();
    }
}

void RunStore::Impl::putEpoch(RunId run, const EpochMetrics& epoch) {
    const ConfusionMatrix& train = epoch.train.confusion;
    statement("INSERT OR REPLACE INTO epoch (run, epoch, is_best, learning_rate, seconds, images_per_second, "
              "train_loss, train_true_positives, train_false_positives, train_true_negatives, "
              "train_false_negatives) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(run, epoch.epoch, epoch.isBest ? 1 : 0, epoch.learningRate, epoch.seconds,
              epoch.imagesPerSecond, epoch.train.loss, train.truePositives, train.falsePositives,
              train.trueNegatives, train.falseNegatives)
        .run();
    if (epoch.validation) {
        const ConfusionMatrix& validation = epoch.validation->confusion;
        statement("UPDATE epoch SET val_loss = ?, val_true_positives = ?, val_false_positives = ?, "
                  "val_true_negatives = ?, val_false_negatives = ? WHERE run = ? AND epoch = ?")
            .bind(epoch.validation->loss, validation.truePositives, validation.falsePositives,
                  validation.trueNegatives, validation.falseNegatives, run, epoch.epoch)
            .run();
    }
}

void RunStore::Impl::putCheckpoint(RunId run, const CheckpointRecord& checkpoint) {
    statement("INSERT OR REPLACE INTO checkpoint (run, kind, epoch, path, sha256, bytes) "
              "VALUES (?, ?, ?, ?, ?, ?)")
        .bind(run, checkpoint.kind, checkpoint.epoch, checkpoint.path, checkpoint.sha256, checkpoint.bytes)
        .run();
}

std::int64_t RunStore::Impl::proposalId(const std::string& file,
                                        std::unordered_map<std::string, std::int64_t>& added) {
    if (const auto known = proposalIds.find(file); known != proposalIds.end()) {
        return known->second;
    }
    Statement find = statement("SELECT id FROM proposal WHERE file = ?");
    if (find.bind(file).next()) {
        return added.emplace(file, find.integer()).first->second;
    }
    statement("INSERT INTO proposal (file) VALUES (?)").bind(file).run();
    return added.emplace(file, connection->lastInsertedId()).first->second;
}

std::optional<LifeSign> RunStore::Impl::lifeSignOf(RunId run) {
    Statement row =
        statement("SELECT " FISSURE_LIFE_SIGN_COLUMNS " FROM heartbeat JOIN run ON run.id = heartbeat.run "
                  "WHERE run.id = ? AND " FISSURE_IS_LIVING);
    return row.bind(run).next() ? std::optional(readLifeSign(row)) : std::nullopt;
}

void RunStore::Impl::interrupt(RunId run, const LifeSign& last) {
    const std::string reason =
        fmt::format("its process (pid {} on {}) ended without closing it, or stands still", last.process.pid,
                    last.process.host);
    statement("UPDATE run SET status = 'interrupted', status_reason = ?, ended_ms = ? WHERE id = ?")
        .bind(reason, last.at, run)
        .run();
}

RunStore::RunStore(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

RunStore::~RunStore() = default;

Result<std::unique_ptr<RunStore>> RunStore::open(const Workspace& workspace, const Clock& clock,
                                                 std::chrono::milliseconds patience) {
    return WriteConnection::open(workspace, patience).map([&](std::unique_ptr<WriteConnection> connection) {
        return std::unique_ptr<RunStore>(
            new RunStore(std::make_unique<Impl>(workspace, clock, std::move(connection))));
    });
}

Result<RunId> RunStore::createRun(const NewRun& run) {
    return m_impl->connection->write(Durability::Status, [&]() -> Result<RunId> {
        m_impl->insertRun(run);
        const RunId id{m_impl->connection->lastInsertedId()};
        m_impl->putTags(id, run.tags);
        m_impl->putEnvironment(id, run.environment);
        m_impl->putFindings(id, run.findings);
        m_impl->putDatasets(id, run.datasets);
        m_impl->addLifeSign(id);
        return id;
    });
}

Result<void> RunStore::addSteps(RunId run, std::span<const StepMetrics> steps) {
    return m_impl->write(run, Durability::Metrics, [&] {
        Statement insert = m_impl->statement(
            "INSERT OR REPLACE INTO step (run, global_step, epoch, step, steps_in_epoch, loss, accuracy, "
            "running_loss, running_accuracy, images_per_second) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (const StepMetrics& step : steps) {
            insert
                .bind(run, step.globalStep, step.epoch, step.step, step.stepsInEpoch, step.loss,
                      step.accuracy, step.runningLoss, step.runningAccuracy, step.imagesPerSecond)
                .run();
        }
    });
}

Result<void> RunStore::addEpoch(RunId run, const EpochMetrics& epoch, std::span<const Prediction> predictions,
                                const std::optional<CheckpointRecord>& weights) {
    std::unordered_map<std::string, std::int64_t> added;
    auto written = m_impl->write(run, weights ? Durability::Status : Durability::Metrics, [&] {
        m_impl->putEpoch(run, epoch);
        if (weights) {
            m_impl->putCheckpoint(run, *weights);
        }
        m_impl->statement("DELETE FROM prediction WHERE run = ? AND epoch = ?").bind(run, epoch.epoch).run();
        Statement insert =
            m_impl->statement("INSERT INTO prediction (run, epoch, proposal, probability, iou, label, loss, "
                              "iou_is_exact) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        for (const Prediction& prediction : predictions) {
            insert
                .bind(run, epoch.epoch, m_impl->proposalId(prediction.file, added), prediction.probability,
                      prediction.iou, prediction.label, prediction.loss, prediction.iouIsExact ? 1 : 0)
                .run();
        }
    });
    if (written) {
        m_impl->proposalIds.merge(added);
    }
    return written;
}

Result<void> RunStore::addSkipped(RunId run, const SkippedFile& file) {
    return m_impl->write(run, Durability::Metrics, [&] {
        m_impl
            ->statement("INSERT INTO skipped_file (run, file, reason) VALUES (?, ?, ?) "
                        "ON CONFLICT (run, file) DO UPDATE SET reason = excluded.reason")
            .bind(run, file.file, file.reason.str())
            .run();
    });
}

Result<void> RunStore::addNote(RunId run, const std::string& severity, const std::string& text) {
    return m_impl->write(run, Durability::Metrics, [&] {
        m_impl->statement("INSERT INTO note (run, at_ms, severity, text) VALUES (?, ?, ?, ?)")
            .bind(run, m_impl->clock.now(), severity, text)
            .run();
    });
}

Result<void> RunStore::putCheckpoint(RunId run, const CheckpointRecord& checkpoint) {
    return m_impl->write(run, Durability::Status, [&] { m_impl->putCheckpoint(run, checkpoint); });
}

Result<void> RunStore::addEnvironment(RunId run, const EnvironmentFacts& facts) {
    return m_impl->write(run, Durability::Metrics, [&] { m_impl->putEnvironment(run, facts); });
}

Result<void> RunStore::beat(RunId run, RunStatus status) {
    return m_impl->write(run, Durability::Metrics, [&] {
        const WallTime now = m_impl->clock.now();
        const int beating =
            m_impl->statement("UPDATE heartbeat SET at_ms = ? WHERE run = ?").bind(now, run).run();
        if (beating == 1) {
            m_impl->putLivingStatus(run, status, now);
        }
    });
}

Result<void> RunStore::closeRun(RunId run, RunStatus status, const std::string& reason) {
    return m_impl->write(run, Durability::Status, [&] {
        m_impl->statement("UPDATE run SET status = ?, status_reason = ?, ended_ms = ? WHERE id = ?")
            .bind(nameOf(status), reason, m_impl->clock.now(), run)
            .run();
        m_impl->statement("DELETE FROM heartbeat WHERE run = ?").bind(run).run();
    });
}

Result<int> RunStore::sweepDeadRuns() {
    return m_impl->connection->write(Durability::Status, [&]() -> Result<int> {
        const ProcessIdentity here = thisProcess();
        const WallTime now = m_impl->clock.now();
        std::vector<std::pair<RunId, LifeSign>> dead;
        {
            Statement living = m_impl->statement(
                "SELECT run.id, " FISSURE_LIFE_SIGN_COLUMNS
                " FROM run JOIN heartbeat ON heartbeat.run = run.id WHERE " FISSURE_IS_LIVING);
            while (living.next()) {
                const RunId run{living.integer()};
                const LifeSign last = readLifeSign(living);
                if (!isAlive(last, here, now)) {
                    dead.emplace_back(run, last);
                }
            }
        }
        for (const auto& [run, last] : dead) {
            m_impl->interrupt(run, last);
        }
        return static_cast<int>(dead.size());
    });
}

Result<void> RunStore::renameRun(RunId run, const std::string& name) {
    return m_impl->write(run, Durability::Status, [&] {
        m_impl->statement("UPDATE run SET name = ? WHERE id = ?").bind(name, run).run();
    });
}

Result<void> RunStore::setTags(RunId run, const std::vector<std::string>& tags) {
    return m_impl->write(run, Durability::Status, [&] { m_impl->putTags(run, tags); });
}

Result<void> RunStore::deleteRun(RunId run) {
    const auto removed = m_impl->connection->write(Durability::Status, [&]() -> Result<std::string> {
        Statement row = m_impl->statement("SELECT uuid FROM run WHERE id = ?");
        if (!row.bind(run).next()) {
            return noSuchRun(nameOf(run));
        }
        const std::string uuid = row.text();
        const auto last = m_impl->lifeSignOf(run);
        if (last && isAlive(*last, thisProcess(), m_impl->clock.now())) {
            return failure(ErrorCode::Busy, nameOf(run),
                           Text("core", "it is being trained (pid %1 on %2)")
                               .with(last->process.pid, last->process.host),
                           Text("core", "stop it first"));
        }
        m_impl->statement("DELETE FROM run WHERE id = ?").bind(run).run();
        return uuid;
    });
    if (!removed) {
        return failure(removed.error());
    }
    const std::filesystem::path folder = m_impl->workspace.checkpoints(*removed);
    std::error_code error;
    std::filesystem::remove_all(folder, error);
    if (error) {
        return failure(ErrorCode::Unwritable, folder.string(),
                       Text("core", "%1 is deleted, but its checkpoints cannot be removed: %2")
                           .with(nameOf(run), error.message()),
                       Text("core", "remove the folder by hand"));
    }
    return {};
}

Result<void> RunStore::setMark(const std::string& folder, const std::string& file, std::optional<Mark> mark) {
    return m_impl->connection->write(Durability::Status, [&]() -> Result<void> {
        if (!mark) {
            m_impl
                ->statement("DELETE FROM mark WHERE folder = ? AND proposal = "
                            "(SELECT id FROM proposal WHERE file = ?)")
                .bind(markFolder(folder), file)
                .run();
            return {};
        }
        m_impl->statement("INSERT OR IGNORE INTO proposal (file) VALUES (?)").bind(file).run();
        m_impl
            ->statement("INSERT OR REPLACE INTO mark (folder, proposal, mark) "
                        "SELECT ?, id, ? FROM proposal WHERE file = ?")
            .bind(markFolder(folder), nameOf(*mark), file)
            .run();
        return {};
    });
}

std::string databaseLibraryVersion() {
    return SQLite::getLibVersion();
}

} // namespace fissure
