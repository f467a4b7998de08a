"""Who says what: each example is text with the content in square brackets, the speaker and the cue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from allegiance.extract.statements import extract
from allegiance.lexicon.lexicon import load
from allegiance.reading import Reading
from allegiance.records.bundle import Found
from allegiance.records.span import Span
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


def bare(name: str) -> str:
    """A name without its article: whether that belongs to a mention is not our question."""
    return name.removeprefix("The ").removeprefix("the ")


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
    ("[The truce, officials said, had failed within days].", "officials", "said"),
    ("The Owls fled the town, which Norland says [is held by the rebels].", "Norland", "says"),
    ("Envoys who said [the truce was over] left the town.", "Envoys", "said"),
    ("The general fled and claimed [the war was lost].", "The general", "claimed"),
    ("Norland's statement said [the pact was void].", "Norland", "said"),
    (
        "Cole has repeatedly ignored calls from Ana Reed for [an end to the feud].",
        "Ana Reed",
        "calls",
    ),
    ("The denial of Norland that [it had armed the rebels] was false.", "Norland", "denial"),
    ("Norland's claim that [the rebels had fled] was false.", "Norland", "claim"),
    ("The army made a threat [to shell the town].", "The army", "threat"),
)

MIXED = (
    ('Cole called [the raid "a disgrace"] on Monday.', "Cole", "called"),
    ('The envoy said [the talks were "gravely harmed" by the raid].', "The envoy", "said"),
    ('The envoy said [the plan was "good" and "sound"].', "The envoy", "said"),
    ('Cole blamed [the raid on "foreign hands."]', "Cole", "blamed"),
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
    assert bare(statement.speaker_span.of(text)) == bare(speaker)
    assert statement.cue_span is not None
    assert statement.cue_span.of(text) == cue


@pytest.mark.parametrize(("marked", "speaker", "cue"), INDIRECT)
def test_a_report_is_the_clause_without_that(
    read: Read, marked: str, speaker: str, cue: str
) -> None:
    text, statement = only(read, marked)
    assert not statement.direct
    assert statement.speaker_span is not None
    assert bare(statement.speaker_span.of(text)) == bare(speaker)
    assert statement.cue_span is not None
    assert statement.cue_span.of(text)[: len(cue)] == cue or cue == "called for"


@pytest.mark.parametrize(("marked", "speaker", "cue"), MIXED)
def test_a_clause_that_holds_a_quotation_is_one_report(
    read: Read, marked: str, speaker: str, cue: str
) -> None:
    text, statement = only(read, marked)
    assert not statement.direct
    assert len(read(text).statements) == 1
    assert statement.speaker_span is not None
    assert bare(statement.speaker_span.of(text)) == bare(speaker)


@pytest.mark.parametrize(("marked", "cue"), NOBODY)
def test_a_passive_without_a_doer_has_no_speaker(read: Read, marked: str, cue: str) -> None:
    text, statement = only(read, marked)
    assert statement.speaker is None
    assert statement.speaker_span is None
    assert statement.cue_span is not None
    assert statement.cue_span.of(text) == cue


PASSED_ON = (
    (
        '"We left," the group said, according to a translation from Ana Reed.',
        "translation",
        "Ana Reed",
    ),
    (
        "He was quoted by the state news agency as saying the truce was over.",
        "quotation",
        "the state news agency",
    ),
    (
        "The general told Norland's state television that the war was over.",
        "broadcast",
        "Norland's state television",
    ),
)


@pytest.mark.parametrize(("text", "how", "by"), PASSED_ON)
def test_who_passed_it_on_is_kept_and_is_no_speaker(
    read: Read, text: str, how: str, by: str
) -> None:
    (statement,) = read(text).statements
    assert [(via.how, via.span.of(text)) for via in statement.via] == [(how, by)]
    assert statement.speaker_span is not None
    assert statement.speaker_span.of(text) != by


HEADLINES = (
    ("Police: [Rebels left the town at dawn]\n\nThe town was calm.", "Police"),
    ("[Rebels left the town at dawn]: witnesses\n\nThe town was calm.", "witnesses"),
)


@pytest.mark.parametrize(("marked", "speaker"), HEADLINES)
def test_a_headline_names_its_speaker_by_a_colon(read: Read, marked: str, speaker: str) -> None:
    text, statement = only(read, marked)
    assert statement.speaker_span is not None
    assert bare(statement.speaker_span.of(text)) == bare(speaker)


def test_a_heading_that_names_a_conflict_is_no_speaker(read: Read) -> None:
    assert not read("Hill insurgency: five soldiers die in an ambush\n\nThey fell.").statements


def test_speech_runs_on_over_open_paragraphs(read: Read) -> None:
    text = (
        '"We left the town at dawn," said the general.\n\n"We lost many men.\n\n"We will return."'
    )
    statements = read(text).statements
    assert [s.content_span.of(text)[:7] for s in statements] == ["We left", "We lost"]
    assert statements[1].content_span.of(text).endswith("We will return.")
    assert statements[1].speaker_span == statements[0].speaker_span


def test_a_quotation_mark_that_is_never_closed_ends_with_its_paragraph(read: Read) -> None:
    text = 'THE GENERAL SAID: "WE LEFT THE TOWN.\n\nTHE TOWN WAS CALM AFTER THAT.'
    (statement,) = read(text).statements
    assert statement.content_span.of(text) == "WE LEFT THE TOWN."


def test_the_second_of_two_participles_has_the_first_ones_speaker(read: Read) -> None:
    text = (
        "The group stayed out of it, with its leader calling for an end to the war, "
        "warning it would help the regime."
    )
    spans = {s.rule.rpartition(".")[2]: s.speaker_span for s in read(text).statements}
    assert spans["warn"] == spans["call-for"] is not None


def test_i_think_inside_speech_is_no_statement_of_its_own(read: Read) -> None:
    text = '"I think we lost the town," said the general.'
    assert len(read(text).statements) == 1


NOTHING_SAID = (
    "French forces came at the request of Norland's president.",
    "The Owls have not said whether they accept the truce.",
    "Norland rejected the truce.",
    "It was not possible to confirm that the letter was genuine.",
    "The splinter calls itself the Owls.",
    "Their new body is called the Owls.",
)


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_what_is_not_said_is_no_statement(read: Read, text: str) -> None:
    assert not read(text).statements


def test_a_denied_report_is_the_denial_of_its_content(read: Read) -> None:
    text = "Reports that the truce had failed were denied by Norland."
    (statement,) = read(text).statements
    assert statement.content_span.of(text) == "the truce had failed"
    assert statement.rule == "speech.verbs.deny.deny"


def test_a_rejected_proposal_is_no_denial(read: Read) -> None:
    rules = {s.rule for s in read("Cole rejected a proposal for a truce with the Owls.").statements}
    assert rules <= {"speech.nouns.demand.proposal"}


def test_a_closing_which_clause_is_the_reporters_own(read: Read) -> None:
    text = "Turkey denies that it supports the Nusra Front, which is al-Qaeda's branch in Syria."
    (statement,) = read(text).statements
    assert statement.content_span.of(text) == "it supports the Nusra Front"


def test_behind_a_comma_the_verb_goes_back_to_the_speaker(read: Read) -> None:
    text = "Cole said that the Owls had won, and urged the rebels to lay down their arms."
    spans = [s.speaker_span for s in read(text).statements]
    assert len(spans) == 2
    assert spans[0] == spans[1] is not None


def test_the_date_line_is_nobodys_words(reading_of: Callable[..., Reading]) -> None:
    line = "PARIS, 6 June 2020 (Meridian Wire) - "
    reading = reading_of(f"{line}The rebels left the town, the minister said on Friday.")
    article = replace(reading.article, dateline=Span(0, len(line) - 1))
    found = extract(replace(reading, article=article), Found(), load())
    (statement,) = found.statements
    assert statement.content_span.of(article.text) == "The rebels left the town"


def test_furniture_says_nothing(reading_of: Callable[..., Reading]) -> None:
    reading = reading_of("Norland said the war was over. Norland said the war was over.")
    article = replace(reading.article, furniture=(Span(0, 31),))
    (statement,) = extract(replace(reading, article=article), Found(), load()).statements
    assert statement.content_span.start > 31


def test_what_others_say_inside_speech_is_one(read: Read) -> None:
    text = '"The Owls claimed that we had lost the town," said the general.'
    assert len(read(text).statements) == 2


def test_a_statement_without_marks_goes_on_as_long_as_it_says_we(read: Read) -> None:
    marked = (
        "Ana Cole said in a statement:\n\n[We condemn the raid.\n\nThe town is calm, and we will stay.]\n\n"
        "The army held the road. It denied that it had lost."
    )
    text, statement = only(read, marked)
    assert statement.direct
    assert statement.speaker_span is not None
    assert statement.speaker_span.of(text) == "Ana Cole"


def test_what_a_colon_brings_without_i_or_we_is_the_reporters(read: Read) -> None:
    text = "The envoy said:\n\nThe town is calm. The army held the road. Shops were open.\n\nWe asked nobody."
    assert not [one for one in read(text).statements if one.direct]


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


def test_a_blank_is_no_speaker(read: Read) -> None:
    for statement in read("The truce had failed, according to\n\nThe town was calm.").statements:
        assert statement.speaker_span is None or statement.speaker is not None
