"""How a claim is explained on a terminal."""

from __future__ import annotations

from datetime import date

from allegiance.faces.cli._claim_words import headline
from allegiance.faces.cli.commands.why import details
from allegiance.records.answer import Explanation, Light, Party, Report, RuleLine, Saying
from allegiance.records.bundle import Run
from allegiance.records.claim import Claim, Evidence, Role
from allegiance.records.span import Span
from allegiance.records.toll import Toll
from allegiance.records.when import When
from tests.made import BRIGADE, FRONT

SENTENCE = "The Dawn Brigade left the Front, a spokesman said."
CLAIM = Claim(
    id="claim-00112233aabbccdd",
    kind="relation",
    predicate="affiliate",
    phase="ends",
    stance="asserted",
    roles=(Role("source", "a1", Span(4, 16)), Role("target", "a2", Span(22, 31))),
    evidence=(Evidence(Span(0, 31), "ties.leave"),),
    confidence=0.87,
    when=When(date(2014, 2, 3), date(2014, 2, 4), "day"),
    toll=(Toll("killed", 24, 99, Span(0, 1)), Toll("wounded", 5, None, Span(0, 1))),
)
FOUND = Explanation(
    claim=CLAIM,
    definition="One stands under the other.",
    parties=(Party("source", "The Dawn Brigade", BRIGADE), Party("target", "the Front", FRONT)),
    sentence=SENTENCE,
    start=0,
    lights=(Light(Span(4, 16), "source"),),
    saying=Saying("a spokesman", "said", "it left", False, ("The Post (quotation)",)),
    rules=(RuleLine("ties.leave", "languages/en/ties.toml", 7, 'leave = ["left"]'),),
    report=Report(
        "article-1", "A split", "Example Wire", CLAIM.when, "https://example.org/1", "a.txt"
    ),
    run=Run("run-1", "0.1.0", "s", "l", ("model 1.0",)),
    current=True,
)
SHOWN = "\n".join(f"{name}: {words}" for name, words in details(FOUND))


def test_the_headline_says_what_is_claimed_and_how_surely() -> None:
    assert headline(CLAIM) == "affiliate ends, asserted (confidence 0.87)"


def test_every_party_stands_with_its_words_and_its_actor() -> None:
    assert (
        'source: "The Dawn Brigade" = Dawn\N{REPLACEMENT CHARACTER} Brigade (armed-group)' in SHOWN
    )


def test_the_speaker_stands_with_how_and_by_whom_it_came() -> None:
    assert "said by: a spokesman (said, reported, by way of The Post (quotation))" in SHOWN


def test_the_rule_leads_to_a_line_of_the_lexicon() -> None:
    assert "rule: ties.leave\n: languages/en/ties.toml, line 7\n: leave" in SHOWN


def test_the_article_stands_with_publisher_day_title_and_address() -> None:
    assert "article: Example Wire, 2014-02-03, A split (article-1)" in SHOWN
    assert "https://example.org/1" in SHOWN


def test_numbers_of_persons_are_ranges() -> None:
    assert "toll: killed 24 to 99" in SHOWN
    assert "toll: wounded at least 5" in SHOWN
