"""The file of words of saying keeps its own rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.errors import LexiconError
from allegiance.lexicon.lexicon import load
from allegiance.lexicon.speech import load_speech

TABLES = """
[[verbs]]
id = "say"
takes = ["clause"]
{stance}
words = {words}

[[verbs]]
id = "tell"
takes = ["whom"]
words = ["tell"]
"""


def write(folder: Path, **values: str) -> Path:
    path = folder / "speech.toml"
    path.write_text(TABLES.format(**values), encoding="utf-8")
    return path


def test_a_word_in_two_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="tell"):
        load_speech(write(tmp_path, stance="", words='["say", "tell"]'))


def test_an_unknown_stance_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="perhaps"):
        load_speech(write(tmp_path, stance='stance = "perhaps"', words='["say"]'))


def test_two_words_are_tried_before_one() -> None:
    call = load().speech.verbs["call"]
    assert [cue.second is None for cue in call] == sorted(cue.second is None for cue in call)
    assert {cue.second for cue in call} >= {None, "for", "on"}


def test_a_rule_names_kind_table_and_word() -> None:
    assert load().speech.verbs["deny"][0].rule == "speech.verbs.deny.deny"
    assert load().speech.nouns["threat"][0].rule == "speech.nouns.threaten.threat"


def test_a_word_tells_what_it_makes_of_its_content() -> None:
    speech = load().speech
    assert speech.verbs["deny"][0].stance == "denied"
    assert speech.nouns["threat"][0].stance == "threatened"
    assert speech.verbs["say"][0].stance is None
