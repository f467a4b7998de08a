"""The rules that every frame keeps with the ontology: what `load_frames` cannot see for itself."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from allegiance.errors import LexiconError
from allegiance.lexicon.frames import ARGUMENTS, Form, Frame, Table, frame_of
from allegiance.lexicon.ontology import Ontology


def problems_of_frames(
    text: str, stem: str, ontology: Ontology, prepositions: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """The id of each frame with a problem ("" where it has none), and the problem; in order of the file.

    Args:
        text: of a file of frames; nothing is told of one that is no TOML, which is told elsewhere.
        stem: its name without `.toml`.
        prepositions: words that a frame may name as an argument.
    """
    tables = _tables(text)
    for table in tables.get("frame", []):
        for problem in _problems(table, tables, stem, ontology, prepositions):
            yield str(table.get("id", "")), problem


def prepositions_of(path: Path) -> frozenset[str]:
    """The words that a `grammar.toml` lists as prepositions."""
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))["prepositions"].split())


def _tables(text: str) -> Table:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}


def _problems(
    table: Table, tables: Table, stem: str, ontology: Ontology, prepositions: frozenset[str]
) -> Iterator[str]:
    try:
        frame = frame_of(table, tables, stem)
    except LexiconError as error:
        yield str(error)
        return
    name = f"frame {table['id']}"
    yield from (f"{name}: {problem}" for form in frame.forms for problem in _of(form, ontology))
    for argument in _arguments(frame):
        if argument not in ARGUMENTS | prepositions:
            known = ", ".join(sorted(ARGUMENTS))
            yield f"{name}: argument {argument!r}; wanted a preposition or one of {known}"


def _of(form: Form, ontology: Ontology) -> Iterator[str]:
    """What a form claims has to be in the ontology."""
    if form.kind == "event":
        known = [kind.predicate for kind in ontology.events]
    else:
        known = [kind.predicate for kind in ontology.relations]
    if form.predicate not in known:
        yield f"{form.kind} {form.predicate!r}; wanted one of {', '.join(known)}"
    elif form.kind == "relation":
        phases = ontology.relation(form.predicate).phases
        if form.phase not in phases:
            wanted = ", ".join(phases)
            yield f"phase {form.phase!r} of {form.predicate}; wanted one of {wanted}"


def _arguments(frame: Frame) -> list[str]:
    """All that it names, each once, in order."""
    of_forms = (name for form in frame.forms for _, names in form.slots for name in names)
    return list(dict.fromkeys((*frame.parties, *of_forms)))
