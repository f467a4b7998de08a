-- Claims as lists show them: what one chooses, counts and orders them by. Days are as in ISO 8601.
-- Statements are parted by an empty line; never edit them, add a migration.

CREATE TABLE atlas_listed (
    claim_id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    predicate TEXT NOT NULL,
    phase TEXT,
    stance TEXT NOT NULL,
    "use" TEXT NOT NULL,
    state TEXT NOT NULL,
    reviewed BOOLEAN NOT NULL,
    source TEXT,
    target TEXT,
    publisher TEXT,
    place TEXT,
    place_name TEXT,
    confidence FLOAT NOT NULL,
    published TEXT NOT NULL,
    "when" TEXT NOT NULL,
    first TEXT,
    last TEXT,
    PRIMARY KEY (claim_id, article_id)
) WITHOUT ROWID;

CREATE INDEX ix_atlas_listed_article_id ON atlas_listed (article_id);

CREATE INDEX ix_atlas_listed_published ON atlas_listed (published, claim_id);
