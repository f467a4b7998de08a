"""How a map looks on a terminal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from allegiance.faces.cli.commands.network import footer, table
from allegiance.records.network import Network
from allegiance.wording import notes
from tests.made import HOLDER, NETWORK, WING

DB = Path("my maps.db")


def shown(network: Network = NETWORK) -> list[str]:
    console = Console(width=200, force_terminal=False)
    with console.capture() as capture:
        console.print(table(network))
    return [" ".join(line.split()) for line in capture.get().splitlines()]


def test_a_row_says_who_stands_how_to_whom_since_when_by_how_many() -> None:
    assert shown()[1] == (
        "Dawn\N{REPLACEMENT CHARACTER} Brigade affiliate Northern Front 2013-05 3 2 "
        "disputed, by one side's word 00112233"
    )


def test_a_place_stands_where_the_target_would() -> None:
    assert shown()[2].startswith("Northern Front control Essara Port by 2014-02-03 2014-03-01 1 1")


def test_a_column_that_says_nothing_is_left_out() -> None:
    assert "Until" in shown()[0]
    assert "Until" not in shown(replace(NETWORK, relations=(WING,)))[0]


def test_notes_name_every_reason_for_doubt() -> None:
    assert notes(HOLDER) == ["alleged", "from events", "faded", "day uncertain"]
    assert notes(replace(WING, attributed=False, disputed_by=())) == []


@pytest.mark.parametrize(
    "words",
    [
        "2 relations on 2014-02-10, as known by 2014-02-28.",
        "12 of parties without a name, 1 only denied",
        "allegiance why 00112233 --db 'my maps.db'",
    ],
)
def test_the_footer_says_what_is_hidden_and_where_the_evidence_is(words: str) -> None:
    assert words in "\n".join(footer(NETWORK, DB))


def test_an_empty_map_points_to_no_evidence() -> None:
    assert "why" not in "\n".join(footer(replace(NETWORK, relations=()), DB))
