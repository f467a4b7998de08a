"""Claims as a table: chosen and counted without their articles, which only the rows that are shown need."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from typing import NamedTuple, cast

from allegiance.query.drawing import Drawing
from allegiance.query.reviewing import reviews
from allegiance.query.seen import place_of
from allegiance.query.signals import DAY
from allegiance.records.asked import Claimed, Filter
from allegiance.records.decision import Decision
from allegiance.records.listing import ClaimFacets, Facet, Key, ReviewState, Use
from allegiance.store.fulltext import claims_with
from allegiance.store.ledgers import Account, accounts
from allegiance.store.store import Store

# Of facets with very many values, so many are shown.
MOST_VALUES = 50


class Listed(NamedTuple):
    """A claim, what a map makes of it, and what became of it in review."""

    account: Account
    use: Use
    state: ReviewState


class Wanted(NamedTuple):
    """What is asked for, the actor found."""

    filter: Filter
    claimed: Claimed
    actor: str | None


class Chosen(NamedTuple):
    """The claims that fit, and how many have what."""

    rows: tuple[Listed, ...]
    facets: ClaimFacets


class ClaimTable:
    """All claims of one drawing, and those that reviewers rejected."""

    def __init__(self, store: Store, drawing: Drawing, *, known_by: date) -> None:
        self._store = store
        self._drawing = drawing
        self._known_by = known_by

    @cached_property
    def decided(self) -> Mapping[str, Decision]:
        """The last word on each claim that has one."""
        return reviews(self._store)

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """Each claim once; of several articles that make one, the first by id."""
        rejected = [key for key, one in self.decided.items() if one.choice.verdict == "rejected"]
        gone = accounts(self._store, self._known_by, claims=rejected) if rejected else []
        told: list[tuple[Account, Use]] = [
            *((one.account, one.fate) for one in self._drawing.heard),
            *((account, "rejected") for account in gone),
        ]
        found: dict[str, Listed] = {}
        for account, use in told:
            found.setdefault(account.claim_id, Listed(account, use, self._state(account)))
        return tuple(found[key] for key in sorted(found))

    def choose(self, wanted: Wanted) -> Chosen:
        """The claims that fit, by id."""
        tests = self._tests(wanted)
        rows: list[Listed] = []
        # A facet counts what would fit, were nothing of it chosen.
        near: defaultdict[str, list[Listed]] = defaultdict(list)
        for one in self.listed:
            failed = {facet for facet, fits in tests if not fits(one)}
            if not failed:
                rows.append(one)
            elif len(failed) == 1:
                near[failed.pop()].append(one)
        counted = {facet: [*rows, *near[facet]] if facet in near else rows for facet in FACETS}
        return Chosen(tuple(rows), _facets(counted, self._drawing))

    def _state(self, account: Account) -> ReviewState:
        decision = self.decided.get(account.claim_id)
        if decision is not None:
            return cast(ReviewState, decision.choice.verdict)
        # A copy follows what was decided on its original.
        return "accepted" if account.reviewed else "open"

    def _tests(self, wanted: Wanted) -> list[tuple[str, Callable[[Listed], bool]]]:
        """What a claim has to fulfil, each with the facet that chooses it; "" where none does."""
        asked, claimed, actor = wanted
        tests: list[tuple[str, bool, Callable[[Listed], bool]]] = [
            ("predicate", bool(asked.kinds), lambda one: one.account.predicate in asked.kinds),
            ("phase", bool(claimed.phases), lambda one: one.account.phase in claimed.phases),
            ("stance", bool(claimed.stances), lambda one: one.account.stance in claimed.stances),
            ("state", bool(claimed.states), lambda one: one.state in claimed.states),
            ("state", asked.reviewed_only, lambda one: one.account.reviewed),
            ("actor", actor is not None, lambda one: actor in self._parties(one.account)),
            (
                "publisher",
                bool(asked.publishers),
                lambda one: one.account.publisher in asked.publishers,
            ),
            ("place", asked.place is not None, lambda one: place_of(one.account) == asked.place),
            (
                "",
                asked.min_confidence > 0,
                lambda one: one.account.confidence >= asked.min_confidence,
            ),
            (
                "year",
                asked.since is not None or asked.until is not None,
                lambda one: _touches(one.account, asked),
            ),
            ("", bool(claimed.claim_ids), _among(claimed.claim_ids)),
            ("", bool(claimed.words.strip()), self._with_words(claimed.words)),
        ]
        return [(facet, fits) for facet, asked_for, fits in tests if asked_for]

    def _with_words(self, words: str) -> Callable[[Listed], bool]:
        return _among(claims_with(self._store, words) if words.strip() else ())

    def _parties(self, account: Account) -> tuple[str | None, str | None]:
        actor_of = self._drawing.cast.actor_of
        return (actor_of.get(account.source or ""), actor_of.get(account.target or ""))


def _facets(counted: Mapping[str, Sequence[Listed]], drawing: Drawing) -> ClaimFacets:
    """How many claims have what; the most frequent first.

    Args:
        counted: by facet, the claims to count in it.
    """
    actor_of = drawing.cast.actor_of

    def actors(one: Listed) -> Iterable[str]:
        parties = (one.account.source, one.account.target)
        return {actor for key in parties if (actor := actor_of.get(key or "")) is not None}

    several: Mapping[str, Callable[[Listed], Iterable[str]]] = {
        "actor": actors,
        "year": lambda one: _years(one.account),
    }
    found: dict[str, Counter[str | None]] = {
        name: Counter(map(_VALUES[name], counted[name]))
        if name in _VALUES
        else Counter(chain.from_iterable(map(several[name], counted[name])))
        for name in FACETS
    }
    ontology = drawing.ontology
    labels: Mapping[str, Mapping[str, str]] = {
        "predicate": {one.predicate: one.label for one in ontology.events}
        | {one.predicate: one.label for one in ontology.relations},
        "actor": {one.id: one.name for one in drawing.cast.actors.values()},
        "place": dict(one.account.place[:2] for one in counted["place"] if one.account.place),
    }
    return ClaimFacets(
        **{
            name: most({key: n for key, n in counts.items() if key}, labels.get(name, {}))
            for name, counts in found.items()
        }
    )


_VALUES: Mapping[str, Callable[[Listed], str | None]] = {
    "kind": lambda one: one.account.kind,
    "predicate": lambda one: one.account.predicate,
    "phase": lambda one: one.account.phase,
    "stance": lambda one: one.account.stance,
    "state": lambda one: one.state,
    "publisher": lambda one: one.account.publisher,
    "place": lambda one: place_of(one.account),
}
# Who takes part needs the cast, and both that and a time may be several, so these are counted apart.
FACETS = (*_VALUES, "actor", "year")


def most(counts: Mapping[str, int], labels: Mapping[str, str]) -> tuple[Facet, ...]:
    """The most frequent values with their labels; of equally frequent ones the first of the alphabet."""
    ranked = sorted(counts, key=lambda value: (-counts[value], labels.get(value, value), value))
    return tuple(Facet(one, labels.get(one, one), counts[one]) for one in ranked[:MOST_VALUES])


def ordered(rows: Iterable[Listed], order: str) -> Sequence[Listed]:
    """In one of the orders of `ClaimOrder`."""
    return sorted(rows, key=claim_key(order), reverse=order.startswith("-"))


def claim_key(order: str) -> Callable[[Listed], Key]:
    """By what an order sorts; what is not known comes before all that is."""
    worth = _ORDERS[order.removeprefix("-")]
    return lambda one: (worth(one.account), one.account.claim_id)


_ORDERS: Mapping[str, Callable[[Account], str | float]] = {
    "published": lambda one: one.known_on.isoformat(),
    "when": lambda one: _first(one).isoformat() if one.when is not None else "",
    "confidence": lambda one: one.confidence,
    "predicate": lambda one: one.predicate,
    "publisher": lambda one: one.publisher or "",
}


def _first(account: Account) -> date:
    """The first day that it may speak of; where that is open, the last."""
    assert account.when is not None
    return account.when.start or (account.when.end or date.max) - DAY


def _touches(account: Account, asked: Filter) -> bool:
    """May it be of the wanted days? Where no time is told, the day counts on which its report was out."""
    when = account.when
    first = when.start if when is not None else account.known_on
    last = (when.end - DAY if when.end else None) if when is not None else account.known_on
    begun = asked.until is None or first is None or first <= asked.until
    return begun and (asked.since is None or last is None or last >= asked.since)


def _years(account: Account) -> Iterable[str]:
    """The years that it may be of; of a time that is open at one end, the year that is told."""
    when = account.when
    if when is None:
        return (str(account.known_on.year),)
    last = when.end - DAY if when.end is not None else when.start
    first = when.start or last
    if first is None or last is None:
        return ()
    return map(str, range(first.year, last.year + 1))


def _among(claim_ids: Iterable[str]) -> Callable[[Listed], bool]:
    wanted = frozenset(claim_ids)
    return lambda one: one.account.claim_id in wanted
