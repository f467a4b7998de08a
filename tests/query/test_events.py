"""One event, many reports: what the map tells of it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.lexicon.lexicon import load
from allegiance.query.happenings import Before, Happenings, last_day
from allegiance.records.bundle import Bundle
from allegiance.records.network import Event, Losses
from allegiance.records.when import When
from allegiance.store.ledgers import Account
from tests.query.test_map import DAWN, FRONT, drawn
from tests.telling import Said, day, report


def told(*bundles: Bundle) -> tuple[Event, ...]:
    return drawn(*bundles, on="2014-02-20").events


def only(*bundles: Bundle) -> Event:
    (event,) = told(*bundles)
    return event


def raid(publisher: str, **facets: object) -> Bundle:
    said: dict[str, object] = {"when": day("2014-02-01"), "place": "Essara", "toll": (12, 12)}
    return report(
        "2014-02-03",
        Said(DAWN, "assault", FRONT, **{**said, **facets}),  # type: ignore[arg-type]
        publisher=publisher,
    )


def test_reports_that_agree_in_enough_are_of_one_event() -> None:
    event = only(raid("Wire"), raid("Post", when=None), raid("Sun", place=None))
    assert (event.reports, event.witnesses, len(event.claim_ids)) == (3, 3, 3)
    assert (event.when, event.place) == (day("2014-02-01"), "Essara")


def test_another_town_is_another_event() -> None:
    assert len(told(raid("Wire"), raid("Post", place="Tarim"))) == 2


def test_a_copy_is_a_report_but_no_witness() -> None:
    first = raid("Wire")
    assert first.article is not None
    said = Said(DAWN, "assault", FRONT, when=day("2014-02-01"), place="Essara", toll=(12, 12))
    copy = report("2014-02-04", said, publisher="Paper", reprint_of=first.article.id)
    event = only(first, copy)
    assert (event.reports, event.witnesses) == (2, 1)


def test_what_only_the_copy_says_is_still_no_second_witness() -> None:
    first = raid("Wire")
    assert first.article is not None
    said = Said(DAWN, "assault", FRONT, when=day("2014-02-01"), place="Essara", plover="ASSAULT/aerial")  # fmt: skip
    copy = report("2014-02-04", said, Said(FRONT, "alliance", DAWN), publisher="Paper", reprint_of=first.article.id)  # fmt: skip
    network = drawn(first, copy, on="2014-02-20")
    assert [(one.reports, one.witnesses) for one in network.relations] == [(1, 1), (2, 1)]


def test_the_most_exact_words_are_told() -> None:
    event = only(
        raid("Wire", when=day("2014-02")),
        raid("Post", plover="ASSAULT/heavy-weapons"),
        raid("Sun", when=None),
    )
    assert (event.when, event.mode) == (day("2014-02-01"), "heavy-weapons")


def test_days_that_do_not_meet_are_told_from_the_first_to_the_last() -> None:
    event = only(raid("Wire"), raid("Post", when=day("2014-02-02")))
    assert event.when == When(date(2014, 2, 1), date(2014, 2, 3), "vague")


def test_tolls_are_told_from_the_least_to_the_most_and_never_averaged() -> None:
    differing = only(raid("Wire"), raid("Post", toll=(15, 15)))
    assert differing.tolls == (Losses("killed", 12, 15, agreed=False),)
    open_ended = only(raid("Wire"), raid("Post", toll=(10, None)))
    assert open_ended.tolls == (Losses("killed", 10, None, agreed=True),)


def test_a_denial_is_told_beside_the_event_and_makes_none() -> None:
    denied = raid("Post", stance="denied", speaker=DAWN)
    event = only(raid("Wire"), denied)
    assert event.disputed_by == tuple(claim.id for claim in denied.found.claims)
    assert (event.reports, event.witnesses) == (1, 1)
    assert told(denied) == ()


def test_an_event_keeps_its_id_when_later_reports_come() -> None:
    said = Said(DAWN, "assault", FRONT, place="Essara", toll=(12, 12))
    later = report("2014-02-06", said, publisher="Post")
    both = only(raid("Wire"), later)
    assert both.reports == 2
    assert both.id == only(raid("Wire")).id != only(later).id


def _numbered(told: list[Account]) -> list[Account]:
    return [
        one._replace(
            claim_id=f"claim-{n:02}", article_id=f"article-{n:02}", report=f"article-{n:02}"
        )
        for n, one in enumerate(told)
    ]


def _told(days: st.SearchStrategy[date], most: int) -> st.SearchStrategy[list[Account]]:
    return st.lists(_accounts(days), max_size=most).map(_numbered)


def _accounts(days: st.SearchStrategy[date]) -> st.SearchStrategy[Account]:
    return st.builds(
        Account,
        claim_id=st.just(""),
        kind=st.just("event"),
        predicate=st.just("assault"),
        phase=st.none(),
        stance=st.sampled_from(["asserted", "asserted", "denied"]),
        confidence=st.just(0.9),
        when=st.one_of(
            st.none(),
            days.map(lambda start: day(str(start))),
            days.map(lambda start: day(str(start)[:7])),
            days.map(lambda start: When(start, None, "since")),
        ),
        source=st.sampled_from(["dawn", "dawn", "guards"]),
        target=st.sampled_from(["front", None]),
        speaker=st.none(),
        stated=st.just(False),
        place=st.sampled_from([None, ("essara", "Essara", "SY", 36.0, 37.0)]),
        plover=st.just("ASSAULT"),
        article_id=st.just(""),
        report=st.just(""),
        copied=st.just(False),
        publisher=st.none(),
        published=st.none(),
        known_on=days,
        witness=st.just(""),
    )


DAYS = st.dates(date(2014, 1, 1), date(2014, 12, 31))


@settings(max_examples=60, deadline=None)
@given(_told(DAYS, 30), DAYS)
def test_the_events_of_some_days_are_those_of_all_days(told: list[Account], first: date) -> None:
    last = first + timedelta(days=20)
    who = {name: name for name in ("dawn", "guards", "front")}
    happenings = Happenings(told, who, load().ontology.sameness)
    wanted = [
        one
        for one in happenings.all
        if any(first <= last_day(account) <= last for account in one.accounts)
    ]
    assert list(happenings.between(first, last)) == wanted


WEEK = st.dates(date(2014, 1, 1), date(2014, 1, 7))
WHO = {name: name for name in ("dawn", "guards", "front")}
ELSE = st.sampled_from([WHO, WHO, WHO | {"guards": "dawn"}, {"dawn": "dawn", "front": "front"}])


@settings(max_examples=300, deadline=None)
@given(_told(WEEK, 12), st.sets(st.integers(0, 11)), st.sets(st.integers(0, 11)), ELSE, ELSE)
def test_what_is_judged_of_other_claims_is_what_would_be_judged_anew(
    told: list[Account],
    unknown: set[int],
    unknown_then: set[int],
    who: dict[str, str],
    who_then: dict[str, str],
) -> None:
    rules = load().ontology.sameness
    now, then = (
        [one for number, one in enumerate(told) if number not in left_out]
        for left_out in (unknown, unknown_then)
    )
    moved = {name for name in WHO if who.get(name) != who_then.get(name)}
    anew = {
        (one.claim_id, one.article_id)
        for one in now
        if one not in then or moved & {one.source, one.target}
    }
    before = Before(Happenings(then, who_then, rules), anew)
    taken, fresh = Happenings(now, who, rules, before), Happenings(now, who, rules)
    assert taken.all == fresh.all
    assert sorted(taken.rivals) == sorted(fresh.rivals)
