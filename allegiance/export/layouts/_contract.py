"""What a module of this room has to be."""

from __future__ import annotations

from typing import BinaryIO, Protocol

from allegiance.records.network import Network


class Layout(Protocol):
    """A part of the shelf `allegiance.export.layouts`: one way to print a map."""

    @staticmethod
    def write(network: Network, out: BinaryIO) -> None:
        """Write the map; the stream stays open."""
        ...
