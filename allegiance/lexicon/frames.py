"""Frames: which words say which claim, and which of their arguments take which part.

After the frames of FrameNet (Baker, Fillmore and Lowe, 1998) and the verb patterns of PETRARCH (Schrodt, Beieler and
Idris, 2014), with syntactic slots in place of word order. One TOML file a predicate; `data/frames/README.md` explains the
fields to whoever edits them.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from allegiance.errors import LexiconError
from allegiance.records.claim import PHASES, STANCES, ClaimKind, Phase, RoleName, Stance

Sort = Literal["verb", "noun", "adjective", "hyphen", "body"]
SORTS: Mapping[str, Sort] = {
    "verbs": "verb",
    "nouns": "noun",
    "adjectives": "adjective",
    "hyphens": "hyphen",
    "bodies": "body",
}
CONDITIONS = (
    "object",
    "preposition",
    "introduced",
    "under",
    "modifier",
    "unless",
    "not_under",
    "purpose",
    "doer",
)
SLOTS = ("source", "target", "place", "result")
# What `data/frames/README.md` explains; any other argument is a preposition.
ARGUMENTS = frozenset(
    "subject object dative predicate owner adjective bearer head prefix suffix clause made whole "
    "self office answerable heading carrier possessor".split()
)
FORM_FIELDS = (
    "kind",
    "predicate",
    "phase",
    "stance",
    "cameo",
    "plover",
    "confidence",
    "actors",
    "implied",
    "groups",
    "turns",
    "hands_over",
    "persons",
    "no_persons",
    "beside",
    "by",
    *SLOTS,
)
OTHER_FIELDS = ("id", "says", "mutual", "parties", "bearer", *SORTS, *CONDITIONS)


@dataclass(frozen=True, slots=True)
class Form:
    """One claim that a frame makes.

    Attributes:
        slots: by role, the arguments that may fill it, the first that is there is taken.
        confidence: of the claim where nothing weakens it, 0 to 1.
        actors: both sides have to be actors of the article ("fights poverty" is no fight).
        turns: which side is above the other is better said elsewhere in the article ("cut ties").
        hands_over: the source takes the place of the target, so it leads what the article says that the target led.
        beside: claimed only where a form before it is.
        persons: only a person may be the source ("the government of Ann Roe", not of Norland).
        no_persons: no person may be the target ("joined the mayor" at an opening).
        implied: follows from the other forms where both sides are armed bodies, or states or governments known by name.
        groups: both sides have to be armed groups known by name; what states do to each other means less.
        by: the source has to be of one of these kinds, or called by one of these nouns; empty: whoever.
    """

    kind: ClaimKind
    predicate: str
    phase: Phase | None
    stance: Stance | None
    cameo: str | None
    plover: str | None
    confidence: float
    actors: bool
    implied: bool
    groups: bool
    turns: bool
    hands_over: bool
    persons: bool
    no_persons: bool
    beside: bool
    by: frozenset[str]
    slots: tuple[tuple[RoleName, tuple[str, ...]], ...]

    def slot(self, role: RoleName) -> tuple[str, ...]:
        """The arguments that may fill a role; empty where the claim has no such role."""
        return next((names for name, names in self.slots if name == role), ())


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that trigger claims, and the conditions under which they do.

    Attributes:
        triggers: (sort, lemma of the trigger token, other words it needs: particles of a verb, modifiers of a noun); of a
            body's name the kind in place of the lemma.
        object: one of these lemmas has to be the verb's logical object; empty: any or none.
        preposition: one of these has to introduce an argument.
        introduced: one of these lemmas has to be what they introduce.
        under: one of these verbs has to govern the noun.
        modifier: one of these lemmas has to modify the trigger.
        unless: none of these lemmas may stand among the trigger's arguments.
        purpose: one of these verbs has to stand in its clause of purpose ("joined hands to *form*").
        not_under: none of these verbs may govern the noun.
        doer: one of these lemmas has to be the verb's logical subject.
        mutual: two parties on one side are each other's counterpart ("A and B clashed").
        parties: arguments that hold both sides ("between").
        bearer: the noun must be said of somebody (apposition, copula, title), not merely named.
    """

    id: str
    triggers: tuple[tuple[Sort, str, tuple[str, ...]], ...]
    object: frozenset[str]
    preposition: frozenset[str]
    introduced: frozenset[str]
    under: frozenset[str]
    modifier: frozenset[str]
    unless: frozenset[str]
    purpose: frozenset[str]
    not_under: frozenset[str]
    doer: frozenset[str]
    mutual: bool
    parties: tuple[str, ...]
    bearer: bool
    forms: tuple[Form, ...]

    @property
    def conditions(self) -> int:
        """How many conditions it sets: the more, the more it is to be believed."""
        sets = (
            *(self.object, self.preposition, self.introduced, self.under, self.modifier),
            *(self.purpose, self.doer),
        )
        return sum(map(bool, (*sets, self.forms[0].by)))


