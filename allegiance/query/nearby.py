"""Events of some days from claims that are fetched as far as they are needed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, timedelta

from allegiance.lexicon.ontology import Ontology
from allegiance.query.drawing import Drawing, is_deed
from allegiance.query.happenings import Happening, Happenings, last_day
from allegiance.resolve.actors import Cast
from allegiance.store.atlas import rows
from allegiance.store.ledgers import Account
from allegiance.store.lookups import families
from allegiance.store.store import Store


def nearby(
    store: Store,
    draw: Callable[[Collection[str]], Drawing],
    days: Collection[int],
    articles: Collection[str],
    cast: Cast,
    ontology: Ontology,
) -> list[Happening]:
    """Every event that a claim of about these days may be of, with all that are likened to them.

    Args:
        draw: a drawing of all claims of some articles.
        days: ordinals.
        articles: those that say something else than the atlas has.
    """
    near = _Nearby(store, draw, articles, cast, ontology)
    found: dict[str, Happening] = {}
    for first, last in _together(days, near.reach):
        found.update((one.id, one) for one in near.around(first, last))
    return list(found.values())


class _Nearby(Happenings):
    """Everything that claims say was done, fetched by the days on which it was."""

    def __init__(
        self,
        store: Store,
        draw: Callable[[Collection[str]], Drawing],
        articles: Collection[str],
        cast: Cast,
        ontology: Ontology,
    ) -> None:
        super().__init__((), cast.actor_of, ontology.sameness)
        self._store = store
        self._draw = draw
        self._articles = articles
        # Nobody counts them: whatever is asked for may be a part.
        self._many = -1

    def _slice(self, first: date, last: date) -> list[Account]:
        asked = "SELECT DISTINCT article_id FROM atlas_claim WHERE happened BETWEEN ? AND ?"
        there = rows(self._store, asked, first.toordinal(), last.toordinal())
        near = families(self._store, articles={row[0] for row in there}.union(self._articles))
        told = (one.account for one in self._draw(near).heard if is_deed(one))
        return sorted((one for one in told if first <= last_day(one) <= last), key=last_day)


def _together(days: Iterable[int], reach: timedelta) -> Iterator[tuple[date, date]]:
    """Stretches of days that hold these with all days that are within reach."""
    first = last = None
    for day in sorted(days):
        if first is None or last is None or day - reach.days > last:
            if first is not None and last is not None:
                yield date.fromordinal(first), date.fromordinal(last)
            first = day - reach.days
        last = day + reach.days
    if first is not None and last is not None:
        yield date.fromordinal(first), date.fromordinal(last)
