-- What claims disagree on, as last found: computed from the ledgers, and thrown away whenever that is simpler.
-- Statements are parted by an empty line; never edit them, add a migration.

CREATE TABLE atlas_conflict_head (
    form TEXT NOT NULL,
    reading INTEGER NOT NULL,
    judgement INTEGER NOT NULL,
    decision INTEGER NOT NULL,
    PRIMARY KEY (form)
);

CREATE TABLE atlas_conflict (
    number INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (number)
);
