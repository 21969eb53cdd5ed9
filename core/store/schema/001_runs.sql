-- Times are whole milliseconds since 1970-01-01 UTC. Rates are fractions in [0, 1]. A loss or probability that is not
-- a number (a diverged run) is NULL.

PRAGMA application_id = 1179210578; -- "FISR"

CREATE TABLE run (
    id                     INTEGER PRIMARY KEY AUTOINCREMENT, -- the number of a deleted run is not given again
    uuid                   TEXT    NOT NULL UNIQUE CHECK (length(uuid) = 32 AND uuid NOT GLOB '*[^0-9a-f]*'),
    name                   TEXT    NOT NULL,
    status                 TEXT    NOT NULL CHECK (status IN ('queued', 'running', 'paused', 'finished', 'stopped',
                                                              'failed', 'interrupted')),
    status_reason          TEXT    NOT NULL DEFAULT '',
    started_ms             INTEGER NOT NULL,
    ended_ms               INTEGER,
    config                 TEXT    NOT NULL CHECK (json_valid(config)), -- every field, keyed as in ConfigFields
    dataset_fingerprint    TEXT    NOT NULL,
    evaluation_fingerprint TEXT    NOT NULL, -- runs are comparable only where it agrees
    train_crack            INTEGER NOT NULL,
    train_no_crack         INTEGER NOT NULL,
    valid_crack            INTEGER NOT NULL,
    valid_no_crack         INTEGER NOT NULL,

    -- What lists filter by; drawn from config, so that the two cannot disagree.
    seed          INTEGER AS (json_extract(config, '$.seed')) STORED,
    backbone      TEXT    AS (json_extract(config, '$.backbone')) STORED,
    sampler       TEXT    AS (json_extract(config, '$.sampler')) STORED,
    loss          TEXT    AS (json_extract(config, '$.loss')) STORED,
    precision     TEXT    AS (json_extract(config, '$.precision')) STORED,
    image_size    INTEGER AS (json_extract(config, '$.image_size')) STORED,
    batch_size    INTEGER AS (json_extract(config, '$.batch_size')) STORED,
    learning_rate REAL    AS (json_extract(config, '$.learning_rate')) STORED,
    label_iou     REAL    AS (json_extract(config, '$.label_iou')) STORED
) STRICT;

CREATE INDEX run_status ON run (status);

CREATE TABLE tag (
    run      INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    tag      TEXT    NOT NULL,
    PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE environment (
    run   INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    name  TEXT    NOT NULL,
    value TEXT    NOT NULL,
    PRIMARY KEY (run, name)
) STRICT, WITHOUT ROWID;

-- Which process trains the run, and its last sign of life.
CREATE TABLE heartbeat (
    run           INTEGER PRIMARY KEY REFERENCES run (id) ON DELETE CASCADE,
    at_ms         INTEGER NOT NULL,
    host          TEXT    NOT NULL,
    machine_id    TEXT    NOT NULL, -- of /etc/machine-id: tells hosts of one name apart
    boot_id       TEXT    NOT NULL, -- changes when the machine restarts
    pid_namespace TEXT    NOT NULL, -- a pid means something within it only
    pid           INTEGER NOT NULL,
    process_start INTEGER NOT NULL  -- clock ticks since the boot: tells processes of one pid apart
) STRICT;

CREATE TABLE step (
    run               INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    global_step       INTEGER NOT NULL, -- over all epochs, from 1
    epoch             INTEGER NOT NULL,
    step              INTEGER NOT NULL, -- within the epoch, from 1
    steps_in_epoch    INTEGER NOT NULL,
    loss              REAL,
    accuracy          REAL,
    running_loss      REAL,
    running_accuracy  REAL,
    images_per_second REAL,
    PRIMARY KEY (run, global_step)
) STRICT, WITHOUT ROWID;

-- The counts are those of a binary classifier at the run's decision threshold, crack being the positive class.
CREATE TABLE epoch (
    run                   INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    epoch                 INTEGER NOT NULL, -- from 1
    is_best               INTEGER NOT NULL CHECK (is_best IN (0, 1)),
    learning_rate         REAL,
    seconds               REAL,
    images_per_second     REAL,
    train_loss            REAL,
    train_true_positives  INTEGER NOT NULL,
    train_false_positives INTEGER NOT NULL,
    train_true_negatives  INTEGER NOT NULL,
    train_false_negatives INTEGER NOT NULL,
    val_loss              REAL,
    val_true_positives    INTEGER, -- NULL in a run without validation proposals
    val_false_positives   INTEGER,
    val_true_negatives    INTEGER,
    val_false_negatives   INTEGER,
    PRIMARY KEY (run, epoch)
) STRICT, WITHOUT ROWID;

-- File names of proposals, each stored once for all runs. They outlive the runs that used them.
CREATE TABLE proposal (
    id   INTEGER PRIMARY KEY,
    file TEXT    NOT NULL UNIQUE
) STRICT;

CREATE TABLE prediction (
    run         INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    epoch       INTEGER NOT NULL,
    proposal    INTEGER NOT NULL REFERENCES proposal (id),
    probability REAL,
    iou         REAL,
    label       INTEGER NOT NULL CHECK (label IN (0, 1)),
    loss        REAL,
    PRIMARY KEY (run, epoch, proposal)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoint (
    run    INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    kind   TEXT    NOT NULL,
    epoch  INTEGER NOT NULL,
    path   TEXT    NOT NULL, -- relative to the workspace
    sha256 TEXT    NOT NULL,
    bytes  INTEGER NOT NULL,
    PRIMARY KEY (run, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE skipped_file (
    id     INTEGER PRIMARY KEY,
    run    INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    file   TEXT    NOT NULL,
    reason TEXT    NOT NULL,
    UNIQUE (run, file)
) STRICT;

CREATE TABLE note (
    id       INTEGER PRIMARY KEY,
    run      INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    at_ms    INTEGER NOT NULL,
    severity TEXT    NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
    text     TEXT    NOT NULL
) STRICT;

CREATE INDEX note_run ON note (run);

-- For people who read the file with tools of their own; NULL where a denominator is 0.
CREATE VIEW epoch_figures AS
SELECT run,
       epoch,
       train_loss,
       (train_true_positives + train_true_negatives) * 1.0 /
           nullif(train_true_positives + train_false_positives + train_true_negatives + train_false_negatives, 0)
           AS train_accuracy,
       val_loss,
       (val_true_positives + val_true_negatives) * 1.0 /
           nullif(val_true_positives + val_false_positives + val_true_negatives + val_false_negatives, 0)
           AS val_accuracy,
       val_true_positives * 1.0 / nullif(val_true_positives + val_false_positives, 0) AS precision,
       val_true_positives * 1.0 / nullif(val_true_positives + val_false_negatives, 0) AS recall,
       2.0 * val_true_positives / nullif(2 * val_true_positives + val_false_positives + val_false_negatives, 0) AS f1
FROM epoch;
