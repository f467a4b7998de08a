"""Times, reports, numbers and names, as a person reads them.

An article is written by strangers. Its control characters, which could repaint the reader's terminal, and the marks
that turn the direction of writing, which could make a sentence look like another, are shown as a placeholder.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta

from allegiance.errors import UsageError
from allegiance.records.answer import Line, Report, Stage
from allegiance.records.changes import Changes
from allegiance.records.history import History, Interval
from allegiance.records.judgement import Actor
from allegiance.records.network import LeftOut, Network, Relation
from allegiance.records.when import When

PLACEHOLDER = "\N{REPLACEMENT CHARACTER}"
# Control, format (direction marks among them), surrogate, private use.
HARMFUL = {"Cc", "Cf", "Cs", "Co"}
# Format characters that words are written with: non-joiner, joiner, soft hyphen.
HARMLESS = {"\u200c", "\u200d", "\u00ad"}
# What each count of claims that are not drawn means to a reader.
LEFT_OUT = {
    "nameless": "of parties without a name",
    "unsettled": "only sought, refused, planned, threatened or requested",
    "alleged": "only alleged",
    "denied": "only denied",
    "over": "of another time",
    "weak": "of relations that are less sure, or told by fewer, than asked",
    "unreviewed": "not reviewed",
}
# What beginning and end say already.
TOLD_BY_DATES = ("faded", "day uncertain")
ONE_DAY = timedelta(days=1)


def safe(text: str) -> str:
    r"""The text on one line, without what could harm a terminal or a reader.

    >>> safe("two\nlines \x1b[31mred")
    'two lines �[31mred'
    """
    return "".join(map(harmless, " ".join(text.split())))


def harmless(character: str) -> str:
    """The character, or the placeholder."""
    if character in HARMLESS:
        return character
    harmful = unicodedata.category(character) in HARMFUL or _is_none(ord(character))
    return PLACEHOLDER if harmful else character


def _is_none(code: int) -> bool:
    """Is it a noncharacter (Unicode, section 23.7), which neither XML nor HTML may hold?"""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def time_words(when: When | None, *, point: bool = False) -> str:
    """A time, no more exact than it is known; empty where it is not.

    Args:
        point: it is a moment somewhere in the range, as a beginning or an end is.

    >>> time_words(When(date(2014, 2, 1), date(2014, 3, 1), "month"))
    '2014-02'
    >>> time_words(When(None, date(2014, 2, 4), "day"))
    'by 2014-02-03'
    >>> time_words(When(date(2013, 4, 8), date(2013, 6, 11), "vague"), point=True)
    'between 2013-04-08 and 2013-06-10'
    """
    if when is None or (when.start is None and when.end is None):
        return ""
    if when.start is None:
        assert when.end is not None
        return f"by {when.end - ONE_DAY}"
    if when.end is None:
        return f"from {when.start}"
    return _range_words(when.start, when.end - ONE_DAY, point=point)


def when_of(written: str) -> When:
    """A day, a month or a year as a time.

    >>> time_words(when_of("2014-02"))
    '2014-02'

    Raises:
        UsageError: it is none.
    """
    parts = written.strip().split("-")
    try:
        year, month, day = (*map(int, parts), 1, 1)[:3]
        start = date(year, month, day)
        if len(parts) == 3:
            return When(start, start + ONE_DAY, "day")
        if len(parts) == 2:
            return When(start, date(year + month // 12, month % 12 + 1, 1), "month")
        return When(start, date(year + 1, 1, 1), "year")
    except (ValueError, OverflowError) as error:
        raise UsageError(
            f"{written.strip()!r} is no day; write 2014-02-10, 2014-02 or 2014"
        ) from error


def _range_words(first: date, last: date, *, point: bool) -> str:
    """The first and the last day, shortened where together they are years or a month."""
    if first == last:
        return str(first)
    if first == date(first.year, 1, 1) and last == date(last.year, 12, 31):
        if first.year == last.year:
            return str(first.year)
        return f"between {first.year} and {last.year}" if point else f"{first.year}-{last.year}"
    whole_month = first.day == 1 and (last + ONE_DAY).day == 1
    if whole_month and (first.year, first.month) == (last.year, last.month):
        return f"{first.year}-{first.month:02}"
    return f"between {first} and {last}" if point else f"{first} to {last}"


def since_words(interval: Interval) -> str:
    """When it began or happened; empty for what is only said to have been once."""
    return time_words(interval.relation.since, point=True) if interval.drawn is not None else ""


def until_words(interval: Interval) -> str:
    """When it ended, or the last day that reports tell of; empty while it goes on, and for happenings."""
    if interval.relation.until is not None:
        return time_words(interval.relation.until, point=True)
    if interval.relation.faded and not interval.happening:
        return f"not told of after {interval.last}"
    return ""


def interval_words(interval: Interval) -> str:
    """Its beginning and its end on one line."""
    since, until = since_words(interval), until_words(interval)
    ended = until if interval.relation.until is None else f"ended {until}"
    return ", ".join(words for words in (since, ended) if words)


def span_words(line: Line | Stage, *, lasting: bool = False) -> str:
    """From when, and when it ended; an event may be `lasting`, a relation begins and ends at some moment."""
    since = time_words(line.since, point=not lasting)
    until = time_words(line.until, point=True)
    return ", ".join([*([since] if since else []), *([f"ended {until}"] if until else [])])


def source_name(relation: Relation, among: Network | History | Changes) -> str:
    """The name of the source; of an actor that took another name, the new one."""
    return relation.names[0] if relation.names else among.actor(relation.source).name


def other_name(relation: Relation, among: Network | History | Changes) -> str:
    """The name of the target, or of the place; of an actor that took another name, the old one."""
    if relation.names is not None:
        return relation.names[1]
    if relation.target is not None:
        return among.actor(relation.target).name
    return among.place(relation.place or "").name


def target_words(relation: Relation, among: Network | History | Changes) -> str:
    """The target, or the place; and what came of a merger."""
    return other_name(relation, among) + into_words(map(among.actor, relation.results))


def into_words(results: Iterable[Actor]) -> str:
    """What came of a merger, behind its parties; empty for nothing."""
    names = " or ".join(one.name for one in results)
    return f", into {names}" if names else ""


def notes(relation: Relation) -> list[str]:
    """What a reader has to know before relying on it."""
    return [
        word
        for word, holds in (
            ("disputed", relation.disputed),
            ("alleged", relation.alleged),
            ("by one side's word", relation.attributed),
            ("from events", relation.derived),
            ("faded", relation.faded),
            ("day uncertain", not relation.certain),
        )
        if holds
    ]


def left_out(hidden: LeftOut, *, to_see_alleged: str) -> list[str]:
    """How many claims are not drawn, by reason.

    Args:
        to_see_alleged: what one has to ask for to see those that are only alleged.
    """
    words = {**LEFT_OUT, "alleged": f"{LEFT_OUT['alleged']} ({to_see_alleged} shows them)"}
    counts = ((getattr(hidden, reason), said) for reason, said in words.items())
    return [f"{number:,} {said}" for number, said in counts if number]


def report_words(report: Report) -> str:
    """A report as one cites it: publisher, day, title."""
    parts = [report.publisher, time_words(report.published), report.title]
    return ", ".join(safe(part) for part in parts if part) or safe(report.label)


def count(number: int, one: str, many: str | None = None) -> str:
    """A number and its noun.

    >>> count(1, "article"), count(1200, "article")
    ('1 article', '1,200 articles')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def told_by(reports: int, witnesses: int) -> str:
    """How many reports say so, and how many of them by themselves.

    >>> told_by(3, 2), told_by(1, 1)
    ('3 reports, 2 independent', '1 report, 1 independent')
    """
    return f"{count(reports, 'report')}, {witnesses:,} independent"


def short(claim_id: str) -> str:
    """As much of a claim's id as one has to type."""
    return claim_id.removeprefix("claim-")[:8]


def short_decision(decision_id: str) -> str:
    """As much of a decision's id as one has to type."""
    return decision_id.removeprefix("decision-")[:8]
