"""How claims and events move relations: the rules that `relations.toml` and `events.toml` give the fold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

# opens: it began. supports: it held. ends: it ended. closes: it ended if it was there. disputes: somebody says no.
Act = Literal["opens", "supports", "ends", "closes", "disputes"]
# refuses: as the relation's kind says. nothing: it moves no relation.
PhaseMove = Literal["opens", "supports", "ends", "refuses", "nothing"]
# denies: as the relation's kind says.
DeniedMove = Literal["denies", "supports", "nothing"]
# speaks: its phase counts. denies: so does the denial of its phase. apart: it counts among the alleged alone.
StanceMove = Literal["speaks", "denies", "apart", "nothing"]


@dataclass(frozen=True, slots=True)
class Moves:
    """What a claim does to its relation, by its words.

    Attributes:
        phases: by phase, what it does where the stance speaks for it.
        denied: by phase, what its denial does.
        stances: by stance, how far the phase counts.
    """

    phases: Mapping[str, PhaseMove]
    denied: Mapping[str, DeniedMove]
    stances: Mapping[str, StanceMove]


@dataclass(frozen=True, slots=True)
class Effect:
    """How an event moves a relation between its source and its target.

    Attributes:
        act: `opens` can begin it; `supports` only renews what other claims began.
        days: so long after the event it still speaks for the relation; None where it does not speak for it.
        weight: 0 to 1; the event's confidence is multiplied by it.
    """

    relation: str
    act: Act
    days: int | None = None
    weight: float = 1.0

    def __post_init__(self) -> None:
        if self.act not in get_args(Act) or self.act == "ends":
            raise ValueError(f"act {self.act!r}")
        if (self.days is None) == (self.act in ("opens", "supports")):
            raise ValueError(f"days beside act {self.act!r}")


# A table of a TOML file holds whatever its writer put there: `Any` until it has been checked.
def moves(phases: dict[str, Any], stances: dict[str, Any]) -> Moves:
    """The rules in the tables of phases and stances.

    Raises:
        ValueError: a table lacks a rule, or has one that does not exist; says which.
    """
    return Moves(
        phases={name: _one_of(PhaseMove, table, "does", name) for name, table in phases.items()},
        denied={name: _one_of(DeniedMove, table, "denied", name) for name, table in phases.items()},
        stances={name: _one_of(StanceMove, table, "does", name) for name, table in stances.items()},
    )


def _one_of(known: Any, table: dict[str, Any], key: str, name: str) -> Any:
    if table.get(key) not in get_args(known):
        wanted = ", ".join(get_args(known))
        raise ValueError(f"[{name}]: {key} = {table.get(key)!r}; wanted one of {wanted}")
    return table[key]
