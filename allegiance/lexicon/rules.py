"""From a rule's id to the line of a data file that a researcher can edit."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from allegiance.records.answer import RuleLine

SUFFIXES = (".toml", ".csv")
# A table is shown up to its next table, and no further than this.
MOST_LINES = 8


@lru_cache(maxsize=1024)
def rule_line(rule: str, folder: Path) -> RuleLine:
    """Where a rule is written; no file for one that is not written as data.

    A rule's last word names the line, the words before it the file or the table: `relations.affiliate.sever-ties` is
    the table with `id = "sever-ties"` in `relations.affiliate.toml`.
    """
    for path in sorted(_files(folder), key=lambda path: _distance(path, rule)):
        found = _in_file(path, rule)
        if found is not None:
            number, text = found
            return RuleLine(rule, path.relative_to(folder).as_posix(), number, text)
    return RuleLine(rule, None, None, None)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.suffix in SUFFIXES]


def _distance(path: Path, rule: str) -> tuple[int, str]:
    """Files whose name begins the rule come first, the longest of them before the others."""
    begins = rule == path.stem or rule.startswith(f"{path.stem}.")
    return (-len(path.stem) if begins else 1, path.as_posix())


def _in_file(path: Path, rule: str) -> tuple[int, str] | None:
    lines = path.read_text(encoding="utf-8").splitlines()
    for name in _names_in(path, rule):
        for number, line in enumerate(lines, start=1):
            if _names(line, name, path.suffix):
                return number, _passage(lines, number, path.suffix)
    return None


def _names_in(path: Path, rule: str) -> list[str]:
    """What a line may be called in this file: the last word, or in the file that the rule names the one before."""
    parts = rule.split(".")
    own = rule.startswith(f"{path.stem}.")
    return parts[::-1][:2] if own and len(parts) > 2 else parts[-1:]


def _names(line: str, name: str, suffix: str) -> bool:
    if suffix == ".csv":
        return line.startswith(f"{name},")
    word = re.escape(name)
    return (
        re.match(rf'id\s*=\s*"{word}"|\[+[\w.\-"]*\b{word}"?\]+|"?{word}"?\s*=', line) is not None
    )


def _passage(lines: list[str], number: int, suffix: str) -> str:
    if suffix == ".csv":
        return lines[number - 1]
    taken = [lines[number - 1]]
    for line in lines[number : number + MOST_LINES - 1]:
        if line.startswith("[") or not line.strip():
            break
        taken.append(line)
    return "\n".join(taken)
