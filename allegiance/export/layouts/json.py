"""The whole map as one JSON object; it drops nothing."""

from __future__ import annotations

import json
from typing import BinaryIO

from allegiance.records.canonical import plain
from allegiance.records.network import Network

SCHEMA = "allegiance.network/1"


def write(network: Network, out: BinaryIO) -> None:
    """Write the map, indented; keys in the order in which the records have them."""
    written = {"schema": SCHEMA, **as_object(network)}
    out.write(json.dumps(written, ensure_ascii=False, indent=1).encode() + b"\n")


def as_object(network: Network) -> dict[str, object]:
    """The map as JSON values."""
    values = plain(network)
    assert isinstance(values, dict)
    return dict(values)
