"""The lists of harm are checked when they are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.errors import LexiconError
from allegiance.lexicon.counting import load_counting
from allegiance.lexicon.lexicon import ENGLISH, load


def test_a_kind_of_harm_that_tolls_do_not_have_is_refused(tmp_path: Path) -> None:
    written = (ENGLISH / "counting.toml").read_text(encoding="utf-8")
    path = tmp_path / "counting.toml"
    path.write_text(written.replace("[harm.displaced]", "[harm.bored]"), encoding="utf-8")
    with pytest.raises(LexiconError, match="bored"):
        load_counting(path)


def test_every_vague_number_is_a_range() -> None:
    for low, high in load().counting.vague.values():
        assert low > 0
        assert high is None or high >= low
