"""A text on its way through a model, and back.

The model is given words as it knows them: without line breaks between them, invisible characters in them, or
capitals all over them. What it says is then copied to the words as they stand in the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, NORM, POS, TAG
from spacy.symbols import PROPN, SPACE
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from allegiance.annotate._boundaries import boundaries
from allegiance.annotate._folds import Fold, folds
from allegiance.annotate._readable import INVISIBLE, Readable, is_shouted, may_shout, readable
from allegiance.annotate._recase import Recaser
from allegiance.annotate._runs import runs, written_elsewhere
from allegiance.lexicon.index import ActorIndex
from allegiance.records.article import Article
from allegiance.records.span import Span

# About 20,000 characters: a model's memory grows with the text it is given at once.
MOST_TOKENS = 4_000
_COPIED = [TAG, POS, MORPH, LEMMA, DEP, HEAD, ENT_IOB, ENT_TYPE]
_HEAD, _IOB, _TYPE = 5, 6, 7
_INSIDE, _OUTSIDE, _BEGUN = 1, 2, 3
_SENTENCE_END = frozenset((".", "!", "?", "…"))


@dataclass(slots=True)
class Draft:
    """An article in two forms.

    Attributes:
        shown: the words of the article; annotated by `finish`.
        pieces: what the model is given, in order; `shown` itself where nothing had to be changed.
        kept: for each token of the pieces its place in `shown`; None where the two are one.
        folded: the names of which the model sees one word, by their places in `shown`.
    """

    article: Article
    shown: Doc
    pieces: list[Doc]
    kept: NDArray[np.int64] | None
    folded: tuple[Fold, ...] = ()

    def finish(self, pieces: Sequence[Doc]) -> Doc:
        """The words of the article with what the model said of the pieces."""
        if self.kept is None:
            return pieces[0]
        if len(self.kept):
            _copy(pieces, self.shown, self.kept, self.folded)
        return self.shown


class Drafter:
    """Makes drafts with one tokenizer."""

    def __init__(self, tokenizer: Tokenizer, recaser: Recaser, index: ActorIndex) -> None:
        self._tokenizer = tokenizer
        self._index = index
        self._recaser = recaser

    def draft(self, article: Article) -> Draft:
        """An article made ready for the model."""
        text = article.text
        shouted = is_shouted(text) if may_shout(text) else False
        seen = readable(text, shouted=shouted)
        doc = self._tokenizer(seen.text)
        shown = _shown(doc, seen, text)
        words = [token.text for token in doc]
        kept = [i for i, word in enumerate(words) if not word.isspace()]
        starts = _starts(article, shown, kept)
        given = [words[i] for i in kept]
        if may_shout(text):
            given = self._recased(given, [shown[i].text for i in kept], starts, shouted=shouted)
        found = tuple(folds(given, self._index))
        folded = tuple(_placed(fold, kept) for fold in found)
        given, kept, starts = _folded(found, given, kept, starts)
        if len(kept) == len(words) <= MOST_TOKENS and given == words and shown is doc:
            _preset(doc, starts)
            return Draft(article, shown, [doc], None)
        norms = doc.to_array([NORM]).reshape(len(doc), 1)[kept]
        for at, fold in zip(
            np.searchsorted(kept, [one.head for one in folded]), folded, strict=True
        ):
            # The model would still see the verb in "IS".
            norms[at] = doc.vocab.strings.add(fold.word.lower())
        pieces = list(_pieces(shown, kept, given, norms, starts))
        return Draft(article, shown, pieces, np.array(kept, dtype=np.int64), folded)

    def _recased(
        self, given: list[str], words: list[str], starts: list[int], *, shouted: bool
    ) -> list[str]:
        words = [INVISIBLE.sub("", word) for word in words]
        if shouted:
            return self._recaser.recase(words, starts)
        for start, end in runs(words, starts, self._recaser.is_ordinary):
            seen = written_elsewhere(words, start, end)
            given[start:end] = self._recaser.recase(words[start:end], [0], seen)
        return given


def _folded(
    found: Sequence[Fold], given: list[str], kept: list[int], starts: list[int]
) -> tuple[list[str], list[int], list[int]]:
    """Words, places and sentence starts without what is folded away; a start inside a name is moved before it."""
    if not found:
        return given, kept, starts
    stays = np.ones(len(given), dtype=bool)
    for fold in found:
        stays[fold.start : fold.end] = False
        stays[fold.head] = True
        given[fold.head] = fold.word
    moved = np.concatenate(([0], np.cumsum(stays)))
    inside = {at: fold.start for fold in found for at in range(fold.start, fold.aside)}
    begins = sorted({int(moved[inside.get(start, start)]) for start in starts})
    places = np.flatnonzero(stays)
    return (
        [given[i] for i in places],
        [kept[i] for i in places],
        [start for start in begins if 0 < start < len(places)],
    )


def _placed(fold: Fold, kept: Sequence[int]) -> Fold:
    """A fold by its places among all tokens, spaces included."""
    aside = kept[fold.aside] if fold.aside < fold.end else kept[fold.end - 1] + 1
    return replace(
        fold, start=kept[fold.start], head=kept[fold.head], end=kept[fold.end - 1] + 1, aside=aside
    )


def _shown(doc: Doc, seen: Readable, text: str) -> Doc:
    """The tokens' words as the article has them; `doc` itself where they are the same."""
    if seen.text == text:
        return doc
    spaces = [bool(token.whitespace_) for token in doc]
    words: list[str] = []
    start = 0
    for token, space in zip(doc, spaces, strict=True):
        end = _offset(seen, token.idx + len(token), len(text))
        words.append(text[start:end])
        start = end + space
    return Doc(doc.vocab, words=words, spaces=spaces)


