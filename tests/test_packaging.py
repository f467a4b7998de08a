"""What is installed is what is here: the wheel holds every file, and the locks hold no address."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STATIC = ROOT / "allegiance/faces/http/static"
LOCKS = sorted(path.name for path in ROOT.glob("*.lock"))


BUILD = (sys.executable, "-m", "hatchling", "build", "--target", "wheel")


@pytest.fixture
def unbuilt(tmp_path: Path) -> Path:
    """A checkout in which nobody has built the web app; of the package only as much as a build looks at."""
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE", "tools/wheel_hook.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "allegiance").mkdir()
    (tmp_path / "allegiance/__init__.py").touch()
    return tmp_path


def test_the_wheel_holds_every_file_of_the_package_and_the_web_app(tmp_path: Path) -> None:
    assert (STATIC / "index.html").is_file(), "the web app is not built; run `make web` first"
    subprocess.run([*BUILD, "--directory", tmp_path], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    here = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "allegiance").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        there = set(archive.namelist())
    assert here - there == set()
    assert any(name.endswith("licenses/LICENSE") for name in there)
    assert any(name.endswith("licenses/NOTICE") for name in there)
    assert "allegiance/faces/http/static/index.html" in there


def test_a_wheel_without_the_web_app_is_refused_with_the_remedy(unbuilt: Path) -> None:
    refused = subprocess.run(BUILD, cwd=unbuilt, check=False, capture_output=True, text=True)
    assert refused.returncode != 0
    assert "run `make web` first" in refused.stderr
    assert not list(unbuilt.rglob("*.whl"))


def test_an_editable_installation_does_without_the_web_app(unbuilt: Path, tmp_path: Path) -> None:
    program = "import hatchling.build as build, sys; print(build.build_editable(sys.argv[1]))"
    command = [sys.executable, "-c", program, str(tmp_path)]
    made = subprocess.run(command, cwd=unbuilt, check=True, capture_output=True, text=True)
    assert (tmp_path / made.stdout.split()[-1]).is_file()


def test_the_lock_of_the_web_app_pins_by_hash_and_names_no_registry() -> None:
    lock = json.loads((ROOT / "web/package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    assert [name for name, entry in packages.items() if not entry.get("integrity")] == []
    assert [name for name, entry in packages.items() if "resolved" in entry] == []


def test_the_web_app_names_each_library_by_one_version() -> None:
    package = json.loads((ROOT / "web/package.json").read_text())
    wanted = {**package["dependencies"], **package["devDependencies"]}
    assert {name: version for name, version in wanted.items() if not version[0].isdigit()} == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_by_hash_and_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text()
    pinned = re.split(r"\n(?=[a-z])", text)[1:]
    assert pinned
    assert [entry for entry in pinned if "==" not in entry or "--hash=sha256:" not in entry] == []
    assert re.findall(r"https?://|file://|--index|--find-links|--extra", text) == []


def test_every_direct_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = {re.split(r"[<>=\[]", line)[0] for line in project["dependencies"]}
    locked = re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    assert wanted - set(locked) == set()
