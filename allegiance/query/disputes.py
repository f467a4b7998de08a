"""What the claims of one event, or of one tie, disagree on."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from allegiance.query.signals import Tie
from allegiance.records.conflict import ConflictKind, Side
from allegiance.records.network import Event
from allegiance.store.contested import Key


class Dispute(NamedTuple):
    """A conflict, before it is named.

    Attributes:
        first, last: the days between which the claims speak.
        depends: units and events, by id, that it would be another without; and all actors whom its claims name.
    """

    kind: ConflictKind
    about: Event | Tie
    sides: tuple[Side, ...]
    first: date
    last: date
    depends: frozenset[Key]
