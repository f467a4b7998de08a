"""What became of a list, for the person who imported it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """Something to say of a row of theirs; `line` is counted from 1."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of a list.

    Attributes:
        file: where its rows stand; None where there are none.
        read: rows of the list; those with one id count once where the mapping groups them.
        taken: rows that went in, the next ones among them.
        joined: actors of ours that got names.
        dated: names with days of their own that went in.
        passed: rows left out on purpose, by reason.
        left: rows that could not be taken, each with its line and the reason.
        shared: rows left out for a name that an actor has who is known already.
        notes: what was left out of rows that were taken; line 0 is the whole list.
    """

    file: str | None
    read: int
    taken: int
    joined: int
    dated: int
    passed: tuple[tuple[str, int], ...]
    left: tuple[Told, ...]
    shared: tuple[Told, ...]
    notes: tuple[Told, ...]
