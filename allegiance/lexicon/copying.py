"""When two reports are one witness: `copies.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from allegiance.lexicon._tables import read_table


@dataclass(frozen=True, slots=True)
class Copying:
    """Shares from 0 to 1; the head of `copies.toml` explains each."""

    copy_share: float
    rewrite_share: float


def load_copying(path: Path) -> Copying:
    """Read the file.

    Raises:
        LexiconError: a key is absent or no share; says which.
    """
    table = read_table(path).only(("copy_share", "rewrite_share"))
    return Copying(table.share("copy_share"), table.share("rewrite_share"))
