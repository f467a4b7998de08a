"""Decisions go from store to store: once, with their names and days, and what does not fit is told."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from allegiance.desk.taking import take_over
from allegiance.errors import StoreError
from allegiance.lexicon.lexicon import load
from allegiance.records.deciding import Imported
from allegiance.records.decision import Choice, Correction, Decision, signed
from allegiance.records.decision_line import line_of
from allegiance.session import Session
from allegiance.store.decisions import all_decisions
from allegiance.store.store import Store, open_store
from tests.deciding import NOON, desk, holding, seen
from tests.telling import Said, keep, report

DAWN, FRONT, GUARDS = "Dawn Brigade", "Northern Front", "River Guards"
TOLD = (
    report("2014-01-01", Said(DAWN, "alliance", FRONT), publisher="Wire"),
    report("2014-01-02", Said(DAWN, "affiliate", GUARDS), publisher="Post"),
)
FIRST, SECOND = (bundle.found.claims[0].id for bundle in TOLD)
NOW = NOON + timedelta(days=400)


def lines(store: Store) -> list[bytes]:
    return [line_of(one).encode() for one in all_decisions(store)]


def taken(store: Store, given: list[bytes] | Path) -> Imported:
    return take_over(store, load(), given, now=NOW)


def decided() -> Store:
    """A colleague's store: two reviews, two names, one of each taken back."""
    store = holding(*TOLD)
    at = desk(store, by="Timo")
    at.reject(FIRST, "no alliance")
    at.accept(SECOND)
    at.undo()
    at.same(DAWN, GUARDS)
    at.undo()
    return store


def test_another_store_sees_the_same_once_it_has_the_decisions() -> None:
    theirs, ours = decided(), holding(*TOLD)
    outcome = taken(ours, lines(theirs))
    assert (outcome.new, outcome.known, outcome.bad) == (5, 0, ())
    assert seen(ours) == seen(theirs)
    assert all_decisions(ours) == all_decisions(theirs)


def test_taking_twice_takes_nothing_and_changes_nothing() -> None:
    ours = holding(*TOLD)
    given = lines(decided())
    taken(ours, given)
    before = seen(ours)
    outcome = taken(ours, [*given, *given])
    assert (outcome.new, outcome.known) == (0, 10)
    assert seen(ours) == before


def test_a_store_can_be_taken_from_as_well_as_a_file_of_lines(tmp_path: Path) -> None:
    theirs = open_store(tmp_path / "theirs.db")
    keep(theirs, *TOLD)
    desk(theirs).reject(FIRST)
    written = tmp_path / "theirs.jsonl"
    written.write_bytes(b"\n".join(lines(theirs)) + b"\n\n")
    theirs.close()
    from_store, from_file = holding(*TOLD), holding(*TOLD)
    assert taken(from_store, tmp_path / "theirs.db") == taken(from_file, written)
    assert seen(from_store) == seen(from_file)


def test_what_is_about_no_claim_here_is_told_kept_and_counts_once_it_is_here() -> None:
    theirs = decided()
    ours = holding(TOLD[1])
    outcome = taken(ours, lines(theirs))
    assert [one.choice.left for one in outcome.unmatched] == [FIRST]
    keep(ours, TOLD[0])
    assert Session(ours).decisions()[0].state == "stands"
    assert b"alliance" not in seen(ours)


def test_claims_on_which_reviewers_differ_are_told_and_the_later_word_counts() -> None:
    ours = holding(*TOLD)
    theirs = decided()
    desk(ours, start=NOON + timedelta(days=1)).accept(FIRST)
    assert taken(ours, lines(theirs)).disputed == (FIRST,)
    assert b"alliance" in seen(ours)


