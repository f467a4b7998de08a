"""What a text itself says is not so: reports that are false, clauses that did not come about, and "not" before an end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegiance.annotate.spacy_english import Annotator
from allegiance.clean.freeze import freeze
from allegiance.lexicon.lexicon import load
from allegiance.pipeline.steps import extract_all
from allegiance.records.article import Raw
from allegiance.records.bundle import Found
from tests.conftest import SOURCE
from tests.extract.test_claims import relations

Read = Callable[..., Found]
BACKED = "support holds {}: Iran > Houthis"


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran dismissed as baseless claims that it backs the Houthis.",
        "Iran rejects as nonsense suggestions that it backs the Houthis.",
        "Iran laughed off suggestions that it backs the Houthis.",
        "Iran called the accusation that it arms the Houthis absurd.",
        "Iran described reports that it backs the Houthis as a fabrication.",
        "The claim that Iran backs the Houthis is a lie, its spokesman said.",
        "False reports that Iran backs the Houthis spread on Sunday.",
        "Reports that Iran backs the Houthis proved false.",
        "Reports that Iran backs the Houthis turned out to be untrue.",
        "There is no truth in reports that Iran backs the Houthis.",
    ],
)
def test_a_report_that_is_said_to_be_false_is_denied(read: Read, sentence: str) -> None:
    assert BACKED.format("denied") in relations(read(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The allegation that Iran backs the Houthis has never been proved.",
        "Claims that Iran backs the Houthis have divided the council.",
        "Reports that Iran backs the Houthis are not false.",
        "Iran did not laugh off suggestions that it backs the Houthis.",
        "Baseless fears did not follow reports that Iran backs the Houthis.",
    ],
)
def test_other_reports_are_alleged_whatever_is_done_with_them(read: Read, sentence: str) -> None:
    assert BACKED.format("alleged") in relations(read(sentence))


@pytest.mark.parametrize(
    "before",
    ["Instead of joining", "Far from joining", "Rather than join", "Rather than joining"],
)
def test_a_clause_that_did_not_come_about_is_not_told(read: Read, before: str) -> None:
    told = relations(read(f"{before} the Taliban, the Houthis attacked Hezbollah."))
    assert not any(one.startswith("membership") for one in told)
    assert "membership begins asserted: Houthis > Taliban" in relations(
        read("After joining the Taliban, the Houthis attacked Hezbollah.")
    )


def test_what_was_not_done_until_a_day_was_done_then(read: Read) -> None:
    assert "membership begins asserted: Houthis > Hezbollah" in relations(
        read("The Houthis did not join Hezbollah until 2014.")
    )
    assert "membership begins asserted: Houthis > Hezbollah" not in relations(
        read("The Houthis have not joined Hezbollah until now.")
    )


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        (
            "Hezbollah did not leave the coalition with Iran.",
            "membership holds asserted: Hezbollah > coalition",
        ),
        (
            "Hezbollah has not left the alliance with Iran.",
            "alliance holds asserted: Hezbollah > Iran",
        ),
    ],
)
def test_the_encoder_ends_nothing_that_is_said_not_to_end(
    both: Annotator, sentence: str, relation: str
) -> None:
    (reading,) = both.annotate([freeze(Raw(SOURCE, "test", sentence), load())])
    told = relations(extract_all(reading, load()))
    assert relation in told
    assert not any(" ends " in one for one in told)
