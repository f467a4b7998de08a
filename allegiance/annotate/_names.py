"""Names as the encoder sees them, beside or in place of those that spaCy's small model gives.

The model knows the names of the news that it was trained on; of a group that nobody has heard of it makes a person, a place or
nothing at all. The encoder has learned such names. Of one name the whole article decides what it names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from allegiance.annotate._classes import Kind
from allegiance.annotate._marked import Marked
from allegiance.lexicon._keys import place_key
from allegiance.lexicon.index import ARTICLES
from allegiance.lexicon.lexicon import Lexicon
from allegiance.reading import BY_ENCODER, is_acronym

LABELS: dict[Kind, str] = {"body": "ORG", "person": "PERSON", "place": "GPE"}
# What the model may have taken a name for by mistake.
DOUBTED = frozenset(
    ("PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW")
)
NO_PLACES = DOUBTED - {"PERSON", "GPE", "LOC", "FAC"}
TIMES = frozenset(("DATE", "TIME", "MONEY", "CARDINAL", "ORDINAL"))
# Words inside of names that begin with no capital.
LINKS = frozenset("of the and for al el de del la des du da do dos - ' ’".split())
# Of the shares of a kind in all mentions of a name; less does not stand against the model.
SURE = 0.6
# So many sentences with a name tell what it names.
ENOUGH = 2


@dataclass(frozen=True, slots=True)
class _Run:
    """Tokens, half-open, that name something, and the encoder's mark that they lie in."""

    start: int
    end: int
    mark: Marked


def doubtful(doc: Doc, lexicon: Lexicon) -> Iterator[Span]:
    """The sentences that the encoder is to look at: the first ones with a name that nobody knows."""
    seen: Counter[str] = Counter()
    for sentence in doc.sents:
        unknown = [
            run.text
            for run in _runs(sentence)
            if run.root.ent_type_ not in TIMES
            and (not _known(run, lexicon) or _may_be_mistaken(run, lexicon))
        ]
        if any(seen[name] < ENOUGH for name in unknown):
            yield sentence
        seen.update(unknown)


def name(doc: Doc, marked: Sequence[Marked], lexicon: Lexicon) -> None:
    """Set the document's entities anew where a name stands that the encoder sees and nobody knows.

    Args:
        marked: stretches of the text that the encoder takes for mentions, in order, none within another.
    """
    runs = [
        run
        for run in _joined(_within(doc, marked))
        if not _known(words := doc[run.start : run.end], lexicon)
        or (run.mark.kind == "place" and _may_be_mistaken(words, lexicon))
    ]
    kinds = _kinds(doc, runs)
    taken: dict[int, Span] = {at: one for one in doc.ents for at in range(one.start, one.end)}
    for start, end in _stretches(doc, runs, kinds):
        before = {one.start: one for at in range(start, end) if (one := taken.get(at))}
        if any(one.label_ not in DOUBTED for one in before.values()):
            continue
        for one in before.values():
            for at in range(one.start, one.end):
                del taken[at]
        made = _made(doc, start, end, kinds, before.values())
        taken.update((at, made) for at in range(made.start, made.end))
    doc.set_ents(list({one.start: one for one in taken.values()}.values()))


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


def _stretches(
    doc: Doc, runs: Sequence[_Run], kinds: Mapping[str, Kind]
) -> Iterator[tuple[int, int]]:
    """Where the names stand: as the encoder saw them, and in sentences that it was not shown."""
    found = [(run.start, run.end) for run in runs]
    seen = {at for start, end in found for at in range(start, end)}
    found += [
        (run.start, run.end)
        for sentence in doc.sents
        for run in _runs(sentence)
        if seen.isdisjoint(range(run.start, run.end))
    ]
    return ((start, end) for start, end in found if _text(doc, start, end) in kinds)


def _made(
    doc: Doc, start: int, end: int, kinds: Mapping[str, Kind], before: Iterable[Span]
) -> Span:
    """The entity in place of those that the model saw there."""
    label = LABELS[kinds[_text(doc, start, end)]]
    first = min([start, *(one.start for one in before)])
    last = max([end, *(one.end for one in before)])
    return Span(doc, first, last, label=label, span_id=BY_ENCODER)


def _within(doc: Doc, marked: Iterable[Marked]) -> Iterator[_Run]:
    """The names in the mentions: "Reed Front" of "the rebels of the Reed Front"."""
    for mark in marked:
        tokens = doc.char_span(mark.start, mark.end, alignment_mode="expand")
        for run in _runs(tokens) if tokens is not None else ():
            yield _Run(run.start, run.end, mark)


def _runs(tokens: Span) -> Iterator[Span]:
    """Proper nouns in a row, with the small words between them."""
    start, last = None, 0
    for token in tokens:
        if token.pos_ == "PROPN" or _is_noun_like(token):
            start = token.i if start is None else start
            last = token.i + 1
        elif start is not None and token.lower_ not in LINKS:
            yield tokens.doc[start:last]
            start = None
    if start is not None:
        yield tokens.doc[start:last]


def _is_noun_like(token: Token) -> bool:
    """ "The MORA", which the model takes for a noun; "an IED" is one."""
    if token.pos_ != "NOUN" or not is_acronym(token):
        return False
    return token.i == 0 or token.nbor(-1).lower_ not in ("a", "an")


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


def _known(run: Span, lexicon: Lexicon) -> bool:
    if lexicon.index.senses(run.text):
        return True
    # "The MORA" is not Mora in Cameroon.
    acronym = len(run) == 1 and is_acronym(run[0])
    return not acronym and bool(lexicon.gazetteer.find(place_key(run.text)))


def _may_be_mistaken(run: Span, lexicon: Lexicon) -> bool:
    """A name of places of one country, of which the model makes a company; one that is borne all over the world tells less."""
    if run.root.ent_type_ not in NO_PLACES or lexicon.index.senses(run.text):
        return False
    return len({place.country for place in lexicon.gazetteer.find(place_key(run.text))}) == 1


def _text(doc: Doc, start: int, end: int) -> str:
    """The words without an article before them or a possessive behind them."""
    words: list[Token] = list(doc[start:end])
    while words and words[0].lower_ in ARTICLES:
        words.pop(0)
    while words and words[-1].tag_ == "POS":
        words.pop()
    return " ".join(word.lower_ for word in words)
