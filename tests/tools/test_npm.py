"""Which Node.js builds the web app."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from tools import npm

VERSIONS = [
    ((18, 20), False),
    ((20, 18), False),
    ((20, 19), True),
    ((21, 7), False),
    ((22, 11), False),
    ((22, 12), True),
    ((23, 0), True),
    ((26, 4), True),
]


@pytest.mark.parametrize(("version", "enough"), VERSIONS)
def test_a_node_is_taken_where_vite_runs_on_it(version: tuple[int, int], enough: bool) -> None:
    assert npm.suffices(*version) is enough


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A path on which nothing is but what a test puts there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def program(path: Path, says: str) -> None:
    path.write_text(f"#!/bin/sh\n{says}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_the_machines_own_node_comes_first(machine: Path) -> None:
    program(machine / "node", "echo v22.14.0")
    program(machine / "npm", "echo 10.9.2")
    assert next(npm.found()) == npm.Npm((machine / "npm",), machine / "node")


def test_an_old_node_of_the_machine_is_passed_over(machine: Path) -> None:
    program(machine / "node", "echo v18.20.4")
    program(machine / "npm", "echo 10.7.0")
    assert machine / "node" not in [one.node for one in npm.found()]


def test_scripts_of_packages_find_the_same_node(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (machine / "elsewhere").mkdir()
    program(machine / "elsewhere/npm", 'case "$PATH" in */elsewhere:*) exit 7 ;; esac')
    taken = npm.Npm((machine / "elsewhere/npm",), machine / "elsewhere/node")
    monkeypatch.setattr(npm, "found", lambda: iter([taken]))
    assert npm.main(["run", "build"]) == 7
    assert "elsewhere" not in os.environ["PATH"]


def test_without_any_node_one_is_told_what_to_do(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(SystemExit, match="make web"):
        npm.main(["ci"])


def test_the_versions_are_those_that_package_json_tells() -> None:
    told = json.loads((npm.WEB / "package.json").read_text())["engines"]["node"]
    assert told == "^20.19.0 || >=22.12.0"
