"""Read a TOML file of rules, and say of every value that is not as wanted where it stands and what would be."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from allegiance.errors import LexiconError


class Table:
    """A table of a file, by which its values are fetched; every wrong one is a `LexiconError` that names the place."""

    def __init__(self, file: str, name: str, values: dict[str, Any]) -> None:
        # Any: a TOML file holds whatever its writer put there.
        self._file = file
        self._name = name
        self._values = values

    def text(self, key: str) -> str:
        """A text that is not empty."""
        value = self._get(key)
        if not isinstance(value, str) or not value:
            raise self.wrong(key, value, "a text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, none empty; none where the key is absent."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            raise self.wrong(key, value, "a list of texts")
        return tuple(value)

    def yes(self, key: str) -> bool:
        """True or false; false where the key is absent."""
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, value, "true or false")
        return value

    def pattern(self, key: str) -> re.Pattern[str]:
        """A regular expression."""
        written = self.text(key)
        try:
            return re.compile(written)
        except re.error as error:
            raise self.wrong(key, written, f"a regular expression ({error})") from error

    def one_of(self, key: str, known: Collection[str]) -> str:
        """One of some words."""
        value = self._get(key)
        if value not in known:
            raise self.wrong(key, value, f"one of {', '.join(sorted(known))}")
        return str(value)

    def some_of(self, key: str, known: Collection[str]) -> tuple[str, ...]:
        """A list of some of these words."""
        value = self._get(key)
        if not isinstance(value, list) or not set(map(str, value)) <= set(known):
            raise self.wrong(key, value, f"a list of some of {', '.join(sorted(known))}")
        return tuple(map(str, value))

    def several_of(self, key: str, known: Collection[str]) -> tuple[tuple[str, ...], ...]:
        """A list of lists of some of these words."""
        value = self._get(key)
        if not isinstance(value, list):
            raise self.wrong(key, value, "a list of lists")
        rows = (Table(self._file, self._name, {key: row}) for row in value)
        return tuple(row.some_of(key, known) for row in rows)

    def share(self, key: str) -> float:
        """A number from 0 to 1."""
        value = self._get(key)
        if not _is_number(value) or not 0 <= value <= 1:
            raise self.wrong(key, value, "a number from 0 to 1")
        return float(value)

    def number(self, key: str, *, least: float = 0) -> float:
        """A number that is not below `least`."""
        value = self._get(key)
        if not _is_number(value) or value < least:
            raise self.wrong(key, value, f"a number from {least} up")
        return float(value)

    def whole(self, key: str, *, of: str = "") -> int:
        """A whole number, 0 or more.

        Args:
            of: what it counts, as the message says.
        """
        value = self._get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.wrong(key, value, f"a whole number{of}")
        return value

    def days(self, key: str) -> int:
        """A whole number of days, 0 or more."""
        return self.whole(key, of=" of days")

    def table(self, key: str) -> Table:
        """The table of that name inside of it."""
        value = self._get(key)
        if not isinstance(value, dict):
            raise self.wrong(key, value, f"a table [{key}]")
        return Table(self._file, key, value)

    def tables(self, key: str) -> Iterator[Table]:
        """The tables `[[key]]`, each called by its id, which no other has."""
        value = self._get(key)
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise self.wrong(key, value, f"tables [[{key}]]")
        seen: set[object] = set()
        for row in value:
            id_ = row.get("id")
            if not isinstance(id_, str) or id_ in seen:
                raise self.wrong(key, id_, "an id of its own for each table")
            seen.add(id_)
            yield Table(self._file, id_, row)

    def only(self, keys: Iterable[str]) -> Table:
        """Itself, if it holds no other keys: a misspelt one would say nothing."""
        strangers = sorted(set(self._values) - set(keys))
        if strangers:
            raise LexiconError(
                f"{self._place()}no key {strangers[0]!r} is known; there are {', '.join(keys)}"
            )
        return self

    def wrong(self, key: str, value: object, wanted: str) -> LexiconError:
        """The error to raise where a value is not as wanted."""
        return LexiconError(f"{self._place()}{key} is {value!r}; wanted {wanted}")

    def names(self) -> tuple[str, ...]:
        """The names of its values."""
        return tuple(self._values)

    def has(self, key: str) -> bool:
        """Is there such a key?"""
        return key in self._values

    def _get(self, key: str) -> Any:
        if key not in self._values:
            raise LexiconError(f"{self._place()}the key {key!r} is missing; the head explains it")
        return self._values[key]

    def _place(self) -> str:
        return f"{self._file}: [{self._name}]: " if self._name else f"{self._file}: "


def read_table(path: Path) -> Table:
    """A whole file.

    Raises:
        LexiconError: it cannot be read, or is no TOML.
    """
    try:
        return Table(path.name, "", tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise LexiconError(f"{path}: {error.strerror}; put the file there") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path.name}: {error}") from error


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
