-- The ledgers, as first made. Statements are parted by an empty line; never edit them, add a migration.

CREATE TABLE judgement (
    number INTEGER NOT NULL,
    "left" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    verdict TEXT NOT NULL,
    score FLOAT NOT NULL,
    "by" TEXT NOT NULL,
    because TEXT NOT NULL,
    made_on DATE NOT NULL,
    PRIMARY KEY (number)
);

CREATE INDEX ix_judgement_left ON judgement ("left");

CREATE INDEX ix_judgement_right ON judgement ("right");

CREATE TABLE run (
    id TEXT NOT NULL,
    code_version TEXT NOT NULL,
    settings_sha256 TEXT NOT NULL,
    lexicon_sha256 TEXT NOT NULL,
    models TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE source (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    location TEXT NOT NULL,
    publisher TEXT,
    sha256 TEXT NOT NULL,
    fetched_on DATE NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE article (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    source_id TEXT NOT NULL,
    language TEXT NOT NULL,
    title TEXT,
    byline TEXT,
    published_start DATE,
    published_end DATE,
    published_grain TEXT,
    publisher TEXT,
    url TEXT,
    text TEXT NOT NULL,
    reprint_of TEXT,
    known_on DATE NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id),
    FOREIGN KEY(source_id) REFERENCES source (id),
    FOREIGN KEY(reprint_of) REFERENCES article (id)
);

CREATE INDEX ix_article_known_on ON article (known_on);

CREATE TABLE failure (
    source_id TEXT NOT NULL,
    step TEXT NOT NULL,
    reason TEXT NOT NULL,
    run_id TEXT NOT NULL,
    PRIMARY KEY (source_id, step, reason),
    FOREIGN KEY(source_id) REFERENCES source (id),
    FOREIGN KEY(run_id) REFERENCES run (id)
);

CREATE TABLE reading (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    run_id TEXT NOT NULL,
    furniture TEXT NOT NULL,
    dateline_start INTEGER,
    dateline_end INTEGER,
    read_on DATE NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (article_id, run_id),
    UNIQUE (id),
    FOREIGN KEY(article_id) REFERENCES article (id),
    FOREIGN KEY(run_id) REFERENCES run (id)
);

CREATE TABLE signature (
    article_id TEXT NOT NULL,
    digits TEXT NOT NULL,
    PRIMARY KEY (article_id),
    FOREIGN KEY(article_id) REFERENCES article (id)
);

CREATE TABLE date_phrase (
    reading_id TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    when_start DATE,
    when_end DATE,
    when_grain TEXT,
    FOREIGN KEY(reading_id) REFERENCES reading (id)
);

CREATE INDEX ix_date_phrase_reading_id ON date_phrase (reading_id);

CREATE TABLE place (
    reading_id TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    name TEXT,
    kind TEXT,
    country TEXT,
    latitude FLOAT,
    longitude FLOAT,
    radius_km FLOAT,
    gazetteer_id TEXT,
    FOREIGN KEY(reading_id) REFERENCES reading (id)
);

CREATE INDEX ix_place_reading_id ON place (reading_id);

CREATE TABLE referent (
    "key" TEXT NOT NULL,
    reading_id TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    knowledge_id TEXT,
    PRIMARY KEY ("key"),
    FOREIGN KEY(reading_id) REFERENCES reading (id)
);

CREATE INDEX ix_referent_reading_id ON referent (reading_id);

CREATE TABLE mention (
    referent_key TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    form TEXT NOT NULL,
    rule TEXT NOT NULL,
    words TEXT NOT NULL,
    name_key TEXT,
    FOREIGN KEY(referent_key) REFERENCES referent ("key")
);

CREATE INDEX ix_mention_name_key ON mention (name_key);

CREATE INDEX ix_mention_referent_key ON mention (referent_key);

CREATE TABLE statement (
    reading_id TEXT NOT NULL,
    id TEXT NOT NULL,
    speaker_key TEXT,
    speaker_start INTEGER,
    speaker_end INTEGER,
    cue_start INTEGER,
    cue_end INTEGER,
    content_start INTEGER NOT NULL,
    content_end INTEGER NOT NULL,
    direct BOOLEAN NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (reading_id, id),
    FOREIGN KEY(reading_id) REFERENCES reading (id),
    FOREIGN KEY(speaker_key) REFERENCES referent ("key")
);

CREATE TABLE claim (
    reading_id TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    predicate TEXT NOT NULL,
    phase TEXT,
    stance TEXT NOT NULL,
    when_start DATE,
    when_end DATE,
    when_grain TEXT,
    where_start INTEGER,
    where_end INTEGER,
    where_name TEXT,
    where_kind TEXT,
    where_country TEXT,
    where_latitude FLOAT,
    where_longitude FLOAT,
    where_radius_km FLOAT,
    where_gazetteer_id TEXT,
    statement_id TEXT,
    cameo TEXT,
    plover TEXT,
    confidence FLOAT NOT NULL,
    PRIMARY KEY (reading_id, id),
    FOREIGN KEY(reading_id, statement_id) REFERENCES statement (reading_id, id),
    FOREIGN KEY(reading_id) REFERENCES reading (id)
);

CREATE INDEX ix_claim_id ON claim (id);

CREATE INDEX ix_claim_predicate ON claim (predicate);

CREATE TABLE via (
    reading_id TEXT NOT NULL,
    statement_id TEXT NOT NULL,
    name TEXT NOT NULL,
    how TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    FOREIGN KEY(reading_id, statement_id) REFERENCES statement (reading_id, id)
);

CREATE TABLE claim_role (
    reading_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    referent_key TEXT,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (reading_id, claim_id, position),
    FOREIGN KEY(reading_id, claim_id) REFERENCES claim (reading_id, id),
    FOREIGN KEY(referent_key) REFERENCES referent ("key")
);

CREATE INDEX ix_claim_role_referent_key ON claim_role (referent_key);

CREATE TABLE evidence (
    number INTEGER NOT NULL,
    reading_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    rule TEXT NOT NULL,
    quote TEXT NOT NULL,
    PRIMARY KEY (number),
    FOREIGN KEY(reading_id, claim_id) REFERENCES claim (reading_id, id)
);

CREATE INDEX ix_evidence_claim ON evidence (reading_id, claim_id);

CREATE TABLE toll (
    reading_id TEXT NOT NULL,
    claim_id TEXT,
    kind TEXT NOT NULL,
    low INTEGER NOT NULL,
    high INTEGER,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    FOREIGN KEY(reading_id, claim_id) REFERENCES claim (reading_id, id),
    FOREIGN KEY(reading_id) REFERENCES reading (id)
);

CREATE INDEX ix_toll_claim ON toll (reading_id, claim_id);

-- Full text over articles and over the words that claims rest on; it holds no text of its own.
CREATE VIRTUAL TABLE article_words USING fts5(
    title, text, content='article', content_rowid='number', tokenize='unicode61 remove_diacritics 2'
);

CREATE TRIGGER article_words_follow AFTER INSERT ON article BEGIN
    INSERT INTO article_words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;

CREATE VIRTUAL TABLE evidence_words USING fts5(
    quote, content='evidence', content_rowid='number', tokenize='unicode61 remove_diacritics 2'
);

CREATE TRIGGER evidence_words_follow AFTER INSERT ON evidence BEGIN
    INSERT INTO evidence_words (rowid, quote) VALUES (new.number, new.quote);
END;

-- The last reading of every article.
CREATE VIEW v_current_readings AS
SELECT reading.* FROM reading
WHERE number = (SELECT max(number) FROM reading AS later WHERE later.article_id = reading.article_id);

CREATE VIEW v_articles AS
SELECT
    article.id AS article,
    article.published_start AS published,
    coalesce(article.publisher, source.publisher) AS publisher,
    article.title,
    article.label,
    article.url,
    article.reprint_of,
    source.location AS found_at,
    (SELECT count(*) FROM claim WHERE claim.reading_id = reading.id) AS claims,
    run.code_version AS read_by
FROM article
JOIN source ON source.id = article.source_id
LEFT JOIN v_current_readings AS reading ON reading.article_id = article.id
LEFT JOIN run ON run.id = reading.run_id;

CREATE VIEW v_claims AS
SELECT
    claim.id AS claim,
    claim.kind,
    claim.predicate,
    claim.phase,
    claim.stance,
    subject.name AS source,
    object.name AS target,
    coalesce(
        claim.where_name,
        (SELECT substr(article.text, span_start + 1, span_end - span_start) FROM claim_role AS role
         WHERE role.reading_id = claim.reading_id AND role.claim_id = claim.id AND role.role = 'place')
    ) AS place,
    claim.when_start,
    claim.when_end AS when_before,
    speaker.name AS said_by,
    claim.confidence,
    (SELECT quote FROM evidence
     WHERE evidence.reading_id = claim.reading_id AND evidence.claim_id = claim.id
     ORDER BY number LIMIT 1) AS quote,
    (SELECT rule FROM evidence
     WHERE evidence.reading_id = claim.reading_id AND evidence.claim_id = claim.id
     ORDER BY number LIMIT 1) AS rule,
    article.published_start AS published,
    article.publisher,
    article.title,
    article.id AS article
FROM claim
JOIN v_current_readings AS reading ON reading.id = claim.reading_id
JOIN article ON article.id = reading.article_id
LEFT JOIN claim_role AS source_role ON source_role.reading_id = claim.reading_id
    AND source_role.claim_id = claim.id AND source_role.role = 'source'
LEFT JOIN referent AS subject ON subject.key = source_role.referent_key
LEFT JOIN claim_role AS target_role ON target_role.reading_id = claim.reading_id
    AND target_role.claim_id = claim.id AND target_role.role = 'target'
LEFT JOIN referent AS object ON object.key = target_role.referent_key
LEFT JOIN statement ON statement.reading_id = claim.reading_id AND statement.id = claim.statement_id
LEFT JOIN referent AS speaker ON speaker.key = statement.speaker_key;

CREATE VIEW v_relations AS SELECT * FROM v_claims WHERE kind = 'relation';

CREATE VIEW v_events AS
SELECT v_claims.*, claim.plover, claim.cameo
FROM v_claims
JOIN reading ON reading.article_id = v_claims.article
JOIN claim ON claim.reading_id = reading.id AND claim.id = v_claims.claim
WHERE v_claims.kind = 'event' AND reading.id IN (SELECT id FROM v_current_readings);

CREATE VIEW v_actors AS
SELECT
    judgement."right" AS actor,
    min(referent.name) AS name,
    min(referent.kind) AS kind,
    count(DISTINCT reading.article_id) AS articles
FROM judgement
JOIN referent ON referent.key = judgement."left"
JOIN v_current_readings AS reading ON reading.id = referent.reading_id
WHERE judgement.verdict = 'same'
GROUP BY judgement."right";

CREATE VIEW v_failures AS
SELECT source.location, failure.step, failure.reason, run.code_version
FROM failure
JOIN source ON source.id = failure.source_id
JOIN run ON run.id = failure.run_id;

-- What is written stays.
CREATE TRIGGER article_stays_update BEFORE UPDATE ON article BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER article_stays_delete BEFORE DELETE ON article BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER claim_stays_update BEFORE UPDATE ON claim BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER claim_stays_delete BEFORE DELETE ON claim BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER claim_role_stays_update BEFORE UPDATE ON claim_role BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER claim_role_stays_delete BEFORE DELETE ON claim_role BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER date_phrase_stays_update BEFORE UPDATE ON date_phrase BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER date_phrase_stays_delete BEFORE DELETE ON date_phrase BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER evidence_stays_update BEFORE UPDATE ON evidence BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER evidence_stays_delete BEFORE DELETE ON evidence BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER failure_stays_update BEFORE UPDATE ON failure BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER failure_stays_delete BEFORE DELETE ON failure BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER judgement_stays_update BEFORE UPDATE ON judgement BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER judgement_stays_delete BEFORE DELETE ON judgement BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER mention_stays_update BEFORE UPDATE ON mention BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER mention_stays_delete BEFORE DELETE ON mention BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER place_stays_update BEFORE UPDATE ON place BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER place_stays_delete BEFORE DELETE ON place BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER reading_stays_update BEFORE UPDATE ON reading BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER reading_stays_delete BEFORE DELETE ON reading BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER referent_stays_update BEFORE UPDATE ON referent BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER referent_stays_delete BEFORE DELETE ON referent BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER run_stays_update BEFORE UPDATE ON run BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER run_stays_delete BEFORE DELETE ON run BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER signature_stays_update BEFORE UPDATE ON signature BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER signature_stays_delete BEFORE DELETE ON signature BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER source_stays_update BEFORE UPDATE ON source BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER source_stays_delete BEFORE DELETE ON source BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER statement_stays_update BEFORE UPDATE ON statement BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER statement_stays_delete BEFORE DELETE ON statement BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER toll_stays_update BEFORE UPDATE ON toll BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER toll_stays_delete BEFORE DELETE ON toll BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER via_stays_update BEFORE UPDATE ON via BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;

CREATE TRIGGER via_stays_delete BEFORE DELETE ON via BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END;
