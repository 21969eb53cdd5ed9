-- What a person said of a proposal. A mark belongs to the crop, not to a run: every run that was evaluated on the
-- folder shows it, and it outlives them all.
CREATE TABLE mark (
    folder   TEXT    NOT NULL, -- that of the crops, as a run's valid_dir names it, without a slash at its end
    proposal INTEGER NOT NULL REFERENCES proposal (id),
    mark     TEXT    NOT NULL CHECK (mark IN ('wrong-label', 'unclear', 'of-interest')),
    PRIMARY KEY (folder, proposal)
) STRICT, WITHOUT ROWID;
