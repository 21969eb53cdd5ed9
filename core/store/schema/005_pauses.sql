-- How long a run was held, so that its duration can leave that out; a run of before never was.
ALTER TABLE run ADD COLUMN paused_ms INTEGER NOT NULL DEFAULT 0; -- in pauses that are over
ALTER TABLE run ADD COLUMN paused_since_ms INTEGER; -- of a pause that is not over, or that the run ended in
