"""Sentences with marked pairs as rows of numbers, for the small encoder; in training and in reading alike.

A sentence is packed once, whatever the number of its pairs: behind its words stand two marks a pair, one for each mention.
A mark bears the position of the first word of its mention, sees the words and the other mark of its pair, and is seen by no
word (levitated markers: Zhong and Chen 2021, "A Frustratingly Easy Approach for Entity and Relation Extraction", section 4).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from allegiance.reading import Pair

# Entries of the vocabulary that no text uses: the two marks.
MARKS = (1, 2)
MOST_TOKENS = 128
PADDING = -1
Numbers = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Packed:
    """One sentence; its four sequences are of one length.

    Attributes:
        tokens: entries of the vocabulary, the marks last.
        positions: places in the sentence, from 0.
        groups: 0 for a word, the number of the pair (from 1) for a mark.
        words: how many tokens are no marks.
        pairs: which of the pairs asked are packed; one whose mentions lie behind the last token that fits is not.
        ends: the last word tokens of both mentions, a pair.
        offsets: characters of each word token, half-open; empty for those that bound the sentence.
    """

    tokens: list[int]
    positions: list[int]
    groups: list[int]
    words: int
    pairs: list[int]
    ends: list[tuple[int, int]]
    offsets: list[tuple[int, int]]


def pack(text: str, pairs: Sequence[Pair], tokenizer: Tokenizer) -> Packed:
    """Pack a sentence. The tokenizer has to cut off at `MOST_TOKENS`."""
    encoded = tokenizer.encode(text)
    tokens, count = list(encoded.ids), len(encoded.ids)
    positions, groups = list(range(count)), [0] * count
    packed: list[int] = []
    ends: list[tuple[int, int]] = []
    for number, pair in enumerate(pairs):
        one, other = (_ends(side, encoded.offsets) for side in pair)
        if one is None or other is None:
            continue
        packed.append(number)
        tokens += MARKS
        positions += [one[0], other[0]]
        ends.append((one[1], other[1]))
        groups += [len(packed)] * len(MARKS)
    return Packed(tokens, positions, groups, count, packed, ends, list(encoded.offsets))


def _ends(
    side: tuple[int, int] | None, offsets: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """First and last token of a mention; the first of all for nobody, None for what was cut off."""
    if side is None:
        return 0, 0
    inside = [
        place for place, (start, end) in enumerate(offsets) if start < side[1] and end > side[0]
    ]
    return (inside[0], inside[-1]) if inside else None


def batch(rows: Sequence[Packed]) -> tuple[Numbers, Numbers, Numbers]:
    """Tokens, positions and groups of several sentences, each `(rows, longest)`; padded at the end."""
    longest = max(len(row.tokens) for row in rows)

    def grid(values: Sequence[Sequence[int]], padding: int) -> Numbers:
        made = np.full((len(values), longest), padding, dtype=np.int64)
        for place, row in enumerate(values):
            made[place, : len(row)] = row
        return made

    return (
        grid([row.tokens for row in rows], 0),
        grid([row.positions for row in rows], 0),
        grid([row.groups for row in rows], PADDING),
    )


def marks(rows: Sequence[Packed]) -> Numbers:
    """Of every packed pair, in order: its row, its first mark, the last words of both mentions; `(pairs, 4)`."""
    found = [
        (place, row.words + len(MARKS) * rank, *ends)
        for place, row in enumerate(rows)
        for rank, ends in enumerate(row.ends)
    ]
    return np.array(found, dtype=np.int64).reshape(-1, 4)
