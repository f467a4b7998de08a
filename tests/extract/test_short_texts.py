"""Texts of a line or two: headings without a verb, short names before long ones, marks that a table wrote twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegiance.records.bundle import Found
from tests.extract.test_claims import relations

Read = Callable[..., Found]


@pytest.mark.parametrize(
    ("heading", "relation"),
    [
        ("Hamas and Boko Haram allies.", "alliance holds asserted: Hamas > Boko Haram"),
        (
            "Hill Brigade (HB) and Reed Front affiliates.",
            "affiliate holds asserted: Hill Brigade > Reed Front",
        ),
        (
            "Hill Brigade and Reed Front rivals. They met once.",
            "rivalry holds asserted: Hill Brigade > Reed Front",
        ),
    ],
)
def test_a_heading_without_a_verb_says_how_two_stand(
    read: Read, heading: str, relation: str
) -> None:
    assert relation in relations(read(heading))


@pytest.mark.parametrize(
    "heading", ["Talks between Hamas and Boko Haram rivals.", "Hamas and Boko Haram rivals met."]
)
def test_whose_rivals_others_are_is_not_the_rival_of_who_is_named_beside(
    read: Read, heading: str
) -> None:
    assert not [one for one in relations(read(heading)) if one.startswith("rivalry")]


def test_a_name_is_not_short_for_one_that_the_same_sentence_gives_after_it(read: Read) -> None:
    found = read("Hamas and the Foxes merged to form the Foxes Front in 2001.")
    assert {"Foxes", "Foxes Front"} <= {one.name for one in found.referents}
    found = read("The Foxes Front split from Hamas. The Foxes attacked Boko Haram.")
    assert "Foxes" not in {one.name for one in found.referents}


@pytest.mark.parametrize("mark", ["'", "\\'"])
def test_a_mark_that_a_table_escaped_is_one_mark(read: Read, mark: str) -> None:
    found = read(f"Hamas was founded by the Hill Brigade{mark}s rival, Boko Haram.")
    assert "rivalry holds asserted: Boko Haram > Hill Brigade" in relations(found)
    assert "Hill Brigade" in {one.name for one in found.referents}
