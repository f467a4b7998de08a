"""Words as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Matches any of the words, the longest first, so that "september" is not read as "sept".

    >>> any_of(["sept", "september", "sept."])
    '(?:september|sept\\\\.|sept)'
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word) for word in ordered)})"
