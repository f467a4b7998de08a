"""What tests of imports share: a list given as text, taken into an empty folder by a mapping. All rows are invented."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from allegiance.lexicon.importing.intake import take_in
from allegiance.lexicon.importing.mapping import ActorMapping, load_mapping
from allegiance.lexicon.importing.sharing import Manner
from allegiance.lexicon.importing.told import Intake
from allegiance.lexicon.lexicon import DATA

OWN = """
id = "mine"
label = "A list of mine"
source = "https://a.example/{id}"
layout = "csv"
[columns]
id = ["key"]
name = ["title"]
aliases = ["others"]
kind = ["sort"]
country = ["where"]
start = ["from"]
end = ["to"]
body = ["of"]
office = ["as"]
[separators]
others = ";"
where = ","
[kinds]
gang = "armed-group"
[countries]
Essaria = "NO"
"""
HEAD = "key,title,others,sort,where,from,to,of,as"
GUARDS = "river-guards,River Guards of Zorva,RGZ;Zorva Guards,armed-group,Norway,2011,2014,,"


def ready(name: str) -> ActorMapping:
    return load_mapping(DATA / "imports" / f"{name}.toml")


def own(folder: Path, text: str = OWN) -> ActorMapping:
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    return load_mapping(folder / "mine.toml")


def taken(
    folder: Path,
    text: str | bytes,
    mapping: ActorMapping | None = None,
    *,
    shared: Manner = "leave",
    label: str = "list",
    name: str | None = None,
) -> Intake:
    data = text if isinstance(text, bytes) else text.encode()
    return take_in(
        io.BytesIO(data),
        label,
        mapping or own(folder),
        into=folder / "words",
        name=name,
        shared=shared,
    )


def rows(folder: Path, name: str = "mine") -> dict[str, dict[str, str]]:
    """What was written, by id."""
    path = folder / "words" / "actors" / f"{name}.csv"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    return {row["id"]: row for row in csv.DictReader(lines)}


def only_row(folder: Path, name: str = "mine") -> dict[str, str]:
    (row,) = rows(folder, name).values()
    return row


def entity(id_: str, schema: str, **properties: list[str]) -> str:
    return json.dumps({"id": id_, "schema": schema, "properties": properties}) + "\n"
