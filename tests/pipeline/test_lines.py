"""The line that is promised to people outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from allegiance.pipeline.lines import SCHEMA, line
from allegiance.records.article import Article, Source
from allegiance.records.bundle import Bundle, Failure, Found
from allegiance.records.canonical import canonical
from allegiance.records.claim import Claim, Codes, Evidence, Role
from allegiance.records.mention import Mention, Referent
from allegiance.records.span import Span
from allegiance.records.statement import Statement, Via
from allegiance.records.toll import Toll
from allegiance.records.when import DatePhrase, When
from allegiance.records.where import Where

SOURCE = Source("source-0", "jsonl", "-:1", "The Paper", None, "0")
TEXT = "Lions killed at least 12 in Gao on 3 March, Radio Gao quoted a source."
DAY = When(date(2014, 3, 3), date(2014, 3, 4), "day")
GAO = Where(Span(28, 31), "Gao", "city", "ML", 16.27, -0.04, 5.0, "geonames:1")
CLAIM = Claim(
    "claim-0123456789abcdef", "event", "assault", None, "asserted",
    (Role("source", "a1", Span(0, 5)),), (Evidence(Span(0, 42), "events.kill"),), 0.8,
    when=DAY, where=GAO, toll=(Toll("killed", 12, None, Span(13, 24)),), statement="s1",
    codes=Codes("18", "ASSAULT"),
)  # fmt: skip
FOUND = Found(
    referents=(Referent("a1", "Lions", "armed-group", None, (Mention(Span(0, 5), "name", "r"),)),),
    places=(GAO,),
    dates=(DatePhrase(Span(32, 42), DAY),),
    statements=(
        Statement("s1", None, None, Span(54, 60), Span(0, 42), False, "r", (Via("Radio Gao", "quotation", Span(44, 53)),)),
    ),
    claims=(CLAIM,),
)  # fmt: skip
ARTICLE = Article(
    "article-0", "x1", "source-0", "en", TEXT, "T", published=DAY, furniture=(Span(60, 70),)
)
DAY_LINE = {"start": "2014-03-03", "end": "2014-03-04", "grain": "day"}
PLACE_LINE = {
    "span": [28, 31], "name": "Gao", "kind": "city", "country": "ML", "latitude": 16.27, "longitude": -0.04,
    "gazetteer_id": "geonames:1",
}  # fmt: skip


def test_a_full_bundle_is_written_as_promised() -> None:
    assert line(Bundle(SOURCE, "x1", ARTICLE, FOUND)) == {
        "schema": "allegiance.reading/1",
        "article": {"id": "x1", "title": "T", "published": DAY_LINE, "language": "en", "text": TEXT, "furniture": [[60, 70]]},
        "actors": [{"id": "a1", "name": "Lions", "kind": "armed-group", "knowledge_id": None,
                    "mentions": [{"span": [0, 5], "form": "name"}]}],
        "places": [PLACE_LINE],
        "dates": [{"span": [32, 42], **DAY_LINE}],
        "statements": [{"id": "s1", "speaker": None, "speaker_span": None, "cue_span": [54, 60], "content_span": [0, 42],
                        "direct": False, "via": [{"name": "Radio Gao", "how": "quotation", "span": [44, 53]}]}],
        "claims": [{"id": "claim-0123456789abcdef", "kind": "event", "predicate": "assault", "phase": None, "stance": "asserted",
                    "roles": [{"role": "source", "actor": "a1", "span": [0, 5]}], "when": DAY_LINE, "where": PLACE_LINE,
                    "toll": {"killed": {"low": 12, "high": None}}, "statement": "s1",
                    "codes": {"cameo": "18", "plover": "ASSAULT"}, "confidence": 0.8,
                    "evidence": [{"span": [0, 42], "quote": TEXT[:42], "rule": "events.kill"}]}],
        "failures": [],
    }  # fmt: skip


def test_a_loss_is_written_with_its_label_and_reason() -> None:
    failure = Failure("source-0", "read", "in:1: no")
    written = line(Bundle(SOURCE, "in:1", None, Found(), (failure,)))
    assert written["article"] == {
        "id": "in:1", "title": None, "published": None, "language": None, "text": "", "furniture": [],
    }  # fmt: skip
    assert written["failures"] == [{"step": "read", "reason": "in:1: no"}]
    assert written["schema"] == SCHEMA


def test_every_quote_is_the_text_at_its_span(read: Callable[..., Found]) -> None:
    text = "On Monday the army of Mali attacked the rebels in Gao, a spokesman said."
    article = Article("article-0", "x", "source-0", "en", text)
    written = json.loads(canonical(line(Bundle(SOURCE, "x", article, read(text)))))
    assert written["claims"]
    for piece in (piece for claim in written["claims"] for piece in claim["evidence"]):
        start, end = piece["span"]
        assert piece["quote"] == text[start:end]
