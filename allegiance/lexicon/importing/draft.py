"""Make a row of ours of a row of theirs, as the mapping says, or say why it cannot be made."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import quote

from allegiance.lexicon._actor_rows import as_matched
from allegiance.lexicon.actors import COLUMNS
from allegiance.lexicon.importing.countries import Countries
from allegiance.lexicon.importing.given import Given
from allegiance.lexicon.importing.mapping import KINDS, ActorMapping
from allegiance.lexicon.index import name_keys, written_acronym
from allegiance.lexicon.spelling import Spelling
from allegiance.records.canonical import digest

# A spreadsheet would run what begins so; no name does.
_FORMULA = tuple("=+-@")
_NO_KEBAB = re.compile(r"[^a-z0-9]+")
_QUOTES = '"“”„«» '
_DAY_OR_MONTH = re.compile(r"%[djU]"), re.compile(r"%[mbB]")


@dataclass(frozen=True, slots=True)
class Draft:
    """A row of ours in the making.

    Attributes:
        line: of theirs.
        names: the main name first.
        cells: the columns of ours that hold one value, or several between "|"; without the aliases.
        notes: what was left out of it, and why.
    """

    line: int
    names: tuple[str, ...]
    cells: Mapping[str, str]
    notes: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id that it will have."""
        return self.cells["id"]

    def row(self) -> dict[str, str]:
        """All its cells."""
        aliases = "|".join(self.names[1:])
        return {column: self.cells.get(column, "") for column in COLUMNS} | {"aliases": aliases}


