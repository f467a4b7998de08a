"""What text is no part of a report, as patterns; and how a report begins with its place and day."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allegiance.errors import LexiconError

SCOPES = ("line", "sentence", "piece")


@dataclass(frozen=True, slots=True)
class FurniturePattern:
    """A row of `furniture.toml`.

    Attributes:
        example: words that it matches in full.
        within: a line with the example in it, for those that depend on what stands around.
    """

    id: str
    scope: str
    pattern: str
    example: str
    within: str


@dataclass(frozen=True, slots=True)
class Furnishing:
    """All patterns of a scope as one, since only whether one matches counts.

    Attributes:
        outlets: names of agencies, as a pattern.
    """

    patterns: tuple[FurniturePattern, ...]
    line: re.Pattern[str]
    sentence: re.Pattern[str]
    piece: re.Pattern[str]
    outlets: str


def load_furnishing(path: Path) -> Furnishing:
    """The file `furniture.toml`, which explains itself.

    Raises:
        LexiconError: a row is not understood.
    """
    # `Any`: TOML as it is read, before it is checked.
    rows: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    lists = {"{outlet}": "|".join(rows["outlets"]), "{channel}": "|".join(rows["channels"])}
    patterns = tuple(_pattern(row, lists) for row in rows["furniture"])
    compiled = {scope: _one_of(patterns, scope) for scope in SCOPES}
    return Furnishing(patterns=patterns, outlets=lists["{outlet}"], **compiled)


def _pattern(row: Mapping[str, str], lists: Mapping[str, str]) -> FurniturePattern:
    name, pattern = row.get("id", "?"), row.get("pattern", "")
    if row.get("scope") not in SCOPES:
        raise LexiconError(f"{name}: scope {row.get('scope')!r}; wanted one of {', '.join(SCOPES)}")
    for written, meant in lists.items():
        pattern = pattern.replace(written, meant)
    try:
        re.compile(pattern)
    except re.error as error:
        raise LexiconError(f"{name}: {error}; mend its pattern") from error
    return FurniturePattern(
        name, row["scope"], pattern, row["example"], row.get("within", row["example"])
    )


def _one_of(patterns: tuple[FurniturePattern, ...], scope: str) -> re.Pattern[str]:
    several = (f"(?:{pattern.pattern})" for pattern in patterns if pattern.scope == scope)
    return re.compile("|".join(several), re.IGNORECASE)
