"""Which claims cannot both hold, and how far each voice is to be believed: `conflicts.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from allegiance.lexicon._tables import Table, read_table
from allegiance.lexicon.ontology import Ontology
from allegiance.records.claim import STANCES
from allegiance.records.conflict import CONFLICT_KINDS, ConflictKind, Standing
from allegiance.records.mention import ActorKind

_VOICE_KEYS = ("id", "about", "speaker", "stance", "kinds", "weight", "because")


@dataclass(frozen=True, slots=True)
class VoiceRule:
    """A row `[[voice]]`; the head of `conflicts.toml` explains it.

    Attributes:
        about, stances, kinds, speaker: what it asks for; all there are where it asks for none.
        weight: 0 to 1.
    """

    id: str
    about: frozenset[str]
    speakers: frozenset[str]
    stances: frozenset[str]
    kinds: frozenset[str]
    weight: float
    because: str

    def fits(self, about: ConflictKind, speaker: Standing, stance: str, kind: str | None) -> bool:
        """Is it for such a claim, said by an actor of that kind? None: the speaker is no actor."""
        right_kind = self.kinds == ALL_KINDS or kind in self.kinds
        return (
            about in self.about
            and speaker in self.speakers
            and stance in self.stances
            and right_kind
        )


@dataclass(frozen=True, slots=True)
class Conflicting:
    """The head of `conflicts.toml` explains each field.

    Attributes:
        opposed: pairs of predicates, each sorted.
        voices: the first that fits decides; one fits everything.
    """

    one_side: frozenset[str]
    tie_days: int
    opposed_days: int
    opposed: frozenset[tuple[str, str]]
    holder_days: int
    holder_km: float
    begin_days: int
    voices: tuple[VoiceRule, ...]

    def voice(
        self, about: ConflictKind, speaker: Standing, stance: str, kind: str | None
    ) -> VoiceRule:
        """The row that gives the weight of a claim."""
        return next(row for row in self.voices if row.fits(about, speaker, stance, kind))


ALL_KINDS = frozenset(get_args(ActorKind))


def load_conflicting(path: Path, ontology: Ontology) -> Conflicting:
    """Read the file.

    Raises:
        LexiconError: a key is absent or not as wanted, or no row fits everything that those before leave; says which.
    """
    table = read_table(path).only(("who", "tie", "opposed", "holder", "begin", "voice"))
    predicates = [kind.predicate for kind in ontology.relations]
    holder = table.table("holder").only(("days", "km"))
    opposed = table.table("opposed").only(("days", "pairs"))
    return Conflicting(
        one_side=frozenset(table.table("who").only(("one_side",)).some_of("one_side", predicates)),
        tie_days=table.table("tie").only(("days",)).days("days"),
        opposed_days=opposed.days("days"),
        opposed=frozenset(_pairs(opposed, predicates)),
        holder_days=holder.days("days"),
        holder_km=holder.number("km"),
        begin_days=table.table("begin").only(("days",)).days("days"),
        voices=tuple(_voices(table)),
    )


def _pairs(table: Table, predicates: list[str]) -> Iterator[tuple[str, str]]:
    for row in table.several_of("pairs", predicates):
        if len(set(row)) != 2:
            raise table.wrong("pairs", list(row), "pairs of two predicates")
        first, second = sorted(row)
        yield first, second


def _voices(table: Table) -> list[VoiceRule]:
    rows = [_voice(row.only(_VOICE_KEYS)) for row in table.tables("voice")]
    everything = (frozenset(CONFLICT_KINDS), frozenset(get_args(Standing)), frozenset(STANCES))
    last = rows[-1] if rows else None
    if last is None or (last.about, last.speakers, last.stances, last.kinds) != (
        *everything,
        ALL_KINDS,
    ):
        raise table.wrong("voice", last and last.id, "a last row that asks for nothing")
    return rows


def _voice(row: Table) -> VoiceRule:
    return VoiceRule(
        id=row.text("id"),
        about=_some(row, "about", CONFLICT_KINDS),
        speakers=frozenset({row.one_of("speaker", get_args(Standing))})
        if row.has("speaker")
        else frozenset(get_args(Standing)),
        stances=_some(row, "stance", STANCES),
        kinds=_some(row, "kinds", tuple(ALL_KINDS)),
        weight=row.share("weight"),
        because=row.text("because"),
    )


def _some(row: Table, key: str, known: tuple[str, ...]) -> frozenset[str]:
    return frozenset(row.some_of(key, known) if row.has(key) else known)
