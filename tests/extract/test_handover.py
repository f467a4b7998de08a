"""A change of leaders is told of the body that is led, as far as the article says which that is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegiance.annotate.spacy_english import Annotator
from allegiance.clean.freeze import freeze
from allegiance.lexicon.lexicon import load
from allegiance.pipeline.steps import extract_all
from allegiance.records.article import Raw, Source
from allegiance.records.bundle import Found
from allegiance.records.claim import Claim

Read = Callable[[str], Found]
SOURCE = Source("source-0", "text", "-", None, None, "0")
COMES = ("Daud Shah", "begins", "Hill Brigade")
GOES = ("Yunus Qanuni", "ends", "Hill Brigade")
LEADS = ("Yunus Qanuni", "holds", "Hill Brigade")


@pytest.fixture
def read(both: Annotator) -> Read:
    def run(text: str) -> Found:
        article = freeze(Raw(SOURCE, "test", text), load())
        return extract_all(next(iter(both.annotate([article]))), load())

    return run


def led(found: Found) -> set[tuple[str, str | None, str]]:
    """Who leads what, and since or until when it is so."""
    names = {referent.id: referent.name for referent in found.referents}

    def name(claim: Claim, role: str) -> str:
        return next(names[one.actor or ""] for one in claim.roles if one.role == role)

    return {
        (name(claim, "source"), claim.phase, name(claim, "target"))
        for claim in found.claims
        if claim.predicate == "leadership" and claim.stance == "asserted"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Yunus Qanuni, the head of the Hill Brigade, was replaced by Daud Shah in May.",
        "Daud Shah succeeded Yunus Qanuni as leader of the Hill Brigade in May 2014.",
        "Daud Shah took over from Yunus Qanuni, who had led the Hill Brigade since 2009.",
        "Yunus Qanuni led the Hill Brigade until 2014. Daud Shah replaced him in May.",
        "The Hill Brigade's commander, Yunus Qanuni, was killed in June and replaced by Daud Shah.",
        "Norway has replaced General Yunus Qanuni, commander of the Hill Brigade, with Daud Shah.",
    ],
)
def test_one_comes_and_the_other_goes(read: Read, text: str) -> None:
    assert led(read(text)) == {COMES, GOES}


def test_its_evidence_is_the_change_and_what_was_led(read: Read) -> None:
    text = "Yunus Qanuni led the Hill Brigade. In May 2014 Daud Shah replaced him."
    found = read(text)
    rules = {e.rule for claim in found.claims for e in claim.evidence if claim.phase == "begins"}
    assert {"relations.leadership.take-place", "relations.leadership.lead"} <= rules


def test_a_change_that_was_not_made_changes_nothing(read: Read) -> None:
    text = "Daud Shah did not replace Yunus Qanuni, the leader of the Hill Brigade."
    assert led(read(text)) == {LEADS}


def test_who_replaces_one_whose_body_nobody_names_leads_nothing(read: Read) -> None:
    assert led(read("Daud Shah replaced Yunus Qanuni. The Hill Brigade fled.")) == set()


def test_things_are_replaced_without_a_leader(read: Read) -> None:
    found = read("The Hill Brigade replaced its old rifles with new ones.")
    assert not [claim for claim in found.claims if claim.kind == "relation"]
