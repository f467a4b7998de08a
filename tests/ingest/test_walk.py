"""From what the caller names to articles, in a fixed order."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from allegiance import ingest
from allegiance.errors import UsageError
from allegiance.records.bundle import Unread

WORDS = "The rebels took the town."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.txt",
        "deep/c.TXT",
        ".hidden/d.txt",
        "deep/.e.txt",
        "picture.png",
        "bare",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(WORDS)
    (tmp_path / "z.jsonl").write_text('{"id": "z1", "text": "x"}\n{"id": "z2", "text": "y"}\n')
    return tmp_path


def labels(*inputs: str | Path, stdin: bytes = b"", form: str = "txt") -> list[str]:
    return [taken.label for taken in ingest.read(inputs, stdin=io.BytesIO(stdin), form=form)]


def test_a_folder_gives_its_readable_files_by_path(folder: Path) -> None:
    assert labels(folder) == ["a.txt", "b.txt", "c.TXT", "z1", "z2"]


def test_inputs_come_in_the_order_given(folder: Path) -> None:
    line = b'{"id": "s", "text": "x"}'
    assert labels(folder / "b.txt", "-", folder / "a.txt", stdin=line, form="jsonl") == [
        "b.txt",
        "s",
        "a.txt",
    ]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("absent.txt", "there is no such file; check the path"),
        ("picture.png", "cannot read a .png file; wanted .htm, .html, .jsonl, .txt"),
        ("bare", "cannot read a file without a suffix"),
        ("empty", "no file in this folder can be read"),
    ],
)
def test_what_cannot_be_read_is_given_with_its_reason(folder: Path, name: str, wanted: str) -> None:
    (folder / "empty").mkdir()
    found = list(ingest.read([folder / name]))
    assert len(found) == 1
    assert isinstance(found[0], Unread)
    assert wanted in found[0].failure.reason
    assert str(folder / name) in found[0].failure.reason


def test_one_bad_file_does_not_stop_the_others(folder: Path) -> None:
    assert labels(folder / "absent.txt", folder / "a.txt") == ["absent.txt", "a.txt"]


def test_a_form_that_is_none_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match="cannot read 'docx'; available: htm, html, jsonl, txt"):
        labels("-", form="docx")


def test_files_are_opened_only_when_their_turn_comes(folder: Path) -> None:
    reading = ingest.read([folder / "a.txt", folder / "later.txt"])
    next(reading)
    (folder / "later.txt").write_text(WORDS)
    assert not isinstance(next(reading), Unread)
