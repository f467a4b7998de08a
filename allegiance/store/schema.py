"""The tables as queries see them. Migrations make them; a test holds the two together.

All are append-only: triggers refuse every change. What one run made of one article is a `reading`; the last reading
of an article is the current one, older ones stay for audit.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()


def _text(
    name: str,
    *keys: ForeignKey,
    nullable: bool = False,
    primary_key: bool = False,
    unique: bool | None = None,
    index: bool | None = None,
) -> Column[str]:
    return Column(
        name, Text, *keys, nullable=nullable, primary_key=primary_key, unique=unique, index=index
    )


def _span(prefix: str = "span", *, nullable: bool = False) -> tuple[Column[int], Column[int]]:
    return (
        Column(f"{prefix}_start", Integer, nullable=nullable),
        Column(f"{prefix}_end", Integer, nullable=nullable),
    )


def _when(prefix: str) -> tuple[Column[object], ...]:
    return (
        Column(f"{prefix}_start", Date),
        Column(f"{prefix}_end", Date),
        Column(f"{prefix}_grain", Text),
    )


def _where(prefix: str = "") -> tuple[Column[object], ...]:
    return (
        Column(f"{prefix}name", Text),
        Column(f"{prefix}kind", Text),
        Column(f"{prefix}country", Text),
        Column(f"{prefix}latitude", Float),
        Column(f"{prefix}longitude", Float),
        Column(f"{prefix}radius_km", Float),
        Column(f"{prefix}gazetteer_id", Text),
    )


source = Table(
    "source",
    METADATA,
    _text("id", primary_key=True),
    _text("kind"),
    _text("location"),
    _text("publisher", nullable=True),
    _text("sha256"),
    Column("fetched_on", Date, nullable=False),
)

run = Table(
    "run",
    METADATA,
    _text("id", primary_key=True),
    _text("code_version"),
    _text("settings_sha256"),
    _text("lexicon_sha256"),
    _text("models"),
)

article = Table(
    "article",
    METADATA,
    Column("number", Integer, primary_key=True),
    _text("id", unique=True),
    _text("label"),
    _text("source_id", ForeignKey("source.id")),
    _text("language"),
    _text("title", nullable=True),
    _text("byline", nullable=True),
    *_when("published"),
    _text("publisher", nullable=True),
    _text("url", nullable=True),
    _text("text"),
    # The first of its copies in the store; never itself a copy.
    _text("reprint_of", ForeignKey("article.id"), nullable=True, index=True),
    # The last day of its publication; where it names none, the day it came here.
    Column("known_on", Date, nullable=False, index=True),
)

signature = Table(
    "signature",
    METADATA,
    _text("article_id", ForeignKey("article.id"), primary_key=True),
    _text("digits"),
)

# What an article's copies are found by: each article has some forty, and copies share at least one.
band = Table(
    "band",
    METADATA,
    Column("key", BigInteger, nullable=False, index=True),
    _text("article_id", ForeignKey("article.id")),
)

reading = Table(
    "reading",
    METADATA,
    Column("number", Integer, primary_key=True),
    _text("id", unique=True),
    _text("article_id", ForeignKey("article.id")),
    _text("run_id", ForeignKey("run.id")),
    _text("furniture"),
    *_span("dateline", nullable=True),
    Column("read_on", Date, nullable=False),
    UniqueConstraint("article_id", "run_id"),
)

referent = Table(
    "referent",
    METADATA,
    _text("key", primary_key=True),
    _text("reading_id", ForeignKey("reading.id"), index=True),
    _text("id"),
    _text("name"),
    _text("kind"),
    _text("knowledge_id", nullable=True),
)

mention = Table(
    "mention",
    METADATA,
    _text("referent_key", ForeignKey("referent.key"), index=True),
    *_span(),
    _text("form"),
    _text("rule"),
    _text("words"),
    # What names are found by; NULL for nominals and pronouns.
    _text("name_key", nullable=True, index=True),
)

place = Table(
    "place",
    METADATA,
    _text("reading_id", ForeignKey("reading.id"), index=True),
    *_span(),
    *_where(),
)

date_phrase = Table(
    "date_phrase",
    METADATA,
    _text("reading_id", ForeignKey("reading.id"), index=True),
    *_span(),
    *_when("when"),
)

statement = Table(
    "statement",
    METADATA,
    _text("reading_id", ForeignKey("reading.id"), primary_key=True),
    _text("id", primary_key=True),
    _text("speaker_key", ForeignKey("referent.key"), nullable=True),
    *_span("speaker", nullable=True),
    *_span("cue", nullable=True),
    *_span("content"),
    Column("direct", Boolean, nullable=False),
    _text("rule"),
)

via = Table(
    "via",
    METADATA,
    _text("reading_id"),
    _text("statement_id"),
    _text("name"),
    _text("how"),
    *_span(),
    ForeignKeyConstraint(["reading_id", "statement_id"], ["statement.reading_id", "statement.id"]),
)

claim = Table(
    "claim",
    METADATA,
    _text("reading_id", ForeignKey("reading.id"), primary_key=True),
    _text("id", primary_key=True, index=True),
    _text("kind"),
    _text("predicate", index=True),
    _text("phase", nullable=True),
    _text("stance"),
    *_when("when"),
    *_span("where", nullable=True),
    *_where("where_"),
    _text("statement_id", nullable=True),
    _text("cameo", nullable=True),
    _text("plover", nullable=True),
    Column("confidence", Float, nullable=False),
    ForeignKeyConstraint(["reading_id", "statement_id"], ["statement.reading_id", "statement.id"]),
)


def _of_a_claim() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["reading_id", "claim_id"], ["claim.reading_id", "claim.id"])


claim_role = Table(
    "claim_role",
    METADATA,
    _text("reading_id", primary_key=True),
    _text("claim_id", primary_key=True),
    Column("position", Integer, primary_key=True),
    _text("role"),
    _text("referent_key", ForeignKey("referent.key"), nullable=True, index=True),
    *_span(),
    _of_a_claim(),
)

evidence = Table(
    "evidence",
    METADATA,
    Column("number", Integer, primary_key=True),
    _text("reading_id"),
    _text("claim_id"),
    *_span(),
    _text("rule"),
    _text("quote"),
    _of_a_claim(),
    Index("ix_evidence_claim", "reading_id", "claim_id"),
)

toll = Table(
    "toll",
    METADATA,
    _text("reading_id", ForeignKey("reading.id")),
    # NULL: a number of persons that belongs to no claim.
    _text("claim_id", nullable=True),
    _text("kind"),
    Column("low", Integer, nullable=False),
    Column("high", Integer),
    *_span(),
    _of_a_claim(),
    Index("ix_toll_claim", "reading_id", "claim_id"),
)

judgement = Table(
    "judgement",
    METADATA,
    Column("number", Integer, primary_key=True),
    _text("left", index=True),
    _text("right", index=True),
    _text("verdict"),
    Column("score", Float, nullable=False),
    _text("by"),
    _text("because"),
    Column("made_on", Date, nullable=False),
)

# What persons decide, beside what rules judge. No foreign key: a decision may come before the article it is about.
decision = Table(
    "decision",
    METADATA,
    Column("number", Integer, primary_key=True),
    _text("id", unique=True),
    _text("verdict"),
    _text("left", index=True),
    _text("right", nullable=True),
    _text("what"),
    _text("article_id", nullable=True, index=True),
    # Canonical JSON: never searched, only read back.
    _text("anchor", nullable=True),
    _text("correction", nullable=True),
    _text("by"),
    _text("because"),
    # UTC in ISO 8601 with microseconds, so that texts sort as instants do.
    _text("made_at", index=True),
)

failure = Table(
    "failure",
    METADATA,
    _text("source_id", ForeignKey("source.id"), primary_key=True),
    _text("step", primary_key=True),
    _text("reason", primary_key=True),
    _text("run_id", ForeignKey("run.id")),
)
