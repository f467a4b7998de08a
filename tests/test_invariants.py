"""What holds for every text, whatever is found in it."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance import shelf
from allegiance.annotate._contract import Annotator
from allegiance.clean.freeze import freeze
from allegiance.lexicon.lexicon import load
from allegiance.pipeline.lines import line
from allegiance.pipeline.steps import Reader
from allegiance.reading import Reading
from allegiance.records.article import Raw, Source
from allegiance.records.bundle import Bundle, Found

EXTRACTORS = shelf.names("allegiance.extract")
SOURCE = Source("source-0", "text", "-", None, None, "0")
TEXTS = (
    "BEIRUT, Feb 3 (Example Wire) - The general command of Al Qaeda said on Monday that it had no ties to the "
    'Islamic State of Iraq and Syria. "ISIS is not a branch of our group," it said in a statement translated by Ann '
    "Example. The group, which fights Jabhat al-Nusra, had been told to dissolve last year.\n\nRead more: The long war",
    "At least 14 soldiers were killed and dozens wounded when gunmen loyal to General Example attacked a base near "
    "Gao, Mali's army said. No group claimed responsibility. France and the G5 Sahel condemned the attack.",
    "THE FRONT AND THE ARMY SIGNED A CEASEFIRE ON 12 MARCH 1989. THE REBELS FREED 20 PRISONERS, A MINISTER REPORTED.",
    "Fighters of the Dawn Brigade, once the armed wing of the Northern Front, joined the River Guards in Aleppo; the "
    "Front rejected a merger with them, denied that it had sought one, and threatened to retake the town.\r\n\r\n"
    "\u201cThey\u2019re traitors,\u201d its leader Abu Example said. He was killed two days later by a drone strike.",
    "Image: smoke over the port. Image: smoke over the port.\nSyria's president met Russia's foreign minister; "
    "Iran backs the Houthis, who fight the Saudi-led coalition in Yemen, a spokesman for the UN said in Geneva.",
    "Words only: nothing happens here, to nobody, at no time.",
    "a",
)
PIECES = (
    "The army",
    "Hezbollah",
    "ISIS (",
    "it",
    "said that",
    "attacked",
    "was not allied with",
    "and",
    "on Monday",
    "20 people",
    '"',
    "\u201d",
    ".",
    ",",
    "\n\n",
    "\u00ad",
    "\u200f",
    "\U0001f600",
    "\u00a0",
    "GAO, Mali (AP) -",
)

Read = Callable[[str], tuple[Reading, Bundle]]


@pytest.fixture(scope="module")
def reader(annotator: Annotator) -> Reader:
    return Reader(annotator, load())


def bundle_of(reader: Reader, text: str) -> Bundle:
    return next(reader.read([Raw(SOURCE, "test", text, published="2014-02-10")]))


@pytest.fixture(scope="module")
def bundles(reader: Reader) -> list[Bundle]:
    return [bundle_of(reader, text) for text in TEXTS]


def spans(value: object) -> Iterator[list[int]]:
    """Every span of a line, wherever it stands."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key.endswith("span") and inner is not None:
                yield inner
            else:
                yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def check(written: dict[str, Any]) -> None:
    """The promises of docs/contract.md that any reader may rely on."""
    text, furniture = written["article"]["text"], written["article"]["furniture"]
    actors = {actor["id"] for actor in written["actors"]}
    statements = {statement["id"] for statement in written["statements"]}
    assert written["failures"] == []
    for start, end in [*spans(written), *furniture]:
        assert 0 <= start < end <= len(text)
    for claim in written["claims"]:
        assert claim["evidence"]
        for evidence in claim["evidence"]:
            start, end = evidence["span"]
            assert evidence["quote"] == text[start:end]
            assert not any(start < last and first < end for first, last in furniture)
        assert {role["actor"] for role in claim["roles"]} <= actors | {None}
        assert claim["statement"] in statements | {None}
        assert (claim["phase"] is None) == (claim["kind"] == "event")
        assert 0 <= claim["confidence"] <= 1
    assert {statement["speaker"] for statement in written["statements"]} <= actors | {None}
    assert len({claim["id"] for claim in written["claims"]}) == len(written["claims"])


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_every_line_keeps_the_contract(bundles: list[Bundle], number: int) -> None:
    check(line(bundles[number]))


