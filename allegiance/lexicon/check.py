"""Check the data files, ours or a user's: every problem with its file, its line and what mends it.

    python -m allegiance.lexicon.check [FOLDER]

A folder that is laid over ours is checked together with ours: its rows may refer to our actors.
"""

from __future__ import annotations

import csv
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from allegiance.errors import LexiconError
from allegiance.lexicon._actor_rows import Row, ambiguous_names, problems_of_actors
from allegiance.lexicon._frame_tables import prepositions_of, problems_of_frames
from allegiance.lexicon._name_rows import ambiguous_names as ambiguous_dated_names
from allegiance.lexicon._name_rows import problems_of_names
from allegiance.lexicon.actors import COLUMNS, NAME_COLUMNS
from allegiance.lexicon.conflicting import load_conflicting
from allegiance.lexicon.copying import load_copying
from allegiance.lexicon.formats import load_formats
from allegiance.lexicon.importing.mapping import load_mapping, mappings_of
from allegiance.lexicon.ontology import load_ontology, types_of
from allegiance.lexicon.sameness import load_sameness
from allegiance.lexicon.signs import load_signs

DATA = Path(__file__).parent / "data"


def check(folder: Path = DATA) -> Iterator[str]:
    """What is wrong in a folder of data files, as `file:line: problem; remedy`, file by file.

    Args:
        folder: `actors/*.csv`, `names/*.csv`, `frames/*.toml`, `imports/*.toml`, and any other CSV, TOML and text files at any depth.
    """
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".csv", ".toml", ".txt"))
    for path in files:
        name = path.relative_to(folder).as_posix()
        for problem in _problems_of_file(path, _columns_of(path, folder)):
            yield f"{name}:{problem}"
    yield from _problems_of_frames(folder)
    yield from _problems_of_formats(folder)
    yield from _problems_of_tables(folder)
    yield from _problems_of_mappings(folder)
    own, ours = list(rows(folder)), [] if _same(folder, DATA) else list(rows(DATA))
    yield from problems_of_actors(own, ours, countries(folder) | countries(DATA))
    laid_over = [] if _same(folder, DATA) else dated_rows(DATA)
    yield from problems_of_names(list(dated_rows(folder)), laid_over, [*ours, *own])


def notes(folder: Path = DATA) -> Iterator[str]:
    """What is not wrong but worth a look: names that two actors of one country share at one time, one of them in the folder."""
    own, ours = list(rows(folder)), [] if _same(folder, DATA) else list(rows(DATA))
    yield from ambiguous_names(own, ours)
    yield from ambiguous_dated_names(dated_rows(folder), [*ours, *own])


def countries(folder: Path) -> frozenset[str]:
    """Codes that a row may have: those of the places, and of the states that the actors' files name."""
    codes = {code for row in rows(folder) if row["kind"] == "state" for code in row.many("country")}
    path = folder / "places" / "countries.csv"
    if path.exists():
        codes.update(fields[0] for _, fields in _data_lines(path))
    return frozenset(codes)


def main(arguments: list[str]) -> int:
    """Print problems and notes; 1 where there is a problem, 2 where the folder is none."""
    folder = Path(arguments[0]) if arguments else DATA
    if not folder.is_dir():
        print(f"{folder}: no folder; give one that holds data files", file=sys.stderr)
        return 2
    problems = list(check(folder))
    for line in (*problems, *(f"note: {note}" for note in notes(folder))):
        print(line)
    return 1 if problems else 0


