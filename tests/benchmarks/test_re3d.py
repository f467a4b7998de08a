"""Entities and relations, mention by mention."""

from __future__ import annotations

from tests.benchmarks.made import Made, counts, figures_of

TEXT = "The Dawn Brigade attacked the Northern Front near Essara. It denied this. Colonel Sami leads the Front."


def gold(made: Made) -> dict[str, object]:
    entities = {
        "Dawn Brigade": "Organisation",
        "Northern Front": "Organisation",
        "Essara": "Location",
        "It": "Organisation",
        "Colonel Sami": "Person",
        "attacked": "Weapon",
    }
    ends = {"head_type": "Organisation", "tail_type": "Organisation"}
    fight = {"head": made.span("Dawn Brigade"), "tail": made.span("Northern Front"), **ends}
    shot = {**fight, "tail": made.span("attacked"), "tail_type": "Weapon"}
    return {
        "entities": [{"span": made.span(words), "type": kind} for words, kind in entities.items()],
        "relations": [{"type": "FightingAgainst", **one} for one in (fight, shot)],
    }


def test_entities_are_paired_by_overlap_inside_their_class() -> None:
    made = Made(TEXT)
    made.actor("The Dawn Brigade")
    made.actor("Northern Front", kind="person")
    made.actor("It")
    made.place("Essara", "SY", None)
    found = figures_of("re3d", made.case(gold(made)))
    assert counts(found["entities"]) == (2, 3, 2, 4)
    assert counts(found["entities exact"]) == (1, 3, 1, 4)
    assert counts(found["find organisation"]) == (1, 2)


def test_a_relation_counts_one_way_round_or_either_as_its_predicate_says() -> None:
    for kind, predicate, source, target, right in (
        ("relation", "rivalry", "Northern Front", "Dawn Brigade", 1),
        ("event", "assault", "Dawn Brigade", "Northern Front", 1),
        ("event", "assault", "Northern Front", "Dawn Brigade", 0),
        ("relation", "rivalry", "Dawn Brigade", "Colonel Sami", 0),
    ):
        made = Made(TEXT)
        made.claim(predicate, {"source": (None, source), "target": (None, target)}, kind=kind)
        found = figures_of("re3d", made.case(gold(made)))
        assert counts(found["relation: FightingAgainst"]) == (right, 1, right, 1)
        assert counts(found["relations"]) == (right, 1, right, 1)


def test_a_claim_that_is_denied_or_rests_elsewhere_does_not_count() -> None:
    made = Made(TEXT)
    sides = {"source": (None, "Dawn Brigade"), "target": (None, "Northern Front")}
    made.claim("rivalry", sides, stance="denied")
    front = made.actor("Northern Front", "the Front")
    brigade = made.actor("Dawn Brigade")
    far = {"source": (front, "the Front"), "target": (brigade, "Colonel Sami")}
    made.claim("rivalry", far, evidence=[{"span": made.span("leads")}])
    found = figures_of("re3d", made.case(gold(made)))
    assert counts(found["relations"]) == (0, 1, 0, 1)
