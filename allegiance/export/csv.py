"""Tables for spreadsheets and statistics: CSV files with a codebook and a Frictionless data package; nothing is dropped.

A text that a spreadsheet would take for a formula has an apostrophe before it, as the codebook says.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from allegiance.export._cells import harmless, row
from allegiance.export._contract import File
from allegiance.export._lines import utf8
from allegiance.export._rows import ROWS, Cell
from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.ontology import EventKind, RelationKind
from allegiance.lexicon.tables import Column, Table
from allegiance.records.canonical import Json
from allegiance.records.dossier import Dossier

SUFFIX = ".zip"
BINARY = True
PACKAGE = "datapackage.json"
CODEBOOK = "codebook.md"


def files(dossier: Dossier, lexicon: Lexicon) -> Iterator[File]:
    """What describes the tables, then the tables."""
    tables = lexicon.formats.tables
    package = json.dumps(_package(tables), ensure_ascii=False, indent=1)
    yield File(PACKAGE, utf8([package]))
    yield File(CODEBOOK, utf8(_codebook(dossier, lexicon)))
    for table in tables:
        yield File(f"{table.name}.csv", _lines(table, dossier))


def _lines(table: Table, dossier: Dossier) -> Iterator[bytes]:
    names = [column.name for column in table.columns]
    yield row(names)
    for cells in ROWS[table.name](dossier):
        yield row(_cell(cells[name]) for name in names)


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return harmless(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _package(tables: tuple[Table, ...]) -> Json:
    """After the specification of Data Package, version 1 (frictionlessdata.io)."""
    return {
        "profile": "tabular-data-package",
        "name": "allegiance-export",
        "title": "Who stands with, under and against whom, with every claim that says so",
        "resources": [_resource(table) for table in tables],
    }


def _resource(table: Table) -> Json:
    names = [column.name for column in table.columns]
    schema: dict[str, Json] = {"fields": [_field(column) for column in table.columns]}
    if "id" in names:
        schema["primaryKey"] = ["id"]
    schema["foreignKeys"] = [
        {"fields": [column.name], "reference": {"resource": column.of, "fields": ["id"]}}
        for column in table.columns
        if column.of is not None
    ]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "description": table.says,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> Json:
    return {"name": column.name, "type": column.type, "description": column.says}


def _codebook(dossier: Dossier, lexicon: Lexicon) -> Iterator[str]:
    """What the tables are of, what every column says, and what every term means."""
    span = f"from {dossier.since or 'the beginning'} to {dossier.until or 'the end'}"
    yield "# Codebook"
    yield ""
    yield f"The map {span}, by what was published up to {dossier.known_by}."
    yield "A text that begins with `=`, `+`, `-` or `@` has an apostrophe before it, so that no spreadsheet runs it."
    for table in lexicon.formats.tables:
        yield from (
            "",
            f"## {table.name}.csv",
            "",
            table.says,
            "",
            "| column | type | says |",
            "|---|---|---|",
        )
        yield from (f"| `{one.name}` | {one.type} | {_meaning(one)} |" for one in table.columns)
    yield from (
        "",
        "## Relations",
        "",
        "| predicate | source | target | says |",
        "|---|---|---|---|",
    )
    yield from map(_relation, lexicon.ontology.relations)
    yield from ("", "## Events", "", "| predicate | says | modes |", "|---|---|---|")
    yield from map(_event, lexicon.ontology.events)
    for title, terms in (
        ("Phases", lexicon.ontology.phases),
        ("Stances", lexicon.ontology.stances),
    ):
        yield from ("", f"## {title}", "", "| term | says |", "|---|---|")
        yield from (f"| `{term.name}` | {term.definition} |" for term in terms)


def _meaning(column: Column) -> str:
    meaning = column.says.replace("|", "\\|")
    return f"{meaning} (`{column.of}.id`)" if column.of is not None else meaning


def _relation(kind: RelationKind) -> str:
    return f"| `{kind.predicate}` | {kind.source} | {kind.target} | {kind.definition} |"


def _event(kind: EventKind) -> str:
    return f"| `{kind.predicate}` | {kind.definition} | {', '.join(m.name for m in kind.modes)} |"
