"""How sure a claim is: the share of claims read so that are right, as labels have it. `confidence.toml`."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path

from allegiance.errors import LexiconError
from allegiance.records.claim import ClaimKind

# Nothing is so sure, or so unlikely, that one reader's word alone could not be outweighed.
LEAST, MOST = 0.005, 0.995
# A frame that goes no further than this ("linked to") is not made surer by being read rightly.
VAGUE = 0.5
PARTIES = frozenset(("source", "target"))


@dataclass(frozen=True, slots=True)
class Line:
    """A logistic regression on the log odds of what each reader says; the head of `confidence.toml` explains it."""

    base: float
    frame: float
    encoder: float

    def at(self, frame: float | None, encoder: float | None) -> float:
        """The probability, 0 to 1."""
        odds = self.base
        odds += 0.0 if frame is None else self.frame * log_odds(frame)
        odds += 0.0 if encoder is None else self.encoder * log_odds(encoder)
        return 1 / (1 + math.exp(-odds))


@dataclass(frozen=True, slots=True)
class Calibration:
    """What a claim's confidence is made of.

    Attributes:
        lines: by kind of claim and by who has read it, as `readers` calls them.
    """

    lines: Mapping[tuple[str, str], Line]

    def confidence(
        self,
        kind: ClaimKind,
        frame: float | None,
        encoder: float | None,
        roles: Container[str] = PARTIES,
    ) -> float:
        """How sure a claim is, 0 to 1.

        Args:
            frame: how sure the first reader is; None where it saw nothing.
            encoder: how sure the second is; None where it was not asked.
            roles: the roles that the claim has.
        """
        sure = self.lines[kind, readers(kind, frame, encoder, roles)].at(frame, encoder)
        vague = frame is not None and frame <= VAGUE
        return round(min(sure, VAGUE) if vague else sure, 3)


def readers(
    kind: ClaimKind, frame: float | None, encoder: float | None, roles: Container[str]
) -> str:
    """Who has read a claim, and of whom, as `confidence.toml` calls them."""
    if frame is None:
        return "encoder"
    if encoder is not None:
        return "both"
    if kind == "event" and "target" not in roles:
        return "frame-doer"
    return "frame-victim" if kind == "event" and "source" not in roles else "frame"


def load_calibration(path: Path) -> Calibration:
    """Read the table.

    Raises:
        LexiconError: the file is no TOML, or lacks a key; says which.
    """
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
        return Calibration(
            {
                (kind, row["readers"]): Line(
                    float(row["base"]), float(row["frame"]), float(row["encoder"])
                )
                for kind in ("relation", "event")
                for row in written[kind]
            }
        )
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: {error}") from error
    except KeyError as error:
        raise LexiconError(f"{path}: the key {error} is missing; its head explains it") from error


def log_odds(share: float) -> float:
    """The logarithm of the odds of a share, which is kept off 0 and 1."""
    kept = min(max(share, LEAST), MOST)
    return math.log(kept / (1 - kept))
