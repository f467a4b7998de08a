"""A user's folder laid over the built-in data. The rows are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.errors import LexiconError
from allegiance.lexicon.actors import COLUMNS
from allegiance.lexicon.lexicon import DATA, Lexicon, load

ROWS = f"""# Invented rows.
{",".join(COLUMNS)}
hamas,Renamed,armed-group,Zorvan Column,,,PS,,,,,https://a.example
river-guards,River Guards,armed-group,,,,NO,2011,,,,https://a.example
"""


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "mine.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path


def test_a_row_of_the_users_takes_the_place_of_ours_and_others_are_added(overlay: Path) -> None:
    ours, laid = load(), load(overlay)
    assert laid.index.by_id["hamas"].name == "Renamed"
    assert {sense.actor.id for sense in laid.index.senses("Zorvan Column")} == {"hamas"}
    assert [actor.id for actor in laid.actors] == [*(actor.id for actor in ours.actors), "river-guards"]  # fmt: skip
    assert ours.index.by_id["hamas"].name == "Hamas"


def test_a_word_list_of_the_users_takes_the_place_of_ours(overlay: Path) -> None:
    ours = (DATA / "languages" / "en" / "acting.toml").read_text(encoding="utf-8")
    (overlay / "languages" / "en").mkdir(parents=True)
    mine = ours.replace('speech_verbs = """', 'speech_verbs = """ zorve ')
    assert mine != ours
    (overlay / "languages" / "en" / "acting.toml").write_text(mine, encoding="utf-8")
    assert "zorve" in load(overlay).acting.speech_verbs
    assert "zorve" not in load().acting.speech_verbs


def test_the_built_in_lexicon_is_read_once() -> None:
    assert load() is load(None)


def test_a_part_is_read_when_it_is_first_asked_for() -> None:
    lexicon = Lexicon()
    assert lexicon.ontology is lexicon.ontology
    assert "calendar" not in vars(lexicon)
    assert {"calendar", "actors", "frames"} <= vars(lexicon.read_all()).keys()


def test_what_the_user_wrote_is_checked_before_it_is_needed(overlay: Path) -> None:
    (overlay / "languages" / "en").mkdir(parents=True)
    (overlay / "languages" / "en" / "speech.toml").write_text("[cues", encoding="utf-8")
    with pytest.raises((LexiconError, ValueError)):
        load(overlay)


def test_what_a_fold_rests_on_tells_of_other_actors(overlay: Path) -> None:
    before = load(overlay).rules
    assert before != load().rules
    (overlay / "actors" / "mine.csv").write_text(ROWS.replace("River Guards", "Hill Guards"))
    assert load(overlay).rules != before


def test_a_folder_is_read_anew_when_it_has_changed(overlay: Path) -> None:
    before = load(overlay)
    assert load(overlay) is before
    (overlay / "actors" / "mine.csv").write_text(ROWS.replace("River Guards", "Hill Guards"))
    assert load(overlay).index.by_id["river-guards"].name == "Hill Guards"
    assert len({load().overlay, before.overlay, load(overlay).overlay}) == 3


def test_what_is_not_laid_over_makes_no_other_edition(overlay: Path) -> None:
    before = load(overlay).overlay
    (overlay / "notes.md").write_text("Ask Mara about the guards.\n")
    assert load(overlay).overlay == before


def test_a_folder_with_nothing_to_lay_over_is_refused(tmp_path: Path) -> None:
    (tmp_path / "river.csv").write_text(ROWS)
    with pytest.raises(LexiconError, match="nothing to lay over; give one that holds actors"):
        load(tmp_path)


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no folder; give one that holds"):
        load(tmp_path / "none")
