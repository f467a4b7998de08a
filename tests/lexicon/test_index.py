"""Names in a row of tokens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from allegiance.lexicon.actors import KnownActor
from allegiance.lexicon.index import ActorIndex


def known(id: str, *names: str, adjectives: tuple[str, ...] = ()) -> KnownActor:
    return KnownActor(
        id, names[0], "armed-group", names[1:], adjectives, (), (), None, None, None, None, "made up"
    )  # fmt: skip


INDEX = ActorIndex(
    [
        known("reed-front", "Reed Front", "RF", "ReF", "Jabhat al-Qasab"),
        known("reed-front-norland", "Reed Front in Norland"),
        known("norland", "Norland", adjectives=("Norlandic",)),
    ]
)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("reed front", "reed-front"),
        ("Reed-Front", "reed-front"),
        ("Jabhat el-Qasab", "reed-front"),
        ("Jabhat Qasab", "reed-front"),
        ("Rééd Front", "reed-front"),
        ("Reed Front in Norland", "reed-front-norland"),
        ("Norlandic", "norland"),
    ],
)
def test_spelling_does_not_hide_a_name(name: str, id: str) -> None:
    assert [sense.actor.id for sense in INDEX.senses(name)] == [id]


def test_the_longest_name_wins() -> None:
    found = INDEX.longest(["reed", "front", "in", "norland"], 0)
    assert found is not None
    assert found[0] == 4


def test_a_comma_ends_a_name() -> None:
    assert INDEX.longest(["reed", ",", "front"], 0) is None


@pytest.mark.parametrize(("name", "acronym"), [("RF", "RF"), ("ref", "ReF"), ("Norland", None)])
def test_an_acronym_keeps_its_capitals(name: str, acronym: str | None) -> None:
    assert [sense.acronym for sense in INDEX.senses(name)] == [acronym]


def test_whoever_asks_while_a_trie_grows_finds_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    index = ActorIndex([known("reed-front", "Reed Front"), known("reed-guard", "Reed Guard")])
    between: list[str] = []

    def asked_meanwhile(name: str) -> str | None:
        if not between:
            between.append("asked")
            between.extend(sense.actor.id for sense in index.senses("Reed Guard"))
        return None

    monkeypatch.setattr("allegiance.lexicon.index.written_acronym", asked_meanwhile)
    assert [sense.actor.id for sense in index.senses("Reed Guard")] == ["reed-guard"]
    assert between == ["asked", "reed-guard"]


def test_a_state_has_the_organ_that_it_had_on_the_day() -> None:
    norland = replace(known("norland", "Norland"), kind="state")
    ministry = replace(known("ministry", "Ministry"), kind="government", body="norland")
    crown, council = (
        replace(ministry, id="crown", end=date(2012, 5, 1)),
        replace(ministry, id="council", start=date(2012, 5, 1)),
    )
    only, both = ActorIndex([norland, crown]), ActorIndex([norland, crown, council])
    day, later = (date(2012, 4, 30), date(2012, 5, 1)), (date(2012, 5, 1), date(2012, 5, 2))
    assert [both.organ("norland", "government", one) for one in (day, later)] == [crown, council]
    assert both.organ("norland", "government", (day[0], later[1])) is None
    assert both.organ("norland", "government") is None
    assert only.organ("norland", "government") == crown


def test_an_office_is_held_by_who_held_it_all_the_while() -> None:
    norland = replace(known("norland", "Norland"), kind="state")
    dost = replace(
        known("dost", "Karim Dost"),
        kind="person",
        body="norland",
        office="president",
        start=date(2012, 5, 1),
    )
    index = ActorIndex([norland, dost])
    assert index.holder("norland", "president", date(2012, 5, 1), date(2013, 1, 1)) == dost
    assert index.holder("norland", "president", date(2012, 1, 1), date(2013, 1, 1)) is None
