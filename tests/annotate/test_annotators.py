"""What every annotator promises: the words of the article stay as they are."""

from __future__ import annotations

import pytest

from allegiance.annotate._contract import Annotator
from allegiance.annotate.blank import Annotator as Blank
from allegiance.annotate.spacy_english import Annotator as English
from allegiance.lexicon.lexicon import load
from allegiance.reading import Reading
from allegiance.records.article import Article
from allegiance.records.span import Span

TEXTS = (
    "",
    "  ",
    "\n\n",
    ".",
    "One word",
    "\ufeffA fight.",
    "\n\n  A fight in Tall Rifat.\r\n\r\nAnother one.\r\n",
    "The leader of\nthe front\twas killed.",
    "Hez\u00adbol\u00adlah\u200f left\u00a0Tyre\u200b.\u2028\u201cWe won\u2019t,\u201d it said.",
    'The Front\\\'s men left \\"Tyre\\". ""We won\u2019t,"" it said.\\',
    "REBELS SEIZE TOWN NEAR THE BORDER\n\nRebels seized a town.",
    "THE ARMY DON'T SAY.\n\nO'NEILL'S MEN LEFT.",
    "\u0149 STRA\u00dfE \u0130ZMIR \U0001f600 ARMY LEFT THE TOWN",
    "a" * 3000 + " was found.",
    "word " * 9000,
    "no end mark " * 200,
    "((((((((\n))))))) -- \n ... !!!",
)


def article(text: str, **more: object) -> Article:
    return Article("article-0", "test", "source-0", "en", text, **more)  # type: ignore[arg-type]


def annotated(annotator: Annotator, *texts: str) -> list[Reading]:
    return list(annotator.annotate(map(article, texts)))


@pytest.fixture(scope="module", params=["blank", "spacy_english"])
def any_annotator(request: pytest.FixtureRequest, annotator: English) -> Annotator:
    return Blank(load()) if request.param == "blank" else annotator


def sentences(reading: Reading) -> list[str]:
    return [" ".join(sentence.text.split()) for sentence in reading.doc.sents]


def test_the_text_of_a_reading_is_the_text_of_its_article(any_annotator: Annotator) -> None:
    for text, reading in zip(TEXTS, annotated(any_annotator, *TEXTS), strict=True):
        assert reading.doc.text == text
        assert reading.article.text == text


def test_tokens_stand_where_their_characters_stand(any_annotator: Annotator) -> None:
    for text, reading in zip(TEXTS, annotated(any_annotator, *TEXTS), strict=True):
        assert all(text[token.idx : token.idx + len(token)] == token.text for token in reading.doc)


def test_an_article_reads_the_same_alone_and_among_others(any_annotator: Annotator) -> None:
    together = annotated(any_annotator, *TEXTS)
    for text, reading in zip(TEXTS[:12], together, strict=False):
        alone = annotated(any_annotator, text)[0]
        assert alone.doc.to_json() == reading.doc.to_json()


def test_no_article_no_reading(any_annotator: Annotator) -> None:
    assert annotated(any_annotator) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Town taken\n\nThe rebels took it.", ["Town taken", "The rebels took it."]),
        ("Town taken by rebels\nThe rebels took it on Monday, a spokesman of theirs said later in the day.",
         ["Town taken by rebels", "The rebels took it on Monday, a spokesman of theirs said later in the day."]),
        ("The rebels took the town on Monday after\na week of fighting with the army around\nits northern edge.",
         ["The rebels took the town on Monday after a week of fighting with the army around its northern edge."]),
    ],
)  # fmt: skip
def test_line_breaks_part_sentences_only_where_lines_are_not_wrapped(
    any_annotator: Annotator, text: str, expected: list[str]
) -> None:
    assert sentences(annotated(any_annotator, text)[0]) == expected


def test_a_sentence_begins_after_the_date_line_and_after_furniture(
    any_annotator: Annotator,
) -> None:
    text = "Share this BEIRUT (Agency) - the rebels took the town."
    given = article(text, furniture=(Span(0, 10),), dateline=Span(11, 28))
    reading = next(iter(any_annotator.annotate([given])))
    assert sentences(reading) == ["Share this", "BEIRUT (Agency) -", "the rebels took the town."]
