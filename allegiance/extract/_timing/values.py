"""What a phrase of the calendar means, counted from the day of publication or from the time last named.

Each reader bears the name by which `calendar.toml` calls it, takes the groups of the phrase, and gives back the period:
open on both sides where there is no day to count from, None where the words are no date.
"""

from __future__ import annotations

from collections.abc import Mapping

from allegiance.extract._timing import counted, named
from allegiance.extract._timing.groups import Groups, Moment, Reader
from allegiance.lexicon.calendar import Calendar
from allegiance.records.when import When

_READERS: Mapping[str, Reader] = {**named.READERS, **counted.READERS}
MEANINGS = frozenset(_READERS)


def read(means: str, groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    """The period that a phrase names; None where it is no date after all (31 February)."""
    try:
        return _READERS[means](groups, moment, calendar)
    except (ValueError, OverflowError):  # A day that no calendar has.
        return None