Table = dict[str, Any]  # Any: TOML as read
FrameIndex = Mapping[tuple[Sort, str], tuple[tuple[Frame, tuple[str, ...]], ...]]


def load_frames(folder: Path) -> FrameIndex:
    """All frames by sort and lemma of their triggers; those with more conditions first, else in order of file and line.

    Raises:
        LexiconError: a file or a frame breaks the rules; says where and what would be right.
    """
    index: dict[tuple[Sort, str], list[tuple[Frame, tuple[str, ...]]]] = defaultdict(list)
    ids: set[str] = set()
    for path in sorted(folder.glob("*.toml")):
        for frame in _frames(path):
            if frame.id in ids:
                raise LexiconError(
                    f"{path.name}: frame {frame.id!r} stands twice; give it another id"
                )
            ids.add(frame.id)
            for sort, lemma, words in frame.triggers:
                index[sort, lemma].append((frame, words))
    return {
        key: tuple(sorted(found, key=lambda pair: -(pair[0].conditions + len(pair[1]))))
        for key, found in index.items()
    }


def frame_of(table: Table, tables: Table, stem: str) -> Frame:
    """One frame of a file, with what the file gives to all its frames.

    Args:
        table: the frame as it is written.
        tables: the whole file.
        stem: the file's name without `.toml`; the frame's id begins by it.

    Raises:
        LexiconError: the frame breaks the rules; says which does, and what would be right.
    """
    defaults = tables.get("default", {})
    try:
        whole = {**defaults, **table, "id": f"{stem}.{table['id']}"}
        return _frame(whole, defaults, tables.get("implies"))
    except KeyError as error:
        name = table.get("id", "without an id")
        raise LexiconError(f"frame {name}: no {error}; give it") from error
    except (TypeError, ValueError) as error:
        raise LexiconError(f"frame {table['id']}: {error}") from error


def _frames(path: Path) -> Iterator[Frame]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: no TOML: {error}") from error
    for table in tables.get("frame", []):
        try:
            yield frame_of(table, tables, path.stem)
        except LexiconError as error:
            raise LexiconError(f"{path.name}: {error}") from error


def _frame(table: Table, defaults: Table, implied: Table | None) -> Frame:
    unknown = set(table) - set(FORM_FIELDS) - set(OTHER_FIELDS) - {"also"}
    if unknown:
        raise ValueError(f"unknown fields {sorted(unknown)}; known: {sorted(OTHER_FIELDS)}")
    triggers = tuple(_triggers(table))
    if not triggers:
        raise ValueError(f"no trigger; give one of {sorted(SORTS)}")
    forms = [_form(table)]
    forms += [_form({**_sides(table), **defaults, **more}) for more in table.get("also", [])]
    if implied:
        forms.append(_form({**defaults, **_sides(table), **implied}))
    sets = {name: frozenset(table.get(name, ())) for name in CONDITIONS}
    return Frame(
        id=table["id"],
        triggers=triggers,
        mutual=bool(table.get("mutual", False)),
        parties=_names(table.get("parties", "")),
        bearer=bool(table.get("bearer", False)),
        forms=tuple(forms),
        **sets,
    )


def _sides(table: Table) -> Table:
    return {role: table[role] for role in SLOTS if role in table}


def _triggers(table: Table) -> Iterator[tuple[Sort, str, tuple[str, ...]]]:
    for field, sort in SORTS.items():
        for phrase in table.get(field, ()):
            words = tuple(phrase.split())
            if sort == "noun":
                yield sort, words[-1], words[:-1]
            else:
                yield sort, words[0], words[1:]


def _form(table: Table) -> Form:
    kind, phase, stance = table["kind"], table.get("phase"), table.get("stance")
    if kind not in ("relation", "event"):
        raise ValueError(f"kind {kind!r}; wanted relation or event")
    if kind == "relation" and phase not in PHASES:
        raise ValueError(f"phase {phase!r}; wanted one of {', '.join(PHASES)}")
    if stance is not None and stance not in STANCES:
        raise ValueError(f"stance {stance!r}; wanted one of {', '.join(STANCES)}")
    return Form(
        kind=cast("ClaimKind", kind),
        predicate=table["predicate"],
        phase=cast("Phase", phase) if kind == "relation" else None,
        stance=cast("Stance | None", stance),
        cameo=table.get("cameo"),
        plover=table.get("plover"),
        confidence=float(table.get("confidence", 0.8)),
        actors=bool(table.get("actors", False)),
        implied=bool(table.get("implied", False)),
        groups=bool(table.get("groups", False)),
        turns=bool(table.get("turns", False)),
        hands_over=bool(table.get("hands_over", False)),
        persons=bool(table.get("persons", False)),
        no_persons=bool(table.get("no_persons", False)),
        beside=bool(table.get("beside", False)),
        by=frozenset(table.get("by", ())),
        slots=tuple(
            (cast("RoleName", role), _names(table[role])) for role in SLOTS if table.get(role)
        ),
    )


def _names(written: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in written.split("|") if name.strip())