def _offset(seen: Readable, at: int, length: int) -> int:
    """An offset of the readable text in the article; invisible characters before it belong to what ends there."""
    if at >= len(seen.text):
        return length
    return at if seen.origin is None else seen.origin[at]


def _starts(article: Article, shown: Doc, kept: Sequence[int]) -> list[int]:
    """Places among the kept tokens at which a sentence has to begin."""
    marks = [mark for span in article.furniture for mark in _beside(article.text, span)]
    if article.dateline is not None:
        marks.append(article.dateline.end)
    wanted = sorted({*boundaries(article.text), *marks})
    if not wanted or not kept:
        return []
    begins = np.fromiter((shown[i].idx for i in kept), dtype=np.int64, count=len(kept))
    places = np.searchsorted(begins, np.array(wanted, dtype=np.int64))
    return sorted({int(place) for place in places if 0 < place < len(kept)})


def _beside(text: str, furniture: Span) -> Iterator[int]:
    """Where furniture begins and ends, if it does not stand in the midst of a sentence ("[words indistinct]")."""
    before = text[: furniture.start].rstrip(" \t")
    if not before or not (before[-1].isalnum() or before[-1] == ","):
        yield furniture.start
        yield furniture.end


def _preset(doc: Doc, starts: Sequence[int]) -> None:
    for start in starts:
        doc[start].is_sent_start = True


def _pieces(
    shown: Doc,
    kept: Sequence[int],
    given: Sequence[str],
    norms: NDArray[np.uint64],
    starts: Sequence[int],
) -> Iterator[Doc]:
    begins = frozenset(starts)
    for start, end in _ranges(given, begins):
        spaces = [_spaced(shown, kept, i) for i in range(start, end)]
        piece = Doc(shown.vocab, words=list(given[start:end]), spaces=spaces)
        # What the tokenizer knows of a part of a word ("n't" is "not") is lost when a doc is made of words.
        piece.from_array([NORM], norms[start:end])  # type: ignore[arg-type]
        _preset(piece, [i - start for i in starts if start < i < end])
        yield piece


def _spaced(shown: Doc, kept: Sequence[int], i: int) -> bool:
    """Is there any space after a kept token, a line break too?"""
    if shown[kept[i]].whitespace_:
        return True
    return i + 1 < len(kept) and kept[i + 1] > kept[i] + 1


