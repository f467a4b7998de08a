"""The command, from documents and readings to a table."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from allegiance import shelf
from benchmarks.quality import speed
from benchmarks.quality.__main__ import SETS, main
from benchmarks.quality.running import Run
from tests.benchmarks.made import Made

TEXT = "Essara accused Ruwan."
README = Path(__file__).parents[2] / "benchmarks" / "quality" / "README.md"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    gold = {"root": "accuse", "source": [0, 6], "target": [15, 20]}
    path = tmp_path / "plv.jsonl"
    lines = [{"id": name, "text": TEXT, "gold": gold} for name in ("one", "two")]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


@pytest.fixture
def written(tmp_path: Path) -> Path:
    made = Made(TEXT)
    made.claim("reject", {"source": (None, "Essara"), "target": (None, "Ruwan")}, kind="event")
    path = tmp_path / "readings.jsonl"
    path.write_text(json.dumps(made.line), encoding="utf-8")
    return path


def test_readings_are_scored_shown_and_kept(
    file: Path, written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "kept.json"
    call = ["plv", str(file), "--readings", str(written), "--errors", "1", "--json", str(kept)]
    assert main(call) == 0
    shown = capsys.readouterr().out
    assert "1 without a line" in shown
    assert "- one: gold accuse, read reject" in shown
    row = json.loads(kept.read_text())["figures"]["covered"]
    assert row == {"value": 0.5, "part": 1, "whole": 2}
    assert main([*call[:4], "--limit", "1", "--against", str(kept)]) == 0
    assert "+0.500" in capsys.readouterr().out


def test_a_command_is_run_and_never_sees_the_gold(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "kept.jsonl"
    reader = tmp_path / "reader.py"
    reader.write_text(
        "import json, sys\n"
        "for line in sys.stdin:\n"
        "    article = json.loads(line)\n"
        "    kinds = 'actors places dates statements claims'.split()\n"
        "    print(json.dumps({'article': article, **{kind: [] for kind in kinds}}))\n"
    )
    call = ["plv", str(file), "--command", f"{sys.executable} {reader}", "--keep", str(kept)]
    assert main(call) == 0
    assert [json.loads(line)["article"] for line in kept.read_text().splitlines()] == [
        {"id": "one", "text": TEXT},
        {"id": "two", "text": TEXT},
    ]
    assert "covered" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"id": "one", "text": "Another text."}', "line 1 is no document (KeyError('gold'))"),
        ('{"id": "one", "text": "Another text.", "gold": {}}', "is of another text"),
    ],
)
def test_what_cannot_be_used_is_said(
    content: str, told: str, written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(content)
    assert main(["plv", str(path), "--readings", str(written)]) == 2
    assert told in capsys.readouterr().err


def test_a_command_that_fails_is_said(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plv", str(file), "--command", "no-such-reader"]) == 2
    assert main(["plv", str(file), "--command", f"{sys.executable} -c 1/0"]) == 2
    assert "ended with status 1" in capsys.readouterr().err


def test_speed_tells_how_many_times_a_bare_pass_it_takes(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(speed, "bare_seconds", lambda texts: 2.0)
    monkeypatch.setattr(speed, "run", lambda command, wanted: Run("", 3.0 * len(wanted), 1.0))
    assert main(["speed", str(file)]) == 0
    shown = dict(line.rsplit(None, 1) for line in capsys.readouterr().out.splitlines()[1:])
    assert (shown["words"], shown["steady words a second"]) == ("6.00", "2.00")
    assert shown["times a bare pass"] == "1.50"
    monkeypatch.setattr(speed, "run", lambda command, wanted: Run("", 3.0, 1.0))
    assert main(["speed", str(file)]) == 2
    assert "bring more" in capsys.readouterr().err


@pytest.mark.parametrize("name", shelf.names(SETS))
def test_every_set_defines_its_figures_and_the_form_of_its_gold(name: str) -> None:
    assert (shelf.take(SETS, name).__doc__ or "").startswith(f"{name}: ")
    assert f"\n### {name}\n" in README.read_text(encoding="utf-8")