def _problems_of_file(path: Path, columns: list[str] | None = None) -> Iterator[str]:
    """Problems of one file by itself, each beginning with its line.

    Args:
        columns: those that a table has to have; None where it may have any.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        yield f"{line}: no UTF-8; save the file in that encoding"
        return
    yield from _problems_of_text(text)
    if path.suffix == ".toml":
        yield from _problems_of_toml(text)
    elif path.suffix == ".csv":
        yield from _problems_of_csv(path, columns)


def _problems_of_text(text: str) -> Iterator[str]:
    if text.startswith("\N{BYTE ORDER MARK}"):
        yield "1: begins with a byte order mark; save the file without it"
    if "\r" in text:
        yield f"{text[: text.index(chr(13))].count(chr(10)) + 1}: carriage return; end lines by a line feed alone"
    if text and not text.endswith("\n"):
        yield f"{text.count(chr(10)) + 1}: no line feed at the end of the file; add one"
    for number, line in enumerate(text.split("\n"), start=1):
        if line.removesuffix("\r") != line.removesuffix("\r").rstrip():
            yield f"{number}: white space at the end of the line; delete it"


def _problems_of_toml(text: str) -> Iterator[str]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        yield f"1: no TOML ({error}); mend it there"
        return
    seen: set[tuple[str, str]] = set()
    for kind, id_ in _ids(tables):
        if (kind, id_) in seen:
            yield f"{_last_line_of(text, id_)}: id {id_!r} twice in {kind!r}; give each table its own"
        seen.add((kind, id_))


def _problems_of_csv(path: Path, wanted: list[str] | None) -> Iterator[str]:
    lines = list(_all_lines(path))
    if not lines or not path.read_text(encoding="utf-8").startswith("#"):
        yield "1: no head; begin the file by '#' lines that explain its columns"
    if not lines:
        return
    number, head = lines[0]
    if wanted is not None and head != wanted:
        yield f"{number}: columns are {','.join(head)}; wanted {','.join(wanted)}"
    for number, fields in lines[1:]:
        if len(fields) != len(head):
            yield f"{number}: {len(fields)} fields; wanted {len(head)}, as in the head"


def _problems_of_frames(folder: Path) -> Iterator[str]:
    """Frames that the ontology does not bear; it is ours, as `load` takes no other."""
    ontology = load_ontology(DATA)
    prepositions = prepositions_of(DATA / "languages" / "en" / "grammar.toml")
    for path in sorted((folder / "frames").glob("*.toml")):
        text = path.read_bytes().decode("utf-8", errors="replace")
        for id_, problem in problems_of_frames(text, path.stem, ontology, prepositions):
            yield f"{path.relative_to(folder).as_posix()}:{_last_line_of(text, id_)}: {problem}"


def _problems_of_formats(folder: Path) -> Iterator[str]:
    """Tables of formats that lack a term of the ontology or name a strange one: the first of each load."""
    if (folder / "formats").is_dir():
        try:
            load_formats(folder / "formats", load_ontology(DATA))
        except (LexiconError, OSError) as error:
            yield f"formats: {error}"


def _problems_of_tables(folder: Path) -> Iterator[str]:
    """The first problem of each table of rules that a user may lay over ours; our ontology is the one that it is for."""
    ontology = load_ontology(DATA)
    predicates = [kind.predicate for kind in ontology.relations]
    tables: dict[str, Callable[[Path], object]] = {
        "conflicts.toml": lambda path: load_conflicting(path, ontology),
        "copies.toml": load_copying,
        "same_event.toml": lambda path: load_sameness(path, types_of(ontology.events)),
        "signs.toml": lambda path: load_signs(path, predicates),
    }
    for name, load in tables.items():
        path = folder / name
        if path.exists() and not list(_problems_of_file(path)):
            try:
                load(path)
            except LexiconError as error:
                yield _located(str(error), path)


def _problems_of_mappings(folder: Path) -> Iterator[str]:
    """The first problem of each mapping of actor lists."""
    for path in mappings_of(folder):
        if not list(_problems_of_file(path)):
            try:
                load_mapping(path)
            except LexiconError as error:
                yield f"imports/{_located(str(error), path)}"


def _located(problem: str, path: Path) -> str:
    """A problem as errors say it, with the line of the row or table that it names, or else of the key."""
    file, _, what = problem.partition(": ")
    table = what[1 : what.index("]")] if what.startswith("[") else None
    begins = f"{what.split()[0]} =" if table is None else f"[{table}]"
    lines = path.read_text(encoding="utf-8").split("\n")
    if table is not None and f'id = "{table}"' in lines:
        begins = f'id = "{table}"'
    number = next((n for n, line in enumerate(lines, start=1) if line.startswith(begins)), 1)
    return f"{file}:{number}: {what}"


def rows(folder: Path) -> Iterator[Row]:
    """The actors' rows that have all their fields."""
    return _rows(folder, "actors", COLUMNS)


def dated_rows(folder: Path) -> Iterator[Row]:
    """The rows of dated names that have all their fields."""
    return _rows(folder, "names", NAME_COLUMNS)


def _rows(folder: Path, inner: str, columns: list[str]) -> Iterator[Row]:
    for path in sorted((folder / inner).glob("*.csv")):
        for number, fields in _data_lines(path):
            if len(fields) == len(columns):
                name = path.relative_to(folder).as_posix()
                yield Row(name, number, dict(zip(columns, fields, strict=True)))


def _data_lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    yield from list(_all_lines(path))[1:]


def _all_lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The fields of each line with its number, comments left out; what is no UTF-8 is read as question marks."""
    text = path.read_bytes().decode("utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), start=1):
        if line and not line.startswith("#"):
            yield number, next(csv.reader([line]))


def _ids(value: Any, kind: str = "") -> Iterator[tuple[str, str]]:  # Any: TOML holds anything.
    """The `id` of every table at any depth, in order, each with the name of the list that it stands in."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield kind, value["id"]
        for key, inner in value.items():
            yield from _ids(inner, f"{kind}.{key}".lstrip("."))
    elif isinstance(value, list):
        for inner in value:
            yield from _ids(inner, kind)


def _last_line_of(text: str, id_: str) -> int:
    """The last line that gives an id."""
    lines = enumerate(text.split("\n"), start=1)
    return max((number for number, line in lines if _gives(line, id_)), default=1)


def _gives(line: str, id_: str) -> bool:
    key, _, value = line.partition("=")
    return key.strip() == "id" and value.strip()[1:-1] == id_


def _columns_of(path: Path, folder: Path) -> list[str] | None:
    """The columns of the tables that a lexicon reads as rows of actors and of names."""
    known = {"actors": COLUMNS, "names": NAME_COLUMNS}
    return known.get(path.relative_to(folder).parent.as_posix())


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
