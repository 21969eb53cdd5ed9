-- What was found out about a run's data and settings before it started, and whether the user accepted it.
CREATE TABLE run_finding (
    run      INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    position INTEGER NOT NULL, -- from 0, gravest first
    severity TEXT    NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
    code     TEXT    NOT NULL, -- "shared-source": the same in every language and version
    text     TEXT    NOT NULL,
    count    INTEGER NOT NULL, -- of the files it speaks of; 0 where it is not about files
    accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

-- The first few of those files.
CREATE TABLE run_finding_file (
    run      INTEGER NOT NULL,
    finding  INTEGER NOT NULL,
    position INTEGER NOT NULL,
    file     TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    PRIMARY KEY (run, finding, position),
    FOREIGN KEY (run, finding) REFERENCES run_finding (run, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
