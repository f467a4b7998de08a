"""How a list of others says what a row of ours says: `imports/*.toml`; the head of `ucdp.toml` explains the keys."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from allegiance.errors import LexiconError
from allegiance.lexicon._tables import Table, read_table
from allegiance.lexicon.actors import COLUMNS
from allegiance.records.mention import ActorKind

Layout = Literal["csv", "jsonl", "petrarch"]
KINDS = get_args(ActorKind)
# What a pattern may find in a name.
PARTS = frozenset(("name", "tail", "alias", "country", "start", "end"))
_KEYS = (
    *("id", "label", "source", "layout", "prefix", "encodings", "delimiter", "missing", "grouped"),
    *("dates", "january_first_is_a_year", "otherwise"),
    *("columns", "separators", "kinds", "countries", "kind", "name", "dated", "passed"),
)


@dataclass(frozen=True, slots=True)
class Rule:
    """What one of some columns has to say.

    Attributes:
        columns: theirs.
        words: it fits if a column has one of these, or
        pattern: a value that is wholly so; None where only words count.
        says: a kind of actor, or why such rows are passed over.
    """

    id: str
    columns: tuple[str, ...]
    words: frozenset[str]
    pattern: re.Pattern[str] | None
    says: str

    def fits(self, cells: Mapping[str, tuple[str, ...]]) -> bool:
        """Does a row say so?"""
        return any(
            value in self.words or (self.pattern is not None and self.pattern.fullmatch(value))
            for column in self.columns
            for value in cells.get(column, ())
        )


@dataclass(frozen=True, slots=True)
class DatedColumns:
    """Their columns for names that mean the actor on some days alone.

    Attributes:
        start, end: of the first and the last day; None where there is no such column.
    """

    name: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class ActorMapping:
    """A file of `imports`.

    Attributes:
        source: where a row can be checked, `{id}` standing for its id there; for rows that do not say so themselves.
        prefix: of ids, so that those of two lists never meet; empty where the ids are to be ours.
        encodings: tried in this order.
        missing: what stands where nothing is known.
        grouped: rows with one id are one actor.
        dates: as `datetime.strptime` has them.
        january_first_is_a_year: it stands where only the year is known.
        otherwise: the kind of rows whose kind is not given; None where it has to be.
        columns: theirs by ours; of several that hold one value, the first that is filled counts.
        separators: what stands between the values of a column that holds several.
        kinds: our kind by what the column `kind` says, the first row before the next; our own words need none.
        countries: ISO 3166-1 alpha-2 by names that we do not know.
        kind_rules: go before the column `kind`.
        name_patterns: tried on every name in turn, and what is found is taken out of it.
        dated: names that have days of their own.
        passed: rows that are left out on purpose.
    """

    id: str
    label: str
    source: str
    layout: Layout
    prefix: str
    encodings: tuple[str, ...]
    delimiter: str
    missing: frozenset[str]
    grouped: bool
    dates: tuple[str, ...]
    january_first_is_a_year: bool
    otherwise: str | None
    columns: Mapping[str, tuple[str, ...]]
    separators: Mapping[str, str]
    kinds: Mapping[str, str]
    countries: Mapping[str, str]
    kind_rules: tuple[Rule, ...]
    name_patterns: tuple[re.Pattern[str], ...]
    dated: tuple[DatedColumns, ...]
    passed: tuple[Rule, ...]


def load_mapping(path: Path) -> ActorMapping:
    """Read a mapping.

    Raises:
        LexiconError: a key is absent, strange, or not as wanted; says which, and what would be right.
    """
    table = read_table(path).only(_KEYS)
    if table.text("id") != path.stem:
        raise table.wrong("id", table.text("id"), f"{path.stem!r}, as the file is called")
    return ActorMapping(
        id=table.text("id"),
        label=table.text("label"),
        source=_address(table),
        layout=cast(Layout, table.one_of("layout", get_args(Layout))),
        prefix=_id_part(table),
        encodings=table.texts("encodings") or ("utf-8-sig",),
        delimiter=_delimiter(table),
        missing=frozenset(table.texts("missing")),
        grouped=table.yes("grouped"),
        dates=table.texts("dates") or ("%Y-%m-%d", "%Y-%m", "%Y"),
        january_first_is_a_year=table.yes("january_first_is_a_year"),
        otherwise=table.one_of("otherwise", KINDS) if table.has("otherwise") else None,
        columns=_columns(table),
        separators=_texts_of(table, "separators"),
        kinds=_texts_of(table, "kinds", KINDS),
        countries=_texts_of(table, "countries"),
        kind_rules=tuple(_rules(table, "kind", "kind")),
        name_patterns=tuple(_patterns(table)),
        dated=tuple(_dated(table)),
        passed=tuple(_rules(table, "passed", "because")),
    )


def find_mapping(name: str, *folders: Path) -> Path:
    """The file of a mapping, in the first folder of data files that has it.

    Raises:
        LexiconError: none has; the message lists those there are.
    """
    known = {path.stem: path for folder in reversed(folders) for path in mappings_of(folder)}
    if name not in known:
        raise LexiconError(f"no mapping {name!r}; there are {', '.join(sorted(known))}")
    return known[name]


def mappings_of(folder: Path) -> list[Path]:
    """The mappings of a folder of data files, by name."""
    return sorted((folder / "imports").glob("*.toml"))


def _address(table: Table) -> str:
    source = table.text("source")
    if not source.startswith(("https://", "http://")):
        raise table.wrong("source", source, "the address of a page where the facts can be checked")
    return source


def _id_part(table: Table) -> str:
    prefix = table.text("prefix") if table.has("prefix") else ""
    if not re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", prefix):
        raise table.wrong("prefix", prefix, "small letters and digits, joined by hyphens")
    return prefix


def _delimiter(table: Table) -> str:
    sign = table.text("delimiter") if table.has("delimiter") else ","
    if len(sign) != 1:
        raise table.wrong("delimiter", sign, 'one sign, such as "," or "\\t"')
    return sign


def _columns(table: Table) -> dict[str, tuple[str, ...]]:
    inner = table.table("columns").only(COLUMNS)
    columns = {ours: inner.texts(ours) for ours in inner.names()}
    if not columns.get("name"):
        raise inner.wrong(
            "name", list(columns.get("name", ())), "the columns that hold the main name"
        )
    if "kind" not in columns and not table.has("kind") and not table.has("otherwise"):
        raise inner.wrong("kind", None, "a column, tables [[kind]], or the key otherwise")
    return columns


def _texts_of(table: Table, key: str, known: Collection[str] | None = None) -> dict[str, str]:
    """A table of texts, each one of those known; none where it is absent."""
    inner = table.table(key) if table.has(key) else None
    if inner is None:
        return {}
    names = inner.names()
    return {one: inner.text(one) if known is None else inner.one_of(one, known) for one in names}


def _rules(table: Table, key: str, says: str) -> Iterator[Rule]:
    for row in table.tables(key) if table.has(key) else ():
        row.only(("id", "columns", "is", "matches", says))
        for needed in ("columns",) if row.has("matches") else ("columns", "is"):
            if not row.texts(needed):
                raise row.wrong(needed, [], "a list of texts, or the key matches")
        yield Rule(
            id=row.text("id"),
            columns=row.texts("columns"),
            words=frozenset(row.texts("is")),
            pattern=row.pattern("matches") if row.has("matches") else None,
            says=row.one_of(says, KINDS) if says == "kind" else row.text(says),
        )


def _dated(table: Table) -> Iterator[DatedColumns]:
    for row in table.tables("dated") if table.has("dated") else ():
        row.only(("id", "name", "start", "end"))
        if table.yes("grouped"):
            raise table.wrong(
                "grouped", True, "false, as [[dated]] needs each name beside its days"
            )
        days = [row.text(key) if row.has(key) else None for key in ("start", "end")]
        if days == [None, None]:
            raise row.wrong("start", None, "the column that holds the first day, or one for end")
        yield DatedColumns(row.text("name"), *days)


def _patterns(table: Table) -> Iterator[re.Pattern[str]]:
    for row in table.tables("name") if table.has("name") else ():
        found = row.only(("id", "matches")).pattern("matches")
        if not set(found.groupindex) <= PARTS or "name" not in found.groupindex:
            wanted = f"(?P<name>...), and at will some of {', '.join(sorted(PARTS - {'name'}))}"
            raise row.wrong("matches", found.pattern, wanted)
        yield found
