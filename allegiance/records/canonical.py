"""Canonical JSON, and the ids made of it.

Keys are sorted, separators are tight, text is left as it is, in UTF-8: the same record gives the same bytes on
every machine, after RFC 8785 (JSON Canonicalization Scheme) but for numbers, which Python writes in their shortest form.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import TypeAlias

# In the metadata of a field that a record did not always have: as long as it is None it is not written, so that the ids of
# what was written before stay what they were.
LATER = "later"
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def plain(value: object) -> Json:
    """A record as JSON values: spans as `[start, end]`, days in ISO 8601.

    Raises:
        TypeError: the value is no record, text, number, day or collection of these.
    """
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    names = _fields(type(value))  # type: ignore[arg-type] # Types are hashable.
    if names is not None:
        return {
            name: plain(own)
            for name, later in names
            if (own := getattr(value, name)) is not None or not later
        }
    if type(value).__name__ == "Span":
        return [getattr(value, "start"), getattr(value, "end")]  # noqa: B009
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [plain(item) for item in value]
    raise TypeError(f"cannot be written as JSON: {value!r}")


@cache
def _fields(kind: type) -> tuple[tuple[str, bool], ...] | None:
    """The fields of a record, each with whether it was added later; None where it is written otherwise."""
    if not is_dataclass(kind) or kind.__name__ == "Span":
        return None
    return tuple((field.name, LATER in field.metadata) for field in fields(kind))


def canonical(value: object) -> str:
    """The one way to write a record."""
    return _ENCODER.encode(plain(value))


def digest(prefix: str, *parts: object) -> str:
    """An id: the prefix and 16 hex digits of SHA-256 over the parts."""
    written = canonical(list(parts)).encode("utf-8", "surrogatepass")
    return f"{prefix}-{hashlib.sha256(written).hexdigest()[:16]}"
