"""Known names come back whole, however the model would have cut them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegiance.annotate._draft import Drafter
from allegiance.annotate._folds import folds
from allegiance.annotate._model import load_model
from allegiance.annotate._recase import Recaser
from allegiance.clean.freeze import freeze
from allegiance.lexicon.lexicon import load
from allegiance.reading import Reading
from allegiance.records.article import Raw
from tests.conftest import SOURCE


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("the Islamic State of Iraq and the Levant ( ISIL ) fell", ["Levant"]),
        ("the Saudi - led coalition left", []),
        ("fighters of Lashkar - e - Jhangvi left", ["Jhangvi"]),
        ("the JRTN and IS met", ["Hamas"]),
        ("the River Guard ( RG ) left", ["Guard"]),
        ("the River Guard [ Water Defence Force ] left", ["Guard"]),
        ("the River Guard [ words indistinct ] left", []),
        ("it is late", []),
        ("Bashar al - Assad 's forces left", []),
    ],
)
def test_a_known_name_is_given_as_one_word(text: str, given: list[str]) -> None:
    assert [fold.word for fold in folds(text.split(), load().index)] == given


def test_the_words_of_a_folded_name_hang_on_its_head(reading_of: Callable[..., Reading]) -> None:
    doc = reading_of("The Islamic State of Iraq and the Levant (ISIL) attacked Hama.").doc
    levant = next(token for token in doc if token.text == "Levant")
    assert levant.dep_ == "nsubj"
    assert {token.head.text for token in doc if token.text in ("Islamic", "Iraq", "ISIL")} == {
        "Levant"
    }


def test_a_folded_text_stays_as_it_was(reading_of: Callable[..., Reading]) -> None:
    text = "Reports say\nthe Al Nusra\nFront (JN) and IS clashed."
    assert reading_of(text).doc.text == text


def test_the_model_is_given_nothing_of_the_word_that_an_acronym_spells() -> None:
    lexicon = load()
    drafter = Drafter(load_model().tokenizer, Recaser(lexicon), lexicon.index)
    [piece] = drafter.draft(freeze(Raw(SOURCE, "test", "The army fought IS."), lexicon)).pieces
    assert [(token.text, token.norm_) for token in piece][3] == ("Hamas", "hamas")


def test_the_parser_sees_no_verb_in_a_group_called_is(reading_of: Callable[..., Reading]) -> None:
    doc = reading_of("The rebels pledged support to IS and urged others to join.").doc
    assert [(token.pos_, token.dep_) for token in doc if token.text == "IS"] == [("PROPN", "pobj")]
