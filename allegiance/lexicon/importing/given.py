"""Read the rows of a list as their cells, whatever its layout."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from allegiance.errors import LexiconError
from allegiance.lexicon.importing.mapping import ActorMapping
from allegiance.lexicon.importing.told import Told

# Columns of ours that hold several values, each of theirs another.
SEVERAL = ("aliases", "adjectives", "metonyms")


@dataclass(frozen=True, slots=True)
class Given:
    """A row of theirs.

    Attributes:
        line: where it begins, counted from 1.
        cells: the values of each of their columns, in order; none is empty.
    """

    line: int
    cells: Mapping[str, tuple[str, ...]]


def read_csv(file: BinaryIO, mapping: ActorMapping) -> Iterator[Given | Told]:
    """The rows of a table with a head.

    Raises:
        LexiconError: no encoding of the mapping fits, or the head lacks the columns that hold the name.
    """
    text = io.StringIO(text_of(file, mapping), newline="")
    # Strict: a quotation mark that is never closed would swallow the rest of the list.
    lines = csv.reader(text, delimiter=mapping.delimiter, strict=True)
    number = 0
    head: list[str] = []
    while True:
        try:
            fields = next(lines, None)
        except csv.Error as error:
            yield Told(number + 1, f"cannot be read ({error}); mend its quotation marks")
            number = lines.line_num
            continue
        if fields is None:
            return
        line, number = number + 1, lines.line_num
        if not any(fields):
            continue
        if not head:
            head = _head(fields, mapping)
        elif len(fields) != len(head):
            yield Told(line, f"{len(fields)} fields; wanted {len(head)}, as in the head")
        else:
            yield Given(line, _cells(dict(zip(head, fields, strict=True)), mapping))


def read_jsonl(file: BinaryIO, mapping: ActorMapping) -> Iterator[Given | Told]:
    """The entities of a followthemoney file, one JSON object a line: its properties, `id`, `schema` and `caption`."""
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line.decode("utf-8-sig"))
            yield Given(number, _properties(entity, mapping))
        except (ValueError, RecursionError) as error:
            yield Told(number, f"no followthemoney entity ({error})")


def text_of(file: BinaryIO, mapping: ActorMapping) -> str:
    """A whole file, in the first encoding that fits.

    Raises:
        LexiconError: none does.
    """
    data = file.read()
    for encoding in mapping.encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
        except LookupError as error:
            raise LexiconError(f"{mapping.id}.toml: {error}; mend encodings") from error
    tried = ", ".join(mapping.encodings)
    raise LexiconError(
        f"not in {tried}; save the list as UTF-8, or add to encodings of the mapping"
    )


def lacking(cells: Mapping[str, object], mapping: ActorMapping) -> list[str]:
    """The columns that the mapping names and the head lacks; where one of several is enough, if it lacks all."""
    columns: dict[str, None] = {}
    for ours, named in mapping.columns.items():
        absent = [column for column in named if column not in cells]
        if ours in SEVERAL or len(absent) == len(named):
            columns.update(dict.fromkeys(absent))
    dated = (column for one in mapping.dated for column in (one.name, one.start, one.end))
    columns.update(dict.fromkeys(one for one in dated if one is not None and one not in cells))
    return list(columns)


def _head(fields: list[str], mapping: ActorMapping) -> list[str]:
    head = [field.strip() for field in fields]
    if not set(head) & set(mapping.columns["name"]):
        wanted = " or ".join(map(repr, mapping.columns["name"]))
        raise LexiconError(
            f"no column {wanted} as {mapping.id} has it; there are {', '.join(head)}. Give another mapping"
        )
    return head


def _cells(row: Mapping[str, str], mapping: ActorMapping) -> dict[str, tuple[str, ...]]:
    cells = {}
    for column, cell in row.items():
        separator = mapping.separators.get(column)
        values = cell.split(separator) if separator is not None else [cell]
        cells[column] = tuple(_filled(values, mapping))
    return cells


def _filled(values: list[str], mapping: ActorMapping) -> Iterator[str]:
    for value in values:
        tidied = " ".join(value.split())
        if tidied and tidied not in mapping.missing:
            yield tidied


# Any: a line of JSON holds whatever its writer put there.
def _properties(entity: Any, mapping: ActorMapping) -> dict[str, tuple[str, ...]]:
    properties = entity.get("properties") if isinstance(entity, dict) else None
    if not isinstance(properties, dict):
        raise ValueError("wanted an object with properties")
    values = {key: [entity[key]] for key in ("id", "schema", "caption") if key in entity}
    values |= properties
    for key, several in values.items():
        if not isinstance(several, list) or not all(isinstance(one, str) for one in several):
            raise ValueError(f"{key} is no list of texts")
    return {key: tuple(_filled(several, mapping)) for key, several in values.items()}
