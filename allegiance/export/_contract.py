"""What a module of this room has to be."""

from __future__ import annotations

from typing import BinaryIO, Protocol

from allegiance.records.network import Network


class Exporter(Protocol):
    """A part of the shelf `allegiance.export`: one file format.

    Attributes:
        SUFFIX: of its files, with the dot.
    """

    SUFFIX: str

    @staticmethod
    def write(network: Network, out: BinaryIO) -> None:
        """Write the map; the stream stays open."""
        ...
