"""From labelled sentences to what the encoder learns: pairs of mentions, each with its classes."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from allegiance.annotate._classes import EVENTS, NONE, PHASES, RELATIONS, STANCES, TAGS, Kind
from allegiance.reading import Pair
from training.labels import Claim, Sentence

IGNORED = -100
MOST_PAIRS = 8
# By the letters of the labels.
KIND_OF: dict[str, Kind] = {"b": "body", "p": "person", "l": "place"}
ARTICLE = "the "
Side = tuple[int, int] | None
RELATIVE = frozenset(("who", "whom", "whose", "which", "that"))


@dataclass(frozen=True, slots=True)
class Target:
    """Classes of one pair, by head; `IGNORED` where a head has nothing to learn."""

    relation: int
    event: int
    phase: int
    relation_stance: int
    event_stance: int


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its pairs and what they are."""

    sentence: Sentence
    pairs: tuple[Pair, ...]
    targets: tuple[Target, ...]


def example(sentence: Sentence) -> Example:
    """Every pair of mentions of which one at least is an actor; deeds that name one side alone are labelled and not learned."""
    order = sorted(
        (
            place
            for place, mention in enumerate(sentence.mentions)
            if sentence.text[mention.start : mention.end].lower() not in RELATIVE
        ),
        key=lambda place: (sentence.mentions[place].start, -sentence.mentions[place].end),
    )
    couples = [
        (one, other)
        for rank, one in enumerate(order)
        for other in order[rank + 1 :]
        if "b" in (kinds := sentence.mentions[one].kind + sentence.mentions[other].kind)
        or "p" in kinds
    ]
    return Example(
        sentence,
        tuple((_span(one, sentence), _span(other, sentence)) for one, other in couples),
        tuple(_target(one, other, sentence.claims) for one, other in couples),
    )


def _span(place: int, sentence: Sentence) -> tuple[int, int]:
    mention = sentence.mentions[place]
    return mention.start, mention.end


def _target(one: int, other: int, claims: Sequence[Claim]) -> Target:
    about = [claim for claim in claims if {claim.source, claim.target} == {one, other}]
    # An attack makes a rivalry beside any closer tie; the closer tie is what the words are about.
    relations = sorted(
        (claim for claim in about if claim.phase), key=lambda claim: claim.predicate == "rivalry"
    )
    events = [claim for claim in about if not claim.phase]
    relation, event = next(iter(relations), None), next(iter(events), None)
    return Target(
        relation=RELATIONS.of(relation.predicate, relation.source == one) if relation else NONE,
        event=EVENTS.of(event.predicate, event.source == one) if event else NONE,
        phase=PHASES.index(relation.phase) if relation and relation.phase else IGNORED,
        relation_stance=STANCES.index(relation.stance) if relation else IGNORED,
        event_stance=STANCES.index(event.stance) if event else IGNORED,
    )


def varied(given: Example, chance: random.Random) -> Example:
    """The example as it is read once: at most `MOST_PAIRS` of its pairs, and half of its names without their articles.

    Pairs that bear a claim come first, then others by chance. Names are found without articles as often as with them.
    """
    places = list(range(len(given.pairs)))
    chance.shuffle(places)
    places.sort(key=lambda place: given.targets[place].relation + given.targets[place].event == 0)
    kept = sorted(places[:MOST_PAIRS])
    bare = _without_articles(given, chance)
    return replace(
        given,
        pairs=tuple(
            (bare.get(one, one), bare.get(other, other))
            for one, other in (given.pairs[place] for place in kept)
        ),
        targets=tuple(given.targets[place] for place in kept),
    )


def _without_articles(given: Example, chance: random.Random) -> dict[Side, Side]:
    """Half of the mentions that are a name with an article, and their characters without it."""
    sides = sorted({side for pair in given.pairs for side in pair if side is not None})
    return {
        (start, end): (start + len(ARTICLE), end)
        for start, end in sides
        if given.sentence.text[start : start + len(ARTICLE)].lower() == ARTICLE
        and given.sentence.text[start + len(ARTICLE)].isupper()
        and chance.random() < 0.5
    }


def tags(sentence: Sentence, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """The tag of each token, by its characters; of mentions that nest, the innermost counts, which is the name."""
    marks = [0] * len(offsets)
    for mention in sorted(sentence.mentions, key=lambda mention: mention.start - mention.end):
        inside = [
            place
            for place, (start, end) in enumerate(offsets)
            if start < mention.end and end > mention.start
        ]
        for rank, place in enumerate(inside):
            marks[place] = TAGS.index(f"{'inside' if rank else 'begins'} {KIND_OF[mention.kind]}")
    return marks
