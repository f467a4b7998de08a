"""Tables as data frames: every row, with types, whatever is unknown."""

from __future__ import annotations

import sys
from datetime import date

import pandas
import polars
import pytest

from allegiance.errors import UsageError
from allegiance.notebook.answers import ShownHistory, ShownNetwork, ShownProfile
from tests.made import BRIGADE, FRONT, HOLDER, NETWORK, PORT, WING
from tests.notebook.told import DAWN, GUARDS, session
from tests.notebook.told import FRONT as THE_FRONT

TABLES = {
    "network": ("relations", "events", "actors", "places"),
    "history": ("intervals", "actors", "places"),
    "profile": ("lines", "lineage"),
}
ALL = [(answer, table) for answer, tables in TABLES.items() for table in tables]
SHOWN = ShownNetwork.showing(NETWORK)


def answer(name: str, *, empty: bool = False) -> ShownNetwork | ShownHistory | ShownProfile:
    store = session()
    if name == "network":
        return store.network("1990-01-01" if empty else None)
    if name == "history":
        return store.history(until="1990-01-01" if empty else None)
    return store.profile(DAWN)


@pytest.mark.parametrize(("name", "table"), ALL)
def test_pandas_and_polars_hold_the_same(name: str, table: str) -> None:
    one, other = answer(name).to_pandas(table), answer(name).to_polars(table)
    assert list(one.columns) == other.columns
    assert len(one) == len(other)
    for column in other.columns:
        cells = [None if is_missing(cell) else cell for cell in one[column]]
        wanted = other[column].to_list()
        if other[column].dtype == polars.Date:
            cells = [cell.date() if cell is not None else None for cell in cells]
        assert cells == wanted, column


def is_missing(cell: object) -> bool:
    return not isinstance(cell, list) and bool(pandas.isna(cell))


@pytest.mark.parametrize(("name", "table"), [one for one in ALL if one[0] != "profile"])
def test_columns_have_their_types_where_there_are_no_rows(name: str, table: str) -> None:
    for empty, full in (
        (answer(name, empty=True).to_pandas(table), answer(name).to_pandas(table)),
        (answer(name, empty=True).to_polars(table), answer(name).to_polars(table)),
    ):
        assert len(empty) == 0
        assert list(empty.dtypes) == list(full.dtypes)


def test_a_relation_is_a_row_with_ids_names_days_and_claims() -> None:
    wing, holder = SHOWN.to_polars().iter_rows(named=True)
    assert (wing["relation"], wing["source"], wing["source_name"], wing["target_name"]) == (
        WING.id,
        BRIGADE.id,
        BRIGADE.name,
        FRONT.name,
    )
    assert (wing["since_start"], wing["since_end"]) == (date(2013, 5, 1), date(2013, 6, 1))
    assert (wing["until_start"], wing["place"]) == (None, None)
    assert wing["claims"] == list(WING.claim_ids)
    assert wing["disputed_by"] == list(WING.disputed_by)
    assert (holder["target"], holder["place"], holder["place_name"]) == (None, PORT.id, PORT.name)
    assert (holder["since_start"], holder["alleged"]) == (None, HOLDER.alleged)


def test_days_are_times_that_one_can_reckon_with() -> None:
    frame = SHOWN.to_pandas()
    assert (frame["since_end"] - frame["since_start"]).dt.days[0] == 31
    assert bool(frame["until_end"].isna()[0])


def test_days_far_away_are_held() -> None:
    frame = ShownNetwork.showing(NETWORK).to_pandas()
    assert str(frame["since_start"].dtype) == "datetime64[s]"
    assert pandas.Series([date(1, 1, 1), date.max], dtype="datetime64[s]").dt.year.to_list() == [
        1,
        9999,
    ]


def test_claims_can_be_unfolded_to_a_row_each() -> None:
    frame = SHOWN.to_pandas().explode("claims")
    assert list(frame["claims"]) == [*WING.claim_ids, *HOLDER.claim_ids]


def test_an_event_has_its_parties_and_its_losses() -> None:
    (event,) = session().network().to_polars("events").iter_rows(named=True)
    assert (event["source_name"], event["target_name"]) == (GUARDS, THE_FRONT)
    assert (event["killed_low"], event["killed_high"], event["wounded_low"]) == (3, None, None)
    assert (event["when_start"], event["place_name"]) == (date(2014, 2, 1), "Essara")


def test_an_interval_has_its_days_for_sure() -> None:
    history = session().history(DAWN, kinds=["alliance"])
    (row,) = history.to_polars().iter_rows(named=True)
    (interval,) = history.intervals
    assert interval.drawn is not None
    assert interval.sure is not None
    assert (row["interval"], row["drawn_start"], row["sure_start"], row["last"]) == (
        interval.id,
        interval.drawn.start,
        interval.sure.start,
        interval.last,
    )


@pytest.mark.parametrize("name", ["pandas", "polars", "networkx"])
def test_an_absent_library_is_an_error_that_says_what_to_install(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(UsageError, match=rf"pip install {name} .*allegiance\[notebook\]"):
        getattr(SHOWN, f"to_{name}")()
