"""Histories of no more groups than can be drawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from allegiance.lexicon.lexicon import load
from allegiance.query.clipping import clipped_history
from allegiance.query.drawing import draw
from allegiance.query.history import Wanted
from allegiance.records.bundle import Bundle
from allegiance.records.listing import ClippedHistory, Unshown
from allegiance.resolve.actors import cast
from allegiance.store.identities import identities
from allegiance.store.store import in_memory
from tests.telling import Said, keep, report

DAWN, FRONT, GUARDS = "Dawn Brigade", "Northern Front", "River Guards"
LATE = date(2019, 12, 31)
REPORTS = (
    report("2014-02-03", Said(DAWN, "alliance", FRONT), publisher="Harbour Post"),
    report("2014-02-04", Said(DAWN, "alliance", FRONT), publisher="Hill Herald"),
    report("2014-02-05", Said(GUARDS, "rivalry", FRONT), publisher="Harbour Post"),
    report(
        "2014-02-06",
        Said("Omar Salim", "leadership", DAWN),
        Said("Nadia Karam", "leadership", GUARDS),
        publisher="Harbour Post",
        kinds={"Omar Salim": "person", "Nadia Karam": "person"},
    ),
)


UNITED = "United Guards"
MERGED = report(
    "2014-03-01", Said(GUARDS, "merger", FRONT, "begins", result=UNITED), publisher="Harbour Post"
)


def clipped(
    most: int, *keep_first: str, told: Sequence[Bundle] = REPORTS, places: bool = True
) -> ClippedHistory:
    store = in_memory()
    keep(store, *told)
    who = cast(identities(store, LATE), {})
    drawing = draw(store, who, load().ontology, known_by=LATE)
    return clipped_history(drawing, Wanted(), most, known_by=LATE, keep=keep_first, places=places)


def names(found: ClippedHistory) -> list[str]:
    return [actor.name for actor in found.history.actors]


def test_persons_come_with_the_groups_that_they_are_tied_to() -> None:
    found = clipped(2)
    assert names(found) == [DAWN, FRONT, "Omar Salim"]
    assert found.hidden == Unshown(groups=1, persons=1, intervals=2)


def test_whoever_is_asked_for_comes_first_and_then_those_tied_to_them() -> None:
    assert names(clipped(2, "actor-river-guards")) == ["Nadia Karam", FRONT, GUARDS]


def test_where_there_is_room_nobody_is_left_out() -> None:
    found = clipped(100)
    assert found.hidden == Unshown(groups=0, persons=0, intervals=0)
    assert len(found.history.intervals) == 4


def test_without_places_neither_who_held_them_is_told_nor_does_it_count() -> None:
    held = [
        report(f"2014-02-{day}", Said(GUARDS, "control", place="Essara"), publisher=f"Paper {day}")
        for day in range(10, 14)
    ]
    told = (*REPORTS, *held, report("2014-02-20", Said("Reed Men", "control", place="Essara")))
    assert GUARDS in names(clipped(2, told=told))
    assert names(clipped(2, told=told, places=False)) == [DAWN, FRONT, "Omar Salim"]
    found = clipped(100, told=told, places=False)
    assert all(one.relation.place is None for one in found.history.intervals)
    # Those who only held a place are still counted.
    assert found.hidden == Unshown(groups=1, persons=0, intervals=0, to_places=2)


def test_what_came_of_a_merger_comes_with_its_parties_and_is_not_told_of_without_a_place() -> None:
    found = clipped(3, "actor-united-guards", told=(*REPORTS, MERGED))
    merger = next(one.relation for one in found.history.intervals if one.relation.results)
    assert merger.results == ("actor-united-guards",)
    assert {FRONT, GUARDS, UNITED} <= set(names(found))
    without = clipped(3, told=(*REPORTS, MERGED))
    merger = next(
        one.relation for one in without.history.intervals if one.relation.predicate == "merger"
    )
    assert merger.results == ()
    assert UNITED not in names(without)
    assert without.hidden.groups == 1
