"""What must hold of the fold whatever reports claim, however they contradict themselves and each other.

Claims are made without a store, so that there may be many of them.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.lexicon.lexicon import load
from allegiance.query.changes import changes
from allegiance.query.drawing import Drawing, Heard
from allegiance.query.history import Wanted, history
from allegiance.query.network import network
from allegiance.query.signals import Interpreter
from allegiance.records.canonical import canonical
from allegiance.records.claim import PHASES, STANCES
from allegiance.records.history import History, Interval
from allegiance.records.judgement import Actor
from allegiance.records.when import When
from allegiance.resolve.actors import Cast
from allegiance.store.ledgers import Account

ONTOLOGY = load().ontology
ACTORS = [Actor(f"actor-{name}", name.title(), "armed-group", None) for name in "abcd"]
# Two names for the first actor: a claim about both is one about itself.
REFERENTS = {**{actor.id[-1]: actor.id for actor in ACTORS}, "a2": "actor-a"}
CAST = Cast({actor.id: actor for actor in ACTORS}, REFERENTS, {})
RELATIONS = [kind.predicate for kind in ONTOLOGY.relations]
EVENTS = [kind.predicate for kind in ONTOLOGY.events]
EVERYTHING = Wanted(alleged=True)
LATE = date(2030, 1, 1)
PLACES = [("geonames:1", "Essara", None, None, None), ("geonames:2", "Tarim", None, None, None)]
DAY = timedelta(days=1)


def drawing(accounts: list[Account]) -> Drawing:
    read = Interpreter(ONTOLOGY, CAST.actors, CAST.actor_of).read
    return Drawing(tuple(Heard(one, *read(one)) for one in accounts), CAST, ONTOLOGY)


def traced(accounts: list[Account]) -> History:
    return history(drawing(accounts), EVERYTHING, known_by=LATE)


@st.composite
def whens(draw: st.DrawFn) -> When | None:
    start = draw(st.dates(date(2010, 1, 1), date(2016, 12, 31)))
    end = start + timedelta(days=draw(st.sampled_from([1, 7, 30, 365])))
    return draw(
        st.sampled_from(
            [
                None,
                When(start, end, "vague"),
                When(start, start + DAY, "day"),
                When(start, None, "since"),
                When(start.replace(month=1, day=1), None, "since"),
                When(None, end, "until"),
            ]
        )
    )


@st.composite
def accounts(draw: st.DrawFn, predicates: list[str]) -> Account:
    predicate = draw(st.sampled_from(predicates))
    # "support" is both; here it is the relation.
    relation = predicate in RELATIONS
    article = f"article-{draw(st.integers(0, 9))}"
    # One article is out on one day, by one publisher.
    known_on = date(2013, 1, 1) + timedelta(days=hash_of(article) % 1500)
    # Mostly the same two, so that the claims meet.
    party = st.sampled_from(["a", "b", "a", "b", *REFERENTS, None])
    return Account(
        claim_id=f"claim-{draw(st.integers(0, 10**9)):010}",
        kind="relation" if relation else "event",
        predicate=predicate,
        phase=draw(st.sampled_from(PHASES)) if relation else None,
        stance=draw(st.sampled_from(("asserted", "asserted", *STANCES))),
        confidence=draw(st.floats(0, 1)),
        when=draw(whens()),
        source=draw(party),
        target=draw(party),
        speaker=draw(party),
        stated=draw(st.booleans()),
        place=draw(st.sampled_from([None, *PLACES])),
        plover=None,
        article_id=article,
        report=article,
        copied=False,
        publisher=(None, "Wire", "Post")[hash_of(article) % 3],
        published=When(known_on, known_on + DAY, "day"),
        known_on=known_on,
        witness=(article, "Wire", "Post")[hash_of(article) % 3],
    )


def hash_of(article: str) -> int:
    return int(article.rpartition("-")[2]) * 7919


GOING = ("ended", "faded")
CLAIMS = st.lists(st.sampled_from([*RELATIONS, *EVENTS]), min_size=1, max_size=3).flatmap(
    lambda predicates: st.lists(
        accounts(predicates), min_size=8, max_size=24, unique_by=lambda one: one.claim_id
    )
)
MANY = settings(max_examples=60, deadline=None)


@MANY
@given(CLAIMS, st.integers())
def test_the_order_of_claims_never_shows(told: list[Account], seed: int) -> None:
    shuffled = list(told)
    Random(seed).shuffle(shuffled)
    assert canonical(traced(shuffled)) == canonical(traced(told))


@MANY
@given(CLAIMS)
def test_intervals_are_whole_whatever_is_claimed(told: list[Account]) -> None:
    claims = {one.claim_id for one in told}
    for interval in traced(told).intervals:
        relation = interval.relation
        assert relation.source != relation.target
        assert relation.claim_ids
        assert claims.issuperset((*relation.claim_ids, *relation.disputed_by))
        assert 0 <= relation.confidence < 1
        assert relation.certain == (interval.sure is not None)
        assert relation.since.end is not None
        if interval.drawn is not None:
            assert interval.drawn.end is None or interval.drawn.start < interval.drawn.end
        if interval.sure is not None:
            assert interval.drawn is not None
            assert interval.drawn.start <= interval.sure.start
            assert (interval.sure.end or LATE) <= (interval.drawn.end or LATE)
        if interval.happening:
            assert relation.until is None


@MANY
@given(CLAIMS)
def test_what_is_sure_of_a_stretch_comes_after_the_stretch_before(told: list[Account]) -> None:
    before: dict[tuple[str, bool], Interval] = {}
    by_number = sorted(traced(told).intervals, key=lambda one: one.number)
    for interval in by_number:
        key = (interval.relation.id, interval.relation.alleged)
        last = before.get(key)
        if last is not None and last.drawn is not None and interval.sure is not None:
            assert last.drawn.end is not None
            assert last.drawn.end <= interval.sure.start
        before[key] = interval


@MANY
@given(CLAIMS)
def test_no_end_of_an_interval_is_more_exact_than_some_claim(told: list[Account]) -> None:
    """Its days stand in a claim, are the day of a report, or are those of the stretch before."""
    starts = {one.when.start for one in told if one.when is not None}
    ends = {one.when.end for one in told if one.when is not None}
    out = {one.known_on + DAY for one in told}
    found = traced(told).intervals
    # "Since 2012" is some day of that year, "since May 2012" of that month.
    firsts = {day.replace(year=day.year + 1) for day in starts if day and day.day == day.month == 1}
    firsts |= {(day + 31 * DAY).replace(day=1) for day in starts if day and day.day == 1}
    last_held: set[date | None] = {one.last for one in found}
    untils = {one.relation.until.end for one in found if one.relation.until is not None}
    for relation in (one.relation for one in found):
        assert relation.since.start in {None, *starts, *untils}
        if relation.since.grain == "day":
            assert relation.since.end in ends | out | {s + DAY for s in starts if s is not None}
        if relation.until is not None:
            assert relation.until.start in {None, *starts, *last_held} or (
                # An end on the last day on which it held.
                relation.until.end is not None and relation.until.start == relation.until.end - DAY
            )
            days = {day + DAY for day in last_held | starts if day is not None}
            assert relation.until.end in ends | out | firsts | days


@MANY
@given(CLAIMS, st.dates(date(2010, 1, 1), date(2020, 1, 1)))
def test_the_map_of_a_day_has_the_intervals_that_are_drawn_on_it(
    told: list[Account], on: date
) -> None:
    drawn = drawing(told)
    held = {
        interval.relation.id
        for interval in history(drawn, Wanted(), known_by=LATE).intervals
        if interval.drawn is not None
        and interval.drawn.start <= on
        and (interval.drawn.end is None or on < interval.drawn.end)
    }
    assert {one.id for one in network(drawn, on=on, known_by=LATE).relations} == held


@MANY
@given(CLAIMS, st.lists(st.dates(date(2010, 1, 1), date(2020, 1, 1)), min_size=2, max_size=2))
def test_what_two_maps_differ_in_is_told_as_a_change(told: list[Account], days: list[date]) -> None:
    first, last = sorted(days)
    drawn = drawing(told)
    before, after = (
        {one.id for one in network(drawn, on=day, known_by=LATE).relations} for day in (first, last)
    )
    found = changes(
        drawn, Wanted(since=first, until=last), known_by=LATE, earlier=None, known_from=None
    )
    come = {one.interval.relation.id for one in found.changes if one.what not in GOING}
    gone = {one.interval.relation.id for one in found.changes if one.what in GOING}
    fleeting = {kind.predicate for kind in ONTOLOGY.relations if kind.nature == "change"}
    lasting = {
        one.id
        for one in network(drawn, on=first, known_by=LATE).relations
        if one.predicate not in fleeting
    }
    assert after - before <= come
    assert (before & lasting) - after <= gone


@MANY
@given(CLAIMS, st.dates(date(2013, 1, 1), date(2018, 1, 1)))
def test_what_was_learned_between_two_days_comes_of_reports_of_these_days(
    told: list[Account], known_from: date
) -> None:
    known = [one for one in told if one.known_on <= known_from]
    found = changes(
        drawing(told), EVERYTHING, known_by=LATE, earlier=drawing(known), known_from=known_from
    )
    for change in found.changes:
        assert change.known_on is None or change.known_on > known_from
        assert change.claim_ids or change.what in ("withdrawn", "redated", "settled")
    unchanged = changes(
        drawing(told), EVERYTHING, known_by=LATE, earlier=drawing(told), known_from=LATE
    )
    assert unchanged.changes == ()


def claimed(source: str, predicate: str, target: str, **more: object) -> Account:
    plain = Account(
        claim_id=f"claim-{source}{predicate}{target}{more}",
        kind="relation",
        predicate=predicate,
        phase="holds",
        stance="asserted",
        confidence=0.9,
        when=None,
        source=source,
        target=target,
        speaker=None,
        stated=False,
        place=None,
        plover=None,
        article_id="article-1",
        report="article-1",
        copied=False,
        publisher=None,
        published=None,
        known_on=date(2014, 1, 1),
        witness="article-1",
    )
    return plain._replace(**more)  # type: ignore[arg-type]


def test_a_cycle_of_affiliations_is_drawn_as_it_is_claimed() -> None:
    ring = [claimed(*pair) for pair in (("a", "affiliate", "b"), ("b", "affiliate", "c"), ("c", "affiliate", "a"))]  # fmt: skip
    assert [(one.relation.source[-1], one.relation.target) for one in traced(ring).intervals] == [
        ("a", "actor-b"),
        ("b", "actor-c"),
        ("c", "actor-a"),
    ]


@pytest.mark.parametrize("predicate", ["merger", "alliance", "split", "succession"])
def test_whoever_stands_so_to_itself_is_not_drawn(predicate: str) -> None:
    assert traced([claimed("a", predicate, "a2", phase="begins")]).intervals == ()


def test_an_end_before_the_only_beginning_is_of_an_earlier_stretch() -> None:
    ended = When(date(2012, 1, 1), date(2012, 2, 1), "month")
    began = When(date(2013, 1, 1), date(2013, 2, 1), "month")
    former, present = traced(
        [
            claimed("a", "alliance", "b", phase="ends", when=ended),
            claimed("a", "alliance", "b", phase="begins", when=began),
        ]
    ).intervals
    assert (former.drawn, former.relation.until) == (None, ended)
    assert (present.relation.since, present.relation.until) == (began, None)


def test_a_beginning_and_an_end_on_one_day_are_a_stretch_of_that_day() -> None:
    at = When(date(2013, 1, 1), date(2013, 1, 2), "day")
    (interval,) = traced(
        [
            claimed("a", "truce", "b", phase="begins", when=at),
            claimed("a", "truce", "b", phase="ends", when=at),
        ]
    ).intervals
    assert (interval.relation.since, interval.relation.until) == (at, at)
    assert interval.drawn is not None
    assert interval.drawn.start == at.start
