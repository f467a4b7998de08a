"""The page to hand on: its data can be read, and nothing that anybody wrote gets out of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.errors import UsageError
from allegiance.export import html
from allegiance.query.history import Wanted
from allegiance.records.canonical import plain
from tests.export.told import DAWN, everything, exported, gathered
from tests.telling import Said, report

SCRIPT = "{http://www.w3.org/1999/xhtml}script"
EVIL = 'Storm </script><script>alert("x")</script><!--'


def scripts(page: bytes) -> list[Any]:  # Elements, as html5lib builds them.
    return list(html5lib.parse(page.decode()).iter(SCRIPT))


def data_of(page: bytes) -> Any:  # JSON holds anything.
    (script,) = scripts(page)
    return json.loads(script.text)


def test_the_page_holds_all_that_the_pictures_need() -> None:
    data, dossier = data_of(exported("html")), everything()
    assert data["history"]["intervals"] == plain(dossier.intervals)
    assert {one["claim"]["id"] for one in data["claims"]} == {
        one.claim.id for one in dossier.testimonies
    }
    drawn = {one.relation.source for one in dossier.intervals}
    assert drawn <= {one["id"] for one in data["history"]["actors"]}
    assert len(data["events"]) == len(dossier.incidents)
    assert {one["predicate"] for one in data["codebook"]["predicates"]} > {"alliance", "assault"}
    articles = {one["article_id"] for one in data["articles"]}
    assert {one["article"] for one in data["claims"]} == articles
    assert {one["run"] for one in data["claims"]} == {one["id"] for one in data["runs"]}
    assert data["about"]["known_by"] == str(dossier.known_by)


def test_lights_lie_on_the_words_in_the_sentence() -> None:
    words = {party.words for one in everything().testimonies for party in one.parties}
    lit = set()
    for claim in data_of(exported("html"))["claims"]:
        for light in claim["lights"]:
            start, end = light["span"]
            assert 0 <= start < end <= len(claim["sentence"])
            if light["what"] in ("source", "target"):
                lit.add(claim["sentence"][start:end])
    assert DAWN in lit
    assert lit <= words


def test_it_says_what_it_was_narrowed_to() -> None:
    dawn = next(one.actor for one in everything().figures if one.actor.name == DAWN)
    narrowed = gathered(Wanted(actor=dawn.id, kinds=frozenset({"alliance"})))
    assert data_of(exported("html", narrowed))["about"]["narrowed"] == [
        f"only {DAWN}",
        "only alliance",
        "without what is only alleged",
    ]


def test_names_cannot_end_the_element_that_they_stand_in() -> None:
    told = report("2014-01-01", Said(EVIL, "alliance", DAWN), publisher=EVIL, title=EVIL)
    page = exported("html", gathered(Wanted(), told))
    data = data_of(page)
    assert {one["name"] for one in data["history"]["actors"]} == {EVIL, DAWN}
    assert data["articles"][0]["title"] == EVIL


@given(st.text() | st.sampled_from(["<!--<script>", "\u2028", "]]>", "\ud800"]))
def test_any_text_comes_back_and_nothing_else_is_in_the_page(text: str) -> None:
    written = html.script_json([text])
    assert not set(written) & set("<\u2028\u2029")
    assert json.loads(written) == [text]
    written.encode()


def test_a_page_too_large_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MOST_BYTES", 1_000)
    with pytest.raises(UsageError, match="take fewer days"):
        exported("html")


def test_without_the_built_page_it_says_how_to_build_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(html, "PAGE", tmp_path / "page.html")
    with pytest.raises(UsageError, match="run `make web` first"):
        exported("html")
