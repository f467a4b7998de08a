"""Which ties are bonds for a signed network: `signs.toml`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from allegiance.lexicon._tables import read_table
from allegiance.records.mention import ActorKind


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard frustration is looked for; the head of `signs.toml` explains each."""

    exact_actors: int
    exact_steps: int
    restarts: int


@dataclass(frozen=True, slots=True)
class Signs:
    """The head of `signs.toml` explains each field."""

    positive: frozenset[str]
    negative: frozenset[str]
    kinds: frozenset[str]
    effort: Effort


def load_signs(path: Path, predicates: Collection[str]) -> Signs:
    """Read the file.

    Args:
        predicates: of all relations.

    Raises:
        LexiconError: a key is absent or not as wanted, or a predicate has both signs; says which.
    """
    table = read_table(path).only(("positive", "negative", "kinds", "frustration"))
    effort = table.table("frustration").only(("exact_actors", "exact_steps", "restarts"))
    positive = frozenset(table.some_of("positive", predicates))
    negative = frozenset(table.some_of("negative", predicates))
    if both := sorted(positive & negative):
        raise table.wrong("negative", both[0], "predicates that are not positive")
    return Signs(
        positive=positive,
        negative=negative,
        kinds=frozenset(table.some_of("kinds", get_args(ActorKind))),
        effort=Effort(
            effort.whole("exact_actors"), effort.whole("exact_steps"), effort.whole("restarts")
        ),
    )
