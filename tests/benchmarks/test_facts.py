"""Facts written down by hand."""

from __future__ import annotations

from typing import Any

from tests.benchmarks.made import Made, counts, figures_of

TEXT = "The Dawn Brigade left the Northern Front in May, Colonel Sami said. It seized Essara and killed dozens."
FACT: dict[str, Any] = {
    "kind": "relation",
    "predicates": ["affiliate"],
    "source": ["Dawn Brigade"],
    "target": ["Northern Front", "NF"],
    "phases": ["ends"],
    "stances": ["asserted"],
    "speaker": ["Colonel Sami"],
    "when": {"start": "2013-05-01", "end": "2013-06-01"},
    "evidence": [0, 47],
}
MAY = {"start": "2013-05-01", "end": "2013-06-01"}


def made(
    source: str = "Dawn Brigade", target: str = "Northern Front", *, said: bool = True, **more: Any
) -> Made:
    reading = Made(TEXT)
    sami = reading.actor("Colonel Sami", kind="person")
    statement = reading.statement(sami, "Colonel Sami", "said", "The Dawn Brigade left")
    sides = {"source": (None, source), "target": (None, target)}
    claim = {"phase": "ends", "when": MAY, "statement": statement if said else None} | more
    reading.claim("affiliate", sides, **claim)
    return reading


def labels(*facts: dict[str, Any]) -> dict[str, Any]:
    return {"closed": True, "facts": list(facts)}


def test_a_fact_is_read_with_all_that_it_asks_for() -> None:
    found = figures_of("facts", made().case(labels(FACT)))
    assert counts(found["relations"]) == (1, 1, 1, 1)
    assert counts(found["relation: affiliate"]) == (1, 1, 1, 1)
    for name in ("must right", "speaker", "when", "evidence"):
        assert counts(found[name]) == (1, 1), name


def test_speaker_and_time_are_asked_of_what_is_read() -> None:
    year = {"start": "2013-01-01", "end": "2014-01-01"}
    found = figures_of("facts", made(said=False, when=year).case(labels(FACT)))
    assert counts(found["relations"]) == (1, 1, 1, 1)
    for name in ("must right", "speaker", "when"):
        assert counts(found[name]) == (0, 1), name


def test_what_is_missed_by_one_thing_alone_is_told() -> None:
    for reading, reason in (
        (made("Northern Front", "Dawn Brigade"), "direction exchanged"),
        (made(phase="holds"), "wrong phase"),
        (made(stance="denied"), "wrong stance"),
    ):
        found = figures_of("facts", reading.case(labels(FACT)))
        assert counts(found["relations"]) == (0, 1, 0, 1)
        assert counts(found[reason]) == (1, 1)


def test_an_actor_with_names_of_both_sides_is_neither() -> None:
    reading = Made(TEXT)
    both = reading.actor("Dawn Brigade", "Northern Front")
    sides = {"source": (both, "Dawn Brigade"), "target": (both, "Northern Front")}
    reading.claim("affiliate", sides, phase="ends")
    assert counts(figures_of("facts", reading.case(labels(FACT)))["relations"]) == (0, 1, 0, 1)


def test_what_may_be_read_is_neither_missed_nor_a_mistake() -> None:
    optional = {**FACT, "must": False}
    found = figures_of("facts", made().case(labels(optional)))
    assert counts(found["relations"]) == (1, 1, 0, 0)
    assert counts(found["quiet"]) == (1, 1)


def test_a_relation_that_is_no_fact_is_a_mistake_in_a_closed_article_alone() -> None:
    assert counts(figures_of("facts", made().case(labels()))["quiet"]) == (0, 1)
    assert figures_of("facts", made().case({"facts": []})) == {}


def test_a_place_that_is_held_is_found_by_where_it_holds() -> None:
    reading = Made(TEXT)
    place = reading.place("Essara", "SY", None)
    reading.claim("control", {"source": (None, "Dawn Brigade")}, phase="begins", where=place)
    held = {"kind": "relation", "predicates": ["control"], "source": ["Dawn Brigade"]}
    held |= {"target": ["Essara"], "target_role": "place", "phases": ["begins"]}
    assert counts(figures_of("facts", reading.case(labels(held)))["relations"]) == (1, 1, 1, 1)


def test_events_are_right_or_wrong_only_between_sides_of_facts() -> None:
    reading = made()
    for target, predicate in (("Essara", "assault"), ("Essara", "aid"), ("May", "assault")):
        toll = {"killed": {"low": 24, "high": 99}}
        sides = {"source": (None, "Dawn Brigade"), "target": (None, target)}
        reading.claim(predicate, sides, kind="event", toll=toll)
    killing: dict[str, Any] = {
        "kind": "event",
        "predicates": ["assault"],
        "source": ["dawn brigade"],
    }
    killing |= {"target": ["Essara"], "toll": {"killed": {"low": 20, "high": 60}}}
    found = figures_of("facts", reading.case(labels(FACT, killing)))
    assert counts(found["events"]) == (1, 2, 1, 1)
    assert counts(found["toll"]) == (1, 1)


def test_statements_are_found_by_content_and_then_by_speaker() -> None:
    span = Made(TEXT).span
    said = {"speaker": ["Northern Front"], "content_spans": [span("The Dawn Brigade left the")]}
    found = figures_of("facts", made().case({"facts": [], "statements": [said]}))
    assert counts(found["statements"]) == (1, 1)
    assert counts(found["statement speakers"]) == (0, 1)
