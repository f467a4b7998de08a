"""Take over the decisions of a colleague: from their store, or from lines of JSON. Names and days stay theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from allegiance.errors import StoreError, UsageError
from allegiance.lexicon.lexicon import Lexicon
from allegiance.query.agreement import agreement
from allegiance.query.casting import who_is_who
from allegiance.query.corrections import check_correction
from allegiance.query.standings import standings
from allegiance.records.deciding import BadLine, Imported, Standing
from allegiance.records.decision import Decision
from allegiance.records.decision_line import decision_of, line_of
from allegiance.store.decisions import all_decisions, take
from allegiance.store.store import Store, open_store

STORE_BEGINS = b"SQLite format 3\0"
# Clocks differ; a decision of the day after tomorrow would outlast every other.
AHEAD = timedelta(days=1)


def take_over(
    store: Store, lexicon: Lexicon, given: Path | Iterable[bytes], *, now: datetime
) -> Imported:
    """Append the decisions that are not here yet; lines that are none are told, and the others taken.

    Raises:
        StoreError: the file cannot be read, or the store not be written; then nothing is taken.
    """
    bad: list[BadLine] = []
    told = list(_decisions(given, lexicon, now, bad))
    here = {one.id for one in all_decisions(store)}
    before = {one.decision.id for one in _states(store, lexicon) if one.state == "set-aside"}
    new = {one.id: one for one in told if one.id not in here}
    take(store, new.values())
    after = _states(store, lexicon)
    return Imported(
        new=len(new),
        known=len(told) - len(new),
        unmatched=tuple(
            one.decision for one in after if one.state == "unmatched" and one.decision.id in new
        ),
        set_aside=tuple(
            one for one in after if one.state == "set-aside" and one.decision.id not in before
        ),
        disputed=tuple(
            one.claim_id
            for one in agreement(store).disagreements
            if any(word.id in new for word in one.words)
        ),
        bad=tuple(bad),
    )


def _states(store: Store, lexicon: Lexicon) -> tuple[Standing, ...]:
    return standings(store, who_is_who(store, lexicon, date.max))


def _decisions(
    given: Path | Iterable[bytes], lexicon: Lexicon, now: datetime, bad: list[BadLine]
) -> Iterator[Decision]:
    if not isinstance(given, Path):
        yield from _of_lines(given, lexicon, now, bad)
        return
    try:
        with given.open("rb") as file:
            is_store = file.read(len(STORE_BEGINS)) == STORE_BEGINS
            if not is_store:
                file.seek(0)
                yield from _of_lines(file, lexicon, now, bad)
    except OSError as error:
        raise StoreError(f"{given} cannot be read ({error.strerror}); name a file") from error
    if is_store:
        theirs = open_store(given, create=False)
        try:
            lines = (line_of(one).encode() for one in all_decisions(theirs))
            yield from _of_lines(lines, lexicon, now, bad)
        finally:
            theirs.close()


def _of_lines(
    lines: Iterable[bytes], lexicon: Lexicon, now: datetime, bad: list[BadLine]
) -> Iterator[Decision]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            decision = decision_of(line.decode("utf-8"))
            _check(decision, lexicon, now)
        except (ValueError, UsageError, RecursionError) as error:
            bad.append(BadLine(number, str(error)))
        else:
            yield decision


def _check(decision: Decision, lexicon: Lexicon, now: datetime) -> None:
    if decision.made_at > now + AHEAD:
        raise UsageError(f"made_at is {decision.made_at}, which is yet to come; check that clock")
    choice = decision.choice
    if choice.correction is not None and choice.anchor is not None:
        check_correction(choice.anchor, choice.correction, lexicon.ontology)
