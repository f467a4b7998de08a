"""Claims as the whole reader makes them of sentences held out, each held against the labels: right, or wrong.

A claim is right where a label says the same predicate, phase and stance of the same two, the same way round. A deed of which the claim leaves
one side open is right as far as it goes. Labels name every actor of a sentence, so a claim of somebody whom they do not name is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from allegiance.annotate.spacy_english import Annotator
from allegiance.lexicon.lexicon import Lexicon
from allegiance.pipeline.steps import Reader
from allegiance.reading import Manner
from allegiance.records.article import Raw, Source
from allegiance.records.bundle import Bundle
from allegiance.records.claim import Claim, Role
from allegiance.records.ruling import Ruling, said
from allegiance.records.span import Span
from training import labels
from training.labels import Sentence

SOURCE = Source("source-held", "text", "-", None, None, "0" * 64)
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Trial:
    """A claim that was read, what both readers said of it, and whether it is right."""

    sentence: Sentence
    claim: Claim
    ruling: Ruling
    right: bool


def trials(sentences: Iterable[Sentence], lexicon: Lexicon) -> Iterator[Trial]:
    """Every claim that both readers make of the sentences, each read as an article of its own."""
    given = list(sentences)
    reader = Reader(Annotator(lexicon, Manner(explained=True)), lexicon)
    raws = [Raw(SOURCE, one.key, one.text) for one in given]
    even = {kind.predicate for kind in lexicon.ontology.relations if kind.symmetric}
    for sentence, bundle in zip(given, reader.read(raws), strict=True):
        if bundle.article is None or bundle.article.text != sentence.text:
            continue
        rulings = {(one.sides, one.says): one for one in bundle.found.rulings if one.kept}
        for claim in bundle.found.claims:
            ruling = rulings[tuple(role.span for role in claim.roles), said(claim)]
            right = any(_agrees(bundle, claim, label, sentence, even) for label in sentence.claims)
            yield Trial(sentence, claim, ruling, right)


def _agrees(
    bundle: Bundle, claim: Claim, label: labels.Claim, sentence: Sentence, even: set[str]
) -> bool:
    said = (claim.predicate, claim.phase, claim.stance)
    if said != (label.predicate, label.phase, label.stance):
        return False
    source = _mentions(bundle, claim.role("source"), sentence)
    target = _mentions(bundle, claim.role("target") or claim.role("place"), sentence)
    wanted = [NOBODY if side is None else side for side in (label.source, label.target)]
    straight = _fits(source, wanted[0]) and _fits(target, wanted[1])
    turned = _fits(source, wanted[1]) and _fits(target, wanted[0])
    return straight or (turned and claim.kind == "relation" and claim.predicate in even)


def _fits(found: set[int] | None, wanted: int) -> bool:
    return found is None or wanted in found


def _mentions(bundle: Bundle, role: Role | None, sentence: Sentence) -> set[int] | None:
    """The labelled mentions, by number, that the part's words or other names of its actor meet; None where it is left open."""
    if role is None:
        return None
    spans = [role.span]
    for referent in bundle.found.referents:
        if referent.id == role.actor:
            spans += [mention.span for mention in referent.mentions]
    return {
        number
        for number, mention in enumerate(sentence.mentions)
        if any(_same(span, mention) for span in spans)
    }


def _same(span: Span, mention: labels.Mention) -> bool:
    """Do both end with the same word, or begin with it? The words before a name belong to it or not."""
    inside = mention.start <= span.start and span.end <= mention.end
    around = span.start <= mention.start and mention.end <= span.end
    return (inside or around) and (span.end == mention.end or span.start == mention.start)
