"""Find the words a report begins with: "BAGHDAD, Feb 3 (Agency) -", with its place and its day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from allegiance.records.span import Span
from allegiance.records.when import When

# A headline, a byline and a stamp may stand before it.
_LINES_LOOKED_AT = 5
_CAPITALISED = r"(?-i:[^\W\d_a-z][\w.'’\-]*)"
_PLACE = rf"{_CAPITALISED}(?: (?:de|of|the|al|el|{_CAPITALISED})){{0,4}}"
_DASH = r"(?:-{1,3}|[–—−])"
_YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)"


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report says that it was written.

    Attributes:
        span: all of it, with its dash.
        place: the first place's words.
        written: None where it names no day with its year.
    """

    span: Span
    place: Span
    written: When | None


class DatelineFinder:
    """Holds the pattern for one language's months and weekdays and the agencies' names."""

    def __init__(self, months: Mapping[str, int], weekdays: Iterable[str], outlets: str) -> None:
        self._months = {name.rstrip("."): number for name, number in months.items()}
        names = "|".join(sorted(map(re.escape, self._months), key=lambda name: (-len(name), name)))
        month = rf"(?P<{{}}>{names})\b\.?"
        day_first = rf"(?P<day1>\d{{1,2}})(?:st|nd|rd|th)? {month.format('month1')}(?:,? (?P<year1>{_YEAR}))?"
        month_first = rf"{month.format('month2')} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year2>{_YEAR}))?"
        weekday = rf"(?:(?:{'|'.join(sorted(map(re.escape, weekdays)))}),? )?"
        when = rf"(?P<when>{weekday}(?:{day_first}|{month_first}|no date))"
        agency = r"(?P<agency>[(\[][^()\[\]\n]{1,80}[)\]])"
        self._pattern = re.compile(
            rf"(?P<place>{_PLACE})(?P<more>(?:, {_PLACE}| ?\([^()\n]{{2,40}}\)){{0,2}}?)"
            rf"(?:,? {when})?(?:[,.]?\s?{agency})?(?: ?/ ?(?:{outlets})/?)?\s?(?P<dash>{_DASH})(?=\s|\[|[A-Z“\"])",
            re.IGNORECASE,
        )
        self._outlet = re.compile(outlets)

    def find(self, text: str, furniture: Iterable[Span] = ()) -> Dateline | None:
        """The date line of a text, at the beginning of one of its first lines; None where it has none."""
        skipped = tuple(furniture)
        for start in _line_starts(text):
            match = self._pattern.match(text, start)
            if match is None or any(span.holds(Span(start, start + 1)) for span in skipped):
                continue
            if self._is_one(match):
                return Dateline(
                    Span(*match.span()), Span(*match.span("place")), self._written(match)
                )
        return None

    def _is_one(self, match: re.Match[str]) -> bool:
        """A day or an agency in brackets makes it sure; otherwise the place has to be in capitals, its dash apart."""
        rest = match.string[match.end() : match.end() + 200]
        if match["when"] is not None:
            return True
        if match["agency"] is not None:
            return (
                (match["place"][:1].isupper() and match["dash"] != "-")
                or match["place"].isupper()
                or self._outlet.search(match["agency"]) is not None
            )
        apart = match.string[match.start("dash") - 1].isspace()
        shouted = rest.isupper()
        return match["place"].isupper() and len(match["place"]) > 3 and apart and not shouted

    def _written(self, match: re.Match[str]) -> When | None:
        for form in "12":
            year = match[f"year{form}"]
            if match[f"month{form}"] is not None and year is not None:
                month = self._months[match[f"month{form}"].lower()]
                return _day(_full_year(year.lstrip("'’")), month, int(match[f"day{form}"]))
        return None


def _line_starts(text: str) -> list[int]:
    starts: list[int] = []
    for match in re.finditer(r"[^\n\r]*\S[^\n\r]*", text):
        if len(starts) == _LINES_LOOKED_AT:
            break
        starts.append(match.start() + len(match[0]) - len(match[0].lstrip()))
    return starts


def _full_year(digits: str) -> int:
    """Two digits are of the last century from 1950 on."""
    year = int(digits)
    return year if year > 99 else year + (1900 if year >= 50 else 2000)


def _day(year: int, month: int, day: int) -> When | None:
    try:
        written = date(year, month, day)
    except ValueError:
        return None
    return When(written, written + timedelta(days=1), "day")
