"""Tell copies of one report, so that ten papers that print one agency's story are one witness.

A copy is word for word but for cuts, headlines and corrections; a rewrite takes over half of the shorter text's words or
more. Both are linked to the first text that they go back to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rensa import RMinHash

from allegiance.lexicon.copying import Copying
from allegiance.records.article import Article
from allegiance.records.signature import HASHES, HEX, Signature

_WORD = re.compile(r"\w+")
_RUN = 3
_SEED = 1
# Shorter texts are alike by chance ("No casualties were reported.").
_FEWEST_RUNS = 20
# Below it the estimate of what a short text shares with a long one is mostly chance: three hashes of 128 may decide.
_TELLING = 0.2


def signature_of(article: Article) -> Signature | None:
    """The fingerprint of an article, its furniture left out: papers share menus, not reports."""
    kept, last = [], 0
    for span in article.furniture:
        kept.append(article.text[last : span.start])
        last = max(last, span.end)
    return signature(" ".join([*kept, article.text[last:]]))


def signature(text: str) -> Signature | None:
    """A text's fingerprint; None where it is too short to be told from others."""
    words = _WORD.findall(text.lower())
    runs = sorted({" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)})
    if len(runs) < _FEWEST_RUNS:
        return None
    hashes = RMinHash(num_perm=HASHES, seed=_SEED)
    hashes.update(runs)
    return Signature("".join(f"{value:0{HEX}x}" for value in hashes.digest()))


def nearest(
    given: Signature, known: Iterable[tuple[str, Signature]], copying: Copying
) -> str | None:
    """The id of the likest of known texts, the first of several; None where none is a copy or a rewrite.

    Args:
        known: ids and signatures.
        copying: how much two texts share at least.
    """
    best, best_likeness = None, 0.0
    for name, other in known:
        likeness = given.likeness(other)
        if likeness > best_likeness and _goes_back(given, other, likeness, copying):
            best, best_likeness = name, likeness
    return best


def _goes_back(given: Signature, other: Signature, likeness: float, copying: Copying) -> bool:
    if likeness >= copying.copy_share:
        return True
    return likeness >= _TELLING and given.overlap(other) >= copying.rewrite_share
