"""How English writes its words: which take a capital, which are acronyms, and what stands around names."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from allegiance.errors import LexiconError

WORD_LISTS = ("titles", "small", "months", "particles", "joiners", "heads", "openers", "beginnings")


@dataclass(frozen=True, slots=True)
class Spelling:
    """The spelling list and the words that stand beside names; all sets are in lower case but `acronyms`.

    Attributes:
        ordinary: words written in lower case; stems.
        names: words written with a capital, as they are written; some are ordinary, too.
        endings: what is cut off an ordinary word's form, and what is put in its place.
    """

    ordinary: frozenset[str]
    names: Mapping[str, str]
    acronyms: frozenset[str]
    first_names: frozenset[str]
    titles: frozenset[str]
    small: frozenset[str]
    months: frozenset[str]
    particles: frozenset[str]
    joiners: frozenset[str]
    heads: frozenset[str]
    openers: frozenset[str]
    beginnings: frozenset[str]
    endings: tuple[tuple[str, str], ...]


def load_spelling(folder: Path) -> Spelling:
    """Spelling of the language of a folder.

    Raises:
        LexiconError: a list is missing.
    """
    rules = tomllib.loads((folder / "recasing.toml").read_text(encoding="utf-8"))
    missing = sorted({*WORD_LISTS, "endings"} - rules.keys())
    if missing:
        raise LexiconError(
            f"recasing.toml: no {', '.join(missing)}; add the list, empty if need be"
        )
    return Spelling(
        ordinary=frozenset(_lines(folder / "spelling" / "ordinary.txt")),
        names={name.lower(): name for name in _lines(folder / "spelling" / "names.txt")},
        acronyms=frozenset(_lines(folder / "spelling" / "acronyms.txt")),
        first_names=frozenset(map(str.lower, _lines(folder / "spelling" / "first_names.txt"))),
        endings=tuple((cut, put) for cut, put in rules["endings"]),
        **{name: frozenset(rules[name]) for name in WORD_LISTS},
    )


def _lines(path: Path) -> list[str]:
    """All lines but those at the head that explain the file."""
    text = path.read_text(encoding="utf-8")
    while text.startswith("#"):
        text = text.partition("\n")[2]
    return text.split()
