-- What persons decide. Statements are parted by an empty line; never edit them, add a migration.

CREATE TABLE decision (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    verdict TEXT NOT NULL,
    "left" TEXT NOT NULL,
    "right" TEXT,
    what TEXT NOT NULL,
    article_id TEXT,
    anchor TEXT,
    correction TEXT,
    "by" TEXT NOT NULL,
    because TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id)
);

CREATE INDEX ix_decision_article_id ON decision (article_id);

CREATE INDEX ix_decision_left ON decision ("left");

CREATE INDEX ix_decision_made_at ON decision (made_at);

CREATE TRIGGER decision_stays_update BEFORE UPDATE ON decision BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER decision_stays_delete BEFORE DELETE ON decision BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE VIEW v_decisions AS
SELECT
    id AS decision,
    verdict,
    what,
    "by",
    made_at,
    because,
    NOT EXISTS (
        SELECT 1 FROM decision AS later WHERE later.verdict = 'undone' AND later."left" = decision.id
    ) AS never_undone,
    "left",
    "right",
    article_id AS article
FROM decision;