@pytest.mark.parametrize("kind", ["referents", "places", "dates", "tolls", "statements", "claims"])
def test_the_texts_say_enough_to_test_with(bundles: list[Bundle], kind: str) -> None:
    assert sum(len(getattr(bundle.found, kind)) for bundle in bundles) >= 2


@settings(max_examples=60, deadline=None, derandomize=True)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=25))
def test_any_heap_of_words_keeps_the_contract(reader: Reader, pieces: list[str]) -> None:
    text = " ".join(pieces)
    written = line(bundle_of(reader, text))
    if text.strip() == "" or written["failures"]:
        return
    assert written["article"] == {**written["article"], "text": text}  # type: ignore[dict-item]
    check(written)


@pytest.mark.parametrize("text", TEXTS)
def test_annotating_leaves_the_text_as_it_is(annotator: Annotator, text: str) -> None:
    article = freeze(Raw(SOURCE, "test", text), load())
    (reading,) = annotator.annotate([article])
    assert reading.doc.text == article.text == text


@pytest.mark.parametrize("name", EXTRACTORS)
def test_an_extractor_names_what_it_needs_and_adds_to_what_was_found(
    reading_of: Callable[..., Reading], name: str
) -> None:
    part = shelf.take("allegiance.extract", name)
    assert set(part.NEEDS) <= set(EXTRACTORS) - {name}
    reading = reading_of(TEXTS[0], "2014-02-10")
    found = Found()
    for before in shelf.in_order("allegiance.extract"):
        after = before.extract(reading, found, load())
        if before is part:
            assert all(counts(after)[kind] >= number for kind, number in counts(found).items())
            assert before.extract(reading, found, load()) == after
            return
        found = after


def counts(found: Found) -> dict[str, int]:
    """How much is found of each kind; mentions, as two referents may turn out to be one."""
    mentions = sum(len(referent.mentions) for referent in found.referents)
    kinds = [field.name for field in dataclasses.fields(Found)]
    return {kind: len(getattr(found, kind)) for kind in kinds} | {"referents": mentions}


def jsonl(texts: tuple[str, ...]) -> bytes:
    rows = [
        {"id": str(TEXTS.index(text)), "text": text, "published": "2014-02-10"} for text in texts
    ]
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def extracted(texts: tuple[str, ...], *words: str, hash_seed: str) -> list[bytes]:
    """The lines of a process of its own."""
    root = str(Path(__file__).parent.parent)
    ran = subprocess.run(
        [sys.executable, "-m", "allegiance", "extract", "--from", "jsonl", *words],
        input=jsonl(texts),
        capture_output=True,
        env={**os.environ, "PYTHONPATH": root, "PYTHONHASHSEED": hash_seed},
        check=True,
        timeout=300,
    )
    return ran.stdout.splitlines()


@pytest.fixture(scope="module")
def once() -> list[bytes]:
    return extracted(TEXTS, hash_seed="0")


@pytest.mark.parametrize(
    ("words", "hash_seed", "turned"),
    [((), "1", False), ((), "0", True), (("--workers", "2"), "2", False)],
    ids=["another hash seed", "another order", "two workers"],
)
def test_the_same_input_gives_the_same_bytes(
    once: list[bytes], words: tuple[str, ...], hash_seed: str, turned: bool
) -> None:
    again = extracted(TEXTS[::-1] if turned else TEXTS, *words, hash_seed=hash_seed)
    assert (again[::-1] if turned else again) == once