def _ranges(given: Sequence[str], begins: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Pieces of at most `MOST_TOKENS`, cut where a sentence begins, if one does in a piece's second half."""
    start = 0
    while len(given) - start > MOST_TOKENS:
        limit = start + MOST_TOKENS
        places = range(limit, start + MOST_TOKENS // 2, -1)
        cut = next((i for i in places if i in begins), None)
        cut = cut or next((i for i in places if given[i - 1] in _SENTENCE_END), limit)
        yield start, cut
        start = cut
    if start < len(given):
        yield start, len(given)


def _copy(
    pieces: Sequence[Doc], shown: Doc, kept: NDArray[np.int64], folded: Sequence[Fold]
) -> None:
    """Give the kept tokens what the model said, unfold names, and hang each space on the token before it."""
    said = np.concatenate([piece.to_array(_COPIED).astype(np.int64) for piece in pieces])
    every = np.zeros((len(shown), len(_COPIED)), dtype=np.int64)
    places = np.arange(len(kept))
    heads = kept[places + said[:, _HEAD]] - kept
    every[kept] = said
    every[kept, _HEAD] = heads
    seen = [kept]
    for fold in folded:
        seen.append(_unfold(fold, every, shown))
    here = np.sort(np.concatenate(seen)) if folded else kept
    spaces = np.setdiff1d(np.arange(len(shown)), here)
    every[spaces] = _of_spaces(spaces, here, every, shown)
    _begin_names(every)
    shown.from_array(_COPIED, every.astype(np.uint64))  # type: ignore[arg-type]


def _begin_names(every: NDArray[np.int64]) -> None:
    """A name that goes on after what was unfolded inside it ("(KDF)") begins there again."""
    before = np.roll(every, 1, axis=0)
    goes_on = (before[:, _IOB] != _OUTSIDE) & (before[:, _TYPE] == every[:, _TYPE])
    goes_on[0] = False
    every[(every[:, _IOB] == _INSIDE) & ~goes_on, _IOB] = _BEGUN


def _unfold(fold: Fold, every: NDArray[np.int64], shown: Doc) -> NDArray[np.int64]:
    """Hang the other words of a name on its head, inside the entity that the head is; gives their places."""
    others = [i for i in range(fold.start, fold.end) if i != fold.head and not shown[i].is_space]
    strings = shown.vocab.strings
    tag, compound = (np.uint64(strings.add(name)).astype(np.int64) for name in ("NNP", "compound"))
    every[fold.head, 3] = np.uint64(shown[fold.head].orth).astype(np.int64)
    for i in others:
        lemma = np.uint64(shown[i].orth).astype(np.int64)
        every[i, :5] = (tag, PROPN, 0, lemma, compound)
        every[i, _HEAD] = fold.head - i
    named = [i for i in (*others, fold.head) if i < fold.aside]
    every[others, _IOB] = _OUTSIDE
    if every[fold.head, _TYPE]:
        begun = every[fold.head, _IOB]
        every[named, _TYPE] = every[fold.head, _TYPE]
        every[named, _IOB] = _INSIDE
        every[min(named), _IOB] = begun
    return np.array(others, dtype=np.int64)


def _of_spaces(
    spaces: NDArray[np.int64], kept: NDArray[np.int64], every: NDArray[np.int64], shown: Doc
) -> NDArray[np.int64]:
    strings = shown.vocab.strings
    rows = np.zeros((len(spaces), len(_COPIED)), dtype=np.int64)
    after = np.searchsorted(kept, spaces)
    hosts = np.where(after > 0, kept[np.maximum(after - 1, 0)], kept[0])
    following = kept[np.minimum(after, len(kept) - 1)]
    # Inside a name ("Al\nNusra") the space belongs to the name.
    inside = (every[following, _IOB] == _INSIDE) & (following > spaces)
    rows[:, 0] = np.uint64(strings.add("_SP")).astype(np.int64)
    rows[:, 1] = SPACE
    rows[:, 3] = [np.uint64(shown[int(i)].orth).astype(np.int64) for i in spaces]
    rows[:, 4] = np.uint64(strings.add("dep")).astype(np.int64)
    rows[:, _HEAD] = hosts - spaces
    rows[:, _IOB] = np.where(inside, _INSIDE, _OUTSIDE)
    rows[:, _TYPE] = np.where(inside, every[following, _TYPE], 0)
    return rows
