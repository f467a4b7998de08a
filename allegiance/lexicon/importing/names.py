"""The names of a row: what a list writes into one cell is parted, and what cannot be searched for is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from allegiance.lexicon._actor_rows import as_matched
from allegiance.lexicon.importing.countries import Countries
from allegiance.lexicon.importing.mapping import ActorMapping
from allegiance.lexicon.index import name_keys, written_acronym
from allegiance.lexicon.spelling import Spelling

# A spreadsheet would run what begins so; no name does.
FORMULA = tuple("=+-@")
_QUOTES = '"“”„«» '
# What a pattern found in a name beside names: country, start, end.
Parts: TypeAlias = "dict[str, str]"


class Namer:
    """Reads the names of one list."""

    def __init__(self, mapping: ActorMapping, countries: Countries, spelling: Spelling) -> None:
        self._mapping = mapping
        self._countries = countries
        self._spelling = spelling

    def names(self, main: Sequence[str], aliases: Sequence[str]) -> tuple[list[str], Parts]:
        """All names, the main one first, and what the patterns found in that one.

        Raises:
            ValueError: there is none.
        """
        names: list[str] = []
        first: Parts = {}
        for place, written in enumerate((*main, *aliases)):
            whole, others, parts = self._parted(written)
            names.extend(map(bare, (whole, *others)))
            first = parts if place == 0 else first
        if not main or not names[0]:
            wanted = " or ".join(self._mapping.columns["name"])
            raise ValueError(f"no name in {wanted}; give one")
        return list(dict.fromkeys(filter(None, names))), first

    def sound(self, names: Sequence[str], notes: list[str]) -> Iterator[str]:
        """The names that a report may be searched for, none that another finds as well.

        Args:
            notes: gets what is left out.

        Raises:
            ValueError: the main name cannot be searched for.
        """
        seen: set[object] = set()
        for name in names:
            problem = self.problem(name)
            if problem and name == names[0]:
                raise ValueError(f"name {name!r} {problem}")
            if problem:
                notes.append(f"alias {name!r} {problem}; left out")
            elif as_matched(name) not in seen:
                yield name
            seen.add(as_matched(name))

    def _parted(self, name: str) -> tuple[str, list[str], Parts]:
        """A name without what the patterns find in it, the aliases that they find, and the rest."""
        aliases: list[str] = []
        found: Parts = {}
        for pattern in self._mapping.name_patterns:
            match = pattern.fullmatch(name)
            parts = (
                {part: text for part, text in match.groupdict().items() if text} if match else {}
            )
            place = parts.get("country")
            if not parts or (place and self._countries.code(place) is None):
                continue
            name = parts.pop("name", "") + parts.pop("tail", "")
            if "alias" in parts:
                aliases.append(parts.pop("alias"))
            found |= parts
        return name, aliases, found

    def problem(self, name: str) -> str | None:
        """Why a name cannot be one."""
        if name.startswith(FORMULA):
            return f"begins with {name[0]!r}, which a spreadsheet would run"
        if "|" in name:
            return "holds a '|', which stands between names here"
        signs = sum(map(str.isalnum, name))
        if signs < 2 or not any(map(str.isalpha, name)) or not name_keys(name):
            return "holds no word that could be found"
        if name.lower() in self._spelling.ordinary and written_acronym(name) is None:
            return "is a common word, which reports mostly mean otherwise"
        return None


def plain(text: str) -> str:
    """The text on one line, without signs that cannot be seen."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def bare(name: str) -> str:
    """A name without quotation marks around it and an article before it."""
    name = plain(name).strip(_QUOTES).strip(" ,;_")
    return name[4:].lstrip() if name.casefold().startswith("the ") else name
