"""The command line as its users run it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from allegiance.faces.cli._screen import out
from allegiance.faces.cli.app import build

Ran = subprocess.CompletedProcess[bytes]
# Long enough for a busy machine to load the model.
SECONDS = 120


@pytest.fixture
def allegiance(tmp_path: Path) -> Callable[..., Ran]:
    """Run the command in an empty folder: `allegiance("network", "--on", "2014-02-10", given=b"...")`."""

    def run(*words: str | Path, given: bytes = b"", **variables: str) -> Ran:
        return subprocess.run(
            [sys.executable, "-m", "allegiance", *map(str, words)],
            input=given,
            capture_output=True,
            cwd=tmp_path,
            env=environment(**variables),
            timeout=SECONDS,
            check=False,
        )

    return run


@pytest.fixture
def called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """The same without a process of its own, which takes a second: for what needs none."""
    for name in LISTENED_TO:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return call


def call(*words: str | Path, given: bytes = b"") -> Ran:
    """Run the command in this process."""
    out.cache_clear()
    result = CliRunner().invoke(build(), [*map(str, words)], input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return Ran(words, result.exit_code, result.stdout_bytes, result.stderr_bytes)


def environment(**variables: str) -> dict[str, str]:
    """This process's, without what the command listens to; the package is found from any folder."""
    kept = {name: value for name, value in os.environ.items() if name not in LISTENED_TO}
    root = str(Path(__file__).parents[3])
    return {**kept, "PYTHONPATH": root, **variables}


LISTENED_TO = {"ALLEGIANCE_DB", "ALLEGIANCE_LEXICON", "NO_COLOR", "FORCE_COLOR", "COLUMNS"}
