"""Attributions by content, cue and source."""

from __future__ import annotations

from tests.benchmarks.made import Made, counts, figures_of

TEXT = "“We will hold the port,” Colonel Sami said. His men fear that the road is lost."


def made(content: str) -> Made:
    reading = Made(TEXT)
    sami = reading.actor("Colonel Sami", kind="person")
    reading.statement(sami, "Sami", "said", content)
    return reading


def gold() -> dict[str, object]:
    span = Made(TEXT).span
    said = {"source": [span("Colonel Sami")], "cue": [span("said")]}
    feared = {"source": [span("His men")], "cue": [span("fear")]}
    pieces = [span("We"), span("port")]
    return {
        "attributions": [
            {**said, "content": pieces},
            {**feared, "content": [span("the road is lost")]},
        ]
    }


def test_a_statement_is_found_by_half_of_its_characters() -> None:
    found = figures_of("polnear", made("We will hold the port").case(gold()))
    assert counts(found["content"]) == (1, 1, 1, 2)
    assert counts(found["source and content"]) == (1, 1, 1, 2)
    assert counts(found["find direct"]) == (1, 1)
    assert counts(found["find indirect"]) == (0, 1)
    assert counts(found["cue when found"]) == (1, 1)


def test_less_than_half_is_another_statement() -> None:
    found = figures_of("polnear", made("We will").case(gold()))
    assert counts(found["content"]) == (0, 1, 0, 2)
    assert "cue when found" not in found


def test_another_source_is_told() -> None:
    found = figures_of("polnear", made("the road is lost").case(gold()))
    assert counts(found["content"]) == (1, 1, 1, 2)
    assert counts(found["source and content"]) == (0, 1, 0, 2)
    assert counts(found["source when found"]) == (0, 1)
