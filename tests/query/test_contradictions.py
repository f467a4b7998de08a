"""What is found in claims of another day, whether sought anew or only where something else is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import Phase as Stage
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.lexicon.lexicon import load
from allegiance.query.contradictions import Contradictions
from allegiance.query.drawing import Drawing, drawn
from allegiance.records.bundle import Bundle
from allegiance.records.conflict import Conflict
from allegiance.resolve.actors import Cast, cast
from allegiance.store.identities import identities
from allegiance.store.ledgers import Account, accounts
from allegiance.store.store import Store, in_memory
from tests.query.test_conflicts import DAWN, FRONT, GUARDS, raid
from tests.query.test_kept_conflicts import HOLDING, RAIDED, SIDED
from tests.query.test_kept_conflicts import TOLD as ONE_OF_EVERY_KIND
from tests.telling import Said, keep, report

RULES = load().conflicting
EARLY, LATE = date(2014, 2, 28), date(2019, 12, 31)
DAYS = st.sampled_from([date(2014, 2, 1), EARLY, date(2014, 4, 1), LATE])
HELD = (
    report("2014-02-01", Said(DAWN, "control", place="Essara"), publisher="Wire"),
    report("2014-02-02", Said(FRONT, "control", place="Essara"), publisher="Post"),
)


def told(*bundles: Bundle) -> Store:
    store = in_memory()
    keep(store, *bundles)
    return store


def who(store: Store, known_by: date, **kinds: str) -> Cast:
    """Who is who by a day; `guards="state"` takes some for something else."""
    ones = identities(store, known_by)
    changed = [one._replace(kind=kinds["guards"]) if kinds and one.name == GUARDS else one for one in ones]  # type: ignore[arg-type]  # fmt: skip
    return cast(changed, {})


def by(store: Store, known_by: date, cast: Cast, like: Drawing | None = None) -> Drawing:
    return drawn(accounts(store, known_by), cast, load().ontology, like)


def both(store: Store, now: Drawing, before: Contradictions) -> tuple[Conflict, ...]:
    """What is found, taken from what was found before or not; the same."""
    found = Contradictions(store, now, RULES, before).in_order()
    assert found == Contradictions(store, now, RULES).in_order()
    return found


CHANGED = st.sampled_from([{}, {}, {"guards": "state"}])
QUICK = (Stage.explicit, Stage.reuse, Stage.generate)


@settings(max_examples=60, deadline=None, phases=QUICK)
@given(st.lists(st.one_of(RAIDED, RAIDED, SIDED, HOLDING), max_size=8), DAYS, DAYS, CHANGED)
def test_what_is_taken_from_another_day_is_what_would_be_found(
    bundles: list[Bundle], then: date, day: date, changed: dict[str, str]
) -> None:
    store = told(*ONE_OF_EVERY_KIND, *bundles)
    like = by(store, then, who(store, then, **changed))
    before = Contradictions(store, like, RULES)
    now = by(store, day, who(store, day), like)
    both(store, now, before)
    # Of a third day, drawn like the first.
    both(store, by(store, EARLY, who(store, EARLY), like), Contradictions(store, now, RULES))


def test_only_what_is_told_otherwise_is_gone_through_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = told(*ONE_OF_EVERY_KIND, report("2015-01-01", Said(DAWN, "rivalry", FRONT)))
    like = by(store, LATE, who(store, LATE))
    before = Contradictions(store, like, RULES)
    now = by(store, date(2014, 12, 31), who(store, LATE), like)
    gone_through: list[Account] = []

    def noted(drawing: Drawing, *_: object) -> tuple[()]:
        gone_through.extend(drawing.accounts)
        return ()

    monkeypatch.setattr("allegiance.query.contradictions.tie_disputes", noted)
    monkeypatch.setattr("allegiance.query.contradictions.event_disputes", _never)
    assert Contradictions(store, now, RULES, before).in_order() == before.in_order()
    assert gone_through == []


def _never(*_: object) -> None:
    raise AssertionError("they were to be taken, not sought")


@pytest.mark.parametrize("bundles", [HELD, (raid(DAWN, "Wire"), raid(FRONT, "Post"))])
def test_two_who_are_one_side_now_contradict_each_other_no_more(
    bundles: tuple[Bundle, ...],
) -> None:
    store = told(*bundles, report("2014-05-01", Said(DAWN, "affiliate", FRONT)))
    late, early = by(store, LATE, who(store, LATE)), by(store, EARLY, who(store, LATE))
    assert both(store, by(store, LATE, late.cast, early), Contradictions(store, early, RULES)) == ()
    assert both(store, by(store, EARLY, late.cast, late), Contradictions(store, late, RULES)) != ()


@pytest.mark.parametrize("bundles", [HELD, (raid(DAWN, "Wire"), raid(FRONT, "Post"))])
def test_whoever_is_called_otherwise_now_is_called_so(bundles: tuple[Bundle, ...]) -> None:
    store = told(*bundles)
    like = by(store, LATE, who(store, LATE))
    names = {key: replace(one, name=f"New {one.name}") for key, one in like.cast.actors.items()}
    now = Drawing(like.heard, replace(like.cast, actors=names), like.ontology)
    (found,) = both(store, now, Contradictions(store, like, RULES))
    assert {one.name for one in found.actors} == {f"New {DAWN}", f"New {FRONT}"}


def test_a_place_is_called_as_the_reports_that_are_known_call_it() -> None:
    store = told(*HELD, report("2015-01-01", Said(GUARDS, "assault", DAWN, place="Essara")))
    every = accounts(store, LATE)
    late = [one for one in every if one.known_on.year == 2015]
    (place,) = {one.place for one in late}
    assert place is not None
    spelt = [one._replace(place=(place[0], "Assara", *place[2:])) for one in late]
    known = [one for one in every if one not in late]
    like = drawn([*known, *spelt], who(store, LATE), load().ontology)
    now = drawn(known, like.cast, like.ontology, like)
    (found,) = both(store, now, Contradictions(store, like, RULES))
    assert found.place == "Essara"


RIVALS = report("2014-02-01", Said(DAWN, "rivalry", FRONT), publisher="Wire")
NO_RIVALS = Said(DAWN, "rivalry", FRONT, stance="denied", speaker=GUARDS)


def test_what_is_denied_later_is_not_disputed_yet() -> None:
    store = told(RIVALS, report("2014-02-10", Said(GUARDS, "rivalry", DAWN)), report("2014-03-02", NO_RIVALS))  # fmt: skip
    late = by(store, LATE, who(store, LATE))
    before = Contradictions(store, late, RULES)
    assert len(before.in_order()) == 1
    assert both(store, by(store, EARLY, late.cast, late), before) == ()


def test_who_speaks_for_a_side_now_weighs_as_that_side() -> None:
    store = told(RIVALS, report("2014-02-02", NO_RIVALS), report("2014-05-01", Said(GUARDS, "affiliate", DAWN)))  # fmt: skip
    late, early = by(store, LATE, who(store, LATE)), by(store, EARLY, who(store, LATE))
    (then,) = Contradictions(store, early, RULES).in_order()
    (now,) = both(store, by(store, LATE, late.cast, early), Contradictions(store, early, RULES))
    assert [[one.standing for one in side.voices] for side in then.sides] != [
        [one.standing for one in side.voices] for side in now.sides
    ]
