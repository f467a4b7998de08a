"""What is denied without being named again. The sentences are invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from allegiance.lexicon.lexicon import load
from allegiance.pipeline.steps import extract_all
from allegiance.reading import Manner, Reading
from allegiance.records.bundle import Found
from allegiance.records.ruling import said

Read = Callable[..., Found]


def denied(read: Read, text: str) -> set[tuple[str, str, str]]:
    """Predicate, source and target of the relations that the text has somebody deny."""
    found = read(text)
    names = {one.id: one.name for one in found.referents}
    sides = [
        (claim.predicate, *(names[role.actor] for role in claim.roles if role.actor is not None))
        for claim in found.claims
        if claim.kind == "relation" and claim.stance == "denied"
    ]
    return {(one, source, target) for one, source, target in sides}


@pytest.mark.parametrize(
    "text",
    [
        "Egypt accused Sudan of arming the Reed Front. Sudan denied it.",
        "Egypt said that Sudan was arming the Reed Front; Sudan denies it.",
        "Egypt says that Sudan arms the Reed Front, which Sudan denies.",
        "Egypt says that Sudan arms the Reed Front, a charge that Sudan rejects.",
        "The Reed Front is said to be financed by Sudan. Sudan calls this absurd.",
        'Egypt accused Sudan of backing the Reed Front. The foreign ministry called that "pure invention".',
        "Egypt accused Sudan of backing the Reed Front. The charge was dismissed by a spokesman.",
    ],
)
def test_who_denies_it_denies_what_was_alleged(read: Read, text: str) -> None:
    assert denied(read, text) == {("support", "Sudan", "Reed Front")}


@pytest.mark.parametrize(
    "text",
    [
        "Egypt accused Sudan of arming the Reed Front. Sudan did not deny it.",
        "Sudan backs the Reed Front. Sudan called it a great day.",
        "The Reed Front asked Sudan for weapons. Sudan rejected it.",
        "Egypt accused Sudan of arming the Reed Front and Iran of arming the Hill Brigade. Oman denied it.",
        "Egypt accused Sudan of arming the Reed Front. A week went by. Sudan denied it.",
        "Egypt accused Sudan of shelling the Reed Front. Sudan denied it.",
    ],
)
def test_nothing_else_is_denied(read: Read, text: str) -> None:
    assert denied(read, text) == set()


def test_a_denial_is_said_by_who_denies(read: Read) -> None:
    found = read("Egypt accused Sudan of arming the Reed Front. Sudan denied it.")
    claim = next(claim for claim in found.claims if claim.stance == "denied")
    statement = next(one for one in found.statements if one.id == claim.statement)
    assert statement.speaker == next(one.id for one in found.referents if one.name == "Sudan")


def test_explaining_tells_of_what_is_denied_without_being_named(
    reading_of: Callable[..., Reading],
) -> None:
    text = "Egypt accused Sudan of arming the Reed Front. Sudan denied it."
    found = extract_all(replace(reading_of(text), manner=Manner("frames", explained=True)), load())
    told = {(one.sides, one.says) for one in found.rulings if one.kept}
    assert "denied" in {claim.stance for claim in found.claims}
    assert {(tuple(r.span for r in c.roles), said(c)) for c in found.claims} == told
