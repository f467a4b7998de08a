"""Where a line begins a sentence."""

from __future__ import annotations

import pytest

from allegiance.annotate._boundaries import boundaries

WRAPPED = "The rebels of the north took the\ntown on Monday, after a long week\nof fighting in its suburbs."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("One line.", []),
        (WRAPPED, []),
        (WRAPPED.upper(), []),
        (WRAPPED + "\n\n  The army left.", ["The army left."]),
        ("Town taken\n" + WRAPPED, ["The rebels of the north took the"]),
        ("Talks\r\n\r\n\r\nThey met.", ["They met."]),
        ("They want:\n- the town\n- the road", ["- the town", "- the road"]),
        ("It left for\nthe town", []),
        ("It left.\nIt came back after a long, long march through all of the valleys of the northern hills, to the town of its birth.",
         ["It came back after a long, long march through all of the valleys of the northern hills, to the town of its birth."]),
    ],
)  # fmt: skip
def test_a_line_that_is_not_wrapped_begins_a_sentence(text: str, expected: list[str]) -> None:
    found = [text[at:].splitlines()[0] for at in boundaries(text)]
    assert found == expected
