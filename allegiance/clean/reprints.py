"""Tell copies of one report, so that ten papers that print one agency's story are one witness.

MinHash (Broder 1997) over runs of three words; two texts are copies if they share at least seven tenths of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rensa import RMinHash

_WORD = re.compile(r"\w+")
_RUN = 3
# Standard error of the estimate at 0.7 is 0.04.
_HASHES = 128
_SEED = 1
_HEX = 8
# Where the first 16 hashes all differ, the share is below 0.3 but once in 300 times: nearly all pairs end here.
_TELLING = 15 * _HEX
# Agencies' stories that were shortened or got another headline share from 0.7 up; reports of one event by two hands below 0.3.
_ALIKE = 0.7
# Shorter texts are alike by chance ("No casualties were reported.").
_FEWEST_RUNS = 20


def signature(text: str) -> str | None:
    """A fingerprint in hexadecimal digits; None where the text is too short to be told from others."""
    words = _WORD.findall(text.lower())
    runs = sorted({" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)})
    if len(runs) < _FEWEST_RUNS:
        return None
    hashes = RMinHash(num_perm=_HASHES, seed=_SEED)
    hashes.update(runs)
    return "".join(f"{value:0{_HEX}x}" for value in hashes.digest())


def likeness(left: str, right: str) -> float:
    """The share of word runs that two texts have in common, estimated from their signatures: 0 to 1."""
    same = 0
    for i in range(0, _HASHES * _HEX, _HEX):
        same += left[i : i + _HEX] == right[i : i + _HEX]
        if i == _TELLING and not same:
            return 0.0
    return same / _HASHES


def nearest(given: str, known: Iterable[tuple[str, str]]) -> str | None:
    """The id of the likest of known texts, the first of several; None where none is a copy.

    Args:
        known: ids and signatures.
    """
    best, best_likeness = None, 0.0
    for name, other in known:
        alike = likeness(given, other)
        if alike >= _ALIKE and alike > best_likeness:
            best, best_likeness = name, alike
    return best
