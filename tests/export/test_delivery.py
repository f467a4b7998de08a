"""Files are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from allegiance.errors import UsageError
from allegiance.export._contract import File
from allegiance.export._delivery import deliver


def good() -> list[File]:
    return [File("one.txt", [b"o", b"ne\n"]), File("two.txt", [b"two\n"])]


def broken() -> Iterator[File]:
    yield File("one.txt", [b"one\n"])
    raise RuntimeError("the store went away")


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("name", ["map", "map.zip", "map.txt"])
def test_what_fails_in_the_middle_leaves_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(RuntimeError):
        deliver(broken(), tmp_path / name, several=name != "map.txt")
    assert names(tmp_path) == []


def test_what_fails_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "map.txt").write_text("old")
    with pytest.raises(RuntimeError):
        deliver(broken(), tmp_path / "map.txt", several=False)
    assert (tmp_path / "map.txt").read_text() == "old"
    deliver(good()[:1], tmp_path / "map.txt", several=False)
    assert (tmp_path / "map.txt").read_text() == "one\n"
    assert names(tmp_path) == ["map.txt"]


def test_several_files_make_a_folder_or_an_archive(tmp_path: Path) -> None:
    deliver(good(), tmp_path / "map", several=True)
    deliver(good(), tmp_path / "map.zip", several=True)
    assert names(tmp_path) == ["map", "map.zip", "map/one.txt", "map/two.txt"]


def test_an_archive_has_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        deliver(good(), tmp_path / name, several=True)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_an_empty_folder_is_filled_and_a_full_one_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    deliver(good(), tmp_path / "empty", several=True)
    assert names(tmp_path / "empty") == ["one.txt", "two.txt"]
    with pytest.raises(UsageError, match="holds files already"):
        deliver(good(), tmp_path / "empty", several=True)


@pytest.mark.parametrize(
    ("name", "several", "words"),
    [
        ("nowhere/map.txt", False, "no such folder"),
        ("nowhere/map", True, "no such folder"),
        ("folder", False, "is a folder"),
        ("folder.zip", True, "is a folder"),
        ("file", True, "is a file"),
    ],
)
def test_where_nothing_can_be_written_a_remedy_is_told(
    tmp_path: Path, name: str, several: bool, words: str
) -> None:
    for folder in ("folder", "folder.zip"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    before = names(tmp_path)
    with pytest.raises(UsageError, match=words):
        deliver(good(), tmp_path / name, several=several)
    assert names(tmp_path) == before


def test_a_link_keeps_leading_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    deliver(good()[:1], tmp_path / "link.txt", several=False)
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "one\n"


def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    deliver(good()[:1], Path(f"/dev/fd/{writing}"), several=False)
    assert os.read(reading, 100) == b"one\n"
    os.close(reading)
    os.close(writing)


def test_a_file_has_the_rights_that_the_user_gives_files(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("")
    deliver(good()[:1], tmp_path / "map.txt", several=False)
    assert (tmp_path / "map.txt").stat().st_mode == (tmp_path / "plain.txt").stat().st_mode
