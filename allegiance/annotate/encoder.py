"""The second reader's model: a small sentence encoder that weighs what two mentions of a sentence have to do with each other.

It says as well which words are mentions, for the names that spaCy's model does not know (`_names`).

Sentences are given to it one at a time: quantised sums depend on all that is summed together, and a reading must not depend on
the company of its article. A sentence is read in two steps, its words first, then the marks of its pairs, which look at the
words: who asks for its mentions, and later for its pairs, has its words read once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, cast

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from allegiance.annotate import _packing as packing
from allegiance.annotate._classes import EVENTS, PHASES, RELATIONS, STANCES, Directed
from allegiance.annotate._marked import Marked, Shares, mentions
from allegiance.annotate._recent import Recent
from allegiance.reading import Asked, Weighed

FOLDER = files("allegiance.annotate") / "weights"
# Sentences that are weighed at a time, each by one thread: that pays more than several threads at one short sentence.
THREADS = 2
# The fused operator takes five times as long as the two that it replaces, on processors of today (ONNX Runtime 1.32).
SLOW = ["SkipLayerNormFusion"]
# Words of sentences that are kept read; each takes some 20 KB.
MOST_KEPT = 6000
# Smaller shares are not told apart from nothing.
LEAST = 0.02


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a sentence, read.

    Attributes:
        tags: (words, `TAGS`): the share of each tag.
        kept: (slices, words, width): what marks look at, as the weights give and take it.
    """

    tags: Shares
    kept: Shares


class Encoder:
    """Loads the weights once; weighs pairs."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        weights = (FOLDER / "pairs.onnx").read_bytes()
        self._session: Any = onnxruntime.InferenceSession(
            weights, options, disabled_optimizers=SLOW
        )
        self._tokenizer = Tokenizer.from_str((FOLDER / "tokenizer.json").read_text("utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(packing.MOST_TOKENS)
        slices, _, width = self._session.get_inputs()[-1].shape
        self._nothing = np.zeros((slices, 0, width), np.float32)
        self._recent: Recent[str, _Words] = Recent(MOST_KEPT)
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="encoder")

    def weigh(self, sentences: Sequence[Asked]) -> Iterator[list[Weighed | None]]:
        """What each pair of a sentence's mentions may have to do with each other; None for one beyond the part that is read.

        The work begins with the call and goes on beside the caller's own; the answers come in the order of the sentences.

        Args:
            sentences: each a text and the characters of its pairs.
        """
        return self._threads.map(self._weighed, sentences)

    def marked(self, sentences: Sequence[tuple[str, int]]) -> Future[list[Marked]]:
        """The mentions of actors and places of an article, in order; the work begins with the call.

        Args:
            sentences: each a text, and where in the article it begins.
        """
        return self._threads.submit(self._marked, sentences)

    def _marked(self, sentences: Sequence[tuple[str, int]]) -> list[Marked]:
        found: list[Marked] = []
        for text, beginning in sentences:
            row = packing.pack(text, [], self._tokenizer)
            found += mentions(self._words(text, row).tags, row.offsets, beginning)
        return found

    def _weighed(self, sentence: Asked) -> list[Weighed | None]:
        text, pairs = sentence
        row = packing.pack(text, pairs, self._tokenizer)
        found: list[Weighed | None] = [None] * len(pairs)
        if not row.pairs:
            return found
        *heads, _, _ = self._run(row, slice(row.words, None), self._words(text, row).kept)
        for place, shares in zip(row.pairs, zip(*heads, strict=True), strict=True):
            relation, event, phase, relation_stance, event_stance = shares
            found[place] = Weighed(
                relations=_directed(RELATIONS, relation),
                events=_directed(EVENTS, event),
                phases=_named(PHASES, phase),
                relation_stances=_named(STANCES, relation_stance),
                event_stances=_named(STANCES, event_stance),
            )
        return found

    def _words(self, text: str, row: packing.Packed) -> _Words:
        words = self._recent.get(text)
        if words is None:
            *_, tags, kept = self._run(row, slice(row.words), self._nothing)
            words = _Words(tags[0], kept)
            self._recent.keep(text, words, row.words)
        return words

    def _run(self, row: packing.Packed, part: slice, before: Shares) -> list[Shares]:
        """Read a part of a row: its words, or the marks behind them with the words read `before`.

        Returns:
            Shares of the heads, (pairs, classes), in their order; of the tags, (1, tokens, classes); what is to be kept.
        """
        tokens, positions, groups = (grid[:, part] for grid in packing.batch([row]))
        given = {
            "tokens": tokens,
            "positions": positions,
            "groups": groups,
            "marks": packing.marks([row])[: len(row.pairs) if part.start else 0],
            "before": before,
        }
        return cast("list[Shares]", self._session.run(None, given))


def _directed(classes: Directed, shares: Shares) -> dict[tuple[str, bool], float]:
    return {
        classes.reads(int(number)): float(shares[number])
        for number in np.flatnonzero(shares >= LEAST)
        if number
    }


def _named(names: Sequence[str], shares: Shares) -> dict[str, float]:
    return {name: float(share) for name, share in zip(names, shares, strict=True)}
