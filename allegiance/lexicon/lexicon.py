"""The whole lexicon as one frozen value, handed to whoever needs words or knowledge of the world."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from allegiance.lexicon.actors import KnownActor, load_actors

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the data files say.

    Attributes:
        actors: states, bodies, groups and leaders, by id.
    """

    actors: tuple[KnownActor, ...]


@cache
def load() -> Lexicon:
    """The built-in lexicon; read once a process.

    Raises:
        LexiconError: a data file breaks its own rules.
    """
    return Lexicon(actors=load_actors(DATA / "actors"))
