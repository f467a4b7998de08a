"""The ontology says what it has to, and a broken one is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from allegiance.errors import LexiconError
from allegiance.lexicon.lexicon import DATA
from allegiance.lexicon.ontology import load_ontology

RELATIONS = (
    "affiliate alliance rivalry merger split succession leadership membership support truce "
    "neutrality control"
).split()
EVENTS = (
    "agree consult support cooperate aid concede retreat request accuse reject threaten protest "
    "sanction mobilize coerce assault"
).split()


def test_every_predicate_is_defined() -> None:
    ontology = load_ontology(DATA)
    assert [kind.predicate for kind in ontology.relations] == RELATIONS
    assert [kind.predicate for kind in ontology.events] == EVENTS


def test_every_term_has_a_definition_and_an_example() -> None:
    ontology = load_ontology(DATA)
    terms = [(t.name, t.definition, t.example) for t in (*ontology.phases, *ontology.stances)]
    terms += [(k.predicate, k.definition, k.example) for k in ontology.relations]
    terms += [(k.predicate, k.definition, k.example) for k in ontology.events]
    for name, definition, example in terms:
        assert definition.endswith("."), name
        assert example.endswith("."), name


def test_a_truce_does_not_end_the_rivalry() -> None:
    assert "rivalry" not in load_ontology(DATA).relation("truce").ends


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("relations.toml", 'ends = ["rivalry", "truce"]', 'ends = ["war"]', "war"),
        ("relations.toml", "symmetric = true\n", "", "symmetric"),
        ("relations.toml", "[phases.holds]", "[phases.stays]", "stays"),
        ("events.toml", 'relation = "rivalry"', 'relation = "hatred"', "hatred"),
        ("relations.toml", "fades_days = 1825\n", "", "fades_days"),
        ("relations.toml", 'days_because = "Truces', 'reason = "Truces', "days_because"),
        ("relations.toml", "shown_days = 365", "fades_days = 365", "shown_days"),
        ("relations.toml", 'does = "opens"', 'does = "starts"', "starts.*opens, supports"),
        ("relations.toml", 'denied = "denies"\n', "", "holds.*denied"),
        ("relations.toml", 'does = "apart"', 'does = "opens"', "alleged.*apart"),
        ("relations.toml", 'begun = "split"', 'begun = "divorced"', "divorced"),
        ("events.toml", "[events.agree]", "[events.agree", "events.toml"),
        ("events.toml", 'act = "opens"', 'act = "begins"', "begins"),
        ("events.toml", 'act = "disputes"}', 'act = "disputes", days = 3}', "days"),
        ("events.toml", 'act = "supports", days = 180', 'act = "supports"', "days"),
    ],
)
def test_a_broken_table_is_refused_by_name(
    tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    for name in ("relations.toml", "events.toml", "same_event.toml"):
        shutil.copy(DATA / name, tmp_path / name)
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(LexiconError, match=told):
        load_ontology(tmp_path)


def test_every_state_fades_and_every_number_of_days_has_its_reason() -> None:
    for kind in load_ontology(DATA).relations:
        assert (kind.fades_days is None) == (kind.nature == "change"), kind.predicate
        assert (kind.shown_days is None) == (kind.nature == "state"), kind.predicate
        assert kind.days_because.endswith("."), kind.predicate


def test_every_phase_and_stance_says_what_it_moves() -> None:
    ontology = load_ontology(DATA)
    assert set(ontology.moves.phases) == {term.name for term in ontology.phases}
    assert set(ontology.moves.denied) == {term.name for term in ontology.phases}
    assert set(ontology.moves.stances) == {term.name for term in ontology.stances}
