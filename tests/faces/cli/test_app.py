"""The command as a whole: help, version, names, speed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from allegiance import __version__, shelf
from allegiance.faces.cli.app import COMMANDS
from tests.faces.cli.conftest import Ran, environment

Run = Callable[..., Ran]
# What takes a noticeable time to import; none of it is needed to print help.
HEAVY = {
    "spacy", "sqlalchemy", "pydantic", "numpy", "trafilatura", "rich.console", "alembic", "fastapi", "uvicorn",
}  # fmt: skip


def test_the_help_names_every_command(allegiance: Run) -> None:
    ran = allegiance("--help")
    assert ran.returncode == 0
    assert all(f"\n  {name} " in ran.stdout.decode() for name in shelf.names(COMMANDS))


@pytest.mark.parametrize("name", shelf.names(COMMANDS))
def test_the_help_of_a_command_ends_with_examples(allegiance: Run, name: str) -> None:
    words = allegiance(name, "--help").stdout.decode()
    assert "Examples:\n" in words
    assert f"$ allegiance {name}" in words or f"| allegiance {name}" in words


def test_the_version_is_that_of_the_package(allegiance: Run) -> None:
    assert allegiance("--version").stdout.decode() == f"allegiance {__version__}\n"


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from allegiance.faces.cli.app import build\n"
        "try: build()(['network', '--help'])\n"
        "except SystemExit: print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment(), check=True
    )
    assert HEAVY.isdisjoint(ran.stderr.decode().split())


def test_a_mistyped_command_suggests_the_right_one(allegiance: Run) -> None:
    ran = allegiance("netwrok")
    assert ran.returncode == 2
    assert b"network" in ran.stderr
