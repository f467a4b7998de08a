"""Take the actors of a list into a user's lexicon folder: `actors/NAME.csv` and `names/NAME.csv`, each written whole or not at all."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from allegiance.errors import LexiconError
from allegiance.lexicon._actor_rows import Row
from allegiance.lexicon.actors import COLUMNS, NAME_COLUMNS
from allegiance.lexicon.check import DATA, countries, dated_rows, rows
from allegiance.lexicon.importing.countries import Countries
from allegiance.lexicon.importing.draft import Draft, Drafter
from allegiance.lexicon.importing.given import Given, read_csv, read_jsonl
from allegiance.lexicon.importing.mapping import ActorMapping
from allegiance.lexicon.importing.petrarch import read_petrarch
from allegiance.lexicon.importing.sharing import Manner, against, among_themselves, without_doubles
from allegiance.lexicon.importing.sieve import Sieve
from allegiance.lexicon.importing.told import Intake, Told
from allegiance.lexicon.lexicon import ENGLISH
from allegiance.lexicon.spelling import Spelling, load_spelling

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def take_in(
    file: BinaryIO,
    label: str,
    mapping: ActorMapping,
    *,
    into: Path,
    name: str | None = None,
    shared: Manner = "leave",
    write: bool = True,
) -> Intake:
    """Take the rows that can be taken into a folder, and tell of the others.

    Args:
        label: what the list is called; it stands at the head of the file.
        into: the folder; an absent one is made.
        name: of the file in its `actors/`; by default that of the mapping. An earlier import of the same list is replaced.
        shared: what becomes of rows that share a name with an actor that is known already.
        write: False: only tell.

    Raises:
        LexiconError: the list is not as the mapping has it, or the file holds something else.
    """
    target, names = _targets(into, name or mapping.id)
    head = _head(label, mapping)
    _check_free(target, head)
    _check_free(names, head)
    spelling = load_spelling(ENGLISH)
    ours = {row["id"]: row for row in rows(DATA)}
    theirs = {row["id"]: row for row in rows(into) if into / row.file != target}
    known = ours | theirs
    drafter = Drafter(mapping, Countries(DATA, mapping.countries), spelling, frozenset(known))
    sieve = Sieve(mapping, drafter, countries(DATA) | countries(into))
    drafts = sieve.drafts(_given(file, mapping, spelling))
    drafts = sieve.sift(_once(one, theirs) for one in drafts)
    if shared != "add":
        drafts = sieve.sift(among_themselves(drafts))
    drafts = sieve.without_shared(against(drafts, known.values(), frozenset(theirs), shared))
    drafts = sieve.with_bodies(drafts, frozenset(known))
    others = [row for row in dated_rows(into) if into / row.file != names]
    drafts = list(without_doubles(drafts, [*dated_rows(DATA), *others]))
    if drafts and write:
        drafts = sorted(drafts, key=lambda one: one.id)
        _write(target, head, COLUMNS, [draft.row() for draft in drafts])
        _write(names, head, NAME_COLUMNS, list(_name_rows(drafts)))
    return sieve.told(drafts, target if drafts else None, frozenset(ours))


def _given(file: BinaryIO, mapping: ActorMapping, spelling: Spelling) -> Iterator[Given | Told]:
    if mapping.layout == "petrarch":
        return read_petrarch(file, mapping, spelling)
    return read_csv(file, mapping) if mapping.layout == "csv" else read_jsonl(file, mapping)


def _once(draft: Draft, theirs: Mapping[str, Row]) -> Draft | Told:
    earlier = theirs.get(draft.id)
    if earlier is None:
        return draft
    where = f"{earlier.file}:{earlier.line}"
    return Told(draft.line, f"id {draft.id!r} stands in your {where} too; delete one of them")


def _targets(into: Path, name: str) -> tuple[Path, Path]:
    """The file of its rows, and that of its dated names."""
    if not _NAME.fullmatch(name):
        raise LexiconError(
            f"{name!r} is no name of a file; write small letters, digits and hyphens"
        )
    return into / "actors" / f"{name}.csv", into / "names" / f"{name}.csv"


def _head(label: str, mapping: ActorMapping) -> str:
    """The first line: the same list again may replace it, another may not."""
    plain = "".join(sign if sign.isprintable() else "?" for sign in label)
    return f"# Imported from {plain} as {mapping.id}."


def _check_free(target: Path, head: str) -> None:
    if not target.exists():
        return
    with target.open(encoding="utf-8", errors="replace") as file:
        first = file.readline().rstrip("\n")
    if first != head:
        raise LexiconError(
            f"{target} holds something else ({first[:80]}); give this list another name"
        )


def _name_rows(drafts: Iterable[Draft]) -> Iterator[dict[str, str]]:
    for draft in drafts:
        for one in sorted(draft.dated):
            days = {"start": one.start, "end": one.end}
            yield {"actor": draft.id, "name": one.name, **days, "source": draft.cells["source"]}


def _write(target: Path, head: str, columns: list[str], rows: list[dict[str, str]]) -> None:
    """The whole file; without rows, none."""
    if not rows:
        target.unlink(missing_ok=True)
        return
    out = io.StringIO()
    out.write(f"{head}\n# Columns are as in the built-in lists; the end is the last day.\n")
    table = csv.DictWriter(out, columns, lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    target.parent.mkdir(parents=True, exist_ok=True)
    # Beside it, so that it takes the other's place at once.
    fresh = target.with_suffix(".part")
    fresh.write_text(out.getvalue(), encoding="utf-8", newline="\n")
    fresh.replace(target)
