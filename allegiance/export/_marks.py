"""What a reader has to know of a relation or an event before relying on it, in words that several formats share."""

from __future__ import annotations

from datetime import date, timedelta  # noqa: F401  The examples use the first.

from allegiance.records.dossier import Borne, Count
from allegiance.records.network import Relation
from allegiance.records.when import When

ONE_DAY = timedelta(days=1)


def marks(relation: Relation) -> tuple[str, ...]:
    """Which of its doubts it has: `disputed`, `alleged`, `attributed`, `derived`, `faded`."""
    found = (
        ("disputed", relation.disputed),
        ("alleged", relation.alleged),
        ("attributed", relation.attributed),
        ("derived", relation.derived),
        ("faded", relation.faded),
    )
    return tuple(word for word, holds in found if holds)


def summary(relation: Relation) -> str:
    """Since and until when, by how many, how sure, and what speaks against it, in one line."""
    parts = [f"since {time(relation.since)}"]
    parts += [f"until {time(relation.until)}"] if relation.until is not None else []
    parts += [f"reports {relation.reports}, independent {relation.witnesses}"]
    parts += [f"confidence {relation.confidence}", *marks(relation)]
    parts += [f"disputed by {' '.join(relation.disputed_by)}"] if relation.disputed_by else []
    return "; ".join(parts)


def time(when: When) -> str:
    """A range with its last day, as ISO 8601 writes intervals; `..` where it is open.

    >>> time(When(date(2014, 2, 1), date(2014, 3, 1), "month")), time(When(None, date(2014, 2, 4), "day"))
    ('2014-02-01/2014-02-28', '../2014-02-03')
    """
    first = str(when.start) if when.start is not None else ".."
    last = str(when.end - ONE_DAY) if when.end is not None else ".."
    return first if first == last else f"{first}/{last}"


def called(borne: Borne) -> str:
    """A name with the days on which it was sure, as ISO 8601 writes intervals; "?" where no day is.

    >>> called(Borne("Hill Column", None, None, (None, date(2012, 5, 31)), ()))
    '../2012-05-31 Hill Column'
    """
    if borne.sure is None:
        return f"? {borne.name}"
    first, last = (str(day) if day is not None else ".." for day in borne.sure)
    return f"{first}/{last} {borne.name}"


def as_exact(when: When | None) -> str | None:
    """The day, the month or the year that surely holds the time; None where it spans more or is open.

    >>> as_exact(When(date(2014, 2, 1), date(2014, 2, 8), "week"))
    '2014-02'
    """
    if when is None or when.start is None or when.end is None:
        return None
    first, last = when.start, when.end - ONE_DAY
    if first == last:
        return str(first)
    if first.year != last.year:
        return None
    return f"{first.year:04}" if first.month != last.month else f"{first.year:04}-{first.month:02}"


def persons(count: Count) -> str:
    """A number of persons.

    >>> persons(Count("killed", 3, None)), persons(Count("wounded", 4, 4))
    ('at least 3 killed', '4 wounded')
    """
    if count.most is None:
        return f"at least {count.least} {count.kind}"
    least = "" if count.most == count.least else f"{count.least} to "
    return f"{least}{count.most} {count.kind}"