def test_names_that_contradict_later_ones_are_told_and_set_aside() -> None:
    """Neither store contradicts itself; together they do."""
    ours, theirs = holding(*TOLD), holding(*TOLD)
    later = NOON + timedelta(days=1)
    desk(theirs, by="Timo").same(DAWN, FRONT)
    desk(ours, start=later).different(FRONT, GUARDS)
    desk(ours, start=later).same(DAWN, GUARDS)
    outcome = taken(ours, lines(theirs))
    (aside,) = outcome.set_aside
    assert aside.decision.by == "Timo"
    assert [one.by for one in aside.by] == ["Mara", "Mara"]
    assert [one.state for one in Session(ours).decisions()] == ["set-aside", "stands", "stands"]
    assert taken(ours, lines(theirs)).set_aside == ()


def test_a_decision_here_is_later_than_all_that_came_from_elsewhere() -> None:
    """A colleague's clock is ahead; our word on it is still the last."""
    ahead = holding(*TOLD)
    desk(ahead, by="Timo", start=NOW + timedelta(hours=20)).reject(FIRST)
    ours = holding(*TOLD)
    taken(ours, lines(ahead))
    desk(ours, start=NOON).accept(FIRST)
    assert b"alliance" in seen(ours)
    assert [one.by for one in all_decisions(ours)] == ["Timo", "Mara"]


GOOD = json.loads(lines(decided())[0])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"nonsense", "Expecting value"),
        (b"\xff", "utf-8"),
        (b"[" * 100_000, ""),
        (b"[]", "no JSON object"),
        (json.dumps(GOOD | {"schema": "other/1"}), "wanted 'allegiance.decision/1'"),
        (json.dumps(GOOD | {"verdict": "perhaps"}), "accepted"),
        (json.dumps(GOOD | {"by": " "}), "by is ' '"),
        (json.dumps(GOOD | {"by": "Mara"}), "it was changed"),
        (json.dumps(GOOD | {"because": "x" * 3000}), "at most 2000"),
        (json.dumps(GOOD | {"because": "\ud800"}), "surrogates not allowed"),
        (json.dumps(GOOD | {"anchor": None}), "needs the words of its claim"),
        (json.dumps(GOOD | {"made_at": "2020-01-01T12:00:00"}), "no time zone"),
        (json.dumps(GOOD | {"made_at": "soon"}), "soon"),
        (json.dumps(GOOD | {"anchor": GOOD["anchor"] | {"evidence": [3, 1]}}), "no span"),
        (json.dumps(GOOD | {"correction": {"stance": "alleged"}}), "and to no other"),
    ],
)
def test_a_line_that_is_no_decision_is_told_by_number_and_the_rest_is_taken(
    line: bytes | str, reason: str
) -> None:
    ours = holding(*TOLD)
    given = line if isinstance(line, bytes) else line.encode("utf-8", "surrogatepass")
    outcome = taken(ours, [lines(decided())[1], given, lines(decided())[2]])
    (bad,) = outcome.bad
    assert bad.number == 2
    assert reason in bad.reason
    assert outcome.new == 2


def made(choice: Choice, made_at: datetime = NOON) -> Decision:
    return signed(choice, by="Timo", because="", made_at=made_at)


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        (made(Choice("same", "actor-a", "actor-b", "x"), datetime(9999, 1, 1, tzinfo=UTC)), "yet"),
        (made(Choice("same", "actor-a", None, "x")), "two actors"),
        (made(Choice("same", "Dawn", "actor-b", "x")), "'Dawn' is no actor"),
        (made(Choice("same", "actor-a~at:article-1:" + "9" * 30, "actor-b", "x")), "no character"),
    ],
)
def test_a_signed_line_that_could_harm_the_store_is_not_taken(
    decision: Decision, reason: str
) -> None:
    outcome = taken(holding(*TOLD), [line_of(decision).encode()])
    assert outcome.new == 0
    assert reason in outcome.bad[0].reason


def test_a_correction_that_no_text_could_say_is_not_taken() -> None:
    theirs = holding(*TOLD)
    decision = desk(theirs).correct(FIRST, Correction(predicate="rivalry")).decision
    assert decision is not None
    wrong = replace(decision.choice, correction=Correction(predicate="friendship"))
    outcome = taken(holding(*TOLD), [line_of(made(wrong)).encode()])
    assert "no relation is called 'friendship'" in outcome.bad[0].reason


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        taken(holding(), tmp_path / "nowhere.jsonl")
