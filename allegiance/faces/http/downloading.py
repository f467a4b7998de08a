"""An export as a file to send: written whole before the first byte goes out, and removed behind the last."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from allegiance.faces.http.holding import Held
from allegiance.records.asked import Filter
from allegiance.session import suffix_of


@dataclass(frozen=True, slots=True)
class Download:
    """A file to send.

    Attributes:
        name: what to call it where it arrives.
    """

    path: Path
    name: str

    def remove(self) -> None:
        """Let go of it."""
        self.path.unlink(missing_ok=True)


def download(held: Held, asked: Filter, layout: str, *, all_claims: bool) -> Download:
    """Write an export.

    Raises:
        UsageError: there is no such format, or its library is not installed.
    """
    name = f"allegiance-{layout}{suffix_of(layout)}"
    handle, path = tempfile.mkstemp(prefix="allegiance-")
    file = Download(Path(path), name)
    try:
        with os.fdopen(handle, "wb") as out, held.asking() as session:
            dossier = session.through(asked).dossier(all_claims=all_claims)
            session.export(layout, out, dossier)
    except BaseException:
        file.remove()
        raise
    return file
