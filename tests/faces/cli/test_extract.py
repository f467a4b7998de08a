"""`allegiance extract` as docs/contract.md promises it, by real runs."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.faces.cli.conftest import Ran, environment

Run = Callable[..., Ran]
REPORT = "The Northern Front attacked the army near Aleppo on Monday, a spokesman said.\n"
KEYS = ["schema", "article", "actors", "places", "dates", "statements", "claims", "failures"]


def lines(ran: Ran) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.stdout.decode().splitlines()]


def jsonl(*rows: dict[str, Any]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def test_standard_input_is_one_text_by_default(allegiance: Run) -> None:
    ran = allegiance("extract", "--published", "2014-02-03", given=REPORT.encode())
    (line,) = lines(ran)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert list(line) == KEYS
    assert line["schema"] == "allegiance.reading/1"
    assert line["article"]["text"] == REPORT
    assert line["article"]["published"] == {
        "start": "2014-02-03",
        "end": "2014-02-04",
        "grain": "day",
    }


def test_files_of_all_kinds_come_out_in_the_order_they_were_named(
    called: Run, tmp_path: Path
) -> None:
    (tmp_path / "b.txt").write_text(REPORT)
    (tmp_path / "a.jsonl").write_bytes(
        jsonl({"id": "two", "text": REPORT}, {"id": "one", "text": REPORT})
    )
    page = f"<html><head><title>A title</title></head><body><article><p>{REPORT * 4}</p></article></body></html>"
    (tmp_path / "c.html").write_text(page)
    ran = called("extract", "b.txt", "a.jsonl", "c.html", "--format", "jsonl")
    assert [line["article"]["id"] for line in lines(ran)] == ["b.txt", "two", "one", "c.html"]
    assert ran.returncode == 0


@pytest.mark.parametrize(
    "text",
    [
        "One.\r\nTwo.\r\n",
        "\ufeffA mark, \u201codd quotes\u201d, a soft\u00adhyphen, \u200fright to left\u200e.\n",
        "Tabs\tand   spaces,\n\n\n and \U0001f600 beyond the first plane.",
    ],
)
def test_the_text_is_kept_character_for_character(called: Run, text: str) -> None:
    ran = called("extract", "--from", "jsonl", given=jsonl({"id": "1", "text": text}))
    assert lines(ran)[0]["article"]["text"] == text


def test_a_bad_line_among_good_ones_fails_alone(called: Run) -> None:
    good = jsonl({"id": "good", "text": REPORT})
    ran = called("extract", "--from", "jsonl", "-", given=good + b'{"id": "bad", \n' + good)
    assert ran.returncode == 3
    assert [bool(line["failures"]) for line in lines(ran)] == [False, True, False]
    assert b"1 of 3 articles" in ran.stderr


BAD = {
    "a line without a text": ("x.jsonl", jsonl({"id": "1", "title": "none"}), "text"),
    "an empty file": ("x.txt", b"", "empty"),
    "a file of blanks": ("x.txt", b" \n\n", "empty"),
    "a binary file": ("x.txt", bytes(range(256)) * 20, "binary"),
    "a picture": ("x.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "PNG"),
    "a page without a text": ("x.html", b"<html><body><p></bod", "no article"),
    "a line of 50 MB": (
        "x.jsonl",
        b'{"id": "1", "text": "' + b"a " * 25_000_000 + b'"}\n',
        "long",
    ),
    "a kind that cannot be read": ("x.docx", b"words", ".txt"),
    "a date that is no date": (
        "x.jsonl",
        jsonl({"id": "1", "text": REPORT, "published": "yesterday"}),
        "yesterday",
    ),
    "a text in another language": (
        "x.txt",
        "Les forces gouvernementales ont repris la ville après de longs combats contre les rebelles, "
        "selon un porte-parole de l'armée qui s'exprimait lundi devant la presse.".encode(),
        "language",
    ),
    "an unknown encoding": (
        "x.txt",
        bytes(128 + (31 * n * n + 7 * n) % 128 for n in range(2000)),
        "UTF-8",
    ),
}


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """All of them in one run, since each run loads the model."""
    folder = tmp_path_factory.mktemp("bad")
    for number, (file, content, _) in enumerate(BAD.values()):
        (folder / f"{number:02}-{file}").write_bytes(content)
    files = sorted(path.name for path in folder.iterdir())
    command = [sys.executable, "-m", "allegiance", "extract", *files]
    return subprocess.run(
        command, capture_output=True, cwd=folder, env=environment(), timeout=300, check=False
    )


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_a_line_that_says_why(bad: Ran, name: str) -> None:
    line = lines(bad)[list(BAD).index(name)]
    assert BAD[name][2] in line["failures"][0]["reason"]
    assert line["claims"] == []


def test_bad_input_ends_the_run_with_its_own_status(bad: Ran) -> None:
    assert bad.returncode == 3
    assert f"{len(BAD)} of {len(BAD)} articles".encode() in bad.stderr
    assert b"Traceback" not in bad.stderr


def test_a_missing_file_fails_and_the_others_are_read(called: Run, tmp_path: Path) -> None:
    (tmp_path / "here.txt").write_text(REPORT)
    ran = called("extract", "gone.txt", "here.txt")
    gone, here = lines(ran)
    assert ran.returncode == 3
    assert "gone.txt" in gone["failures"][0]["reason"]
    assert here["failures"] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--published", "31/12/2014"), "31/12/2014"),
        (("--published", "2014-02-30"), "2014-02-30"),
        (("--from", "docx"), "docx"),
        (("--format", "xml"), "xml"),
        (("--workers", "0"), "0"),
        (("--nonsense",), "nonsense"),
    ],
)
def test_an_unusable_call_is_refused(called: Run, words: tuple[str, ...], said: str) -> None:
    ran = called("extract", *words, given=REPORT.encode())
    assert ran.returncode == 2
    assert ran.stdout == b""
    assert said.encode() in ran.stderr
    assert b"Traceback" not in ran.stderr


def test_nothing_is_kept(called: Run, tmp_path: Path) -> None:
    called("extract", given=REPORT.encode())
    assert list(tmp_path.iterdir()) == []


def test_a_terminal_shows_progress_and_the_lines_stay_clean(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    ours, theirs = pty.openpty()
    with (tmp_path / "lines").open("wb") as lines_file:
        running = subprocess.Popen(
            [sys.executable, "-m", "allegiance", "extract", "a.txt"],
            stdout=lines_file,
            stderr=theirs,
            cwd=tmp_path,
            env=environment(TERM="xterm"),
        )
    os.close(theirs)
    shown = everything_from(ours)
    assert running.wait(timeout=120) == 0
    assert b"Reading" in shown
    assert list(json.loads((tmp_path / "lines").read_bytes())) == KEYS


def everything_from(terminal: int) -> bytes:
    """What a program writes to a terminal until it ends; read at once, or the program would wait."""
    pieces: list[bytes] = []
    while True:
        try:
            pieces.append(os.read(terminal, 4096))
        except OSError:  # So Linux says that the other end is closed.
            os.close(terminal)
            return b"".join(pieces)


def test_a_reader_that_goes_away_ends_the_run_in_silence(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_bytes(
        jsonl(*({"id": str(number), "text": REPORT} for number in range(200)))
    )
    command = f"{sys.executable} -m allegiance extract many.jsonl | head -n 1"
    ran = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        cwd=tmp_path,
        env=environment(),
        timeout=120,
        check=False,
    )
    assert json.loads(ran.stdout)["article"]["id"] == "0"
    assert ran.stderr == b""
    assert ran.returncode == 141


def test_an_interrupt_ends_the_run_without_a_traceback(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "allegiance", "extract", "--from", "jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        # A full batch, so that the first line comes while the input is still open.
        running.stdin.write(jsonl(*({"id": "1", "text": REPORT} for _ in range(40))))
        running.stdin.flush()
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=60) == 130
        assert b"Traceback" not in running.stderr.read()
        running.stdin = None


def test_either_reader_of_claims_can_be_turned_off(allegiance: Run) -> None:
    for readers, rule in (("frames", "encoder."), ("encoder", "relations.")):
        ran = allegiance("extract", "--readers", readers, given=REPORT.encode())
        rules = [e["rule"] for claim in lines(ran)[0]["claims"] for e in claim["evidence"]]
        assert not [one for one in rules if one.startswith(rule)]


def test_it_explains_what_each_reader_saw(allegiance: Run) -> None:
    ran = allegiance("extract", "--explain", given=REPORT.encode())
    shown = ran.stdout.decode()
    assert ran.returncode == 0
    assert REPORT.strip() in shown
    assert "kept    event assault asserted: Northern Front > the army" in shown
    assert "frame events." in shown
    assert "both readers see it" in shown


def test_it_explains_whose_the_government_is(allegiance: Run) -> None:
    report = "Shops closed in Suez, Egypt. Roads closed in Cairo and Ismailia. The army came.\n"
    ran = allegiance("extract", "--explain", given=report.encode())
    because = "4 of 4 mentions of countries are of Egypt"
    assert f"'The army' read as Egyptian Armed Forces: {because}" in ran.stdout.decode()
