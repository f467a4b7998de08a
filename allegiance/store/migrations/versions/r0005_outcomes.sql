-- Who came of a merger, so that what somebody was formed from is found by its name.
-- Statements are parted by an empty line; never edit them, add a migration.

CREATE TABLE atlas_outcome (
    unit TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (unit, actor)
) WITHOUT ROWID;

CREATE INDEX ix_atlas_outcome_actor ON atlas_outcome (actor);
