"""Who says what: each example is text with the content in square brackets, the speaker and the cue."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegiance.records.bundle import Found
from allegiance.records.statement import Statement

Read = Callable[..., Found]


def only(read: Read, marked: str) -> tuple[str, Statement]:
    """The text, and the one statement whose content stands between brackets in the example."""
    start = marked.index("[")
    end = marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    statements = read(text).statements
    hits = [s for s in statements if (s.content_span.start, s.content_span.end) == (start, end)]
    assert hits, [s.content_span.of(text) for s in statements]
    return text, hits[0]


DIRECT = (
    ('"[We left the town at dawn,]" said the general.', "the general", "said"),
    ('"[We left the town at dawn,]" the general said on Monday.', "the general", "said"),
    ('The general said: "[We left the town at dawn.]"', "The general", "said"),
    ('"[We are no part of it,]" Ana Cole, who leads the Owls, told reporters.', "Ana Cole", "told"),
    ('"[We left," he said. "We will not come back.]"', "he", "said"),
    ("“[We left the town at dawn,]” said the general.", "the general", "said"),
    ("''[We left the town at dawn,]'' said the general.", "the general", "said"),
)

INDIRECT = (
    ("The ministry said that [the rebels had left the town].", "The ministry", "said"),
    ("The ministry said [the rebels had left the town].", "The ministry", "said"),
    ("[The truce is over], analysts claim.", "analysts", "claim"),
    ("[The rebels had left the town], according to the ministry.", "the ministry", "according to"),
    ("According to the ministry, [the rebels had left the town].", "the ministry", "According to"),
    ("The Guard denied [it had shelled the market].", "The Guard", "denied"),
    ("Norland vowed [to fight the rebels].", "Norland", "vowed"),
    ("Norland called for [an end to the war].", "Norland", "called for"),
    ("Norland accused [Estmark of arming the rebels].", "Norland", "accused"),
    ("The envoy pointed out that [the truce had held].", "The envoy", "pointed out"),
)

NOBODY = (
    ("It is believed that [the rebels have left the town].", "believed"),
    ("[The Guard is believed to have left the town].", "believed"),
    ("[Norland is accused of arming the rebels].", "accused"),
)


@pytest.mark.parametrize(("marked", "speaker", "cue"), DIRECT)
def test_a_quotation_belongs_to_the_speaker_beside_it(
    read: Read, marked: str, speaker: str, cue: str
) -> None:
    text, statement = only(read, marked)
    assert statement.direct
    assert statement.speaker_span is not None
    assert statement.speaker_span.of(text) == speaker
    assert statement.cue_span is not None
    assert statement.cue_span.of(text) == cue


@pytest.mark.parametrize(("marked", "speaker", "cue"), INDIRECT)
def test_a_report_is_the_clause_without_that(
    read: Read, marked: str, speaker: str, cue: str
) -> None:
    text, statement = only(read, marked)
    assert not statement.direct
    assert statement.speaker_span is not None
    assert statement.speaker_span.of(text) == speaker
    assert statement.cue_span is not None
    assert statement.cue_span.of(text)[: len(cue)] == cue or cue == "called for"


@pytest.mark.parametrize(("marked", "cue"), NOBODY)
def test_a_passive_without_a_doer_has_no_speaker(read: Read, marked: str, cue: str) -> None:
    text, statement = only(read, marked)
    assert statement.speaker is None
    assert statement.speaker_span is None
    assert statement.cue_span is not None
    assert statement.cue_span.of(text) == cue


def test_a_name_in_quotation_marks_is_no_speech(read: Read) -> None:
    assert not read('The "Caliphate" lost the town. Its fighters fled.').statements


def test_statements_are_numbered_in_text_order(read: Read) -> None:
    statements = read("Norland said the war was over. Estmark denied that it had lost.").statements
    assert [s.id for s in statements] == ["s1", "s2"]
    assert statements[0].content_span.start < statements[1].content_span.start


def test_the_speaker_is_an_actor_of_the_article(read: Read) -> None:
    found = read("Al Qaeda said that it had cut its ties with ISIS.")
    names = {referent.id: referent.name for referent in found.referents}
    assert names[found.statements[0].speaker or ""] == "Al Qaeda"
