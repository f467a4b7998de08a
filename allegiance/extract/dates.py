"""Find the phrases that name a time, and the days they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from allegiance.extract._timing.groups import Moment
from allegiance.extract._timing.ranges import joined
from allegiance.extract._timing.values import read
from allegiance.lexicon.calendar import Calendar, Phrase
from allegiance.lexicon.lexicon import Lexicon
from allegiance.reading import Reading
from allegiance.records.bundle import Found
from allegiance.records.span import Span
from allegiance.records.when import DatePhrase, When

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc

NEEDS: tuple[str, ...] = ()

_WORD = re.compile(r"[a-z]+|['’]?\d+")
_LAST_WORD = re.compile(r"([a-z'’]+|[$£€#/.-])\s*$")
# Numbers below are years only where the text says so.
OLD_YEARS = "1750"
# How far a phrase may lie behind the quarter that it compares itself with, in characters.
QUARTER_REACH = 800
# How many words before a phrase tell its tense.
TENSE_REACH = 14
# A verb of saying so near is what happened then ("said on Friday").
SAID_REACH = 3


@dataclass(frozen=True, slots=True)
class _Written:
    """A phrase where it stands; `[start, end)`."""

    phrase: Phrase
    start: int
    end: int
    groups: dict[str, str | None]


def extract(reading: Reading, found: Found, lexicon: Lexicon) -> Found:
    """Add the date phrases, in text order."""
    article, calendar = reading.article, lexicon.calendar
    published = article.published
    anchor = published.start if published else None
    lower = _lowered(article.text)
    phrases = list(_dated(article.text, lower, anchor, reading.doc, calendar))
    return replace(found, dates=tuple(joined(phrases, lower, calendar.ranges)))


def _dated(
    text: str, lower: str, anchor: date | None, doc: Doc, calendar: Calendar
) -> Iterator[DatePhrase]:
    moment = Moment(anchor)
    quarter_at = 0
    for written in _written(text, lower, calendar):
        if written.start - quarter_at > QUARTER_REACH:
            moment.quarter = None
        before = lower[max(0, written.start - 40) : written.start]
        tense = _tense(doc, written, calendar)
        moment.future, moment.past = tense > 0, tense < 0
        when = read(written.phrase.means, written.groups, moment, calendar)
        if when is None:
            continue
        if when.start is not None and when.grain != "vague":
            moment.last = when
        if _sets_quarter(written, when):
            moment.quarter, quarter_at = when, written.start
        yield DatePhrase(Span(written.start, written.end), _opened(when, before, calendar))


def _sets_quarter(written: _Written, when: When) -> bool:
    """Do later comparisons ("a year earlier") count from this phrase?"""
    if written.phrase.means not in ("quarter", "period") or written.groups.get("before"):
        return False
    return when.grain == "quarter" and when.start is not None


def _lowered(text: str) -> str:
    """Lower case, sign by sign, so that offsets hold (some capitals have two signs in lower case)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(sign if len(sign.lower()) > 1 else sign.lower() for sign in text)


def _written(text: str, lower: str, calendar: Calendar) -> Iterator[_Written]:
    """The longest phrase at each word that may open one."""
    end = 0
    for word in _WORD.finditer(lower):
        opener = word.group()
        if word.start() < end or not (opener in calendar.openers or not opener.isalpha()):
            continue
        best = _longest(lower, word.start(), calendar)
        if best is not None and _is_date(best, text, lower, calendar):
            end = best.end
            yield best


def _longest(lower: str, start: int, calendar: Calendar) -> _Written | None:
    if not calendar.any_phrase.match(lower, start):
        return None
    best: _Written | None = None
    for phrase in calendar.phrases:
        match = phrase.pattern.match(lower, start)
        if match and (best is None or match.end() > best.end):
            best = _Written(phrase, start, match.end(), match.groupdict())
    return best


def _is_date(written: _Written, text: str, lower: str, calendar: Calendar) -> bool:
    """Words that are months or years only in some places: "may", "march", "2000 men"."""
    before = _LAST_WORD.search(lower[max(0, written.start - 15) : written.start])
    word = before.group(1) if before else ""
    if written.start and lower[written.start - 1].isalnum():
        return False
    if written.phrase.id == "month":
        bare = lower[written.start : written.end]
        capital = text[written.start].isupper()
        if len(bare) <= 3 or bare == "march":
            return capital and (
                bare not in ("may", "march", "mar", "sun") or word in calendar.leading
            )
    if written.phrase.id == "weekday":
        bare = lower[written.start : written.end].rstrip(".")
        return len(bare) > 3 or (
            text[written.start].isupper() and bare not in ("sun", "sat", "wed")
        )
    hour = lower[max(0, written.end - 24) : written.end - 4]
    if written.phrase.id == "year" and calendar.clock.search(hour):
        return False  # "at about 2045"
    if written.phrase.id == "year" and written.end - written.start == 4:
        after = lower[written.end : written.end + 1]
        if calendar.counted.match(lower, written.end):
            return False  # "2000 men"
        number = lower[written.start : written.end]
        if number < OLD_YEARS and word not in calendar.since | {"in"}:
            return False
        return word not in ("$", "£", "€", "#", "-", "/", ".") and after not in ("-", "/", "'")
    return True


def _tense(doc: Doc, written: _Written, calendar: Calendar) -> int:
    """1 where the words before the phrase speak of what is to come, -1 of what was, 0 where they do not tell."""
    span = doc.char_span(written.start, written.end, alignment_mode="expand")
    if span is None:
        return 0
    for at in range(span.start - 1, max(-1, span.start - TENSE_REACH), -1):
        tense = _tense_of(doc, at, calendar)
        if tense == -1 and doc[at].lower_ in calendar.saying and at < span.start - SAID_REACH:
            continue  # "said that it will leave on Monday" is not about the saying.
        if tense is not None:
            return tense
        if doc[at].is_sent_start:
            return 0
    return 0


def _tense_of(doc: Doc, at: int, calendar: Calendar) -> int | None:
    token = doc[at]
    if token.lower_ in calendar.future:
        return 1
    if token.lower_ in calendar.past or token.tag_ == "VBD":
        return -1
    if token.tag_ == "VBN":
        before = {doc[other].lower_ for other in range(max(0, at - 3), at)}
        return 1 if before & calendar.future or before >= {"to", "be"} else -1
    return None


def _opened(when: When, before: str, calendar: Calendar) -> When:
    """`since` opens the end, `until` the beginning."""
    match = _LAST_WORD.search(before)
    word = match.group(1) if match else ""
    if word in calendar.since:
        return When(when.start, None, "since")
    if word in calendar.until:
        return When(None, when.end, "until")
    return when