class Drafter:
    """Makes the rows of one list.

    Args:
        known: ids of actors that are known already; a body may be one of them.
    """

    def __init__(
        self,
        mapping: ActorMapping,
        countries: Countries,
        spelling: Spelling,
        known: frozenset[str],
    ) -> None:
        self._mapping = mapping
        self._countries = countries
        self._spelling = spelling
        self._known = known

    def id_of(self, given: Given) -> str:
        """The id of a row: theirs behind the prefix of the list, else its name."""
        return self._as_id(self._first(given, "id") or self._first(given, "name") or "")

    def draft(self, given: Given) -> Draft:
        """The row.

        Raises:
            ValueError: a cell cannot be understood; says which, and what would be right.
        """
        names, found = self._names(given)
        notes: list[str] = []
        kept = tuple(self._sound(names, notes))
        cells = {
            "id": self.id_of(given),
            "name": kept[0],
            "kind": self._kind(given),
            "adjectives": "|".join(self._words(given, "adjectives")),
            "metonyms": "|".join(self._words(given, "metonyms")),
            "country": "|".join(dict.fromkeys(self._countries_of(given, found))),
            "start": self._day(given, "start", found, notes),
            "end": self._day(given, "end", found, notes),
            "body": self._body(given),
            "office": next(self._words(given, "office"), ""),
            "source": self._source(given),
        }
        return Draft(given.line, kept, cells, tuple(notes))

    def _as_id(self, own: str) -> str:
        plain = "".join(c for c in unicodedata.normalize("NFKD", _tail(own)) if c.isascii())
        parts = (self._mapping.prefix, _NO_KEBAB.sub("-", plain.lower()).strip("-"))
        if not parts[1]:
            return digest(self._mapping.prefix or "actor", own)
        return "-".join(filter(None, parts))

    def _all(self, given: Given, ours: str) -> tuple[str, ...]:
        columns = self._mapping.columns.get(ours, ())
        values = (value for column in columns for value in given.cells.get(column, ()))
        return tuple(dict.fromkeys(values))

    def _first(self, given: Given, ours: str) -> str | None:
        return next(iter(self._all(given, ours)), None)

    def _names(self, given: Given) -> tuple[list[str], dict[str, tuple[str, ...]]]:
        """All names, and what the patterns found in them beside names."""
        written = (*self._all(given, "name"), *self._all(given, "aliases"))
        if not self._all(given, "name"):
            wanted = " or ".join(self._mapping.columns["name"])
            raise ValueError(f"no name in {wanted}; give one")
        names: list[str] = []
        found: dict[str, tuple[str, ...]] = {}
        for name in written:
            whole, aliases = self._parted(name, found)
            names.extend((whole, *aliases))
        return list(dict.fromkeys(filter(None, map(_bare, names)))), found

    def _parted(self, name: str, found: dict[str, tuple[str, ...]]) -> tuple[str, list[str]]:
        """A name without what the patterns find in it, and the aliases that they find."""
        aliases: list[str] = []
        for pattern in self._mapping.name_patterns:
            match = pattern.fullmatch(name)
            parts = match.groupdict() if match is not None else {}
            place = parts.get("country")
            if not parts or (place and self._countries.code(place) is None):
                continue
            name = f"{parts['name']}{parts.get('tail') or ''}"
            aliases.extend(filter(None, [parts.get("alias")]))
            for part in ("country", "start", "end"):
                if parts.get(part):
                    found[part] = (*found.get(part, ()), parts[part])
        return name, aliases

    def _sound(self, names: list[str], notes: list[str]) -> Iterator[str]:
        """The names that a report may be searched for, none that another finds as well.

        Raises:
            ValueError: the main name is none.
        """
        seen: dict[object, str] = {}
        for name in names:
            problem = self._problem(name)
            if problem and name == names[0]:
                raise ValueError(f"name {name!r} {problem}")
            if problem:
                notes.append(f"alias {name!r} {problem}; left out")
            elif as_matched(name) not in seen:
                yield name
            seen.setdefault(as_matched(name), name)

    def _problem(self, name: str) -> str | None:
        """Why a name cannot be one."""
        if name.startswith(_FORMULA):
            return f"begins with {name[0]!r}, which a spreadsheet would run"
        if "|" in name:
            return "holds a '|', which stands between names here"
        signs = sum(map(str.isalnum, name))
        if signs < 2 or not any(map(str.isalpha, name)) or not name_keys(name):
            return "holds no word that could be found"
        lower = name.lower()
        if lower in self._spelling.ordinary and written_acronym(name) is None:
            return "is a common word, which reports mostly mean otherwise"
        return None

    def _kind(self, given: Given) -> str:
        mapping = self._mapping
        rule = next((one for one in mapping.kind_rules if one.fits(given.cells)), None)
        if rule is not None:
            return rule.says
        written = self._all(given, "kind")
        if not written and mapping.otherwise is not None:
            return mapping.otherwise
        said = [kind for theirs, kind in mapping.kinds.items() if theirs in written]
        said.extend(one for one in written if one in KINDS)
        if not said:
            what = f"kind {' and '.join(map(repr, written))}" if written else "no kind"
            wanted = f"take one of {', '.join(KINDS)}"
            raise ValueError(f"{what}; {wanted}, or say in the mapping what it is")
        return said[0]

    def _words(self, given: Given, ours: str) -> Iterator[str]:
        for word in map(_plain, self._all(given, ours)):
            if word.startswith(_FORMULA) or "|" in word:
                raise ValueError(f"{ours} {word!r}; write words, without signs before or in them")
            yield word

    def _countries_of(self, given: Given, found: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
        for written in (*self._all(given, "country"), *found.get("country", ())):
            code = self._countries.code(written)
            if code is None:
                raise ValueError(
                    f"country {written!r}; give an ISO 3166-1 code, or say in [countries] which it is"
                )
            yield code

    def _day(
        self, given: Given, ours: str, found: Mapping[str, tuple[str, ...]], notes: list[str]
    ) -> str:
        """A day, month or year; empty where there are two that differ, as no row is better than another."""
        written = self._all(given, ours) or found.get(ours, ())
        days = tuple(dict.fromkeys(self._as_day(ours, one) for one in written))
        if len(days) > 1:
            notes.append(f"{ours} is {' and '.join(days)}; left empty")
        return days[0] if len(days) == 1 else ""

    def _as_day(self, ours: str, written: str) -> str:
        """`2013`, `2013-04` or `2013-04-08`, as exact as the format that it is written in."""
        for wanted in self._mapping.dates:
            try:
                day = datetime.strptime(written, wanted).date()
            except ValueError:
                continue
            if self._mapping.january_first_is_a_year and (day.month, day.day) == (1, 1):
                return day.isoformat()[:4]
            by_day, by_month = (bool(one.search(wanted)) for one in _DAY_OR_MONTH)
            return day.isoformat()[: 10 if by_day else 7 if by_month else 4]
        wanted = " or ".join(self._mapping.dates)
        raise ValueError(f"{ours} {written!r} is no day; wanted {wanted}")

    def _body(self, given: Given) -> str:
        own = self._first(given, "body") or ""
        return own if not own or own in self._known else self._as_id(own)

    def _source(self, given: Given) -> str:
        own = self._first(given, "source")
        if own is not None:
            return _plain(own)
        tail = _tail(self._first(given, "id") or "")
        return self._mapping.source.replace("{id}", quote(tail, safe=""))


def with_names(draft: Draft, names: tuple[str, ...], *notes: str) -> Draft:
    """The draft with other names, the main one first, and further notes."""
    return replace(draft, names=names, notes=(*draft.notes, *notes))


def _tail(own: str) -> str:
    """An id; of an address its last part."""
    return own.rstrip("/").rpartition("/")[2] if "://" in own else own


def _bare(name: str) -> str:
    """A name without quotation marks around it, an article before it, and signs that cannot be seen."""
    name = _plain(name).strip(_QUOTES).strip(" ,;_")
    return name[4:].lstrip() if name.casefold().startswith("the ") else name


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
