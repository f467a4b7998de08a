"""A fingerprint of a text's words: how much of it two texts share can be told from their fingerprints alone.

MinHash (Broder 1997) over runs of words. Texts are looked up by bands of the fingerprint (Indyk and Motwani 1998), so that
nobody has to compare a new text with all those that are there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

# Standard error of an estimated share of 0.7 is 0.04, of 0.33 it is 0.04 too.
HASHES = 128
# Each hash has 32 bits.
HEX = 8
_GREATEST = 2**32
# Two texts that share a third of all their runs meet in a band 4 times in 5, those that share two fifths 19 times in 20,
# those that share a hundredth once in 20,000 times.
_BAND = 3 * HEX
_BANDS = HASHES // 3


@dataclass(frozen=True, slots=True)
class Signature:
    """The least hash of all runs, by each of `HASHES` functions.

    Attributes:
        digits: hexadecimal, `HEX` a hash.
    """

    digits: str

    def __post_init__(self) -> None:
        if len(self.digits) != HASHES * HEX:
            raise ValueError(f"no signature: {len(self.digits)} digits; wanted {HASHES * HEX}")

    def bands(self) -> tuple[int, ...]:
        """What it is looked up by: 64-bit numbers with a sign, as databases keep them. Alike texts share at least one."""
        return tuple(dict.fromkeys(self._keys()))

    def likeness(self, other: Signature) -> float:
        """The share of all runs of both texts that stand in both (Jaccard), estimated: 0 to 1."""
        places = range(0, HASHES * HEX, HEX)
        same = sum(self.digits[i : i + HEX] == other.digits[i : i + HEX] for i in places)
        return same / HASHES

    def overlap(self, other: Signature) -> float:
        """The share of the shorter text's runs that stand in the other, estimated: 0 to 1."""
        likeness = self.likeness(other)
        sizes = self._runs(), other._runs()
        return min(1.0, likeness / (1 + likeness) * sum(sizes) / min(sizes))

    def _runs(self) -> float:
        """How many runs the text has, estimated: the more there are, the lesser their least hashes (Cohen 1997)."""
        places = range(0, HASHES * HEX, HEX)
        total = sum(int(self.digits[i : i + HEX], 16) + 1 for i in places)
        return max(1.0, HASHES * _GREATEST / total - 1)

    def _keys(self) -> Iterator[int]:
        for number in range(_BANDS):
            band = f"{number}:{self.digits[number * _BAND : (number + 1) * _BAND]}"
            short = hashlib.blake2b(band.encode(), digest_size=8).digest()
            yield int.from_bytes(short, signed=True)
