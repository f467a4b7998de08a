"""Reports built by hand, so that tests of what comes after reading need no model.

A `Said` is one claim; a report is a text that consists of its claims. A name in capitals is an actor that the knowledge
base knows by that name, a name in small letters ("the rebels") is nobody in particular.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from allegiance.lexicon.lexicon import load
from allegiance.records.article import Article, Source
from allegiance.records.bundle import Bundle, Found, Run
from allegiance.records.canonical import digest
from allegiance.records.claim import Claim, ClaimKind, Codes, Evidence, Phase, Role, Stance
from allegiance.records.judgement import reading_id
from allegiance.records.mention import ActorKind, Mention, Referent
from allegiance.records.span import Span
from allegiance.records.statement import Statement
from allegiance.records.toll import Toll
from allegiance.records.when import Grain, When
from allegiance.records.where import Where
from allegiance.resolve.judge import judge
from allegiance.store.store import Added, Store

RUN = Run("run-1", "0.1.0", "settings-0", "lexicon-0", ("model 1",))
TODAY = date(2020, 1, 1)
# All others lie side by side.
FAR_TOWNS = {"Tarim": (16.1, 49.0)}
# What no gazetteer knows.
UNKNOWN = {"the airport", "Fort Rook"}
# "support" is both; here it is the relation.
EVENTS = {kind.predicate for kind in load().ontology.events} - {"support"}


@dataclass(frozen=True)
class Said:
    """One claim: `Said("Dawn Brigade", "affiliate", "Northern Front")`."""

    source: str
    predicate: str
    target: str | None = None
    phase: Phase = "holds"
    stance: Stance = "asserted"
    when: When | None = None
    place: str | None = None
    speaker: str | None = None
    confidence: float = 0.9
    plover: str | None = None
    # Of an event: at least, and at most so many killed.
    toll: tuple[int, int | None] | None = (3, None)
    # What a merger makes.
    result: str | None = None


@dataclass
class _Writing:
    """A text that grows, and what stands in it."""

    kinds: dict[str, ActorKind]
    known: bool
    # What tells its claims from those that say the same in other reports.
    of: str = ""
    text: str = ""
    referents: dict[str, Referent] = field(default_factory=dict)
    places: list[Where] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def words(self, words: str) -> Span:
        start = len(self.text) + bool(self.text)
        self.text += (" " if self.text else "") + words
        return Span(start, start + len(words))

    def actor(self, name: str) -> Role:
        span = self.words(name)
        mention = Mention(span, "name" if name[0].isupper() else "nominal", "names.test")
        old = self.referents.get(name)
        known = name.lower().replace(" ", "-") if self.known and name[0].isupper() else None
        self.referents[name] = Referent(
            id=old.id if old else f"a{len(self.referents) + 1}",
            name=name,
            kind=self.kinds.get(name, "armed-group"),
            knowledge_id=known,
            mentions=(*(old.mentions if old else ()), mention),
        )
        return Role("source", self.referents[name].id, span)


def day(written: str) -> When:
    """`2014-02-03`, `2014-02` or `2014` as a time."""
    parts = [int(part) for part in written.split("-")]
    start = date(*[*parts, 1, 1][:3])
    if len(parts) == 3:
        return When(start, start + timedelta(days=1), "day")
    months = 1 if len(parts) == 2 else 12
    end = date(
        start.year + (start.month + months - 1) // 12, (start.month + months - 1) % 12 + 1, 1
    )
    grain: Grain = "month" if months == 1 else "year"
    return When(start, end, grain)


def report(
    published: str | None,
    *said: Said,
    publisher: str | None = None,
    title: str | None = None,
    kinds: dict[str, ActorKind] | None = None,
    known: bool = True,
    country: str | None = None,
    reprint_of: str | None = None,
) -> Bundle:
    """A report of that day; `known=False`: the knowledge base knows none of its actors."""
    writing = _Writing(kinds or {}, known, f"{published} {publisher}")
    for one in said:
        _say(writing, one)
    if country is not None:
        writing.places.append(Where(writing.words("Essara"), "Essara", "city", country))
    text = writing.text
    source = Source(
        digest("source", text, published, publisher), "text", "a.txt", publisher, None, "0"
    )
    article = Article(
        # The words do not show a claim's stance or time, so the claims belong to what makes the text its own.
        id=digest("article", text, published, publisher, reprint_of, writing.claims),
        label="a.txt",
        source_id=source.id,
        language="en",
        text=text,
        title=title,
        published=day(published) if published else None,
        publisher=publisher,
        reprint_of=reprint_of,
    )
    found = Found(
        referents=tuple(writing.referents.values()),
        places=tuple(writing.places),
        statements=tuple(writing.statements),
        claims=tuple(writing.claims),
    )
    return Bundle(source, article.label, article, found)


def keep(store: Store, *bundles: Bundle, run: Run = RUN, today: date = TODAY) -> list[Added]:
    """Add bundles with judgements on their actors, as a session does."""
    return [_keep(store, bundle, run, today) for bundle in bundles]


def _keep(store: Store, bundle: Bundle, run: Run, today: date) -> Added:
    assert bundle.article is not None
    reading = reading_id(bundle.article.id, run.id)
    judgements = judge(
        bundle.found, article_id=bundle.article.id, reading=reading, lexicon=load(), today=today
    )
    return store.add(bundle, run, today=today, judgements=tuple(judgements))


def _say(writing: _Writing, said: Said) -> None:
    speaker = writing.actor(said.speaker) if said.speaker else None
    cue = writing.words("says that") if speaker else None
    source = writing.actor(said.source)
    roles = [source]
    verb = writing.words(said.predicate)
    if said.target is not None:
        target = writing.actor(said.target)
        roles.append(Role("target", target.actor, target.span))
    if said.result is not None:
        result = writing.actor(said.result)
        roles.append(Role("result", result.actor, result.span))
    where = None
    if said.place is not None:
        words = writing.words(said.place)
        roles.append(Role("place", None, words))
        if said.place not in UNKNOWN:
            point = FAR_TOWNS.get(said.place, (36.2, 37.1))
            where = Where(words, said.place, "city", "SY", *point, 5.0)
            writing.places.append(where)
    span = Span(source.span.start, len(writing.text))
    writing.text += "."
    statement = None
    if speaker is not None:
        statement = f"s{len(writing.statements) + 1}"
        writing.statements.append(
            Statement(statement, speaker.actor, speaker.span, cue, span, False, "speech.test")
        )
    kind: ClaimKind = "event" if said.predicate in EVENTS else "relation"
    claim = Claim(
        id=digest(
            "claim", writing.of, said.predicate, said.phase, said.stance, roles, said.when, verb
        ),
        kind=kind,
        predicate=said.predicate,
        phase=said.phase if kind == "relation" else None,
        stance=said.stance,
        roles=tuple(roles),
        evidence=(Evidence(span, f"relations.{said.predicate}.test"),),
        confidence=said.confidence,
        when=said.when,
        where=where,
        toll=(Toll("killed", *said.toll, verb),) if kind == "event" and said.toll else (),
        statement=statement,
        codes=Codes("19", said.plover or said.predicate.upper()) if kind == "event" else None,
    )
    writing.claims.append(claim)
