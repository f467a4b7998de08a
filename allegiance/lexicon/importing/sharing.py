"""Names that two actors have: told, and never guessed whose they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from allegiance.lexicon._actor_rows import Row, as_matched, may_be_meant, problems_of_dates
from allegiance.lexicon._name_rows import meant_twice
from allegiance.lexicon.importing.draft import Draft, DraftName, with_names
from allegiance.lexicon.importing.told import Told
from allegiance.lexicon.index import name_keys

# What becomes of a row that has a name of an actor known already: it is left out, its names are added to those of
# that actor, or it is added as another actor, and context has to say who is meant.
Manner = Literal["leave", "join", "add"]
Key: TypeAlias = "tuple[str, ...]"
# More lines or names would hide the message.
_MOST_NAMED = 3


def among_themselves(drafts: Sequence[Draft]) -> Iterator[Draft | Told]:
    """The rows, each without the aliases that another has too; of two with one main name, the first."""
    rows = {draft.line: as_row(draft) for draft in drafts}
    owners: defaultdict[Key, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for key in {_key(name) for name in draft.names}:
            owners[key].append(draft)

    def rivals(draft: Draft, name: str) -> list[Draft]:
        others = (other for other in owners[_key(name)] if other is not draft)
        return [one for one in others if may_be_meant(rows[draft.line], rows[one.line])]

    for draft in drafts:
        main = draft.names[0]
        same = [one for one in rivals(draft, main) if _key(one.names[0]) == _key(main)]
        earlier = [one for one in same if one.line < draft.line]
        if earlier:
            where = _lines(earlier)
            yield Told(
                draft.line, f"{main!r} is the name of {where} too; join the rows, or date them"
            )
            continue
        shared = {
            alias: _lines(found) for alias in draft.names[1:] if (found := rivals(draft, alias))
        }
        kept = tuple(name for name in draft.names if name not in shared)
        notes = (
            f"alias {one!r} is a name of {lines} too; left out" for one, lines in shared.items()
        )
        yield with_names(draft, kept, *notes)


def against(
    drafts: Iterable[Draft], known: Iterable[Row], theirs: frozenset[str], manner: Manner
) -> Iterator[Draft | Told]:
    """The rows that may go in beside those that are known.

    Args:
        theirs: ids of known rows of other files of the user's, which are not touched.
    """
    by_name: defaultdict[Key, list[Row]] = defaultdict(list)
    for row in known:
        for key in {_key(word) for word in _words(row)}:
            by_name[key].append(row)
    joined: dict[str, Draft] = {}
    for draft in drafts:
        met = {} if manner == "add" else _met(draft, by_name)
        if not met:
            yield draft
            continue
        id_, (row, _) = next(iter(met.items()))
        alike = row["kind"] == draft.cells["kind"] and id_ not in theirs
        if manner == "join" and len(met) == 1 and alike:
            fuller = _joined(draft, row, joined.get(id_))
            if fuller is None:
                yield Told(draft.line, f"adds no name to {id_}")
            else:
                joined[id_] = fuller
        else:
            yield Told(draft.line, _shared(met, manner))
    yield from joined.values()


def without_doubles(drafts: Iterable[Draft], known: Sequence[Row]) -> Iterator[Draft]:
    """The rows, each without the dated names that mean somebody else on some of these days.

    Args:
        known: rows of dated names; on the same actor's name the list goes before them.
    """
    drafts = list(drafts)
    rows = [
        Row("", draft.line, {"actor": draft.id, **one._asdict()})
        for draft in drafts
        for one in draft.dated
    ]
    named = {(row["actor"], _key(row["name"])) for row in rows}
    before = [row for row in known if (row["actor"], _key(row["name"])) not in named]
    problems = {_of_line(row): "; ".join(problems_of_dates(row)) for row in rows}
    for row, other in meant_twice(rows, before):
        doubled = f"means {other['actor']} on some of these days too"
        problems[_of_line(row)] = problems[_of_line(row)] or doubled
    for draft in drafts:
        said = {one: problems[draft.line, one] for one in draft.dated}
        notes = (f"name {one.name!r} {why}; left out" for one, why in said.items() if why)
        kept = tuple(one for one, why in said.items() if not why)
        yield replace(draft, dated=kept, notes=(*draft.notes, *notes))


def _of_line(row: Row) -> tuple[int, DraftName]:
    return row.line, DraftName(row["name"], row["start"], row["end"])


def as_row(draft: Draft) -> Row:
    """The row that a draft becomes, for the rules that all rows keep."""
    return Row("", draft.line, draft.row())


def _words(row: Row) -> tuple[str, ...]:
    """All that names it: "Norland", "Norse" and "Essara", too."""
    columns = ("aliases", "adjectives", "metonyms")
    return (row["name"], *(word for column in columns for word in row.many(column)))


def _met(draft: Draft, by_name: dict[Key, list[Row]]) -> dict[str, tuple[Row, str]]:
    """The known rows that share a name with a draft, by id, with the name."""
    mine = as_row(draft)
    met: dict[str, tuple[Row, str]] = {}
    for name in draft.names:
        for row in by_name.get(_key(name), ()):
            if row["id"] != draft.id and may_be_meant(mine, row):
                met.setdefault(row["id"], (row, name))
    return met


def _joined(draft: Draft, row: Row, before: Draft | None) -> Draft | None:
    """A known row with the names of a draft behind its own; None where it has them all."""
    names = before.names if before is not None else (row["name"], *row.many("aliases"))
    words = {*names, *_words(row)}
    have = {as_matched(word) for word in words} | {(_key(word), None) for word in words}
    new = tuple(name for name in draft.names if as_matched(name) not in have)
    if not new and not draft.dated:
        return None
    got = ", ".join(map(repr, (*new, *(one.name for one in draft.dated))))
    note = f"joined to {row['id']}, which gets {got}"
    notes = (*(before.notes if before is not None else ()), *draft.notes, note)
    dated = (*(before.dated if before is not None else ()), *draft.dated)
    return Draft(draft.line, (*names, *new), dict(row.cells), notes, dated)


def _shared(met: dict[str, tuple[Row, str]], manner: Manner) -> str:
    """Why a draft is left out."""
    named = [f"{name!r} of {id_}" for id_, (_, name) in met.items()]
    several = len(named) > 1
    what = ", ".join(named[:_MOST_NAMED]) + (", ..." if len(named) > _MOST_NAMED else "")
    if manner == "join" and several:
        return f"has names of several actors: {what}"
    if manner == "join":
        row = next(row for row, _ in met.values())
        where = f"{row['kind']}, {row.file}:{row.line}"
        return f"has the name {what} ({where}), to which it cannot be joined"
    return f"has the name{'s' * several} {what}"


def _lines(drafts: Sequence[Draft]) -> str:
    numbers = ", ".join(str(one.line) for one in drafts[:_MOST_NAMED])
    more = f" and {len(drafts) - _MOST_NAMED} more" if len(drafts) > _MOST_NAMED else ""
    return f"line{'s' * (len(drafts) > 1)} {numbers}{more}"


def _key(name: str) -> Key:
    return tuple(name_keys(name))
