"""A browser, and the server that it looks at: for the browser tests, the screenshots and the timing of the web app.

python tools/browsing.py   says which browser is taken; where there is none, it installs Debian's if it may
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

# Says which browser to take; any Chrome or Chromium will do.
VARIABLE = "ALLEGIANCE_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
# In a container, there is no sandbox to be had; and nothing of its own may ask the network.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    # Draws WebGL without a graphics card.
    "--enable-unsafe-swiftshader",
    "--force-color-profile=srgb",
)
# Days are written as the rest of the app writes them, day before month.
LANGUAGE = {"LANGUAGE": "en_GB", "LANG": "en_GB.UTF-8"}
# Long enough for a busy machine to load the server.
SECONDS_TO_START = 120
# What would lead the server elsewhere.
LISTENED_TO = ("ALLEGIANCE_DB", "ALLEGIANCE_LEXICON")
ROOT = Path(__file__).parent.parent


class NoBrowser(Exception):
    """There is no Chromium; the message says how to get one."""


def chromium() -> Path:
    """The browser: the one that the environment names, or the first on the path.

    Raises:
        NoBrowser: there is none.
    """
    told = os.environ.get(VARIABLE)
    found = shutil.which(told) if told else next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        wrong = f"{VARIABLE}={told} is no program" if told else f"none of {', '.join(NAMES)} is"
        raise NoBrowser(
            f"no Chromium to test with: {wrong}{'' if told else ' on the path'};"
            f" apt-get install chromium, or set {VARIABLE}=/path/to/chrome"
        )
    return Path(found)


@contextmanager
def browser() -> Iterator[Browser]:
    """A running browser without a window."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium(), args=list(ARGUMENTS), env={**os.environ, **LANGUAGE}
        )
        try:
            yield running
        finally:
            running.close()


@contextmanager
def served(db: Path, *, by: str = "Mara") -> Iterator[str]:
    """The address, without a slash at its end, of an `allegiance serve` over a store, until the block is left."""
    words = ["serve", "--db", str(db), "--port", "0", "--no-open", "--by", by]
    env = {name: value for name, value in os.environ.items() if name not in LISTENED_TO}
    server = subprocess.Popen(
        [sys.executable, "-m", "allegiance", *words],
        stdout=subprocess.PIPE,
        text=True,
        # This checkout, wherever it is started.
        env={**env, "PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"},
    )
    try:
        assert server.stdout is not None
        line = server.stdout.readline()
        if " at http" not in line:
            raise RuntimeError(f"the server did not start: {line!r}")
        address = line.split(" at ")[1].strip().rstrip("/")
        _wait_for(address + "/api/v1/about")
        yield address
    finally:
        server.terminate()
        server.wait()


def read_reports(folder: Path, db: Path) -> None:
    """Read a folder of reports into a new store."""
    words = ["add", str(folder), "--db", str(db)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"}
    subprocess.run(
        [sys.executable, "-m", "allegiance", *words], check=True, env=env, stdout=subprocess.DEVNULL
    )


def _wait_for(address: str) -> None:
    last = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            with urllib.request.urlopen(address, timeout=SECONDS_TO_START):
                return
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > last:
                raise
            time.sleep(0.1)


def _install() -> None:
    """Install Debian's Chromium; where that may not be done, nothing happens."""
    if os.environ.get(VARIABLE) or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    print("Installing Debian's Chromium for the browser tests (once) ...", flush=True)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
    for words in (["apt-get", "update"], install):
        subprocess.run(words, check=False, env=env, stdout=subprocess.DEVNULL)


def main() -> int:
    """See to it that there is a browser; 1 where there is none to be had."""
    try:
        chromium()
    except NoBrowser:
        _install()
    try:
        print(f"The browser is {chromium()}.")
    except NoBrowser as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
