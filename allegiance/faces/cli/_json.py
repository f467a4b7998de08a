"""A record as one JSON object, for programs."""

from __future__ import annotations

import json
import sys

from allegiance.records.canonical import plain


def put(schema: str, record: object) -> None:
    """Write the record, indented, in UTF-8; keys in the order in which the record has them."""
    values = plain(record)
    assert isinstance(values, dict)
    written = {"schema": schema, **values}
    sys.stdout.buffer.write(json.dumps(written, ensure_ascii=False, indent=1).encode() + b"\n")
