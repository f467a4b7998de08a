"""Words in capitals get the case that they would have inside a sentence."""

from __future__ import annotations

import pytest

from allegiance.annotate._recase import Recaser
from allegiance.lexicon.lexicon import load


@pytest.fixture(scope="module")
def recaser() -> Recaser:
    return Recaser(load())


@pytest.mark.parametrize(
    "expected",
    [
        "The guerrillas attacked the town of Tenancingo on Friday .",
        "He said President Duarte will not leave El Salvador before 3 May 1989 .",
        "Troops of the Armed Forces may march in March 1990 .",
        "The National Police arrested Francisco Merino . Merino denied it .",
        "Merino denied it . The National Police arrested Francisco Merino .",
        "The Movement for Peace and Land ( MPL ) left , the MPL said .",
        "The ELN and the FPMR met Col. Mendoza near La Union .",
        "They told us that US troops had left San Marcos .",
        "Pope John Paul II met Juan de la Cruz in Lima 's old town , the 4th in a row .",
        "Counterinsurgency units and narcotraffickers fought .",
        "Let Ana Ruiz go , they said , as soldiers led raw recruits with machineguns .",
        "The truce is in force , they say .",
    ],
)
def test_recasing_gives_the_ordinary_case_back(recaser: Recaser, expected: str) -> None:
    words = expected.upper().split()
    assert " ".join(recaser.recase(words, [0])) == expected


def test_words_with_a_small_letter_stay(recaser: Recaser) -> None:
    assert recaser.recase(["McBRIDE", "iPhone"], []) == ["McBRIDE", "iPhone"]


def test_the_rest_of_the_article_tells_the_case(recaser: Recaser) -> None:
    words = ["DAWN", "SEIZES", "TOWN"]
    assert recaser.recase(words, [], {"dawn": "Dawn"}) == ["Dawn", "seizes", "town"]


def test_no_word_changes_its_length(recaser: Recaser) -> None:
    words = ["STRASSE", "İZMIR", "O'NEILL", "MCBRIDE", "A", "5TH", "ŒUVRE", "ﬁ"]
    assert list(map(len, recaser.recase(words, [0]))) == list(map(len, words))
