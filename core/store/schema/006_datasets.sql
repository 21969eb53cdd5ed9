-- The folders of proposals that the workspace knows of: built with it, used by a run or added by hand. What they hold
-- stands in the folders themselves.
CREATE TABLE dataset (
    folder      TEXT    NOT NULL PRIMARY KEY CHECK (folder <> ''), -- absolute
    added_ms    INTEGER NOT NULL,
    fingerprint TEXT    NOT NULL -- of all its proposals when it was last built, used or added; '' where not known
) STRICT, WITHOUT ROWID;

-- Which folders a run used. They stay when the data set is forgotten.
CREATE TABLE dataset_use (
    run         INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    role        TEXT    NOT NULL CHECK (role IN ('train', 'valid')),
    folder      TEXT    NOT NULL,
    fingerprint TEXT    NOT NULL, -- of all proposals of the folder when the run started; '' for runs of before
    PRIMARY KEY (run, role)
) STRICT, WITHOUT ROWID;

INSERT INTO dataset_use (run, role, folder, fingerprint)
SELECT id, 'train', rtrim(json_extract(config, '$.train_dir'), '/'), ''
FROM run WHERE rtrim(json_extract(config, '$.train_dir'), '/') <> ''
UNION ALL
SELECT id, 'valid', rtrim(json_extract(config, '$.valid_dir'), '/'), ''
FROM run WHERE rtrim(json_extract(config, '$.valid_dir'), '/') <> '';

INSERT INTO dataset (folder, added_ms, fingerprint)
SELECT folder, min(started_ms), '' FROM dataset_use JOIN run ON run.id = dataset_use.run GROUP BY folder;
