"""Reports with all their words: texts in which every claim has its evidence, as bundles that a store takes."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from allegiance.records.article import Article, Source
from allegiance.records.bundle import Bundle, Found
from allegiance.records.canonical import digest
from allegiance.records.claim import Claim, Codes, Evidence, Role, RoleName
from allegiance.records.mention import Mention, Referent
from allegiance.records.span import Span
from allegiance.records.statement import Statement
from allegiance.records.toll import Toll
from allegiance.records.when import When
from allegiance.records.where import Where
from benchmarks.speed.telling import Talk, Word, last_day
from benchmarks.speed.world import DAYS, Body, Town, World, day_of

# Claims a report, at least and at most.
FEWEST, MOST = 6, 16
REPRINTED_SHARE = 0.12
RADIUS_KM = 5.0
NOBODY = "gunmen"


def reports(claims: int, seed: int) -> Iterator[Bundle]:
    """Reports with so many claims together, by the day of their publication; copies count."""
    world = World(claims, seed)
    chance = random.Random(f"reports {seed}")
    talk = Talk(world, chance)
    made = 0
    while made < claims:
        day = min(DAYS - 1, made * DAYS // claims)
        wanted = min(chance.randint(FEWEST, MOST), claims - made)
        bundle = _report(
            f"{seed}-{made}", day, [talk.word(day) for _ in range(wanted)], world, chance
        )
        yield bundle
        made += wanted
        if made + wanted <= claims and chance.random() < REPRINTED_SHARE:
            yield _copy(
                bundle, last_day(day + chance.randint(0, 2)), chance.choice(world.publishers)
            )
            made += wanted


def _report(label: str, day: int, said: list[Word], world: World, chance: random.Random) -> Bundle:
    writing = _Writing()
    for word in said:
        writing.sentence(word)
    publisher = chance.choice(world.publishers)
    published = When(day_of(day), day_of(day) + timedelta(days=1), "day")
    text = writing.text
    article = Article(
        id=digest("article", text, published, publisher),
        label=label,
        source_id=digest("source", label, text),
        language="en",
        text=text,
        title=f"{text.partition(' ')[0]} and others, {day_of(day)}",
        published=published,
        publisher=publisher,
    )
    return _bundle(article, writing.found(article.id))


def _copy(original: Bundle, day: int, publisher: str) -> Bundle:
    """The same words in another paper, with claims of its own."""
    assert original.article is not None
    published = When(day_of(day), day_of(day) + timedelta(days=1), "day")
    article = replace(
        original.article,
        id=digest("article", original.article.text, published, publisher, "copy"),
        label=f"{original.article.label}-copy",
        source_id=digest("source", original.article.id, "copy"),
        published=published,
        publisher=publisher,
        reprint_of=original.article.id,
    )
    claims = _numbered(article.id, original.found.claims)
    return _bundle(article, replace(original.found, claims=claims))


def _bundle(article: Article, found: Found) -> Bundle:
    source = Source(article.source_id, "text", f"{article.label}.txt", None, None, "0" * 64)
    return Bundle(source, article.label, article, found)


def _numbered(article: str, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with ids: by place in the article, as hashing all that a claim says would take most of the time."""
    return tuple(
        replace(claim, id=digest("claim", article, number)) for number, claim in enumerate(claims)
    )


class _Writing:
    """A text that grows, and what stands in it."""

    def __init__(self) -> None:
        self.text = ""
        self._referents: dict[str, Referent] = {}
        self._places: list[Where] = []
        self._statements: list[Statement] = []
        self._claims: list[Claim] = []

    def sentence(self, word: Word) -> None:
        """Write a claim down."""
        speaker = self._named("source", word.speaker) if word.speaker else None
        cue = self._add("said that") if speaker else None
        start = len(self.text) + bool(self.text)
        source = self._named("source", word.source)
        roles = [source]
        self._add(f"{word.phase or 'did'} {word.predicate}")
        if word.target is not None or word.town is None:
            roles.append(self._named("target", word.target))
        where = self._place(word.town) if word.town else None
        if where is not None:
            roles.append(Role("place", None, where.span))
        toll = self._toll(word)
        span = Span(start, len(self.text))
        self.text += "."
        self._claims.append(
            _claim(
                word,
                tuple(roles),
                Evidence(span, _rule(word)),
                where,
                toll,
                self._statement(speaker, cue, span),
            )
        )

    def found(self, article: str) -> Found:
        """All of it."""
        return Found(
            referents=tuple(self._referents.values()),
            places=tuple(self._places),
            statements=tuple(self._statements),
            claims=_numbered(article, self._claims),
        )

    def _add(self, words: str) -> Span:
        start = len(self.text) + bool(self.text)
        self.text += (" " if self.text else "") + words
        return Span(start, start + len(words))

    def _named(self, role: RoleName, body: Body | None) -> Role:
        name = body.name if body else NOBODY
        span = self._add(name)
        mention = Mention(span, "name" if body else "nominal", "speed")
        old = self._referents.get(name)
        self._referents[name] = Referent(
            id=old.id if old else f"a{len(self._referents) + 1}",
            name=name,
            kind=body.kind if body else "armed-group",
            knowledge_id=body.knowledge_id if body else None,
            mentions=(*(old.mentions if old else ()), mention),
        )
        return Role(role, self._referents[name].id, span)

    def _place(self, town: Town) -> Where:
        self._add("in")
        span = self._add(town.name)
        where = Where(
            span,
            town.name,
            "city",
            None,
            town.latitude,
            town.longitude,
            RADIUS_KM,
            f"speed:{town.name}",
        )
        self._places.append(where)
        return where

    def _toll(self, word: Word) -> tuple[Toll, ...]:
        if word.toll is None:
            return ()
        low, high = word.toll
        return (
            Toll(
                "killed",
                low,
                high,
                self._add(f"killing {'at least ' if high is None else ''}{low}"),
            ),
        )

    def _statement(self, speaker: Role | None, cue: Span | None, content: Span) -> str | None:
        if speaker is None:
            return None
        name = f"s{len(self._statements) + 1}"
        self._statements.append(
            Statement(name, speaker.actor, speaker.span, cue, content, False, "speed")
        )
        return name


def _rule(word: Word) -> str:
    return f"{'events' if word.phase is None else 'relations'}.{word.predicate}.speed"


def _claim(
    word: Word,
    roles: tuple[Role, ...],
    evidence: Evidence,
    where: Where | None,
    toll: tuple[Toll, ...],
    statement: str | None,
) -> Claim:
    return Claim(
        id="",
        kind="event" if word.phase is None else "relation",
        predicate=word.predicate,
        phase=word.phase,
        stance=word.stance,
        roles=roles,
        evidence=(evidence,),
        confidence=word.confidence,
        when=word.when,
        where=where,
        toll=toll,
        statement=statement,
        codes=Codes(None, word.plover) if word.plover else None,
    )
