"""Mentions of actors and places, as the tags of the small encoder tell them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from allegiance.annotate._classes import KINDS, TAGS, Kind

Shares = np.ndarray[tuple[int, ...], np.dtype[np.float32]]
_PARTS = [tag.partition(" ")[::2] for tag in TAGS]


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters of a text that the encoder takes for a mention, half-open.

    Attributes:
        share: of 1; how sure the kind is, the mean over the words.
    """

    start: int
    end: int
    kind: Kind
    share: float


def mentions(tags: Shares, offsets: Sequence[tuple[int, int]], beginning: int) -> Iterator[Marked]:
    """The mentions of a sentence, in order, none within another.

    Args:
        tags: (words, `TAGS`): the share of each tag of each word.
        offsets: characters of each word in the sentence; empty for those that bound it.
        beginning: where in the text the sentence begins.
    """
    run: list[int] = []
    kind = ""
    for at, number in enumerate([*tags.argmax(axis=1).tolist(), 0]):
        part, here = _PARTS[number]
        if run and (here != kind or part != "inside"):
            yield _mention(tags, offsets, beginning, run)
            run = []
        if here and offsets[at][0] < offsets[at][1]:
            run.append(at)
            kind = here


def _mention(
    tags: Shares, offsets: Sequence[tuple[int, int]], beginning: int, run: list[int]
) -> Marked:
    every = tags[run].mean(axis=0)
    shares = {
        kind: float(sum(every[n] for n, (_, of) in enumerate(_PARTS) if of == kind))
        for kind in KINDS
    }
    kind = max(KINDS, key=lambda one: shares[one])
    first, last = offsets[run[0]], offsets[run[-1]]
    return Marked(beginning + first[0], beginning + last[1], kind, shares[kind])
