"""The relations of reports, read against labels set by hand: quality is pinned, and only a reviewed change lowers it.

Three sets with a figure of their own each: the sample reports, which the reader was built with; reports in blind/ that it was
not, which tell what a reader of other reports may expect; and dense ones in strangers/ whose actors nobody knows.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from allegiance import ingest
from allegiance.annotate._contract import Annotator
from allegiance.lexicon.lexicon import load
from allegiance.pipeline.steps import Reader
from allegiance.records.article import Raw
from allegiance.records.bundle import Bundle, Unread
from allegiance.records.claim import Claim, Role
from allegiance.records.span import Span

HERE = Path(__file__).parent
ROOT = HERE.parent.parent

EITHER_ORDER = frozenset({"alliance", "merger", "rivalry", "truce"})


@dataclass(frozen=True, slots=True)
class Gold:
    """Reports with their labels, those in which no relation stands, and the least that has to be reached."""

    labels: Path
    reports: Path
    recall: float
    precision: float
    speakers: float | None
    quiet: frozenset[str] = frozenset()


# A few hundredths below what was last measured are left to chance. Raise them as the reading gets better.
# samples: recall .79, precision .76. blind: recall .60, precision .74. strangers: recall .50, precision .76. The second reader buys
# recall with precision, on the samples above all, by which the frames were mended: the floors of both were .66 and .82, then .71 and
# .77, and what nobody mended frames for gained each time.
GOLD = (
    Gold(HERE / "samples.csv", ROOT / "samples", recall=0.75, precision=0.74, speakers=0.8),
    Gold(
        HERE / "blind.csv",
        HERE / "blind",
        recall=0.57,
        precision=0.71,
        speakers=0.8,
        quiet=frozenset({"london-2018-11-08", "kenya-2016-05-21"}),
    ),
    Gold(
        HERE / "strangers.csv",
        HERE / "strangers",
        recall=0.47,
        precision=0.73,
        # Of the few whose speaker is labelled none was read when this was measured.
        speakers=None,
        quiet=frozenset({"karachi-2018-03-08"}),
    ),
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of labels; each side is a set of names, "" where it may be left out or is not asked for."""

    report: str
    must: bool
    predicate: frozenset[str]
    phase: frozenset[str]
    stance: frozenset[str]
    source: frozenset[str]
    target: frozenset[str]
    speaker: frozenset[str]


def facts(labels: Path) -> list[Fact]:
    with labels.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return [
            Fact(
                row["report"],
                row["must"] == "yes",
                *(frozenset(row[name].split("|")) for name in ("predicate", "phase", "stance")),
                *(names(row[name].split("|")) for name in ("source", "target", "speaker")),
            )
            for row in rows
        ]


def names(given: list[str]) -> frozenset[str]:
    """In lower case, without article or possessive."""
    return frozenset(
        name.lower().removeprefix("the ").removeprefix("a ").removesuffix("'s") for name in given
    )


def called(bundle: Bundle, role: Role | None) -> frozenset[str]:
    """All names of who takes a part; "" where nobody does."""
    if role is None or bundle.article is None:
        return frozenset({""})
    text = bundle.article.text
    spans: list[Span] = [role.span]
    given = []
    for referent in bundle.found.referents:
        if referent.id == role.actor:
            given.append(referent.name)
            spans += [mention.span for mention in referent.mentions if mention.form != "pronoun"]
    return names([*given, *(span.of(text) for span in spans)])


def agrees(bundle: Bundle, claim: Claim, fact: Fact) -> bool:
    if claim.predicate not in fact.predicate or claim.stance not in fact.stance:
        return False
    if claim.phase not in fact.phase:
        return False
    source = called(bundle, claim.role("source"))
    target = called(bundle, claim.role("place") or claim.role("target"))
    straight = bool(source & fact.source and target & fact.target)
    turned = bool(source & fact.target and target & fact.source)
    return straight or (turned and claim.predicate in EITHER_ORDER)


def hangs_on(bundle: Bundle, claim: Claim, speaker: frozenset[str]) -> bool:
    """Does the claim stand in a statement of one of these?"""
    for statement in bundle.found.statements:
        if statement.id == claim.statement and statement.speaker_span is not None:
            said = Role("source", statement.speaker, statement.speaker_span)
            return bool(called(bundle, said) & speaker)
    return False


@dataclass(frozen=True, slots=True)
class Trial:
    """What was read in the reports of a set, beside what stands in them."""

    gold: Gold
    facts: list[Fact]
    bundles: dict[str, Bundle]

    def relations(self) -> Iterator[tuple[str, Bundle, Claim]]:
        for report, bundle in self.bundles.items():
            for claim in bundle.found.claims:
                if claim.kind == "relation":
                    yield report, bundle, claim


def dated(raw: Raw | Unread) -> Raw | Unread:
    """A report that does not say its day bears it in its name."""
    if isinstance(raw, Unread) or raw.published:
        return raw
    return replace(raw, published=Path(raw.label).stem[-len("2014-02-03") :])


@pytest.fixture(scope="module", params=GOLD, ids=lambda gold: gold.labels.stem)
def trial(request: pytest.FixtureRequest, both: Annotator) -> Trial:
    gold: Gold = request.param
    read = Reader(both, load()).read(map(dated, ingest.read([gold.reports])))
    return Trial(gold, facts(gold.labels), {Path(bundle.label).stem: bundle for bundle in read})


def test_every_report_is_labelled(trial: Trial) -> None:
    assert {fact.report for fact in trial.facts} == set(trial.bundles) - trial.gold.quiet


def test_what_the_reports_state_is_read(trial: Trial) -> None:
    found = [
        any(agrees(bundle, claim, fact) for claim in bundle.found.claims)
        for fact in trial.facts
        for bundle in [trial.bundles[fact.report]]
        if fact.must
    ]
    assert sum(found) / len(found) >= trial.gold.recall


def test_what_is_read_stands_in_the_reports(trial: Trial) -> None:
    right = [
        any(agrees(bundle, claim, fact) for fact in trial.facts if fact.report == report)
        for report, bundle, claim in trial.relations()
    ]
    assert sum(right) / len(right) >= trial.gold.precision


def test_what_somebody_says_hangs_on_him(trial: Trial) -> None:
    if trial.gold.speakers is None:
        pytest.skip("too few of these relations are read to tell")
    asked = [
        (trial.bundles[fact.report], fact, claim)
        for fact in trial.facts
        if "" not in fact.speaker
        for claim in trial.bundles[fact.report].found.claims
        if agrees(trial.bundles[fact.report], claim, fact)
    ]
    right = [hangs_on(bundle, claim, fact.speaker) for bundle, fact, claim in asked]
    assert asked
    assert sum(right) >= trial.gold.speakers * len(right)
