"""Let the rows of a list through that can be taken, and remember of the others why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from allegiance.lexicon._actor_rows import problems_of_row
from allegiance.lexicon.importing.draft import Draft, Drafter
from allegiance.lexicon.importing.given import Given, lacking
from allegiance.lexicon.importing.mapping import ActorMapping
from allegiance.lexicon.importing.sharing import as_row
from allegiance.lexicon.importing.told import Intake, Told


class Sieve:
    """The sieve of one list.

    Args:
        codes: those that a row may have for its country.
    """

    def __init__(self, mapping: ActorMapping, drafter: Drafter, codes: frozenset[str]) -> None:
        self._mapping = mapping
        self._drafter = drafter
        self._codes = codes
        self._read = 0
        self._passed: Counter[str] = Counter()
        self._left: list[Told] = []
        self._shared: list[Told] = []
        self._notes: list[Told] = []

    def drafts(self, given: Iterable[Given | Told]) -> list[Draft]:
        """Rows that are sound by themselves, none with the id of an earlier one."""
        wanted: dict[str, Given] = {}
        for one in given:
            if isinstance(one, Told):
                self._read += 1
                self._left.append(one)
            else:
                self._sort_in(one, wanted)
        self._read += len(wanted)
        return self.sift(map(self._drafted, wanted.values()))

    def sift(self, ones: Iterable[Draft | Told]) -> list[Draft]:
        """Those that go on."""
        return _sifted(ones, self._left)

    def without_shared(self, ones: Iterable[Draft | Told]) -> list[Draft]:
        """Those that go on; the others have names of actors that are known."""
        return _sifted(ones, self._shared)

    def with_bodies(self, drafts: list[Draft], known: frozenset[str]) -> list[Draft]:
        """Those whose body is known or among them, over and over, as one that goes may be another's body."""
        while True:
            here = known | {one.id for one in drafts}
            kept = self.sift(_with_body(one, here) for one in drafts)
            if len(kept) == len(drafts):
                return kept
            drafts = kept

    def told(self, drafts: Sequence[Draft], file: Path | None, ours: frozenset[str]) -> Intake:
        """What became of the list."""
        notes = [*self._notes, *(Told(one.line, note) for one in drafts for note in one.notes)]
        return Intake(
            file=file.as_posix() if file is not None else None,
            read=self._read,
            taken=len(drafts),
            joined=sum(one.id in ours for one in drafts),
            dated=sum(len(one.dated) for one in drafts),
            passed=tuple(sorted(self._passed.items())),
            left=_in_order(self._left),
            shared=_in_order(self._shared),
            notes=_in_order(notes),
        )

    def _sort_in(self, one: Given, wanted: dict[str, Given]) -> None:
        """Among the wanted, by id, unless it is passed over or there already."""
        if not self._read and not wanted and self._mapping.layout == "csv":
            self._notes.extend(_without(lacking(one.cells, self._mapping)))
        rule = next((rule for rule in self._mapping.passed if rule.fits(one.cells)), None)
        if rule is not None:
            self._read += 1
            self._passed[rule.says] += 1
            return
        id_ = self._drafter.id_of(one)
        earlier = wanted.get(id_)
        if earlier is None:
            wanted[id_] = one
        elif self._mapping.grouped:
            wanted[id_] = _grouped(earlier, one)
        else:
            self._read += 1
            self._left.append(
                Told(one.line, f"id {id_!r} is that of line {earlier.line} too; join the rows")
            )

    def _drafted(self, given: Given) -> Draft | Told:
        try:
            draft = self._drafter.draft(given)
        except ValueError as error:
            return Told(given.line, str(error))
        problems = "; ".join(problems_of_row(as_row(draft), self._codes))
        return Told(given.line, problems) if problems else draft


def _sifted(ones: Iterable[Draft | Told], told: list[Told]) -> list[Draft]:
    kept = []
    for one in ones:
        if isinstance(one, Draft):
            kept.append(one)
        else:
            told.append(one)
    return kept


def _in_order(told: list[Told]) -> tuple[Told, ...]:
    return tuple(sorted(told, key=lambda one: one.line))


def _grouped(one: Given, other: Given) -> Given:
    """Two rows of one actor as one."""
    columns = dict.fromkeys((*one.cells, *other.cells))
    cells = {
        column: tuple(dict.fromkeys((*one.cells.get(column, ()), *other.cells.get(column, ()))))
        for column in columns
    }
    return Given(one.line, cells)


def _without(columns: list[str]) -> Iterator[Told]:
    if columns:
        yield Told(0, f"the list lacks columns that the mapping names: {', '.join(columns)}")


def _with_body(draft: Draft, known: frozenset[str]) -> Draft | Told:
    body = draft.cells["body"]
    if body == draft.id:
        return Told(draft.line, "is its own body; give the one above it, or none")
    if not body or body in known:
        return draft
    reason = (
        f"body {body!r} is no id of an actor that is known or was taken; mend it, or leave it empty"
    )
    return Told(draft.line, reason)
