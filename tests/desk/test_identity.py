"""A person says who is who; every answer follows, and undoing leaves no trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from allegiance.errors import AmbiguousName, Contradiction, UnknownName, UsageError
from allegiance.lexicon.lexicon import load
from allegiance.query.casting import who_is_who
from allegiance.records.bundle import Bundle
from allegiance.session import Session
from allegiance.store.store import Store
from tests.deciding import desk, holding, seen
from tests.telling import RUN, Said, keep, report

DAWN, FRONT, GUARDS, HILL = "Dawn Brigade", "Northern Front", "River Guards", "Hill Martyrs"
TOLD = (
    report("2014-01-01", Said(DAWN, "alliance", FRONT), publisher="Wire"),
    report("2014-01-02", Said(HILL, "rivalry", GUARDS), publisher="Post"),
    report("2014-01-03", Said("the rebels", "rivalry", GUARDS), publisher="Sun"),
)


def drawn(store: Store) -> set[str]:
    network = Session(store).network()
    name = {actor.id: actor.name for actor in network.actors}
    return {
        f"{name[one.source]} {one.predicate} {name[one.target or '']}" for one in network.relations
    }


def actors(store: Store) -> set[str]:
    return {one.name for one in who_is_who(store, load(), date.max).actors.values()}


def test_two_that_are_the_same_are_one_actor_with_all_its_relations() -> None:
    store = holding(*TOLD)
    desk(store).same(DAWN, HILL)
    assert drawn(store) == {
        "Dawn Brigade alliance Northern Front",
        "Dawn Brigade rivalry River Guards",
    }
    assert Session(store).profile(HILL).actor.name == DAWN


@pytest.mark.parametrize("act", ["same", "different"])
def test_undoing_gives_back_every_byte(act: str) -> None:
    store = holding(*TOLD, report("2014-01-04", Said(DAWN, "rivalry", HILL)))
    before = seen(store)
    at = desk(store)
    made = getattr(at, act)(DAWN, HILL).decision
    changed = seen(store)
    at.undo(made.id)
    assert seen(store) == before
    assert (changed != before) == (act == "same")


def test_undoing_an_undoing_brings_the_decision_back() -> None:
    store = holding(*TOLD)
    at = desk(store)
    at.same(DAWN, HILL)
    joined = seen(store)
    taken_back = at.undo().decision
    assert taken_back is not None
    at.undo(taken_back.id)
    assert seen(store) == joined


def test_undo_takes_back_ones_own_last_decision_and_no_other() -> None:
    store = holding(*TOLD)
    mara, timo = desk(store), desk(store, by="Timo")
    mara.same(DAWN, HILL)
    timo.same(FRONT, GUARDS)
    mara.undo()
    ids = who_is_who(store, load(), date.max).actors.keys()
    assert ids == {"actor-dawn-brigade", "actor-hill-martyrs", "actor-northern-front"}
    with pytest.raises(UnknownName, match="Mara has made no decision"):
        mara.undo()


def test_what_is_undone_is_not_undone_twice() -> None:
    store = holding(*TOLD)
    made = desk(store).same(DAWN, HILL).decision
    assert made is not None
    desk(store).undo(made.id[:14])
    with pytest.raises(UsageError, match="undone already, by Mara"):
        desk(store).undo(made.id)
    with pytest.raises(UnknownName, match="no decision"):
        desk(store).undo("ffff")


def test_the_later_word_on_the_same_two_counts_and_says_what_it_takes_the_place_of() -> None:
    store = holding(*TOLD)
    before = seen(store)
    desk(store).same(DAWN, HILL)
    outcome = desk(store, by="Timo").different(DAWN, HILL)
    assert "Dawn Brigade is the same as Hill Martyrs (Mara" in outcome.notes[0]
    assert seen(store) == before


def test_a_chain_that_leaves_no_room_is_named_and_not_guessed_at() -> None:
    store = holding(*TOLD)
    at = desk(store)
    first, second = at.same(DAWN, HILL).decision, at.same(HILL, FRONT).decision
    assert first is not None
    assert second is not None
    joined = seen(store)
    with pytest.raises(Contradiction, match=f"{second.id}.*{first.id}") as told:
        at.different("actor-northern-front", "actor-dawn-brigade")
    assert "undo" in str(told.value)
    assert seen(store) == joined


def test_same_is_refused_across_two_that_are_held_apart() -> None:
    store = holding(*TOLD)
    at = desk(store)
    at.different(DAWN, FRONT)
    at.same(DAWN, HILL)
    with pytest.raises(Contradiction, match="Dawn Brigade is not the same as Northern Front"):
        at.same(HILL, FRONT)


def test_nothing_is_added_where_two_are_one_already() -> None:
    store = holding(*TOLD)
    desk(store).same(DAWN, HILL)
    outcome = desk(store).same(HILL, DAWN)
    assert outcome.decision is None
    assert "one already" in outcome.notes[0]


def unknown(published: str, name: str, *, country: str, other: str = GUARDS) -> Bundle:
    return report(published, Said(name, "rivalry", other), known=False, country=country)


def test_no_rule_joins_what_a_person_holds_apart() -> None:
    """A later report names both countries; by rules it would make the two namesakes one."""
    store = holding(
        unknown("2014-01-01", HILL, country="ML"), unknown("2014-01-02", HILL, country="PH")
    )
    with pytest.raises(AmbiguousName) as told:
        desk(store).different(HILL, GUARDS)
    first, second = (candidate.split()[0] for candidate in told.value.candidates)
    both = unknown("2014-01-03", HILL, country="ML")
    (place,) = both.found.places
    both = replace(both, found=replace(both.found, places=(place, replace(place, country="PH"))))
    desk(store).different(first, second)
    keep(store, both)
    assert _how_many(store, HILL) == 2
    desk(store).undo()
    assert _how_many(store, HILL) == 1


def _how_many(store: Store, name: str) -> int:
    found = who_is_who(store, load(), date.max).actors.values()
    return sum(one.name == name for one in found)


def test_whoever_takes_a_part_in_a_claim_can_be_somebody_else() -> None:
    """Two bodies of one name in one country: only the claim tells which is meant."""
    store = holding(
        unknown("2014-01-01", HILL, country="ML"),
        unknown("1984-01-02", HILL, country="ML", other=FRONT),
    )
    assert _how_many(store, HILL) == 1
    before = seen(store)
    (old,) = [one for one in _claims(store) if Session(store).why(one).parties[1].words == FRONT]
    at = desk(store)
    at.different(HILL, f"{old}:source")
    assert _how_many(store, HILL) == 2
    at.undo()
    assert seen(store) == before


def test_the_nameless_of_one_article_can_be_somebody() -> None:
    store = holding(*TOLD)
    (claim,) = [
        one for one in _claims(store) if Session(store).why(one).parties[0].words == "the rebels"
    ]
    desk(store).same(FRONT, f"{claim}:source")
    assert "Northern Front rivalry River Guards" in drawn(store)


def test_a_name_that_the_lexicon_gave_to_the_wrong_body_is_parted_from_it() -> None:
    wrong = report("2014-01-05", Said(HILL, "alliance", GUARDS), publisher="Sun")
    (referent, *others) = wrong.found.referents
    taken = replace(referent, name=FRONT, knowledge_id="northern-front")
    store = holding(TOLD[0], replace(wrong, found=replace(wrong.found, referents=(taken, *others))))
    before = seen(store)
    at = desk(store)
    assert actors(store) == {DAWN, FRONT, GUARDS}
    at.different(FRONT, HILL, "the table of aliases errs")
    assert actors(store) == {DAWN, FRONT, GUARDS, HILL}
    assert "Hill Martyrs alliance River Guards" in drawn(store)
    at.undo()
    assert seen(store) == before


def test_one_name_alone_cannot_be_parted() -> None:
    store = holding(*TOLD)
    with pytest.raises(UsageError, match=r"3f2a9c01:source"):
        desk(store).different(DAWN, "dawn brigade")


def test_a_decision_on_names_outlives_another_reading() -> None:
    store = holding(*TOLD)
    desk(store).same(DAWN, HILL)
    joined = drawn(store)
    keep(store, *TOLD, run=replace(RUN, id="run-2", code_version="0.2.0"))
    assert drawn(store) == joined


def test_a_decision_needs_a_name() -> None:
    with pytest.raises(UsageError, match="name"):
        desk(holding(), by="  ")


def _claims(store: Store) -> list[str]:
    with store.reading() as connection:
        return list(connection.exec_driver_sql("SELECT id FROM claim ORDER BY id").scalars())
