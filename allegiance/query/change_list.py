"""Changes as a list shows them: with the names of their relations, and how many there are of what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from allegiance.query.changes import Shift
from allegiance.query.chart import Chart
from allegiance.query.claim_table import most
from allegiance.records.listing import ChangeFacets, ChangeRow


def change_rows(several: Sequence[Shift], chart: Chart) -> Iterator[ChangeRow]:
    """Changes with the names of their relations."""
    actors = chart.cast.actors
    states = [one.shown.state for one in several]
    sites = chart.places({state.tie.place for state in states if state.tie.place})
    for one, state in zip(several, states, strict=True):
        tie = state.tie
        yield ChangeRow(
            one.change(),
            actors[tie.source],
            actors[tie.target] if tie.target else None,
            sites[tie.place] if tie.place else None,
            tuple(actors[result] for result in state.results),
        )


def change_facets(several: Iterable[Shift], chart: Chart) -> ChangeFacets:
    """How many of them have what."""
    whats: Counter[str] = Counter()
    predicates: Counter[str] = Counter()
    for one in several:
        whats[one.what] += 1
        predicates[one.shown.state.tie.predicate] += 1
    labels = {kind.predicate: kind.label for kind in chart.ontology.relations}
    return ChangeFacets(what=most(whats, {}), predicate=most(predicates, labels))
