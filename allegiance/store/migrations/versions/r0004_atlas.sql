-- The map as it was last folded, for quick answers: computed from the ledgers, and thrown away whenever that is simpler.
-- Statements are parted by an empty line; never edit them, add a migration.

CREATE INDEX ix_article_reprint_of ON article (reprint_of);

CREATE TABLE atlas_head (
    form TEXT NOT NULL,
    reading INTEGER NOT NULL,
    judgement INTEGER NOT NULL,
    decision INTEGER NOT NULL,
    twins INTEGER NOT NULL,
    PRIMARY KEY (form)
);

CREATE TABLE atlas_actor (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    knowledge_id TEXT,
    name_key TEXT NOT NULL,
    names TEXT NOT NULL,
    reports INTEGER NOT NULL,
    witnesses INTEGER NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX ix_atlas_actor_name_key ON atlas_actor (name_key);

CREATE TABLE atlas_referent (
    "key" TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY ("key")
) WITHOUT ROWID;

CREATE TABLE atlas_node (
    id TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID;

CREATE TABLE atlas_review (
    claim_id TEXT NOT NULL,
    decision TEXT NOT NULL,
    PRIMARY KEY (claim_id)
);

CREATE TABLE atlas_claim (
    claim_id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    predicate TEXT NOT NULL,
    mark TEXT,
    unit TEXT,
    source TEXT,
    target TEXT,
    place TEXT,
    happened INTEGER,
    event TEXT,
    confidence FLOAT NOT NULL,
    PRIMARY KEY (claim_id, article_id)
) WITHOUT ROWID;

CREATE INDEX ix_atlas_claim_article_id ON atlas_claim (article_id);

CREATE INDEX ix_atlas_claim_unit ON atlas_claim (unit);

CREATE INDEX ix_atlas_claim_source ON atlas_claim (source);

CREATE INDEX ix_atlas_claim_target ON atlas_claim (target);

CREATE INDEX ix_atlas_claim_place ON atlas_claim (place);

CREATE INDEX ix_atlas_claim_happened ON atlas_claim (happened);

CREATE TABLE atlas_state (
    unit TEXT NOT NULL,
    predicate TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT,
    place TEXT,
    alleged BOOLEAN NOT NULL,
    number INTEGER NOT NULL,
    drawn_first INTEGER,
    drawn_end INTEGER,
    first INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    body TEXT NOT NULL,
    marks TEXT NOT NULL,
    claims TEXT NOT NULL
);

CREATE INDEX ix_atlas_state_unit ON atlas_state (unit);

CREATE INDEX ix_atlas_state_source ON atlas_state (source);

CREATE INDEX ix_atlas_state_target ON atlas_state (target);

CREATE INDEX ix_atlas_state_drawn ON atlas_state (alleged, drawn_first, drawn_end);

CREATE INDEX ix_atlas_state_predicate ON atlas_state (predicate);

CREATE TABLE atlas_event (
    id TEXT NOT NULL,
    day INTEGER NOT NULL,
    source TEXT,
    target TEXT,
    body TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX ix_atlas_event_day ON atlas_event (day);

CREATE INDEX ix_atlas_event_source ON atlas_event (source, day);

CREATE INDEX ix_atlas_event_target ON atlas_event (target, day);

CREATE TABLE atlas_place (
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE atlas_count (
    predicate TEXT NOT NULL,
    mark TEXT NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (predicate, mark)
);
