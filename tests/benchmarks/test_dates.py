"""Date phrases and their times."""

from __future__ import annotations

import pytest

from tests.benchmarks.made import Made, counts, figures_of

TEXT = "Last week the truce held; now, after six days, it is over. It began in 1990."


def gold() -> dict[str, object]:
    span = Made(TEXT).span
    times = {
        "Last week": ("2014-01-27", "2014-02-03"),
        "now": (None, None),
        "1990": ("1990-01-01", "1991-01-01"),
    }
    return {
        "timexes": [
            {"span": span(words), "start": start, "end": end}
            for words, (start, end) in times.items()
        ]
    }


def test_what_does_not_count_is_left_out_and_the_rest_is_a_mistake() -> None:
    made = Made(TEXT)
    made.date("Last week", "2014-01-27", "2014-02-03")
    made.date("now", "2014-02-03", "2014-02-04")
    made.date("over", None, None)
    found = figures_of("dates", made.case(gold()))
    assert counts(found["found"]) == (1, 2, 1, 2)
    assert counts(found["value"]) == (1, 2, 1, 2)


@pytest.mark.parametrize(
    ("start", "end", "near"),
    [
        ("2014-01-26", "2014-02-02", 1),
        ("2014-01-20", "2014-02-01", 1),
        ("2014-01-20", "2014-02-02", 0),
        ("2014-02-03", "2014-02-10", 0),
        ("2014-02-03", None, 1),
        (None, None, 0),
    ],
)
def test_a_time_near_by_is_relaxed(start: str | None, end: str | None, near: int) -> None:
    made = Made(TEXT)
    made.date("week", start, end)
    found = figures_of("dates", made.case(gold()))
    assert counts(found["relaxed"]) == (near, 1, near, 2)
    assert counts(found["value"]) == (0, 1, 0, 2)
