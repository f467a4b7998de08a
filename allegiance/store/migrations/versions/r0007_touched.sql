-- What new rows bear on is found by likeness and by day, and conflicts are kept by what they depend on.
-- Statements are parted by an empty line; never edit them, add a migration.

DROP INDEX ix_atlas_claim_source;

DROP INDEX ix_atlas_claim_target;

DROP INDEX ix_atlas_claim_place;

CREATE INDEX ix_atlas_claim_source ON atlas_claim (source, happened);

CREATE INDEX ix_atlas_claim_target ON atlas_claim (target, happened);

CREATE INDEX ix_atlas_claim_place ON atlas_claim (place, happened);

CREATE INDEX ix_atlas_claim_event ON atlas_claim (event) WHERE event IS NOT NULL;

CREATE INDEX ix_atlas_referent_actor ON atlas_referent (actor);

-- What has changed since conflicts were last found: units, events, and actors of another kind.
CREATE TABLE atlas_changed (
    what TEXT NOT NULL,
    "key" TEXT NOT NULL,
    PRIMARY KEY (what, "key")
) WITHOUT ROWID;

DELETE FROM atlas_conflict_head;

DROP TABLE atlas_conflict;

CREATE TABLE atlas_conflict (
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    first INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (number)
);

-- What a conflict depends on: units, events, and all actors that its claims name.
CREATE TABLE atlas_conflict_of (
    what TEXT NOT NULL,
    "key" TEXT NOT NULL,
    conflict INTEGER NOT NULL,
    PRIMARY KEY (what, "key", conflict)
) WITHOUT ROWID;

CREATE INDEX ix_atlas_conflict_of_conflict ON atlas_conflict_of (conflict);

-- Events that may be one, told of two doers; each pair both ways round.
CREATE TABLE atlas_rival (
    event TEXT NOT NULL,
    other TEXT NOT NULL,
    PRIMARY KEY (event, other)
) WITHOUT ROWID;

-- Who was one side with whom when conflicts were last found.
CREATE TABLE atlas_one_side (
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
