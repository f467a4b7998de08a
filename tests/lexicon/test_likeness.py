"""What makes two actors possibly the same: the table, and what is wrong in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.errors import LexiconError
from allegiance.lexicon.lexicon import DATA
from allegiance.lexicon.likeness import load_likeness

OURS = (DATA / "likeness.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("weight = 0.7", "weight = 7", "likeness is 7; wanted a number from 0 to 1"),
        ("least = 0.75", "least = 1", "nothing is more alike"),
        ("crowd = 40", "crowd = 'many'", "crowd is 'many'; wanted a whole number"),
        ("shown = 0.2\n", "", "the key 'shown' is missing"),
        ("[limits]", "[limits", "likeness.toml"),
    ],
)
def test_a_broken_table_is_told_with_its_remedy(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    path = tmp_path / "likeness.toml"
    path.write_text(OURS.replace(old, new), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != OURS
    with pytest.raises(LexiconError, match=told):
        load_likeness(path)
