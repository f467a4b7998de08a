"""How sure a claim is, by what each of its readers says."""

from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.errors import LexiconError
from allegiance.lexicon.calibration import VAGUE, load_calibration
from allegiance.lexicon.lexicon import DATA, load

SURE = load().calibration
SHARES = [share / 100 for share in range(0, 101, 5)]


@pytest.mark.parametrize("kind", ["relation", "event"])
def test_the_surer_a_reader_is_the_surer_is_the_claim(kind: str) -> None:
    alone = [SURE.confidence(kind, None, share) for share in SHARES]  # type: ignore[arg-type]
    both = [SURE.confidence(kind, 0.8, share) for share in SHARES]  # type: ignore[arg-type]
    for told in (alone, both):
        assert told == sorted(told)
        assert all(0 < one < 1 for one in told)


def test_what_is_only_linked_stays_below_a_half() -> None:
    assert SURE.confidence("relation", 0.5, 0.99) <= VAGUE < SURE.confidence("relation", 0.8, 0.99)


def test_a_table_that_lacks_a_key_says_which(tmp_path: Path) -> None:
    broken = tmp_path / "confidence.toml"
    written = (DATA / "confidence.toml").read_text(encoding="utf-8")
    broken.write_text(written.replace("\nbase", "\nbass"), encoding="utf-8")
    with pytest.raises(LexiconError, match="'base' is missing"):
        load_calibration(broken)
