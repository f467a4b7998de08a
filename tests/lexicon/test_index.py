"""Names in a row of tokens."""

from __future__ import annotations

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
