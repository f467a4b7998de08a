"""Names that mean an actor on some days alone: what the checker says of them, and whom the index finds. The rows are invented."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from allegiance.errors import LexiconError
from allegiance.lexicon.actors import COLUMNS, NAME_COLUMNS, DatedName, KnownActor
from allegiance.lexicon.check import check, notes
from allegiance.lexicon.index import ActorIndex
from allegiance.lexicon.lexicon import load

SOURCE = "https://a.example"
ACTORS = [
    {"id": "lake-guard", "name": "Lake Guard", "kind": "armed-group", "aliases": "LG", "country": "NO", "start": "2015", "source": SOURCE},
    {"id": "reed-front", "name": "Reed Front", "kind": "armed-group", "aliases": "Reed Men", "country": "NO", "source": SOURCE},
]  # fmt: skip
OLD = {"actor": "lake-guard", "name": "Hill Column", "start": "", "end": "2012-05", "source": SOURCE}  # fmt: skip
NEW = {"actor": "reed-front", "name": "Hill Column", "start": "2012-06", "end": "", "source": SOURCE}  # fmt: skip


def written(folder: Path, *names: dict[str, str]) -> Path:
    for inner, columns, rows in (("actors", COLUMNS, ACTORS), ("names", NAME_COLUMNS, names)):
        text = io.StringIO()
        csv.DictWriter(text, columns, lineterminator="\n").writerows(rows)
        (folder / inner).mkdir(exist_ok=True)
        head = f"# Invented rows.\n{','.join(columns)}\n"
        (folder / inner / "made.csv").write_text(head + text.getvalue(), encoding="utf-8")
    return folder


def test_a_name_that_passes_from_one_to_another_is_no_problem(tmp_path: Path) -> None:
    assert list(check(written(tmp_path, OLD, NEW))) == []
    assert list(notes(tmp_path)) == []


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"start": "2012-05"}, "'Hill Column' means lake-guard (names/made.csv:3) on some of these days too; part their days"),
        ({"start": "2012-05-31"}, "'Hill Column' means lake-guard (names/made.csv:3) on some"),
        ({"start": "", "end": "2011", "name": "The hill-column"}, "begins with an article; leave it out"),
        ({"start": "", "end": ""}, "has neither start nor end; write the name among the aliases"),
        ({"start": "2012-6"}, "start '2012-6' is no day"),
        ({"end": "2011"}, "starts 2012-06 after it ends 2011"),
        ({"actor": "reed-men"}, "actor 'reed-men' is no id of a row of actors"),
        ({"name": "Reed Men"}, "'Reed Men' is a name of it on all days (actors/made.csv:4); delete it there, or here"),
        ({"name": "—"}, "holds no word that could be found"),
        ({"source": "a book"}, "source 'a book'; give the address"),
        ({"name": " Hill Men"}, "white space around name"),
        ({"actor": "a", "name": "Hill"}, "'Hill' stands behind lake-guard; sort the rows"),
    ],
)  # fmt: skip
def test_a_wrong_row_is_told_with_its_line(
    tmp_path: Path, row: dict[str, str], problem: str
) -> None:
    told = list(check(written(tmp_path, OLD, NEW | row)))
    actor = row.get("actor", "reed-front")
    assert any(one.startswith(f"names/made.csv:4: {actor}: ") and problem in one for one in told)


def test_a_file_with_other_columns_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path, OLD)
    text = (folder / "names" / "made.csv").read_text(encoding="utf-8")
    (folder / "names" / "made.csv").write_text(text.replace("actor,name", "name,actor"))
    assert "names/made.csv:2: columns are name,actor,start,end,source; wanted actor," in next(
        check(folder)
    )


def test_a_name_that_another_has_on_all_days_is_noted(tmp_path: Path) -> None:
    row = NEW | {"name": "LG"}
    assert list(notes(written(tmp_path, row))) == [
        "names/made.csv:3: reed-front: shares the name 'LG' with lake-guard (actors/made.csv:3), which has it on all days"
    ]
    # Nobody had it before the one was there.
    assert list(notes(written(tmp_path, row | {"start": "", "end": "2014"}))) == []


def test_rows_of_a_user_are_checked_with_ours(tmp_path: Path) -> None:
    name = {"name": "Islamic Emirate of Afghanistan", "start": "2010", "end": "2011"}
    (problem,) = check(written(tmp_path, NEW | name))
    assert "means taliban (names/names.csv:" in problem


def test_rows_of_a_user_take_the_place_of_ours_with_their_actor_and_name(tmp_path: Path) -> None:
    name = {"name": "Islamic Emirate of Afghanistan", "start": "2010", "end": "2011"}
    words = load(written(tmp_path, NEW, NEW | name | {"actor": "taliban"}))
    dated = {one.id: one.dated for one in words.actors if one.dated}
    assert [one.start for one in dated["taliban"]] == [date(2010, 1, 1)]
    assert [one.start for one in dated["reed-front"]] == [date(2012, 6, 1)]
    assert len(dated["afghanistan"]) == 2
    words = load(written(tmp_path, NEW | {"actor": "taliban"}))
    taliban = next(one for one in words.actors if one.id == "taliban")
    assert [one.name for one in taliban.dated] == ["Islamic Emirate of Afghanistan", "Hill Column"]


def test_a_name_of_nobody_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="actor 'reed-men' is no id of a row of actors"):
        load(written(tmp_path, NEW | {"actor": "reed-men"}))


def test_a_name_is_found_on_its_days() -> None:
    def group(id_: str, *dated: DatedName) -> KnownActor:
        return KnownActor(
            id_, id_, "armed-group", (), (), (), (), None, None, None, None, SOURCE, dated
        )  # fmt: skip

    changed = date(2012, 6, 1)
    index = ActorIndex(
        [
            group("lake-guard", DatedName("Hill Column", None, changed)),
            group(
                "reed-front",
                DatedName("The Hill Column", changed, date(2014, 1, 1)),
                DatedName("Hill Column", date(2016, 1, 1), None),
            ),
        ]
    )
    senses = index.senses("hill-column")

    def meant(first: date, after: date) -> list[str]:
        return [one.actor.id for one in senses if one.holds((first, after))]

    assert meant(date(2012, 5, 31), changed) == ["lake-guard"]
    assert meant(changed, date(2012, 6, 2)) == ["reed-front"]
    assert meant(date(2012, 1, 1), date(2013, 1, 1)) == ["lake-guard", "reed-front"]
    assert meant(date(2015, 1, 1), date(2015, 1, 2)) == []
    assert meant(date(2016, 1, 1), date(2016, 1, 2)) == ["reed-front"]
    assert [one.actor.id for one in senses if one.holds(None)] == [one.actor.id for one in senses]
