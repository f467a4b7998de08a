"""What a module of this room has to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.dossier import Dossier


class File(NamedTuple):
    """One file of an export.

    Attributes:
        name: without a folder; it counts only where an export has several.
        pieces: its bytes, in order.
    """

    name: str
    pieces: Iterable[bytes]


class Exporter(Protocol):
    """A part of the shelf `allegiance.export`: one file format.

    Attributes:
        SUFFIX: of its file, with the dot; `.zip` says that there are several files, packed or as a folder.
        BINARY: it is nothing to print on a terminal.
    """

    SUFFIX: str
    BINARY: bool

    @staticmethod
    def files(dossier: Dossier, lexicon: Lexicon) -> Iterator[File]:
        """The files, the same bytes for the same dossier.

        Raises:
            UsageError: a library is missing; says how to install it.
        """
        ...
