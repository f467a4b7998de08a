"""Claims as a table: chosen, counted and ordered by rows of their own; only the claims that are shown are fetched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from allegiance.errors import UsageError
from allegiance.lexicon.ontology import Ontology
from allegiance.query.atlas import Atlas
from allegiance.query.drawing import Drawing
from allegiance.query.gathering import ClaimKey, Gathering
from allegiance.query.listing import listed_rows, rejected
from allegiance.query.reviewing import reviews
from allegiance.records.asked import Claimed, Filter
from allegiance.records.decision import Decision
from allegiance.records.listing import ClaimFacets, Facet, Key, ReviewState, Use
from allegiance.resolve.actors import Cast
from allegiance.store.atlas import EACH, Cells, listed
from allegiance.store.fulltext import claims_with
from allegiance.store.ledgers import Account, accounts
from allegiance.store.listing import TABLE, Asking, kept, laid_out
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


class Told(NamedTuple):
    """What a table of claims is of.

    Attributes:
        ask: asks of the rows of `listing.listed_rows`.
        fetch: gives claims as reviewers left them, by their keys; others may come along.
        rejected: gives those of some ids that reviewers rejected, as they were read.
        decided: the last word on each claim that has one.
    """

    cast: Cast
    ontology: Ontology
    ask: Asking
    fetch: Callable[[Collection[ClaimKey]], Mapping[ClaimKey, Account]]
    rejected: Callable[[Collection[str]], Iterable[Account]]
    decided: Mapping[str, Decision]


def kept_table(store: Store, atlas: Atlas) -> ClaimTable:
    """All claims, as the atlas has them: nobody waits for those that are not shown."""
    decided = reviews(store)
    gathering = Gathering(store, atlas.cast, atlas.ontology, decided, atlas.meet)
    return ClaimTable(
        store,
        Told(
            cast=atlas.cast,
            ontology=atlas.ontology,
            ask=kept(store),
            fetch=lambda keys: {key: one.account for key, one in gathering.heard(keys).items()},
            rejected=lambda claims: accounts(store, date.max, claims=claims),
            decided=decided,
        ),
    )


def table_of(store: Store, drawing: Drawing, known_by: date) -> ClaimTable:
    """The claims of a drawing of what was known by a day."""
    decided = reviews(store)
    gone = rejected(store, decided, known_by)
    heard = drawing.heard_of
    return ClaimTable(
        store,
        Told(
            cast=drawing.cast,
            ontology=drawing.ontology,
            ask=laid_out(listed_rows(drawing.heard, gone, decided, drawing.cast)),
            fetch=lambda keys: {key: heard[key].account for key in keys},
            rejected=lambda claims: [one for one in gone if one.claim_id in claims],
            decided=decided,
        ),
    )


class _Test(NamedTuple):
    """What a row has to fulfil.

    Attributes:
        facet: the one that chooses it; "" where none does.
    """

    facet: str
    words: str
    values: tuple[object, ...]


class ClaimTable:
    """All claims of one drawing, and those that reviewers rejected; each once: of several articles that make one, in the first by id."""

    def __init__(self, store: Store, told: Told) -> None:
        self._store = store
        self._told = told

    @property
    def decided(self) -> Mapping[str, Decision]:
        """The last word on each claim that has one."""
        return self._told.decided

    def page(
        self, wanted: Wanted, order: str, *, after: Key | None, limit: int
    ) -> tuple[list[Listed], Key | None]:
        """So many of the claims that fit, in one of the orders of `ClaimOrder`, behind a key; and the key of the last if others follow.

        What is not known comes before all that is.

        Raises:
            UsageError: `after` is no key of such a list.
        """
        worth = _ORDERS[order.removeprefix("-")]
        sign, way = ("<", "DESC") if order.startswith("-") else (">", "ASC")
        tests = self._tests(wanted)
        if after is not None:
            _check_key(after, order)
            tests.append(_Test("", f"({worth}, claim_id) {sign} (?, ?)", after))
        where, values = self._where(tests)
        found = self._told.ask(
            f'SELECT claim_id, article_id, "use", state, {worth} FROM {TABLE} AS one WHERE {where}'
            f" ORDER BY {worth} {way}, claim_id {way} LIMIT ?",
            *values,
            limit + 1,
        )
        shown = found[:limit]
        last = (shown[-1][4], shown[-1][0]) if len(found) > limit else None
        return self._fetched(shown), last

    def total(self, wanted: Wanted) -> int:
        """How many claims fit."""
        ((many,),) = self._rows("count(*)", self._tests(wanted))
        return int(many)

    def claim_ids(self, wanted: Wanted) -> tuple[str, ...]:
        """The ids of those that fit, sorted."""
        return tuple(sorted(one for (one,) in self._rows("claim_id", self._tests(wanted))))

    def article_ids(self, wanted: Wanted) -> frozenset[str]:
        """The articles that make them."""
        return frozenset(one for (one,) in self._rows("DISTINCT article_id", self._tests(wanted)))

    def facets(self, wanted: Wanted) -> ClaimFacets:
        """How many claims have what, the most frequent first; each facet counts what would fit, were nothing of it chosen."""
        tests = self._tests(wanted)
        found: dict[str, Counter[str]] = {}
        labels = dict(self._labels)
        for facet, columns in _FACETS.items():
            near = [one for one in tests if one.facet != facet]
            told = self._rows(f"{columns}, count(*)", near, f"GROUP BY {columns}")
            found[facet] = _counts(facet, told)
        near = [one for one in tests if one.facet != "place"]
        named = self._rows("place, min(place_name)", near, "GROUP BY place")
        labels["place"] = {place: name for place, name in named if place is not None}
        return ClaimFacets(
            **{facet: most(many, labels.get(facet, {})) for facet, many in found.items()}
        )

    @cached_property
    def _labels(self) -> Mapping[str, Mapping[str, str]]:
        ontology = self._told.ontology
        return {
            "predicate": {one.predicate: one.label for one in ontology.events}
            | {one.predicate: one.label for one in ontology.relations},
            "actor": {one.id: one.name for one in self._told.cast.actors.values()},
        }

    def _fetched(self, rows: Sequence[Cells]) -> list[Listed]:
        keys = {(claim, article) for claim, article, use, *_ in rows if use != "rejected"}
        found = dict(self._told.fetch(keys)) if keys else {}
        gone = [row[0] for row in rows if row[2] == "rejected"]
        for account in self._told.rejected(gone) if gone else ():
            found[account.claim_id, account.article_id] = account
        return [Listed(found[row[0], row[1]], row[2], row[3]) for row in rows]

    def _rows(self, columns: str, tests: Sequence[_Test], behind: str = "") -> list[Cells]:
        where, values = self._where(tests)
        return self._told.ask(
            f"SELECT {columns} FROM {TABLE} AS one WHERE {where} {behind}", *values
        )

    def _where(self, tests: Sequence[_Test]) -> tuple[str, list[object]]:
        words = [one.words for one in tests] + ([_FIRST] if self._has_twins else [])
        values = [value for one in tests for value in one.values]
        return " AND ".join(words) or "TRUE", values

    @cached_property
    def _has_twins(self) -> bool:
        """Is there a claim that several articles make?"""
        return bool(self._told.ask(_TWINS))

    def _tests(self, wanted: Wanted) -> list[_Test]:
        """What a claim has to fulfil."""
        asked, claimed, actor = wanted
        chosen = [
            _among("predicate", asked.kinds),
            _among("phase", claimed.phases),
            _among("stance", claimed.stances),
            _among("state", claimed.states),
            _among("publisher", asked.publishers),
            _among("claim_id", claimed.claim_ids),
        ]
        tests = [one for one in chosen if one is not None]
        if asked.reviewed_only:
            tests.append(_Test("state", "reviewed", ()))
        if actor is not None:
            tests.append(_Test("actor", "(source = ? OR target = ?)", (actor, actor)))
        if asked.place is not None:
            tests.append(_Test("place", "place = ?", (asked.place,)))
        if asked.min_confidence > 0:
            tests.append(_Test("", "confidence >= ?", (asked.min_confidence,)))
        if asked.since is not None:
            tests.append(_Test("year", "(last IS NULL OR last >= ?)", (asked.since.isoformat(),)))
        if asked.until is not None:
            tests.append(_Test("year", "(first IS NULL OR first <= ?)", (asked.until.isoformat(),)))
        if claimed.words.strip():
            said = claims_with(self._store, claimed.words)
            tests.append(_Test("", f"claim_id {EACH}", (listed(said),)))
        return tests


def most(counts: Mapping[str, int], labels: Mapping[str, str]) -> tuple[Facet, ...]:
    """The most frequent values with their labels; of equally frequent ones the first of the alphabet."""
    ranked = sorted(counts, key=lambda value: (-counts[value], labels.get(value, value), value))
    return tuple(Facet(one, labels.get(one, one), counts[one]) for one in ranked[:MOST_VALUES])


def _among(column: str, values: Collection[str]) -> _Test | None:
    """None where nothing is chosen."""
    facet = column if column in _FACETS else ""
    return _Test(facet, f"{column} {EACH}", (listed(values),)) if values else None


def _counts(facet: str, told: Iterable[Cells]) -> Counter[str]:
    """By value; what has several counts in each, what has none in none."""
    counts: Counter[str] = Counter()
    for *values, many in told:
        for value in _years(*values) if facet == "year" else {*values}:
            if value:
                counts[value] += many
    return counts


def _years(first: str | None, last: str | None) -> Iterable[str]:
    """From the one to the other; there are none where neither is told."""
    if first is None or last is None:
        return ()
    return map(str, range(int(first), int(last) + 1))


def _check_key(after: Key, order: str) -> None:
    kinds = (int, float) if order.removeprefix("-") == "confidence" else (str,)
    if len(after) != 2 or not isinstance(after[0], kinds) or not isinstance(after[1], str):
        raise UsageError("the cursor is none of this list; begin without one")


_ORDERS: Mapping[str, str] = {
    "published": "published",
    "when": '"when"',
    "confidence": "confidence",
    "predicate": "predicate",
    "publisher": "coalesce(publisher, '')",
}
# What is counted for each facet. Who takes part, and when it was, may be several; of a time that is open at one end it
# is the year that is told.
_FACETS: Mapping[str, str] = {
    "kind": "kind",
    "predicate": "predicate",
    "phase": "phase",
    "stance": "stance",
    "state": "state",
    "actor": "source, target",
    "publisher": "publisher",
    "place": "place",
    "year": "substr(coalesce(first, last), 1, 4), substr(coalesce(last, first), 1, 4)",
}
_TWINS = f"SELECT claim_id FROM {TABLE} GROUP BY claim_id HAVING count(*) > 1 LIMIT 1"
# Of several articles that make a claim, the first by id; one that counts goes before one that was rejected.
_FIRST = (
    f"NOT EXISTS (SELECT 1 FROM {TABLE} AS other WHERE other.claim_id = one.claim_id AND"
    " (other.\"use\" = 'rejected', other.article_id) < (one.\"use\" = 'rejected', one.article_id))"
)
