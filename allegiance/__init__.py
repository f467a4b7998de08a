"""A sourced, dated map of who stands with, under and against whom, read from conflict reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.errors import AllegianceError

if TYPE_CHECKING:  # At run time on first use, so that `import allegiance` stays instant.
    from allegiance.extraction import read
    from allegiance.session import Session, open

__version__ = "0.1.0"

__all__ = ["AllegianceError", "Session", "__version__", "open", "read"]


def __getattr__(name: str) -> object:
    if name in ("Session", "open"):
        from allegiance import session

        return getattr(session, name)
    if name == "read":
        from allegiance.extraction import read

        return read
    raise AttributeError(f"module 'allegiance' has no attribute {name!r}")
