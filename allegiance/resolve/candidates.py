"""Which actors may be one: pairs with a score and the reasons for it. It judges nothing; a person does.

Only pairs that share something are looked at (a word of their names, an acronym, a leader), so the work grows with the
number of actors and not with its square. Two that the knowledge base knows, two of different families of kinds, and two
that a claim sets against each other are never candidates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from allegiance.lexicon.likeness import Likeness
from allegiance.lexicon.names import name_key
from allegiance.records.deciding import Candidate
from allegiance.records.judgement import Actor
from allegiance.resolve.judge import family

# Letters of an acronym; fewer are initials of half the world.
LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one actor, as far as it tells who it may be.

    Attributes:
        names: as reports write them, without repeats; the main name is among them.
        leaders: the names of those who are said to lead it, by `name_key`.
        company: the actors that stand beside it in reports.
        reports: the articles that name it.
    """

    actor: Actor
    names: tuple[str, ...]
    leaders: Mapping[str, str]
    company: frozenset[str]
    reports: frozenset[str]


def candidates(
    known: Iterable[Facts], weights: Likeness, *, settled: Collection[frozenset[str]] = ()
) -> list[Candidate]:
    """Pairs that may be one, the likeliest first.

    Args:
        settled: pairs of actor ids that are no question: parties of one claim, or decided.
    """
    facts = {one.actor.id: one for one in known}
    found = []
    for left, right in sorted(_pairs(facts.values(), weights.crowd)):
        if frozenset((left, right)) not in settled and _comparable(facts[left], facts[right]):
            candidate = _compared(facts[left], facts[right], weights)
            if candidate.score >= weights.shown:
                found.append(candidate)
    return sorted(found, key=lambda one: (-one.score, one.left.id, one.right.id))


def acronyms(name: str) -> frozenset[str]:
    """The first letters of a name's words, with and without the small ones, in capitals.

    >>> sorted(acronyms("Movement for Oneness and Jihad"))
    ['MFOAJ', 'MOJ']
    """
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    great = [word for word in words if word[0].isupper()]
    made = {"".join(word[0] for word in several).upper() for several in (words, great)}
    return frozenset(one for one in made if len(one) >= LEAST_LETTERS)


def _pairs(facts: Iterable[Facts], crowd: int) -> set[tuple[str, str]]:
    """Actors that share a word, an acronym or a leader, the lesser id first."""
    sharing: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one in facts:
        for kind, what in _traits(one):
            sharing[kind, what].add(one.actor.id)
    return {
        (first, second)
        for several in sharing.values()
        if len(several) <= crowd
        for first, second in combinations(sorted(several), 2)
    }


def _traits(one: Facts) -> Iterator[tuple[str, str]]:
    for name in one.names:
        for word in name_key(name).split():
            yield "word", word
        if _is_acronym(name):
            yield "acronym", _letters(name)
        for letters in acronyms(name):
            yield "acronym", letters
    for leader in one.leaders:
        yield "leader", leader


def _comparable(left: Facts, right: Facts) -> bool:
    both_known = left.actor.knowledge_id is not None and right.actor.knowledge_id is not None
    return not both_known and family(left.actor.kind) == family(right.actor.kind)


def _compared(left: Facts, right: Facts, weights: Likeness) -> Candidate:
    if (-len(right.reports), right.actor.id) < (-len(left.reports), left.actor.id):
        left, right = right, left
    reasons = sorted(_reasons(left, right, weights), key=lambda reason: (-reason[0], reason[1]))
    doubt = 1.0
    for weight, _ in reasons:
        doubt *= 1.0 - weight
    score, because = 1.0 - doubt, [words for _, words in reasons]
    apart = len(left.reports & right.reports)
    if apart:
        score *= weights.named_apart
        because.append(f"but {apart} {'report names' if apart == 1 else 'reports name'} both")
    return Candidate(left.actor, right.actor, round(score, 4), tuple(because))


def _reasons(left: Facts, right: Facts, weights: Likeness) -> Iterator[tuple[float, str]]:
    alike, one, other = max(
        (_alike(one, other), one, other) for one in left.names for other in right.names
    )
    if alike > weights.least_alike:
        share = (alike - weights.least_alike) / (1 - weights.least_alike)
        words = "the same name" if alike == 1 else f"{one!r} is like {other!r}"
        yield weights.name * share, words
    if (letters := _acronym_of(left, right)) is not None:
        yield weights.acronym, f"{letters} may stand for {_other_name(letters, left, right)!r}"
    if leaders := sorted(name for one, name in left.leaders.items() if one in right.leaders):
        yield weights.leader, f"both led by {', '.join(leaders)}"
    others = (left.company | right.company) - {left.actor.id, right.actor.id}
    shared = left.company & right.company
    if shared:
        share = len(shared) / len(others)
        yield (
            weights.context * share,
            f"named beside {len(shared)} of the same {len(others)} others",
        )


def _alike(one: str, other: str) -> float:
    """0 to 1; the order of words does not matter."""
    return fuzz.token_sort_ratio(name_key(one), name_key(other)) / 100


def _acronym_of(left: Facts, right: Facts) -> str | None:
    for short, long in ((left, right), (right, left)):
        written = {_letters(name) for name in short.names if _is_acronym(name)}
        common = written & {letters for name in long.names for letters in acronyms(name)}
        if common:
            return min(common)
    return None


def _other_name(letters: str, left: Facts, right: Facts) -> str:
    return min(name for one in (left, right) for name in one.names if letters in acronyms(name))


def _is_acronym(name: str) -> bool:
    return (
        len(_letters(name)) >= LEAST_LETTERS and name.replace(".", "").isupper() and " " not in name
    )


def _letters(name: str) -> str:
    return name.replace(".", "").replace("-", "")
