"""A decision as one line of JSON, `allegiance.decision/1`, and back; what comes back was written by anybody."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import TypeVar, get_args

from allegiance.records.canonical import Json, canonical, plain
from allegiance.records.claim import PHASES, STANCES, ClaimKind, RoleName
from allegiance.records.decision import (
    IDENTITY,
    REVIEW,
    VERDICTS,
    Anchor,
    Choice,
    Correction,
    Decision,
    side,
    signed,
)
from allegiance.records.span import Span
from allegiance.records.when import Grain, When

SCHEMA = "allegiance.decision/1"
# Beyond it nothing that a person has written: a line must not fill the store.
MOST_CHARACTERS = 2_000
Word = TypeVar("Word", bound=str)


def line_of(decision: Decision) -> str:
    """The decision on one line, keys sorted, without a line break at its end."""
    values = plain(decision.choice)
    assert isinstance(values, dict)
    return canonical(
        {
            "schema": SCHEMA,
            "id": decision.id,
            **values,
            "by": decision.by,
            "because": decision.because,
            "made_at": instant(decision.made_at),
        }
    )


def decision_of(line: str) -> Decision:
    """The decision of a line.

    Raises:
        ValueError: it is none, or was changed since it was signed; says which field, and what was wanted.
    """
    values = _object(json.loads(line), "the line")
    if values.get("schema") != SCHEMA:
        raise ValueError(f"schema is {values.get('schema')!r}; wanted {SCHEMA!r}")
    decision = signed(
        _choice(values),
        by=_text(values, "by"),
        because=_text(values, "because", empty=True),
        made_at=instant_of(_text(values, "made_at")),
    )
    if decision.id != values.get("id"):
        raise ValueError(
            f"id is {values.get('id')!r}, but what it says has {decision.id!r}: it was changed; "
            "ask its maker to export it again"
        )
    return decision


def instant(moment: datetime) -> str:
    """An instant in ISO 8601, UTC, always with microseconds: such texts sort as the instants do."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def instant_of(written: str) -> datetime:
    """The instant that `instant` has written.

    Raises:
        ValueError: it is none, or has no time zone.
    """
    moment = datetime.fromisoformat(written)
    if moment.tzinfo is None:
        raise ValueError(f"made_at {written!r} has no time zone; wanted one, such as +00:00")
    return moment.astimezone(UTC)


def anchor_of(value: Json) -> Anchor:
    """An anchor from its JSON values.

    Raises:
        ValueError: it is none.
    """
    values = _object(value, "anchor")
    phase = values.get("phase")
    return Anchor(
        article_id=_text(values, "article_id"),
        kind=_word(values, "kind", get_args(ClaimKind)),
        predicate=_text(values, "predicate"),
        phase=None if phase is None else _word(values, "phase", PHASES),
        stance=_word(values, "stance", STANCES),
        parts=tuple(map(_part, _list(values.get("parts"), "parts"))),
        evidence=_span(values.get("evidence")),
    )


def correction_of(value: Json) -> Correction:
    """A correction from its JSON values.

    Raises:
        ValueError: it is none.
    """
    values = _object(value, "correction")
    return Correction(
        predicate=_text(values, "predicate") if values.get("predicate") is not None else None,
        phase=_word(values, "phase", PHASES) if values.get("phase") is not None else None,
        stance=_word(values, "stance", STANCES) if values.get("stance") is not None else None,
        swapped=values.get("swapped") is True,
        when=_when(values["when"]) if values.get("when") is not None else None,
        source=_span(values["source"]) if values.get("source") is not None else None,
        target=_span(values["target"]) if values.get("target") is not None else None,
    )


def _choice(values: Mapping[str, Json]) -> Choice:
    verdict = _word(values, "verdict", VERDICTS)
    right = values.get("right")
    choice = Choice(
        verdict=verdict,
        left=_text(values, "left"),
        right=None if right is None else _text(values, "right"),
        what=_text(values, "what"),
        anchor=anchor_of(values["anchor"]) if values.get("anchor") is not None else None,
        correction=correction_of(values["correction"])
        if values.get("correction") is not None
        else None,
    )
    _check(choice)
    return choice


def _check(choice: Choice) -> None:
    """A choice has to hold what its verdict needs."""
    if choice.verdict in IDENTITY:
        if choice.right is None:
            raise ValueError(f"right is absent; {choice.verdict!r} needs two actors")
        side(choice.left), side(choice.right)
    if choice.verdict in REVIEW and choice.anchor is None:
        raise ValueError(f"anchor is absent; {choice.verdict!r} needs the words of its claim")
    if (choice.verdict == "corrected") != (choice.correction is not None):
        raise ValueError("a correction belongs to the verdict 'corrected', and to no other")


def _object(value: Json, name: str) -> dict[str, Json]:
    if not isinstance(value, dict):
        raise ValueError(f"{name} is no JSON object")
    return value


def _list(value: Json, name: str) -> list[Json]:
    if not isinstance(value, list):
        raise ValueError(f"{name} is no list")
    return value


def _text(values: Mapping[str, Json], name: str, *, empty: bool = False) -> str:
    value = values.get(name)
    if not isinstance(value, str) or not (value.strip() or empty):
        raise ValueError(f"{name} is {value!r}; wanted a text")
    if len(value) > MOST_CHARACTERS:
        raise ValueError(f"{name} has {len(value)} characters; at most {MOST_CHARACTERS} are taken")
    # What cannot be written in UTF-8 (half of a surrogate pair) is told here, not by the store.
    value.encode()
    return value


def _word(values: Mapping[str, Json], name: str, known: Iterable[Word]) -> Word:
    words = tuple(known)
    for word in words:
        if values.get(name) == word:
            return word
    raise ValueError(f"{name} is {values.get(name)!r}; wanted one of {', '.join(words)}")


def _span(value: Json) -> Span:
    match value:
        case [int(start), int(end)]:
            return Span(start, end)
    raise ValueError(f"{value!r} is no span; wanted [start, end]")


def _part(value: Json) -> tuple[RoleName, Span]:
    role, span = _list(value, "a part")
    return _word({"role": role}, "role", get_args(RoleName)), _span(span)


def _when(value: Json) -> When:
    values = _object(value, "when")
    start, end = (_day(values.get(name)) for name in ("start", "end"))
    return When(start, end, _word(values, "grain", get_args(Grain)))


def _day(value: Json) -> date | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no day; wanted one such as 2014-02-10")
    return date.fromisoformat(value)
