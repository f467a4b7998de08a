"""How far the second reader of claims is believed: `encoder.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from allegiance.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Trust:
    """Shares from 0 to 1; the head of `encoder.toml` explains each.

    Attributes:
        least: by kind and predicate, the share from which the second reader is believed alone.
        confirms: from this share on it confirms a claim of the first reader.
        amends: a phase or stance of that share stands in place of the first reader's, in a claim that it confirms.
    """

    least: Mapping[tuple[str, str], float]
    confirms: float
    amends: float

    def alone(self, kind: str, predicate: str) -> float:
        """The share from which a claim of the second reader needs no other; above 1 for one that is never believed alone."""
        return self.least[kind, predicate]


def load_trust(path: Path) -> Trust:
    """Read the table.

    Raises:
        LexiconError: the file is no TOML, or lacks a key; says which.
    """
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
        judge = written["judge"]
        return Trust(
            least={
                (kind, row["predicate"]): float(row["least"])
                for kind in ("relation", "event")
                for row in written[kind]
            },
            confirms=float(judge["confirms"]),
            amends=float(judge["amends"]),
        )
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: {error}") from error
    except KeyError as error:
        raise LexiconError(f"{path}: the key {error} is missing; its head explains it") from error
