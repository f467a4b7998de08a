"""Actor files of PETRARCH and TABARI: a phrase, its synonyms, and codes with the days on which they hold.

    RIVER_GUARDS_  [NORREB]          # a comment
    +GUARDS_OF_THE_RIVER
        [NORREB <20110301]
        [NORGOV 20110301-140630]

An entry becomes one row with these columns: `phrase`, `synonyms`, `codes`, `country` (the first three letters of the codes),
`dated_codes` (those that hold for some time only), `start` and `end` (first and last day on which any holds).
A code of no letters ("---") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO

from allegiance.lexicon.importing.given import Given, text_of
from allegiance.lexicon.importing.mapping import ActorMapping
from allegiance.lexicon.importing.told import Told
from allegiance.lexicon.index import LONGEST_ACRONYM
from allegiance.lexicon.spelling import Spelling

# PETRARCH reads a year of two digits up to this one as of our century.
LAST_OF_OURS = 30
_REMARK = re.compile(r"<!--.*?-->|<!(?!--)[^>]*>", re.DOTALL)
_AFTER = re.compile(r"[#;].*")
_CODE = re.compile(r"\[\s*(?P<code>[^\s\[\]<>]+)\s*(?P<days>[^\[\]]*)\]")
_DAYS = re.compile(r"(?P<before><)?\s*(?P<after>>)?\s*(?P<one>\d+)\s*(?:-\s*(?P<two>\d+))?")


@dataclass(slots=True)
class _Entry:
    """What was read of an entry; `spans` has None where a code holds for ever."""

    line: int
    phrase: str
    synonyms: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    spans: list[tuple[date | None, date | None] | None] = field(default_factory=list)
    broken: bool = False

    def hold(self, code: str, days: str) -> None:
        """Take a code with its days.

        Raises:
            ValueError: they are none.
        """
        if any(map(str.isalnum, code)):
            span = _span(days) if days.strip() else None
            self.codes.append(code)
            self.spans.append(span)


def read_petrarch(
    file: BinaryIO, mapping: ActorMapping, spelling: Spelling
) -> Iterator[Given | Told]:
    """The entries of a file; one with a line that cannot be read is told, and left out."""
    entry: _Entry | None = None
    for number, line in _lines(text_of(file, mapping)):
        if not line.startswith(("+", "[")):
            yield from _finished(entry, mapping, spelling)
            entry = _Entry(number, line.partition("[")[0])
        try:
            _read(line, entry)
        except ValueError as error:
            yield Told(number, str(error))
            if entry is not None:
                entry.broken = True
    yield from _finished(entry, mapping, spelling)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines that say something, with their number; comments are taken out, and take their line feeds' place."""
    bare = _REMARK.sub(lambda found: "\n" * found[0].count("\n"), text)
    for number, line in enumerate(bare.split("\n"), start=1):
        said = _AFTER.sub("", line).strip()
        if said:
            yield number, said


def _read(line: str, entry: _Entry | None) -> None:
    """Add a line to its entry.

    Raises:
        ValueError: it is not of the format.
    """
    if entry is None:
        raise ValueError(f"{line[:40]!r} belongs to no phrase; put the phrase before it")
    if line.startswith("+"):
        entry.synonyms.append(line[1:].partition("[")[0])
    elif "[" in line:
        _take_codes(line[line.index("[") :], entry)


def _take_codes(line: str, entry: _Entry) -> None:
    found = list(_CODE.finditer(line))
    if not found:
        raise ValueError(f"{line[:40]!r} is no code; write [CODE] or [CODE 20110301-20140630]")
    for one in found:
        entry.hold(one["code"], one["days"])


def _span(days: str) -> tuple[date | None, date | None]:
    """First and last day; None where open."""
    found = _DAYS.fullmatch(days.strip())
    if found is None or (found["two"] is None) == (not found["before"] and not found["after"]):
        raise ValueError(f"{days.strip()!r} are no days; write <DATE, >DATE or DATE-DATE")
    one = _day(found["one"])
    if found["two"] is None:
        return (None, one) if found["before"] else (one, None)
    two = _day(found["two"])
    if one > two:
        raise ValueError(f"{days.strip()!r} begins after it ends; swap or mend the days")
    return one, two


def _day(written: str) -> date:
    if len(written) not in (6, 8):
        raise ValueError(f"{written!r} is no day; write YYYYMMDD or YYMMDD")
    year = int(written[:-4])
    if len(written) == 6:
        year += 2000 if year <= LAST_OF_OURS else 1900
    try:
        return date(year, int(written[-4:-2]), int(written[-2:]))
    except ValueError as error:
        raise ValueError(f"{written!r} is no day; write YYYYMMDD or YYMMDD") from error


def _finished(entry: _Entry | None, mapping: ActorMapping, spelling: Spelling) -> Iterator[Given]:
    if entry is not None and not entry.broken:
        yield _given(entry, mapping, spelling)


def _given(entry: _Entry, mapping: ActorMapping, spelling: Spelling) -> Given:
    start, end = _limits(entry.spans)
    codes = tuple(dict.fromkeys(entry.codes))
    places = (code[:3].upper() for code in codes)
    dated = (code for code, span in zip(entry.codes, entry.spans, strict=True) if span is not None)
    return Given(
        entry.line,
        {
            "phrase": tuple(_written([entry.phrase], spelling)),
            "synonyms": tuple(_written(entry.synonyms, spelling)),
            "codes": codes,
            "country": tuple(one for one in dict.fromkeys(places) if one not in mapping.missing),
            "dated_codes": tuple(dated),
            "start": (start.isoformat(),) if start is not None else (),
            "end": (end.isoformat(),) if end is not None else (),
        },
    )


def _limits(
    spans: Sequence[tuple[date | None, date | None] | None],
) -> tuple[date | None, date | None]:
    """The first and the last day on which any code holds; a code without days holds when no other does."""
    dated = [span for span in spans if span is not None]
    if not dated or None in spans:
        return None, None
    starts = [start for start, _ in dated]
    ends = [end for _, end in dated]
    return (
        None if None in starts else min(day for day in starts if day is not None),
        None if None in ends else max(day for day in ends if day is not None),
    )


def _written(phrases: Iterable[str], spelling: Spelling) -> Iterator[str]:
    """Phrases as papers write them: the files have capitals alone.

    A single short word is an acronym unless it is known to be a word or a name; only acronyms care about their case.
    """
    for phrase in phrases:
        words = phrase.replace("_", " ").split()
        if words:
            alone = len(words) == 1
            yield " ".join(_cased(word, spelling, alone=alone) for word in words)


def _cased(word: str, spelling: Spelling, *, alone: bool) -> str:
    lower = word.lower()
    if word != word.upper() or "." in word or word in spelling.acronyms:
        return word
    if lower in spelling.names:
        return spelling.names[lower]
    if alone and lower not in spelling.ordinary:
        return word if len(word) <= LONGEST_ACRONYM else _capital(word)
    return lower if lower in spelling.small and not alone else _capital(word)


def _capital(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))
