"""Names as the encoder sees them, beside or in place of those that spaCy's small model gives.

The model knows the names of the news that it was trained on; of a group that nobody has heard of it makes a person, a place or
nothing at all. The encoder has learned such names. Of one name the whole article decides what it names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from allegiance.annotate._classes import Kind
from allegiance.annotate._marked import Marked
from allegiance.lexicon.index import ARTICLES, ActorIndex
from allegiance.reading import BY_ENCODER

LABELS: dict[Kind, str] = {"body": "ORG", "person": "PERSON", "place": "GPE"}
# What the model may have taken a name for by mistake.
DOUBTED = frozenset(
    ("PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW")
)
# Words inside of names that begin with no capital.
LINKS = frozenset("of the and for al el de del la des du da do dos - ' ’".split())
# Of the shares of a kind in all mentions of a name; less does not stand against the model.
SURE = 0.6


@dataclass(frozen=True, slots=True)
class _Run:
    """Tokens, half-open, that name something."""

    start: int
    end: int
    mark: Marked


def name(doc: Doc, marked: Sequence[Marked], index: ActorIndex) -> None:
    """Set the document's entities anew where the encoder sees a name that nobody knows.

    Args:
        marked: stretches of the text that the encoder takes for mentions, in order, none within another.
        index: who is known; what it knows stays as it is.
    """
    runs = _joined(run for mark in marked for run in _runs(doc, mark))
    runs = [run for run in runs if not _known(doc, run, index)]
    kinds = _kinds(doc, runs)
    taken: dict[int, Span] = {at: one for one in doc.ents for at in range(one.start, one.end)}
    for run in runs:
        before = {one.start: one for at in range(run.start, run.end) if (one := taken.get(at))}
        made = _made(doc, run, kinds, list(before.values()))
        if made is None:
            continue
        for one in before.values():
            for at in range(one.start, one.end):
                del taken[at]
        taken.update((at, made) for at in range(made.start, made.end))
    entities = {one.start: one for one in taken.values()}
    doc.set_ents([_relabelled(doc, one, kinds) for one in entities.values()])


def _kinds(doc: Doc, runs: Sequence[_Run]) -> dict[str, Kind]:
    """What each name names in most of the article."""
    votes: defaultdict[str, defaultdict[Kind, float]] = defaultdict(lambda: defaultdict(float))
    for run in runs:
        votes[_text(doc, run.start, run.end)][run.mark.kind] += run.mark.share
    return {
        text: best
        for text, shares in votes.items()
        if shares[best := max(shares, key=lambda kind: shares[kind])] >= SURE
    }


def _made(doc: Doc, run: _Run, kinds: Mapping[str, Kind], before: list[Span]) -> Span | None:
    """The entity in place of those that were seen there; None where they stay."""
    kind = kinds.get(_text(doc, run.start, run.end))
    if kind is None or any(one.label_ not in DOUBTED for one in before):
        return None
    start = min([run.start, *(one.start for one in before)])
    end = max([run.end, *(one.end for one in before)])
    return Span(doc, start, end, label=LABELS[kind], span_id=BY_ENCODER)


def _relabelled(doc: Doc, entity: Span, kinds: Mapping[str, Kind]) -> Span:
    kind = kinds.get(_text(doc, entity.start, entity.end))
    if kind is None or entity.label_ not in DOUBTED:
        return entity
    return Span(doc, entity.start, entity.end, label=LABELS[kind], span_id=BY_ENCODER)


def _runs(doc: Doc, mark: Marked) -> Iterator[_Run]:
    """The runs of proper nouns in a mention: "Reed Front" of "the rebels of the Reed Front"."""
    tokens = doc.char_span(mark.start, mark.end, alignment_mode="expand")
    start, last = None, 0
    for token in tokens if tokens is not None else ():
        if token.pos_ == "PROPN":
            start = token.i if start is None else start
            last = token.i + 1
        elif start is not None and token.lower_ not in LINKS:
            yield _Run(start, last, mark)
            start = None
    if start is not None:
        yield _Run(start, last, mark)


def _joined(runs: Iterable[_Run]) -> list[_Run]:
    """What stands side by side and is of one kind is one name."""
    made: list[_Run] = []
    for run in runs:
        last = made[-1] if made else None
        if last is not None and last.end == run.start and last.mark.kind == run.mark.kind:
            made[-1] = _Run(last.start, run.end, last.mark)
        else:
            made.append(run)
    return made


def _known(doc: Doc, run: _Run, index: ActorIndex) -> bool:
    return bool(index.senses(doc[run.start : run.end].text))


def _text(doc: Doc, start: int, end: int) -> str:
    """The words without an article before them or a possessive behind them."""
    words: list[Token] = list(doc[start:end])
    while words and words[0].lower_ in ARTICLES:
        words.pop(0)
    while words and words[-1].tag_ == "POS":
        words.pop()
    return " ".join(word.lower_ for word in words)
